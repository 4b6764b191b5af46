package io.testroad.scenario;

import io.testroad.network.Zone;
import io.testroad.yaml.Mapping;
import io.testroad.yaml.MappingReader;
import io.testroad.yaml.Scalar;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reads a scenario's zones. */
final class ZonesReader {

  private final Reading reading;
  private final SortedMap<String, Zone> zones = new TreeMap<>();

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
                  () -> zones.put(entry.key(), new Zone(entry.key(), entry.key(), Set.of())));
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
    reader.finish();
    return new Zone(name, label, roads);
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
