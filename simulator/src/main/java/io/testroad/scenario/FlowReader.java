package io.testroad.scenario;

import io.testroad.demand.VehicleType;
import io.testroad.network.Zone;
import io.testroad.units.Dimension;
import io.testroad.yaml.MappingReader;
import io.testroad.yaml.Scalar;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;

/** Reads flows. */
final class FlowReader {

  private final Reading reading;
  private final SortedMap<String, Zone> zones;
  private final Names names;

  FlowReader(Reading reading, SortedMap<String, Zone> zones, Names names) {
    this.reading = reading;
    this.zones = zones;
    this.names = names;
  }

  Optional<Flow> read(MappingReader reader) {
    Optional<String> name = Names.require(reader, "flow", reading.findings());
    List<Integer> from = ends(reader, "from");
    List<Integer> to = ends(reader, "to");
    reader.require("rate");
    OptionalDouble rate = reader.findQuantity("rate", Dimension.RATE);
    Duration begin = reading.spans().get(reader, "begin");
    Optional<Duration> end = reading.spans().find(reader, "end");
    Optional<VehicleType> type =
        reader
            .findScalar("type")
            .flatMap(written -> reading.types().find(written.text(), written.position()));
    reader.finish();
    if (end.isEmpty() && !reader.has("end") && reading.end().isEmpty()) {
      reading
          .findings()
          .error(
              "flow-without-end",
              reader.position(),
              "The run lasts until the roads are empty, and the flow never ends.",
              "Give the flow an 'end', or the scenario a 'duration'.");
    }
    boolean sound = rate.isPresent() && !from.isEmpty() && !to.isEmpty() && type.isPresent();
    if (name.isEmpty() || !names.take(name.get(), "a flow", reader.position()) || !sound) {
      return Optional.empty();
    }
    return Optional.of(
        new Flow(
            name.get(), reader.position(), from, to, rate.getAsDouble(), begin, end, type.get()));
  }

  private List<Integer> ends(MappingReader reader, String key) {
    reader.require(key);
    List<Scalar> patterns = new ArrayList<>();
    Set<Integer> roads = new TreeSet<>();
    for (Scalar written : Names.texts(reader, key, reading.findings())) {
      Zone zone = zones.get(written.text());
      if (zone == null) {
        patterns.add(written);
      } else {
        zone.roads()
            .forEach(
                road ->
                    reading
                        .roads()
                        .find(Scalar.plain(road, written.position()))
                        .ifPresent(roads::add));
      }
    }
    roads.addAll(reading.roads().match(patterns));
    return List.copyOf(roads);
  }
}
