package io.testroad.traffic;

/**
 * Adaptive cruise control after Kesting, Treiber and Helbing: the IIDM, calmed by the
 * constant-acceleration heuristic (CAH) where a gap is short but not dangerous, as after a cut-in.
 *
 * <p>Source: A. Kesting, M. Treiber and D. Helbing, "Enhanced intelligent driver model to access
 * the impact of driving strategies on traffic capacity", Philosophical Transactions of the Royal
 * Society A 368 (2010), equations 2.4 to 2.6. There the IDM is mixed in; here the IIDM, as in
 * Treiber and Kesting, "Traffic Flow Dynamics", section 11.3.8.
 */
public final class Acc {

  private static final double NEAREST = 0.01;

  private Acc() {}

  /**
   * Acceleration, m/s².
   *
   * @param speed own speed v, m/s
   * @param desired desired speed v0, m/s, positive
   * @param gap net distance s to the leader, m; infinite when there is none
   * @param leaderSpeed m/s
   * @param leaderAccel the leader's acceleration, m/s²
   * @param headway T, s
   * @param accel a, m/s²
   * @param decel b, m/s²
   * @param minGap s0, m
   * @param delta exponent
   * @param coolness c, 0 to 1
   */
  public static double acceleration(
      double speed,
      double desired,
      double gap,
      double leaderSpeed,
      double leaderAccel,
      double headway,
      double accel,
      double decel,
      double minGap,
      double delta,
      double coolness) {
    double follow =
        Iidm.acceleration(speed, desired, gap, leaderSpeed, headway, accel, decel, minGap, delta);
    if (gap == Double.POSITIVE_INFINITY) {
      return follow;
    }
    double cah = constantAcceleration(speed, gap, leaderSpeed, leaderAccel, accel);
    return mix(follow, cah, decel, coolness);
  }

  /**
   * The highest acceleration, m/s², that leads to no collision if the leader keeps his acceleration
   * and own reactions are immediate (CAH).
   *
   * @param accel own acceleration ability a, which bounds what the leader is believed to do
   */
  static double constantAcceleration(
      double speed, double gap, double leaderSpeed, double leaderAccel, double accel) {
    double s = Math.max(gap, NEAREST);
    double leads = Math.min(leaderAccel, accel);
    double closing = speed - leaderSpeed;
    if (leaderSpeed * closing < -2 * s * leads) {
      return speed * speed * leads / (leaderSpeed * leaderSpeed - 2 * s * leads);
    }
    return closing > 0 ? leads - closing * closing / (2 * s) : leads;
  }

  /**
   * A model's acceleration, calmed by the heuristic, m/s².
   *
   * @param follow the model's acceleration
   * @param cah the heuristic's
   * @param decel b, m/s²
   * @param coolness c, 0 (the model alone) to 1
   */
  static double mix(double follow, double cah, double decel, double coolness) {
    if (follow >= cah) {
      return follow;
    }
    double calm = cah + decel * StrictMath.tanh((follow - cah) / decel);
    return coolness * calm + (1 - coolness) * follow;
  }
}
