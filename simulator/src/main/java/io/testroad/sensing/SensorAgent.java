package io.testroad.sensing;

import io.testroad.engine.Agent;
import io.testroad.engine.AgentId;
import io.testroad.engine.Mail;
import io.testroad.engine.Outcome;
import io.testroad.engine.RandomStream;
import io.testroad.engine.Turn;

/**
 * Notices scenes on the roads it watches, with a probability and a latency, and tells the centre;
 * raises false alarms; looks at a place when asked.
 */
public final class SensorAgent implements Agent<SensorState> {

  private final SensorSpec spec;
  private final RandomStream chance;

  /** The agent of a sensor; all that is random is drawn from the stream. */
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
    return SensorState.initial();
  }

  @Override
  public Outcome<SensorState> take(SensorState state, Turn turn) {
    var out = new Outcome.Builder(id(), turn);
    SensorTurn sensor = new SensorTurn(spec, chance, turn, out, state);
    for (Mail mail : turn.inbox()) {
      sensor.handle(mail);
    }
    SensorState next = sensor.state();
    return out.become(
        next,
        SensorFacts.of(
            id(), next.occurrences(), next.noticed(), next.falseAlarms(), next.failedTick() < 0));
  }
}
