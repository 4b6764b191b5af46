package io.testroad.bench.models;

import io.testroad.engine.AgentId;
import io.testroad.engine.Clock;
import io.testroad.engine.Event;
import io.testroad.engine.EventType;
import io.testroad.engine.Facts;
import io.testroad.engine.Letter;
import io.testroad.engine.Mail;
import io.testroad.engine.Outcome;
import io.testroad.engine.RandomStream;
import io.testroad.engine.Turn;
import io.testroad.engine.WorkingCalendar;
import io.testroad.policy.RuleBook;
import io.testroad.protocol.VehicleLetter;
import io.testroad.vehicle.DrawnTime;
import io.testroad.vehicle.OperatorAgent;
import io.testroad.vehicle.OperatorSpec;
import io.testroad.vehicle.OperatorState;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.TreeMap;

/** An operator of a fleet with remote seats, who is called for help at given times. */
final class SeatRun {

  private static final OffsetDateTime START = OffsetDateTime.parse("2025-03-01T08:00:00+08:00");
  private static final Clock CLOCK = Clock.of(START, Duration.ofMillis(10));

  private final OperatorAgent agent;
  private final PriorityQueue<Mail> mail = new PriorityQueue<>(Mail.ORDER);
  private final List<Double> waitsS = new ArrayList<>();
  private OperatorState state;
  private long sequence;
  private double lastDoneS;

  /** An operator with seats whose sessions last as long as is drawn. */
  SeatRun(String name, int seats, DrawnTime session) {
    RandomStream none = RandomStream.of(Poisson.SEED, name);
    agent = new OperatorAgent(spec(seats, session), RuleBook.NONE, none, none);
    state = agent.initialState();
  }

  private static OperatorSpec spec(int seats, DrawnTime session) {
    return new OperatorSpec(
        "fleet",
        List.of(),
        new OperatorSpec.Remote(seats, session, session, 0),
        List.of(),
        new OperatorSpec.Papers(
            Facts.empty(), new TreeMap<>(), Optional.empty(), Instant.MAX, "1.0"),
        Optional.empty(),
        Optional.empty(),
        new OperatorSpec.Conduct(new TreeMap<>(), List.of(), Optional.empty(), true, true, 0),
        Facts.empty(),
        new TreeMap<>(),
        WorkingCalendar.PLAIN,
        OperatorSpec.Emergencies.NONE);
  }

  /** Calls at times from the start, s, in order; played until a time, s. */
  SeatRun play(double[] callsS, double untilS) {
    int next = 0;
    long end = ticks(untilS);
    while (true) {
      boolean called = next < callsS.length && (mail.isEmpty() || isNext(callsS[next]));
      if (called) {
        var call = new VehicleLetter.AssistanceAsked("v" + next, 1, "assistance", false, 0, false);
        post(ticks(callsS[next]), AgentId.vehicle("v" + next), call);
        next++;
      } else if (mail.isEmpty() || mail.element().due() > end) {
        return this;
      } else {
        turn();
      }
    }
  }

  private static long ticks(double seconds) {
    return Math.round(seconds / CLOCK.tickSeconds());
  }

  private boolean isNext(double callS) {
    return ticks(callS) <= mail.element().due();
  }

  private void post(long due, AgentId from, Letter letter) {
    mail.add(new Mail(due, agent.id(), from, sequence++, letter));
  }

  private void turn() {
    long tick = mail.element().due();
    List<Mail> inbox = new ArrayList<>();
    while (!mail.isEmpty() && mail.element().due() == tick) {
      inbox.add(mail.remove());
    }
    Outcome<OperatorState> outcome = agent.take(state, new Turn(tick, CLOCK, inbox));
    state = outcome.state();
    for (Event event : outcome.events()) {
      if (event.type() == EventType.ASSISTANCE_BEGUN) {
        waitsS.add((Double) event.attributes().find("waitedS"));
      } else if (event.type() == EventType.ASSISTANCE_DONE) {
        lastDoneS = CLOCK.secondsAt(tick);
      }
    }
    for (Outcome.Outgoing letter : outcome.outbox()) {
      if (letter.to().equals(agent.id())) {
        post(tick + Math.max(1, letter.delay()), agent.id(), letter.letter());
      }
    }
  }

  /** The mean wait of those who were served, s. */
  double meanWaitS() {
    return waitsS.stream().mapToDouble(w -> w).average().orElse(0);
  }

  /** The share of those who were served that waited longer than a time, s. */
  double shareOver(double seconds) {
    return (double) waitsS.stream().filter(w -> w > seconds).count() / waitsS.size();
  }

  /** When the last session was over, s. */
  double lastDoneS() {
    return lastDoneS;
  }

  /** How many wait. */
  int queue() {
    return state.seats().queue().size();
  }
}
