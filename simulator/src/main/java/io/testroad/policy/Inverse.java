package io.testroad.policy;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * Solves {@code f(…, x, …) relation target} for the argument {@code x}.
 *
 * <p>What comes out is a candidate: rounding and the calendar may make it miss by a little, so
 * whoever uses it tries it.
 *
 * @param relation how the argument would have to stand to the bound
 * @param bound a number, instant or duration
 */
record Inverse(Relation relation, Object bound) {

  private static final ZoneOffset CHINA = ZoneOffset.ofHours(8);
  private static final int DAYS_MONTHS_DIFFER_BY = 4;

  /**
   * The condition on one of two arguments, or on the only one.
   *
   * @param index which argument it is, from 0
   * @param now the argument's value as it was
   * @param other the other argument's value; the argument's own when there is none
   * @return empty when the function can't be inverted there
   */
  static Optional<Inverse> of(
      String function, int index, Object now, Object other, Relation relation, Object target) {
    try {
      return switch (function) {
        case "_+_" -> bound(relation, minus(target, other));
        case "_-_" ->
            index == 0
                ? bound(relation, plus(target, other))
                : bound(relation.turned(), minus(other, target));
        case "-_" -> bound(relation.turned(), minus(0L, target));
        case "_*_" -> quotient(relation, target, other);
        case "_/_" -> dividend(index, relation, target, other);
        case "double" -> bound(relation, target);
        case "kmh" -> bound(relation, number(target) * 3.6);
        case "seconds" -> bound(relation, seconds(target));
        case "minutes" -> bound(relation, seconds(target) / 60);
        case "hours" -> bound(relation, seconds(target) / 3600);
        case "days" -> bound(relation, seconds(target) / 86_400);
        case "plusMonths" ->
            index == 0
                ? beforeMonths(relation, (Instant) target, (Long) other)
                : months(relation, (Instant) target, (Instant) other);
        case "hourOfDay" -> hour(relation, number(target), (Instant) now);
        default -> Optional.empty();
      };
    } catch (ClassCastException | ArithmeticException | java.time.DateTimeException e) {
      return Optional.empty(); // of types or sizes that don't occur in practice
    }
  }

  private static Optional<Inverse> bound(Relation relation, Object bound) {
    return Optional.of(new Inverse(relation, bound));
  }

  private static Optional<Inverse> quotient(Relation relation, Object target, Object factor) {
    double by = number(factor);
    return by == 0
        ? Optional.empty()
        : bound(by < 0 ? relation.turned() : relation, number(target) / by);
  }

  private static Optional<Inverse> dividend(
      int index, Relation relation, Object target, Object other) {
    double by = number(other);
    if (index == 1) {
      return number(target) == 0 ? Optional.empty() : bound(relation.turned(), by / number(target));
    }
    if (other instanceof Long whole) {
      return whole > 0 ? wholeDividend(relation, number(target), whole) : Optional.empty();
    }
    return bound(by < 0 ? relation.turned() : relation, number(target) * by);
  }

  /** Whole numbers are divided towards zero. */
  private static Optional<Inverse> wholeDividend(Relation relation, double target, long by) {
    double least = Math.ceil(target) * by;
    double most = Math.floor(target) * by + (by - 1);
    return switch (relation) {
      case AT_LEAST, EQUAL -> bound(relation, least);
      case MORE_THAN -> bound(Relation.AT_LEAST, (Math.floor(target) + 1) * by);
      case AT_MOST -> bound(relation, most);
      case LESS_THAN -> bound(relation, least);
      default -> Optional.empty();
    };
  }

  /** Months differ in length: the instant so many months before may be off by some days. */
  private static Optional<Inverse> beforeMonths(Relation relation, Instant target, long months) {
    Instant about = target.atOffset(CHINA).minusMonths(months).toInstant();
    int step = relation == Relation.AT_MOST || relation == Relation.LESS_THAN ? -1 : 1;
    Condition condition = new Condition(relation, target, "");
    for (int days = 0; days <= DAYS_MONTHS_DIFFER_BY; days++) {
      Instant candidate = about.atOffset(CHINA).plusDays((long) step * days).toInstant();
      Instant just =
          relation == Relation.MORE_THAN || relation == Relation.LESS_THAN
              ? candidate.plusNanos(step)
              : candidate;
      if (condition.isMetBy(just.atOffset(CHINA).plusMonths(months).toInstant())) {
        return bound(relation, candidate);
      }
    }
    return bound(relation, about);
  }

  private static Optional<Inverse> months(Relation relation, Instant target, Instant from) {
    OffsetDateTime begin = from.atOffset(CHINA);
    long about = java.time.temporal.ChronoUnit.MONTHS.between(begin, target.atOffset(CHINA));
    boolean up = relation == Relation.AT_LEAST || relation == Relation.MORE_THAN;
    Condition condition = new Condition(relation, target, "");
    for (long more = 0; more <= 2; more++) {
      long months = up ? about - 1 + more : about + 1 - more;
      if (condition.isMetBy(begin.plusMonths(months).toInstant())) {
        return bound(up ? Relation.AT_LEAST : Relation.AT_MOST, months);
      }
    }
    return Optional.empty();
  }

  /** The hour on the same day. */
  private static Optional<Inverse> hour(Relation relation, double hour, Instant now) {
    if (!(hour >= 0 && hour < 24)) {
      return Optional.empty();
    }
    Instant midnight = now.atOffset(CHINA).toLocalDate().atStartOfDay().toInstant(CHINA);
    return bound(relation, midnight.plusNanos(Math.round(hour * 3.6e12)));
  }

  private static Object plus(Object a, Object b) {
    if (a instanceof Long x && b instanceof Long y) {
      return Math.addExact(x, y);
    }
    if (a instanceof Number x && b instanceof Number y) {
      return x.doubleValue() + y.doubleValue();
    }
    if (a instanceof Instant x) {
      return x.plus((Duration) b);
    }
    return b instanceof Instant y ? y.plus((Duration) a) : ((Duration) a).plus((Duration) b);
  }

  private static Object minus(Object a, Object b) {
    if (a instanceof Long x && b instanceof Long y) {
      return Math.subtractExact(x, y);
    }
    if (a instanceof Number x && b instanceof Number y) {
      return x.doubleValue() - y.doubleValue();
    }
    if (a instanceof Instant x) {
      return b instanceof Instant y ? Duration.between(y, x) : x.minus((Duration) b);
    }
    return ((Duration) a).minus((Duration) b);
  }

  private static double number(Object value) {
    return ((Number) value).doubleValue();
  }

  private static double seconds(Object duration) {
    Duration span = (Duration) duration;
    return span.getSeconds() + span.getNano() / 1e9;
  }
}
