package io.testroad.traffic;

import io.testroad.demand.VehicleType;

/** The drivers of a vehicle type in the weather of the hour: what they have in common. */
final class DriverKind {

  /** Drivers brake at least so hard for a red light, m/s² (SUMO: tls.yellow.min-decel). */
  private static final double RED_DECEL = 3;

  final VehicleType type;
  final double length;
  final double minGap;
  final double maxSpeed;
  final double accel;
  final double decel;
  final double emergencyDecel;

  /** Desired time headway, s. */
  final double tau;

  final boolean krauss;

  /** Krauss' dawdling, 0 to 1. */
  final double sigma;

  /** Every how many ticks they act. */
  final long actsEvery;

  /** Whether they keep RSS' safe distance. */
  final boolean keepsEnvelope;

  /** How they stop when they brake as hard as is comfortable. */
  final Stopping stopping;

  /** How they stop at a red light. */
  final Stopping stoppingAtRed;

  /** How much faster, and slower without braking hard, they can be after a tick, m/s. */
  final double gainsInTick;

  final double losesInTick;

  /** Who loses more than this in a tick brakes, m/s: half of what he finds comfortable. */
  final double brakesInTick;

  /** How much slower they can be after a tick when they brake as hard as possible, m/s. */
  final double losesAtMost;

  /** Whether they pass a scene: they change lanes only where they must. */
  final boolean isCareful;

  /** Whether they drive by Krauss' model alone, and act in every tick. */
  final boolean isPlain;

  private final double dt;
  private final double hardBraking;

  private DriverKind(VehicleType type, double headwayFactor, boolean isCareful, double dt) {
    this.type = type;
    this.isCareful = isCareful;
    this.dt = dt;
    length = type.lengthM();
    minGap = type.minGapM();
    maxSpeed = type.maxSpeedMps();
    accel = type.accelMps2();
    decel = type.decelMps2();
    emergencyDecel = type.emergencyDecelMps2();
    tau = type.tauS() * headwayFactor;
    krauss = type.model() == VehicleType.Model.KRAUSS;
    sigma = type.sigma();
    actsEvery = Math.round(type.actionStepS() / dt);
    keepsEnvelope = type.automation().rss().on();
    gainsInTick = accel * dt;
    losesInTick = decel * dt;
    brakesInTick = losesInTick / 2;
    losesAtMost = emergencyDecel * dt;
    isPlain = krauss && actsEvery <= 1 && !keepsEnvelope;
    stopping = new Stopping(decel, tau, dt);
    double redDecel = Bounds.most(Bounds.least(RED_DECEL, emergencyDecel), decel);
    stoppingAtRed = redDecel == decel ? stopping : new Stopping(redDecel, tau, dt);
    hardBraking = decel < emergencyDecel ? (decel + Krauss.EPS) * dt : Double.POSITIVE_INFINITY;
  }

  /**
   * The drivers of a type.
   *
   * @param headwayFactor how many times longer headways are in this weather
   * @param dt s
   */
  static DriverKind of(VehicleType type, double headwayFactor, double dt) {
    return new DriverKind(type, headwayFactor, false, dt);
  }

  /** The same when they pass a scene. */
  static DriverKind careful(VehicleType type, double headwayFactor, double dt) {
    return new DriverKind(type, headwayFactor, true, dt);
  }

  /**
   * The next speed, m/s, that a model other than Krauss' wants behind a leader or without one.
   *
   * @param speed own speed, m/s
   * @param desired desired speed, m/s
   * @param gap to the leader's rear, m
   * @param cooperates whether the leader sends what CACC needs
   * @param standstill the gap kept when standing, m
   */
  double speedBehind(
      double speed,
      double desired,
      double gap,
      double leaderSpeed,
      double leaderAccel,
      boolean cooperates,
      double standstill) {
    double acceleration =
        CarFollowing.acceleration(
            type, tau, standstill, speed, desired, gap, leaderSpeed, leaderAccel, cooperates, dt);
    return Bounds.most(0, speed + acceleration * dt);
  }

  /** The speed from which the hardest braking would still do, whatever the model says. */
  double hardestSafeSpeed(double gap, double leaderSpeed, double leaderDecel) {
    double reserve = 0.5 * emergencyDecel * dt * dt;
    double leaderBrakes =
        Krauss.brakeGap(leaderSpeed, Bounds.most(emergencyDecel, leaderDecel), 0, dt);
    return Krauss.safeStopSpeed(gap - reserve + leaderBrakes, emergencyDecel, dt, dt);
  }

  /** The speed after a distance, m, while accelerating from a speed to one at most. */
  double speedAfter(double distance, double from, double atMost) {
    double most = Bounds.least(maxSpeed, atMost);
    double squared = from * from + 2 * accel * Bounds.most(0, distance);
    return squared >= most * most ? most : Math.sqrt(squared);
  }

  /**
   * The next speed, m/s, of a driver of Krauss' model whom nobody asks for anything.
   *
   * @param speed now, m/s
   * @param safe the highest that is safe and that he can reach, m/s
   * @param random uniform in [0, 1)
   */
  double nextSpeed(double speed, double safe, double random) {
    double dawdled = Krauss.dawdle(safe, accel, sigma, random, dt);
    if (dawdled >= speed - losesInTick && dawdled >= Travel.CREEPING_MPS) {
      return dawdled; // what follows comes to the same for all who need not brake hard
    }
    double hardest = Bounds.most(0, speed - losesAtMost);
    double min = Bounds.least(Bounds.most(0, speed - losesInTick), Bounds.most(safe, hardest));
    double next = Bounds.most(dawdle(min, Bounds.most(min, safe), random), hardest);
    return next < Travel.CREEPING_MPS ? 0 : next;
  }

  /** A speed after the driver's imperfection, at least the lowest that he would brake to. */
  double dawdle(double lowest, double speed, double random) {
    return Bounds.most(lowest, Krauss.dawdle(speed, accel, sigma, random, dt));
  }

  /** The way, m, that a leader covers who brakes as hard as these drivers, or harder if he does. */
  double leaderBrakes(double leaderSpeed, DriverKind leader) {
    return (leader.decel > decel ? leader.stopping : stopping).distance(leaderSpeed);
  }

  /** The gap, m, less the minimum gap, from which a driver need not brake for a leader. */
  double secureGap(double speed, double leaderSpeed, DriverKind leader) {
    return Bounds.most(0, stopping.reactingDistance(speed) - leaderBrakes(leaderSpeed, leader));
  }

  /**
   * The highest next speed, m/s, that is safe behind a leader: {@link Krauss#safeFollowSpeed}.
   *
   * @param gap space to the leader's rear less the minimum gap, m; negative: too near already
   * @param speed own speed, m/s
   * @param leaderSpeed m/s
   */
  double safeFollowSpeed(double gap, double speed, double leaderSpeed, DriverKind leader) {
    double safe =
        gap >= 0
            ? stopping.safeSpeed(gap + leaderBrakes(leaderSpeed, leader))
            : Bounds.most(0, speed - losesAtMost);
    if (speed - safe <= hardBraking) {
      return safe;
    }
    double chosen =
        Krauss.emergencyBraking(
            gap, speed, leaderSpeed, leader.decel, decel, emergencyDecel, (speed - safe) / dt);
    return Bounds.most(0, speed - chosen * dt);
  }
}
