package io.testroad.sensing;

import io.testroad.engine.Agent;
import io.testroad.engine.AgentId;
import io.testroad.engine.Facts;
import io.testroad.engine.Letter;
import io.testroad.engine.Mail;
import io.testroad.engine.Outcome;
import io.testroad.engine.RandomStream;
import io.testroad.engine.RunBegan;
import io.testroad.engine.Turn;
import io.testroad.protocol.IncidentLetter;

/** Notices what happens where it looks, with a probability and a latency, and tells the centre. */
public final class SensorAgent implements Agent<SensorState> {

  private final SensorSpec spec;
  private final RandomStream chance;

  /** The agent of a sensor; whether it notices is drawn from the stream, by occurrence. */
  public SensorAgent(SensorSpec spec, RandomStream chance) {
    this.spec = spec;
    this.chance = chance;
  }

  @Override
  public AgentId id() {
    return spec.id();
  }

  @Override
  public SensorState initialState() {
    return new SensorState(0, 0);
  }

  @Override
  public Outcome<SensorState> take(SensorState state, Turn turn) {
    var out = new Outcome.Builder(id(), turn);
    SensorState next = state;
    for (Mail mail : turn.inbox()) {
      next = handle(next, mail, turn, out);
    }
    return out.become(
        next,
        Facts.of(
            "sensor.name", spec.id().name(),
            "sensor.occurrences", next.occurrences(),
            "sensor.noticed", next.noticed()));
  }

  private SensorState handle(SensorState state, Mail mail, Turn turn, Outcome.Builder out) {
    Letter letter = mail.letter();
    if (letter instanceof RunBegan) {
      return state;
    } else if (letter instanceof IncidentLetter.RoadOccurrence seen) {
      boolean notices = chance.uniform(state.occurrences()) < spec.probability();
      if (notices) {
        out.remind(spec.latency(), new IncidentLetter.DetectionReady(seen, turn.tick()));
      }
      return new SensorState(state.occurrences() + 1, state.noticed() + (notices ? 1 : 0));
    } else if (letter instanceof IncidentLetter.DetectionReady ready) {
      out.post(
          spec.centre(),
          new IncidentLetter.IncidentReported(ready.seen(), spec.id(), ready.occurredTick()));
      return state;
    } else if (letter instanceof IncidentLetter.ObstacleGone gone) {
      gone(gone, mail.from(), out);
      return state;
    }
    throw new IllegalArgumentException(id() + " does not understand " + letter);
  }

  /** Word that an obstacle has gone takes the way of a report, so that it never overtakes one. */
  private void gone(IncidentLetter.ObstacleGone gone, AgentId from, Outcome.Builder out) {
    if (from.equals(id())) {
      out.post(spec.centre(), gone);
    } else {
      out.remind(spec.latency(), gone);
    }
  }
}
