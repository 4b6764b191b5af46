package io.testroad.demand;

/**
 * The gains of the PATH adaptive cruise controller, each for one of its modes.
 *
 * <p>Source: V. Milanés and S. E. Shladover, Transportation Research Part C 48 (2014); L. Xiao, M.
 * Wang and B. van Arem, Transportation Research Record 2623 (2017); the values as in SUMO's
 * MSCFModel_ACC.cpp.
 *
 * @param speedControl of the speed error without a leader, 1/s
 * @param gap of the gap error near the wanted gap (k1), 1/s²
 * @param gapRate of the difference in speed near the wanted gap (k2), 1/s
 * @param closing of the gap error beyond the wanted gap, 1/s²
 * @param closingRate of the difference in speed beyond the wanted gap, 1/s
 * @param avoidance of the gap error below the wanted gap, 1/s²
 * @param avoidanceRate of the difference in speed below the wanted gap, 1/s
 */
public record AccGains(
    double speedControl,
    double gap,
    double gapRate,
    double closing,
    double closingRate,
    double avoidance,
    double avoidanceRate) {

  /** The gains as published, which are SUMO's too. */
  public static final AccGains PATH = new AccGains(0.4, 0.23, 0.07, 0.04, 0.8, 0.8, 0.23);
}
