package io.testroad.bench.models;

import io.testroad.demand.VehicleType;

/**
 * Flow on a ring road by density, each density with evenly spaced cars driven to a steady state.
 */
final class Sweep {

  private static final int CARS = 20;
  private static final double SHORTEST_M = 150;
  private static final double SETTLE_S = 150;
  private static final double MEASURE_S = 30;
  private static final double NARROWEST = 0.004;
  private static final double GOLDEN = 0.6180339887498949;

  /**
   * A state of homogeneous traffic.
   *
   * @param densityPerM vehicles a metre
   * @param speedMps mean speed
   */
  record State(double densityPerM, double speedMps) {

    double flowPerS() {
      return densityPerM * speedMps;
    }
  }

  private final CarSet set;
  private final VehicleType type;
  private final double stepS;

  Sweep(CarSet set, VehicleType type, double stepS) {
    this.set = set;
    this.type = type;
    this.stepS = stepS;
  }

  /** The state at a density, vehicles a metre. */
  State at(double densityPerM) {
    int cars = Math.max(CARS, 2 * (int) Math.ceil(SHORTEST_M * densityPerM / 2));
    Ring ring = new Ring(set, type, cars, cars / densityPerM, stepS, 0);
    while (ring.nowS() < SETTLE_S) {
      ring.step();
    }
    ring.forgetDriven();
    double began = ring.nowS();
    while (ring.nowS() < began + MEASURE_S) {
      ring.step();
    }
    return new State(cars / ring.lengthM(), ring.meanDrivenM() / (ring.nowS() - began));
  }

  /** The state of the highest flow between two densities, by the golden section. */
  State highest(double fromPerM, double toPerM) {
    double low = fromPerM;
    double high = toPerM;
    State left = at(high - GOLDEN * (high - low));
    State right = at(low + GOLDEN * (high - low));
    while (high - low > NARROWEST * high) {
      if (left.flowPerS() > right.flowPerS()) {
        high = right.densityPerM();
        right = left;
        left = at(high - GOLDEN * (high - low));
      } else {
        low = left.densityPerM();
        left = right;
        right = at(low + GOLDEN * (high - low));
      }
    }
    return left.flowPerS() > right.flowPerS() ? left : right;
  }
}
