package io.testroad.policy;

import dev.cel.runtime.CelEvaluationException;
import io.testroad.engine.Facts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;

/** An expression with the facts and parameters it reads. Thread-safe. */
record Reading(CompiledExpression expression, List<Fact> facts) {

  /** The values it reads, by the names it reads them by, always in the same order. */
  Map<String, Object> values(Facts given, SortedMap<String, Parameter> parameters) {
    Map<String, Object> read = new LinkedHashMap<>();
    for (Fact fact : facts) {
      read.put(fact.name(), Vocabulary.value(fact, given));
    }
    for (String parameter : expression.expression().parameters()) {
      read.put(
          CelLanguage.PARAMETERS + parameter,
          Objects.requireNonNull(parameters.get(parameter)).value());
    }
    return read;
  }

  /** Whether it is true of these facts; empty when it can't be computed. */
  Optional<Boolean> holds(Facts given, SortedMap<String, Parameter> parameters) {
    try {
      return Optional.of(expression.holds(values(given, parameters)));
    } catch (CelEvaluationException e) {
      return Optional.empty();
    }
  }
}
