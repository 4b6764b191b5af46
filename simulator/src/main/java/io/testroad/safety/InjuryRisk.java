package io.testroad.safety;

/**
 * Probabilities of injury, 0 to 1, as logistic functions of the impact.
 *
 * <p>Curves differ by the data they were fitted to; for pedestrians use Tefft's for the cautious
 * case and Rosén's and Sander's for the low one.
 */
public final class InjuryRisk {

  private static final double KMH = 3.6;

  private InjuryRisk() {}

  /**
   * The probability that an adult pedestrian struck by a car's front dies: 1/(1 + exp(6.9 −
   * 0.090·v)), v in km/h.
   *
   * <p>Source: E. Rosén and U. Sander, Accident Analysis and Prevention 41 (2009). Grade: the curve
   * is from memory; it agrees with the abstract, in which the risk at 50 km/h is more than twice
   * that at 40 and more than five times that at 30.
   */
  public static double pedestrianDeathRosenSander(double impactSpeedMps) {
    return logistic(-6.9 + 0.090 * impactSpeedMps * KMH);
  }

  /**
   * The probability that a pedestrian struck by a vehicle dies: logit −5.7255 + 0.08903·v, v in
   * km/h.
   *
   * <p>Source: B. C. Tefft, Accident Analysis and Prevention 50 (2013). Grade: the points (10, 25,
   * 50, 75, 90 % at 24.1, 32.5, 40.6, 48.0, 54.6 mph) were seen; the curve is our fit to them, with
   * an error of at most 0.023.
   */
  public static double pedestrianDeathTefft(double impactSpeedMps) {
    return logistic(-5.7255 + 0.08903 * impactSpeedMps * KMH);
  }

  /**
   * The probability that a pedestrian struck by a vehicle is injured severely (AIS 4 or more):
   * logit −4.6215 + 0.08760·v, v in km/h.
   *
   * <p>Source: B. C. Tefft, as above. Grade: the points (10, 25, 50, 75, 90 % at 17.1, 24.9, 33.0,
   * 40.8, 48.1 mph) were seen; the curve is our fit to them, with an error of at most 0.008.
   */
  public static double pedestrianSevereInjuryTefft(double impactSpeedMps) {
    return logistic(-4.6215 + 0.08760 * impactSpeedMps * KMH);
  }

  /**
   * The probability that a car's driver dies in a frontal impact: logit −9.315 + 0.1206·Δv, Δv in
   * km/h.
   *
   * <p>Source: D. C. Richards, Department for Transport, Road Safety Web Publication 16 (2010).
   * Grade: our fit to points from memory of which we are only moderately sure; check before relying
   * on it.
   */
  public static double driverDeathFrontal(double deltaVMps) {
    return logistic(-9.315 + 0.1206 * deltaVMps * KMH);
  }

  /**
   * The probability that a car's driver dies in a side impact: logit −9.598 + 0.1760·Δv, Δv in
   * km/h.
   *
   * <p>Source and grade: as for the frontal impact.
   */
  public static double driverDeathSide(double deltaVMps) {
    return logistic(-9.598 + 0.1760 * deltaVMps * KMH);
  }

  private static double logistic(double logit) {
    return 1 / (1 + StrictMath.exp(-logit));
  }
}
