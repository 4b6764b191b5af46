package io.testroad.safety;

/**
 * Sums, step by step, for how long (TET) and how deeply (TIT) a vehicle's time to collision was
 * below a threshold. Not thread-safe; allocates nothing after its making.
 *
 * <p>Source: M. M. Minderhoud and P. H. L. Bovy, Accident Analysis and Prevention 33 (2001); from
 * memory. Usual thresholds: 1.5 to 3 s.
 */
public final class TtcExposure {

  private final double thresholdS;
  private double tetS;
  private double titS2;
  private double leastS = Double.POSITIVE_INFINITY;

  /** An empty sum over a threshold, s. */
  public TtcExposure(double thresholdS) {
    this.thresholdS = thresholdS;
  }

  /** Adds a step during which the time to collision was {@code ttcS}. */
  public void add(double ttcS, double stepS) {
    tetS += exposedS(ttcS, thresholdS, stepS);
    titS2 += integratedS2(ttcS, thresholdS, stepS);
    leastS = Math.min(leastS, ttcS);
  }

  /** Forgets everything. */
  public void clear() {
    tetS = 0;
    titS2 = 0;
    leastS = Double.POSITIVE_INFINITY;
  }

  /** Time exposed, TET, s. */
  public double tetS() {
    return tetS;
  }

  /** Time integrated, TIT, s²: the integral of how far TTC was below the threshold. */
  public double titS2() {
    return titS2;
  }

  /** The least time to collision so far, s; infinite when there was none. */
  public double leastTtcS() {
    return leastS;
  }

  /** What a step adds to TET, s; for those who keep sums in columns. */
  public static double exposedS(double ttcS, double thresholdS, double stepS) {
    return ttcS < thresholdS ? stepS : 0;
  }

  /** What a step adds to TIT, s²; for those who keep sums in columns. */
  public static double integratedS2(double ttcS, double thresholdS, double stepS) {
    return ttcS < thresholdS ? (thresholdS - ttcS) * stepS : 0;
  }
}
