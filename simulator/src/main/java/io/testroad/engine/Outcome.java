package io.testroad.engine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What a turn led to.
 *
 * @param <S> the agent's state
 * @param state the state after the turn
 * @param decisions what the agent decides about the roads; they take effect at the next tick
 * @param outbox letters to others or to itself
 * @param events what is to be put on record
 * @param facts the facts others may observe after the turn: expectations, script conditions, viewer
 */
public record Outcome<S>(
    S state, List<RoadDecision> decisions, List<Outgoing> outbox, List<Event> events, Facts facts) {

  public Outcome {
    decisions = List.copyOf(decisions);
    outbox = List.copyOf(outbox);
    events = List.copyOf(events);
  }

  /**
   * A letter to be posted.
   *
   * @param to the recipient
   * @param delay ticks until delivery; 1 at the least, smaller values count as 1
   * @param letter the content
   */
  public record Outgoing(AgentId to, long delay, Letter letter) {}

  /** Gathers an outcome while a turn is handled; one builder serves one turn. */
  public static final class Builder {
    private final AgentId self;
    private final Turn turn;
    private final List<RoadDecision> decisions = new ArrayList<>();
    private final List<Outgoing> outbox = new ArrayList<>();
    private final List<Event> events = new ArrayList<>();

    /** A builder for a turn of an agent. */
    public Builder(AgentId self, Turn turn) {
      this.self = self;
      this.turn = turn;
    }

    /** Adds a decision about the roads. */
    public Builder decide(RoadDecision decision) {
      decisions.add(decision);
      return this;
    }

    /** Posts a letter that arrives at the next tick. */
    public Builder post(AgentId to, Letter letter) {
      outbox.add(new Outgoing(to, 1, letter));
      return this;
    }

    /** Posts a letter that arrives after a delay, rounded up to whole ticks. */
    public Builder postAfter(Duration delay, AgentId to, Letter letter) {
      outbox.add(new Outgoing(to, turn.clock().ticksCovering(delay), letter));
      return this;
    }

    /** Posts a letter that arrives at an instant, or at the next tick when that is past. */
    public Builder postAt(java.time.Instant instant, AgentId to, Letter letter) {
      outbox.add(new Outgoing(to, turn.clock().firstTickFrom(instant) - turn.tick(), letter));
      return this;
    }

    /** Sets a timer: a letter to oneself. */
    public Builder remind(Duration delay, Letter letter) {
      return postAfter(delay, self, letter);
    }

    /** Sets a timer for an instant. */
    public Builder remindAt(java.time.Instant instant, Letter letter) {
      return postAt(instant, self, letter);
    }

    /** Puts an event about the agent itself on record. */
    public Builder record(EventType type, Facts attributes) {
      return record(type, self.value(), attributes);
    }

    /** Puts an event about another subject on record. */
    public Builder record(EventType type, String subject, Facts attributes) {
      events.add(new Event(turn.tick(), type, subject, attributes));
      return this;
    }

    /** The outcome. */
    public <S> Outcome<S> become(S state, Facts facts) {
      return new Outcome<>(state, decisions, outbox, events, facts);
    }
  }
}
