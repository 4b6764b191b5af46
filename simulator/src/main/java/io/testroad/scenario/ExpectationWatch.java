package io.testroad.scenario;

import io.testroad.engine.Clock;
import io.testroad.engine.Event;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Watches one expectation. */
final class ExpectationWatch {

  private final Expectation expectation;
  private final String scenario;
  private final ExpressionWatch expression;
  private final List<ExpressionWatch> whenever;
  private final Consumer<ExpectationFailure> failures;
  private final List<Sighting> pending = new ArrayList<>();
  private final Set<String> failed = new HashSet<>();
  private final Set<String> holding = new HashSet<>();

  ExpectationWatch(
      Expectation expectation, String scenario, Consumer<ExpectationFailure> failures) {
    this.expectation = expectation;
    this.scenario = scenario;
    this.failures = failures;
    expression = new ExpressionWatch(expectation.expression(), scenario);
    whenever = expectation.whenever().map(w -> new ExpressionWatch(w, scenario)).stream().toList();
    if (expectation.kind() == Expectation.Kind.EVENTUALLY && whenever.isEmpty()) {
      pending.add(new Sighting(0, "scenario:" + scenario, "", "", true, Map.of()));
    }
  }

  void states(long tick, WatchedFacts facts, Map<String, Set<String>> changed) {
    for (ExpressionWatch trigger : whenever) {
      for (Sighting sighting : trigger.states(tick, facts, changed)) {
        boolean began = sighting.holds() && holding.add(sighting.subject());
        if (!sighting.holds()) {
          holding.remove(sighting.subject());
        } else if (began) {
          trigger(sighting, facts);
        }
      }
    }
    expression.states(tick, facts, changed).forEach(this::see);
  }

  void event(Event event, WatchedFacts facts) {
    expression.event(event, facts).ifPresent(this::see);
    for (ExpressionWatch trigger : whenever) {
      trigger.event(event, facts).filter(Sighting::holds).ifPresent(s -> trigger(s, facts));
    }
  }

  /** A trigger waits for an answer, unless what is expected is true already. */
  private void trigger(Sighting trigger, WatchedFacts facts) {
    boolean answered =
        expression.all(trigger.tick(), facts).stream()
            .anyMatch(sighting -> sighting.holds() && sighting.answers(trigger));
    if (!answered) {
      pending.add(trigger);
    }
  }

  private void see(Sighting sighting) {
    switch (expectation.kind()) {
      case ALWAYS -> {
        if (!sighting.holds()) {
          fail(sighting, sighting.tick(), "was false");
        }
      }
      case NEVER -> {
        if (sighting.holds()) {
          fail(sighting, sighting.tick(), "was true");
        }
      }
      case EVENTUALLY -> {
        if (sighting.holds()) {
          pending.removeIf(
              trigger -> sighting.answers(trigger) && sighting.tick() <= deadline(trigger));
        }
      }
    }
  }

  private long deadline(Sighting trigger) {
    return expectation.withinTicks().isPresent()
        ? trigger.tick() + expectation.withinTicks().getAsLong()
        : Clock.NEVER;
  }

  /** Fails what should have been answered by a tick, after all that happened in it. */
  void expire(long tick) {
    List<Sighting> late = pending.stream().filter(t -> deadline(t) <= tick).toList();
    pending.removeAll(late);
    late.forEach(trigger -> fail(trigger, tick, "did not become true in time"));
  }

  /** Fails what the run's end leaves open; a trigger whose time isn't over is left alone. */
  void end(long tick) {
    for (Sighting trigger : pending) {
      if (deadline(trigger) == Clock.NEVER || whenever.isEmpty()) {
        fail(trigger, tick, "did not become true until the end");
      }
    }
    pending.clear();
  }

  /** The first deadline after a tick. */
  long nextDue(long tick) {
    return pending.stream()
        .mapToLong(this::deadline)
        .filter(deadline -> deadline > tick)
        .min()
        .orElse(Clock.NEVER);
  }

  private void fail(Sighting sighting, long tick, String what) {
    String subject = sighting.subject();
    if (failed.add(subject)) {
      String about = subject.equals("scenario:" + scenario) ? "" : " for " + subject;
      failures.accept(
          new ExpectationFailure(
              expectation.name(),
              tick,
              subject,
              "'" + expectation.expression() + "' " + what + about + ".",
              WatchedFacts.text(sighting.values())));
    }
  }
}
