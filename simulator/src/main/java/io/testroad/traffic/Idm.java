package io.testroad.traffic;

/**
 * The Intelligent Driver Model.
 *
 * <p>Source: M. Treiber, A. Hennecke and D. Helbing, "Congested traffic states in empirical
 * observations and microscopic simulations", Physical Review E 62 (2000), equations 3 and 4.
 */
public final class Idm {

  private static final double NEAREST = 0.01;

  private Idm() {}

  /**
   * Acceleration, m/s².
   *
   * @param speed own speed v, m/s
   * @param desired desired speed v0, m/s, positive
   * @param gap net distance s to the leader, m; infinite when there is none
   * @param leaderSpeed m/s
   * @param headway T, s
   * @param accel a, m/s²
   * @param decel b, m/s²
   * @param minGap s0, m
   * @param delta exponent
   */
  public static double acceleration(
      double speed,
      double desired,
      double gap,
      double leaderSpeed,
      double headway,
      double accel,
      double decel,
      double minGap,
      double delta) {
    double ratio = speed / desired;
    double free = delta == 4 ? ratio * ratio * ratio * ratio : StrictMath.pow(ratio, delta);
    double interaction = 0;
    if (gap < Double.POSITIVE_INFINITY) {
      double dynamic =
          speed * headway + speed * (speed - leaderSpeed) / (2 * Math.sqrt(accel * decel));
      double wanted = minGap + Math.max(0, dynamic);
      double z = wanted / Math.max(gap, NEAREST);
      interaction = z * z;
    }
    return accel * (1 - free - interaction);
  }
}
