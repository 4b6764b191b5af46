package io.testroad.incident;

import io.testroad.Stage;
import io.testroad.engine.AgentId;
import io.testroad.engine.RandomStream;
import io.testroad.network.CorridorNetwork;
import io.testroad.network.Network;
import io.testroad.network.RoadGraph;
import io.testroad.protocol.IncidentLetter;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * An arterial with three crossings, 500 m apart, and units of a centre that turn out in 60 s and
 * work for 10 min, exactly.
 */
final class UnitDistrict {

  static final AgentId CENTRE = AgentId.of("centre", "district");
  static final AgentId CITY = AgentId.of("centre", "city");
  static final String STATION = "arterial-east-0";

  static final Network NETWORK = new CorridorNetwork(3, 500, 2, 1, 200, 16, 12, true).generate();

  private UnitDistrict() {}

  static UnitSpec unit(String name, UnitKind kind, String... patrol) {
    return new UnitSpec(
        name,
        kind,
        STATION,
        100,
        CENTRE,
        0,
        Duration.ofMinutes(1),
        Optional.of(new WorkTime("fixed", 600, 0)),
        List.of(patrol));
  }

  static Stage with(UnitSpec unit) {
    return with(unit, NETWORK);
  }

  static Stage with(UnitSpec unit, Network network) {
    return Stage.from("2025-03-01T00:00:00+08:00")
        .with(
            new UnitAgent(
                unit,
                new UnitWays(network, RoadGraph.of(network)),
                RandomStream.of(7, "work", unit.name())));
  }

  static IncidentLetter.UnitSent sent(int incident, String road, double positionM) {
    return new IncidentLetter.UnitSent(
        incident, CENTRE, road, positionM, List.of("tow"), "stall", true, new TreeMap<>());
  }
}
