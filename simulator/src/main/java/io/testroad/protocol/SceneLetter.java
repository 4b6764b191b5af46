package io.testroad.protocol;

import io.testroad.engine.Facts;
import java.util.List;

/**
 * Letters about what is really there on the road; to and from the scenes, {@code scenes:all}.
 *
 * <p>Only scenes know the truth. Sensors, callers and units learn of it by these letters, the
 * command centres by what those report.
 */
public sealed interface SceneLetter extends Correspondence {

  /**
   * What can be seen of a scene.
   *
   * @param scene its number, 1 or more; 0 where nothing is there (a false alarm). For the account
   *     only: nobody may decide by it
   * @param kind kebab-case, see {@link SceneKind}
   * @param road where
   * @param lane the lane it blocks, or the rightmost of those, from the right; -1: none, it is
   *     beside the road
   * @param positionM where along the road, m
   * @param vehicles the vehicles in it
   * @param facts the facts {@code scene.…} of {@link SceneFacts}; one that isn't there isn't seen
   */
  record Sight(
      int scene,
      String kind,
      String road,
      int lane,
      double positionM,
      List<String> vehicles,
      Facts facts) {
    public Sight {
      vehicles = List.copyOf(vehicles);
    }
  }

  /** Something happens; from the script, the hazards, and vehicles' agents. */
  record Happens(Sight what, String cause) implements SceneLetter {}

  /**
   * Two vehicles have collided; from the roads.
   *
   * @param vehicle who ran into the other
   * @param other whom it ran into
   * @param impact what the log is told of it, as the event's attributes are named
   */
  record Crashed(
      String road, int lane, double positionM, String vehicle, String other, Facts impact)
      implements SceneLetter {}

  /** A timer of the scenes' own: the next event of the hazard of that index. */
  record HazardDue(int hazard, int number) implements SceneLetter {}

  /** A timer of the scenes' own: the scene develops, or what is left of it is looked at. */
  record StepDue(int scene, String step, int serial) implements SceneLetter {}

  /** A vehicle's riders can't go on; from the vehicle. */
  record RidersStuck(String vehicle, int riders, String road, int lane, double positionM)
      implements SceneLetter {}

  /** The riders go on, or have got out; from the vehicle. */
  record RidersFreed(String vehicle) implements SceneLetter {}

  /** A scene is there, or looks different; to sensors and callers who may notice it. */
  record SceneInSight(Sight sight) implements SceneLetter {}

  /** The scene is over; to those who were told of it. */
  record SceneOver(int scene) implements SceneLetter {}

  /**
   * Somebody looks at a place; from cameras, drones, units and remote officers. The answer is
   * {@link Looked}, to the sender.
   *
   * @param inquiry the asker's own number
   * @param withinM how far along the road is looked, to either side, m
   */
  record LookAsked(int inquiry, String road, double positionM, double withinM)
      implements SceneLetter {}

  /** What is there to be seen; nothing when the list is empty. */
  record Looked(int inquiry, List<Sight> sights) implements SceneLetter {
    public Looked {
      sights = List.copyOf(sights);
    }
  }

  /**
   * A unit is at a place and ready to work. The answer is {@link Looked}, then {@link WorkGiven}
   * for each piece of work as soon as what must be done before is done, then {@link NoWork}.
   *
   * @param incident the number under which the unit was sent
   * @param tasks what it can do, in the order in which it would, see {@link Task}
   */
  record UnitThere(
      int incident, String unit, List<String> tasks, String road, double positionM, double withinM)
      implements SceneLetter {
    public UnitThere {
      tasks = List.copyOf(tasks);
    }
  }

  /**
   * A piece of work for a unit, which may begin now; the unit draws how long it takes.
   *
   * @param task see {@link Task}
   * @param item on what: a vehicle's name, or empty
   */
  record WorkGiven(int incident, int scene, String task, String item, Facts facts)
      implements SceneLetter {}

  /** There is nothing for the unit to do there, or nothing more. */
  record NoWork(int incident) implements SceneLetter {}

  /** A unit has done a piece of work. */
  record WorkDone(int incident, int scene, String unit, String task, String item)
      implements SceneLetter {}

  /** A unit leaves the scene. */
  record UnitLeft(int incident, String unit) implements SceneLetter {}

  /**
   * Whether a scene may be cleared before evidence is taken, or is to be kept as it is; from the
   * centre, as its plan says.
   *
   * @param procedure clear-first or keep-scene
   */
  record ProcedureOrdered(int incident, String road, double positionM, String procedure)
      implements SceneLetter {}
}
