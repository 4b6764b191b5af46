package io.testroad.sensing;

import io.testroad.protocol.SceneLetter;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Who calls about what, and who waits.
 *
 * @param calls how many calls were made
 * @param answered how many of them were answered
 * @param abandoned how many callers hung up
 * @param scenes what people call about, by number of scene
 * @param waiting calls that wait, by number: who called first is answered first
 * @param talking calls that are being taken, by number
 */
public record CallersState(
    int calls,
    int answered,
    int abandoned,
    SortedMap<Integer, Scene> scenes,
    SortedMap<Integer, Call> waiting,
    SortedMap<Integer, Call> talking) {

  /**
   * A scene that people see.
   *
   * @param sight as it looks
   * @param sinceTick since when
   * @param crowds who may call, by name: passer-by, rider
   */
  public record Scene(SceneLetter.Sight sight, long sinceTick, SortedMap<String, Crowd> crowds) {
    public Scene {
      crowds = Collections.unmodifiableSortedMap(new TreeMap<>(crowds));
    }
  }

  /**
   * People who may call about a scene.
   *
   * @param people how many, 0 or more
   * @param sinceTick since when they wait
   * @param draws how often their next call was drawn
   */
  public record Crowd(int people, long sinceTick, int draws) {}

  /**
   * A call.
   *
   * @param told what the caller says
   * @param caller who
   * @param madeTick when it was made
   * @param occurredTick since when it is so, as the caller says
   */
  public record Call(SceneLetter.Sight told, String caller, long madeTick, long occurredTick) {}

  public CallersState {
    scenes = Collections.unmodifiableSortedMap(new TreeMap<>(scenes));
    waiting = Collections.unmodifiableSortedMap(new TreeMap<>(waiting));
    talking = Collections.unmodifiableSortedMap(new TreeMap<>(talking));
  }

  /** The state before anything has happened. */
  static CallersState initial() {
    return new CallersState(0, 0, 0, new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
  }
}
