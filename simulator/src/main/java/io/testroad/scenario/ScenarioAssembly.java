package io.testroad.scenario;

import io.testroad.demand.Demand;
import io.testroad.demand.SumoConfiguration;
import io.testroad.engine.Clock;
import io.testroad.engine.Facts;
import io.testroad.engine.WorkingCalendar;
import io.testroad.finding.Findings;
import io.testroad.incident.ScenesSpec;
import io.testroad.network.Network;
import io.testroad.network.VehicleClass;
import io.testroad.network.Zone;
import io.testroad.policy.Policy;
import io.testroad.safety.ConflictRules;
import io.testroad.sensing.CallersSpec;
import io.testroad.vehicle.OperatorSpec;
import io.testroad.yaml.MappingReader;
import io.testroad.yaml.Node;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Puts a scenario together, part by part, in the order in which the parts need one another. */
final class ScenarioAssembly {

  private final Path file;
  private final Findings findings;
  private final InputFiles files;

  ScenarioAssembly(Path file, InputFiles files, Findings findings) {
    this.file = file;
    this.findings = findings;
    this.files = files;
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
            policy.given(),
            findings);
    Set<String> types = new TreeSet<>(new TypesReader(reading.types(), findings).read(root));
    ZonesReader zonesReader = new ZonesReader(reading);
    SortedMap<String, Zone> zones = zonesReader.read(root);
    WorkingCalendar calendar =
        new HolidaysReader(findings).read(root.findScalar("holidays").flatMap(files::find));
    AuthoritiesReader authorities = new AuthoritiesReader(reading);
    authorities.read(root);
    CentresReader centres = new CentresReader(reading, files, zones);
    centres.read(root);
    FleetsReader fleets =
        new FleetsReader(
            reading,
            new FleetsReader.Setting(
                zones,
                zonesReader.grounds(),
                policy,
                given(root, reading),
                calendar,
                centres.main()),
            authorities.platePrefix());
    fleets.read(root);
    SensorsReader sensors = new SensorsReader(reading, centres.main(), authorities.platePrefix());
    sensors.read(root);
    List<RegisteredVehicle> vehicles = new ArrayList<>(fleets.vehicles());
    vehicles.addAll(centres.vehicles());
    vehicles.addAll(fleets.rescueVehicles());
    types.addAll(fleets.furtherTypes());
    centres.add(fleets.rescueDesks());
    vehicles.forEach(vehicle -> types.add(vehicle.type()));
    Demand demand = new TrafficReader(reading, files, zones, head.sumo()).read(root, bare, types);
    ConflictRules conflicts = new ConflictsReader(new PositiveQuantities(findings)).read(root);
    Optional<Network> network = bare.map(n -> n.withPrograms(demand.programs()));
    Reading programmed = reading.with(new Roads(network.orElse(null), findings));
    var signals = new SignalsReader(programmed).read(root, network);
    CallersSpec callers = new CallersReader(programmed, centres.main()).read(root);
    ScenesSpec scenes = new HazardsReader(programmed).read(root, sensors, callers, fleets.icvs());
    ExpectReader expect = new ExpectReader(programmed);
    Cast cast =
        new Cast(
            zones,
            classes(fleets, reading),
            vehiclesOf(fleets),
            fleets.operators(),
            centres.main(),
            sensors.ids());
    ScriptReader scriptReader = new ScriptReader(programmed, cast, expect);
    List<Scripted> script = scriptReader.read(root);
    List<Expectation> expectations = expect.read(root);
    List<RulingCase> rulings =
        new RulingsReader(
                reading, policy, fleets.operators().stream().map(OperatorSpec::fleet).toList())
            .read(root);
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
                authorities.specs(fleets.operators(), calendar),
                signals,
                centres.centres(sensors.sensors(), fleets.operators()),
                scenes,
                calendar,
                sensors.platform(),
                sensors.sensors(),
                sensors.checkpoints(),
                callers,
                conflicts,
                script,
                scriptReader.conditionals(),
                expectations,
                rulings,
                resolved,
                files.inputs()));
  }

  private static Facts given(MappingReader root, Reading reading) {
    return root.findMapping("given")
        .map(section -> reading.given(section.mapping()))
        .orElse(Facts.empty());
  }

  private static long lastTick(HeadReader head) {
    return head.end().map((Duration end) -> head.clock().ticksCovering(end)).orElse(Clock.NEVER);
  }

  private static SortedMap<String, List<String>> vehiclesOf(FleetsReader fleets) {
    SortedMap<String, List<String>> vehicles = new TreeMap<>();
    fleets.operators().forEach(operator -> vehicles.put(operator.fleet(), operator.vehicles()));
    return vehicles;
  }

  private static SortedMap<String, VehicleClass> classes(FleetsReader fleets, Reading reading) {
    SortedMap<String, VehicleClass> classes = new TreeMap<>();
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
