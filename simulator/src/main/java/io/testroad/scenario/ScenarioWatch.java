package io.testroad.scenario;

import io.testroad.engine.AgentId;
import io.testroad.engine.Clock;
import io.testroad.engine.Event;
import io.testroad.engine.Facts;
import io.testroad.engine.RoadDecision;
import java.util.List;

/**
 * Watches a run: whether it meets the scenario's expectations, and when conditions of the script
 * become true.
 *
 * <p>Tell it everything of a tick (facts, then events, each in the run's order), then ask {@link
 * #onTick}. Not thread-safe.
 */
public final class ScenarioWatch {

  /**
   * What a tick leads to.
   *
   * @param decisions about the roads, in order
   * @param letters to agents, from {@link AgentId#SCRIPT}, in order
   * @param events to be put on record; don't hand them to {@link #onEvents} again
   */
  public record Reaction(
      List<RoadDecision> decisions, List<Addressed> letters, List<Event> events) {
    public Reaction {
      decisions = List.copyOf(decisions);
      letters = List.copyOf(letters);
      events = List.copyOf(events);
    }
  }

  /** A watch over a run of a scenario. */
  public ScenarioWatch(Scenario scenario) {}

  /** An agent's facts after its turn. */
  public void onFacts(long tick, AgentId agent, Facts facts) {}

  /** Events of a tick, in the order of the log. */
  public void onEvents(long tick, List<Event> events) {}

  /** What the tick leads to; ask once a tick, after all its facts and events. */
  public Reaction onTick(long tick) {
    return new Reaction(List.of(), List.of(), List.of());
  }

  /** The first tick after a given one at which {@link #onTick} must be asked even if all rests. */
  public long nextDue(long tick) {
    return Clock.NEVER;
  }

  /** The events of the run's end: what was expected and never came. */
  public List<Event> onEnd(long tick) {
    return List.of();
  }

  /** The failures so far, in order. */
  public List<ExpectationFailure> failures() {
    return List.of();
  }
}
