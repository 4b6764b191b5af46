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
import io.testroad.protocol.PermitLetter;
import io.testroad.protocol.VehicleLetter;

/**
 * Reads the plates of vehicles that pass, some of them, and tells the police of each that passed.
 *
 * <p>Source of the probabilities: GA/T 497-2009 asks for 90 % of plates by day and 80 % by night,
 * and leaves out temporary plates; what share of those is read is an assumption.
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
    return new CheckpointState(0, 0);
  }

  @Override
  public Outcome<CheckpointState> take(CheckpointState state, Turn turn) {
    var out = new Outcome.Builder(id(), turn);
    CheckpointState next = state;
    for (Mail mail : turn.inbox()) {
      next = handle(next, mail.letter(), turn, out);
    }
    return out.become(
        next,
        Facts.of(
            "sensor.name", spec.id().name(),
            "sensor.occurrences", next.passed(),
            "sensor.noticed", next.read()));
  }

  private CheckpointState handle(
      CheckpointState state, Letter letter, Turn turn, Outcome.Builder out) {
    if (letter instanceof RunBegan) {
      return state;
    } else if (letter instanceof VehicleLetter.PlateShown shown) {
      return passes(state, shown, turn, out);
    }
    throw new IllegalArgumentException(id() + " does not understand " + letter);
  }

  private CheckpointState passes(
      CheckpointState state, VehicleLetter.PlateShown shown, Turn turn, Outcome.Builder out) {
    String number = shown.number();
    double probability = spec.probability(number, turn.now().toLocalTime());
    boolean reads = !number.isEmpty() && chance.uniform(state.passed()) < probability;
    out.post(
        spec.police(),
        new PermitLetter.PlateRead(
            shown.vehicle(), shown.operator(), reads ? number : "", shown.facts()));
    return new CheckpointState(state.passed() + 1, state.read() + (reads ? 1 : 0));
  }
}
