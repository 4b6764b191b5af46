package io.testroad.traffic;

import io.testroad.engine.RandomStream;

/**
 * What the lane that a vehicle is on, and the one ahead there, leave its driver, for drivers of
 * Krauss' model. A lane is swept from front to rear; those whom nothing else concerns, and those
 * who stand in a queue, are decided about at once. Most are of that kind. The others are handed on
 * to {@link Planning} with what has been worked out.
 *
 * <p>It comes to what {@link Planning} comes to for drivers of any model, with less work.
 */
final class OwnLane {

  /** Who has one of these needs more than is worked out here. */
  private static final int NEEDS_MORE =
      VehicleTable.COLLIDED
          | VehicleTable.AT_STOP
          | VehicleTable.HALTING
          | VehicleTable.ASIDE
          | VehicleTable.PULLS_OVER
          | VehicleTable.IN_CORRIDOR
          | VehicleTable.CAPPED;

  /** What a driver may want of lanes without its having a bearing on his speed. */
  private static final int OF_NO_BEARING = LaneChoice.STAY | LaneChoice.STRATEGIC;

  private final Region region;
  private final RoadTables tables;
  private final VehicleTable v;
  private final Planning planning;
  private final Driver driver;
  private final Outlook outlook;
  private final RandomStream dawdling;
  private final double dt;

  // the lane under consideration
  private int lane;
  private int tail;
  private boolean isInside;
  private double lengthM;
  private double limitMps;
  private double weather;

  OwnLane(Region region, Planning planning, Outlook outlook) {
    this.region = region;
    this.tables = region.tables;
    this.v = region.v;
    this.planning = planning;
    this.driver = region.driver;
    this.outlook = outlook;
    this.dawdling = region.traffic.dawdling;
    this.dt = region.dt;
  }

  /**
   * Turns to a lane.
   *
   * @param rearmost the rearmost tail there, or -1
   */
  void turnTo(int onLane, int rearmost) {
    lane = onLane;
    tail = rearmost;
    isInside = tables.internal[onLane];
    lengthM = tables.lengthM[onLane];
    limitMps = region.roads.limitMps[onLane];
    weather = region.roads.speedFactor;
  }

  /**
   * Decides about a vehicle, or hands it on; false where that can't be done here.
   *
   * @param leader the vehicle ahead of it on the lane, or -1
   * @param taken length of road, m, taken by all vehicles before it on the lane
   */
  boolean decide(int row, int leader, double taken) {
    DriverKind kind = region.kinds[v.type[row]];
    if ((v.flags[row] & NEEDS_MORE) != 0 || !kind.isPlain) {
      return false;
    }
    double pos = v.pos[row];
    double speed = v.speed[row];
    double gap = Double.POSITIVE_INFINITY;
    int ahead = leader;
    if (leader >= 0) {
      gap = v.pos[leader] - region.lengthOf(leader) - pos;
    }
    if (tail >= 0 && region.order.tailRowOf(tail) != row) {
      double toTail = region.order.tailRearOf(tail) - pos;
      if (toTail < gap) {
        gap = toTail;
        ahead = region.order.tailRowOf(tail);
      }
    }
    if (gap < -Travel.COLLISION_OVERLAP_M) {
      return false;
    }
    double net = gap - kind.minGap;
    if (speed == 0 && !isInside) {
      if (ahead < 0) {
        if (planning.standsAtRed(row, lane)) {
          return true;
        }
      } else if (v.speed[ahead] == 0 && net <= Planning.CREEP_M) {
        planning.stand(row, Planning.GOES_ON);
        return true;
      }
    }
    double top = Bounds.least(speed + kind.gainsInTick, kind.maxSpeed);
    double fastest = Bounds.most(top, speed);
    double reach = kind.stopping.reactingDistance(fastest) + fastest * dt;
    double wanted = Bounds.least(limitMps * v.speedFactor[row] * weather, kind.maxSpeed);
    double desired = Bounds.most(wanted, Driver.SLOWEST_MPS);
    double safe = Bounds.least(top, Bounds.most(desired, speed - kind.losesInTick));
    if (net <= reach) {
      safe = Bounds.least(safe, behind(kind, net, reach, speed, ahead));
    }
    double seen = lengthM - pos;
    planning.desired[row] = desired;
    boolean isNear = isInside || seen <= reach || v.stopPlace[row] == v.routeAt[row];
    boolean isAsked =
        (v.lcState[row] & ~OF_NO_BEARING) != 0 || v.has(row, VehicleTable.ADVISED);
    if (isNear || isAsked) {
      driver.take(kind, speed, desired, top, reach);
    }
    if (isNear) {
      outlook.take(row, lane, seen, safe, ahead);
      planning.lookBeyond(row, lane, reach, taken);
      return true;
    }
    planning.tellFromAfar(row, kind, safe, seen);
    if (isAsked) {
      planning.decide(row, safe, Planning.GOES_ON);
    } else {
      goOn(row, kind, speed, safe);
    }
    return true;
  }

  /** The speed behind the vehicle ahead at a gap, m, less the minimum gap. */
  private double behind(DriverKind kind, double net, double reach, double speed, int ahead) {
    DriverKind aheadKind = region.kinds[v.type[ahead]];
    double aheadSpeed = v.speed[ahead];
    double aheadBrakes = net < 0 ? 0 : kind.leaderBrakes(aheadSpeed, aheadKind);
    return net + aheadBrakes > reach
        ? Double.POSITIVE_INFINITY
        : kind.safeFollowSpeed(net, aheadBrakes, speed, aheadSpeed, aheadKind);
  }

  /** As {@link Motion#nextSpeed}, for a driver whom others have asked for nothing. */
  private void goOn(int row, DriverKind kind, double speed, double safe) {
    double hardest = Bounds.most(0, speed - kind.emergencyDecel * dt);
    double braked = Bounds.most(0, speed - kind.losesInTick);
    double min = Bounds.least(braked, Bounds.most(safe, hardest));
    double max = Bounds.most(min, safe);
    double next = kind.dawdle(min, max, dawdling.uniform(v.number[row], region.tick));
    next = Bounds.most(next, hardest);
    planning.planned[row] = next < Travel.CREEPING_MPS ? 0 : next;
    planning.entries[row] = Planning.GOES_ON;
    if (v.lcState[row] != 0) {
      v.lcState[row] &= LaneChoice.STRATEGIC;
    }
  }
}
