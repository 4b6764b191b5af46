package io.testroad.cli;

import io.testroad.engine.Clock;
import io.testroad.finding.Findings;
import io.testroad.finding.Position;
import io.testroad.record.Manifest;
import io.testroad.record.Metrics;
import io.testroad.record.PermitHistory;
import io.testroad.record.PermitReader;
import io.testroad.record.RunDirectory;
import io.testroad.record.TimeText;
import io.testroad.units.Dimension;
import io.testroad.units.Quantity;
import java.io.IOException;
import java.nio.file.Files;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * The ledger of a run.
 *
 * @param run the run's directory as it was named
 * @param scenario the scenario's name
 * @param clock the run's clock
 * @param end the run's end; null when nobody wrote it down
 * @param history all that happened
 */
record LedgerInput(
    String run, String scenario, Clock clock, @Nullable Instant end, PermitHistory history) {

  private static final String AT_REMEDY =
      "Write a date and time with its offset, for instance 2025-07-08T09:30:00+08:00, or the time"
          + " since the start, for instance '30 days' or '6 months'.";

  /**
   * Reads the ledger of a run.
   *
   * @return empty when there is none; then an error was recorded: {@code not-a-run-directory},
   *     {@code no-ledger}, {@code ledger-unreadable}
   */
  static Optional<LedgerInput> read(String run, Findings findings) {
    Optional<RunDirectory> opened = RunInput.open(run, findings);
    if (opened.isEmpty()) {
      return Optional.empty();
    }
    RunDirectory directory = opened.get();
    try {
      Manifest manifest = directory.readManifest();
      Clock clock =
          Clock.of(OffsetDateTime.parse(manifest.start()), Duration.ofMillis(manifest.tickMs()));
      Long endTick = manifest.endTick();
      Optional<PermitHistory> history = history(directory, findings);
      return history.map(
          rows ->
              new LedgerInput(
                  run,
                  manifest.scenario(),
                  clock,
                  endTick == null ? null : clock.instantOf(endTick),
                  rows));
    } catch (IOException | DateTimeException | IllegalArgumentException e) {
      findings.error(
          "ledger-unreadable",
          Position.of(run),
          "The run's ledger can't be read: " + e.getMessage() + ".",
          "Run the scenario again.");
      return Optional.empty();
    }
  }

  /** What happened; nothing when the run says that there was nothing. */
  private static Optional<PermitHistory> history(RunDirectory directory, Findings findings)
      throws IOException {
    if (Files.isRegularFile(directory.permits())) {
      return Optional.of(new PermitHistory(PermitReader.read(directory.permits())));
    }
    Metrics.Permits told =
        Files.isRegularFile(directory.metrics()) ? directory.readMetrics().permits() : null;
    if (told != null && told.plates().issued() == 0) {
      return Optional.of(new PermitHistory(List.of()));
    }
    findings.error(
        "no-ledger",
        Position.of(directory.path().toString()),
        "The run has no ledger: it goes on, was killed, or is of an earlier version.",
        "Wait for its end, or run the scenario again.");
    return Optional.empty();
  }

  /**
   * The instant of a text; without a text the run's end.
   *
   * @return empty when there is none; then an error was recorded: {@code not-an-instant}, {@code
   *     instant-outside-run}
   */
  Optional<Instant> instant(@Nullable String text, Findings findings) {
    if (text == null) {
      return Optional.of(end == null ? Instant.MAX : end);
    }
    Optional<Instant> instant = parse(text.strip());
    Position position = Position.of("--at");
    if (instant.isEmpty()) {
      findings.error(
          "not-an-instant",
          position,
          "'" + text + "' is neither an instant nor a time.",
          AT_REMEDY);
      return Optional.empty();
    }
    Instant at = instant.get();
    if (at.isBefore(clock.start()) || (end != null && at.isAfter(end))) {
      findings.error(
          "instant-outside-run",
          position,
          "'" + text + "' is not within the run.",
          "The run lasts from "
              + TimeText.of(clock.dateTimeOf(0))
              + (end == null ? "." : " until " + TimeText.of(end, clock.offset()) + "."));
      return Optional.empty();
    }
    return instant;
  }

  private Optional<Instant> parse(String text) {
    try {
      return Optional.of(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeException e) {
      // Then it is a time since the start.
    }
    Position nowhere = Position.of("");
    OptionalDouble seconds = Quantity.parse(Dimension.DURATION, text, nowhere, new Findings());
    try {
      if (seconds.isPresent()) {
        return Optional.of(clock.start().plusMillis(Math.round(seconds.getAsDouble() * 1000)));
      }
      Optional<Period> period = Quantity.parsePeriod(text, nowhere, new Findings());
      return period.map(span -> clock.dateTimeOf(0).plus(span).toInstant());
    } catch (DateTimeException | ArithmeticException e) {
      return Optional.empty();
    }
  }
}
