package io.testroad.scenario;

import io.testroad.demand.Demand;
import io.testroad.demand.SumoConfiguration;
import io.testroad.engine.Clock;
import io.testroad.finding.Findings;
import io.testroad.incident.CentreSpec;
import io.testroad.network.Edge;
import io.testroad.network.Network;
import io.testroad.network.VehicleClass;
import io.testroad.network.Zone;
import io.testroad.permit.AuthoritySpec;
import io.testroad.policy.Policy;
import io.testroad.safety.ConflictRules;
import io.testroad.sensing.SensorSpec;
import io.testroad.yaml.MappingReader;
import io.testroad.yaml.Node;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Puts a scenario together, part by part, in the order in which the parts need one another. */
final class ScenarioAssembly {

  private static final List<String> EXPRESSWAYS = List.of("motorway", "expressway");

  private final Path file;
  private final Findings findings;
  private final InputFiles files;

  ScenarioAssembly(Path file, Findings findings) {
    this.file = file;
    this.findings = findings;
    files = new InputFiles(file, findings);
  }

  Optional<Scenario> read(Node written) {
    Optional<MappingReader> top = MappingReader.of(written, "a scenario", findings);
    if (top.isEmpty()) {
      return Optional.empty();
    }
    HeadReader head = new HeadReader(file, files, findings);
    Node resolved = head.resolve(Defaults.fill(written, ScenarioForms.ROOT));
    MappingReader root = MappingReader.of(resolved, "a scenario", findings).orElseThrow();
    Optional<Network> network = head.readNetwork(root);
    Optional<Policy> policy = head.readPolicy(root);
    head.read(root);
    Optional<Scenario> scenario =
        parts(root, head, network, policy.orElse(Policy.none()), resolved);
    root.finish();
    return scenario;
  }

  private Optional<Scenario> parts(
      MappingReader root, HeadReader head, Optional<Network> bare, Policy policy, Node resolved) {
    Reading reading =
        new Reading(
            head.clock(),
            new Spans(head.start(), findings),
            head.end(),
            head.seed(),
            new Roads(bare.orElse(null), findings),
            new TypeTable(findings),
            new Names(findings),
            findings);
    Set<String> types = new TreeSet<>(new TypesReader(reading.types(), findings).read(root));
    SortedMap<String, Zone> zones = new ZonesReader(reading).read(root);
    List<AuthoritySpec> authorities = new AuthoritiesReader(reading).read(root);
    FleetsReader fleets =
        new FleetsReader(reading, zones, expressways(bare), authorities.get(1).platePrefix());
    fleets.read(root);
    CentreReader centreReader = new CentreReader(reading);
    CentreSpec centre = centreReader.readCentre(root);
    List<SensorSpec> sensors = centreReader.readSensors(root);
    List<RegisteredVehicle> vehicles = new ArrayList<>(fleets.vehicles());
    vehicles.addAll(centreReader.vehicles());
    vehicles.forEach(vehicle -> types.add(vehicle.type()));
    Demand demand = new TrafficReader(reading, files, zones, head.sumo()).read(root, bare, types);
    ConflictRules conflicts = new ConflictsReader(new PositiveQuantities(findings)).read(root);
    Optional<Network> network = bare.map(n -> n.withPrograms(demand.programs()));
    Reading programmed = reading.with(new Roads(network.orElse(null), findings));
    var signals = new SignalsReader(programmed).read(root, network);
    ExpectReader expect = new ExpectReader(programmed);
    ScriptReader scriptReader = new ScriptReader(programmed, classes(fleets, reading), expect);
    List<Scripted> script = scriptReader.read(root);
    List<Expectation> expectations = expect.read(root);
    return network.map(
        roads ->
            new Scenario(
                head.name(),
                file,
                head.seed(),
                head.clock(),
                lastTick(head),
                head.end().isEmpty(),
                roads,
                demand,
                vehicles,
                policy,
                fleets.icvs(),
                fleets.operators(),
                authorities,
                signals,
                List.of(centre),
                sensors,
                conflicts,
                script,
                scriptReader.conditionals(),
                expectations,
                resolved,
                files.inputs()));
  }

  private static long lastTick(HeadReader head) {
    return head.end().map((Duration end) -> head.clock().ticksCovering(end)).orElse(Clock.NEVER);
  }

  private static Set<String> expressways(Optional<Network> network) {
    Set<String> expressways = new TreeSet<>();
    for (Edge edge : network.map(Network::edges).orElse(List.of())) {
      if (EXPRESSWAYS.stream().anyMatch(edge.type()::contains)) {
        expressways.add(edge.id());
      }
    }
    return expressways;
  }

  private static Map<String, VehicleClass> classes(FleetsReader fleets, Reading reading) {
    Map<String, VehicleClass> classes = new TreeMap<>();
    for (RegisteredVehicle vehicle : fleets.vehicles()) {
      VehicleClass vehicleClass =
          reading
              .types()
              .get(vehicle.type())
              .map(t -> t.vehicleClass())
              .orElse(VehicleClass.PASSENGER);
      classes.put(vehicle.name(), vehicleClass);
    }
    return classes;
  }

  /** The SUMO configuration's settings that matter to the head. */
  static Optional<Duration> end(SumoConfiguration sumo) {
    return sumo.endMs() < 0
        ? Optional.empty()
        : Optional.of(Duration.ofMillis(Math.max(0, sumo.endMs() - sumo.beginMs())));
  }
}
