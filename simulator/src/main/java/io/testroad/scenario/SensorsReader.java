package io.testroad.scenario;

import io.testroad.engine.AgentId;
import io.testroad.protocol.SceneKind;
import io.testroad.sensing.CheckpointSpec;
import io.testroad.sensing.Clarity;
import io.testroad.sensing.Coverage;
import io.testroad.sensing.Detection;
import io.testroad.sensing.PlatformSpec;
import io.testroad.sensing.SensorDefaults;
import io.testroad.sensing.SensorKind;
import io.testroad.sensing.SensorSpec;
import io.testroad.yaml.MappingReader;
import io.testroad.yaml.Node;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Reads the platform and the sensors, checkpoints among them. */
final class SensorsReader {

  private static final String CHECKPOINT = "checkpoint";

  /** What a sensor can be. */
  static final List<String> KINDS =
      Stream.concat(
              Arrays.stream(SensorKind.values()).map(SensorKind::written), Stream.of(CHECKPOINT))
          .toList();

  /** False alarms a day beyond which nobody would keep a sensor. */
  private static final double MOST_ALARMS = 10_000;

  private final Reading reading;
  private final AgentId centre;
  private final String platePrefix;
  private final List<SensorSpec> sensors = new ArrayList<>();
  private final List<CheckpointSpec> checkpoints = new ArrayList<>();
  private PlatformSpec platform;

  /**
   * A reader.
   *
   * @param centre whom they tell
   * @param platePrefix what temporary plates begin with
   */
  SensorsReader(Reading reading, AgentId centre, String platePrefix) {
    this.reading = reading;
    this.centre = centre;
    this.platePrefix = platePrefix;
    platform = new PlatformSpec(1, Duration.ZERO, centre);
  }

  void read(MappingReader root) {
    root.findMapping("platform").ifPresent(this::platform);
    Names names = new Names(reading.findings());
    names.take(PlatformSpec.ID.name(), "the platform", root.position());
    for (Node node : root.list("sensors")) {
      MappingReader.of(node, SensingForms.SENSOR.what(), reading.findings())
          .ifPresent(reader -> sensor(reader, names));
    }
  }

  /** The supervision platform. */
  PlatformSpec platform() {
    return platform;
  }

  /** The sensors but checkpoints, in order. */
  List<SensorSpec> sensors() {
    return sensors;
  }

  /** The checkpoints, in order. */
  List<CheckpointSpec> checkpoints() {
    return checkpoints;
  }

  /** The agents of the platform and of the sensors but checkpoints. */
  List<AgentId> ids() {
    return Stream.concat(Stream.of(PlatformSpec.ID), sensors.stream().map(SensorSpec::id)).toList();
  }

  private void platform(MappingReader reader) {
    double probability = reader.findDouble("probability", 0, 1).orElse(1.0);
    platform = new PlatformSpec(probability, reading.spans().get(reader, "latency"), centre);
    reader.finish();
  }

  private void sensor(MappingReader reader, Names names) {
    Optional<String> name = Names.require(reader, "name", reading.findings());
    String written = reader.findChoice("kind", VehicleMaker.same(KINDS)).orElse(KINDS.get(0));
    reader.require("roads");
    Coverage coverage = coverage(reader);
    Optional<SensorKind> kind = SensorKind.find(written);
    AgentId id = AgentId.of(kind.isPresent() ? "sensor" : written, name.orElse("?"));
    SortedMap<String, Detection> detections = new DetectionsReader(reading).read(reader, kind);
    SensorSpec sensor = sensor(reader, id, kind.orElse(SensorKind.CAMERA), coverage, detections);
    CheckpointSpec checkpoint = checkpoint(reader, id, coverage, detections);
    reader.finish();
    if (name.isPresent() && names.take(name.get(), "a sensor", reader.position())) {
      if (kind.isPresent()) {
        sensors.add(sensor);
      } else {
        checkpoints.add(checkpoint);
      }
    }
  }

  private Coverage coverage(MappingReader reader) {
    SortedMap<String, Double> lengthsM = new TreeMap<>();
    Roads roads = reading.roads();
    roads
        .match(Names.texts(reader, "roads", reading.findings()))
        .forEach(edge -> lengthsM.put(roads.id(edge), roads.lengthM(edge)));
    return new Coverage(lengthsM);
  }

  private SensorSpec sensor(
      MappingReader reader,
      AgentId id,
      SensorKind kind,
      Coverage coverage,
      SortedMap<String, Detection> detections) {
    double falseAlarms =
        reader
            .findDouble("false-alarms", 0, MOST_ALARMS)
            .orElseGet(() -> SensorDefaults.falseAlarmsPerDay(kind, coverage));
    Duration checking = reading.spans().get(reader, "checking");
    double byNight = reader.findDouble("by-night", 0, 1).orElse(1.0);
    double inFog = reader.findDouble("in-fog", 0, 1).orElse(1.0);
    return new SensorSpec(
        id,
        kind,
        coverage,
        detections,
        coverage.lengthsM().isEmpty() ? 0 : falseAlarms,
        checking,
        kind == SensorKind.CAMERA ? new Clarity(byNight, inFog) : Clarity.ALWAYS,
        centre);
  }

  private CheckpointSpec checkpoint(
      MappingReader reader,
      AgentId id,
      Coverage coverage,
      SortedMap<String, Detection> detections) {
    var plates =
        new CheckpointSpec.Plates(
            reader.findDouble("plate-probability", 0, 1).orElse(0.0),
            reader.findDouble("plate-probability-night", 0, 1).orElse(0.0),
            reader.findDouble("temporary-plate-probability", 0, 1).orElse(0.0),
            platePrefix);
    Detection unplated =
        detections.getOrDefault(SceneKind.UNPLATED_VEHICLE.written(), CheckpointSpec.UNPLATED);
    double falseAlarm = reader.findDouble("false-suspicion", 0, 1).orElse(0.0);
    return new CheckpointSpec(
        id,
        coverage.lengthsM().keySet(),
        plates,
        new CheckpointSpec.Suspicion(unplated.probability(), falseAlarm, unplated.latency()),
        AuthoritiesReader.POLICE,
        centre);
  }
}
