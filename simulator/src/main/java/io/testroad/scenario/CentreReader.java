package io.testroad.scenario;

import io.testroad.engine.AgentId;
import io.testroad.incident.CentreSpec;
import io.testroad.incident.UnitSpec;
import io.testroad.sensing.SensorSpec;
import io.testroad.yaml.MappingReader;
import io.testroad.yaml.Node;
import io.testroad.yaml.Scalar;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads the command centre with its units, the platform and the sensors. */
final class CentreReader {

  /** The supervision platform. */
  static final AgentId PLATFORM = AgentId.of("platform", "supervision");

  private final Reading reading;
  private final List<RegisteredVehicle> vehicles = new ArrayList<>();
  private AgentId centre = AgentId.of("centre", "district");

  CentreReader(Reading reading) {
    this.reading = reading;
  }

  /** The centre. */
  CentreSpec readCentre(MappingReader root) {
    Optional<MappingReader> section = root.findMapping("centre");
    if (section.isEmpty()) {
      return new CentreSpec(centre.name(), List.of(), Duration.ZERO, Duration.ofMinutes(1), true);
    }
    MappingReader reader = section.get();
    Names.require(reader, "name", reading.findings())
        .ifPresent(name -> centre = AgentId.of("centre", name));
    Duration verification = reading.spans().get(reader, "verification");
    Duration retry = atLeastATick(reader, "retry");
    boolean closeLane = reader.findBoolean("close-lane").orElse(true);
    List<UnitSpec> units = new ArrayList<>();
    for (Node node : reader.list("units")) {
      MappingReader.of(node, ScenarioForms.UNIT.what(), reading.findings())
          .flatMap(this::unit)
          .ifPresent(units::add);
    }
    reader.finish();
    return new CentreSpec(centre.name(), units, verification, retry, closeLane);
  }

  private Duration atLeastATick(MappingReader reader, String key) {
    Duration duration = reading.spans().get(reader, key);
    Duration tick = Duration.ofMillis(reading.clock().tickMillis());
    return duration.compareTo(tick) < 0 ? tick : duration;
  }

  private Optional<UnitSpec> unit(MappingReader reader) {
    Optional<String> name = Names.require(reader, "name", reading.findings());
    String capability = reader.findText("capability").orElse("");
    Optional<Scalar> station = reader.requireScalar("station");
    Duration turnout = reading.spans().get(reader, "turnout");
    Duration work = atLeastATick(reader, "work");
    Duration deviation = reading.spans().get(reader, "work-deviation");
    Optional<Scalar> type = reader.findScalar("type");
    reader.finish();
    station.ifPresent(road -> reading.roads().find(road));
    type.ifPresent(id -> reading.types().find(id.text(), id.position()));
    if (name.isEmpty() || station.isEmpty() || type.isEmpty()) {
      return Optional.empty();
    }
    if (!reading.vehicles().take(name.get(), Reading.UNIT, reader.position())) {
      return Optional.empty();
    }
    vehicles.add(new RegisteredVehicle(name.get(), type.get().text()));
    return Optional.of(
        new UnitSpec(
            name.get(), capability, station.get().text(), centre, turnout, work, deviation));
  }

  /** The units' vehicles, in order. */
  List<RegisteredVehicle> vehicles() {
    return vehicles;
  }

  /** The platform, then the sensors. */
  List<SensorSpec> readSensors(MappingReader root) {
    List<SensorSpec> sensors = new ArrayList<>();
    root.findMapping("platform")
        .ifPresent(
            reader -> {
              sensors.add(sensor(PLATFORM, Set.of(), reader));
              reader.finish();
            });
    Names names = new Names(reading.findings());
    for (Node node : root.list("sensors")) {
      MappingReader.of(node, ScenarioForms.SENSOR.what(), reading.findings())
          .flatMap(reader -> sensor(reader, names))
          .ifPresent(sensors::add);
    }
    return sensors;
  }

  private Optional<SensorSpec> sensor(MappingReader reader, Names names) {
    Optional<String> name = Names.require(reader, "name", reading.findings());
    reader.require("roads");
    Set<String> roads = new TreeSet<>();
    reading
        .roads()
        .match(Names.texts(reader, "roads", reading.findings()))
        .forEach(edge -> roads.add(reading.roads().id(edge)));
    SensorSpec spec = sensor(AgentId.of("sensor", name.orElse("?")), roads, reader);
    reader.finish();
    return name.filter(n -> names.take(n, "a sensor", reader.position())).map(n -> spec);
  }

  private SensorSpec sensor(AgentId id, Set<String> roads, MappingReader reader) {
    double probability = reader.findDouble("probability", 0, 1).orElse(1.0);
    return new SensorSpec(id, roads, probability, reading.spans().get(reader, "latency"), centre);
  }
}
