package io.testroad.scenario;

import io.testroad.engine.Clock;
import io.testroad.engine.Event;
import io.testroad.engine.Facts;
import io.testroad.policy.FactExpression;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** What agents have last let others observe. */
final class WatchedFacts {

  private final Clock clock;
  private final SortedMap<String, SortedMap<String, Facts>> byKind = new TreeMap<>();
  private final SortedMap<String, Facts> centres = new TreeMap<>();
  private Facts whole = Facts.of("incident.open", 0, "incident.total", 0);

  WatchedFacts(Clock clock) {
    this.clock = clock;
  }

  /** Keeps an agent's facts; returns their kind, the first word of their names. */
  String put(String agentName, Facts facts) {
    String kind =
        facts.names().stream()
            .map(Scope::kind)
            .filter(word -> !word.equals("now"))
            .findFirst()
            .orElse("");
    if (facts.names().stream().anyMatch(Scope::isOfWhole)) {
      centres.put(agentName, facts);
      whole = whole.and(facts).and(sums());
      return "centre";
    }
    byKind.computeIfAbsent(kind, k -> new TreeMap<>()).put(agentName, facts);
    return kind;
  }

  /** What several centres count, added up. */
  private Facts sums() {
    SortedMap<String, Object> sums = new TreeMap<>();
    for (Facts each : centres.values()) {
      each.asMap()
          .forEach(
              (name, value) -> {
                if (value instanceof Long count) {
                  sums.merge(name, count, (one, other) -> (Long) one + (Long) other);
                }
              });
    }
    return Facts.from(sums);
  }

  Optional<Facts> find(String kind, String name) {
    return Optional.ofNullable(byKind.getOrDefault(kind, new TreeMap<>()).get(name));
  }

  /** Names of the agents of a kind, sorted. */
  Set<String> names(String kind) {
    return byKind.getOrDefault(kind, new TreeMap<>()).keySet();
  }

  /** The values that an expression reads: of the whole, and of an agent if there is one. */
  Map<String, Object> values(FactExpression expression, long tick, Optional<Facts> agent) {
    Map<String, Object> values = new HashMap<>();
    for (String fact : expression.facts()) {
      Object value = fact.equals("now") ? clock.instantOf(tick) : whole.find(fact);
      if (value == null && agent.isPresent()) {
        value = agent.get().find(fact);
      }
      if (value != null) {
        values.put(fact, value);
      }
    }
    return values;
  }

  /** The values that an expression reads of an event, and of the agent that it is about. */
  Map<String, Object> values(FactExpression expression, Scope scope, Event event) {
    Optional<Facts> agent = scope.agents().flatMap(kind -> find(kind, nameOf(kind, event)));
    Map<String, Object> values = values(expression, event.tick(), agent);
    for (String fact : expression.facts()) {
      if (fact.equals("event.type")) {
        values.put(fact, event.type().written());
      } else if (fact.equals("event.subject")) {
        values.put(fact, event.subject());
      } else if (fact.startsWith("event.")) {
        Object value = event.attributes().find(fact.substring("event.".length()));
        if (value != null) {
          values.put(fact, fitting(fact, value));
        }
      }
    }
    return values;
  }

  /** A whole number as the double that the fact's type says. */
  private static Object fitting(String fact, Object value) {
    boolean wide =
        java.util.Objects.requireNonNull(WatchFacts.LANGUAGE.facts().get(fact)).type()
            == io.testroad.policy.FactType.DOUBLE;
    return wide && value instanceof Long whole ? Double.valueOf(whole.doubleValue()) : value;
  }

  /** The name of the agent of a kind that an event is about; empty when there is none. */
  static String nameOf(String kind, Event event) {
    if (event.subject().startsWith(kind + ":")) {
      return event.subject().substring(kind.length() + 1);
    }
    return event.attributes().find(kind) instanceof String name ? name : "";
  }

  /** Values in words, sorted by name. */
  static String text(Map<String, Object> values) {
    StringBuilder text = new StringBuilder();
    new TreeMap<>(values)
        .forEach(
            (name, value) ->
                text.append(text.isEmpty() ? "" : ", ").append(name).append('=').append(value));
    return text.toString();
  }
}
