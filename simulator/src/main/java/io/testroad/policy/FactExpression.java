package io.testroad.policy;

import dev.cel.runtime.CelEvaluationException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A checked CEL expression over facts other than those of rules: expectations, conditions of a
 * script. Thread-safe.
 */
public final class FactExpression {

  private final CompiledExpression compiled;

  FactExpression(CompiledExpression compiled) {
    this.compiled = compiled;
  }

  /** The text as written. */
  public String text() {
    return compiled.expression().text();
  }

  /** The names of the facts it reads, sorted. */
  public Set<String> facts() {
    return compiled.expression().facts();
  }

  /** The names of the parameters it reads, sorted, without {@code parameters.} */
  public Set<String> parameters() {
    return compiled.expression().parameters();
  }

  /**
   * Whether it is true of these values.
   *
   * @param values by fact name; those that are missing make only the parts unknown that read them
   * @return empty when it can't be told, because a fact is missing or something can't be computed
   */
  public Optional<Boolean> holds(Map<String, Object> values) {
    try {
      return compiled.value(values) instanceof Boolean holds
          ? Optional.of(holds)
          : Optional.empty();
    } catch (CelEvaluationException e) {
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    return text();
  }
}
