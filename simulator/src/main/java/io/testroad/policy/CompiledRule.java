package io.testroad.policy;

import dev.cel.runtime.CelEvaluationException;
import io.testroad.engine.Facts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** A rule with its expressions ready to be evaluated. Thread-safe. */
final class CompiledRule {

  private final Rule rule;
  private final Optional<CompiledExpression> applies;
  private final CompiledExpression require;
  private final List<Fact> facts;
  private final Set<String> parameters = new TreeSet<>();

  CompiledRule(Rule rule, Optional<CompiledExpression> applies, CompiledExpression require) {
    this.rule = rule;
    this.applies = applies;
    this.require = require;
    Set<String> names = new TreeSet<>();
    Stream.concat(applies.stream(), Stream.of(require))
        .map(CompiledExpression::expression)
        .forEach(
            expression -> {
              names.addAll(expression.facts());
              parameters.addAll(expression.parameters());
            });
    this.facts = names.stream().flatMap(name -> Vocabulary.find(name).stream()).toList();
  }

  Rule rule() {
    return rule;
  }

  Set<String> parameters() {
    return parameters;
  }

  /**
   * What the rule says; empty when its guard is false. An expression that can't be computed is a
   * fault of the pack: the rule then counts as broken, and nothing follows but a warning.
   */
  Optional<Ruling> rule(Facts given, SortedMap<String, Parameter> values) {
    SortedMap<String, Object> read = new TreeMap<>();
    facts.forEach(fact -> read.put(fact.name(), Vocabulary.value(fact, given)));
    for (String parameter : parameters) {
      read.put(
          CelLanguage.PARAMETERS + parameter,
          Objects.requireNonNull(values.get(parameter)).value());
    }
    Map<String, Object> variables = new HashMap<>(read);
    try {
      if (applies.isPresent() && !applies.get().holds(variables)) {
        return Optional.empty();
      }
      boolean held = require.holds(variables);
      return Optional.of(ruling(held, held ? List.of() : rule.otherwise(), read));
    } catch (CelEvaluationException e) {
      String warning = "the rule can't be evaluated: " + e.getMessage();
      return Optional.of(ruling(false, List.of(new Consequence.Warn(warning)), read));
    }
  }

  private Ruling ruling(boolean held, List<Consequence> then, SortedMap<String, Object> read) {
    return new Ruling(
        rule.id(), rule.pack(), rule.on(), held, then, rule.source(), Facts.from(read));
  }
}
