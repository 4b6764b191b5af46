package io.testroad.network;

import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A named set of roads, for instance those declared open to tests.
 *
 * @param name its name in the scenario
 * @param label what people call it
 * @param roads ids of its roads, sorted
 * @param hours when it is open, each day; empty: always
 */
public record Zone(String name, String label, Set<String> roads, List<Hours> hours) {

  public Zone {
    roads = java.util.Collections.unmodifiableSet(new TreeSet<>(roads));
    hours = List.copyOf(hours);
  }

  /** A zone that is always open. */
  public static Zone of(String name, String label, Set<String> roads) {
    return new Zone(name, label, roads, List.of());
  }

  /**
   * A time of each day.
   *
   * @param from its first instant
   * @param until its end, exclusive; before {@code from} when it lasts over midnight
   */
  public record Hours(LocalTime from, LocalTime until) {

    /** Whether a time of day is among them. */
    public boolean contains(LocalTime time) {
      boolean begun = !time.isBefore(from);
      boolean over = !time.isBefore(until);
      return from.isBefore(until) ? begun && !over : begun || !over;
    }
  }

  /** Whether a road belongs to it. */
  public boolean contains(String road) {
    return roads.contains(road);
  }

  /** Whether it is open at a time of day. */
  public boolean isOpenAt(LocalTime time) {
    return hours.isEmpty() || hours.stream().anyMatch(span -> span.contains(time));
  }
}
