package io.testroad.demand;

import io.testroad.network.VehicleClass;

/**
 * The parameters that vehicles of a kind share. Defaults: SUMO's for its vehicle class ("Definition
 * of Vehicles, Vehicle Types, and Routes" in its documentation).
 *
 * @param id the type's id
 * @param vehicleClass its class, which permissions look at
 * @param model car-following model
 * @param lengthM m, positive
 * @param widthM m, positive
 * @param minGapM gap kept when standing (IDM: s0), m
 * @param maxSpeedMps technical top speed, m/s
 * @param accelMps2 acceleration ability (IDM: a), m/s²
 * @param decelMps2 comfortable deceleration (IDM: b), m/s²
 * @param emergencyDecelMps2 hardest possible braking, m/s²
 * @param tauS desired time headway (IDM: T), s
 * @param sigma Krauss' dawdling, 0 to 1
 * @param delta IDM's acceleration exponent
 * @param speedFactor distribution of the factor a driver applies to speed limits
 * @param laneChange lane-change behaviour
 * @param impatience willingness to take right of way, 0 to 1
 * @param massKg mass, kg
 */
public record VehicleType(
    String id,
    VehicleClass vehicleClass,
    Model model,
    double lengthM,
    double widthM,
    double minGapM,
    double maxSpeedMps,
    double accelMps2,
    double decelMps2,
    double emergencyDecelMps2,
    double tauS,
    double sigma,
    double delta,
    SpeedFactor speedFactor,
    LaneChange laneChange,
    double impatience,
    double massKg) {

  /** Car-following models. */
  public enum Model {
    IDM,
    KRAUSS
  }

  /**
   * A truncated normal distribution of speed factors.
   *
   * @param mean mean
   * @param deviation standard deviation
   * @param min smallest value
   * @param max largest value
   */
  public record SpeedFactor(double mean, double deviation, double min, double max) {}

  /**
   * Eagerness for lane changes, SUMO's lc parameters; 1 is normal, 0 switches one off.
   *
   * @param strategic to follow the route
   * @param cooperative to help others
   * @param speedGain to go faster
   * @param keepRight to keep right
   */
  public record LaneChange(
      double strategic, double cooperative, double speedGain, double keepRight) {}

  /** A class's default vehicle in SUMO, driving by Krauss' model. */
  public static VehicleType ofClass(String id, VehicleClass vehicleClass) {
    return new TypeDraft(id, vehicleClass).finish();
  }

  /** SUMO's default passenger car, driving by a model. */
  public static VehicleType passenger(String id, Model model) {
    return new VehicleType(
        id,
        VehicleClass.PASSENGER,
        model,
        5,
        1.8,
        2.5,
        55.55,
        2.6,
        4.5,
        9,
        1,
        0.5,
        4,
        new SpeedFactor(1, 0.1, 0.2, 2),
        new LaneChange(1, 1, 1, 1),
        0,
        1500);
  }
}
