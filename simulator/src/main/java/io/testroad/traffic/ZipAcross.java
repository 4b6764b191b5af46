package io.testroad.traffic;

import java.util.Arrays;

/**
 * The zip across the end of a road: who is about to come onto a road lets one in who waits on its
 * first metres before what blocks his lane, with nobody beside and behind him on the road itself.
 *
 * <p>It is decided before any road is swept, from the state before the lane changes, and alike in
 * every region that sees both; so it is carried out by that of the one who comes.
 */
final class ZipAcross {

  private final Region region;
  private final RoadTables tables;
  private final VehicleTable v;
  private final BlockedLanes blocked;
  private final LaneAdvice advice;

  ZipAcross(Region region, BlockedLanes blocked, LaneAdvice advice) {
    this.region = region;
    this.tables = region.tables;
    this.v = region.v;
    this.blocked = blocked;
    this.advice = advice;
  }

  /** Lets those in who wait before any lane that is blocked soon after its beginning. */
  void letIn() {
    int[] lanes = blocked.lanesBlockedSoon();
    Arrays.sort(lanes);
    for (int lane : lanes) {
      double blockedAtM = v.pos[blocked.soonOn(lane)];
      int row = region.order.first(lane);
      while (row >= 0 && v.pos[row] >= blockedAtM) {
        row = region.order.behind(row);
      }
      for (; row >= 0; row = blocked.allLeave ? region.order.behind(row) : -1) {
        letIn(row, lane);
      }
    }
  }

  private void letIn(int row, int lane) {
    int state = v.lcState[row];
    if ((state & LaneChoice.URGENT) == 0) {
      return;
    }
    int to = (state & LaneChoice.RIGHT) != 0 ? lane - 1 : lane + 1;
    if (to < 0 || to >= tables.lanes || tables.edgeOf[to] != tables.edgeOf[lane]) {
      return; // the wish is from the road before
    }
    int last = region.order.last(to);
    if (last < 0 || v.pos[last] >= v.pos[row]) {
      letInFrom(to, row, v.pos[row] - region.lengthOf(row));
    }
  }

  /** Whether somebody who comes onto a lane lets one in whose rear is so far from its beginning. */
  private boolean letInFrom(int onto, int row, double rearM) {
    if (rearM > BlockedLanes.MATTERS_M) {
      return false;
    }
    for (int before : tables.previous[onto]) {
      double toEnd = tables.lengthM[before];
      int other = region.order.first(before);
      while (other >= 0 && region.leadsOnto(other, onto)) {
        boolean letsIn = v.letsIn(other) == v.number[row];
        double behind = rearM + toEnd - v.pos[other];
        if (letsIn || (v.letsIn(other) < 0 && LaneRequests.canLetIn(region, other, behind, row))) {
          advice.letIn(other, v.number[row]);
          return true;
        }
        other = region.order.behind(other);
      }
      if (region.order.isEmpty(before) && letInFrom(before, row, rearM + toEnd)) {
        return true;
      }
    }
    return false;
  }
}
