package io.testroad.safety;

/**
 * Kinds of conflicts by the angle between the paths of the two vehicles.
 *
 * <p>Source: SSAM, FHWA-HRT-08-051 and its second version. Conflicts and crashes agree moderately:
 * rank correlation 0.46 over 83 signals.
 */
public enum ConflictType {
  /** One behind the other. */
  REAR_END,
  /** Side by side. */
  LANE_CHANGE,
  /** Across. */
  CROSSING;

  private static final double REAR_END_BELOW_DEG = 30;
  private static final double CROSSING_ABOVE_DEG = 85;
  private static final double FIRST_REAR_END_UP_TO_DEG = 2;
  private static final double FIRST_CROSSING_FROM_DEG = 45;

  /** The kind at an angle from 0 to 180°: rear-end below 30°, crossing above 85° (version 2). */
  public static ConflictType ofAngle(double angleDeg) {
    if (angleDeg < REAR_END_BELOW_DEG) {
      return REAR_END;
    }
    return angleDeg > CROSSING_ABOVE_DEG ? CROSSING : LANE_CHANGE;
  }

  /** The kind in SSAM's first version: rear-end up to 2°, crossing from 45°. */
  public static ConflictType ofAngleAtFirst(double angleDeg) {
    if (angleDeg <= FIRST_REAR_END_UP_TO_DEG) {
      return REAR_END;
    }
    return angleDeg >= FIRST_CROSSING_FROM_DEG ? CROSSING : LANE_CHANGE;
  }

  /** The angle between two headings, 0 to 180°. */
  public static double angleDeg(double headingDeg, double otherHeadingDeg) {
    double turn = Math.abs(headingDeg - otherHeadingDeg) % 360;
    return turn > 180 ? 360 - turn : turn;
  }
}
