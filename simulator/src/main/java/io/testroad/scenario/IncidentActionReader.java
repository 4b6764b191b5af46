package io.testroad.scenario;

import io.testroad.engine.Facts;
import io.testroad.incident.ScenesSpec;
import io.testroad.network.Signal;
import io.testroad.network.VehicleClass;
import io.testroad.protocol.SceneFacts;
import io.testroad.protocol.SceneKind;
import io.testroad.protocol.SceneLetter;
import io.testroad.scenario.ActionReader.Action;
import io.testroad.units.Dimension;
import io.testroad.yaml.MappingReader;
import io.testroad.yaml.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.SortedMap;

/** Reads the action of the script by which something goes wrong on a road. */
final class IncidentActionReader {

  private static final double G_MPS2 = 9.81;
  private static final double STEEPEST = 0.3;

  private final Reading reading;
  private final SceneFactsReader factsReader;

  IncidentActionReader(Reading reading) {
    this.reading = reading;
    factsReader = new SceneFactsReader(reading);
  }

  Optional<Action> read(MappingReader reader) {
    int errors = reading.findings().errors();
    Optional<SceneKind> kind =
        reader
            .requireChoice("kind", VehicleMaker.same(IncidentForms.KINDS))
            .flatMap(SceneKind::find);
    Optional<Scalar> written = reader.requireScalar("road");
    OptionalInt road =
        written.isEmpty() ? OptionalInt.empty() : reading.roads().find(written.get());
    SortedMap<String, Object> facts = factsReader.read(reader);
    List<String> vehicles = vehicles(reader);
    String cause = reader.findText("cause").orElse("");
    roads(reader, facts);
    signal(reader, facts);
    slope(reader, facts);
    reader.findText("plate").ifPresent(plate -> facts.put(SceneFacts.PLATE, plate));
    double positionM = position(reader, road);
    List<Integer> lanes = lanes(reader, road, facts);
    ramp(reader, road, facts);
    kind.ifPresent(k -> checkNeeds(k, vehicles, facts, reader));
    if (kind.isEmpty() || road.isEmpty() || reading.findings().errors() > errors) {
      return Optional.empty();
    }
    int lane = lanes.isEmpty() ? -1 : lanes.get(0);
    var sight =
        new SceneLetter.Sight(
            0,
            kind.get().written(),
            written.orElseThrow().text(),
            lane,
            positionM,
            vehicles,
            Facts.from(facts));
    String why = cause.isEmpty() ? kind.get().written() : cause;
    return Optional.of(Action.of(ScenesSpec.ID, new SceneLetter.Happens(sight, why)));
  }

  private List<String> vehicles(MappingReader reader) {
    List<String> vehicles = new ArrayList<>();
    for (Scalar written : Names.texts(reader, "vehicles", reading.findings())) {
      if (reading.vehicles().find(written.text()).isEmpty()) {
        reading
            .findings()
            .error(
                "unknown-vehicle",
                written.position(),
                "There is no vehicle '" + written.text() + "'.",
                io.testroad.finding.Findings.nearest(written.text(), reading.vehicles().all())
                    .map(near -> "Did you mean '" + near + "'?")
                    .orElse(""));
      } else if (!vehicles.contains(written.text())) {
        vehicles.add(written.text());
      }
    }
    return vehicles;
  }

  private void roads(MappingReader reader, SortedMap<String, Object> facts) {
    List<String> roads =
        reading.roads().match(Names.texts(reader, "roads", reading.findings())).stream()
            .map(reading.roads()::id)
            .toList();
    if (!roads.isEmpty()) {
      facts.put(SceneFacts.ROADS, roads);
    }
  }

  private void signal(MappingReader reader, SortedMap<String, Object> facts) {
    Optional<Signal> signal = reader.findScalar("signal").flatMap(reading.roads()::findSignal);
    Optional<String> mode =
        reader.findChoice("mode", VehicleMaker.same(List.of("off", "flashing")));
    if (signal.isPresent()) {
      facts.put(SceneFacts.SIGNAL, signal.get().id());
      facts.put(SceneFacts.SIGNAL_MODE, mode.orElse("off"));
    }
  }

  private static void slope(MappingReader reader, SortedMap<String, Object> facts) {
    reader
        .findDouble("downhill", -STEEPEST, STEEPEST)
        .filter(slope -> slope != 0)
        .ifPresent(slope -> facts.put(SceneFacts.ACCELERATION_MPS2, slope * G_MPS2));
  }

  private double position(MappingReader reader, OptionalInt road) {
    OptionalDouble written = reader.findQuantity("position", Dimension.DISTANCE);
    if (road.isEmpty()) {
      return 0;
    }
    double lengthM = reading.roads().lengthM(road.getAsInt());
    if (written.isPresent() && written.getAsDouble() > lengthM) {
      reading
          .findings()
          .error(
              "out-of-range",
              reader.find("position").orElseThrow().position(),
              "The road is no longer than " + lengthM + " m.",
              "");
    }
    return written.orElse(lengthM / 2);
  }

  private List<Integer> lanes(
      MappingReader reader, OptionalInt road, SortedMap<String, Object> facts) {
    int count = road.isEmpty() ? 0 : reading.roads().laneCount(road.getAsInt());
    if (count == 0) {
      reader.find("lane");
      return List.of();
    }
    Optional<List<Integer>> lanes = factsReader.lanes(reader, count);
    if (lanes.isPresent() && lanes.get().size() > 1) {
      facts.put(SceneFacts.LANES, lanes.get().stream().map(String::valueOf).toList());
    }
    return lanes.orElse(List.of(0));
  }

  private void ramp(MappingReader reader, OptionalInt road, SortedMap<String, Object> facts) {
    double grade = reader.findDouble("ramp-grade", 0, STEEPEST).orElse(0.0);
    Optional<Scalar> written = reader.findScalar("ramp");
    OptionalInt ramp =
        written.isEmpty() ? OptionalInt.empty() : reading.roads().find(written.get());
    if (ramp.isEmpty() || road.isEmpty()) {
      return;
    }
    int from = road.getAsInt();
    if (!reading.roads().connects(from, ramp.getAsInt(), VehicleClass.PASSENGER)) {
      reading
          .findings()
          .error(
              "no-route",
              written.orElseThrow().position(),
              "No lane leads from '"
                  + reading.roads().id(from)
                  + "' to '"
                  + written.get().text()
                  + "'.",
              "The ramp must begin where the road ends.");
    }
    facts.put(SceneFacts.RAMP, written.orElseThrow().text());
    facts.put(SceneFacts.RAMP_GRADE, grade);
  }

  private void checkNeeds(
      SceneKind kind,
      List<String> vehicles,
      SortedMap<String, Object> facts,
      MappingReader reader) {
    switch (kind) {
      case RUNAWAY_VEHICLE -> check(!vehicles.isEmpty(), kind, "a vehicle", "vehicles", reader);
      case DEADLOCK -> check(vehicles.size() > 1, kind, "two vehicles", "vehicles", reader);
      case SIGNAL_FAILURE ->
          check(facts.containsKey(SceneFacts.SIGNAL), kind, "a signal", "signal", reader);
      default -> {}
    }
  }

  private void check(boolean there, SceneKind kind, String what, String key, MappingReader reader) {
    if (!there) {
      reading
          .findings()
          .error(
              "incident-needs",
              reader.position(),
              "An incident of the kind " + kind.written() + " needs " + what + ".",
              "Name " + (what.startsWith("a ") ? "it" : "them") + " with '" + key + "'.");
    }
  }
}
