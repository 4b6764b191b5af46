package io.testroad.incident;

import io.testroad.engine.Agent;
import io.testroad.engine.AgentId;
import io.testroad.engine.Facts;
import io.testroad.engine.Mail;
import io.testroad.engine.Outcome;
import io.testroad.engine.RunBegan;
import io.testroad.engine.Turn;
import io.testroad.network.Network;
import io.testroad.network.RoadGraph;

/** A command centre. */
public final class CentreAgent implements Agent<CentreState> {

  private final CentreSpec spec;

  /** The agent. */
  public CentreAgent(CentreSpec spec, Network network, RoadGraph graph) {
    this.spec = spec;
  }

  @Override
  public AgentId id() {
    return spec.id();
  }

  @Override
  public CentreState initialState() {
    return new CentreState(0);
  }

  @Override
  public Outcome<CentreState> take(CentreState state, Turn turn) {
    var out = new Outcome.Builder(id(), turn);
    for (Mail mail : turn.inbox()) {
      if (!(mail.letter() instanceof RunBegan)) {
        throw new IllegalArgumentException(id() + " does not understand " + mail.letter());
      }
    }
    return out.become(state, Facts.empty());
  }
}
