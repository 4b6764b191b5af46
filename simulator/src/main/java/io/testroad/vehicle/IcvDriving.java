package io.testroad.vehicle;

import io.testroad.engine.EventType;
import io.testroad.engine.Facts;
import io.testroad.engine.Letter;
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
  private final RoadMap map;
  private final Turn turn;
  private final Outcome.Builder out;
  private IcvState state;

  IcvDriving(IcvSpec spec, RoadMap map, Turn turn, Outcome.Builder out, IcvState state) {
    this.spec = spec;
    this.map = map;
    this.turn = turn;
    this.out = out;
    this.state = state;
  }

  IcvSpec spec() {
    return spec;
  }

  RoadMap map() {
    return map;
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

  /** Seconds since a tick. */
  double secondsSince(long tick) {
    return turn.clock().secondsAt(turn.tick() - tick);
  }

  /** Where and when the system may drive. */
  Domain domain() {
    return new Domain(spec, state, turn.now());
  }

  /** What facts are taken from, as if the vehicle were on the road given. */
  IcvFacts.Scene scene(String road) {
    return new IcvFacts.Scene(spec, state, domain(), map, now(), road);
  }

  /** Writes to the supervision platform, which nothing reaches while the upload fails. */
  void tellPlatform(Letter letter) {
    if (state.upload().stoppedTick() < 0) {
      out.post(spec.platform(), letter);
    }
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

  Mishap mishap() {
    return state.mishap();
  }

  void become(Mishap mishap) {
    state = state.with(mishap);
  }

  void halt(double decelerationMps2, boolean aside) {
    out.decide(new RoadDecision.Halt(spec.name(), decelerationMps2, aside));
  }

  /** Changes the mode and puts it on record; nothing happens when it is the same. */
  void change(Mode mode, String cause, String rule) {
    if (state.mode() == mode) {
      return;
    }
    boolean system = state.isSystemDriving();
    IcvAccounts.count(this, state.place().speedMps());
    boolean automated = state.isAutomated();
    Facts facts = Facts.of("from", state.mode().written(), "to", mode.written(), "cause", cause);
    if (!rule.isEmpty()) {
      facts = facts.with("rule", rule);
    }
    if (state.place().onRoad()) {
      facts = facts.with("road", state.place().road());
    }
    out.record(EventType.MODE_CHANGED, facts);
    become(state.with(mode));
    if (system && !state.isSystemDriving()) {
      IcvAccounts.leftAutomation(this);
    }
    if (state.isAutomated() != automated) {
      if (state.permit().limits().isCapped() || mishap().isSlow()) {
        capSpeed();
      }
      if (spec.fallback().help().courteous()) {
        beCourteous(state.isAutomated());
      }
    }
  }

  /** How the system meets others where ways cross; a driver isn't that courteous. */
  void beCourteous(boolean courteous) {
    if (state.place().onRoad()) {
      out.decide(new RoadDecision.Courtesy(spec.name(), courteous));
    }
  }

  /**
   * The cap on speed that a restricted permit, or what goes wrong, puts on the system; a driver has
   * none.
   */
  void capSpeed() {
    if (state.place().onRoad()) {
      out.decide(new RoadDecision.CapSpeed(spec.name(), capMps()));
    }
  }

  private double capMps() {
    double capMps = Double.POSITIVE_INFINITY;
    if (state.isAutomated()) {
      IcvState.Limits limits = state.permit().limits();
      capMps = limits.isCapped() ? limits.speedMps() : capMps;
      capMps = mishap().isSlow() ? Math.min(capMps, degradedMps()) : capMps;
    }
    boolean seeksRefuge = !mishap().stand().refuge().isEmpty();
    return seeksRefuge ? Math.min(capMps, spec.fallback().manoeuvre().crawlMps()) : capMps;
  }

  private double degradedMps() {
    return spec.fallback().losses().degradedMps();
  }
}
