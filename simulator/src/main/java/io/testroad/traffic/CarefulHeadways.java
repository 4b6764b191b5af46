package io.testroad.traffic;

import io.testroad.demand.VehicleType;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How many times longer headways careful drivers keep, each case worked out once: the regions of a
 * network share what was found. What is found depends on the case alone.
 */
final class CarefulHeadways {

  /** Stretches are taken for as long as the next whole number of these, m. */
  private static final double STEP_M = 10;

  /** Shares are taken to this. */
  private static final double STEP_SHARE = 0.01;

  /**
   * A case.
   *
   * @param type index of the vehicle type
   * @param weather how many times longer headways are in this weather
   * @param share of the ordinary discharge, over 0 to 1
   * @param lengthM the stretch's length, m
   * @param ordinaryMps the desired speed in ordinary times, m/s
   * @param nowMps the desired speed now, m/s
   */
  record Case(
      int type, double weather, double share, double lengthM, double ordinaryMps, double nowMps) {

    private Case rounded() {
      return new Case(
          type,
          weather,
          Math.max(STEP_SHARE, Math.round(share / STEP_SHARE) * STEP_SHARE),
          Math.ceil(lengthM / STEP_M) * STEP_M,
          ordinaryMps,
          nowMps);
    }
  }

  /** A queue on which nobody takes care. */
  private record Ordinary(int type, double weather, double desiredMps) {}

  private final VehicleType[] types;
  private final double dt;
  private final Map<Case, Double> found = new ConcurrentHashMap<>();
  private final Map<Ordinary, Double> ordinary = new ConcurrentHashMap<>();

  /**
   * The headways of some types.
   *
   * @param dt s
   */
  CarefulHeadways(VehicleType[] types, double dt) {
    this.types = types;
    this.dt = dt;
  }

  /** How many times longer headways are, 1 or more. Thread-safe. */
  double of(Case asked) {
    return found.computeIfAbsent(asked.rounded(), this::work);
  }

  private double work(Case one) {
    LaneDischarge queue = new LaneDischarge(types[one.type], one.weather, dt);
    double ordinaryPerS =
        ordinary.computeIfAbsent(
            new Ordinary(one.type, one.weather, one.ordinaryMps),
            free -> queue.perS(1, 0, free.desiredMps));
    return queue.headwayFactor(one.share, ordinaryPerS, one.lengthM, one.nowMps);
  }
}
