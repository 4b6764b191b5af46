package io.testroad.traffic;

/**
 * The car-following model of Krauss as SUMO has it, with the Euler update.
 *
 * <p>Sources: S. Krauss, "Microscopic Modeling of Traffic Flow", 1998; SUMO, MSCFModel.cpp and
 * MSCFModel_Krauss.cpp (maximumSafeStopSpeedEuler, maximumSafeFollowSpeed, freeSpeed, dawdle2). Not
 * supported: ballistic update, extended idle, sigma steps.
 */
final class Krauss {

  static final double EPS = 0.001;
  private static final double EMERGENCY_AMPLIFIER = 1.2;

  private Krauss() {}

  /**
   * Distance covered while braking to a stand in steps, m.
   *
   * @param speed m/s
   * @param decel m/s², positive
   * @param headway seconds driven on before braking
   * @param dt s
   */
  static double brakeGap(double speed, double decel, double headway, double dt) {
    double reduction = decel * dt;
    int steps = (int) (speed / reduction);
    return dt * (steps * speed - reduction * steps * (steps + 1) / 2) + speed * headway;
  }

  /** The highest next speed, m/s, from which the vehicle can stop within a gap, m. */
  static double safeStopSpeed(double gap, double decel, double headway, double dt) {
    double g = gap - EPS;
    if (g < 0) {
      return 0;
    }
    double b = decel * dt;
    double t = headway;
    double n =
        Math.floor(
            .5 - (t + Math.sqrt(dt * dt + 4.0 * (dt * (2.0 * g / b - t) + t * t)) * -0.5) / dt);
    double h = 0.5 * n * (n - 1) * b * dt + n * b * t;
    double r = (g - h) / (n * dt + t);
    return n * b + r;
  }

  /**
   * The highest next speed, m/s, that is safe behind a leader.
   *
   * @param gap space to the leader's rear less the minimum gap, m; negative: too near already
   * @param speed own speed, m/s
   * @param leaderSpeed m/s
   * @param leaderDecel the leader's deceleration, m/s²
   * @param decel own comfortable deceleration, m/s²
   * @param emergencyDecel own hardest deceleration, m/s²
   */
  static double safeFollowSpeed(
      double gap,
      double speed,
      double leaderSpeed,
      double leaderDecel,
      double decel,
      double emergencyDecel,
      double headway,
      double dt) {
    double x;
    if (gap >= 0) {
      double leaderBrakes = brakeGap(leaderSpeed, Bounds.most(decel, leaderDecel), 0, dt);
      x = safeStopSpeed(gap + leaderBrakes, decel, headway, dt);
    } else {
      x = Bounds.most(0, speed - emergencyDecel * dt);
    }
    double wantedDecel = (speed - x) / dt;
    if (decel < emergencyDecel && wantedDecel > decel + EPS) {
      double chosen =
          emergencyBraking(
              gap, speed, leaderSpeed, leaderDecel, decel, emergencyDecel, wantedDecel);
      x = Bounds.most(0, speed - chosen * dt);
    }
    return x;
  }

  /** How hard a driver brakes, m/s², who would have to brake harder than is comfortable. */
  static double emergencyBraking(
      double gap,
      double speed,
      double leaderSpeed,
      double leaderDecel,
      double decel,
      double emergencyDecel,
      double wantedDecel) {
    double needed =
        EMERGENCY_AMPLIFIER
            * emergencyDeceleration(gap, speed, leaderSpeed, leaderDecel, emergencyDecel);
    return Bounds.least(Bounds.most(needed, decel), wantedDecel);
  }

  private static double emergencyDeceleration(
      double gap, double speed, double leaderSpeed, double leaderDecel, double emergencyDecel) {
    if (gap <= 0) {
      return emergencyDecel;
    }
    double leaderBrakeDistance = 0.5 * leaderSpeed * leaderSpeed / leaderDecel;
    double b1 = 0.5 * speed * speed / (gap + leaderBrakeDistance);
    if (b1 <= leaderDecel) {
      return b1;
    }
    return 0.5 * (speed * speed - leaderSpeed * leaderSpeed) / gap;
  }

  /** The highest next speed from which a target speed is still reached after a distance. */
  static double speedToReach(double distance, double targetSpeed, double decel, double dt) {
    double v = targetSpeed * dt;
    if (distance < v) {
      return targetSpeed;
    }
    double b = decel * dt * dt;
    double y =
        Bounds.most(
            0,
            (Math.sqrt((b + 2.0 * v) * (b + 2.0 * v) + 8.0 * b * distance) - b) * 0.5 / b - v / b);
    double whole = Math.floor(y);
    double exactGap = (whole * whole + whole) * 0.5 * b + whole * v + (y > whole ? v : 0.0);
    return Bounds.most(0.0, distance - exactGap) / (whole + 1) / dt
        + whole * decel * dt
        + targetSpeed;
  }

  /** A speed after the driver's imperfection. */
  static double dawdle(double speed, double accel, double sigma, double random, double dt) {
    double slower = speed - dt * sigma * Math.min(speed, accel) * random;
    return Bounds.most(0, slower);
  }
}
