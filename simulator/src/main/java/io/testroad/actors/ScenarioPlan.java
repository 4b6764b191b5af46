package io.testroad.actors;

import io.testroad.engine.Agent;
import io.testroad.engine.AgentId;
import io.testroad.engine.Clock;
import io.testroad.engine.Event;
import io.testroad.engine.EventType;
import io.testroad.engine.Facts;
import io.testroad.engine.Letter;
import io.testroad.engine.RandomStream;
import io.testroad.incident.CentreAgent;
import io.testroad.incident.CentreSpec;
import io.testroad.incident.FundAgent;
import io.testroad.incident.FundSpec;
import io.testroad.incident.NetworkRoads;
import io.testroad.incident.ScenesAgent;
import io.testroad.incident.ScenesSpec;
import io.testroad.incident.UnitAgent;
import io.testroad.incident.UnitSpec;
import io.testroad.incident.UnitWays;
import io.testroad.intersection.SignalAgent;
import io.testroad.network.RoadGraph;
import io.testroad.permit.AuthorityAgent;
import io.testroad.protocol.IncidentLetter;
import io.testroad.protocol.SceneLetter;
import io.testroad.scenario.Addressed;
import io.testroad.scenario.Scenario;
import io.testroad.scenario.Scripted;
import io.testroad.sensing.CallersAgent;
import io.testroad.sensing.CheckpointAgent;
import io.testroad.sensing.CheckpointSpec;
import io.testroad.sensing.PlatformAgent;
import io.testroad.sensing.SensorAgent;
import io.testroad.traffic.Partition;
import io.testroad.traffic.Region;
import io.testroad.traffic.Traffic;
import io.testroad.traffic.VehicleRegister;
import io.testroad.vehicle.IcvAgent;
import io.testroad.vehicle.IcvSpec;
import io.testroad.vehicle.NetworkMap;
import io.testroad.vehicle.OperatorAgent;
import io.testroad.vehicle.RoadMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A scenario in the terms of a run: regions, agents, what the script does, who sees what. */
final class ScenarioPlan {

  private final Scenario scenario;
  private final RunOptions options;
  private final List<Agent<?>> agents;
  private final Set<AgentId> ids = new TreeSet<>();

  private ScenarioPlan(Scenario scenario, RunOptions options) {
    this.scenario = scenario;
    this.options = options;
    agents = makeAgents();
    agents.forEach(agent -> ids.add(agent.id()));
  }

  /** The plan of a run. */
  static ScenarioPlan of(Scenario scenario, RunOptions options) {
    return new ScenarioPlan(scenario, options);
  }

  private List<Agent<?>> makeAgents() {
    List<Agent<?>> made = new ArrayList<>();
    RoadGraph graph = RoadGraph.of(scenario.network());
    RoadMap map = new NetworkMap(scenario.network(), graph, checkpointsByRoad());
    for (IcvSpec spec : scenario.icvs()) {
      made.add(new IcvAgent(spec, map, scenario.policy(), stream("reaction", spec.id())));
    }
    scenario
        .operators()
        .forEach(
            spec ->
                made.add(
                    new OperatorAgent(
                        spec,
                        scenario.policy(),
                        stream("remote-service", spec.id()),
                        stream("calendar", spec.id()))));
    scenario.authorities().forEach(spec -> made.add(new AuthorityAgent(spec, scenario.policy())));
    scenario.signals().forEach(spec -> made.add(new SignalAgent(spec)));
    made.add(new PlatformAgent(scenario.platform(), stream("detection", scenario.platform().id())));
    scenario
        .sensors()
        .forEach(spec -> made.add(new SensorAgent(spec, stream("detection", spec.id()))));
    scenario
        .checkpoints()
        .forEach(spec -> made.add(new CheckpointAgent(spec, stream("plate-reading", spec.id()))));
    made.add(new CallersAgent(scenario.callers(), stream("calls", scenario.callers().id())));
    ScenesSpec scenes = scenario.scenes();
    made.add(
        new ScenesAgent(
            scenes, NetworkRoads.of(scenario.network()), stream("scenes", scenes.id())));
    made.add(new FundAgent(new FundSpec(scenario.calendar())));
    UnitWays ways = new UnitWays(scenario.network(), graph);
    for (CentreSpec centre : scenario.centres()) {
      made.add(new CentreAgent(centre, scenario.network(), graph));
      for (UnitSpec unit : centre.units()) {
        made.add(new UnitAgent(unit, ways, stream("work", unit.id())));
      }
    }
    return List.copyOf(made);
  }

  private SortedMap<String, List<AgentId>> checkpointsByRoad() {
    SortedMap<String, List<AgentId>> byRoad = new TreeMap<>();
    for (CheckpointSpec spec : scenario.checkpoints()) {
      spec.roads()
          .forEach(road -> byRoad.computeIfAbsent(road, r -> new ArrayList<>()).add(spec.id()));
    }
    return byRoad;
  }

  private RandomStream stream(String name, AgentId agent) {
    return RandomStream.of(scenario.seed(), name, agent.value());
  }

  /** The scenario. */
  Scenario scenario() {
    return scenario;
  }

  Clock clock() {
    return scenario.clock();
  }

  /** Interval between samples of all vehicles, ms; 0: none. */
  long samplingMs() {
    return options.sampling().toMillis();
  }

  /** The kernel's regions, as many as threads. */
  List<Region> regions() {
    List<VehicleRegister.Registered> further =
        scenario.vehicles().stream()
            .map(vehicle -> new VehicleRegister.Registered(vehicle.name(), vehicle.type()))
            .toList();
    Traffic traffic =
        Traffic.of(
            scenario.network(),
            scenario.demand(),
            VehicleRegister.of(scenario.demand(), further),
            clock(),
            scenario.seed(),
            scenario.conflicts());
    return traffic.regions(Partition.of(scenario.network(), options.threads()));
  }

  /** All agents. */
  List<Agent<?>> agents() {
    return agents;
  }

  /** The ids of all agents of a kind, in order. */
  List<AgentId> agentsOfKind(String kind) {
    return ids.stream().filter(id -> id.kind().equals(kind)).toList();
  }

  /** Whether there is an agent of that name. */
  boolean hasAgent(AgentId agent) {
    return ids.contains(agent);
  }

  /**
   * What the script does at stated times, and that the centres learn of the run's end, where any of
   * them commands or hears of anything.
   */
  List<Scripted> script() {
    boolean anythingHeard =
        !scenario.sensors().isEmpty()
            || scenario.centres().stream().anyMatch(centre -> !centre.units().isEmpty());
    if (scenario.lastTick() == Clock.NEVER || !anythingHeard) {
      return scenario.script();
    }
    List<Addressed> ending =
        scenario.centres().stream()
            .map(centre -> new Addressed(centre.id(), new IncidentLetter.RunEnding()))
            .toList();
    List<Scripted> all = new ArrayList<>(scenario.script());
    all.add(new Scripted(scenario.lastTick(), List.of(), ending));
    return all;
  }

  /** Events put on record before the first tick's: the start, and the plates that were held. */
  List<Event> openingEvents() {
    List<Event> opening = new ArrayList<>();
    opening.add(
        new Event(
            0,
            EventType.RUN_STARTED,
            AgentId.SCRIPT.value(),
            Facts.of("scenario", scenario.name(), "seed", scenario.seed())));
    scenario
        .icvs()
        .forEach(icv -> icv.plate().ifPresent(plate -> opening.add(plateHeld(icv, plate))));
    return List.copyOf(opening);
  }

  private static Event plateHeld(IcvSpec icv, IcvSpec.Plate plate) {
    return new Event(
        0,
        EventType.PLATE_HELD,
        icv.id().value(),
        Facts.of("plate", plate.number(), "vehicle", icv.name(), "validUntil", plate.validUntil()));
  }

  /** The letters by which the scenes learn of what happened on the roads. */
  List<Addressed> witnesses(Event event) {
    if (!(event.attributes().find("road") instanceof String road)) {
      return List.of();
    }
    Letter letter = sight(event, road);
    if (letter == null) {
      return List.of();
    }
    return List.of(new Addressed(ScenesSpec.ID, letter));
  }

  private static @Nullable Letter sight(Event event, String road) {
    String vehicle = event.subject().substring(event.subject().indexOf(':') + 1);
    return switch (event.type()) {
      case VEHICLE_STALLED ->
          new IncidentLetter.RoadOccurrence(
              event.type().written(), road, lane(event), positionM(event), vehicle);
      case COLLISION ->
          new SceneLetter.Crashed(
              road,
              lane(event),
              positionM(event),
              vehicle,
              event.attributes().getString("other"),
              event.attributes());
      case VEHICLE_RECOVERED, VEHICLE_REMOVED -> new IncidentLetter.ObstacleGone(vehicle);
      default -> null;
    };
  }

  private static int lane(Event event) {
    return Math.toIntExact((Long) Objects.requireNonNull(event.attributes().find("lane")));
  }

  private static double positionM(Event event) {
    return (Double) Objects.requireNonNull(event.attributes().find("positionM"));
  }
}
