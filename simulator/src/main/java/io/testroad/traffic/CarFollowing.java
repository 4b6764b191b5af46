package io.testroad.traffic;

import io.testroad.demand.Automation;
import io.testroad.demand.VehicleType;

/** The models that decide an acceleration, by a vehicle type's choice; Krauss decides a speed. */
final class CarFollowing {

  /** How far a controller may exceed the safe speed before it is overruled, m/s: SUMO's. */
  private static final double OVERRIDE_MPS = 2;

  private CarFollowing() {}

  /**
   * Acceleration, m/s², behind one leader or without one. Allocates nothing.
   *
   * <p>Errors: {@link IllegalArgumentException} for Krauss, whose speed {@link Krauss} tells.
   *
   * @param type whose model and abilities count
   * @param headway the type's headway times the weather's factor, s
   * @param minGap gap kept when standing, m: the type's behind vehicles, less before stop lines
   * @param speed own speed, m/s
   * @param desired desired speed, m/s, positive
   * @param gap net distance to the leader, m; infinite when there is none
   * @param leaderSpeed m/s
   * @param leaderAccel the leader's acceleration, m/s²
   * @param cooperates whether the leader sends what CACC needs: he drives by CACC himself
   * @param dt tick, s
   */
  static double acceleration(
      VehicleType type,
      double headway,
      double minGap,
      double speed,
      double desired,
      double gap,
      double leaderSpeed,
      double leaderAccel,
      boolean cooperates,
      double dt) {
    double a = type.accelMps2();
    double b = type.decelMps2();
    return switch (type.model()) {
      case IDM ->
          Idm.acceleration(speed, desired, gap, leaderSpeed, headway, a, b, minGap, type.delta());
      case IIDM ->
          Iidm.acceleration(speed, desired, gap, leaderSpeed, headway, a, b, minGap, type.delta());
      case ACC ->
          Acc.acceleration(
              speed,
              desired,
              gap,
              leaderSpeed,
              leaderAccel,
              headway,
              a,
              b,
              minGap,
              type.delta(),
              type.automation().coolness());
      case PATH_ACC -> pathAcc(type, headway, minGap, speed, desired, gap, leaderSpeed, dt);
      case CACC -> {
        Automation set = type.automation();
        if (!cooperates) {
          // The weather's factor on the headway stays.
          double fallback = set.cacc().fallbackHeadwayS() * (headway / type.tauS());
          yield pathAcc(type, fallback, minGap, speed, desired, gap, leaderSpeed, dt);
        }
        double wanted =
            Cacc.acceleration(set.cacc(), speed, desired, gap, leaderSpeed, headway, minGap, dt);
        yield bounded(type, wanted, headway, gap - minGap, speed, leaderSpeed, dt);
      }
      case KRAUSS -> throw new IllegalArgumentException("Krauss' model decides a speed");
    };
  }

  private static double pathAcc(
      VehicleType type,
      double headway,
      double minGap,
      double speed,
      double desired,
      double gap,
      double leaderSpeed,
      double dt) {
    double wanted =
        PathAcc.acceleration(
            type.automation().acc(), speed, desired, gap, leaderSpeed, headway, minGap);
    return bounded(type, wanted, headway, gap - minGap, speed, leaderSpeed, dt);
  }

  /**
   * The wanted acceleration as the vehicle can and, by SUMO's collision-avoidance override, may do:
   * linear laws alone run into a leader who stands.
   */
  private static double bounded(
      VehicleType type,
      double wanted,
      double headway,
      double room,
      double speed,
      double leaderSpeed,
      double dt) {
    double most = Math.min(wanted, type.accelMps2());
    if (room < Double.POSITIVE_INFINITY) {
      double safe =
          Krauss.safeFollowSpeed(
              room,
              speed,
              leaderSpeed,
              type.decelMps2(),
              type.decelMps2(),
              type.emergencyDecelMps2(),
              Math.max(headway, dt),
              dt);
      double allowed = safe + Math.min(OVERRIDE_MPS, Math.max(0, room));
      most = Math.min(most, (allowed - speed) / dt);
    }
    return Math.max(most, -type.emergencyDecelMps2());
  }
}
