package io.testroad.traffic;

import io.testroad.demand.AccGains;

/**
 * The adaptive cruise control of the PATH programme.
 *
 * <p>Sources: V. Milanés and S. E. Shladover, "Modeling cooperative and autonomous adaptive cruise
 * control dynamic responses using experimental data", Transportation Research Part C 48 (2014); L.
 * Xiao, M. Wang and B. van Arem, Transportation Research Record 2623 (2017); SUMO,
 * MSCFModel_ACC.cpp. Different here: the law has no memory (between 100 and 120 m the lower of the
 * two laws counts instead of the last one), the desired speed bounds the gap law too, and the error
 * in speed that picks the mode is that towards the leader, as Xiao has it, not that towards the
 * desired speed.
 *
 * <p>String-unstable at usual headways; the law is stable from 2.66 s on.
 */
public final class PathAcc {

  private static final double SPEED_LAW_BEYOND_M = 120;
  private static final double NEAR_GAP_M = 0.2;
  private static final double NEAR_SPEED_MPS = 0.1;

  private PathAcc() {}

  /**
   * Acceleration, m/s², not bounded by what the vehicle can do.
   *
   * @param gains its gains
   * @param speed own speed, m/s
   * @param desired desired speed, m/s
   * @param gap net distance to the leader, m; infinite when there is none
   * @param leaderSpeed m/s
   * @param headway time gap h, s
   * @param minGap gap kept when standing, m
   */
  public static double acceleration(
      AccGains gains,
      double speed,
      double desired,
      double gap,
      double leaderSpeed,
      double headway,
      double minGap) {
    double free = gains.speedControl() * (desired - speed);
    if (gap > SPEED_LAW_BEYOND_M) {
      return free;
    }
    double error = gap - minGap - headway * speed;
    return Math.min(free, gapLaw(gains, error, leaderSpeed - speed));
  }

  /**
   * Acceleration by the gap, m/s².
   *
   * @param error gap beyond the wanted one, m
   * @param rate the leader's speed less the own, m/s
   */
  static double gapLaw(AccGains gains, double error, double rate) {
    if (Math.abs(error) < NEAR_GAP_M && Math.abs(rate) < NEAR_SPEED_MPS) {
      return gains.gap() * error + gains.gapRate() * rate;
    }
    return error < 0
        ? gains.avoidance() * error + gains.avoidanceRate() * rate
        : gains.closing() * error + gains.closingRate() * rate;
  }
}
