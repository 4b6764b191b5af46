package io.testroad.incident;

import io.testroad.engine.Facts;
import io.testroad.engine.RandomStream;
import io.testroad.protocol.SceneFacts;

/**
 * Who is hurt in a collision.
 *
 * <p>Assumptions: one person in each vehicle; a fifth of the seriously injured are trapped; of
 * those who walk or cycle and don't die 30 % are injured seriously unless the scenario knows.
 */
final class Injuries {

  /** The length of a car, m. */
  static final double CAR_M = 5;

  /** Up to this change of velocity vehicles can still drive, m/s (assumption: 15 km/h). */
  static final double DRIVABLE_MPS = 15 / 3.6;

  private static final double TRAPPED_SHARE = 0.2;
  private static final double SERIOUS_SHARE = 0.3;
  private static final String UNPROTECTED = "tefft";

  private Injuries() {}

  /** Those whom a scenario says, or whom its probabilities give. */
  static Casualties said(Scene scene, ScenesTurn turn) {
    Facts facts = scene.facts();
    int dead = FactValues.whole(facts, SceneFacts.DEAD, 0);
    int injured = FactValues.whole(facts, SceneFacts.INJURED, 0);
    int trapped = FactValues.whole(facts, SceneFacts.TRAPPED, 0);
    String severity = FactValues.text(facts, SceneFacts.SEVERITY);
    if (dead + injured + trapped == 0) {
      return ofSeverity(severity, scene, turn);
    }
    int hurt = Math.max(injured, trapped);
    boolean serious = trapped > 0 || severity.equals(Severity.SERIOUS);
    int seriously = serious ? Math.max(trapped, Math.min(1, hurt)) : 0;
    return new Casualties(dead, hurt, seriously, trapped);
  }

  private static Casualties ofSeverity(String severity, Scene scene, ScenesTurn turn) {
    return switch (severity) {
      case Severity.DEATH -> new Casualties(1, 0, 0, 0);
      case Severity.SERIOUS -> new Casualties(0, 1, 1, 0);
      case Severity.SLIGHT -> new Casualties(0, 1, 0, 0);
      case Severity.DAMAGE -> Casualties.NONE;
      default -> struck(scene, turn);
    };
  }

  private static Casualties struck(Scene scene, ScenesTurn turn) {
    double death = FactValues.real(scene.facts(), SceneFacts.DEATH_PROBABILITY, -1);
    if (death < 0) {
      return Casualties.NONE;
    }
    double serious = FactValues.real(scene.facts(), SceneFacts.SERIOUS_PROBABILITY, SERIOUS_SHARE);
    return unprotected(death, serious, turn.stream(scene.number(), ScenesTurn.Draw.INJURY));
  }

  private static Casualties unprotected(double death, double serious, RandomStream stream) {
    if (stream.uniform(0) < death) {
      return new Casualties(1, 0, 0, 0);
    }
    return stream.uniform(1) < serious ? new Casualties(0, 1, 1, 0) : new Casualties(0, 1, 0, 0);
  }

  /** Those of two vehicles that have collided, as the roads tell of the impact. */
  static Casualties crashed(Facts impact, RandomStream stream) {
    Casualties own =
        inside(
            FactValues.real(impact, "deltaVMps", 0),
            FactValues.real(impact, "deathProbability", 0),
            stream.forEntity(1));
    double otherDeath = FactValues.real(impact, "otherDeathProbability", 0);
    Casualties other =
        FactValues.text(impact, "curve").equals(UNPROTECTED)
            ? unprotected(otherDeath, SERIOUS_SHARE, stream.forEntity(2))
            : inside(FactValues.real(impact, "otherDeltaVMps", 0), otherDeath, stream.forEntity(2));
    return own.and(other);
  }

  private static Casualties inside(double deltaVMps, double death, RandomStream stream) {
    if (stream.uniform(0) < death) {
      return new Casualties(1, 0, 0, 0);
    }
    if (stream.uniform(1) < Severity.seriousInjury(deltaVMps)) {
      return new Casualties(0, 1, 1, stream.uniform(2) < TRAPPED_SHARE ? 1 : 0);
    }
    return stream.uniform(3) < Severity.anyInjury(deltaVMps)
        ? new Casualties(0, 1, 0, 0)
        : Casualties.NONE;
  }

  /** Whether both can still drive. */
  static boolean drivable(Facts impact) {
    return FactValues.real(impact, "deltaVMps", 0) <= DRIVABLE_MPS
        && FactValues.real(impact, "otherDeltaVMps", 0) <= DRIVABLE_MPS;
  }

  /** What the other is. */
  static String otherKind(Facts impact) {
    return FactValues.text(impact, "curve").equals(UNPROTECTED) ? "cyclist" : "vehicle";
  }
}
