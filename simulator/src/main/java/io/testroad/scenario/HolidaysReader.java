package io.testroad.scenario;

import io.testroad.engine.WorkingCalendar;
import io.testroad.finding.Findings;
import io.testroad.finding.Position;
import io.testroad.yaml.MappingReader;
import io.testroad.yaml.Node;
import io.testroad.yaml.Scalar;
import io.testroad.yaml.YamlReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads files of public holidays.
 *
 * <p>Errors: those of {@link YamlReader} and {@link MappingReader}, and {@code not-a-date}, {@code
 * not-a-time}, {@code holidays-contradict}.
 */
final class HolidaysReader {

  private static final String CHINA = "holidays-china.yaml";
  private static final long VERSION = 1;
  private static final int MOST_DAYS = 366;

  private final Findings findings;

  HolidaysReader(Findings findings) {
    this.findings = findings;
  }

  /** The calendar of a file, or China's where none is named. */
  WorkingCalendar read(Optional<Path> file) {
    Optional<Node> root =
        file.isPresent()
            ? YamlReader.read(file.get(), findings)
            : YamlReader.parse(china(), CHINA, findings);
    return root.flatMap(node -> MappingReader.of(node, "a file of holidays", findings))
        .map(this::calendar)
        .orElse(WorkingCalendar.PLAIN);
  }

  private static String china() {
    try (InputStream in = HolidaysReader.class.getResourceAsStream(CHINA)) {
      if (in == null) {
        throw new IllegalStateException(CHINA + " is missing from the program");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(CHINA + " can't be read", e);
    }
  }

  private WorkingCalendar calendar(MappingReader reader) {
    if (reader.require("testroad-holidays").isPresent()) {
      reader.findLong("testroad-holidays", VERSION, VERSION);
    }
    reader.find("name");
    reader.find("source");
    LocalTime opens = time(reader, "opens", WorkingCalendar.PLAIN.opens());
    LocalTime closes = time(reader, "closes", WorkingCalendar.PLAIN.closes());
    reader.require("holidays");
    Set<LocalDate> holidays = days(reader, "holidays");
    Set<LocalDate> worked = days(reader, "worked");
    reader.finish();
    try {
      return new WorkingCalendar(holidays, worked, opens, closes);
    } catch (IllegalArgumentException contradiction) {
      findings.error(
          "holidays-contradict",
          reader.position(),
          "The holidays contradict themselves: " + contradiction.getMessage() + ".",
          "Take the day out of one of the lists.");
      return WorkingCalendar.PLAIN;
    }
  }

  private LocalTime time(MappingReader reader, String key, LocalTime otherwise) {
    Optional<Scalar> written = reader.findScalar(key);
    if (written.isEmpty()) {
      return otherwise;
    }
    return DutyReader.timeOfDay(written.get(), findings).orElse(otherwise);
  }

  private Set<LocalDate> days(MappingReader reader, String key) {
    Set<LocalDate> days = new TreeSet<>();
    for (Node item : reader.list(key)) {
      if (item instanceof Scalar scalar) {
        add(scalar, days);
      } else {
        fault(item.position(), item.described());
      }
    }
    return days;
  }

  private void add(Scalar written, Set<LocalDate> days) {
    String[] ends = written.text().split("\\.\\.", -1);
    try {
      LocalDate first = LocalDate.parse(ends[0].strip());
      LocalDate last = ends.length == 2 ? LocalDate.parse(ends[1].strip()) : first;
      if (ends.length > 2 || last.isBefore(first) || first.plusDays(MOST_DAYS).isBefore(last)) {
        fault(written.position(), written.described());
        return;
      }
      for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
        days.add(day);
      }
    } catch (DateTimeException e) {
      fault(written.position(), written.described());
    }
  }

  private void fault(Position position, String described) {
    findings.error(
        "not-a-date",
        position,
        "A day can't be read from " + described + ".",
        "Write 2025-10-01, or 2025-10-01..2025-10-08 for days in a row.");
  }
}
