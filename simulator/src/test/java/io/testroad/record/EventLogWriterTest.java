package io.testroad.record;

import static io.testroad.record.TinyWorld.CLOCK;
import static io.testroad.record.TinyWorld.event;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.testroad.engine.EventType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventLogWriterTest {

  @TempDir Path directory;

  @Test
  void writesAttributesInTheOrderOfTheType() throws Exception {
    Path file = directory.resolve("events.jsonl");
    try (EventLogWriter log = new EventLogWriter(file, CLOCK)) {
      log.write(
          0, List.of(event(0, EventType.RUN_STARTED, "run:all", "seed", 7, "scenario", "A \"b\"")));
      log.write(
          1,
          List.of(
              event(
                  1,
                  EventType.VEHICLE_STALLED,
                  "vehicle:v0",
                  "zeal",
                  0.0001,
                  "cause",
                  "传感器",
                  "positionM",
                  25.0,
                  "lane",
                  1,
                  "road",
                  "a",
                  "attempt",
                  true),
              event(
                  1,
                  EventType.PLATE_ISSUED,
                  "office:wuhan",
                  "validUntil",
                  Instant.parse("2025-08-31T16:00:00Z"),
                  "validFrom",
                  Instant.parse("2025-02-28T16:00:00.000000001Z"),
                  "vehicle",
                  "v0",
                  "plate",
                  "鄂A0001试"),
              event(
                  1,
                  EventType.UNIT_RELEASED,
                  "centre:x",
                  "subject",
                  "vehicle:v0",
                  "unit",
                  "tow-1",
                  "incident",
                  1),
              event(
                  1,
                  EventType.APPLICATION_REFUSED,
                  "a:b",
                  "reasons",
                  List.of("no zone", "no plate"),
                  "limit",
                  Double.POSITIVE_INFINITY)));
    }
    assertThat(Files.readString(file))
        .isEqualTo(
            """
            {"tick":0,"time":"2025-02-28T23:50:00.000+08:00","type":"run-started","subject":"run:all","scenario":"A \\"b\\"","seed":7}
            {"tick":1,"time":"2025-02-28T23:50:00.100+08:00","type":"vehicle-stalled","subject":"vehicle:v0","road":"a","lane":1,"positionM":25.0,"cause":"传感器","attempt":true,"zeal":0.0001}
            {"tick":1,"time":"2025-02-28T23:50:00.100+08:00","type":"plate-issued","subject":"office:wuhan","plate":"鄂A0001试","vehicle":"v0","validFrom":"2025-03-01T00:00:00.000000001+08:00","validUntil":"2025-09-01T00:00:00.000+08:00"}
            {"tick":1,"time":"2025-02-28T23:50:00.100+08:00","type":"unit-released","subject":"centre:x","incident":1,"unit":"tow-1","attribute.subject":"vehicle:v0"}
            {"tick":1,"time":"2025-02-28T23:50:00.100+08:00","type":"application-refused","subject":"a:b","reasons":["no zone","no plate"],"limit":"Infinity"}
            """);
  }

  @Test
  void wholeLinesReachTheFileEveryMinute() throws Exception {
    Path file = directory.resolve("events.jsonl");
    try (EventLogWriter log = new EventLogWriter(file, CLOCK)) {
      log.write(3, List.of(event(3, EventType.VEHICLE_RECOVERED, "vehicle:v0", "road", "a")));
      log.write(599, List.of());
      assertThat(Files.readString(file)).isEmpty();
      log.write(600, List.of());
      assertThat(Files.readAllLines(file)).hasSize(1);
      log.write(601, List.of(event(601, EventType.VEHICLE_RECOVERED, "vehicle:v0", "road", "a")));
      log.write(1199, List.of());
      assertThat(Files.readAllLines(file)).hasSize(1);
      log.write(5000, List.of());
      assertThat(Files.readAllLines(file)).hasSize(2);
    }
  }

  @Test
  void muchInAMinuteReachesTheFileSooner() throws Exception {
    Path file = directory.resolve("events.jsonl");
    try (EventLogWriter log = new EventLogWriter(file, CLOCK)) {
      for (int i = 0; i < 1000; i++) {
        log.write(3, List.of(event(3, EventType.VEHICLE_RECOVERED, "vehicle:v" + i, "road", "a")));
      }
      List<String> lines = Files.readAllLines(file);
      assertThat(lines).hasSizeGreaterThan(400);
      for (String line : lines) {
        assertThat(new ObjectMapper().readTree(line).get("road").asText()).isEqualTo("a");
      }
    }
    assertThat(Files.readAllLines(file)).hasSize(1000);
  }
}
