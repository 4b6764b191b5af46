package io.testroad.scenario;

import io.testroad.protocol.SceneKind;
import io.testroad.sensing.CheckpointSpec;
import io.testroad.sensing.Detection;
import io.testroad.sensing.SensorDefaults;
import io.testroad.sensing.SensorKind;
import io.testroad.yaml.MappingReader;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Reads how well a sensor notices what.
 *
 * @param reading what the readers share
 */
record DetectionsReader(Reading reading) {

  /** Until something is told that nobody has given a latency for. */
  private static final Duration LATENCY = Duration.ofSeconds(10);

  /**
   * What a sensor notices, by kind of scene.
   *
   * @param kind what it is; empty: a checkpoint
   */
  SortedMap<String, Detection> read(MappingReader reader, Optional<SensorKind> kind) {
    SortedMap<String, Detection> detections =
        new TreeMap<>(kind.map(SensorDefaults::detections).orElseGet(DetectionsReader::checkpoint));
    reader
        .findDouble("probability", 0, 1)
        .ifPresent(p -> detections.replaceAll((scene, d) -> new Detection(p, d.latency())));
    reader
        .findMapping("hits")
        .ifPresent(
            hits -> {
              possible(kind).forEach(scene -> hit(hits, scene, detections));
              hits.finish();
            });
    reading
        .spans()
        .find(reader, "latency")
        .ifPresent(l -> detections.replaceAll((scene, d) -> new Detection(d.probability(), l)));
    return detections;
  }

  private static SortedMap<String, Detection> checkpoint() {
    SortedMap<String, Detection> detections = new TreeMap<>();
    detections.put(SceneKind.UNPLATED_VEHICLE.written(), CheckpointSpec.UNPLATED);
    return detections;
  }

  private static void hit(
      MappingReader hits, String scene, SortedMap<String, Detection> detections) {
    hits.findDouble(scene, 0, 1)
        .ifPresent(
            probability -> {
              Detection usual = detections.getOrDefault(scene, new Detection(0, LATENCY));
              detections.put(scene, new Detection(probability, usual.latency()));
            });
  }

  /** The kinds of scenes that a kind of sensor could notice. */
  private static List<String> possible(Optional<SensorKind> kind) {
    if (kind.isEmpty()) {
      return List.of(SceneKind.UNPLATED_VEHICLE.written());
    }
    Stream<String> scenes = Arrays.stream(SceneKind.values()).map(SceneKind::written);
    return switch (kind.get()) {
      case CAMERA -> Stream.concat(scenes, Stream.of(SensorDefaults.PEDESTRIAN)).toList();
      case LOOP -> List.of(SceneKind.CONGESTION.written());
      case ROADSIDE_UNIT -> scenes.toList();
    };
  }
}
