package io.testroad.scenario;

import io.testroad.engine.AgentId;
import io.testroad.incident.CentreSpec;
import io.testroad.incident.UnitKind;
import io.testroad.incident.UnitSpec;
import io.testroad.incident.WorkTime;
import io.testroad.sensing.CheckpointSpec;
import io.testroad.sensing.SensorSpec;
import io.testroad.yaml.Mapping;
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

  private static final String CAMERA = "camera";

  /** What a sensor can be. */
  static final List<String> KINDS = List.of(CAMERA, "checkpoint");

  private final Reading reading;
  private final List<RegisteredVehicle> vehicles = new ArrayList<>();
  private final List<CheckpointSpec> checkpoints = new ArrayList<>();
  private AgentId centre = AgentId.of("centre", "district");

  CentreReader(Reading reading) {
    this.reading = reading;
  }

  /** The id of the centre that a scenario has, before the centre is read. */
  static AgentId idOf(MappingReader root) {
    return root.mapping().find("centre").orElse(null) instanceof Mapping section
            && section.find("name").orElse(null) instanceof Scalar name
            && Names.FORM.matcher(name.text()).matches()
        ? AgentId.of("centre", name.text())
        : AgentId.of("centre", "district");
  }

  /** The centre. */
  CentreSpec readCentre(MappingReader root) {
    Optional<MappingReader> section = root.findMapping("centre");
    if (section.isEmpty()) {
      return new CentreSpec(centre.name(), "district", Set.of(), Optional.empty(), List.of());
    }
    MappingReader reader = section.get();
    Names.require(reader, "name", reading.findings())
        .ifPresent(name -> centre = AgentId.of("centre", name));
    reading.spans().get(reader, "verification");
    atLeastATick(reader, "retry");
    reader.findBoolean("close-lane");
    List<UnitSpec> units = new ArrayList<>();
    for (Node node : reader.list("units")) {
      MappingReader.of(node, ScenarioForms.UNIT.what(), reading.findings())
          .flatMap(this::unit)
          .ifPresent(units::add);
    }
    reader.finish();
    return new CentreSpec(centre.name(), "district", Set.of(), Optional.empty(), units);
  }

  private Duration atLeastATick(MappingReader reader, String key) {
    Duration duration = reading.spans().get(reader, key);
    Duration tick = Duration.ofMillis(reading.clock().tickMillis());
    return duration.compareTo(tick) < 0 ? tick : duration;
  }

  private Optional<UnitSpec> unit(MappingReader reader) {
    Optional<String> name = Names.require(reader, "name", reading.findings());
    reader.findText("capability");
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
            name.get(),
            UnitKind.TOW_TRUCK,
            station.get().text(),
            0,
            centre,
            0,
            turnout,
            Optional.of(WorkTime.logNormal(work, deviation)),
            List.of()));
  }

  /** The units' vehicles, in order. */
  List<RegisteredVehicle> vehicles() {
    return vehicles;
  }

  /**
   * The platform, then the cameras.
   *
   * @param platePrefix what temporary plates begin with
   */
  List<SensorSpec> readSensors(MappingReader root, String platePrefix) {
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
          .ifPresent(reader -> sensor(reader, names, platePrefix, sensors));
    }
    return sensors;
  }

  /** The checkpoints, in order; after {@link #readSensors}. */
  List<CheckpointSpec> checkpoints() {
    return checkpoints;
  }

  private void sensor(
      MappingReader reader, Names names, String platePrefix, List<SensorSpec> sensors) {
    Optional<String> name = Names.require(reader, "name", reading.findings());
    String kind = reader.findChoice("kind", VehicleMaker.same(KINDS)).orElse(CAMERA);
    reader.require("roads");
    Set<String> roads = new TreeSet<>();
    reading
        .roads()
        .match(Names.texts(reader, "roads", reading.findings()))
        .forEach(edge -> roads.add(reading.roads().id(edge)));
    AgentId id = AgentId.of(kind.equals(CAMERA) ? "sensor" : kind, name.orElse("?"));
    SensorSpec sensor = sensor(id, roads, reader);
    CheckpointSpec checkpoint = checkpoint(id, roads, platePrefix, reader);
    reader.finish();
    if (name.isPresent() && names.take(name.get(), "a sensor", reader.position())) {
      if (kind.equals(CAMERA)) {
        sensors.add(sensor);
      } else {
        checkpoints.add(checkpoint);
      }
    }
  }

  private static CheckpointSpec checkpoint(
      AgentId id, Set<String> roads, String platePrefix, MappingReader reader) {
    return new CheckpointSpec(
        id,
        roads,
        reader.findDouble("plate-probability", 0, 1).orElse(0.0),
        reader.findDouble("plate-probability-night", 0, 1).orElse(0.0),
        reader.findDouble("temporary-plate-probability", 0, 1).orElse(0.0),
        platePrefix,
        AuthoritiesReader.POLICE);
  }

  private SensorSpec sensor(AgentId id, Set<String> roads, MappingReader reader) {
    double probability = reader.findDouble("probability", 0, 1).orElse(1.0);
    return new SensorSpec(id, roads, probability, reading.spans().get(reader, "latency"), centre);
  }
}
