package io.testroad.safety;

/**
 * Measures of how near two vehicles are to a collision.
 *
 * <p>Source: the definitions and thresholds of SUMO's MSDevice_SSM.cpp; SSAM, FHWA-HRT-08-051. A
 * conflict of SUMO: TTC below 3 s, PET below 2 s, DRAC above 3 m/s²; of SSAM: TTC up to 1.5 s, PET
 * up to 5 s.
 */
public final class ConflictMeasures {

  /** TTC below which SUMO logs a conflict, s. */
  public static final double SUMO_TTC_S = 3;

  /** TTC up to which SSAM counts a conflict, s. */
  public static final double SSAM_TTC_S = 1.5;

  /** PET below which SUMO logs a conflict, s. */
  public static final double SUMO_PET_S = 2;

  /** PET up to which SSAM counts a conflict, s; from memory. */
  public static final double SSAM_PET_S = 5;

  /** DRAC above which SUMO logs a conflict, m/s². */
  public static final double SUMO_DRAC_MPS2 = 3;

  /** Modified DRAC above which SUMO logs a conflict, m/s². */
  public static final double SUMO_MDRAC_MPS2 = 3.4;

  private ConflictMeasures() {}

  /**
   * The time to collision, s: gap over closing speed; infinite when the gap does not shrink, 0 when
   * there is none left.
   */
  public static double timeToCollisionS(double gapM, double speedMps, double leaderSpeedMps) {
    double closing = speedMps - leaderSpeedMps;
    if (closing <= 0) {
      return Double.POSITIVE_INFINITY;
    }
    return Math.max(0, gapM) / closing;
  }

  /**
   * The deceleration that just avoids the collision, DRAC, m/s², positive: closing speed squared
   * over twice the gap; 0 when the gap does not shrink, infinite when it is used up.
   */
  public static double dracMps2(double gapM, double speedMps, double leaderSpeedMps) {
    double closing = speedMps - leaderSpeedMps;
    if (closing <= 0) {
      return 0;
    }
    return gapM <= 0 ? Double.POSITIVE_INFINITY : closing * closing / (2 * gapM);
  }

  /** DRAC when braking begins after a reaction time only (MDRAC), m/s². */
  public static double modifiedDracMps2(
      double gapM, double speedMps, double leaderSpeedMps, double reactionS) {
    double closing = speedMps - leaderSpeedMps;
    return closing <= 0 ? 0 : dracMps2(gapM - closing * reactionS, speedMps, leaderSpeedMps);
  }

  /**
   * The post-encroachment time, s: from the first one's leaving the conflict area to the second
   * one's entering it; negative when both were in it.
   */
  public static double postEncroachmentTimeS(double firstLeavesS, double secondEntersS) {
    return secondEntersS - firstLeavesS;
  }
}
