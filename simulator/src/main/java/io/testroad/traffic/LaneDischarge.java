package io.testroad.traffic;

import io.testroad.demand.VehicleType;

/**
 * A queue of vehicles of one type that drives off on a lane, past a stretch on which drivers keep
 * longer headways: what it discharges, and how long headways must be for a share of that.
 *
 * <p>It is driven, not calculated: what a queue discharges is less than the equilibrium's capacity
 * with some models, Krauss' drivers dawdle, and on a short stretch nobody reaches his equilibrium.
 */
final class LaneDischarge {

  /** Where headways past the stretch are taken, m beyond its end: near, and when all are fast. */
  private static final double NEAR_M = 200;

  private static final double FAR_M = 1000;

  /** How far before the stretch the queue begins, m: who comes from a merge has some speed. */
  private static final double BEFORE_M = 50;

  private static final int VEHICLES = 180;

  /**
   * The first vehicle, from 0, whose headway counts: with some models the discharge settles only
   * after a hundred of them have passed.
   */
  private static final int FIRST = 108;

  /** Who is so far beyond the last place that counts does not matter any more, m. */
  private static final double BEYOND_M = 300;

  /** One in so many drives slower than the others by a standard deviation of his type's. */
  private static final int SLOW_ONE_IN = 8;

  private static final double DAWDLING = 0.5;
  private static final double LONGEST_S = 900;
  private static final int STEPS = 9;
  private static final double MOST = 8;
  private static final double CLOSE_ENOUGH = 0.005;

  private final VehicleType type;
  private final double weather;
  private final double dt;
  private final DriverKind ordinary;
  private final double slow;
  private final boolean cooperates;

  /** Those before have left; those from the second on have not moved yet. */
  private int foremost;

  private int standing;

  private final double[] at = new double[VEHICLES];
  private final double[] speed = new double[VEHICLES];
  private final double[] accel = new double[VEHICLES];
  private final double[] next = new double[VEHICLES];

  /**
   * A queue.
   *
   * @param weather how many times longer headways are in this weather
   * @param dt s
   */
  LaneDischarge(VehicleType type, double weather, double dt) {
    this.type = type;
    this.weather = weather;
    this.dt = dt;
    ordinary = DriverKind.of(type, weather, dt);
    VehicleType.SpeedFactor factor = type.speedFactor();
    slow = Bounds.most(factor.min(), factor.mean() - factor.deviation()) / factor.mean();
    cooperates = type.model() == VehicleType.Model.CACC;
  }

  /**
   * The discharge, vehicles per second.
   *
   * @param longer how many times longer headways are on the stretch
   * @param lengthM the stretch's length, m
   * @param desiredMps desired speed, m/s
   */
  double perS(double longer, double lengthM, double desiredMps) {
    DriverKind careful = longer == 1 ? ordinary : DriverKind.of(type, weather * longer, dt);
    for (int i = 0; i < VEHICLES; i++) {
      at[i] = -BEFORE_M - i * (ordinary.length + ordinary.minGap);
      speed[i] = 0;
      accel[i] = 0;
    }
    foremost = 0;
    standing = 1;
    Gate near = new Gate(lengthM + NEAR_M);
    Gate far = new Gate(lengthM + FAR_M);
    Gate last = longer > 1 ? near : far;
    for (double now = 0; now < LONGEST_S && Double.isNaN(last.lastS); now += dt) {
      double firstWas = at[FIRST];
      double lastWas = at[VEHICLES - 1];
      step(careful, lengthM, desiredMps);
      near.look(now, firstWas, lastWas);
      far.look(now, firstWas, lastWas);
      while (foremost < VEHICLES - 1 && at[foremost] > last.place + BEYOND_M) {
        foremost++;
      }
    }
    if (Double.isNaN(last.lastS)) {
      return 0;
    }
    return longer > 1 ? near.perS() : Bounds.most(near.perS(), far.perS());
  }

  /** A place that the queue passes. */
  private final class Gate {
    private final double place;
    private double firstS = Double.NaN;
    private double lastS = Double.NaN;

    Gate(double place) {
      this.place = place;
    }

    void look(double now, double firstWas, double lastWas) {
      if (firstWas < place && at[FIRST] >= place) {
        firstS = now + dt * (place - firstWas) / (at[FIRST] - firstWas);
      }
      if (lastWas < place && at[VEHICLES - 1] >= place) {
        lastS = now + dt * (place - lastWas) / (at[VEHICLES - 1] - lastWas);
      }
    }

    double perS() {
      return (VEHICLES - 1 - FIRST) / (lastS - firstS);
    }
  }

  private void step(DriverKind careful, double lengthM, double desired) {
    for (int i = foremost; i < standing; i++) {
      boolean isCareful = at[i] >= 0 && at[i] < lengthM;
      next[i] =
          nextSpeed(
              i, isCareful ? careful : ordinary, i % SLOW_ONE_IN == 0 ? desired * slow : desired);
    }
    int moved = standing;
    if (standing < VEHICLES && next[standing - 1] > 0) {
      standing++; // it sees a vehicle that moves from the next step on
    }
    for (int i = foremost; i < moved; i++) {
      at[i] += (ordinary.krauss ? next[i] : (speed[i] + next[i]) / 2) * dt;
      accel[i] = (next[i] - speed[i]) / dt;
      speed[i] = next[i];
    }
  }

  private double nextSpeed(int i, DriverKind kind, double desired) {
    double top = Bounds.least(speed[i] + kind.gainsInTick, Bounds.most(desired, 0));
    boolean isFree = i == foremost;
    double gap = isFree ? Double.POSITIVE_INFINITY : at[i - 1] - kind.length - at[i];
    double leads = isFree ? desired : speed[i - 1];
    if (kind.krauss) {
      double safe =
          isFree ? top : kind.safeFollowSpeed(gap - kind.minGap, speed[i], leads, ordinary);
      return kind.nextSpeed(speed[i], Bounds.least(top, safe), DAWDLING);
    }
    double wanted =
        kind.speedBehind(
            speed[i],
            desired,
            gap,
            leads,
            isFree ? 0 : accel[i - 1],
            cooperates && !isFree,
            kind.minGap);
    double safe = isFree ? top : kind.hardestSafeSpeed(gap, leads, ordinary.decel);
    double most = Bounds.least(Bounds.least(wanted, safe), top);
    return Bounds.most(most, Bounds.most(0, speed[i] - kind.losesAtMost));
  }

  /**
   * How many times longer headways must be on a stretch for the lane to discharge a share of what
   * it does ordinarily; 1 to {@value #MOST}.
   *
   * @param share over 0 to 1
   * @param ordinaryPerS what it discharges ordinarily, {@link #perS} without care
   * @param lengthM the stretch's length, m
   * @param nowMps the desired speed now, m/s
   */
  double headwayFactor(double share, double ordinaryPerS, double lengthM, double nowMps) {
    double wanted = share * ordinaryPerS;
    double low = 1;
    double high = MOST;
    double tried = Bounds.least(MOST, 1 / share);
    for (int i = 0; i < STEPS; i++) {
      double found = perS(tried, lengthM, nowMps);
      if (Math.abs(found - wanted) < CLOSE_ENOUGH * wanted) {
        return tried;
      }
      if (found > wanted) {
        low = tried;
      } else {
        high = tried;
      }
      // headways in all are about proportional: one step of that kind, kept between the bounds
      double guess = tried * found / wanted;
      tried = guess > low && guess < high ? guess : (low + high) / 2;
    }
    return tried;
  }
}
