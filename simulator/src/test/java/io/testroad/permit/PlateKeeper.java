package io.testroad.permit;

import io.testroad.engine.Agent;
import io.testroad.engine.AgentId;
import io.testroad.engine.EventType;
import io.testroad.engine.Facts;
import io.testroad.engine.Letter;
import io.testroad.engine.Mail;
import io.testroad.engine.Outcome;
import io.testroad.engine.Turn;
import io.testroad.protocol.PermitLetter;
import io.testroad.protocol.VehicleLetter;
import java.time.Instant;

/** A vehicle that does nothing but carry its plate, and say when that ends. */
final class PlateKeeper implements Agent<PlateKeeper.State> {

  private final String name;
  private final State atFirst;

  /**
   * What it carries.
   *
   * @param plate empty without one
   */
  record State(String plate, Instant until) {}

  PlateKeeper(String name, State atFirst) {
    this.name = name;
    this.atFirst = atFirst;
  }

  @Override
  public AgentId id() {
    return AgentId.vehicle(name);
  }

  @Override
  public State initialState() {
    return atFirst;
  }

  @Override
  public Outcome<State> take(State state, Turn turn) {
    var out = new Outcome.Builder(id(), turn);
    State now = state;
    if (turn.tick() == 0 && !now.plate.isEmpty()) {
      out.remindAt(now.until, new VehicleLetter.PlateEnds(now.plate));
    }
    for (Mail mail : turn.inbox()) {
      now = take(now, mail.letter(), out);
    }
    return out.become(now, Facts.empty());
  }

  private State take(State now, Letter letter, Outcome.Builder out) {
    Facts carried = Facts.of("plate", now.plate, "vehicle", name);
    if (letter instanceof PermitLetter.PlateIssued issued) {
      out.remindAt(issued.validUntil(), new VehicleLetter.PlateEnds(issued.plate()));
      return new State(issued.plate(), issued.validUntil());
    } else if (letter instanceof PermitLetter.PermitWithdrawn && !now.plate.isEmpty()) {
      out.record(EventType.PLATE_VOIDED, carried);
      return new State("", Instant.EPOCH);
    } else if (letter instanceof VehicleLetter.PlateEnds ends && ends.plate().equals(now.plate)) {
      out.record(EventType.PLATE_EXPIRED, carried);
    }
    return now;
  }
}
