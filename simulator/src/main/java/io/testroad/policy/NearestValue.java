package io.testroad.policy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Picks a value that meets conditions, as near to the present one as is easily found. */
final class NearestValue {

  private static final int OTHER_TEXTS = 8;

  private NearestValue() {}

  /**
   * Such a value; empty when the conditions contradict one another.
   *
   * @param known the texts it can be; empty when that is open
   */
  static Optional<Object> of(Object was, List<Condition> conditions, List<String> known) {
    List<Object> candidates = new ArrayList<>();
    candidates.add(was);
    conditions.forEach(condition -> candidates.addAll(near(condition)));
    if (was instanceof String text) {
      candidates.add(edited(text, conditions));
      candidates.addAll(known);
      for (int i = 1; known.isEmpty() && i <= OTHER_TEXTS; i++) {
        candidates.add("other-" + i);
      }
    }
    if (was instanceof List<?> list) {
      candidates.add(edited(list, conditions));
    }
    return candidates.stream()
        .filter(candidate -> candidate.getClass() == was.getClass() || was instanceof List<?>)
        .filter(candidate -> conditions.stream().allMatch(c -> c.isMetBy(candidate)))
        .findFirst();
  }

  private static List<Object> near(Condition condition) {
    Object bound = condition.bound();
    return switch (condition.relation()) {
      case AT_LEAST, AT_MOST, EQUAL -> List.of(bound);
      case MORE_THAN -> List.of(next(bound, 1));
      case LESS_THAN -> List.of(next(bound, -1));
      case OTHER_THAN -> others(bound);
      case ONE_OF -> List.copyOf((List<?>) bound);
      case NONE_OF ->
          ((List<?>) bound).stream().<Object>flatMap(item -> others(item).stream()).toList();
      default -> List.of();
    };
  }

  private static Object next(Object bound, int step) {
    if (bound instanceof Double number) {
      return step > 0 ? Math.nextUp(number) : Math.nextDown(number);
    }
    if (bound instanceof Long whole) {
      return whole + step;
    }
    return bound instanceof Instant instant ? instant.plusNanos(step) : bound + "\u0001";
  }

  private static List<Object> others(Object bound) {
    if (bound instanceof Double number) {
      return List.of(number + 1, number - 1);
    }
    if (bound instanceof Long whole) {
      return List.of(whole + 1, whole - 1);
    }
    if (bound instanceof Boolean truth) {
      return List.of(!truth);
    }
    return bound instanceof Instant instant
        ? List.of(instant.plusSeconds(1), instant.minusSeconds(1))
        : List.of();
  }

  /** A text with the parts that are asked for, and without those that mustn't be there. */
  private static Object edited(String text, List<Condition> conditions) {
    String edited = text;
    for (Condition condition : conditions) {
      if (condition.isMetBy(edited) || !(condition.bound() instanceof String part)) {
        continue;
      }
      edited =
          switch (condition.relation()) {
            case STARTS_WITH -> part + edited;
            case ENDS_WITH, CONTAINS -> edited + part;
            case STARTS_NOT_WITH, ENDS_NOT_WITH, CONTAINS_NOT ->
                part.isEmpty() ? edited : edited.replace(part, "");
            default -> edited;
          };
    }
    return edited;
  }

  private static Object edited(List<?> list, List<Condition> conditions) {
    List<Object> edited = new ArrayList<>(list);
    for (Condition condition : conditions) {
      if (condition.relation() == Relation.LACKS) {
        edited.removeIf(condition.bound()::equals);
      } else if (condition.relation() == Relation.HOLDS && !edited.contains(condition.bound())) {
        edited.add(condition.bound());
      }
    }
    return List.copyOf(edited);
  }
}
