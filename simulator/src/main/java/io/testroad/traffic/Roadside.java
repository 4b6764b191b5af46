package io.testroad.traffic;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Vehicles that stand aside, out of the traffic, and come back when there is room. */
final class Roadside {

  private static final double SEE_BACK_M = 80;

  private static final int STAYS = VehicleTable.HALTING | VehicleTable.MAKES_WAY;

  private final Region region;
  private final VehicleTable v;
  private int[] returning = new int[8];
  private int returningCount;
  private int[] returned = new int[8];
  private int returnedCount;

  Roadside(Region region) {
    this.region = region;
    this.v = region.v;
  }

  /** Decides who finds room to come back; reads the old state only. */
  void decide() {
    returningCount = 0;
    for (int row = 0; row < v.own && v.mayHave(VehicleTable.ASIDE); row++) {
      if (v.has(row, VehicleTable.ASIDE) && !v.has(row, STAYS) && fits(row)) {
        returning = GrowingList.with(returning, returningCount++, row);
      }
    }
    inOrder();
  }

  /** Lane by lane, the foremost first, whatever the order of the rows. */
  private void inOrder() {
    for (int i = 1; i < returningCount; i++) {
      int row = returning[i];
      int k = i - 1;
      while (k >= 0 && isBefore(row, returning[k])) {
        returning[k + 1] = returning[k];
        k--;
      }
      returning[k + 1] = row;
    }
  }

  private boolean isBefore(int row, int other) {
    if (v.lane[row] != v.lane[other]) {
      return v.lane[row] < v.lane[other];
    }
    return v.pos[row] > v.pos[other]
        || (v.pos[row] == v.pos[other] && v.number[row] < v.number[other]);
  }

  private boolean fits(int row) {
    int lane = v.lane[row];
    int tail = region.order.rearmostTail(lane, row);
    if (tail >= 0 && region.order.tailRearOf(tail) < v.pos[row]) {
      return false;
    }
    double rear = v.pos[row] - region.lengthOf(row);
    return fitsOnLane(row)
        && (region.order.firstBehind(lane, v.pos[row], v.number[row]) >= 0
            || region.nobodyBehind(row, lane, rear, SEE_BACK_M));
  }

  private boolean fitsOnLane(int row) {
    int lane = v.lane[row];
    double rear = v.pos[row] - region.lengthOf(row);
    int leader = region.order.lastAhead(lane, v.pos[row], v.number[row]);
    if (leader >= 0
        && v.pos[leader] - region.lengthOf(leader) - v.pos[row] < region.kindOf(row).minGap) {
      return false;
    }
    if (region.roads.obstacles.cover(lane, rear, v.pos[row])) {
      return false;
    }
    int follower = region.order.firstBehind(lane, v.pos[row], v.number[row]);
    if (follower >= 0) {
      return region.followsSafely(follower, rear - v.pos[follower], 0, region.kindOf(row));
    }
    return true;
  }

  /** Puts them back on their lanes, unless a lane change has just taken the room. */
  void apply() {
    returnedCount = 0;
    for (int i = 0; i < returningCount; i++) {
      int row = returning[i];
      if (fitsOnLane(row)) {
        v.set(row, VehicleTable.ASIDE | VehicleTable.CLEARED, false);
        region.order.insert(v.lane[row], row);
        returned = GrowingList.with(returned, returnedCount++, row);
      }
    }
  }

  /** The rows of those who came back in this tick. */
  IntStream returned() {
    return Arrays.stream(returned, 0, returnedCount);
  }
}
