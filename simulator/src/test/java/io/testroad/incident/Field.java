package io.testroad.incident;

import io.testroad.engine.AgentId;
import io.testroad.engine.Clock;
import io.testroad.engine.Event;
import io.testroad.engine.Letter;
import io.testroad.engine.Mail;
import io.testroad.engine.Outcome;
import io.testroad.engine.Turn;
import io.testroad.protocol.IncidentLetter;
import io.testroad.protocol.SceneLetter.Sight;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.LongFunction;

/**
 * Centres at work with units that do as they are told without any roads: each needs some time to
 * get there and some to work, then it is free where it stands.
 */
final class Field {

  private static final AgentId TRUTH = AgentId.of("truth", "all");

  private final Clock clock =
      Clock.of(OffsetDateTime.parse("2025-03-01T12:00:00+08:00"), Duration.ofMillis(100));
  private final PriorityQueue<Mail> mail = new PriorityQueue<>(Mail.ORDER);
  private final SortedMap<AgentId, CentreAgent> centres = new TreeMap<>();
  private final SortedMap<AgentId, CentreState> states = new TreeMap<>();
  private final SortedMap<String, IncidentLetter.UnitSent> orders = new TreeMap<>();
  private final SortedMap<Integer, Sight> truth = new TreeMap<>();
  private final List<Event> events = new ArrayList<>();
  private final SortedMap<String, AgentId> homes = new TreeMap<>();
  private final LongFunction<double[]> times;
  private long sequence;
  private long sent;

  /**
   * A field.
   *
   * @param times for each order, by its number: seconds until the unit is there, and of its work
   */
  Field(LongFunction<double[]> times, CentreSpec... specs) {
    this.times = times;
    for (CentreSpec spec : specs) {
      CentreAgent agent = Precinct.agent(spec);
      centres.put(agent.id(), agent);
      states.put(agent.id(), agent.initialState());
      spec.units().forEach(unit -> homes.put(unit.name(), spec.id()));
    }
  }

  List<Event> events() {
    return events;
  }

  CentreState state(AgentId centre) {
    return states.get(centre);
  }

  Clock clock() {
    return clock;
  }

  /** Puts something on the road, or nothing, and lets it be reported. */
  void report(double atS, AgentId centre, IncidentLetter.Reported report, boolean isTrue) {
    if (isTrue) {
      post(Math.round(atS * 10), TRUTH, report.source(), report);
    }
    post(Math.round(atS * 10), centre, report.source(), report);
  }

  void tell(double atS, AgentId centre, Letter letter) {
    post(Math.round(atS * 10), centre, AgentId.SCRIPT, letter);
  }

  private void post(long due, AgentId to, AgentId from, Letter letter) {
    mail.add(new Mail(due, to, from, sequence++, letter));
  }

  void until(double endS) {
    while (!mail.isEmpty() && mail.element().due() <= endS * 10) {
      long tick = mail.element().due();
      SortedMap<AgentId, List<Mail>> inboxes = new TreeMap<>();
      while (!mail.isEmpty() && mail.element().due() == tick) {
        Mail next = mail.remove();
        inboxes.computeIfAbsent(next.to(), to -> new ArrayList<>()).add(next);
      }
      inboxes.forEach((to, inbox) -> deliver(tick, to, inbox));
    }
  }

  private void deliver(long tick, AgentId to, List<Mail> inbox) {
    CentreAgent centre = centres.get(to);
    if (centre != null) {
      Outcome<CentreState> outcome = centre.take(states.get(to), new Turn(tick, clock, inbox));
      states.put(to, outcome.state());
      events.addAll(outcome.events());
      outcome
          .outbox()
          .forEach(out -> post(tick + Math.max(1, out.delay()), out.to(), to, out.letter()));
    } else if (to.equals(TRUTH)) {
      inbox.forEach(
          each -> {
            if (each.letter() instanceof IncidentLetter.Reported report) {
              truth.put(report.seen().scene(), report.seen());
            }
          });
    } else if (to.kind().equals("vehicle")) {
      inbox.forEach(each -> unit(tick, to, each.letter()));
    } else if (to.kind().equals("sensor")) {
      inbox.forEach(each -> camera(tick, to, each));
    }
  }

  private void camera(long tick, AgentId camera, Mail asked) {
    if (asked.letter() instanceof IncidentLetter.CheckAsked check) {
      List<Sight> sights = sights(check.road(), check.positionM(), check.withinM());
      post(
          tick + 100,
          asked.from(),
          camera,
          new IncidentLetter.Checked(check.inquiry(), "camera", true, sights));
    }
  }

  private List<Sight> sights(String road, double positionM, double withinM) {
    return truth.values().stream()
        .filter(each -> each.road().equals(road))
        .filter(each -> Math.abs(each.positionM() - positionM) <= withinM)
        .toList();
  }

  /** What a unit reminds itself of. */
  private record Step(int incident, String step) implements io.testroad.engine.Letter {
    @Override
    public String kind() {
      return "Step";
    }
  }

  private void unit(long tick, AgentId unit, Letter letter) {
    if (letter instanceof IncidentLetter.UnitSent order) {
      orders.put(unit.name(), order);
      double[] after = times.apply(sent++);
      long there = tick + Math.max(1, Math.round(after[0] * 10));
      post(there, unit, unit, new Step(order.incident(), "there"));
      post(
          there + Math.max(1, Math.round(after[1] * 10)),
          unit,
          unit,
          new Step(order.incident(), "done"));
    } else if (letter instanceof IncidentLetter.UnitRecalled recalled) {
      IncidentLetter.UnitSent order = orders.get(unit.name());
      if (order != null && order.incident() == recalled.incident()) {
        free(tick, unit, order);
      }
    } else if (letter instanceof Step step) {
      IncidentLetter.UnitSent order = orders.get(unit.name());
      if (order != null && order.incident() == step.incident()) {
        step(tick, unit, order, step.step());
      }
    }
  }

  private void step(long tick, AgentId unit, IncidentLetter.UnitSent order, String step) {
    AgentId commander = order.commander();
    if (step.equals("there")) {
      List<Sight> sights = sights(order.road(), order.positionM(), 40);
      post(
          tick + 1, commander, unit, new IncidentLetter.UnitOnScene(order.incident(), unit.name()));
      post(
          tick + 2,
          commander,
          unit,
          new IncidentLetter.UnitFound(order.incident(), unit.name(), sights));
      if (sights.isEmpty()) {
        post(tick + 2, commander, unit, new IncidentLetter.UnitDone(order.incident(), unit.name()));
        free(tick + 1, unit, order);
      }
    } else {
      truth.values().removeAll(sights(order.road(), order.positionM(), 40));
      post(tick + 1, commander, unit, new IncidentLetter.UnitDone(order.incident(), unit.name()));
      free(tick, unit, order);
    }
  }

  private void free(long tick, AgentId unit, IncidentLetter.UnitSent order) {
    orders.remove(unit.name());
    post(
        tick + 1,
        homes.get(unit.name()),
        unit,
        new IncidentLetter.UnitFree(unit.name(), order.road(), order.positionM()));
  }
}
