package io.testroad.traffic;

import io.testroad.demand.VehicleType;

/**
 * The driver under consideration: a vehicle's state and its type's parameters, and what the
 * car-following model lets him do. One object serves a region for all its vehicles in turn.
 *
 * <p>Every answer is the highest next speed, m/s, that meets a condition; models given as
 * accelerations answer with the speed they lead to after a tick, never above what can still be
 * stopped.
 */
final class Driver {

  private static final double NEAREST_M = 0.01;
  private static final double STANDSTILL_M = 0.5;

  private final Region region;
  private final VehicleColumns v;
  private final double dt;

  VehicleType type;
  double speed;
  double desired;
  double length;
  double minGap;
  double accel;
  double decel;
  double emergencyDecel;
  double tau;
  double topSpeed;
  private boolean krauss;
  private double gapForTopSpeed;
  private double gapForDesired;
  private double brakeGap;

  Driver(Region region) {
    this.region = region;
    this.v = region.v;
    this.dt = region.dt;
    type =
        region.traffic.types.length == 0
            ? VehicleType.passenger("none", VehicleType.Model.KRAUSS)
            : region.traffic.types[0];
  }

  /** Turns to a vehicle. */
  void load(int row) {
    type = region.traffic.types[v.type[row]];
    speed = v.speed[row];
    length = type.lengthM();
    minGap = type.minGapM();
    accel = type.accelMps2();
    decel = type.decelMps2();
    emergencyDecel = type.emergencyDecelMps2();
    tau = type.tauS() * region.roads.headwayFactor;
    krauss = type.model() == VehicleType.Model.KRAUSS;
    desired = Math.max(region.topSpeed(row, v.lane[row]), 0.01);
    topSpeed = Math.min(speed + accel * dt, type.maxSpeedMps());
    gapForTopSpeed = -1;
    gapForDesired = -1;
    brakeGap = -1;
  }

  boolean followsKrauss() {
    return krauss;
  }

  /** The speed with nothing in the way. */
  double freeSpeed() {
    if (krauss) {
      return Math.min(topSpeed, Math.max(desired, speed - decel * dt));
    }
    double free =
        Idm.acceleration(
            speed, desired, Double.POSITIVE_INFINITY, 0, tau, accel, decel, minGap, type.delta());
    return Math.max(0, speed + free * dt);
  }

  /** The speed behind a vehicle at a gap, m, less the minimum gap. */
  double followSpeed(double gap, int leader) {
    VehicleType ahead = region.traffic.types[v.type[leader]];
    if (krauss) {
      return followSpeed(gap, v.speed[leader], ahead.decelMps2());
    }
    boolean cooperates = ahead.model() == VehicleType.Model.CACC;
    double next = after(gap + minGap, v.speed[leader], v.accel[leader], cooperates, minGap);
    double safe = hardestSafeSpeed(gap + minGap, v.speed[leader], ahead.decelMps2());
    return Math.min(next, safe);
  }

  /**
   * The speed behind a leader whose acceleration is not known.
   *
   * @param gap to the leader's rear less the minimum gap, m
   * @param leaderSpeed m/s
   * @param leaderDecel the leader's comfortable deceleration, m/s²
   */
  double followSpeed(double gap, double leaderSpeed, double leaderDecel) {
    if (krauss) {
      if (gap > gapForTopSpeed()) {
        return topSpeed;
      }
      double leaderBrakes = brakeGapOf(leaderSpeed, leaderDecel);
      if (gap + leaderBrakes > gapForTopSpeed) {
        return topSpeed;
      }
      double safe =
          Krauss.safeFollowSpeed(
              gap, leaderBrakes, speed, leaderSpeed, leaderDecel, decel, emergencyDecel, tau, dt);
      return Math.min(safe, topSpeed);
    }
    double next = after(gap + minGap, leaderSpeed, 0, false, minGap);
    return Math.min(next, hardestSafeSpeed(gap + minGap, leaderSpeed, leaderDecel));
  }

  /** The way, m, that a leader covers who brakes as hard as this driver, or harder if he does. */
  double brakeGapOf(int leader) {
    return brakeGapOf(v.speed[leader], region.typeOf(leader).decelMps2());
  }

  private double brakeGapOf(double leaderSpeed, double leaderDecel) {
    return Krauss.brakeGap(leaderSpeed, Math.max(decel, leaderDecel), 0, dt);
  }

  /** The speed from which the hardest braking would still do, whatever the model says. */
  private double hardestSafeSpeed(double gap, double leaderSpeed, double leaderDecel) {
    double reserve = 0.5 * emergencyDecel * dt * dt;
    double leaderBrakes =
        Krauss.brakeGap(leaderSpeed, Math.max(emergencyDecel, leaderDecel), 0, dt);
    return Krauss.safeStopSpeed(gap - reserve + leaderBrakes, emergencyDecel, dt, dt);
  }

  /** The gap from which even a standing leader does not matter for the next speed. */
  private double gapForTopSpeed() {
    if (gapForTopSpeed < 0) {
      gapForTopSpeed = gapFor(Math.max(topSpeed, speed));
    }
    return gapForTopSpeed;
  }

  /** The gap from which even a standing leader does not keep the driver from the speed he wants. */
  double gapForDesired() {
    if (gapForDesired < 0) {
      gapForDesired = gapFor(desired);
    }
    return gapForDesired;
  }

  private double gapFor(double atMost) {
    return Krauss.brakeGap(atMost, decel, tau, dt) + atMost * dt;
  }

  private double after(
      double gap, double leaderSpeed, double leaderAccel, boolean cooperates, double standstill) {
    double acceleration =
        CarFollowing.acceleration(
            type, tau, standstill, speed, desired, gap, leaderSpeed, leaderAccel, cooperates, dt);
    return Math.max(0, speed + acceleration * dt);
  }

  /** The speed when the vehicle must not go farther than a distance, m. */
  double stopSpeed(double distance) {
    return stopSpeed(distance, decel);
  }

  /** The speed when the vehicle must stop within a distance, m, braking that hard, m/s². */
  double stopSpeed(double distance, double braking) {
    if (krauss) {
      return Math.min(Krauss.safeStopSpeed(distance, braking, tau, dt), topSpeed);
    }
    double left = distance - speed * dt / 2; // half of the tick is driven at the old speed
    return Math.min(
        after(Math.max(distance + STANDSTILL_M, NEAREST_M), 0, 0, false, STANDSTILL_M),
        Krauss.safeStopSpeed(left, emergencyDecel, dt, dt));
  }

  /** The speed from which another can still be reached after a distance without hard braking. */
  double slowTo(double distance, double target) {
    if (!krauss) { // who drives at the mean of two speeds must have slowed a tick before
      return Krauss.speedToReach(Math.max(0, distance - speed * dt), target, decel, dt);
    }
    double reached = Krauss.speedToReach(distance, target, decel, dt);
    return Math.max(reached, speed - decel * dt);
  }

  /** The way needed to stop from a speed without delay, m. */
  double brakeGap(double from) {
    return Krauss.brakeGap(from, decel, 0, dt);
  }

  /** The way needed to stop from the speed now without delay, m. */
  double brakeGap() {
    if (brakeGap < 0) {
      brakeGap = brakeGap(speed);
    }
    return brakeGap;
  }

  /** The same when braking as hard as possible. */
  double hardestBrakeGap() {
    return Krauss.brakeGap(speed, emergencyDecel, 0, dt);
  }

  /** The way needed to stop from the speed now, after the time of reaction, m. */
  double reactingBrakeGap() {
    return brakeGap() + speed * tau;
  }

  /** The next speed when braking as hard as is comfortable. */
  double braked() {
    return Math.max(0, speed - decel * dt);
  }

  /** The next speed when braking as hard as possible. */
  double hardestBraked() {
    return Math.max(0, speed - emergencyDecel * dt);
  }

  /** How far ahead the driver must look, m: a tick's drive and the way to stop after it. */
  double lookAheadM() {
    return krauss ? gapForTopSpeed() : region.traffic.reachM(type, speed);
  }

  /** The speed after a distance, m, while accelerating from a speed. */
  double speedAfter(double distance, double from) {
    return Math.min(type.maxSpeedMps(), Math.sqrt(Math.max(0, from * from + 2 * accel * distance)));
  }

  /** The least time, s, to cover a distance, m, from one speed to another. */
  double secondsFor(double distance, double from, double to) {
    if (distance <= 0) {
      return 0;
    }
    double acceleration = to >= from ? accel : -decel;
    double changing = (to - from) / acceleration;
    double covered = changing * (to + from) / 2;
    if (distance >= covered) {
      return changing + (distance - covered) / Math.max(Math.max(from, to), 0.1);
    }
    return (Math.sqrt(from * from + 2 * acceleration * distance) - from) / acceleration;
  }

  /** The lowest speed at which the driver can arrive after a distance when he brakes now. */
  double slowestArrival(double distance, double from) {
    double squared = from * from - 2 * decel * distance;
    return squared <= 0 ? 0 : Math.sqrt(squared);
  }
}
