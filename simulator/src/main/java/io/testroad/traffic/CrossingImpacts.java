package io.testroad.traffic;

/**
 * Collisions inside junctions of one who heeds nobody: with those on paths that cross his, who are
 * over the crossing while he is; and with those on paths that meet his or have just parted from it.
 *
 * <p>A vehicle is over a crossing from when its front comes within half the other's width of it
 * until its rear is as far beyond; within the last tick both are taken to have driven evenly. Of
 * two the one that came there later has run into the other.
 */
final class CrossingImpacts {

  private final Region region;
  private final RoadTables tables;
  private final VehicleTable v;
  private final Impacts impacts;
  private final double dt;

  // the last tick's drive of a vehicle over a crossing, as shares of the tick
  private double begins;
  private double ends;

  CrossingImpacts(Region region, Impacts impacts) {
    this.region = region;
    this.tables = region.tables;
    this.v = region.v;
    this.impacts = impacts;
    this.dt = region.dt;
  }

  /** Looks at all lanes inside junctions that a vehicle, own or a copy, is on. */
  void look(int row) {
    int lane = v.lane[row];
    double front = v.pos[row];
    double over = region.lengthOf(row) + drivenM(row);
    for (int k = 0; ; k++) {
      if (tables.internal[lane] && !region.order.areCrossingsEmpty(lane)) {
        lookOn(row, lane, front);
      }
      if (k == VehicleTable.BACK || v.back(row, k) < 0 || front > over) {
        return;
      }
      lane = v.back(row, k);
      front += tables.lengthM[lane];
    }
  }

  private void lookOn(int row, int lane, double front) {
    int[] foes = tables.crossLane[lane];
    for (int k = 0; k < foes.length; k++) {
      int foeLane = foes[k];
      for (int foe = region.order.first(foeLane); foe >= 0; foe = region.order.behind(foe)) {
        judge(row, lane, k, front, foe, v.pos[foe]);
      }
      for (int tail = region.order.firstTail(foeLane);
          tail >= 0;
          tail = region.order.nextTail(tail)) {
        int foe = region.order.tailRowOf(tail);
        judge(row, lane, k, front, foe, region.order.tailRearOf(tail) + region.lengthOf(foe));
      }
    }
  }

  private void judge(int row, int lane, int k, double front, int foe, double foeFront) {
    boolean isOthersTurn = v.is(foe, Plight.UNHEEDING) && v.number[foe] < v.number[row];
    if (foe == row || isOthersTurn) {
      return;
    }
    double at = tables.crossOwnM[lane][k];
    double foeAt = tables.crossFoeM[lane][k];
    switch (tables.crossKind[lane][k]) {
      case RoadTables.CROSSES -> cross(row, front - at, foe, foeFront - foeAt);
      case RoadTables.MERGES -> {
        int foeLane = tables.crossLane[lane][k];
        double left = tables.lengthM[lane] - front;
        double foeLeft = tables.lengthM[foeLane] - foeFront;
        if (front > at && foeFront > foeAt && left >= 0 && foeLeft >= 0) {
          beside(row, -left, foe, -foeLeft);
        }
      }
      default -> {
        boolean shared = front - region.lengthOf(row) < at && front > 0;
        if (shared && foeFront - region.lengthOf(foe) < foeAt && foeFront > 0) {
          beside(row, front, foe, foeFront);
        }
      }
    }
  }

  /** Two who drive side by side, on so little room that they are in line. */
  private void beside(int row, double front, int foe, double foeFront) {
    if (foeFront > front || (foeFront == front && v.number[foe] < v.number[row])) {
      impacts.follow(row, foe, foeFront - region.lengthOf(foe) - front);
    } else {
      impacts.follow(foe, row, front - region.lengthOf(row) - foeFront);
    }
  }

  private void cross(int row, double front, int foe, double foeFront) {
    double width = region.typeOf(foe).widthM() / 2;
    double foeWidth = region.typeOf(row).widthM() / 2;
    findOver(row, front, width);
    double since = begins;
    double until = ends;
    findOver(foe, foeFront, foeWidth);
    if (Math.max(Math.max(since, begins), 0) >= Math.min(Math.min(until, ends), 1)) {
      return;
    }
    if (since > begins || (since == begins && v.number[row] < v.number[foe])) {
      impacts.hit(row, foe);
    } else {
      impacts.hit(foe, row);
    }
  }

  /** Finds from when until when a vehicle was over a crossing, its front being so far beyond. */
  private void findOver(int row, double front, double half) {
    double driven = drivenM(row);
    double rear = front - region.lengthOf(row);
    if (driven <= 0) {
      boolean over = front > -half && rear < half;
      begins = over ? Double.NEGATIVE_INFINITY : 1;
      ends = over ? Double.POSITIVE_INFINITY : 0;
      return;
    }
    begins = (-half - front + driven) / driven;
    ends = (half - rear + driven) / driven;
  }

  private double drivenM(int row) {
    double now = v.speed[row];
    return region.kindOf(row).krauss ? now * dt : Math.max(0, now - v.accel[row] * dt / 2) * dt;
  }
}
