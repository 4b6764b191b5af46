package io.testroad.protocol;

/** The names of the facts that can be seen of a scene. */
public final class SceneFacts {

  /** People dead, a whole number. */
  public static final String DEAD = "scene.dead";

  /** People injured and alive, a whole number. */
  public static final String INJURED = "scene.injured";

  /** Those of the injured who can't get out by themselves, a whole number. */
  public static final String TRAPPED = "scene.trapped";

  /** How bad a collision is: property-damage, slight-injury, serious-injury or death. */
  public static final String SEVERITY = "scene.severity";

  /** Lanes that are blocked, as texts: their numbers from the right. */
  public static final String BLOCKED = "scene.blocked";

  /** Whether a vehicle or a load burns. */
  public static final String FIRE = "scene.fire";

  /** UN number of what leaks or burns, as text; empty: nothing hazardous. */
  public static final String SUBSTANCE = "scene.substance";

  /** How much has leaked, l. */
  public static final String LITRES = "scene.litres";

  /** Whether an ICV is involved. */
  public static final String ICV = "scene.icv";

  /** The operator of that ICV, an agent's id; empty without one. */
  public static final String OPERATOR = "scene.operator";

  /** Whether the vehicles can leave by themselves once somebody lets them. */
  public static final String CAN_MOVE = "scene.canMove";

  /** What is hit: vehicle, pedestrian, cyclist, fixture. */
  public static final String OTHER_KIND = "scene.otherKind";

  /** Riders who can't go on, a whole number. */
  public static final String RIDERS = "scene.riders";

  /** Why, kebab-case. */
  public static final String CAUSE = "scene.cause";

  /** The signal's id, where one fails. */
  public static final String SIGNAL = "scene.signal";

  /** How far one can see in fog, m. */
  public static final String VISIBILITY_M = "scene.visibilityM";

  /** For {@code secure}: full, or photos where the scene may be cleared first. */
  public static final String EVIDENCE = "scene.evidence";

  // what nobody sees, or not at once ------------------------------------------------------------

  /** All the roads that it is about, as texts, where there are more than one. */
  public static final String ROADS = "scene.roads";

  /** Whether more leaks. */
  public static final String LEAKS = "scene.leaks";

  /**
   * Lanes on which something lies, or that are under water, as texts; else the one of the place.
   */
  public static final String LANES = "scene.lanes";

  /** How long a thing is that lies there, m. */
  public static final String LENGTH_M = "scene.lengthM";

  /** How long it lasts, where it ends by itself, s. */
  public static final String LASTS_S = "scene.lastsS";

  /** The road of an escape ramp. */
  public static final String RAMP = "scene.ramp";

  /** What the slope does to a vehicle that can't brake, m/s². */
  public static final String ACCELERATION_MPS2 = "scene.accelerationMps2";

  /** Rise of the escape ramp, as a share. */
  public static final String RAMP_GRADE = "scene.rampGrade";

  /** The probability that who was struck dies, 0 to 1. */
  public static final String DEATH_PROBABILITY = "scene.deathProbability";

  /** The probability that who was struck and lives is injured seriously, 0 to 1. */
  public static final String SERIOUS_PROBABILITY = "scene.seriousProbability";

  /** What an inquiry finds of who is responsible. */
  public static final String RESPONSIBILITY = "scene.responsibility";

  /** How a signal fails: off or flashing. */
  public static final String SIGNAL_MODE = "scene.signalMode";

  /** The number on a forged plate. */
  public static final String PLATE = "scene.plate";

  private SceneFacts() {}
}
