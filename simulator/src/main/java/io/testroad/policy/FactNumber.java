package io.testroad.policy;

import dev.cel.runtime.CelEvaluationException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A checked CEL expression over facts that yields a number. Thread-safe. */
public final class FactNumber {

  private final CompiledExpression compiled;

  FactNumber(CompiledExpression compiled) {
    this.compiled = compiled;
  }

  /** The text as written. */
  public String text() {
    return compiled.expression().text();
  }

  /** The names of the parameters it reads, sorted, without {@code parameters.} */
  public Set<String> parameters() {
    return compiled.expression().parameters();
  }

  /**
   * Its value.
   *
   * @param values by name of fact or parameter
   * @return finite; empty when it can't be told, because a fact is missing or something can't be
   *     computed
   */
  public Optional<Double> value(Map<String, Object> values) {
    try {
      return compiled.value(values) instanceof Number number
          ? Optional.of(number.doubleValue()).filter(Double::isFinite)
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
