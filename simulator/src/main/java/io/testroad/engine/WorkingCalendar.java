package io.testroad.engine;

import io.testroad.units.Term;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Collections;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Which days are worked, and when offices are open.
 *
 * <p>Mondays to Fridays are worked but for holidays; so are Saturdays and Sundays worked in place
 * of a holiday (调休). Immutable.
 */
public final class WorkingCalendar {

  /** Mondays to Fridays, 9:00 to 17:00, without holidays. */
  public static final WorkingCalendar PLAIN =
      new WorkingCalendar(
          new TreeSet<>(), new TreeSet<>(), LocalTime.of(9, 0), LocalTime.of(17, 0));

  /** Longer than any break between working days. */
  private static final int LONGEST_BREAK_DAYS = 400;

  private final SortedSet<LocalDate> holidays;
  private final SortedSet<LocalDate> workedWeekends;
  private final LocalTime opens;
  private final LocalTime closes;

  /**
   * A calendar.
   *
   * @param holidays days that aren't worked
   * @param workedWeekends Saturdays and Sundays that are
   * @param opens when offices open
   * @param closes when they close, later than that
   * @throws IllegalArgumentException when offices close before they open, a day is both, or more
   *     than a year of days in a row isn't worked
   */
  public WorkingCalendar(
      Collection<LocalDate> holidays,
      Collection<LocalDate> workedWeekends,
      LocalTime opens,
      LocalTime closes) {
    if (!opens.isBefore(closes)) {
      throw new IllegalArgumentException("offices close at " + closes + ", before they open");
    }
    this.holidays = Collections.unmodifiableSortedSet(new TreeSet<>(holidays));
    this.workedWeekends = Collections.unmodifiableSortedSet(new TreeSet<>(workedWeekends));
    this.opens = opens;
    this.closes = closes;
    for (LocalDate holiday : this.holidays) {
      if (this.workedWeekends.contains(holiday)) {
        throw new IllegalArgumentException(holiday + " is both worked and a holiday");
      }
      nextWorkingDay(holiday);
    }
  }

  /** The days that aren't worked besides Saturdays and Sundays. */
  public SortedSet<LocalDate> holidays() {
    return holidays;
  }

  /** The Saturdays and Sundays that are worked. */
  public SortedSet<LocalDate> workedWeekends() {
    return workedWeekends;
  }

  /** When offices open. */
  public LocalTime opens() {
    return opens;
  }

  /** When they close. */
  public LocalTime closes() {
    return closes;
  }

  /** Whether a day is worked. */
  public boolean isWorkingDay(LocalDate day) {
    if (workedWeekends.contains(day)) {
      return true;
    }
    DayOfWeek weekday = day.getDayOfWeek();
    return weekday != DayOfWeek.SATURDAY && weekday != DayOfWeek.SUNDAY && !holidays.contains(day);
  }

  /** The first working day after a day. */
  public LocalDate nextWorkingDay(LocalDate day) {
    LocalDate next = day.plusDays(1);
    for (int i = 0; !isWorkingDay(next); i++) {
      if (i == LONGEST_BREAK_DAYS) {
        throw new IllegalArgumentException("no day is worked for a year after " + day);
      }
      next = next.plusDays(1);
    }
    return next;
  }

  /** The working day that is the count-th after a day; the day itself for 0. */
  public LocalDate plusWorkingDays(LocalDate day, int count) {
    LocalDate reached = day;
    for (int i = 0; i < count; i++) {
      reached = nextWorkingDay(reached);
    }
    return reached;
  }

  /** How many working days there are after a day until another, the latter included. */
  public int workingDaysBetween(LocalDate after, LocalDate until) {
    int count = 0;
    for (LocalDate day = after.plusDays(1); !day.isAfter(until); day = day.plusDays(1)) {
      count += isWorkingDay(day) ? 1 : 0;
    }
    return count;
  }

  /** When something handed in is accepted: at once while offices are open, else when they open. */
  public OffsetDateTime accepted(OffsetDateTime handedIn) {
    LocalDate day = handedIn.toLocalDate();
    LocalTime time = handedIn.toLocalTime();
    if (isWorkingDay(day) && time.isBefore(opens)) {
      return handedIn.with(opens);
    }
    if (isWorkingDay(day) && time.isBefore(closes)) {
      return handedIn;
    }
    return nextWorkingDay(day).atTime(opens).atOffset(handedIn.getOffset());
  }

  /**
   * A term's last instant: what is done then is in time. A term of days, working days or months
   * lasts until its last day is over (民法典 art. 201 to 203: the day of the start doesn't count).
   */
  public OffsetDateTime end(Term term, OffsetDateTime start) {
    LocalDate day = start.toLocalDate();
    return switch (term.unit()) {
      case DAYS -> endOf(day.plusDays(term.amount()), start);
      case WORKING_DAYS -> endOf(plusWorkingDays(day, Math.toIntExact(term.amount())), start);
      case MONTHS -> endOf(day.plusMonths(term.amount()), start);
      default -> start.plus(term.exact());
    };
  }

  private static OffsetDateTime endOf(LocalDate day, OffsetDateTime start) {
    return day.plusDays(1).atStartOfDay().atOffset(start.getOffset());
  }

  /**
   * When an office that takes this long is done with what it was handed: hours run at once; working
   * days from when it is accepted until the same time of the last of them; days and months until
   * the same time of that day.
   */
  public OffsetDateTime doneAt(Term term, OffsetDateTime handedIn) {
    return switch (term.unit()) {
      case WORKING_DAYS -> {
        OffsetDateTime accepted = accepted(handedIn);
        LocalDate day = plusWorkingDays(accepted.toLocalDate(), Math.toIntExact(term.amount()));
        yield day.atTime(accepted.toLocalTime()).atOffset(accepted.getOffset());
      }
      case DAYS -> handedIn.plusDays(term.amount());
      case MONTHS -> handedIn.plusMonths(term.amount());
      default -> handedIn.plus(term.exact());
    };
  }

  /**
   * When somebody will do what he owes: as long after the start as is said of him, never where an
   * empty term is said, and halfway through the time where nothing is.
   *
   * @param punctuality how long he needs, by what he owes
   * @param due the last instant in time
   */
  public Optional<Instant> performance(
      SortedMap<String, Optional<Term>> punctuality,
      String owed,
      OffsetDateTime start,
      Instant due) {
    if (!punctuality.containsKey(owed)) {
      Instant from = start.toInstant();
      return Optional.of(from.plusMillis(Duration.between(from, due).toMillis() / 2));
    }
    return Objects.requireNonNull(punctuality.get(owed))
        .map(term -> doneAt(term, start).toInstant());
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof WorkingCalendar calendar
        && calendar.holidays.equals(holidays)
        && calendar.workedWeekends.equals(workedWeekends)
        && calendar.opens.equals(opens)
        && calendar.closes.equals(closes);
  }

  @Override
  public int hashCode() {
    return Objects.hash(holidays, workedWeekends, opens, closes);
  }
}
