package io.testroad.traffic;

/**
 * How drivers stop who brake so hard after a time of reaction: {@link Krauss#brakeGap} and {@link
 * Krauss#safeStopSpeed} with what does not change worked out once.
 */
final class Stopping {

  private final double dt;
  private final double headway;
  private final double reduction;
  private final double perReduction;
  private final double shift;
  private final double square;
  private final double perGap;

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
  }

  /** The way, m, to a stand from a speed, m/s, without reaction. */
  double distance(double speed) {
    int steps = (int) (speed * perReduction);
    return dt * (steps * speed - reduction * steps * (steps + 1) * 0.5);
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
    int steps = (int) (shift + Math.sqrt(square + perGap * g));
    double rest = g - reduction * steps * (0.5 * (steps - 1) * dt + headway);
    return steps * reduction + rest / (steps * dt + headway);
  }
}
