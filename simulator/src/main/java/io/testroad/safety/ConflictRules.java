package io.testroad.safety;

/**
 * Whose conflicts are watched, and from which values on an encounter is one.
 *
 * @param scope whose
 * @param ttcS time to collision below which two vehicles one behind the other are in conflict, s;
 *     also TTC* of TET and TIT
 * @param petS post-encroachment time below which two vehicles whose paths cross were in conflict, s
 * @param dracMps2 deceleration needed to avoid the collision above which they are, m/s²
 * @param hardBrakingMps2 deceleration from which braking is hard, m/s²
 */
public record ConflictRules(
    Scope scope, double ttcS, double petS, double dracMps2, double hardBrakingMps2) {

  /** Nobody is watched. */
  public static final ConflictRules NONE = sumo(Scope.NONE);

  /** Whose conflicts are watched. */
  public enum Scope {
    /** Nobody's. */
    NONE("none"),
    /** Those in which a vehicle with an agent takes part. */
    AGENTS("agents"),
    /** Everybody's. */
    ALL("all");

    private final String written;

    Scope(String written) {
      this.written = written;
    }

    /** The name in scenario files. */
    public String written() {
      return written;
    }
  }

  /** SUMO's thresholds: TTC 3 s, PET 2 s, DRAC 3 m/s²; hard braking from 4 m/s². */
  public static ConflictRules sumo(Scope scope) {
    return new ConflictRules(
        scope,
        ConflictMeasures.SUMO_TTC_S,
        ConflictMeasures.SUMO_PET_S,
        ConflictMeasures.SUMO_DRAC_MPS2,
        HardBraking.THRESHOLD_MPS2);
  }

  /** The same thresholds for others. */
  public ConflictRules with(Scope newScope) {
    return new ConflictRules(newScope, ttcS, petS, dracMps2, hardBrakingMps2);
  }
}
