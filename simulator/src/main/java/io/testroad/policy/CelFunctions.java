package io.testroad.policy;

import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.TypeParamType;
import dev.cel.runtime.CelFunctionOverload;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The functions and operators of rules: CEL's own, as far as rules need them, and some for dates.
 *
 * <p>They are listed here, rather than taken from CEL's standard environment, because building that
 * takes most of a second when the program starts. Points in time are {@link Instant}s.
 */
final class CelFunctions {

  /** Chinese time, in which periods of law are counted. */
  private static final ZoneOffset CHINA = ZoneOffset.ofHours(8);

  private static final CelType BOOL = SimpleType.BOOL;
  private static final CelType INT = SimpleType.INT;
  private static final CelType DOUBLE = SimpleType.DOUBLE;
  private static final CelType STRING = SimpleType.STRING;
  private static final CelType TIMESTAMP = SimpleType.TIMESTAMP;
  private static final CelType DURATION = SimpleType.DURATION;
  private static final CelType ANY = TypeParamType.create("A");
  private static final CelType LIST = ListType.create(ANY);

  private final List<Overload> overloads = new ArrayList<>();

  private CelFunctions() {}

  /**
   * One form of a function or operator.
   *
   * @param function its name, operators as in {@code _==_}
   * @param id unique among all
   * @param member whether it is written {@code a.f(b)}
   * @param meaning what it gives, in English; empty for operators
   * @param body how it is computed; null when the interpreter knows it
   */
  record Overload(
      String function,
      String id,
      boolean member,
      CelType result,
      List<CelType> parameters,
      String meaning,
      @Nullable CelFunctionOverload body) {}

  /** All overloads. */
  static List<Overload> create() {
    CelFunctions functions = new CelFunctions();
    functions.logic();
    functions.comparisons();
    functions.arithmetic();
    functions.texts();
    functions.time();
    functions.conversions();
    return List.copyOf(functions.overloads);
  }

  private void logic() {
    add("_&&_", "logical_and", BOOL, null, BOOL, BOOL);
    add("_||_", "logical_or", BOOL, null, BOOL, BOOL);
    add("!_", "logical_not", BOOL, a -> !((Boolean) a[0]), BOOL);
    add("@not_strictly_false", "not_strictly_false", BOOL, null, BOOL);
    add("_?_:_", "conditional", ANY, null, BOOL, ANY, ANY);
    add("_==_", "equals", BOOL, a -> same(a[0], a[1]), ANY, ANY);
    add("_!=_", "not_equals", BOOL, a -> !same(a[0], a[1]), ANY, ANY);
    add("@in", "in_list", BOOL, CelFunctions::in, ANY, LIST);
  }

  private void comparisons() {
    compare("_<_", "less", a -> order(a) < 0);
    compare("_<=_", "less_equals", a -> order(a) <= 0);
    compare("_>_", "greater", a -> order(a) > 0);
    compare("_>=_", "greater_equals", a -> order(a) >= 0);
  }

  private void compare(String function, String id, CelFunctionOverload body) {
    add(function, id + "_int64", BOOL, body, INT, INT);
    add(function, id + "_double", BOOL, body, DOUBLE, DOUBLE);
    add(function, id + "_int64_double", BOOL, body, INT, DOUBLE);
    add(function, id + "_double_int64", BOOL, body, DOUBLE, INT);
    add(function, id + "_string", BOOL, body, STRING, STRING);
    add(function, id + "_timestamp", BOOL, body, TIMESTAMP, TIMESTAMP);
    add(function, id + "_duration", BOOL, body, DURATION, DURATION);
  }

  private void arithmetic() {
    add("_+_", "add_int64", INT, a -> Math.addExact(whole(a[0]), whole(a[1])), INT, INT);
    add("_-_", "subtract_int64", INT, a -> Math.subtractExact(whole(a[0]), whole(a[1])), INT, INT);
    add("_*_", "multiply_int64", INT, a -> Math.multiplyExact(whole(a[0]), whole(a[1])), INT, INT);
    add("_/_", "divide_int64", INT, a -> whole(a[0]) / whole(a[1]), INT, INT);
    add("_%_", "modulo_int64", INT, a -> whole(a[0]) % whole(a[1]), INT, INT);
    add("-_", "negate_int64", INT, a -> Math.negateExact(whole(a[0])), INT);
    add("_+_", "add_double", DOUBLE, a -> number(a[0]) + number(a[1]), DOUBLE, DOUBLE);
    add("_-_", "subtract_double", DOUBLE, a -> number(a[0]) - number(a[1]), DOUBLE, DOUBLE);
    add("_*_", "multiply_double", DOUBLE, a -> number(a[0]) * number(a[1]), DOUBLE, DOUBLE);
    add("_/_", "divide_double", DOUBLE, a -> number(a[0]) / number(a[1]), DOUBLE, DOUBLE);
    add("-_", "negate_double", DOUBLE, a -> -number(a[0]), DOUBLE);
  }

  private void texts() {
    String about = "whether a text contains another";
    member("contains", "contains_string", about, a -> text(a[0]).contains(text(a[1])));
    about = "whether a text begins with another";
    member("startsWith", "starts_with_string", about, a -> text(a[0]).startsWith(text(a[1])));
    about = "whether a text ends with another";
    member("endsWith", "ends_with_string", about, a -> text(a[0]).endsWith(text(a[1])));
    named("size", "size_list", INT, "how many items", a -> (long) list(a[0]).size(), LIST);
  }

  private void time() {
    add("_+_", "add_timestamp_duration", TIMESTAMP, a -> plus(a[0], a[1]), TIMESTAMP, DURATION);
    add("_+_", "add_duration", DURATION, a -> span(a[0]).plus(span(a[1])), DURATION, DURATION);
    add("_-_", "subtract_timestamp", DURATION, CelFunctions::between, TIMESTAMP, TIMESTAMP);
    add(
        "_-_",
        "subtract_timestamp_duration",
        TIMESTAMP,
        a -> instant(a[0]).minus(span(a[1])),
        TIMESTAMP,
        DURATION);
    String months = "the same time of day so many calendar months later, in +08:00";
    named("plusMonths", "plus_months", TIMESTAMP, months, CelFunctions::months, TIMESTAMP, INT);
    String next = "the end of a day of the next calendar month, or of its last day, in +08:00";
    named("nextMonth", "next_month", TIMESTAMP, next, CelFunctions::nextMonth, TIMESTAMP, INT);
    named("days", "days", DURATION, "so many days of 24 h", a -> Duration.ofDays(n(a)), INT);
    named("hours", "hours", DURATION, "so many hours", a -> Duration.ofHours(n(a)), INT);
    named("minutes", "minutes", DURATION, "so many minutes", a -> Duration.ofMinutes(n(a)), INT);
    named("seconds", "seconds", DURATION, "so many seconds", a -> Duration.ofSeconds(n(a)), INT);
    String first = "the earlier of two points in time";
    named(
        "earlier",
        "earlier",
        TIMESTAMP,
        first,
        a -> a[order(a) <= 0 ? 0 : 1],
        TIMESTAMP,
        TIMESTAMP);
    String last = "the later of two points in time";
    named("later", "later", TIMESTAMP, last, a -> a[order(a) >= 0 ? 0 : 1], TIMESTAMP, TIMESTAMP);
    String hour = "the hour of the day in +08:00, from 0.0 to below 24.0";
    named("hourOfDay", "hour_of_day", DOUBLE, hour, a -> hourOfDay(a[0]), TIMESTAMP);
  }

  private void conversions() {
    named(
        "double", "int64_to_double", DOUBLE, "a whole number as a double", a -> (double) n(a), INT);
    String kmh = "a speed in km/h as m/s";
    named("kmh", "kmh_double", DOUBLE, kmh, a -> number(a[0]) / 3.6, DOUBLE);
    named("kmh", "kmh_int64", DOUBLE, kmh, a -> n(a) / 3.6, INT);
    String timestamp = "a point in time written in ISO 8601";
    named("timestamp", "string_to_timestamp", TIMESTAMP, timestamp, CelFunctions::parse, STRING);
  }

  private void add(
      String function,
      String id,
      CelType result,
      @Nullable CelFunctionOverload body,
      CelType... types) {
    overloads.add(new Overload(function, id, false, result, List.of(types), "", body));
  }

  private void named(
      String function,
      String id,
      CelType result,
      String meaning,
      CelFunctionOverload body,
      CelType... types) {
    overloads.add(new Overload(function, id, false, result, List.of(types), meaning, body));
  }

  private void member(String function, String id, String meaning, CelFunctionOverload body) {
    overloads.add(new Overload(function, id, true, BOOL, List.of(STRING, STRING), meaning, body));
  }

  private static boolean same(Object a, Object b) {
    return (a instanceof Double x && b instanceof Double y) ? x.doubleValue() == y : a.equals(b);
  }

  private static Object in(Object[] args) {
    return list(args[1]).stream().anyMatch(item -> same(args[0], item));
  }

  @SuppressWarnings("unchecked") // both are of the same comparable type: the checker saw to it
  private static int order(Object[] args) {
    if (args[0] instanceof Number a && args[1] instanceof Number b) {
      return (a instanceof Long && b instanceof Long)
          ? Long.compare(a.longValue(), b.longValue())
          : Double.compare(a.doubleValue() + 0.0, b.doubleValue() + 0.0);
    }
    return ((Comparable<Object>) args[0]).compareTo(args[1]);
  }

  private static Object plus(Object instant, Object span) {
    return instant(instant).plus(span(span));
  }

  private static Object between(Object[] args) {
    return Duration.between(instant(args[1]), instant(args[0]));
  }

  private static Object months(Object[] args) {
    return instant(args[0]).atOffset(CHINA).plusMonths(whole(args[1])).toInstant();
  }

  private static Object nextMonth(Object[] args) {
    LocalDate next = instant(args[0]).atOffset(CHINA).toLocalDate().plusMonths(1);
    int day = (int) Math.max(1, Math.min(whole(args[1]), next.lengthOfMonth()));
    return next.withDayOfMonth(day).plusDays(1).atStartOfDay().toInstant(CHINA);
  }

  private static Object hourOfDay(Object instant) {
    LocalTime time = instant(instant).atOffset(CHINA).toLocalTime();
    return time.toNanoOfDay() / 3.6e12;
  }

  private static Object parse(Object[] args) {
    return java.time.OffsetDateTime.parse(text(args[0])).toInstant();
  }

  private static long n(Object[] args) {
    return whole(args[0]);
  }

  private static long whole(Object value) {
    return (Long) value;
  }

  private static double number(Object value) {
    return (Double) value;
  }

  private static String text(Object value) {
    return (String) value;
  }

  private static Instant instant(Object value) {
    return (Instant) value;
  }

  private static Duration span(Object value) {
    return (Duration) value;
  }

  private static List<?> list(Object value) {
    return (List<?>) value;
  }
}
