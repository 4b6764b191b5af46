package io.testroad.demand;

/**
 * The parameters of the lane-change model MOBIL.
 *
 * <p>Source: A. Kesting, M. Treiber and D. Helbing, Transportation Research Record 1999 (2007).
 *
 * @param politeness p, the weight of others' gains, 0 (egoistic) to 1
 * @param thresholdMps2 a_thr, the least gain worth a change, m/s²
 * @param safeDecelMps2 b_safe, the hardest braking a change may force on the new follower, m/s²
 * @param biasMps2 preference for the right lane, m/s²
 */
public record MobilParameters(
    double politeness, double thresholdMps2, double safeDecelMps2, double biasMps2) {

  /** The values of the authors' web page, with a politeness from the middle of their range. */
  public static final MobilParameters DEFAULT = new MobilParameters(0.2, 0.2, 4, 0.2);
}
