package io.testroad.scenario;

import io.testroad.engine.AgentId;
import io.testroad.network.Zone;
import io.testroad.vehicle.IcvSpec;
import io.testroad.yaml.MappingReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes the vehicles of a fleet, which are all alike but for name and plate. */
final class VehicleMaker {

  private final Reading reading;
  private final Zone zone;
  private final Set<String> expressways;
  private final Papers papers;

  VehicleMaker(Reading reading, Zone zone, Set<String> expressways, Papers papers) {
    this.reading = reading;
    this.zone = zone;
    this.expressways = expressways;
    this.papers = papers;
  }

  List<IcvSpec> make(String fleet, List<String> names, int seats, MappingReader reader) {
    int level = reader.findLong("ads-level", 3, 5).orElse(4L).intValue();
    String stage = reader.findChoice("stage", same(FleetForms.STAGES)).orElse("road-test");
    double each = seats == 0 ? 0 : (double) names.size() / seats;
    IcvSpec.Driver driver = driver(reader.findMapping("safety-driver"), each);
    List<IcvSpec> icvs = new ArrayList<>();
    for (String name : names) {
      icvs.add(
          new IcvSpec(
              name,
              AgentId.of("operator", fleet),
              AuthoritiesReader.POLICE,
              CentreReader.PLATFORM,
              level,
              stage,
              zone,
              expressways,
              papers.plateOf(name),
              papers.permitUntil(),
              papers.insurance(),
              papers.recorder(),
              driver));
    }
    return icvs;
  }

  private IcvSpec.Driver driver(Optional<MappingReader> reader, double vehiclesPerSeat) {
    String place =
        reader.flatMap(r -> r.findChoice("place", same(FleetForms.PLACES))).orElse("on-board");
    Duration reaction = positive(reader, "reaction");
    Duration lead = positive(reader, "lead");
    double experience = reader.flatMap(r -> r.findDouble("experience", 0, 80)).orElse(0.0);
    Duration rest = positive(reader, "rest");
    reader.ifPresent(MappingReader::finish);
    return new IcvSpec.Driver(place, reaction, lead, experience, rest, vehiclesPerSeat);
  }

  private Duration positive(Optional<MappingReader> reader, String key) {
    Duration duration = reader.map(r -> reading.spans().get(r, key)).orElse(Duration.ZERO);
    return duration.toMillis() > 0 ? duration : Duration.ofMillis(1);
  }

  /** Words as choices of themselves. */
  static Map<String, String> same(List<String> words) {
    Map<String, String> same = new LinkedHashMap<>();
    words.forEach(word -> same.put(word, word));
    return same;
  }
}
