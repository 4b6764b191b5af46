package io.testroad.policy;

import java.util.List;

/**
 * Another value for a fact or parameter.
 *
 * @param fact its name, parameters with {@code parameters.} before it; for a part of an expression
 *     that couldn't be traced to a fact, its text
 * @param was the value as it was
 * @param conditions what it would have had to be, all of it
 * @param value such a value, as near as can be
 */
public record Change(String fact, Object was, List<Condition> conditions, Object value) {

  public Change {
    conditions = List.copyOf(conditions);
  }

  /** How far the value is from what it was, 0 to 1. */
  double distance() {
    if (was instanceof Number a && value instanceof Number b) {
      double sum = Math.abs(a.doubleValue()) + Math.abs(b.doubleValue());
      return sum > 0 ? Math.abs(a.doubleValue() - b.doubleValue()) / sum : 0;
    }
    if (was instanceof java.time.Instant a && value instanceof java.time.Instant b) {
      double days = Math.abs(java.time.Duration.between(a, b).toSeconds()) / 86_400.0;
      return days / (days + 1);
    }
    return was.equals(value) ? 0 : 0.5;
  }
}
