package io.testroad.scenario;

import io.testroad.network.Zone;
import io.testroad.units.Dimension;
import io.testroad.vehicle.OperatorSpec;
import io.testroad.yaml.Mapping;
import io.testroad.yaml.MappingReader;
import io.testroad.yaml.Scalar;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reads a scenario's zones. */
final class ZonesReader {

  private final Reading reading;
  private final SortedMap<String, Zone> zones = new TreeMap<>();
  private final SortedMap<String, OperatorSpec.Ground> grounds = new TreeMap<>();

  ZonesReader(Reading reading) {
    this.reading = reading;
  }

  /** The zones by name. */
  SortedMap<String, Zone> read(MappingReader root) {
    Optional<MappingReader> section = root.findMapping("zones");
    if (section.isPresent()) {
      for (Mapping.Entry entry : section.get().mapping().entries()) {
        if (Names.check(entry, reading.findings())) {
          MappingReader.of(entry.value(), ScenarioForms.ZONE.what(), reading.findings())
              .ifPresentOrElse(
                  reader -> zones.put(entry.key(), zone(entry.key(), reader)),
                  () -> zones.put(entry.key(), Zone.of(entry.key(), entry.key(), Set.of())));
        }
      }
    }
    return zones;
  }

  private Zone zone(String name, MappingReader reader) {
    String label = reader.findText("label").orElse(name);
    reader.require("roads");
    Set<String> roads = new TreeSet<>();
    reading
        .roads()
        .match(Names.texts(reader, "roads", reading.findings()))
        .forEach(edge -> roads.add(reading.roads().id(edge)));
    OptionalDouble length = reader.findQuantity("length", Dimension.DISTANCE);
    List<Zone.Hours> hours = new ArrayList<>();
    Names.texts(reader, "hours", reading.findings())
        .forEach(written -> hours(written).ifPresent(hours::add));
    reader.finish();
    grounds.put(name, ground(name, roads, length));
    return new Zone(name, label, roads, hours);
  }

  private Optional<Zone.Hours> hours(Scalar written) {
    String[] ends = written.text().split("-", -1);
    if (ends.length == 2) {
      try {
        LocalTime from = LocalTime.parse(ends[0].strip());
        LocalTime until = LocalTime.parse(ends[1].strip());
        if (!from.equals(until)) {
          return Optional.of(new Zone.Hours(from, until));
        }
      } catch (DateTimeParseException e) {
        // reported below
      }
    }
    reading
        .findings()
        .error(
            "bad-hours",
            written.position(),
            "'" + written.text() + "' is no time of day.",
            "Write the first and the last time of day, for instance 09:00-17:00.");
    return Optional.empty();
  }

  /** A zone as the books need it; its roads are stretched to the length that it is said to have. */
  private OperatorSpec.Ground ground(String name, Set<String> roads, OptionalDouble length) {
    SortedMap<String, Double> lengths = new TreeMap<>();
    double total = 0;
    double limits = 0;
    double expressways = 0;
    for (String road : roads) {
      int edge = reading.roads().indexOf(road).orElse(-1);
      if (edge >= 0) {
        double metres = reading.roads().lengthM(edge);
        lengths.put(road, metres);
        total += metres;
        limits += metres * reading.roads().speedLimitMps(edge);
        expressways += reading.roads().isExpressway(edge) ? metres : 0;
      }
    }
    if (length.isPresent() && total > 0) {
      double stretch = length.getAsDouble() / total;
      lengths.replaceAll((road, metres) -> metres * stretch);
    }
    return new OperatorSpec.Ground(
        name, lengths, 2 * expressways > total, total == 0 ? 0 : limits / total);
  }

  /** The zones as the books need them, by name; after {@link #read}. */
  SortedMap<String, OperatorSpec.Ground> grounds() {
    return grounds;
  }

  /** A zone that must exist; otherwise a finding {@code unknown-zone}. */
  static Optional<Zone> find(SortedMap<String, Zone> zones, Scalar written, Reading reading) {
    Zone zone = zones.get(written.text());
    if (zone == null) {
      reading
          .findings()
          .error(
              "unknown-zone",
              written.position(),
              "There is no zone '" + written.text() + "'.",
              MappingReader.meant(written.text(), zones.keySet()));
    }
    return Optional.ofNullable(zone);
  }
}
