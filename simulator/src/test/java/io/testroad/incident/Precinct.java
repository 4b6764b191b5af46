package io.testroad.incident;

import io.testroad.Stage;
import io.testroad.engine.AgentId;
import io.testroad.engine.Facts;
import io.testroad.network.CorridorNetwork;
import io.testroad.network.Network;
import io.testroad.network.RoadGraph;
import io.testroad.protocol.IncidentLetter;
import io.testroad.protocol.SceneLetter.Sight;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A centre for an arterial with three crossings, 500 m apart, that works by the standard plans; its
 * units turn out in 60 s; it waits 30 s for an answer.
 */
final class Precinct {

  static final AgentId CENTRE = AgentId.of("centre", "district");
  static final AgentId CITY = AgentId.of("centre", "city");
  static final AgentId CAMERA = AgentId.of("sensor", "camera");
  static final AgentId PLATFORM = AgentId.of("platform", "supervision");
  static final AgentId CALLERS = AgentId.of("callers", "public");

  static final Network NETWORK = new CorridorNetwork(3, 500, 2, 1, 200, 16, 12, false).generate();

  static final CentreSpec PLAIN =
      new CentreSpec(
          "district",
          0,
          CentreLevel.DISTRICT,
          Set.of(),
          Optional.empty(),
          List.of(),
          StandardPlans.BOOK,
          DispatchSpec.STANDARD,
          Duration.ofSeconds(30),
          CentreSpec.Surroundings.NONE);

  private Precinct() {}

  static CentreSpec with(CentreSpec spec, UnitSpec... units) {
    return new CentreSpec(
        spec.name(),
        spec.index(),
        spec.level(),
        spec.area(),
        spec.superior(),
        List.of(units),
        spec.plans(),
        spec.dispatch(),
        spec.checking(),
        spec.surroundings());
  }

  static CentreSpec with(CentreSpec spec, DispatchSpec dispatch) {
    return new CentreSpec(
        spec.name(),
        spec.index(),
        spec.level(),
        spec.area(),
        spec.superior(),
        spec.units(),
        spec.plans(),
        dispatch,
        spec.checking(),
        spec.surroundings());
  }

  static CentreSpec with(CentreSpec spec, PlanBook plans) {
    return new CentreSpec(
        spec.name(),
        spec.index(),
        spec.level(),
        spec.area(),
        spec.superior(),
        spec.units(),
        plans,
        spec.dispatch(),
        spec.checking(),
        spec.surroundings());
  }

  /** A centre that reports to the city's. */
  static CentreSpec below(CentreSpec spec) {
    return new CentreSpec(
        spec.name(),
        spec.index(),
        spec.level(),
        spec.area(),
        Optional.of(CITY),
        spec.units(),
        spec.plans(),
        spec.dispatch(),
        spec.checking(),
        spec.surroundings());
  }

  static CentreSpec city(UnitSpec... units) {
    return new CentreSpec(
        "city",
        1,
        CentreLevel.CITY,
        Set.of(),
        Optional.empty(),
        List.of(units),
        StandardPlans.BOOK,
        DispatchSpec.STANDARD,
        Duration.ofSeconds(30),
        CentreSpec.Surroundings.NONE);
  }

  /** A centre whose camera covers a road, and that may ask an operator. */
  static CentreSpec watched(CentreSpec spec, String road) {
    SortedMap<String, List<AgentId>> cameras = new TreeMap<>();
    cameras.put(road, List.of(CAMERA));
    return spec.with(
        new CentreSpec.Surroundings(
            cameras, List.of(AgentId.of("operator", "pilot")), new TreeMap<>(), new TreeMap<>()));
  }

  static CentreAgent agent(CentreSpec spec) {
    return new CentreAgent(spec, NETWORK, RoadGraph.of(NETWORK));
  }

  static Stage stage(CentreSpec spec) {
    return Stage.from("2025-03-01T12:00:00+08:00").with(agent(spec));
  }

  static UnitSpec unit(String name, UnitKind kind, String station) {
    return unit(name, kind, station, CENTRE);
  }

  static UnitSpec unit(String name, UnitKind kind, String station, AgentId centre) {
    return new UnitSpec(
        name, kind, station, 0, centre, 0, Duration.ofMinutes(1), Optional.empty(), List.of());
  }

  static UnitSpec tow(String name, String station) {
    return unit(name, UnitKind.TOW_TRUCK, station);
  }

  static UnitSpec patrol(String name, String station) {
    return unit(name, UnitKind.PATROL_CAR, station);
  }

  static Sight sight(String kind, String road, int lane, double atM, Facts facts, String... who) {
    return new Sight(7, kind, road, lane, atM, List.of(who), facts);
  }

  static Sight stall(String road, int lane, double atM, String... vehicle) {
    return sight("vehicle-stalled", road, lane, atM, Facts.empty(), vehicle);
  }

  /** A vehicle's own report, which is believed at once. */
  static IncidentLetter.Reported telemetry(Sight seen) {
    return new IncidentLetter.Reported(seen, PLATFORM, "telemetry", 5, 0);
  }

  static IncidentLetter.Reported call(Sight seen) {
    return new IncidentLetter.Reported(seen, CALLERS, "caller", 100, 0);
  }

  static IncidentLetter.Reported filmed(Sight seen) {
    return new IncidentLetter.Reported(seen, CAMERA, "camera", 10, 0);
  }
}
