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
    }
    throw new IllegalArgumentException(id() + " does not understand " + letter);
  }
}
