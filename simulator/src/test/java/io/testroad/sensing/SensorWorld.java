package io.testroad.sensing;

import io.testroad.Stage;
import io.testroad.engine.AgentId;
import io.testroad.engine.Facts;
import io.testroad.engine.RandomStream;
import io.testroad.protocol.SceneLetter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Roads, sensors and sights for tests of sensors. */
final class SensorWorld {

  static final AgentId CENTRE = AgentId.of("centre", "district");
  static final AgentId SCENES = AgentId.of("scenes", "all");
  static final String DAY = "2025-03-01T10:00:00+08:00";
  static final String NIGHT = "2025-03-01T22:00:00+08:00";

  /** Two roads of 1,000 m and 500 m. */
  static final Coverage ROADS = new Coverage(new TreeMap<>(Map.of("a", 1000.0, "b", 500.0)));

  private SensorWorld() {}

  static AgentId sensor(String name) {
    return AgentId.of("sensor", name);
  }

  /** A sensor with its usual probabilities and latencies, without false alarms. */
  static SensorSpec usual(SensorKind kind, String name) {
    return new SensorSpec(
        sensor(name),
        kind,
        ROADS,
        SensorDefaults.detections(kind),
        0,
        Duration.ofSeconds(15),
        SensorDefaults.clarity(kind),
        CENTRE);
  }

  /** The same that notices all it can notice, with one probability and latency. */
  static SensorSpec sharp(SensorKind kind, String name, double probability, Duration latency) {
    SensorSpec usual = usual(kind, name);
    var detections = new TreeMap<>(usual.detections());
    detections.replaceAll((scene, detection) -> new Detection(probability, latency));
    return new SensorSpec(
        usual.id(), kind, ROADS, detections, 0, usual.checking(), usual.clarity(), CENTRE);
  }

  /** The same with false alarms. */
  static SensorSpec alarming(SensorSpec spec, double perDay) {
    return new SensorSpec(
        spec.id(),
        spec.kind(),
        spec.coverage(),
        spec.detections(),
        perDay,
        spec.checking(),
        spec.clarity(),
        spec.centre());
  }

  static Stage stage(String start, SensorSpec... specs) {
    Stage stage = Stage.from(start);
    for (SensorSpec spec : specs) {
      stage.with(new SensorAgent(spec, RandomStream.of(7, "sensing", spec.id().value())));
    }
    return stage;
  }

  static SceneLetter.Sight sight(int scene, String kind, Object... facts) {
    return new SceneLetter.Sight(scene, kind, "a", 1, 640, List.of("v" + scene), Facts.of(facts));
  }

  static SceneLetter inSight(int scene, String kind, Object... facts) {
    return new SceneLetter.SceneInSight(sight(scene, kind, facts));
  }
}
