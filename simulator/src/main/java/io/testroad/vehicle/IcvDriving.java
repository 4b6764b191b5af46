package io.testroad.vehicle;

import io.testroad.engine.EventType;
import io.testroad.engine.Facts;
import io.testroad.engine.Outcome;
import io.testroad.engine.RoadDecision;
import io.testroad.engine.Turn;
import java.time.Instant;

/**
 * A vehicle's agent during one turn: the state as the letters change it, and what the turn brings
 * about.
 */
final class IcvDriving {

  /** Gentle braking of a minimal risk manoeuvre, m/s² (UN R157: at most 4; assumption: half). */
  static final double GENTLE_MPS2 = 2;

  /** Braking when the vehicle can no longer steer itself, m/s² (UN R157, 5.4.2). */
  static final double FIRM_MPS2 = 4;

  private final IcvSpec spec;
  private final Turn turn;
  private final Outcome.Builder out;
  private IcvState state;

  IcvDriving(IcvSpec spec, Turn turn, Outcome.Builder out, IcvState state) {
    this.spec = spec;
    this.turn = turn;
    this.out = out;
    this.state = state;
  }

  IcvSpec spec() {
    return spec;
  }

  Turn turn() {
    return turn;
  }

  Outcome.Builder out() {
    return out;
  }

  IcvState state() {
    return state;
  }

  Instant now() {
    return turn.clock().instantOf(turn.tick());
  }

  void become(IcvState newState) {
    state = newState;
  }

  /** On a road; its speed limit, and whether the vehicle stands aside, are as they were. */
  void at(String road, int lane, double positionM, double speedMps) {
    IcvState.Place before = state.place();
    at(road, lane, positionM, speedMps, before.speedLimitMps(), before.aside());
  }

  void at(
      String road,
      int lane,
      double positionM,
      double speedMps,
      double speedLimitMps,
      boolean aside) {
    become(
        state.with(
            new IcvState.Place(true, road, lane, positionM, speedMps, speedLimitMps, aside)));
  }

  void halt(double decelerationMps2, boolean aside) {
    out.decide(new RoadDecision.Halt(spec.name(), decelerationMps2, aside));
  }

  /** Changes the mode and puts it on record; nothing happens when it is the same. */
  void change(Mode mode, String cause, String rule) {
    if (state.mode() == mode) {
      return;
    }
    Facts facts = Facts.of("from", state.mode().written(), "to", mode.written(), "cause", cause);
    if (!rule.isEmpty()) {
      facts = facts.with("rule", rule);
    }
    if (state.place().onRoad()) {
      facts = facts.with("road", state.place().road());
    }
    out.record(EventType.MODE_CHANGED, facts);
    become(state.with(mode));
  }
}
