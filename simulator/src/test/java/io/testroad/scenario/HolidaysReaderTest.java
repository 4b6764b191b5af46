package io.testroad.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.testroad.engine.WorkingCalendar;
import io.testroad.finding.Findings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files of holidays, and the one for China that comes with the program. */
class HolidaysReaderTest {

  private static final WorkingCalendar CHINA = china();

  @TempDir Path folder;

  private static WorkingCalendar china() {
    Findings findings = new Findings();
    WorkingCalendar calendar = new HolidaysReader(findings).read(Optional.empty());
    assertThat(findings.list()).isEmpty();
    return calendar;
  }

  private WorkingCalendar read(String text, Findings findings) throws IOException {
    Path file = Files.writeString(folder.resolve("holidays.yaml"), text);
    return new HolidaysReader(findings).read(Optional.of(file));
  }

  private String finding(String text) throws IOException {
    Findings findings = new Findings();
    assertThat(read(text, findings)).isNotNull();
    assertThat(findings.list()).hasSize(1);
    var position = findings.list().get(0).position();
    return position.line() + ":" + position.column() + " " + findings.list().get(0).code();
  }

  @ParameterizedTest
  @CsvSource({
    "2024-12-31, true",
    "2025-01-01, false", // New Year's Day, a Wednesday
    "2025-01-26, true", // a Sunday worked for Spring Festival
    "2025-01-28, false", // New Year's Eve
    "2025-02-04, false",
    "2025-02-05, true",
    "2025-02-08, true", // a Saturday
    "2025-04-04, false", // Qingming
    "2025-04-27, true",
    "2025-05-05, false", // the Monday after Labour Day
    "2025-06-02, false", // Dragon Boat Festival, Monday
    "2025-09-28, true",
    "2025-10-08, false",
    "2025-10-11, true",
    "2025-10-12, false",
    "2026-02-16, false"
  })
  void china(LocalDate day, boolean worked) {
    assertThat(CHINA.isWorkingDay(day)).isEqualTo(worked);
  }

  /** Who is given days off at other times works weekends in their place, and only weekends. */
  @Test
  void onlyWeekendsAreWorkedInPlaceOfHolidays() {
    assertThat(CHINA.workedWeekends())
        .allMatch(
            day ->
                day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY);
  }

  @Test
  void aFile() throws IOException {
    Findings findings = new Findings();
    WorkingCalendar calendar =
        read(
            """
            testroad-holidays: 1
            opens: "8:30"
            closes: "16:00"
            holidays: [2025-03-05, 2025-03-10..2025-03-12]
            worked: [2025-03-08]
            """,
            findings);
    assertThat(findings.list()).isEmpty();
    assertThat(calendar.opens()).isEqualTo("08:30");
    assertThat(calendar.closes()).isEqualTo("16:00");
    assertThat(calendar.holidays()).hasSize(4);
    assertThat(calendar.nextWorkingDay(LocalDate.parse("2025-03-07"))).isEqualTo("2025-03-08");
    assertThat(calendar.nextWorkingDay(LocalDate.parse("2025-03-08"))).isEqualTo("2025-03-13");
  }

  @Test
  void faults() throws IOException {
    String head = "testroad-holidays: 1\n";
    assertThat(finding("holidays: []\n")).isEqualTo("1:1 missing-key");
    assertThat(finding("testroad-holidays: 2\nholidays: []\n")).endsWith("out-of-range");
    assertThat(finding(head)).isEqualTo("1:1 missing-key");
    assertThat(finding(head + "holidays: [soon]\n")).isEqualTo("2:12 not-a-date");
    assertThat(finding(head + "holidays: [2025-02-30]\n")).isEqualTo("2:12 not-a-date");
    assertThat(finding(head + "holidays: [2025-03-05..2025-03-01]\n")).isEqualTo("2:12 not-a-date");
    assertThat(finding(head + "holidays: [2025-03-05..2028-03-01]\n")).isEqualTo("2:12 not-a-date");
    assertThat(finding(head + "holidays: [2025-03-05..2025-03-06..2025-03-07]\n"))
        .isEqualTo("2:12 not-a-date");
    assertThat(finding(head + "holidays: [{}]\n")).isEqualTo("2:12 not-a-date");
    assertThat(finding(head + "opens: \"25:00\"\nholidays: []\n")).isEqualTo("2:8 not-a-time");
    assertThat(finding(head + "opens: \"18:00\"\nholidays: []\n"))
        .isEqualTo("1:1 holidays-contradict");
    assertThat(finding(head + "holidays: [2025-03-08]\nworked: [2025-03-08]\n"))
        .isEqualTo("1:1 holidays-contradict");
    assertThat(finding(head + "holidays: []\nbreak: 1\n")).isEqualTo("3:1 unknown-key");
  }

  @Test
  void aMissingFile() {
    Findings findings = new Findings();
    WorkingCalendar calendar =
        new HolidaysReader(findings).read(Optional.of(folder.resolve("none.yaml")));
    assertThat(findings.hasErrors()).isTrue();
    assertThat(calendar).isSameAs(WorkingCalendar.PLAIN);
  }
}
