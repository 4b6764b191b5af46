package io.testroad.traffic;

import java.util.Arrays;

/**
 * Which lanes are blocked ahead of a driver by what stands there until somebody sees to it: on the
 * road that is being swept, or soon after the beginning of a lane beyond its end.
 */
final class BlockedLanes {

  /** What stands farther ahead does not matter yet, m. */
  static final double MATTERS_M = 100;

  /**
   * In ticks of this length, s, or more only the foremost leaves a blocked lane: drivers who decide
   * so seldom would let too few of it in.
   */
  private static final double TOO_LONG_TO_ZIP_S = 1;

  /**
   * Where only the foremost leaves, he changes on the road before one on which there is less room
   * than this before what blocks the lane, m; assumption.
   */
  private static final double TOO_SHORT_M = 20;

  private static final double STANDS_MPS = 0.1;

  private final Region region;
  private final RoadTables tables;
  private final VehicleTable v;

  /** Whether all near it leave a blocked lane one by one, or the foremost only. */
  final boolean allLeave;

  /**
   * Of each lane: who stands in its first {@value #MATTERS_M} m, nearest to its beginning, or -1.
   */
  private final int[] soon;

  /** The lanes for which there is one. */
  private int[] marked = new int[16];

  private int markedCount;

  /**
   * Of each lane of the road being swept: who blocks it, nearest ahead of the place swept, or -1.
   */
  private final int[] here;

  /** Of each lane of the road being swept: who is nearest ahead of the place swept, or -1. */
  private final int[] lead;

  private int firstLane;

  /** How far ahead of the driver's front that of the one is whom {@link #ahead} has found, m. */
  double frontM;

  BlockedLanes(Region region, int mostLanes, int[] lead) {
    this.region = region;
    this.tables = region.tables;
    this.v = region.v;
    soon = new int[tables.lanes];
    Arrays.fill(soon, -1);
    here = new int[mostLanes];
    this.lead = lead;
    allLeave = region.dt < TOO_LONG_TO_ZIP_S;
  }

  /** Notes, before any road is swept, who stands near the beginning of a lane. */
  void look() {
    while (markedCount > 0) {
      soon[marked[--markedCount]] = -1;
    }
    int[] flags = v.flags;
    for (int row = 0; row < v.all; row++) {
      if ((flags[row] & (VehicleTable.HALTING | VehicleTable.COLLIDED)) != 0
          && isStranded(row)
          && !v.has(row, VehicleTable.ASIDE)
          && v.pos[row] < MATTERS_M) {
        note(row);
      }
    }
  }

  private void note(int row) {
    int lane = v.lane[row];
    int other = soon[lane];
    if (other < 0) {
      marked = GrowingList.with(marked, markedCount++, lane);
    }
    if (other < 0
        || v.pos[row] < v.pos[other]
        || (v.pos[row] == v.pos[other] && v.number[row] < v.number[other])) {
      soon[lane] = row;
    }
  }

  /** The lanes, in no particular order, that are blocked soon after their beginning. */
  int[] lanesBlockedSoon() {
    return Arrays.copyOf(marked, markedCount);
  }

  /** Who stands in the first {@value #MATTERS_M} m of a lane, nearest to its beginning, or -1. */
  int soonOn(int lane) {
    return soon[lane];
  }

  /** Whether any lane of a road is blocked soon after its beginning. */
  boolean isBlockedSoon(int edge) {
    for (int j = 0; markedCount > 0 && j < tables.laneCount[edge]; j++) {
      if (soon[tables.firstLane[edge] + j] >= 0) {
        return true;
      }
    }
    return false;
  }

  /** Begins to sweep a road of so many lanes. */
  void begin(int first, int count) {
    firstLane = first;
    Arrays.fill(here, 0, count, -1);
  }

  /** The sweep passes by somebody on a lane of the road. */
  void pass(int row, int j) {
    if (allLeave && isStranded(row)) {
      here[j] = row;
    }
  }

  /** Whether a vehicle, or an obstacle, stands where it is until somebody sees to it. */
  boolean isStranded(int other) {
    return v.has(other, VehicleTable.HALTING | VehicleTable.COLLIDED)
        && v.speed[other] < STANDS_MPS;
  }

  /**
   * Who blocks the way on a lane of the road being swept, whoever queues in between; -1 if nobody
   * does. Sets {@link #frontM}.
   */
  int ahead(int row, int j) {
    int blocker = here[j];
    if (blocker >= 0) {
      frontM = v.pos[blocker] - v.pos[row];
      return blocker;
    }
    return markedCount == 0 || !(allLeave || lead[j] < 0) ? -1 : beyond(row, firstLane + j);
  }

  private int beyond(int row, int from) {
    int lane = from;
    int at = v.routeAt[row];
    double seen = tables.lengthM[from] - v.pos[row];
    while (seen < MATTERS_M) {
      int link = region.linkFrom(row, lane, at);
      if (link < 0) {
        return -1;
      }
      lane = tables.linkNext[link];
      at += tables.internal[lane] ? 0 : 1;
      int blocker = soon[lane];
      if (blocker >= 0) {
        frontM = seen + v.pos[blocker];
        boolean matters = allLeave ? frontM < MATTERS_M : v.pos[blocker] < TOO_SHORT_M;
        return matters ? blocker : -1;
      }
      seen += tables.lengthM[lane];
    }
    return -1;
  }

  /** Whether a lane is blocked near ahead of a vehicle. */
  boolean isNear(int row, int j) {
    return ahead(row, j) >= 0 && frontM < MATTERS_M;
  }

  /** The gap to whom {@link #ahead} has found, less the driver's minimum gap, m. */
  double gapTo(int blocker, double minGapM) {
    return frontM - region.lengthOf(blocker) - minGapM;
  }
}
