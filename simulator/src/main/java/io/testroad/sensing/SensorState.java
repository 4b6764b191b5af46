package io.testroad.sensing;

import io.testroad.engine.AgentId;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a sensor knows.
 *
 * @param occurrences how many scenes, or changes of their kind, it could have noticed
 * @param noticed how many of them it has reported
 * @param falseAlarms how many reports were false
 * @param failedTick since when it doesn't work; -1: it works
 * @param fog whether the weather is fog
 * @param scenes the scenes on its roads, by number
 * @param inquiries how often it was asked to look
 * @param checks what it is to look at, by its own number
 */
public record SensorState(
    int occurrences,
    int noticed,
    int falseAlarms,
    long failedTick,
    boolean fog,
    SortedMap<Integer, Watched> scenes,
    int inquiries,
    SortedMap<Integer, Check> checks) {

  /**
   * A place that somebody has asked about.
   *
   * @param asker who
   * @param inquiry the asker's number
   */
  public record Check(AgentId asker, int inquiry) {}

  public SensorState {
    scenes = Collections.unmodifiableSortedMap(new TreeMap<>(scenes));
    checks = Collections.unmodifiableSortedMap(new TreeMap<>(checks));
  }

  /** The state before anything has happened. */
  static SensorState initial() {
    return new SensorState(0, 0, 0, -1, false, new TreeMap<>(), 0, new TreeMap<>());
  }
}
