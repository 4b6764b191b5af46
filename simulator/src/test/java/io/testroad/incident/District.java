package io.testroad.incident;

import io.testroad.Stage;
import io.testroad.engine.AgentId;
import io.testroad.engine.RandomStream;
import io.testroad.network.CorridorNetwork;
import io.testroad.network.Network;
import io.testroad.network.RoadGraph;
import io.testroad.protocol.IncidentLetter;
import io.testroad.sensing.SensorAgent;
import io.testroad.sensing.SensorSpec;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * An arterial with three crossings, 500 m apart; a platform that needs 5 s, a centre that checks
 * for 30 s, tow trucks that turn out in 60 s and work for 10 min, exactly.
 */
final class District {

  static final AgentId CENTRE = AgentId.of("centre", "district");
  static final AgentId PLATFORM = AgentId.of("platform", "city");

  private static final Network NETWORK =
      new CorridorNetwork(3, 500, 2, 1, 200, 16, 12, false).generate();

  private District() {}

  static UnitSpec tow(String name, String station) {
    return unit(name, "tow", station);
  }

  static UnitSpec unit(String name, String capability, String station) {
    return new UnitSpec(
        name,
        capability,
        station,
        CENTRE,
        Duration.ofMinutes(1),
        Duration.ofMinutes(10),
        Duration.ZERO);
  }

  static Stage centre(UnitSpec... units) {
    var spec =
        new CentreSpec(
            "district", List.of(units), Duration.ofSeconds(30), Duration.ofMinutes(2), true);
    return Stage.from("2025-03-01T00:00:00+08:00")
        .with(new CentreAgent(spec, NETWORK, RoadGraph.of(NETWORK)));
  }

  static SensorAgent platform() {
    return new SensorAgent(
        new SensorSpec(PLATFORM, Set.of(), 1, Duration.ofSeconds(5), CENTRE),
        RandomStream.of(7, "sensing"));
  }

  static UnitAgent agent(UnitSpec unit) {
    return new UnitAgent(unit, RandomStream.of(7, "work", unit.name()));
  }

  static IncidentLetter.RoadOccurrence stall(String road, int lane, double atM, String vehicle) {
    return new IncidentLetter.RoadOccurrence("vehicle-stalled", road, lane, atM, vehicle);
  }

  static IncidentLetter.IncidentReported report(
      double occurredS, String road, int lane, double atM, String vehicle) {
    return new IncidentLetter.IncidentReported(
        stall(road, lane, atM, vehicle), PLATFORM, Math.round(occurredS * 10));
  }
}
