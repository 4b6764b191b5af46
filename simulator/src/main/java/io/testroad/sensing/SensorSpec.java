package io.testroad.sensing;

import io.testroad.engine.AgentId;
import io.testroad.engine.Facts;
import io.testroad.protocol.SceneFacts;
import io.testroad.protocol.SceneKind;
import io.testroad.protocol.SceneLetter;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a scenario says of something that watches roads.
 *
 * @param id the agent's id
 * @param kind what it is
 * @param coverage the roads it sees
 * @param detections what it notices, by kind of scene; what isn't there it doesn't notice
 * @param falseAlarmsPerDay how often it takes something for an incident that is none, a day, 0 or
 *     more, on average
 * @param checking how long it takes somebody to find a place in its picture and look
 * @param clarity how it sees by night and in fog
 * @param centre whom it tells
 */
public record SensorSpec(
    AgentId id,
    SensorKind kind,
    Coverage coverage,
    SortedMap<String, Detection> detections,
    double falseAlarmsPerDay,
    Duration checking,
    Clarity clarity,
    AgentId centre)
    implements Watcher {

  /** The agent that knows what is really there. */
  static final AgentId SCENES = AgentId.of("scenes", "all");

  /** How far stations of loops are apart, m (assumption). */
  static final double STATIONS_M = 300;

  /** What a picture shows of a scene. */
  private static final List<String> SHOWN =
      List.of(
          SceneFacts.BLOCKED,
          SceneFacts.FIRE,
          SceneFacts.ICV,
          SceneFacts.INJURED,
          SceneFacts.OPERATOR,
          SceneFacts.OTHER_KIND,
          SceneFacts.SEVERITY,
          SceneFacts.SIGNAL,
          SceneFacts.VISIBILITY_M);

  public SensorSpec {
    detections = Collections.unmodifiableSortedMap(new TreeMap<>(detections));
  }

  /** The roads it sees. */
  public Set<String> roads() {
    return coverage.lengthsM().keySet();
  }

  @Override
  public boolean sees(String road) {
    return coverage.sees(road);
  }

  /** Whether a centre can ask it to look at a place. */
  public boolean canCheck() {
    return kind == SensorKind.CAMERA;
  }

  @Override
  public String means() {
    return kind.written();
  }

  @Override
  public double precisionM() {
    return kind.precisionM();
  }

  @Override
  public String kindOf(SceneLetter.Sight sight) {
    return switch (kind) {
      case CAMERA -> isOnFoot(sight) ? SensorDefaults.PEDESTRIAN : sight.kind();
      case LOOP -> sight.lane() < 0 ? "" : SceneKind.CONGESTION.written();
      case ROADSIDE_UNIT ->
          Boolean.TRUE.equals(sight.facts().find(SceneFacts.ICV)) ? sight.kind() : "";
    };
  }

  private static boolean isOnFoot(SceneLetter.Sight sight) {
    Object other = sight.facts().find(SceneFacts.OTHER_KIND);
    return sight.kind().equals(SceneKind.COLLISION.written())
        && ("pedestrian".equals(other) || "cyclist".equals(other));
  }

  @Override
  public Optional<Detection> detection(SceneLetter.Sight sight, Clarity.Conditions conditions) {
    return Optional.ofNullable(detections.get(kindOf(sight)))
        .map(detection -> detection.times(clarity.share(conditions)));
  }

  @Override
  public SceneLetter.Sight believed(SceneLetter.Sight sight) {
    return switch (kind) {
      case CAMERA -> withFacts(sight, shown(sight.facts()));
      case LOOP -> station(sight);
      case ROADSIDE_UNIT -> sight;
    };
  }

  /** The station that stands in the queue: the last before the scene. */
  private static SceneLetter.Sight station(SceneLetter.Sight sight) {
    return new SceneLetter.Sight(
        sight.scene(),
        SceneKind.CONGESTION.written(),
        sight.road(),
        -1,
        Math.floor(sight.positionM() / STATIONS_M) * STATIONS_M,
        List.of(),
        Facts.empty());
  }

  private static Facts shown(Facts facts) {
    SortedMap<String, Object> shown = new TreeMap<>(facts.asMap());
    shown.keySet().retainAll(SHOWN);
    return Facts.from(shown);
  }

  private static SceneLetter.Sight withFacts(SceneLetter.Sight sight, Facts facts) {
    return new SceneLetter.Sight(
        sight.scene(),
        sight.kind(),
        sight.road(),
        sight.lane(),
        sight.positionM(),
        sight.vehicles(),
        facts);
  }
}
