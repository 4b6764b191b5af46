package io.testroad.scenario;

import io.testroad.engine.AgentId;
import io.testroad.engine.Facts;
import io.testroad.incident.Hazard;
import io.testroad.incident.ScenesSpec;
import io.testroad.protocol.SceneFacts;
import io.testroad.protocol.SceneKind;
import io.testroad.sensing.CallersSpec;
import io.testroad.sensing.CheckpointSpec;
import io.testroad.sensing.SensorSpec;
import io.testroad.units.Dimension;
import io.testroad.vehicle.IcvSpec;
import io.testroad.yaml.MappingReader;
import io.testroad.yaml.Node;
import io.testroad.yaml.Scalar;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what can go wrong at random, and what holds for all that goes wrong. */
final class HazardsReader {

  private static final Pattern RATE =
      Pattern.compile("([0-9]+(?:\\.[0-9]*)?|\\.[0-9]+) *per *(hour|day)");

  /** More than one in a second is no accident, and would fill a run. */
  private static final double MOST_PER_HOUR = 3600;

  private static final double HOURS_A_DAY = 24;
  private static final double FARTHEST_M = 100_000;
  private static final int MOST_SCENES = 10_000;

  private final Reading reading;
  private final SceneFactsReader factsReader;

  HazardsReader(Reading reading) {
    this.reading = reading;
    factsReader = new SceneFactsReader(reading);
  }

  /** What a scenario says of scenes; the sensors notice them, and those who may call. */
  ScenesSpec read(
      MappingReader root, SensorsReader sensors, CallersSpec callers, List<IcvSpec> icvs) {
    List<Hazard> hazards = new ArrayList<>();
    for (Node node : root.list("hazards")) {
      MappingReader.of(node, IncidentForms.HAZARD.what(), reading.findings())
          .flatMap(this::hazard)
          .ifPresent(hazards::add);
    }
    List<ScenesSpec.Watcher> watchers = new ArrayList<>();
    for (SensorSpec sensor : sensors.sensors()) {
      watchers.add(new ScenesSpec.Watcher(sensor.id(), sensor.roads(), sensor.canCheck()));
    }
    for (CheckpointSpec checkpoint : sensors.checkpoints()) {
      watchers.add(new ScenesSpec.Watcher(checkpoint.id(), checkpoint.roads(), false));
    }
    if (callers.habits().isPresent()) {
      watchers.add(new ScenesSpec.Watcher(callers.id(), Set.of(), false));
    }
    SortedMap<String, AgentId> operators = new TreeMap<>();
    icvs.forEach(icv -> operators.put(icv.name(), icv.operator()));
    return new ScenesSpec(watchers, hazards, operators, habits(root));
  }

  private ScenesSpec.Habits habits(MappingReader root) {
    ScenesSpec.Habits usual = ScenesSpec.Habits.USUAL;
    Optional<MappingReader> section = root.findMapping("scenes");
    if (section.isEmpty()) {
      return usual;
    }
    MappingReader reader = section.get();
    OptionalDouble backM = reader.findQuantity("count-upstream", Dimension.DISTANCE);
    if (backM.isPresent() && backM.getAsDouble() > FARTHEST_M) {
      reading
          .findings()
          .error(
              "out-of-range",
              reader.find("count-upstream").orElseThrow().position(),
              "'count-upstream' is farther than 100 km.",
              "");
    }
    ScenesSpec.Habits habits =
        new ScenesSpec.Habits(
            reader.findBoolean("secondary-crashes").orElse(usual.secondaryCrashes()),
            reader.findBoolean("incident-screen").orElse(usual.incidentScreen()),
            backM.orElse(usual.countedM()),
            reader
                .findLong("most-counted", 0, MOST_SCENES)
                .orElse((long) usual.mostCounted())
                .intValue());
    reader.finish();
    return habits;
  }

  private Optional<Hazard> hazard(MappingReader reader) {
    int errors = reading.findings().errors();
    Optional<SceneKind> kind =
        reader
            .requireChoice("kind", VehicleMaker.same(IncidentForms.RANDOM_KINDS))
            .flatMap(SceneKind::find);
    double perHour = reader.requireScalar("rate").map(this::perHour).orElse(1.0);
    reader.require("roads");
    List<Integer> edges = reading.roads().match(Names.texts(reader, "roads", reading.findings()));
    SortedMap<String, Object> facts = factsReader.read(reader);
    String cause = reader.findText("cause").orElse("");
    int lane = lane(reader, edges, facts);
    Duration from = reading.spans().get(reader, "from");
    reading.checkBeforeEnd(from, reader.position());
    double untilS =
        reading
            .spans()
            .find(reader, "until")
            .map(until -> until.toMillis() / 1000.0)
            .orElse(Double.POSITIVE_INFINITY);
    reader.finish();
    if (kind.isEmpty() || edges.isEmpty() || reading.findings().errors() > errors) {
      return Optional.empty();
    }
    return Optional.of(
        new Hazard(
            kind.get(),
            perHour,
            edges.stream().map(reading.roads()::id).toList(),
            lane,
            Facts.from(facts),
            cause.isEmpty() ? kind.get().written() : cause,
            from.toMillis() / 1000.0,
            untilS));
  }

  /** The first lane that is named, -1 for any; all that are named must be on each road. */
  private int lane(MappingReader reader, List<Integer> edges, SortedMap<String, Object> facts) {
    int fewest = edges.stream().mapToInt(reading.roads()::laneCount).min().orElse(0);
    if (fewest == 0) {
      reader.find("lane");
      return -1;
    }
    Optional<List<Integer>> lanes = factsReader.lanes(reader, fewest);
    if (lanes.isPresent() && lanes.get().size() > 1) {
      facts.put(SceneFacts.LANES, lanes.get().stream().map(String::valueOf).toList());
    }
    return lanes.filter(l -> !l.isEmpty()).map(l -> l.get(0)).orElse(-1);
  }

  private double perHour(Scalar written) {
    Matcher form = RATE.matcher(written.text());
    double perHour =
        form.matches()
            ? Double.parseDouble(form.group(1)) / (form.group(2).equals("day") ? HOURS_A_DAY : 1)
            : -1;
    if (!(perHour > 0 && perHour <= MOST_PER_HOUR)) {
      reading
          .findings()
          .error(
              "not-a-rate",
              written.position(),
              "How often something happens can't be read from " + written.described() + ".",
              "Write for instance '0.5 per hour' or '3 per day', 3600 per hour at most.");
      return 1;
    }
    return perHour;
  }
}
