package io.testroad.bench.models;

import io.testroad.demand.VehicleType;
import io.testroad.demand.VehicleType.LaneChange;
import io.testroad.demand.VehicleType.Model;
import io.testroad.demand.VehicleType.SpeedFactor;
import io.testroad.network.VehicleClass;
import io.testroad.traffic.Idm;
import io.testroad.traffic.Iidm;
import io.testroad.traffic.SteadyState;
import io.testroad.traffic.SteadyState.Following;

/**
 * Parameters of the IDM and its relatives.
 *
 * @param v0Mps desired speed, m/s
 * @param tauS time headway T, s
 * @param aMps2 acceleration, m/s²
 * @param bMps2 comfortable deceleration, m/s²
 * @param s0M gap when standing, m
 * @param lengthM vehicles' length, m
 */
record CarSet(double v0Mps, double tauS, double aMps2, double bMps2, double s0M, double lengthM) {

  private static final double DELTA = 4;
  private static final double HARDEST_MPS2 = 9;
  private static final double STILL_MPS = 1e-9;

  /** A type of vehicles without chance that drive by a model and never change lanes. */
  VehicleType car(String id, Model model) {
    return car(id, model, v0Mps, new LaneChange(0, 0, 0, 0));
  }

  /** The same with another top speed. */
  VehicleType car(String id, Model model, double topMps) {
    return car(id, model, topMps, new LaneChange(0, 0, 0, 0));
  }

  /** A vehicle that follows Krauss' model and dawdles. */
  VehicleType dawdling(String id, double sigma) {
    return car(id, Model.KRAUSS, v0Mps, new LaneChange(0, 0, 0, 0), sigma);
  }

  VehicleType car(String id, Model model, double topMps, LaneChange laneChange) {
    return car(id, model, topMps, laneChange, 0);
  }

  private VehicleType car(
      String id, Model model, double topMps, LaneChange laneChange, double sigma) {
    return new VehicleType(
        id,
        VehicleClass.PASSENGER,
        model,
        lengthM,
        1.8,
        s0M,
        topMps,
        aMps2,
        bMps2,
        Math.max(HARDEST_MPS2, bMps2),
        tauS,
        sigma,
        DELTA,
        new SpeedFactor(1, 0, 1, 1),
        laneChange,
        0,
        1500);
  }

  /** A vehicle of the same length that stands where it is put. */
  VehicleType still(String id) {
    return new CarSet(v0Mps, tauS, aMps2, bMps2, 0, lengthM).car(id, Model.IIDM, STILL_MPS);
  }

  Following idm() {
    return (v, s, vl) -> Idm.acceleration(v, v0Mps, s, vl, tauS, aMps2, bMps2, s0M, DELTA);
  }

  Following iidm() {
    return (v, s, vl) -> Iidm.acceleration(v, v0Mps, s, vl, tauS, aMps2, bMps2, s0M, DELTA);
  }

  /** The IDM's equilibrium gap, m. */
  double idmGapM(double speedMps) {
    return SteadyState.idmGapM(speedMps, v0Mps, tauS, s0M, DELTA);
  }

  /** The equilibrium gap of the IIDM and the ACC model, m. */
  double straightGapM(double speedMps) {
    return s0M + speedMps * tauS;
  }

  /** The IIDM's highest flow, vehicles per second. */
  double iidmCapacity() {
    return v0Mps / (s0M + v0Mps * tauS + lengthM);
  }

  /** Speed of waves in congested traffic, m/s, negative: against the traffic. */
  double waveMps() {
    return -(s0M + lengthM) / tauS;
  }

  double jamDensityPerM() {
    return 1 / (s0M + lengthM);
  }
}
