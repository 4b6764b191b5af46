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

  /** No driver wants to be slower, m/s. */
  static final double SLOWEST_MPS = 0.01;

  private final Region region;
  private final VehicleTable v;
  private final double dt;

  /** What the driver has in common with others of his vehicle's type. */
  DriverKind kind;

  double speed;
  double desired;
  double topSpeed;
  private double gapForTopSpeed;
  private double gapForDesired;
  private double brakeGap;

  Driver(Region region) {
    this.region = region;
    this.v = region.v;
    this.dt = region.dt;
    kind = region.kinds[0];
  }

  /** Turns to a vehicle. */
  void load(int row) {
    take(row, Bounds.most(region.topSpeed(row, v.lane[row]), SLOWEST_MPS), -1);
  }

  /**
   * Turns to a vehicle of whose driver something is known.
   *
   * @param wanted the speed he wants where he is, m/s
   * @param reach the gap, m, from which even a standing leader does not matter to him; negative:
   *     not known
   */
  void take(int row, double wanted, double reach) {
    kind = region.kindOf(row);
    speed = v.speed[row];
    desired = wanted;
    topSpeed = Bounds.least(speed + kind.gainsInTick, kind.maxSpeed);
    gapForTopSpeed = reach;
    gapForDesired = -1;
    brakeGap = -1;
  }

  /** The speed with nothing in the way. */
  double freeSpeed() {
    if (kind.krauss) {
      return Bounds.least(topSpeed, Bounds.most(desired, speed - kind.losesInTick));
    }
    double free =
        Idm.acceleration(
            speed,
            desired,
            Double.POSITIVE_INFINITY,
            0,
            kind.tau,
            kind.accel,
            kind.decel,
            kind.minGap,
            kind.type.delta());
    double next = Bounds.most(0, speed + free * dt);
    return Bounds.least(next, Bounds.most(desired, speed)); // long ticks would carry him beyond
  }

  /** The speed behind a vehicle at a gap, m, less the minimum gap. */
  double followSpeed(double gap, int leader) {
    DriverKind ahead = region.kindOf(leader);
    if (kind.krauss) {
      return followSpeed(gap, v.speed[leader], ahead);
    }
    boolean cooperates = ahead.type.model() == VehicleType.Model.CACC;
    double next = after(gap + kind.minGap, v.speed[leader], v.accel[leader], cooperates);
    double safe = kind.hardestSafeSpeed(gap + kind.minGap, v.speed[leader], ahead.decel);
    return Bounds.least(next, safe);
  }

  /**
   * The speed behind a leader whose acceleration is not known.
   *
   * @param gap to the leader's rear less the minimum gap, m
   * @param leaderSpeed m/s
   * @param ahead the leader's kind
   */
  double followSpeed(double gap, double leaderSpeed, DriverKind ahead) {
    if (kind.krauss) {
      return gap > gapForTopSpeed()
          ? topSpeed
          : Bounds.least(kind.safeFollowSpeed(gap, speed, leaderSpeed, ahead), topSpeed);
    }
    double next = after(gap + kind.minGap, leaderSpeed, 0, false);
    return Bounds.least(next, kind.hardestSafeSpeed(gap + kind.minGap, leaderSpeed, ahead.decel));
  }

  /** The way, m, that a leader covers who brakes as hard as this driver, or harder if he does. */
  double brakeGapOf(int leader) {
    return kind.leaderBrakes(v.speed[leader], region.kindOf(leader));
  }

  /** The gap from which even a standing leader does not matter for the next speed. */
  private double gapForTopSpeed() {
    if (gapForTopSpeed < 0) {
      gapForTopSpeed = gapFor(Bounds.most(topSpeed, speed));
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
    return kind.stopping.reactingDistance(atMost) + atMost * dt;
  }

  private double after(double gap, double leaderSpeed, double leaderAccel, boolean cooperates) {
    return after(gap, leaderSpeed, leaderAccel, cooperates, kind.minGap);
  }

  private double after(
      double gap, double leaderSpeed, double leaderAccel, boolean cooperates, double standstill) {
    return kind.speedBehind(speed, desired, gap, leaderSpeed, leaderAccel, cooperates, standstill);
  }

  /** The speed when the vehicle must not go farther than a distance, m. */
  double stopSpeed(double distance) {
    return stopSpeed(distance, kind.stopping);
  }

  /** The speed when the vehicle must not go farther than a distance, m, because of a red light. */
  double stopSpeedAtRed(double distance) {
    return stopSpeed(distance, kind.stoppingAtRed);
  }

  private double stopSpeed(double distance, Stopping stopping) {
    if (kind.krauss) {
      return Bounds.least(stopping.safeSpeed(distance), topSpeed);
    }
    double left = distance - speed * dt / 2; // half of the tick is driven at the old speed
    return Bounds.least(
        after(Bounds.most(distance + STANDSTILL_M, NEAREST_M), 0, 0, false, STANDSTILL_M),
        Krauss.safeStopSpeed(left, kind.emergencyDecel, dt, dt));
  }

  /** The speed at which to come to a stand at a stop so far ahead, m, without braking hard. */
  double speedToStopWithin(double distance) {
    return Bounds.most(stopSpeed(distance), speed - kind.losesInTick);
  }

  /** The speed from which another can still be reached after a distance without hard braking. */
  double slowTo(double distance, double target) {
    if (!kind.krauss) { // who drives at the mean of two speeds must have slowed a tick before
      return Krauss.speedToReach(Bounds.most(0, distance - speed * dt), target, kind.decel, dt);
    }
    double reached = Krauss.speedToReach(distance, target, kind.decel, dt);
    return Bounds.most(reached, speed - kind.losesInTick);
  }

  /** The way needed to stop from a speed without delay, m. */
  double brakeGap(double from) {
    return kind.stopping.distance(from);
  }

  /** Whether the driver can still stop within a distance, m, or is so slow that a tick will do. */
  boolean canBrakeWithin(double distance) {
    return distance > brakeGap() || speed < kind.losesInTick;
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
    return Krauss.brakeGap(speed, kind.emergencyDecel, 0, dt);
  }

  /** The way needed to stop from the speed now, after the time of reaction, m. */
  double reactingBrakeGap() {
    return brakeGap() + speed * kind.tau;
  }

  /** The next speed when braking as hard as is comfortable. */
  double braked() {
    return Bounds.most(0, speed - kind.losesInTick);
  }

  /** The next speed when braking as hard as possible. */
  double hardestBraked() {
    return Bounds.most(0, speed - kind.losesAtMost);
  }

  /** How far ahead the driver must look, m: a tick's drive and the way to stop after it. */
  double lookAheadM() {
    return kind.krauss ? gapForTopSpeed() : region.traffic.reachM(kind.type, speed);
  }

  /** The speed after a distance, m, while accelerating from a speed to one at most. */
  double speedAfter(double distance, double from, double atMost) {
    return kind.speedAfter(distance, from, atMost);
  }

  /** The least time, s, to cover a distance, m, from one speed to another. */
  double secondsFor(double distance, double from, double to) {
    if (distance <= 0) {
      return 0;
    }
    double acceleration = to >= from ? kind.accel : -kind.decel;
    double changing = (to - from) / acceleration;
    double covered = changing * (to + from) / 2;
    if (distance >= covered) {
      return changing + (distance - covered) / Bounds.most(Bounds.most(from, to), 0.1);
    }
    return (Math.sqrt(from * from + 2 * acceleration * distance) - from) / acceleration;
  }

  /** The lowest speed at which the driver can arrive after a distance when he brakes now. */
  double slowestArrival(double distance, double from) {
    double squared = from * from - 2 * kind.decel * distance;
    return squared <= 0 ? 0 : Math.sqrt(squared);
  }
}
