package io.testroad.sensing;

import io.testroad.engine.Agent;
import io.testroad.engine.AgentId;
import io.testroad.engine.Mail;
import io.testroad.engine.Outcome;
import io.testroad.engine.RandomStream;
import io.testroad.engine.Turn;

/** The supervision platform: passes on to the centre what vehicles report of themselves. */
public final class PlatformAgent implements Agent<PlatformState> {

  private final PlatformSpec spec;
  private final RandomStream chance;

  /** The platform; whether a report gets through is drawn from the stream, by report. */
  public PlatformAgent(PlatformSpec spec, RandomStream chance) {
    this.spec = spec;
    this.chance = chance;
  }

  @Override
  public AgentId id() {
    return spec.id();
  }

  @Override
  public PlatformState initialState() {
    return PlatformState.initial();
  }

  @Override
  public Outcome<PlatformState> take(PlatformState state, Turn turn) {
    var out = new Outcome.Builder(id(), turn);
    PlatformTurn platform = new PlatformTurn(spec, chance, turn, out, state);
    for (Mail mail : turn.inbox()) {
      platform.handle(mail);
    }
    PlatformState next = platform.state();
    return out.become(
        next, SensorFacts.of(id(), next.occurrences(), next.noticed(), 0, next.failedTick() < 0));
  }
}
