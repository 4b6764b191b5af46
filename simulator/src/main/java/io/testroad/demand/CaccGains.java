package io.testroad.demand;

/**
 * The gains of the PATH cooperative adaptive cruise controller; those of gaps change the speed at
 * each step of control.
 *
 * <p>Source: V. Milanés and S. E. Shladover, Transportation Research Part C 48 (2014); SUMO's
 * MSCFModel_CACC.cpp.
 *
 * @param speedControl of the speed error without a leader, 1/s
 * @param gap of the gap error near the wanted gap (kp), 1/s
 * @param gapRate of its rate near the wanted gap (kd), without unit
 * @param closing of the gap error beyond the wanted gap, 1/s
 * @param closingRate of its rate beyond the wanted gap, without unit
 * @param avoidance of the gap error below the wanted gap, 1/s
 * @param avoidanceRate of its rate below the wanted gap, without unit
 * @param fallbackHeadwayS headway behind a leader who has no such controller, s
 */
public record CaccGains(
    double speedControl,
    double gap,
    double gapRate,
    double closing,
    double closingRate,
    double avoidance,
    double avoidanceRate,
    double fallbackHeadwayS) {

  /** The published gains: kp 0.45, kd 0.25. */
  public static final CaccGains PUBLISHED =
      new CaccGains(0.4, 0.45, 0.25, 0.005, 0.05, 0.45, 0.05, 1);

  /** SUMO's gains: kd is a twentieth of the published one. */
  public static final CaccGains SUMO = new CaccGains(0.4, 0.45, 0.0125, 0.005, 0.05, 0.45, 0.05, 1);
}
