package io.testroad.scenario;

import io.testroad.policy.FactExpression;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a scenario expects of a run.
 *
 * @param name its name, unique among the expectations
 * @param kind how the expression is meant
 * @param expression what must, or must never, be true
 * @param whenever what triggers an {@code eventually}; empty: the start of the run, once
 * @param withinTicks how soon after the trigger; empty: by the end of the run
 */
public record Expectation(
    String name,
    Kind kind,
    FactExpression expression,
    Optional<FactExpression> whenever,
    OptionalLong withinTicks) {

  /** How an expectation's expression is meant. */
  public enum Kind {
    /** True at all times. */
    ALWAYS,
    /** True at no time. */
    NEVER,
    /** True some time after the trigger. */
    EVENTUALLY
  }
}
