package io.testroad.sensing;

import io.testroad.engine.EventType;
import io.testroad.engine.Facts;
import io.testroad.engine.Outcome;
import io.testroad.engine.RandomStream;
import io.testroad.engine.Turn;
import io.testroad.protocol.IncidentLetter;
import io.testroad.protocol.SensingLetter;
import java.time.Duration;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One turn of the police's hotline: takes as many calls at a time as it has lines, in the order in
 * which they were made; callers who wait too long hang up. What was said is told when the call is
 * over.
 */
final class HotlineTurn {

  private static final String MEANS = "caller";

  private final CallersSpec spec;
  private final RandomStream handling;
  private final RandomStream patience;
  private final Turn turn;
  private final Outcome.Builder out;
  private final SortedMap<Integer, CallersState.Call> waiting;
  private final SortedMap<Integer, CallersState.Call> talking;
  private int answered;
  private int abandoned;

  HotlineTurn(
      CallersSpec spec, RandomStream chance, Turn turn, Outcome.Builder out, CallersState state) {
    this.spec = spec;
    handling = chance.forEntity(0);
    patience = chance.forEntity(1);
    this.turn = turn;
    this.out = out;
    waiting = new TreeMap<>(state.waiting());
    talking = new TreeMap<>(state.talking());
    answered = state.answered();
    abandoned = state.abandoned();
  }

  /** Somebody calls. */
  void rings(int number, CallersState.Call call) {
    if (talking.size() < spec.hotline().lines()) {
      answer(number, call);
    } else {
      waiting.put(number, call);
      out.remind(
          drawn(patience, number, spec.hotline().patience()),
          new SensingLetter.PatienceEnds(number));
    }
  }

  private void answer(int number, CallersState.Call call) {
    answered++;
    talking.put(number, call);
    record(EventType.CALL_ANSWERED, call);
    out.remind(
        drawn(handling, number, spec.hotline().handling()), new SensingLetter.CallEnds(number));
  }

  /** A call is over: the centre is told, and the next one answered. */
  void ends(int number) {
    CallersState.Call call = talking.remove(number);
    if (call == null) {
      throw new IllegalStateException("nobody talks in call " + number);
    }
    out.post(
        spec.centre(),
        new IncidentLetter.Reported(
            call.told(), spec.id(), MEANS, CallerStory.PRECISION_M, call.occurredTick()));
    if (!waiting.isEmpty()) {
      int next = waiting.firstKey();
      answer(next, waiting.remove(next));
    }
  }

  /** Whoever still waits hangs up. */
  void patienceEnds(int number) {
    CallersState.Call call = waiting.remove(number);
    if (call != null) {
      abandoned++;
      record(EventType.CALL_ABANDONED, call);
    }
  }

  private void record(EventType type, CallersState.Call call) {
    double waitedS = turn.clock().secondsAt(turn.tick() - call.madeTick());
    out.record(type, Facts.of("caller", call.caller(), "waitedS", waitedS));
  }

  private static Duration drawn(RandomStream stream, int number, Duration mean) {
    return Duration.ofMillis(Math.round(stream.exponential(number, (double) mean.toMillis())));
  }

  SortedMap<Integer, CallersState.Call> waiting() {
    return waiting;
  }

  SortedMap<Integer, CallersState.Call> talking() {
    return talking;
  }

  int answered() {
    return answered;
  }

  int abandoned() {
    return abandoned;
  }
}
