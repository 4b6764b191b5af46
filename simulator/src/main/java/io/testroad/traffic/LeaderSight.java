package io.testroad.traffic;

/** Who is ahead of a vehicle on its way, as far as regions see; for what agents are told. */
final class LeaderSight {

  private static final int MOST_LANES = 64;

  private final Region region;
  private final RoadTables tables;
  private final VehicleTable v;

  /** From the vehicle's front to the rear of the one ahead, m. */
  double gapM;

  /** The one ahead. */
  int row;

  /** Whether it is, or its tail is, on the lane that the vehicle's front is on. */
  boolean isOnLane;

  LeaderSight(Region region) {
    this.region = region;
    this.tables = region.tables;
    this.v = region.v;
  }

  /**
   * Looks ahead of a vehicle, from the state after the lane changes; whether somebody is there.
   *
   * <p>One whose rear overlaps the vehicle's front comes from another lane and isn't followed.
   */
  boolean find(int vehicle) {
    return look(vehicle) && gapM >= 0 && gapM <= region.traffic.lookAheadM;
  }

  /** Looks ahead of a vehicle; whether somebody is there, or overlaps it. */
  boolean look(int vehicle) {
    int lane = v.lane[vehicle];
    row = region.order.ahead(vehicle);
    gapM = row < 0 ? Double.POSITIVE_INFINITY : rear(row) - v.pos[vehicle];
    consider(region.order.rearmostTail(lane, vehicle), -v.pos[vehicle]);
    isOnLane = row >= 0;
    double seen = tables.lengthM[lane] - v.pos[vehicle];
    int at = v.routeAt[vehicle];
    int link = v.link[vehicle];
    for (int i = 0; i < MOST_LANES && row < 0 && link >= 0; i++) {
      if (seen > region.traffic.lookAheadM) {
        return false;
      }
      lane = tables.linkNext[link];
      at += tables.internal[lane] ? 0 : 1;
      lookAt(lane, seen, vehicle);
      seen += tables.lengthM[lane];
      link = region.linkFrom(vehicle, lane, at);
    }
    return row >= 0;
  }

  private void lookAt(int lane, double startM, int vehicle) {
    int last = region.order.last(lane);
    if (last >= 0 && last != vehicle) {
      row = last;
      gapM = startM + rear(last);
    }
    consider(region.order.rearmostTail(lane, vehicle), startM);
  }

  private double rear(int other) {
    return v.pos[other] - region.lengthOf(other);
  }

  /** Takes a tail on the lane for the one ahead if it is nearer. */
  private void consider(int tail, double laneStartM) {
    if (tail >= 0 && laneStartM + region.order.tailRearOf(tail) < gapM) {
      gapM = laneStartM + region.order.tailRearOf(tail);
      row = region.order.tailRowOf(tail);
    }
  }
}
