package io.testroad.incident;

import io.testroad.policy.FactExpression;
import java.util.Optional;

/**
 * When something in a plan applies.
 *
 * @param expression over the facts of {@link PlanFacts}; empty: whether it applies doesn't hang on
 *     the situation
 * @param otherwise whether it applies when there is no expression
 */
public record PlanCondition(Optional<FactExpression> expression, boolean otherwise) {

  /** Whatever the situation. */
  public static final PlanCondition ALWAYS = new PlanCondition(Optional.empty(), true);

  /** In no situation. */
  public static final PlanCondition NEVER = new PlanCondition(Optional.empty(), false);

  /** Where an expression holds. */
  public static PlanCondition of(FactExpression expression) {
    return new PlanCondition(Optional.of(expression), false);
  }

  /** Whether it may be different by nothing but the value of a fact. */
  boolean hangsOn(String fact) {
    return expression.map(written -> written.facts().contains(fact)).orElse(false);
  }

  /** Whether it applies; what can't be computed, as after a division by zero, doesn't. */
  public boolean holds(Situation situation) {
    return expression
        .map(written -> written.holds(situation.values()).orElse(false))
        .orElse(otherwise);
  }
}
