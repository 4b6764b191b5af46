package io.testroad.policy;

import dev.cel.runtime.CelEvaluationException;
import io.testroad.engine.Facts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** A rule with its expressions ready to be evaluated. Thread-safe. */
final class CompiledRule {

  private final Rule rule;
  private final Optional<Guard> applies;
  private final Reading require;
  private final SortedSet<String> parameters = new TreeSet<>();
  private final SortedSet<String> facts = new TreeSet<>();

  CompiledRule(Rule rule, Optional<Reading> applies, Reading require) {
    this.rule = rule;
    this.applies = applies.map(Guard::new);
    this.require = require;
    Stream.concat(applies.stream(), Stream.of(require))
        .map(reading -> reading.expression().expression())
        .forEach(
            expression -> {
              facts.addAll(expression.facts());
              parameters.addAll(expression.parameters());
            });
  }

  /** The names of the facts it reads. */
  SortedSet<String> facts() {
    return facts;
  }

  Rule rule() {
    return rule;
  }

  Set<String> parameters() {
    return parameters;
  }

  /** Whether it says something of an obligation when that is done, or its term is over. */
  boolean judges(String obligation) {
    if (rule.on() != Moment.OBLIGATION_DUE) {
      return false;
    }
    Set<String> named = new TreeSet<>(require.expression().obligations());
    guard().ifPresent(guard -> named.addAll(guard.obligations()));
    return named.isEmpty() || named.contains(obligation);
  }

  /** The guard. */
  Optional<CompiledExpression> guard() {
    return applies.map(guard -> guard.reading().expression());
  }

  /** What it requires. */
  CompiledExpression demand() {
    return require.expression();
  }

  /** The facts it reads, by name. */
  List<Fact> readFacts() {
    SortedMap<String, Fact> read = new TreeMap<>();
    Stream.concat(applies.stream().map(Guard::reading), Stream.of(require))
        .flatMap(reading -> reading.facts().stream())
        .forEach(fact -> read.put(fact.name(), fact));
    return List.copyOf(read.values());
  }

  /**
   * What the rule says; empty when its guard is false. An expression that can't be computed is a
   * fault of the pack: the rule then counts as broken, and nothing follows but a warning.
   */
  Optional<Ruling> rule(Facts given, SortedMap<String, Parameter> values) {
    try {
      if (applies.isPresent() && !applies.get().holds(given, values)) {
        return Optional.empty();
      }
      Map<String, Object> read = require.values(given, values);
      boolean held = require.expression().holds(read);
      return Optional.of(ruling(held, held ? List.of() : rule.otherwise(), read, given, values));
    } catch (CelEvaluationException e) {
      String warning = "the rule can't be evaluated: " + e.getMessage();
      List<Consequence> then = List.of(new Consequence.Warn(warning));
      return Optional.of(ruling(false, then, require.values(given, values), given, values));
    }
  }

  /** A ruling, with what the demand read and what the guard did. */
  private Ruling ruling(
      boolean held,
      List<Consequence> then,
      Map<String, Object> read,
      Facts given,
      SortedMap<String, Parameter> values) {
    applies.ifPresent(guard -> read.putAll(guard.reading().values(given, values)));
    return new Ruling(
        rule.id(), rule.pack(), rule.on(), held, then, rule.source(), Facts.from(read));
  }
}
