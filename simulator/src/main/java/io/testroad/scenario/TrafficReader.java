package io.testroad.scenario;

import io.testroad.demand.Demand;
import io.testroad.demand.Departure;
import io.testroad.demand.SumoConfiguration;
import io.testroad.demand.SumoDemandReader;
import io.testroad.demand.VehicleType;
import io.testroad.network.Network;
import io.testroad.network.Zone;
import io.testroad.yaml.Mapping;
import io.testroad.yaml.MappingReader;
import io.testroad.yaml.Node;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reads the background traffic. */
final class TrafficReader {

  private static final int MOST_DEPARTURES = 5_000_000;

  private final Reading reading;
  private final InputFiles files;
  private final SortedMap<String, Zone> zones;
  private final Optional<SumoConfiguration> sumo;
  private final List<Path> demandFiles = new ArrayList<>();
  private final List<Flow> flows = new ArrayList<>();
  private final Names names;

  TrafficReader(
      Reading reading,
      InputFiles files,
      SortedMap<String, Zone> zones,
      Optional<SumoConfiguration> sumo) {
    this.reading = reading;
    this.files = files;
    this.zones = zones;
    this.sumo = sumo;
    names = new Names(reading.findings());
  }

  /**
   * The demand.
   *
   * @param further ids of types that must be in it besides those that its departures have
   */
  Demand read(MappingReader root, Optional<Network> network, Set<String> further) {
    sumo.ifPresent(configuration -> demandFiles.addAll(configuration.demandFiles()));
    root.list("traffic").forEach(this::source);
    Demand read = network.isEmpty() ? Demand.none() : fromFiles(network.get());
    SortedMap<String, VehicleType> own = new TreeMap<>();
    further.forEach(id -> reading.types().get(id).ifPresent(type -> own.put(id, type)));
    flows.forEach(flow -> own.put(flow.type().id(), flow.type()));
    return merge(read, List.copyOf(own.values()));
  }

  private void source(Node node) {
    if (!(node instanceof Mapping mapping)) {
      MappingReader.of(node, "traffic", reading.findings());
    } else if (mapping.find("flow").isPresent()) {
      MappingReader.of(node, ScenarioForms.FLOW.what(), reading.findings())
          .flatMap(reader -> new FlowReader(reading, zones, names).read(reader))
          .ifPresent(flows::add);
    } else if (mapping.find("routes").isPresent()) {
      MappingReader.of(node, ScenarioForms.ROUTES.what(), reading.findings())
          .ifPresent(
              reader -> {
                reader.requireScalar("routes").flatMap(files::find).ifPresent(demandFiles::add);
                reader.finish();
              });
    } else if (mapping.find("sumo").isEmpty()) { // that was read before
      reading
          .findings()
          .error(
              "unknown-traffic",
              node.position(),
              "Traffic is a flow, a route file or a SUMO configuration.",
              "Begin it with one of the keys flow, routes, sumo.");
    }
  }

  private Demand fromFiles(Network network) {
    if (demandFiles.isEmpty()) {
      return Demand.none();
    }
    demandFiles.forEach(files::add);
    long beginMs = sumo.map(SumoConfiguration::beginMs).orElse(0L);
    long endMs = reading.end().map(end -> end.toMillis() + beginMs).orElse(-1L);
    Demand read =
        SumoDemandReader.read(
            demandFiles,
            network,
            reading.seed(),
            endMs,
            (from, to, vehicleClass) -> reading.roads().way(from, to, vehicleClass),
            reading.findings());
    return read.beginningAt(beginMs);
  }

  private Demand merge(Demand read, List<VehicleType> own) {
    List<VehicleType> types = new ArrayList<>(read.types());
    Map<String, Integer> indices = new TreeMap<>();
    Set<String> known = new TreeSet<>();
    types.forEach(type -> known.add(type.id()));
    for (VehicleType type : own) {
      if (known.contains(type.id())) {
        reading
            .findings()
            .error(
                "duplicate-name",
                files.position(),
                "The vehicle type '" + type.id() + "' comes from a route file too.",
                "Give one of the two another id.");
      }
      indices.put(type.id(), types.size());
      types.add(type);
    }
    List<Departure> departures = new ArrayList<>(read.departures());
    Duration lasting = reading.end().orElse(Duration.ZERO);
    for (Flow flow : flows) {
      int room = MOST_DEPARTURES - departures.size();
      int index = indices.getOrDefault(flow.type().id(), 0);
      List<Departure> made =
          new FlowDepartures(flow, index, reading).make(flow.end().orElse(lasting), room);
      departures.addAll(made);
    }
    departures.sort(Comparator.comparingLong(Departure::departMs));
    takeNames(departures);
    return new Demand(types, departures, read.programs());
  }

  private void takeNames(List<Departure> departures) {
    for (Departure departure : departures) {
      reading.vehicles().take(departure.vehicle(), Reading.BACKGROUND, files.position());
    }
  }
}
