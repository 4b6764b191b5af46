package io.testroad.incident;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is really there.
 *
 * @param total how many scenes there have been
 * @param scenes those that aren't over, or whose queue isn't, by number
 * @param sceneOf the scene in which a vehicle is, by its name
 * @param stuck vehicles whose riders can't go on, by name
 * @param visits units that are at a place, by name
 */
public record ScenesState(
    int total,
    SortedMap<Integer, Scene> scenes,
    SortedMap<String, Integer> sceneOf,
    SortedMap<String, Stuck> stuck,
    SortedMap<String, Visit> visits) {

  /**
   * Riders who can't go on.
   *
   * @param riders how many
   * @param sinceTick since when
   */
  public record Stuck(int riders, long sinceTick) {}

  static final ScenesState NOTHING =
      new ScenesState(0, new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), new TreeMap<>());

  public ScenesState {
    scenes = Collections.unmodifiableSortedMap(scenes);
    sceneOf = Collections.unmodifiableSortedMap(sceneOf);
    stuck = Collections.unmodifiableSortedMap(stuck);
    visits = Collections.unmodifiableSortedMap(visits);
  }
}
