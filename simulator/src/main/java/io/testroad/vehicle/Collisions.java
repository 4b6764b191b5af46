package io.testroad.vehicle;

import io.testroad.engine.Percept;

/** What a collision in traffic counts as, before anybody has looked into it. */
final class Collisions {

  static final String PROPERTY_DAMAGE = "property-damage";

  /** Above these speeds of the vehicle, m/s, somebody counts as hurt so much. All assumptions. */
  private static final double SLIGHTLY_MPS = 8;

  private static final double SERIOUSLY_MPS = 14;
  private static final double DEADLY_MPS = 22;

  private static final String REAR_END = "rear-end";

  private Collisions() {}

  /** How bad it is, as the fact {@code collision.severity} knows it. */
  static String severity(double speedMps) {
    if (speedMps > DEADLY_MPS) {
      return "death";
    }
    if (speedMps > SERIOUSLY_MPS) {
      return "serious-injury";
    }
    return speedMps > SLIGHTLY_MPS ? "slight-injury" : PROPERTY_DAMAGE;
  }

  /** How it came about, as the fact {@code collision.kind} knows it. */
  static String kind(Percept.Collided collided) {
    return collided.kind().equals("lane-change") ? "side" : collided.kind();
  }

  /**
   * What the inquiry will find. Assumption: who runs into the one ahead is responsible, and the
   * other isn't; of all other collisions both are, equally.
   */
  static String responsibility(Percept.Collided collided) {
    if (!collided.kind().equals(REAR_END)) {
      return "equal";
    }
    return collided.struck() ? "full" : "none";
  }
}
