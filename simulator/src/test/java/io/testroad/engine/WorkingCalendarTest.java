package io.testroad.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.testroad.units.Term;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Working days, opening hours, and when terms end; around two long holidays of 2025. */
class WorkingCalendarTest {

  /**
   * 1 to 8 October are holidays; 28 September, a Sunday, and 11 October, a Saturday, are worked.
   */
  private static final WorkingCalendar NATIONAL_DAY =
      calendar(days("2025-10-01", 8), List.of(day("2025-09-28"), day("2025-10-11")));

  /** 28 January to 4 February; 26 January, a Sunday, and 8 February, a Saturday, are worked. */
  private static final WorkingCalendar SPRING_FESTIVAL =
      calendar(days("2025-01-28", 8), List.of(day("2025-01-26"), day("2025-02-08")));

  private static WorkingCalendar calendar(List<LocalDate> holidays, List<LocalDate> worked) {
    return new WorkingCalendar(holidays, worked, LocalTime.of(9, 0), LocalTime.of(17, 0));
  }

  private static List<LocalDate> days(String first, int count) {
    return day(first).datesUntil(day(first).plusDays(count)).toList();
  }

  private static LocalDate day(String text) {
    return LocalDate.parse(text);
  }

  private static OffsetDateTime at(String text) {
    return OffsetDateTime.parse(text + ":00+08:00");
  }

  private static Term term(String text) {
    int space = text.indexOf(' ');
    return new Term(
        Long.parseLong(text.substring(0, space)),
        Term.Unit.find(text.substring(space + 1)).orElseThrow());
  }

  @Test
  void whichDaysAreWorked() {
    assertThat(NATIONAL_DAY.isWorkingDay(day("2025-09-26"))).isTrue(); // Friday
    assertThat(NATIONAL_DAY.isWorkingDay(day("2025-09-27"))).isFalse(); // Saturday
    assertThat(NATIONAL_DAY.isWorkingDay(day("2025-09-28"))).isTrue(); // worked Sunday
    assertThat(NATIONAL_DAY.isWorkingDay(day("2025-10-01"))).isFalse(); // Wednesday, a holiday
    assertThat(NATIONAL_DAY.nextWorkingDay(day("2025-09-30"))).isEqualTo("2025-10-09");
    assertThat(NATIONAL_DAY.holidays()).hasSize(8);
    assertThat(NATIONAL_DAY.workedWeekends()).hasSize(2);
    assertThat(NATIONAL_DAY.opens()).isEqualTo("09:00");
    assertThat(NATIONAL_DAY.closes()).isEqualTo("17:00");
  }

  /** From Friday, 26 September: 28, 29, 30, then 9, 10, 11 and 13 October. */
  @ParameterizedTest
  @CsvSource({"0, 2025-09-26", "1, 2025-09-28", "3, 2025-09-30", "4, 2025-10-09"})
  @CsvSource({"6, 2025-10-11", "7, 2025-10-13"})
  void theFridayBeforeNationalDay(int count, LocalDate reached) {
    LocalDate friday = day("2025-09-26");
    assertThat(NATIONAL_DAY.plusWorkingDays(friday, count)).isEqualTo(reached);
    assertThat(NATIONAL_DAY.workingDaysBetween(friday, reached)).isEqualTo(count);
  }

  /** From Friday, 24 January: 26, 27, then 5, 6, 7, 8 and 10 February. */
  @ParameterizedTest
  @CsvSource({"1, 2025-01-26", "2, 2025-01-27", "3, 2025-02-05", "6, 2025-02-08", "7, 2025-02-10"})
  void theFridayBeforeSpringFestival(int count, LocalDate reached) {
    assertThat(SPRING_FESTIVAL.plusWorkingDays(day("2025-01-24"), count)).isEqualTo(reached);
  }

  @ParameterizedTest
  @CsvSource({
    "2025-09-26T08:59, 2025-09-26T09:00", // before it opens
    "2025-09-26T09:00, 2025-09-26T09:00",
    "2025-09-26T16:59, 2025-09-26T16:59",
    "2025-09-26T17:00, 2025-09-28T09:00", // it has closed; the Sunday is worked
    "2025-09-27T12:00, 2025-09-28T09:00", // a Saturday
    "2025-09-30T18:00, 2025-10-09T09:00", // the eve of the holidays
    "2025-10-03T12:00, 2025-10-09T09:00" // amid them
  })
  void accepted(String handedIn, String accepted) {
    assertThat(NATIONAL_DAY.accepted(at(handedIn))).isEqualTo(at(accepted));
  }

  /** Handed in on Friday, 26 September, at 16:30; on Saturday, at noon. */
  @ParameterizedTest
  @CsvSource({
    "30 s, 2025-09-26T16:30, 2025-09-26T16:30:30",
    "90 min, 2025-09-26T16:30, 2025-09-26T18:00:00",
    "24 h, 2025-09-26T16:30, 2025-09-27T16:30:00",
    "3 days, 2025-09-26T16:30, 2025-09-29T16:30:00",
    "1 month, 2025-09-26T16:30, 2025-10-26T16:30:00",
    "0 working days, 2025-09-26T16:30, 2025-09-26T16:30:00",
    "1 working day, 2025-09-26T16:30, 2025-09-28T16:30:00",
    "4 working days, 2025-09-26T16:30, 2025-10-09T16:30:00",
    "0 working days, 2025-09-27T12:00, 2025-09-28T09:00:00",
    "1 working day, 2025-09-27T12:00, 2025-09-29T09:00:00"
  })
  void doneAt(String term, String handedIn, String done) {
    assertThat(NATIONAL_DAY.doneAt(term(term), at(handedIn)))
        .isEqualTo(OffsetDateTime.parse(done + "+08:00"));
  }

  /** Exact terms run from moment to moment; others until the last day is over. */
  @ParameterizedTest
  @CsvSource({
    "30 s, 2025-09-26T16:30:30",
    "90 min, 2025-09-26T18:00:00",
    "24 h, 2025-09-27T16:30:00",
    "0 days, 2025-09-27T00:00:00",
    "3 days, 2025-09-30T00:00:00",
    "1 month, 2025-10-27T00:00:00",
    "5 months, 2026-02-27T00:00:00",
    "0 working days, 2025-09-27T00:00:00",
    "1 working day, 2025-09-29T00:00:00",
    "5 working days, 2025-10-11T00:00:00"
  })
  void end(String term, String end) {
    assertThat(NATIONAL_DAY.end(term(term), at("2025-09-26T16:30")))
        .isEqualTo(OffsetDateTime.parse(end + "+08:00"));
  }

  @Test
  void monthsEndWithTheMonth() {
    assertThat(WorkingCalendar.PLAIN.end(term("1 month"), at("2025-01-31T12:00")))
        .isEqualTo(at("2025-03-01T00:00"));
  }

  @Test
  void whatContradictsItself() {
    assertThatThrownBy(
            () ->
                new WorkingCalendar(List.of(), List.of(), LocalTime.of(17, 0), LocalTime.of(9, 0)))
        .hasMessageContaining("before they open");
    assertThatThrownBy(() -> calendar(days("2025-10-01", 1), days("2025-10-01", 1)))
        .hasMessageContaining("both worked and a holiday");
    assertThatThrownBy(() -> calendar(days("2025-10-01", 500), List.of()))
        .hasMessageContaining("no day is worked");
  }

  /** Counting there and back agrees, and no term ends before it begins or before a shorter one. */
  @Property(tries = 200)
  void termsAreInOrder(
      @ForAll @IntRange(max = 60) int count,
      @ForAll @IntRange(max = 30_000) int minutes,
      @ForAll Term.Unit unit) {
    OffsetDateTime start = at("2025-09-20T00:00").plusMinutes(minutes);
    LocalDate day = start.toLocalDate();
    assertThat(NATIONAL_DAY.workingDaysBetween(day, NATIONAL_DAY.plusWorkingDays(day, count)))
        .isEqualTo(count);
    Term term = new Term(count, unit);
    Term longer = new Term(count + 1, unit);
    assertThat(NATIONAL_DAY.end(term, start)).isAfterOrEqualTo(start);
    assertThat(NATIONAL_DAY.end(longer, start)).isAfter(NATIONAL_DAY.end(term, start));
    assertThat(NATIONAL_DAY.doneAt(longer, start)).isAfter(NATIONAL_DAY.doneAt(term, start));
    OffsetDateTime accepted = NATIONAL_DAY.accepted(start);
    assertThat(accepted).isAfterOrEqualTo(start).isEqualTo(NATIONAL_DAY.accepted(accepted));
    assertThat(NATIONAL_DAY.isWorkingDay(accepted.toLocalDate())).isTrue();
  }
}
