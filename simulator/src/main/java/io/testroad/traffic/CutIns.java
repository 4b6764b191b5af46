package io.testroad.traffic;

/**
 * Lane changes without looking. Where somebody is alongside the two collide, each on its own lane;
 * else the change is carried out, however near those ahead and behind are.
 */
final class CutIns {

  private final Region region;
  private final RoadTables tables;
  private final VehicleTable v;
  private int[] cutting = new int[4];
  private int[] onto = new int[4];
  private int count;

  CutIns(Region region) {
    this.region = region;
    this.tables = region.tables;
    this.v = region.v;
  }

  /** Looks at a vehicle, own or a copy, that is about to cut in. */
  void look(int row) {
    int from = v.lane[row];
    if (tables.internal[from]) {
      return;
    }
    int to = from - tables.indexOnEdge[from] + v.cutIn(row);
    boolean can =
        !v.has(row, VehicleTable.ASIDE | VehicleTable.COLLIDED)
            && v.cutIn(row) >= 0
            && v.cutIn(row) < tables.laneCount[tables.edgeOf[from]]
            && Math.abs(to - from) == 1;
    int beside = can ? beside(row, to) : -1;
    if (beside >= 0) {
      region.impacts.scrape(row, beside);
    } else if (can && row < v.own) {
      cutting = GrowingList.with(cutting, count, row);
      onto = GrowingList.with(onto, count++, to);
      return;
    }
    if (row < v.own) {
      v.setPlight(row, Plight.CUTS_IN, false);
    }
  }

  /** Who is alongside a vehicle on another lane of its road, or -1. */
  private int beside(int row, int lane) {
    int ahead = region.order.lastAhead(lane, v.pos[row], v.number[row]);
    if (ahead >= 0 && v.pos[ahead] - region.lengthOf(ahead) < v.pos[row]) {
      return ahead;
    }
    int behind = region.order.firstBehind(lane, v.pos[row], v.number[row]);
    if (behind >= 0 && v.pos[behind] > v.pos[row] - region.lengthOf(row)) {
      return behind;
    }
    int tail = region.order.rearmostTail(lane, row);
    return tail >= 0 && region.order.tailRearOf(tail) < v.pos[row]
        ? region.order.tailRowOf(tail)
        : -1;
  }

  /** Adds the changes to those of the tick. */
  void record() {
    for (int i = 0; i < count; i++) {
      if (!v.is(cutting[i], Plight.WRECK)) {
        region.laneChanging.record(cutting[i], onto[i]);
        region.mishaps.swerved(cutting[i]);
        int behind = region.order.firstBehind(onto[i], v.pos[cutting[i]], v.number[cutting[i]]);
        if (behind >= 0) {
          v.setPlight(behind, Plight.CLOSE_BEHIND, true);
        }
      }
    }
    count = 0;
  }
}
