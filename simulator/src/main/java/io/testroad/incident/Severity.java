package io.testroad.incident;

import java.util.List;

/** The words for how bad a collision is, and what is drawn by how hard it was. */
final class Severity {

  static final String DAMAGE = "property-damage";
  static final String SLIGHT = "slight-injury";
  static final String SERIOUS = "serious-injury";
  static final String DEATH = "death";

  private static final List<String> FROM_THE_LEAST = List.of(DAMAGE, SLIGHT, SERIOUS, DEATH);
  private static final double KMH = 3.6;

  private Severity() {}

  /** The worse of two. */
  static String worse(String a, String b) {
    return FROM_THE_LEAST.indexOf(a) >= FROM_THE_LEAST.indexOf(b) ? a : b;
  }

  /**
   * The probability that somebody in a vehicle is injured at all: logit −4.122 + 0.1178·Δv, Δv in
   * km/h. Grade: assumption, 5 % at 10 and 50 % at 35 km/h.
   */
  static double anyInjury(double deltaVMps) {
    return logistic(-4.122 + 0.1178 * deltaVMps * KMH);
  }

  /**
   * The probability that somebody in a vehicle is injured seriously (MAIS 2 or more): logit −5.161
   * + 0.0635·Δv, Δv in km/h. Grade: assumption through 25 % at 64 km/h (a source's figure for
   * impacts that are not oblique) and 2 % at 20 km/h.
   */
  static double seriousInjury(double deltaVMps) {
    return logistic(-5.161 + 0.0635 * deltaVMps * KMH);
  }

  private static double logistic(double logit) {
    return 1 / (1 + StrictMath.exp(-logit));
  }
}
