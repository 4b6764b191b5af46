package io.testroad.traffic;

import io.testroad.demand.VehicleType;
import io.testroad.engine.Facts;
import io.testroad.network.VehicleClass;
import io.testroad.safety.ConflictType;
import io.testroad.safety.Impact;
import io.testroad.safety.InjuryRisk;

/**
 * The mechanics of a collision of two vehicles and what it does to those inside.
 *
 * <p>Without friction and spin: both keep going along the line of the impact together (restitution
 * 0, stated default). Who is hit from behind is judged by the frontal curve too, since there is
 * none for rear impacts: cautious.
 *
 * @param kind rear-end, lane change or crossing, by the angle (SSAM, version 2)
 * @param angleDeg angle between the two directions, 0 to 180°
 * @param closingSpeedMps speed towards each other
 * @param deltaVMps change of velocity of the vehicle that runs into the other
 * @param otherDeltaVMps change of velocity of the other
 * @param deathProbability that the driver of the first dies
 * @param otherDeathProbability that the other's driver, or the pedestrian or rider, dies
 * @param curve where the other's probability comes from
 */
record Crash(
    ConflictType kind,
    double angleDeg,
    double closingSpeedMps,
    double deltaVMps,
    double otherDeltaVMps,
    double deathProbability,
    double otherDeathProbability,
    String curve) {

  /** How far two colliding vehicles bounce: not at all. Grade: assumption. */
  static final double RESTITUTION = 0;

  /** Speed across in a hasty lane change: a lane of 3.5 m in 2 s. Grade: assumption. */
  static final double SIDEWAYS_MPS = 1.75;

  private static final String FRONTAL = "richards-frontal";
  private static final String SIDE = "richards-side";
  private static final String UNPROTECTED = "tefft";

  /**
   * The collision of a vehicle that runs into another.
   *
   * @param angleDeg angle between their directions
   */
  static Crash of(
      VehicleType type, double speedMps, VehicleType other, double otherSpeedMps, double angleDeg) {
    ConflictType kind = ConflictType.ofAngle(angleDeg);
    double closing =
        kind == ConflictType.REAR_END
            ? Math.max(0, speedMps - otherSpeedMps)
            : Impact.relativeSpeedMps(speedMps, otherSpeedMps, angleDeg);
    return of(kind, type, other, angleDeg, closing);
  }

  /**
   * The collision of two side by side, or one of whom has just come onto the other's lane: their
   * ways make a small angle, and they differ in speed by {@link #SIDEWAYS_MPS} across.
   */
  static Crash ofLaneChange(
      VehicleType type, double speedMps, VehicleType other, double otherSpeedMps) {
    double closing = StrictMath.hypot(speedMps - otherSpeedMps, SIDEWAYS_MPS);
    double angle =
        StrictMath.toDegrees(StrictMath.atan2(SIDEWAYS_MPS, Math.max(speedMps, otherSpeedMps)));
    return of(ConflictType.LANE_CHANGE, type, other, angle, closing);
  }

  private static Crash of(
      ConflictType kind, VehicleType type, VehicleType other, double angleDeg, double closing) {
    double own = Impact.deltaVMps(type.massKg(), other.massKg(), closing, RESTITUTION);
    double others = Impact.deltaVMps(other.massKg(), type.massKg(), closing, RESTITUTION);
    boolean side = kind != ConflictType.REAR_END;
    boolean bare = isUnprotected(other.vehicleClass());
    double otherDeath =
        bare
            ? InjuryRisk.pedestrianDeathTefft(closing)
            : side ? InjuryRisk.driverDeathSide(others) : InjuryRisk.driverDeathFrontal(others);
    return new Crash(
        kind,
        angleDeg,
        closing,
        own,
        others,
        InjuryRisk.driverDeathFrontal(own),
        otherDeath,
        bare ? UNPROTECTED : side ? SIDE : FRONTAL);
  }

  private static boolean isUnprotected(VehicleClass vehicleClass) {
    return switch (vehicleClass) {
      case PEDESTRIAN, BICYCLE, SCOOTER, WHEELCHAIR -> true;
      default -> false;
    };
  }

  /** What the log is told of it. */
  Facts facts() {
    return Facts.of(
        "kind",
        Heading.written(kind),
        "angleDeg",
        angleDeg,
        "closingSpeedMps",
        closingSpeedMps,
        "deltaVMps",
        deltaVMps,
        "otherDeltaVMps",
        otherDeltaVMps,
        "deathProbability",
        deathProbability,
        "otherDeathProbability",
        otherDeathProbability,
        "curve",
        curve);
  }
}
