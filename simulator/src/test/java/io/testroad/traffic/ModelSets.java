package io.testroad.traffic;

import io.testroad.traffic.SteadyState.Following;

/**
 * The parameter sets whose figures are known by hand.
 *
 * @param v0 desired speed, m/s
 * @param headway T, s
 * @param a acceleration, m/s²
 * @param b comfortable deceleration, m/s²
 * @param s0 gap when standing, m
 */
record ModelSets(double v0, double headway, double a, double b, double s0) {

  /** Length of the vehicles of all sets, m. */
  static final double LENGTH_M = 5;

  /** Treiber, Hennecke and Helbing, 2000. */
  static final ModelSets IDM_2000 = new ModelSets(120 / 3.6, 1.6, 0.73, 1.67, 2);

  /** Treiber and Kesting, 2013, motorway. */
  static final ModelSets MOTORWAY = new ModelSets(120 / 3.6, 1, 1, 1.5, 2);

  /** Treiber and Kesting, 2013, city. */
  static final ModelSets CITY = new ModelSets(15, 1, 1, 1.5, 2);

  /** Kesting, Treiber and Helbing, 2010. */
  static final ModelSets ACC_2010 = new ModelSets(120 / 3.6, 1.5, 1.4, 2, 2);

  static ModelSets of(String name) {
    return switch (name) {
      case "IDM 2000" -> IDM_2000;
      case "motorway" -> MOTORWAY;
      case "city" -> CITY;
      default -> ACC_2010;
    };
  }

  Following idm() {
    return (v, s, vl) -> Idm.acceleration(v, v0, s, vl, headway, a, b, s0, 4);
  }

  Following iidm() {
    return (v, s, vl) -> Iidm.acceleration(v, v0, s, vl, headway, a, b, s0, 4);
  }

  /** The leader keeps his speed. */
  Following acc() {
    return (v, s, vl) -> Acc.acceleration(v, v0, s, vl, 0, headway, a, b, s0, 4, 0.99);
  }
}
