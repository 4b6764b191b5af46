package io.testroad.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import io.testroad.engine.Clock;
import io.testroad.engine.Event;
import io.testroad.engine.EventType;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The stage gates of docs/worked-examples.md: what was worked out by hand is what the run does. */
class WorkedExamplesTest {

  private static final String NAME = "permits/stage-gates";

  private static List<Event> events(EventType type, String name) {
    return Shelf.run(NAME, 1).stream(type)
        .filter(
            event ->
                name.equals(event.attributes().find("applicant"))
                    || name.equals(event.attributes().find("vehicle"))
                    || event.subject().endsWith(":" + name))
        .toList();
  }

  private static String time(Event event) {
    Clock clock = Shelf.scenario(NAME).clock();
    return clock.dateTimeOf(event.tick()).truncatedTo(ChronoUnit.SECONDS).toString();
  }

  private static Instant instant(Event event, String attribute) {
    return (Instant) Objects.requireNonNull(event.attributes().find(attribute));
  }

  private static Instant at(String text) {
    return OffsetDateTime.parse(text).toInstant();
  }

  @ParameterizedTest
  @CsvSource({
    "declaration-confirmed, holiday, 0, 2025-05-30T11:00+08:00",
    "plate-issued, holiday-1, 0, 2025-06-03T11:00+08:00",
    "declaration-confirmed, steady, 0, 2025-06-03T11:00+08:00",
    "plate-issued, steady-1, 0, 2025-06-04T11:00+08:00",
    "application-filed, steady, 2, 2025-07-16T17:00+08:00",
    "declaration-confirmed, steady, 1, 2025-07-24T09:00+08:00",
    "application-filed, swift, 2, 2025-06-11T17:00+08:00",
    "declaration-confirmed, swift, 1, 2025-06-19T09:00+08:00",
    "application-filed, swift, 3, 2025-06-25T17:00+08:00",
    "declaration-confirmed, swift, 2, 2025-07-03T09:00+08:00",
    "application-filed, swift, 4, 2025-07-09T17:00+08:00",
    "declaration-confirmed, swift, 3, 2025-07-17T09:00+08:00",
    "application-filed, swift, 5, 2025-07-17T17:00+08:00",
    "declaration-confirmed, swift, 4, 2025-07-25T09:00+08:00",
    "trip-refused, swift-1, 1, 2025-07-28T09:00+08:00",
    "responsibility-determined, crashed-1, 0, 2025-06-16T09:00+08:00",
    "application-filed, crashed, 2, 2025-06-26T17:00+08:00",
    "declaration-confirmed, crashed, 1, 2025-07-04T09:00+08:00",
    "application-refused, greedy, 0, 2025-06-04T11:00+08:00",
    "trip-refused, lapse-1, 0, 2025-06-10T20:00+08:00",
    "change-confirmed, update, 0, 2025-06-16T10:00+08:00"
  })
  void happensToTheSecond(String type, String name, int index, String expected) {
    List<Event> events = events(EventType.find(type).orElseThrow(), name);
    assertThat(events).as("%s of %s", type, name).hasSizeGreaterThan(index);
    assertThat(time(events.get(index))).isEqualTo(expected);
  }

  @Test
  void stagesFollowOneAnother() {
    assertThat(events(EventType.DECLARATION_CONFIRMED, "swift"))
        .extracting(
            event -> event.attributes().getString("stage"),
            event -> event.attributes().getString("crew"))
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("road-test", "on-board"),
            org.assertj.core.groups.Tuple.tuple("demonstration", "on-board"),
            org.assertj.core.groups.Tuple.tuple("demonstration-operation", "passenger-seat"),
            org.assertj.core.groups.Tuple.tuple("demonstration-operation", "remote"),
            org.assertj.core.groups.Tuple.tuple("commercial", "remote"));
    assertThat(events(EventType.DECLARATION_CONFIRMED, "steady")).hasSize(2);
    assertThat(events(EventType.DECLARATION_CONFIRMED, "crashed")).hasSize(2);
  }

  @Test
  void platesEndWithWhatEndsFirst() {
    Event whole = events(EventType.PLATE_ISSUED, "steady-1").get(0);
    assertThat(instant(whole, "validUntil").truncatedTo(ChronoUnit.SECONDS))
        .isEqualTo(at("2025-12-03T11:00:00+08:00"));
    Event cut = events(EventType.PLATE_ISSUED, "short-1").get(0);
    assertThat(instant(cut, "validUntil").truncatedTo(ChronoUnit.SECONDS))
        .isEqualTo(at("2025-08-26T11:00:00+08:00"));
    assertThat(events(EventType.APPLICATION_REFUSED, "greedy").get(0).attributes().find("reasons"))
        .asString()
        .contains("plate-within-certificate");
  }

  @Test
  void theShiftEndsWithTheInsurance() {
    List<Event> shifts = events(EventType.SHIFT_DRIVEN, "lapse-1");
    Event last = shifts.get(shifts.size() - 1);
    assertThat(instant(last, "from")).isEqualTo(at("2025-06-09T20:00:00+08:00"));
    assertThat(instant(last, "until")).isEqualTo(at("2025-06-10T00:00:00+08:00"));
    assertThat(last.attributes().find("hours")).isEqualTo(4.0);
  }

  @Test
  void undeclaredSoftwareBreaksTheRule() {
    Event broken =
        events(EventType.RULING, "silent-1").stream()
            .filter(event -> event.attributes().getString("rule").equals("software-declared"))
            .filter(event -> event.attributes().getString("verdict").equals("broken"))
            .findFirst()
            .orElseThrow();
    assertThat(time(broken)).isEqualTo("2025-06-10T10:00+08:00");
    assertThat(events(EventType.PERMIT_SUSPENDED, "silent-1")).isNotEmpty();
  }
}
