package io.testroad.demand;

import io.testroad.engine.RandomStream;
import io.testroad.network.Decimals;
import io.testroad.network.XmlElement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When the vehicles of a flow depart.
 *
 * <p>Source: "Repeated vehicles (Flows)" in SUMO's "Definition of Vehicles, Vehicle Types, and
 * Routes". Unlike SUMO a period isn't rounded to ms before it is multiplied, so that a flow's
 * number comes out as asked for.
 *
 * @param spacing which way vehicles are spaced
 * @param beginMs ms
 * @param endMs ms; departures lie before it
 * @param number at most so many
 * @param value spacing's parameter: ms, or mean ms, or probability a second
 */
record FlowSchedule(Spacing spacing, long beginMs, long endMs, long number, double value) {

  /** The ways vehicles are spaced. */
  enum Spacing {
    /** By equal times. */
    EVEN,
    /** By exponentially distributed times: a Poisson process. */
    EXPONENTIAL,
    /** By a chance every second. */
    CHANCE
  }

  /** What is done with a departure. */
  @FunctionalInterface
  interface Visitor {
    /**
     * One departure.
     *
     * @return whether to go on
     */
    boolean depart(long counter, long departMs);
  }

  private static final long DAY_MS = 86_400_000;
  private static final long LONGEST_MS = 3660 * DAY_MS;
  private static final List<String> RATES =
      List.of("period", "vehsPerHour", "perHour", "probability");

  /**
   * What a {@code flow}'s attributes say.
   *
   * @param defaultEndMs when flows end that don't say, ms; -1: a day after they begin
   * @return null when they are faulty, which was recorded
   */
  static @Nullable FlowSchedule read(
      XmlElement element, long defaultEndMs, OmittedElements omitted) {
    List<String> rates = RATES.stream().filter(element::has).toList();
    boolean counted = element.has("number");
    if (rates.size() > 1 || (!rates.isEmpty() && counted && element.has("end"))) {
      element.fault(
          "flow-conflict",
          "The flow says in two ways how many vehicles depart.",
          "Keep one of period, vehsPerHour, probability, or number with end.");
      return null;
    }
    if (rates.isEmpty() && !counted) {
      element.fault(
          "flow-without-rate",
          "The flow doesn't say how many vehicles depart.",
          "Add number, period, vehsPerHour or probability.");
      return null;
    }
    long beginMs = Math.max(0, element.timeMs("begin", 0));
    int given = element.integer("number", Integer.MAX_VALUE);
    String rate = rates.isEmpty() ? "" : rates.get(0);
    boolean endless = counted && !rate.isEmpty() && !rate.equals("probability");
    long endMs = endless ? Long.MAX_VALUE : endMs(element, beginMs, defaultEndMs, omitted);
    if (given < 0) {
      element.fault("out-of-range", "The flow's number is negative.", "Correct the value.");
    }
    if (!endless && endMs - beginMs > LONGEST_MS) {
      element.fault("out-of-range", "The flow lasts longer than ten years.", "Correct its end.");
    }
    FlowSchedule schedule =
        rate.isEmpty()
            ? even(beginMs, endMs, given, (endMs - beginMs) / (double) Math.max(1, given))
            : rated(element, rate, beginMs, endMs, given);
    return element.sound() ? schedule : null;
  }

  private static long endMs(
      XmlElement element, long beginMs, long defaultEndMs, OmittedElements omitted) {
    if (!element.has("end")) {
      if (defaultEndMs < 0) {
        omitted.doubt(
            element, "flow-without-end", "The flow has no end; it lasts a day", "Add an end.");
        return beginMs + DAY_MS;
      }
      return Math.max(beginMs, defaultEndMs);
    }
    long endMs = element.timeMs("end", beginMs);
    if (endMs < beginMs) {
      element.fault("out-of-range", "The flow ends before it begins.", "Correct begin or end.");
    }
    return endMs;
  }

  private static FlowSchedule rated(
      XmlElement element, String rate, long beginMs, long endMs, long number) {
    String text = element.text(rate, "").strip();
    if (rate.equals("period") && text.startsWith("exp(") && text.endsWith(")")) {
      double perS = Decimals.parse(text, 4, text.length() - 1);
      if (!(perS > 0)) {
        element.fault("bad-number", "The rate in '" + text + "' is not above 0.", "");
      }
      return new FlowSchedule(Spacing.EXPONENTIAL, beginMs, endMs, number, 1000 / perS);
    }
    if (rate.equals("probability")) {
      double chance = element.positive(rate, 1);
      if (chance > 1) {
        element.fault("out-of-range", "The flow's probability is above 1.", "Correct the value.");
      }
      return new FlowSchedule(Spacing.CHANCE, beginMs, endMs, number, chance);
    }
    if (rate.equals("period")) {
      long periodMs = element.timeMs(rate, 1);
      if (periodMs <= 0) {
        element.fault("out-of-range", "The flow's period is not above 0.", "Correct the value.");
      }
      return even(beginMs, endMs, number, (double) periodMs);
    }
    return even(beginMs, endMs, number, 3_600_000 / element.positive(rate, 1));
  }

  private static FlowSchedule even(long beginMs, long endMs, long number, double periodMs) {
    return new FlowSchedule(Spacing.EVEN, beginMs, endMs, number, periodMs);
  }

  /** Visits the departures in order of time; randomness comes from the stream alone. */
  void forEach(RandomStream stream, Visitor visitor) {
    switch (spacing) {
      case EVEN -> visitEven(visitor);
      case EXPONENTIAL -> visitExponential(stream, visitor);
      case CHANCE -> visitChance(stream, visitor);
    }
  }

  private void visitEven(Visitor visitor) {
    // A millionth of a period guards against a number that rounding lifts over the next whole.
    double fitting = StrictMath.ceil((endMs - beginMs) / value - 1e-6);
    long count = Math.min(number, (long) Math.max(0, fitting));
    for (long i = 0; i < count; i++) {
      if (!visitor.depart(i, beginMs + Math.round(i * value))) {
        return;
      }
    }
  }

  private void visitExponential(RandomStream stream, Visitor visitor) {
    double atMs = beginMs;
    for (long i = 0; i < number; i++) {
      atMs += stream.exponential(i, value);
      long departMs = Math.round(atMs);
      if (departMs >= endMs || !visitor.depart(i, departMs)) {
        return;
      }
    }
  }

  private void visitChance(RandomStream stream, Visitor visitor) {
    long counter = 0;
    for (long second = 0; beginMs + 1000 * second < endMs && counter < number; second++) {
      if (stream.uniform(second) < value) {
        if (!visitor.depart(counter, beginMs + 1000 * second)) {
          return;
        }
        counter++;
      }
    }
  }
}
