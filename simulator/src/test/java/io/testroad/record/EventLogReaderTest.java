package io.testroad.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.testroad.engine.Clock;
import io.testroad.engine.Event;
import io.testroad.engine.EventType;
import io.testroad.engine.Facts;
import io.testroad.finding.Findings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventLogReaderTest {

  private static final Clock CLOCK =
      Clock.of(OffsetDateTime.parse("2025-02-28T23:50:00+08:00"), Duration.ofMillis(100));

  @TempDir Path folder;

  private static final List<Event> EVENTS =
      List.of(
          new Event(
              3,
              EventType.PLATE_ISSUED,
              "authority:police",
              Facts.of(
                  "plate",
                  "鄂A试0001",
                  "vehicle",
                  "pilot-1",
                  "validFrom",
                  Instant.parse("2025-02-28T15:50:00.300Z"),
                  "validUntil",
                  Instant.parse("2025-08-28T15:50:00Z"))),
          new Event(
              4,
              EventType.APPLICATION_REFUSED,
              "authority:police",
              Facts.of("kind", "plate", "applicant", "p", "reasons", List.of("a (b)", "c"))),
          new Event(
              5,
              EventType.VEHICLE_STALLED,
              "vehicle:pilot-1",
              Facts.of("road", "a", "lane", 2, "positionM", 12.0, "type", "x", "late", true)));

  @Test
  void whatWasWrittenIsRead() throws Exception {
    Path log = folder.resolve("events.jsonl");
    try (EventLogWriter writer = new EventLogWriter(log, CLOCK)) {
      writer.write(5, EVENTS);
    }
    Findings findings = new Findings();
    List<EventLogReader.Logged> read = new ArrayList<>();
    assertThat(EventLogReader.read(log, read::add, findings)).isTrue();
    assertThat(findings.list()).isEmpty();
    assertThat(read).extracting(EventLogReader.Logged::event).isEqualTo(EVENTS);
    assertThat(read).extracting(EventLogReader.Logged::line).containsExactly(1L, 2L, 3L);
  }

  @Test
  void linesThatAreNoEventsAreLeftOutWithAWarning() throws Exception {
    Path log = folder.resolve("events.jsonl");
    try (EventLogWriter writer = new EventLogWriter(log, CLOCK)) {
      writer.write(5, EVENTS);
    }
    Files.writeString(
        log,
        "{\"tick\":1,\"type\":\"no-such\",\"subject\":\"x:y\"}\n"
            + "{\"tick\":9000000000000000000,\"type\":\"ruling\",\"subject\":\"x:y\"}\n{\"tick\":9,\"ty",
        StandardOpenOption.APPEND);
    Findings findings = new Findings();
    List<EventLogReader.Logged> read = new ArrayList<>();
    assertThat(EventLogReader.read(log, read::add, findings)).isTrue();
    assertThat(read).hasSize(3);
    assertThat(findings.list())
        .extracting(finding -> finding.code() + " " + finding.position().line())
        .containsExactly("event-log-line 4", "event-log-line 5", "event-log-line 6");
  }

  @Test
  void aLogThatIsNotThereIsAnError() {
    Findings findings = new Findings();
    assertThat(EventLogReader.read(folder.resolve("none"), logged -> {}, findings)).isFalse();
    assertThat(findings.list()).extracting("code").containsExactly("event-log-missing");
  }
}
