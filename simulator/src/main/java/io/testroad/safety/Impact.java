package io.testroad.safety;

/** The mechanics of a collision of two vehicles along one line, without friction of the road. */
public final class Impact {

  private Impact() {}

  /**
   * The change of velocity of a vehicle that is hit (delta-v), m/s: m₂/(m₁ + m₂) · closing speed ·
   * (1 + e), by conservation of momentum.
   *
   * @param massKg m₁, of the vehicle whose change is told
   * @param otherMassKg m₂, of the other
   * @param closingSpeedMps speed towards each other at the impact
   * @param restitution e: 0 when they stay together, 1 when they bounce without loss
   */
  public static double deltaVMps(
      double massKg, double otherMassKg, double closingSpeedMps, double restitution) {
    return otherMassKg / (massKg + otherMassKg) * closingSpeedMps * (1 + restitution);
  }

  /**
   * The magnitude of the difference of two velocities, m/s (SSAM's DeltaS).
   *
   * @param angleDeg angle between their directions, 0 when they drive the same way
   */
  public static double relativeSpeedMps(double speedMps, double otherSpeedMps, double angleDeg) {
    double cosine = StrictMath.cos(StrictMath.toRadians(angleDeg));
    double square =
        speedMps * speedMps + otherSpeedMps * otherSpeedMps - 2 * speedMps * otherSpeedMps * cosine;
    return Math.sqrt(Math.max(0, square));
  }
}
