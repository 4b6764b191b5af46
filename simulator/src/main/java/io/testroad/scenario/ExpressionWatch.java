package io.testroad.scenario;

import io.testroad.engine.Event;
import io.testroad.engine.Facts;
import io.testroad.policy.FactExpression;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Evaluates one expression whenever something it reads may have changed. */
final class ExpressionWatch {

  private final FactExpression expression;
  private final Scope scope;
  private final String scenario;

  ExpressionWatch(FactExpression expression, String scenario) {
    this.expression = expression;
    this.scope = Scope.of(expression);
    this.scenario = scenario;
  }

  boolean ofEvents() {
    return scope.ofEvents();
  }

  /**
   * What a tick's changes show, agents by name first.
   *
   * @param changed names of the agents whose facts were told, by kind
   */
  List<Sighting> states(long tick, WatchedFacts facts, Map<String, Set<String>> changed) {
    List<Sighting> sightings = new ArrayList<>();
    if (scope.ofEvents()) {
      return sightings;
    }
    boolean whole = scope.ofWhole() && changed.containsKey("centre");
    if (scope.agents().isEmpty()) {
      if (whole || !scope.ofWhole()) {
        look(tick, "scenario", scenario, facts, Optional.empty(), sightings);
      }
      return sightings;
    }
    String kind = scope.agents().get();
    Set<String> names = whole ? facts.names(kind) : changed.getOrDefault(kind, Set.of());
    for (String name : names) {
      look(tick, kind, name, facts, facts.find(kind, name), sightings);
    }
    return sightings;
  }

  /** What is true of everything now: for conditions that begin to matter only now. */
  List<Sighting> all(long tick, WatchedFacts facts) {
    List<Sighting> sightings = new ArrayList<>();
    if (scope.ofEvents()) {
      return sightings;
    }
    if (scope.agents().isEmpty()) {
      look(tick, "scenario", scenario, facts, Optional.empty(), sightings);
      return sightings;
    }
    for (String name : facts.names(scope.agents().get())) {
      String kind = scope.agents().get();
      look(tick, kind, name, facts, facts.find(kind, name), sightings);
    }
    return sightings;
  }

  private void look(
      long tick,
      String kind,
      String name,
      WatchedFacts facts,
      Optional<Facts> agent,
      List<Sighting> into) {
    Map<String, Object> values = facts.values(expression, tick, agent);
    expression
        .holds(values)
        .ifPresent(holds -> into.add(Sighting.of(tick, kind, name, holds, values)));
  }

  /** What an event shows; empty when the expression isn't over events, or can't be told of it. */
  Optional<Sighting> event(Event event, WatchedFacts facts) {
    if (!scope.ofEvents()) {
      return Optional.empty();
    }
    Map<String, Object> values = facts.values(expression, scope, event);
    return expression.holds(values).map(holds -> Sighting.of(event, holds, values));
  }
}
