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

  private SceneFacts() {}
}
