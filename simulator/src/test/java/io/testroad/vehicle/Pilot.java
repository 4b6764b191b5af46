package io.testroad.vehicle;

import io.testroad.Stage;
import io.testroad.engine.AgentId;
import io.testroad.engine.Facts;
import io.testroad.engine.Percept;
import io.testroad.engine.RandomStream;
import io.testroad.network.VehicleClass;
import io.testroad.network.Zone;
import io.testroad.policy.RuleBook;
import io.testroad.protocol.VehicleLetter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/** The vehicle of the scenarios here: roads a and b are declared, c isn't, d is an expressway. */
final class Pilot {

  static final String START = "2025-02-28T23:50:00+08:00";
  static final AgentId ID = AgentId.vehicle("pilot");

  private Pilot() {}

  static Instant start() {
    return java.time.OffsetDateTime.parse(START).toInstant();
  }

  static IcvSpec spec(String driver) {
    return spec(driver, plate());
  }

  static final Zone AREA = Zone.of("test-area", "Test area", Set.of("a", "b"));
  static final Zone WIDE = Zone.of("wide", "Wide", Set.of("a", "b", "c"));

  static IcvSpec spec(String driver, Optional<IcvSpec.Plate> plate) {
    return spec(driver, plate, AREA, WIDE);
  }

  /** With other declared roads, and other zones besides. */
  static IcvSpec within(String driver, Zone declared, Zone... others) {
    return spec(driver, plate(), declared, others);
  }

  private static Optional<IcvSpec.Plate> plate() {
    return Optional.of(new IcvSpec.Plate("T0001", start().plusSeconds(600)));
  }

  /** With what goes wrong, and what it does then. */
  static IcvSpec spec(String driver, Fallback fallback) {
    return spec(driver, plate(), fallback, AREA, WIDE);
  }

  private static IcvSpec spec(
      String driver, Optional<IcvSpec.Plate> plate, Zone declared, Zone... others) {
    return spec(driver, plate, Fallback.PLAIN, declared, others);
  }

  private static IcvSpec spec(
      String driver,
      Optional<IcvSpec.Plate> plate,
      Fallback fallback,
      Zone declared,
      Zone... others) {
    SortedMap<String, Zone> zones = IcvSpec.zones(others);
    zones.put(declared.name(), declared);
    return new IcvSpec(
        "pilot",
        AgentId.of("operator", "fleet"),
        AgentId.of("authority", "police"),
        AgentId.of("platform", "city"),
        new IcvSpec.Make(4, VehicleClass.PASSENGER, 4, "1.0"),
        "demonstration",
        "on-board",
        declared,
        zones,
        plate,
        "",
        plate.map(p -> start().plus(Duration.ofDays(100))),
        new IcvSpec.Insurance(start().plus(Duration.ofDays(200)), 5e6),
        new IcvSpec.Recorder(true, 90, 30),
        new IcvSpec.Driver(driver, Duration.ofSeconds(3), Duration.ofSeconds(10), 5, REST, 0),
        Facts.empty(),
        true,
        fallback);
  }

  static final Duration REST = Duration.ofMinutes(20);

  static IcvAgent agent(IcvSpec spec, RuleBook rules) {
    return agent(spec, new PilotMap(), rules);
  }

  static IcvAgent agent(IcvSpec spec, RoadMap map, RuleBook rules) {
    return new IcvAgent(spec, map, rules, RandomStream.of(7, "reactions", spec.name()));
  }

  static Stage stage(String driver, RuleBook rules) {
    return Stage.from(START).with(agent(spec(driver), rules));
  }

  /** The vehicle drives automated on road a from second 2 on; the text so far is left out. */
  static Stage automated(String driver, RuleBook rules) {
    return underWay(stage(driver, rules), setOut("a", "b", "c"));
  }

  /** The same with what goes wrong, and what it does then. */
  static Stage automated(String driver, Fallback fallback, RuleBook rules) {
    return automated(driver, fallback, new PilotMap(), rules);
  }

  static Stage automated(String driver, Fallback fallback, RoadMap map, RuleBook rules) {
    Stage stage = Stage.from(START).with(agent(spec(driver, fallback), map, rules));
    return underWay(stage, setOut("a", "b", "c"));
  }

  /** The same without a driver and with passengers. */
  static Stage carrying(int passengers, Fallback fallback) {
    Stage stage = Stage.from(START).with(agent(spec("none", fallback), RuleBook.NONE));
    return underWay(
        stage, new VehicleLetter.SetOut(List.of("a", "b", "c"), "passengers", passengers, "none"));
  }

  private static Stage underWay(Stage stage, VehicleLetter.SetOut order) {
    stage.tell(1, ID, order).tell(2, ID, new Percept.Departed("a", 0, 5)).until(2);
    stage.text();
    return stage;
  }

  static VehicleLetter.SetOut setOut(String... roads) {
    return new VehicleLetter.SetOut(List.of(roads), "test", 0, "none");
  }

  static Percept.EnteredRoad enters(String road) {
    return new Percept.EnteredRoad(road, 0, 12);
  }

  static Percept.Sighted seen(String road, double speedMps) {
    return new Percept.Sighted(road, 0, 40, speedMps, 16, 40, 0);
  }
}
