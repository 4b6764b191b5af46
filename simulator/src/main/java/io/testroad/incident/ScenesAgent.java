package io.testroad.incident;

import io.testroad.engine.Agent;
import io.testroad.engine.AgentId;
import io.testroad.engine.Facts;
import io.testroad.engine.Mail;
import io.testroad.engine.Outcome;
import io.testroad.engine.RandomStream;
import io.testroad.engine.RunBegan;
import io.testroad.engine.Turn;

/** What is really there. */
public final class ScenesAgent implements Agent<ScenesState> {

  private final ScenesSpec spec;

  /** The agent. */
  public ScenesAgent(ScenesSpec spec, RandomStream chance) {
    this.spec = spec;
  }

  @Override
  public AgentId id() {
    return spec.id();
  }

  @Override
  public ScenesState initialState() {
    return new ScenesState(0);
  }

  @Override
  public Outcome<ScenesState> take(ScenesState state, Turn turn) {
    var out = new Outcome.Builder(id(), turn);
    for (Mail mail : turn.inbox()) {
      if (!(mail.letter() instanceof RunBegan)) {
        throw new IllegalArgumentException(id() + " does not understand " + mail.letter());
      }
    }
    return out.become(state, Facts.empty());
  }
}
