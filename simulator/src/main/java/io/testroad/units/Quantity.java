package io.testroad.units;

import io.testroad.finding.Findings;
import io.testroad.finding.Position;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Quantities as people write them: a number, a space, a unit. */
public final class Quantity {

  /** The units of calendar periods. */
  public static final List<String> PERIOD_UNITS =
      List.of("day", "days", "week", "weeks", "month", "months", "year", "years");

  private static final int MAX_LENGTH = 60;
  private static final Pattern FORM =
      Pattern.compile("([+-]?(?:\\d+(?:\\.\\d*)?|\\.\\d+)(?:[eE][+-]?\\d{1,3})?)\\s*(\\S*)");
  private static final Pattern TERM = Pattern.compile("(\\d{1,9})\\s*(\\p{L}\\S*(?:\\s+\\S+)?|)");
  private static final Pattern WHOLE = Pattern.compile("(\\d{1,5})\\s*(\\S*)");

  private Quantity() {}

  /**
   * The size of a quantity in the SI unit of its dimension, finite and not negative.
   *
   * <p>Errors: {@code not-a-quantity}, {@code missing-unit}, {@code wrong-unit}, {@code
   * quantity-out-of-range}.
   */
  public static OptionalDouble parse(
      Dimension dimension, String text, Position position, Findings findings) {
    Matcher form = FORM.matcher(text.length() > MAX_LENGTH ? "" : text.strip());
    if (!form.matches()) {
      findings.error(
          "not-a-quantity",
          position,
          "A " + dimension.word() + " can't be read from '" + shown(text) + "'.",
          "Write a number and a unit, for instance '" + dimension.example() + "'.");
      return OptionalDouble.empty();
    }
    String unit = form.group(2);
    Optional<Double> size = dimension.findSize(unit);
    if (size.isEmpty()) {
      unitFault(dimension.word(), text, unit, dimension.units(), position, findings);
      return OptionalDouble.empty();
    }
    double value = dimension.toSi(Double.parseDouble(form.group(1)), unit, size.get());
    if (!Double.isFinite(value) || value < 0) {
      outOfRange(dimension.word(), text, position, findings);
      return OptionalDouble.empty();
    }
    return OptionalDouble.of(value == 0 ? 0.0 : value);
  }

  /**
   * A calendar period such as {@code 6 months}, whole and not negative.
   *
   * <p>Errors: as {@link #parse}.
   */
  public static Optional<Period> parsePeriod(String text, Position position, Findings findings) {
    Matcher form = WHOLE.matcher(text.length() > MAX_LENGTH ? "" : text.strip());
    if (!form.matches()) {
      findings.error(
          "not-a-quantity",
          position,
          "A period can't be read from '" + shown(text) + "'.",
          "Write a whole number and a unit, for instance '6 months'.");
      return Optional.empty();
    }
    int number = Integer.parseInt(form.group(1));
    String unit = form.group(2);
    Optional<Period> period = periodOf(number, unit);
    if (period.isEmpty()) {
      unitFault("period", text, unit, PERIOD_UNITS, position, findings);
    }
    return period;
  }

  /**
   * A term such as {@code 24 h}, {@code 5 working days} or {@code 6 months}, whole and not
   * negative.
   *
   * <p>Errors: as {@link #parse}.
   */
  public static Optional<Term> parseTerm(String text, Position position, Findings findings) {
    Matcher form = TERM.matcher(text.length() > MAX_LENGTH ? "" : text.strip());
    if (!form.matches()) {
      findings.error(
          "not-a-quantity",
          position,
          "A term can't be read from '" + shown(text) + "'.",
          "Write a whole number and a unit, for instance '24 h' or '5 working days'.");
      return Optional.empty();
    }
    Optional<Term.Unit> unit = Term.Unit.find(form.group(2).replaceAll("\\s+", " "));
    if (unit.isEmpty()) {
      unitFault("term", text, form.group(2), Term.Unit.allWritten(), position, findings);
      return Optional.empty();
    }
    long amount = Long.parseLong(form.group(1));
    if (!Term.inRange(amount)) {
      outOfRange("term", text, position, findings);
      return Optional.empty();
    }
    return Optional.of(new Term(amount, unit.get()));
  }

  private static Optional<Period> periodOf(int number, String unit) {
    return switch (unit) {
      case "day", "days" -> Optional.of(Period.ofDays(number));
      case "week", "weeks" -> Optional.of(Period.ofWeeks(number));
      case "month", "months" -> Optional.of(Period.ofMonths(number));
      case "year", "years" -> Optional.of(Period.ofYears(number));
      default -> Optional.empty();
    };
  }

  private static void unitFault(
      String word,
      String text,
      String unit,
      List<String> allowed,
      Position position,
      Findings findings) {
    String remedy = "Use one of " + String.join(", ", allowed) + ".";
    if (unit.isEmpty()) {
      findings.error(
          "missing-unit", position, "The " + word + " '" + shown(text) + "' has no unit.", remedy);
    } else {
      findings.error(
          "wrong-unit",
          position,
          "The " + word + " '" + shown(text) + "' has the unit '" + shown(unit) + "'.",
          remedy);
    }
  }

  private static void outOfRange(String word, String text, Position position, Findings findings) {
    findings.error(
        "quantity-out-of-range",
        position,
        "The " + word + " '" + shown(text) + "' is negative or too large.",
        "");
  }

  private static String shown(String text) {
    return text.length() > MAX_LENGTH ? text.substring(0, MAX_LENGTH) + "…" : text;
  }
}
