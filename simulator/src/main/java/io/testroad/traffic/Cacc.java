package io.testroad.traffic;

import io.testroad.demand.CaccGains;

/**
 * The cooperative adaptive cruise control of the PATH programme, behind a leader who has it too.
 *
 * <p>At each step of control the speed changes by kp·e + kd·ė, with the gap error e = s − s0 − h·v
 * and its rate ė = vₗ − v − h·dv/dt; gains differ between keeping the gap, closing it and avoiding
 * a collision.
 *
 * <p>Sources: V. Milanés and S. E. Shladover, Transportation Research Part C 48 (2014); L. Xiao, M.
 * Wang and B. van Arem, Transportation Research Record 2623 (2017); SUMO, MSCFModel_CACC.cpp.
 * Different here:
 *
 * <ul>
 *   <li>A step of control lasts {@link #PERIOD_S} or a tick, whichever is longer, so that shorter
 *       ticks do not make a harder controller.
 *   <li>The acceleration in ė is the one that is sought, not the last: with the last one the
 *       published kd diverges whenever kd·h exceeds the step.
 *   <li>No memory: the speed law counts beyond a time gap of 2 s, the lower of the two laws below.
 * </ul>
 */
final class Cacc {

  /** The controller's step, s. */
  static final double PERIOD_S = 0.1;

  private static final double SPEED_LAW_BEYOND_S = 2;
  private static final double SPEED_LAW_MARGIN_M = 1.66;
  private static final double NEAR_GAP_M = 0.2;
  private static final double NEAR_SPEED_MPS = 0.1;

  private Cacc() {}

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
   * @param dt tick, s
   */
  static double acceleration(
      CaccGains gains,
      double speed,
      double desired,
      double gap,
      double leaderSpeed,
      double headway,
      double minGap,
      double dt) {
    double free = gains.speedControl() * (desired - speed);
    double room = gap - minGap;
    double error = room - headway * speed;
    if (room > SPEED_LAW_BEYOND_S * speed && error > SPEED_LAW_MARGIN_M) {
      return free;
    }
    return Math.min(free, gapLaw(gains, error, leaderSpeed - speed, headway, dt));
  }

  /**
   * Acceleration by the gap, m/s².
   *
   * @param error gap beyond the wanted one, m
   * @param rate the leader's speed less the own, m/s
   */
  static double gapLaw(CaccGains gains, double error, double rate, double headway, double dt) {
    if (error < 0) {
      return solve(gains.avoidance(), gains.avoidanceRate(), error, rate, headway, dt);
    }
    if (error < NEAR_GAP_M && Math.abs(rate) < NEAR_SPEED_MPS) {
      return solve(gains.gap(), gains.gapRate(), error, rate, headway, dt);
    }
    return solve(gains.closing(), gains.closingRate(), error, rate, headway, dt);
  }

  /** The acceleration x with x·step = kp·e + kd·(vₗ − v − h·x). */
  static double solve(double kp, double kd, double error, double rate, double headway, double dt) {
    return (kp * error + kd * rate) / (Math.max(dt, PERIOD_S) + kd * headway);
  }
}
