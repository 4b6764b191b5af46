package io.testroad.network;

import java.util.Set;
import java.util.TreeSet;

/**
 * A named set of roads, for instance those declared open to tests.
 *
 * @param name its name in the scenario
 * @param label what people call it
 * @param roads ids of its roads, sorted
 */
public record Zone(String name, String label, Set<String> roads) {

  public Zone {
    roads = java.util.Collections.unmodifiableSet(new TreeSet<>(roads));
  }

  /** Whether a road belongs to it. */
  public boolean contains(String road) {
    return roads.contains(road);
  }
}
