package io.testroad.scenario;

import io.testroad.engine.AgentId;
import io.testroad.network.VehicleClass;
import io.testroad.network.Zone;
import io.testroad.sensing.PlatformSpec;
import io.testroad.vehicle.Fallback;
import io.testroad.vehicle.IcvSpec;
import io.testroad.vehicle.OperatorSpec;
import io.testroad.yaml.MappingReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/** Makes the vehicles of a fleet, which are all alike but for name and plate. */
final class VehicleMaker {

  private final Reading reading;
  private final Zone zone;
  private final SortedMap<String, Zone> zones;
  private final VehicleClass vehicleClass;
  private final Papers papers;
  private final Fallback fallback;

  VehicleMaker(
      Reading reading,
      Zone zone,
      SortedMap<String, Zone> zones,
      VehicleClass vehicleClass,
      Papers papers,
      Fallback fallback) {
    this.reading = reading;
    this.zone = zone;
    this.zones = zones;
    this.vehicleClass = vehicleClass;
    this.papers = papers;
    this.fallback = fallback;
  }

  List<IcvSpec> make(
      String fleet, List<String> names, OperatorSpec operator, MappingReader reader) {
    IcvSpec.Make make =
        new IcvSpec.Make(
            reader.findLong("ads-level", 2, 5).orElse(4L).intValue(),
            vehicleClass,
            reader.findLong("seats", 1, 300).orElse(4L).intValue(),
            reader.findText("software").orElse(""));
    String stage = reader.findChoice("stage", same(FleetForms.STAGES)).orElse("road-test");
    String crew = reader.findChoice("crew", same(FleetForms.CREWS)).orElse("on-board");
    int seats = operator.remote().seats();
    double each = seats == 0 ? 0 : (double) names.size() / seats;
    IcvSpec.Driver driver = driver(reader.findMapping("safety-driver"), each);
    List<IcvSpec> icvs = new ArrayList<>();
    for (String name : names) {
      icvs.add(
          new IcvSpec(
              name,
              AgentId.of("operator", fleet),
              AuthoritiesReader.POLICE,
              PlatformSpec.ID,
              make,
              stage,
              crew,
              zone,
              zones,
              papers.plateOf(name),
              papers.painted(),
              papers.permitUntil(),
              papers.insurance(),
              papers.recorder(),
              driver,
              operator.given(),
              operator.conduct().heedsRefusals(),
              fallback.telling(operator.listens())));
    }
    return icvs;
  }

  private IcvSpec.Driver driver(Optional<MappingReader> reader, double vehiclesPerSeat) {
    String place =
        reader.flatMap(r -> r.findChoice("place", same(FleetForms.PLACES))).orElse("on-board");
    Duration reaction = positive(reader, "reaction");
    Duration lead = positive(reader, "lead");
    reader.ifPresent(r -> r.find("reaction-deviation")); // which the setbacks' reader reads
    reader.ifPresent(r -> r.find("late"));
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
