package io.testroad.scenario;

import java.util.List;

/** What may stand behind a key of a scenario file. */
sealed interface ValueShape {

  /** Single values. */
  enum Kind {
    TEXT("text", ""),
    INTEGER("whole number", "-?[0-9]+"),
    NUMBER("number", ""),
    BOOLEAN("true or false", ""),
    DURATION("duration", quantity("ms|s|min|h|days?")),
    END("duration or until-empty", "until-empty|" + quantity("ms|s|min|h|days?")),
    SPEED("speed", quantity("km/h|m/s|mph")),
    LIMIT("speed or network", "network|" + quantity("km/h|m/s|mph")),
    DISTANCE("distance", quantity("m|km")),
    RATE("rate", quantity("veh/h|veh/min|veh/s")),
    FREQUENCY("how often", "([0-9]+(\\.[0-9]*)?|\\.[0-9]+) *per *(hour|day)"),
    MONEY("amount", quantity("CNY")),
    ACCELERATION("acceleration", quantity("m/s2|m/s²")),
    TERM("term", "[0-9]+ *(s|min|h|days?|working +days?|months?)"),
    TERM_OR_NEVER("term or never", "never|[0-9]+ *(s|min|h|days?|working +days?|months?)"),
    TIME_OF_DAY("time of day", "[0-2]?[0-9]:[0-5][0-9]"),
    PERIOD("calendar period", "[0-9]+ *(days?|weeks?|months?|years?)"),
    START("date and time with offset", dateTimeWithOffset()),
    DATE_TIME("date, or date and time with offset", dateTime()),
    MOMENT(
        "date and time, or period since start",
        dateTime() + "|[0-9]+ *(days?|weeks?|months?|years?)"),
    LANE("lane counted from the right, or all", "all|[0-9]+"),
    FILE("path from the scenario's file", ""),
    EXPRESSION("expression", "");

    private final String written;
    private final String pattern;

    Kind(String written, String pattern) {
      this.written = written;
      this.pattern = pattern;
    }

    /** What it is, for people. */
    String written() {
      return written;
    }

    /** A regular expression of its forms; empty when there is none. */
    String pattern() {
      return pattern;
    }

    private static String quantity(String units) {
      return "\\+?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)([eE][+-]?[0-9]{1,3})? *(" + units + ")";
    }

    private static String dateTimeWithOffset() {
      return date() + time();
    }

    private static String dateTime() {
      return date() + "(" + time() + ")?";
    }

    private static String date() {
      return "[0-9]{4}-[0-9]{2}-[0-9]{2}";
    }

    private static String time() {
      return "T[0-9:.]+(Z|[+-][0-9]{2}:[0-9]{2})";
    }
  }

  /**
   * A single value.
   *
   * @param values the words it can be; empty when it is open
   */
  record Single(Kind kind, List<String> values) implements ValueShape {}

  /** A list. */
  record ListOf(ValueShape item) implements ValueShape {}

  /** One value, or a list of such. */
  record OneOrMany(ValueShape item) implements ValueShape {}

  /** Names of the user's choice, each with a value. */
  record MapOf(ValueShape item) implements ValueShape {}

  /** Anything at all. */
  record Anything() implements ValueShape {}

  /** A mapping with given keys. */
  record Part(Form form) implements ValueShape {}

  /** A mapping of one of several forms, told apart by the key that each has first. */
  record Variants(List<Form> forms) implements ValueShape {}

  /** A single value of a kind. */
  static ValueShape of(Kind kind) {
    return new Single(kind, List.of());
  }

  /** One of some words. */
  static ValueShape choice(List<String> values) {
    return new Single(Kind.TEXT, values);
  }
}
