package io.testroad.sensing;

import io.testroad.engine.Agent;
import io.testroad.engine.AgentId;
import io.testroad.engine.Mail;
import io.testroad.engine.Outcome;
import io.testroad.engine.RandomStream;
import io.testroad.engine.Turn;

/**
 * Reads the plates of vehicles that pass, some of them, tells the police of each that passed, and
 * the centre of those that it takes to drive without a plate or with another's.
 *
 * <p>Source of the probabilities: GA/T 497-2009 asks for 90 % of plates by day and 80 % by night,
 * and leaves out temporary plates; what share of those is read is an assumption, and so are hits
 * and false alarms.
 */
public final class CheckpointAgent implements Agent<CheckpointState> {

  private final CheckpointSpec spec;
  private final RandomStream chance;

  /**
   * The agent of a checkpoint; whether it reads is drawn from the stream, by vehicle that passes.
   */
  public CheckpointAgent(CheckpointSpec spec, RandomStream chance) {
    this.spec = spec;
    this.chance = chance;
  }

  @Override
  public AgentId id() {
    return spec.id();
  }

  @Override
  public CheckpointState initialState() {
    return CheckpointState.initial();
  }

  @Override
  public Outcome<CheckpointState> take(CheckpointState state, Turn turn) {
    var out = new Outcome.Builder(id(), turn);
    CheckpointTurn checkpoint = new CheckpointTurn(spec, chance, turn, out, state);
    for (Mail mail : turn.inbox()) {
      checkpoint.handle(mail.letter());
    }
    CheckpointState next = checkpoint.state();
    return out.become(
        next, SensorFacts.of(id(), next.passed(), next.read(), next.falseAlarms(), true));
  }
}
