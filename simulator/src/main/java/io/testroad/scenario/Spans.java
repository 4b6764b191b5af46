package io.testroad.scenario;

import io.testroad.finding.Findings;
import io.testroad.finding.Position;
import io.testroad.units.Dimension;
import io.testroad.units.Quantity;
import io.testroad.units.Term;
import io.testroad.yaml.MappingReader;
import io.testroad.yaml.Scalar;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.OptionalDouble;

/** Reads durations and points in time. */
final class Spans {

  private static final Duration LONGEST = Duration.ofDays(36_525);
  private static final int FIRST_YEAR = 1970;
  private static final int LAST_YEAR = 2999;

  private final Findings findings;
  private final OffsetDateTime start;

  /** A reader of what counts from a start. */
  Spans(OffsetDateTime start, Findings findings) {
    this.start = start;
    this.findings = findings;
  }

  OffsetDateTime start() {
    return start;
  }

  /** The duration of a key that may miss, to the millisecond. */
  Optional<Duration> find(MappingReader reader, String key) {
    return reader.findScalar(key).flatMap(scalar -> duration(scalar, findings));
  }

  /** The duration of a key that must be there; zero when it is missing or faulty. */
  Duration require(MappingReader reader, String key) {
    return reader
        .requireScalar(key)
        .flatMap(scalar -> duration(scalar, findings))
        .orElse(Duration.ZERO);
  }

  /** The duration of a key with a default; zero when it is faulty. */
  Duration get(MappingReader reader, String key) {
    return find(reader, key).orElse(Duration.ZERO);
  }

  static Optional<Duration> duration(Scalar scalar, Findings findings) {
    OptionalDouble seconds =
        Quantity.parse(Dimension.DURATION, scalar.text(), scalar.position(), findings);
    if (seconds.isEmpty()) {
      return Optional.empty();
    }
    if (seconds.getAsDouble() > LONGEST.toSeconds()) {
      tooLong(scalar, findings);
      return Optional.empty();
    }
    return Optional.of(Duration.ofMillis(Math.round(seconds.getAsDouble() * 1000)));
  }

  private static void tooLong(Scalar scalar, Findings findings) {
    findings.error(
        "out-of-range",
        scalar.position(),
        "The duration '" + scalar.text() + "' is longer than a century.",
        "");
  }

  /** The term of a key; empty when it is missing or faulty. */
  Optional<Term> findTerm(MappingReader reader, String key) {
    return reader.findScalar(key).flatMap(this::term);
  }

  /** The term that a text holds; empty when it is faulty. */
  Optional<Term> term(Scalar written) {
    return Quantity.parseTerm(written.text(), written.position(), findings);
  }

  /** The point in time of a key: a date and time, or a date for its beginning. */
  Optional<Instant> findDate(MappingReader reader, String key) {
    return reader.findScalar(key).flatMap(this::date);
  }

  /** The point in time of a key: as {@link #findDate}, or a calendar period from the start on. */
  Optional<Instant> findMoment(MappingReader reader, String key) {
    Optional<Scalar> scalar = reader.findScalar(key);
    if (scalar.isPresent() && scalar.get().text().matches("\\d+\\s*[a-z]+")) {
      return Quantity.parsePeriod(scalar.get().text(), scalar.get().position(), findings)
          .map(period -> start.plus(period).toInstant());
    }
    return scalar.flatMap(this::date);
  }

  private Optional<Instant> date(Scalar scalar) {
    String text = scalar.text();
    try {
      OffsetDateTime time =
          text.length() == 10
              ? LocalDate.parse(text).atStartOfDay().atOffset(start.getOffset())
              : OffsetDateTime.parse(text);
      return inRange(time, scalar.position(), findings).map(OffsetDateTime::toInstant);
    } catch (DateTimeException e) {
      notATime(scalar, findings);
      return Optional.empty();
    }
  }

  /** The date and time that a scenario starts at. */
  static Optional<OffsetDateTime> start(Scalar scalar, Findings findings) {
    try {
      return inRange(OffsetDateTime.parse(scalar.text()), scalar.position(), findings);
    } catch (DateTimeException e) {
      notATime(scalar, findings);
      return Optional.empty();
    }
  }

  private static void notATime(Scalar scalar, Findings findings) {
    findings.error(
        "not-a-time",
        scalar.position(),
        "A date and time can't be read from " + scalar.described() + ".",
        "Write it with its offset, for instance 2025-02-28T23:50:00+08:00.");
  }

  private static Optional<OffsetDateTime> inRange(
      OffsetDateTime time, Position position, Findings findings) {
    if (time.getYear() >= FIRST_YEAR && time.getYear() <= LAST_YEAR) {
      return Optional.of(time);
    }
    findings.error("out-of-range", position, "The year " + time.getYear() + " is too far.", "");
    return Optional.empty();
  }
}
