package io.testroad.incident;

import io.testroad.engine.AgentId;
import io.testroad.engine.EventType;
import io.testroad.engine.Facts;
import io.testroad.engine.Letter;
import io.testroad.engine.Outcome;
import io.testroad.engine.Turn;
import io.testroad.protocol.IncidentLetter;

/** A unit during one turn: the state as the letters change it, and what the turn brings about. */
final class UnitTurn {

  private final UnitSpec spec;
  private final UnitWays ways;
  private final Turn turn;
  private final Outcome.Builder out;
  private UnitState state;

  UnitTurn(UnitSpec spec, UnitWays ways, Turn turn, Outcome.Builder out, UnitState state) {
    this.spec = spec;
    this.ways = ways;
    this.turn = turn;
    this.out = out;
    this.state = state;
  }

  UnitSpec spec() {
    return spec;
  }

  UnitWays ways() {
    return ways;
  }

  long tick() {
    return turn.tick();
  }

  Turn turn() {
    return turn;
  }

  Outcome.Builder out() {
    return out;
  }

  UnitState state() {
    return state;
  }

  void become(UnitState newState) {
    state = newState;
  }

  double secondsSince(long tick) {
    return turn.clock().secondsAt(turn.tick() - tick);
  }

  /** Tells the commander of the order it has. */
  void report(Letter letter) {
    IncidentLetter.UnitSent order = state.order();
    if (order != null) {
      out.post(order.commander(), letter);
    }
  }

  /** Puts on record something that the unit does for an incident. */
  void record(EventType type, Facts facts) {
    IncidentLetter.UnitSent order = state.order();
    int incident = order == null ? 0 : order.incident();
    out.record(type, facts.and(Facts.of("incident", incident, "unit", spec.name())));
  }

  AgentId centre() {
    return spec.centre();
  }
}
