package io.testroad.traffic;

/**
 * How drivers stop who brake so hard after a time of reaction: {@link Krauss#brakeGap} and {@link
 * Krauss#safeStopSpeed} with what does not change worked out once. Who brakes in whole ticks has a
 * way to a stand, and a safe speed, that are straight lines of the speed, and of the gap, for each
 * number of ticks.
 */
final class Stopping {

  /** For how many ticks of braking the lines are worked out. */
  private static final int LINES = 64;

  private final double dt;
  private final double headway;
  private final double reduction;
  private final double perReduction;
  private final double shift;
  private final double square;
  private final double perGap;

  /** For each number of ticks: the way, m, is the first times the speed less the second. */
  private final double[] ways = new double[2 * LINES];

  /** For each number of ticks: the safe speed is the first and the second times the gap. */
  private final double[] speeds = new double[2 * LINES];

  /**
   * Stopping of those who brake so hard.
   *
   * @param decel m/s², positive
   * @param headway seconds driven on before braking
   * @param dt s
   */
  Stopping(double decel, double headway, double dt) {
    this.dt = dt;
    this.headway = headway;
    reduction = decel * dt;
    perReduction = 1 / reduction;
    shift = 0.5 - headway / dt;
    square = shift * shift;
    perGap = 2 / (reduction * dt);
    for (int ticks = 0; ticks < LINES; ticks++) {
      ways[2 * ticks] = dt * ticks;
      ways[2 * ticks + 1] = dt * reduction * ticks * (ticks + 1) * 0.5;
      double slow = ticks * dt + headway;
      speeds[2 * ticks] = slow == 0 ? 0 : ticks * reduction - leastGap(ticks) / slow;
      speeds[2 * ticks + 1] = slow == 0 ? 0 : 1 / slow;
    }
  }

  /** The least gap, m, in which one may brake for so many ticks. */
  private double leastGap(int ticks) {
    return reduction * ticks * (0.5 * (ticks - 1) * dt + headway);
  }

  /** The way, m, to a stand from a speed, m/s, without reaction. */
  double distance(double speed) {
    int ticks = (int) (speed * perReduction);
    return ticks >= 0 && ticks < LINES
        ? ways[2 * ticks] * speed - ways[2 * ticks + 1]
        : dt * (ticks * speed - reduction * ticks * (ticks + 1) * 0.5);
  }

  /** The way, m, to a stand from a speed, m/s, after the time of reaction. */
  double reactingDistance(double speed) {
    return distance(speed) + speed * headway;
  }

  /** The highest next speed, m/s, from which one can stop within a gap, m. */
  double safeSpeed(double gap) {
    double g = gap - Krauss.EPS;
    if (g < 0) {
      return 0;
    }
    int ticks = (int) (shift + Math.sqrt(square + perGap * g));
    return ticks >= 0 && ticks < LINES
        ? speeds[2 * ticks] + g * speeds[2 * ticks + 1]
        : ticks * reduction + (g - leastGap(ticks)) / (ticks * dt + headway);
  }
}
