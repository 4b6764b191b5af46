package io.testroad.network;

import java.util.List;

/**
 * How long the greens of a signal in a city last: a cycle of 90 s, or 120 s where there are lanes
 * for turning left alone or more than two axes, less the times in between, shared by lanes.
 *
 * <p>Units: ms; whole seconds.
 */
final class CitySignalTimes {

  static final long YELLOW_MS = 3_000;

  private static final long SHORT_CYCLE_MS = 90_000;
  private static final long LONG_CYCLE_MS = 120_000;
  private static final long LEFT_MS = 12_000;
  private static final long SHORTEST_MS = 12_000;

  private final long sharedMs;
  private final int laneSum;

  private CitySignalTimes(long sharedMs, int laneSum) {
    this.sharedMs = sharedMs;
    this.laneSum = laneSum;
  }

  /** The times of a signal by its axes. */
  static CitySignalTimes of(List<List<DraftRoad>> axes) {
    long between = 0;
    boolean lefts = false;
    int lanes = 0;
    for (List<DraftRoad> axis : axes) {
      boolean left = axis.size() > 1 && hasOwnLeftLane(axis);
      between += YELLOW_MS + SignalPlan.ALL_RED_MS + (left ? YELLOW_MS + LEFT_MS : 0);
      lefts |= left;
      lanes += lanes(axis);
    }
    long cycle = lefts || axes.size() > 2 ? LONG_CYCLE_MS : SHORT_CYCLE_MS;
    return new CitySignalTimes(cycle - between, lanes);
  }

  /** Green of an axis. */
  long throughMs(List<DraftRoad> axis) {
    return Math.max(SHORTEST_MS, sharedMs / 1000 * lanes(axis) / laneSum * 1000);
  }

  /** Green for those who turn left from lanes of their own, behind that of their axis. */
  long leftMs() {
    return LEFT_MS;
  }

  private static boolean hasOwnLeftLane(List<DraftRoad> axis) {
    return axis.stream().anyMatch(r -> r.turns.stream().anyMatch(SignalPlan::hasOwnLeftLane));
  }

  private static int lanes(List<DraftRoad> axis) {
    return axis.stream().mapToInt(road -> road.plain.lanes()).max().orElse(1);
  }
}
