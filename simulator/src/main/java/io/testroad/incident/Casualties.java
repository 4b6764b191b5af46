package io.testroad.incident;

/**
 * People hurt at a scene and still there.
 *
 * @param dead people dead
 * @param injured people injured and alive
 * @param serious those of the injured whose injuries are serious
 * @param trapped those of the injured who can't get out by themselves
 */
public record Casualties(int dead, int injured, int serious, int trapped) {

  static final Casualties NONE = new Casualties(0, 0, 0, 0);

  /** How many an ambulance takes. */
  static final int A_CARRIAGE = 2;

  Casualties and(Casualties more) {
    return new Casualties(
        dead + more.dead, injured + more.injured, serious + more.serious, trapped + more.trapped);
  }

  /** Once an ambulance has left: it takes those first who are hurt most. */
  Casualties carriedAway() {
    return new Casualties(
        dead,
        Math.max(0, injured - A_CARRIAGE),
        Math.max(0, serious - A_CARRIAGE),
        Math.max(0, Math.min(trapped, injured - A_CARRIAGE)));
  }

  Casualties rescued() {
    return new Casualties(dead, injured, serious, 0);
  }

  /** Once one of the seriously injured has died. */
  Casualties oneDies() {
    return new Casualties(
        dead + 1, injured - 1, serious - 1, Math.max(0, Math.min(trapped, injured - 1)));
  }

  /** How many ambulances they need. */
  int carriages() {
    return (injured + A_CARRIAGE - 1) / A_CARRIAGE;
  }

  /** How bad it is, as {@link io.testroad.protocol.SceneFacts#SEVERITY} says it. */
  String severity() {
    if (dead > 0) {
      return Severity.DEATH;
    } else if (serious > 0) {
      return Severity.SERIOUS;
    }
    return injured > 0 ? Severity.SLIGHT : Severity.DAMAGE;
  }
}
