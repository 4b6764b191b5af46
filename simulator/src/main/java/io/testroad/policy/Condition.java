package io.testroad.policy;

import java.util.List;

/**
 * What a value would have to be.
 *
 * @param relation how it stands to the bound
 * @param bound a value as in {@link io.testroad.engine.Facts}
 * @param part the part of the rule's expression it comes from, as text
 */
public record Condition(Relation relation, Object bound, String part) {

  /** Whether a value meets it; false when the two can't be compared. */
  boolean isMetBy(Object value) {
    return switch (relation) {
      case AT_LEAST, AT_MOST, MORE_THAN, LESS_THAN -> inOrder(value);
      case EQUAL -> value.equals(bound);
      case OTHER_THAN -> !value.equals(bound);
      case ONE_OF -> ((List<?>) bound).contains(value);
      case NONE_OF -> !((List<?>) bound).contains(value);
      case HOLDS -> value instanceof List<?> list && list.contains(bound);
      case LACKS -> value instanceof List<?> list && !list.contains(bound);
      case CONTAINS -> value instanceof String text && text.contains((String) bound);
      case STARTS_WITH -> value instanceof String text && text.startsWith((String) bound);
      case ENDS_WITH -> value instanceof String text && text.endsWith((String) bound);
      case CONTAINS_NOT, STARTS_NOT_WITH, ENDS_NOT_WITH ->
          !new Condition(relation.negated(), bound, part).isMetBy(value);
    };
  }

  @SuppressWarnings("unchecked") // of the same class, and all comparable ones compare to their own
  private boolean inOrder(Object value) {
    if (value.getClass() != bound.getClass() || !(value instanceof Comparable<?>)) {
      return false;
    }
    int order = ((Comparable<Object>) value).compareTo(bound);
    return switch (relation) {
      case AT_LEAST -> order >= 0;
      case AT_MOST -> order <= 0;
      case MORE_THAN -> order > 0;
      default -> order < 0;
    };
  }
}
