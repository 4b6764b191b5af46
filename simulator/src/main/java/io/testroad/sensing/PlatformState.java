package io.testroad.sensing;

import io.testroad.protocol.IncidentLetter;
import io.testroad.protocol.SceneLetter;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the platform knows.
 *
 * @param occurrences how many reports vehicles have sent
 * @param noticed how many of them the centre was told of
 * @param failedTick since when it doesn't work; -1: it works
 * @param arriving reports whose scene isn't known yet, by number
 * @param standing vehicles that have reported something and haven't gone on, by name
 */
public record PlatformState(
    int occurrences,
    int noticed,
    long failedTick,
    SortedMap<Integer, Arriving> arriving,
    SortedMap<String, Standing> standing) {

  /** What a vehicle reported, and when. */
  public record Arriving(IncidentLetter.RoadOccurrence what, long tick) {}

  /** What the centre is told of a vehicle, and at which tick it is ready. */
  public record Standing(SceneLetter.Sight sight, long readyTick) {}

  public PlatformState {
    arriving = Collections.unmodifiableSortedMap(new TreeMap<>(arriving));
    standing = Collections.unmodifiableSortedMap(new TreeMap<>(standing));
  }

  /** The state before anything has happened. */
  static PlatformState initial() {
    return new PlatformState(0, 0, -1, new TreeMap<>(), new TreeMap<>());
  }
}
