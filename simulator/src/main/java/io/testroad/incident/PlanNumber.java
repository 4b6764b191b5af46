package io.testroad.incident;

import io.testroad.policy.FactNumber;
import java.util.Optional;

/**
 * A whole number in a plan: fixed, or computed from the situation.
 *
 * @param expression over the facts of {@link PlanFacts}; empty when it is fixed
 * @param fixed the number, or what stands for one that can't be computed
 */
public record PlanNumber(Optional<FactNumber> expression, int fixed) {

  /** The largest that counts. */
  public static final int MAX = 100;

  /** A fixed number. */
  public static PlanNumber of(int fixed) {
    return new PlanNumber(Optional.empty(), fixed);
  }

  /** The number, 0 to {@link #MAX}; parts of a whole are rounded up. */
  public int value(Situation situation) {
    return expression
        .flatMap(written -> written.value(situation.values()))
        .map(value -> (int) Math.ceil(Math.max(0, Math.min(MAX, value))))
        .orElse(fixed);
  }
}
