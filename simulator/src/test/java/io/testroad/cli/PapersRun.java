package io.testroad.cli;

import io.testroad.engine.Clock;
import io.testroad.engine.Event;
import io.testroad.engine.EventType;
import io.testroad.engine.Facts;
import io.testroad.finding.Findings;
import io.testroad.network.RingNetwork;
import io.testroad.record.Manifest;
import io.testroad.record.RunDirectory;
import io.testroad.record.RunRecorder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/**
 * The directory of a run of a hundred days: pilot-1's plate is renewed, pilot-2's expires, pilot-3
 * loses permit and plate.
 */
final class PapersRun {

  private static final Clock CLOCK =
      Clock.of(OffsetDateTime.parse("2025-01-01T09:00:00+08:00"), Duration.ofSeconds(1));
  private static final long DAY = 86_400;

  private final RunRecorder recorder;

  private PapersRun(Path path) throws IOException {
    Manifest begun = Manifest.begun("0.1.0", "Papers", "papers.yaml", 7, CLOCK, 2, List.of());
    recorder =
        new RunRecorder(
            RunDirectory.create(path, false, new Findings()).orElseThrow(),
            begun,
            new RunRecorder.Subject(
                CLOCK,
                new RingNetwork(200, 4, 1, 10).generate(),
                number -> "v" + number,
                number -> "car",
                vehicle -> Optional.of("pilot"),
                false,
                null,
                null));
  }

  static Path in(Path path) throws IOException {
    PapersRun run = new PapersRun(path);
    run.on(0, EventType.PLATE_HELD, "A-1", "pilot-1", "validUntil", day(60));
    run.on(0, EventType.PLATE_HELD, "A-2", "pilot-2", "validUntil", day(70));
    run.on(
        10, EventType.PLATE_ISSUED, "B-3", "pilot-3", "validFrom", day(9), "validUntil", day(90));
    run.on(50, EventType.PLATE_RENEWED, "B-1", "pilot-1", "validUntil", day(140));
    run.on(55, EventType.PERMIT_SUSPENDED, "B-3", "pilot-3", "rule", "speed", "until", day(62));
    run.on(60, EventType.PERMIT_WITHDRAWN, "B-3", "pilot-3", "rule", "crash");
    run.on(61, EventType.PLATE_VOIDED, "B-3", "pilot-3");
    run.on(70, EventType.PLATE_EXPIRED, "A-2", "pilot-2");
    run.recorder.close(Manifest.Status.COMPLETED, 100 * DAY);
    return path;
  }

  /** A run in which no paper is mentioned. */
  static Path without(Path path) throws IOException {
    new PapersRun(path).recorder.close(Manifest.Status.COMPLETED, 100 * DAY);
    return path;
  }

  private static Instant day(long days) {
    return CLOCK.instantOf(days * DAY);
  }

  private void on(long day, EventType type, String plate, String vehicle, Object... further) {
    Facts facts = Facts.of("plate", plate, "vehicle", vehicle).and(Facts.of(further));
    recorder.events(day * DAY, List.of(new Event(day * DAY, type, "authority:police", facts)));
  }
}
