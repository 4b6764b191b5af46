package io.testroad.units;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A term of law or of an office's work: so many hours, days, working days or months. When one ends
 * says {@code io.testroad.engine.WorkingCalendar}.
 *
 * @param amount how many, 0 to 100,000
 * @param unit of what
 */
public record Term(long amount, Unit unit) {

  private static final long MOST = 100_000;

  /** What a term is counted in. */
  public enum Unit {
    /** Seconds, from moment to moment. */
    SECONDS("s", "s"),
    /** Minutes, from moment to moment. */
    MINUTES("min", "min"),
    /** Hours, from moment to moment. */
    HOURS("h", "h"),
    /** Calendar days. */
    DAYS("days", "day"),
    /** Working days. */
    WORKING_DAYS("working days", "working day"),
    /** Calendar months. */
    MONTHS("months", "month");

    private final String written;
    private final String one;

    Unit(String written, String one) {
      this.written = written;
      this.one = one;
    }

    /** The unit as people write it. */
    public String written() {
      return written;
    }

    /** The unit of a written form, of one or several. */
    public static Optional<Unit> find(String text) {
      return Arrays.stream(values())
          .filter(unit -> unit.written.equals(text) || unit.one.equals(text))
          .findFirst();
    }

    /** The written forms. */
    public static List<String> allWritten() {
      return Arrays.stream(values()).map(Unit::written).toList();
    }
  }

  public Term {
    if (!inRange(amount)) {
      throw new IllegalArgumentException("a term can't be " + amount + " " + unit.written());
    }
  }

  /** Whether a term can be so long. */
  public static boolean inRange(long amount) {
    return amount >= 0 && amount <= MOST;
  }

  /** A term of whole seconds. */
  public static Term ofSeconds(long seconds) {
    return new Term(seconds, Unit.SECONDS);
  }

  /** Whether it runs from moment to moment, whatever the day. */
  @JsonIgnore
  public boolean isExact() {
    return unit == Unit.SECONDS || unit == Unit.MINUTES || unit == Unit.HOURS;
  }

  /**
   * How long it lasts.
   *
   * @throws IllegalStateException when it is counted in days or months
   */
  public Duration exact() {
    return switch (unit) {
      case SECONDS -> Duration.ofSeconds(amount);
      case MINUTES -> Duration.ofMinutes(amount);
      case HOURS -> Duration.ofHours(amount);
      default -> throw new IllegalStateException(this + " has no fixed length");
    };
  }

  @Override
  public String toString() {
    return amount + " " + (amount == 1 ? unit.one : unit.written);
  }
}
