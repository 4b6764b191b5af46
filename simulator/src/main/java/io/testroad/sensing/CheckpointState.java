package io.testroad.sensing;

import java.util.Collections;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a checkpoint knows.
 *
 * @param passed how many vehicles have shown their plates, or that they have none
 * @param read how many plates it has read
 * @param falseAlarms how many vehicles in order it has taken for others
 * @param scenes the scenes on its roads, by number
 * @param offenders vehicles that have passed without a plate, or with another's
 */
public record CheckpointState(
    int passed,
    int read,
    int falseAlarms,
    SortedMap<Integer, Watched> scenes,
    SortedSet<String> offenders) {

  public CheckpointState {
    scenes = Collections.unmodifiableSortedMap(new TreeMap<>(scenes));
    offenders = Collections.unmodifiableSortedSet(new TreeSet<>(offenders));
  }

  /** The state before anybody has passed. */
  static CheckpointState initial() {
    return new CheckpointState(0, 0, 0, new TreeMap<>(), new TreeSet<>());
  }
}
