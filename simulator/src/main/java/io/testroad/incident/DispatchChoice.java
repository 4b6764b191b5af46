package io.testroad.incident;

import io.testroad.protocol.Task;
import java.util.List;

/**
 * A unit that is to be sent.
 *
 * @param unit which
 * @param task what for
 * @param roads ids of the roads of its way, from the one it is on; none for a drone
 * @param expectedS how long it is expected to take until it is there, turnout included, s
 * @param distanceM how far it is, m
 * @param preEmpts whether it is called away from another incident
 * @param reason what was weighed: the rule, who was chosen, who would have been next, and how many
 *     other free units that can do it are farther away
 */
public record DispatchChoice(
    UnitView unit,
    Task task,
    List<String> roads,
    double expectedS,
    double distanceM,
    boolean preEmpts,
    String reason) {

  public DispatchChoice {
    roads = List.copyOf(roads);
  }
}
