package io.testroad.intersection;

import io.testroad.engine.EventType;
import io.testroad.engine.Facts;
import io.testroad.engine.Outcome;
import io.testroad.engine.RoadDecision;
import io.testroad.engine.Turn;
import io.testroad.intersection.SignalState.Request;
import io.testroad.protocol.SignalLetter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Clears the way over an intersection for units that ask for it: one at a time, in order of asking.
 * None is served for longer than {@link #LONGEST}, lest one that is stuck, or forgets to say that
 * it has passed, keep everybody else waiting (assumption). A signal that fails serves nobody, and
 * forgets who has asked.
 */
final class PreEmptionDesk {

  /** The longest time for which a unit is served; assumption. */
  static final Duration LONGEST = Duration.ofMinutes(2);

  private final SignalSpec spec;
  private final Turn turn;
  private final Outcome.Builder out;

  PreEmptionDesk(SignalSpec spec, Turn turn, Outcome.Builder out) {
    this.spec = spec;
    this.turn = turn;
    this.out = out;
  }

  /** A unit asks; one that comes on another road than it said before takes its turn anew. */
  SignalState asked(SignalState state, Request request) {
    if (state.isFailing() || state.requests().contains(request)) {
      return state;
    }
    SignalState without = leave(state, request.unit());
    List<Request> requests = new ArrayList<>(without.requests());
    requests.add(request);
    SignalState next = without.withRequests(requests);
    return requests.size() > 1 ? next : serve(next);
  }

  /** A unit has passed, or comes no more. */
  SignalState over(SignalState state, String unit) {
    SignalState next = leave(state, unit);
    return state.isServing() && !next.isServing() ? resume(next) : next;
  }

  /** The time of the one who was served as the serial-th is over. */
  SignalState expired(SignalState state, int serial) {
    return state.isServing() && state.served() == serial
        ? over(state, state.requests().get(0).unit())
        : state;
  }

  /** The signal fails: whoever is served is no more. */
  void abandon(SignalState state) {
    if (state.isServing()) {
      recordRelease(state);
    }
  }

  /** Takes a unit out; if it was being served and others wait, the next one is. */
  private SignalState leave(SignalState state, String unit) {
    List<Request> left = new ArrayList<>(state.requests());
    left.removeIf(request -> request.unit().equals(unit));
    boolean wasServed = state.isServing() && state.requests().get(0).unit().equals(unit);
    SignalState next = state.withRequests(left);
    if (!wasServed) {
      return next;
    }
    recordRelease(state);
    return next.isServing() ? serve(next) : next;
  }

  private SignalState serve(SignalState state) {
    Request first = state.requests().get(0);
    SignalState next = state.servingSince(turn.tick());
    out.decide(new RoadDecision.PreEmpt(spec.signal(), first.road()));
    out.record(EventType.SIGNAL_PRE_EMPTED, Facts.of("unit", first.unit(), "road", first.road()));
    out.remind(LONGEST, new SignalLetter.PreEmptionLapses(next.served()));
    return next;
  }

  private SignalState resume(SignalState state) {
    out.decide(new RoadDecision.RunProgram(spec.signal(), state.program()));
    return state;
  }

  private void recordRelease(SignalState state) {
    double after = (turn.tick() - state.servedSince()) * turn.clock().tickSeconds();
    out.record(
        EventType.SIGNAL_RELEASED,
        Facts.of("unit", state.requests().get(0).unit(), "afterS", after));
  }
}
