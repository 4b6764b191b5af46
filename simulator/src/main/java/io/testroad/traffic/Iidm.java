package io.testroad.traffic;

/**
 * The Improved Intelligent Driver Model, whose equilibrium gap is exactly s0 + v·T below the
 * desired speed.
 *
 * <p>Source: M. Treiber and A. Kesting, "Traffic Flow Dynamics", Springer 2013, section 11.3.4; the
 * desired gap is the IDM's.
 */
public final class Iidm {

  private static final double NEAREST = 0.01;

  /** Below this ratio of wanted to actual gap, no double differs from that of free driving. */
  private static final double NEGLIGIBLE = 1e-9;

  private Iidm() {}

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
    double free = freeAcceleration(speed, desired, accel, decel, delta);
    double z =
        wantedGap(speed, leaderSpeed, headway, accel, decel, minGap) / Math.max(gap, NEAREST);
    if (z >= 1) {
      double interaction = accel * (1 - z * z);
      return speed > desired ? free + interaction : interaction;
    }
    if (speed > desired || z < NEGLIGIBLE || free <= 0) {
      return free;
    }
    return free * (1 - power(z, 2 * accel / free));
  }

  /** Acceleration with nobody ahead, m/s²; braking above the desired speed, at most b. */
  static double freeAcceleration(
      double speed, double desired, double accel, double decel, double delta) {
    if (speed > desired) {
      return -decel * (1 - power(desired / speed, accel * delta / decel));
    }
    double ratio = speed / desired;
    double power = delta == 4 ? ratio * ratio * ratio * ratio : power(ratio, delta);
    return accel * (1 - power);
  }

  /** The wanted gap s*, m: of the IDM, equation 4. */
  static double wantedGap(
      double speed, double leaderSpeed, double headway, double accel, double decel, double minGap) {
    double dynamic =
        speed * headway + speed * (speed - leaderSpeed) / (2 * Math.sqrt(accel * decel));
    return minGap + Math.max(0, dynamic);
  }

  /**
   * A power of a number that is not negative. {@code StrictMath.pow} makes garbage before Java 21;
   * this does not, and has the same bits everywhere too.
   */
  private static double power(double base, double exponent) {
    return StrictMath.exp(exponent * StrictMath.log(base));
  }
}
