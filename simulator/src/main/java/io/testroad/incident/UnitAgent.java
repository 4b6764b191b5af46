package io.testroad.incident;

import io.testroad.engine.Agent;
import io.testroad.engine.AgentId;
import io.testroad.engine.Facts;
import io.testroad.engine.Mail;
import io.testroad.engine.Outcome;
import io.testroad.engine.RandomStream;
import io.testroad.engine.RunBegan;
import io.testroad.engine.Turn;

/** A response unit. */
public final class UnitAgent implements Agent<UnitState> {

  private final UnitSpec spec;

  /** The agent. */
  public UnitAgent(UnitSpec spec, RandomStream workTimes) {
    this.spec = spec;
  }

  @Override
  public AgentId id() {
    return spec.id();
  }

  @Override
  public UnitState initialState() {
    return new UnitState(0);
  }

  @Override
  public Outcome<UnitState> take(UnitState state, Turn turn) {
    var out = new Outcome.Builder(id(), turn);
    for (Mail mail : turn.inbox()) {
      if (!(mail.letter() instanceof RunBegan)) {
        throw new IllegalArgumentException(id() + " does not understand " + mail.letter());
      }
    }
    return out.become(state, Facts.empty());
  }
}
