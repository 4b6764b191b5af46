package io.testroad.scenario;

import io.testroad.engine.Event;
import io.testroad.engine.RoadDecision;
import java.util.List;

/**
 * What the script does at a tick.
 *
 * @param tick when
 * @param decisions about the roads, in order
 * @param letters to agents, in order
 * @param events what is to be put on record besides: {@link ScenarioWatch#onTick} returns them at
 *     that tick, so whoever carries out the script need not look at them
 */
public record Scripted(
    long tick, List<RoadDecision> decisions, List<Addressed> letters, List<Event> events) {

  public Scripted {
    decisions = List.copyOf(decisions);
    letters = List.copyOf(letters);
    events = List.copyOf(events);
  }

  /** What the script does at a tick when nothing is to be put on record besides. */
  public Scripted(long tick, List<RoadDecision> decisions, List<Addressed> letters) {
    this(tick, decisions, letters, List.of());
  }
}
