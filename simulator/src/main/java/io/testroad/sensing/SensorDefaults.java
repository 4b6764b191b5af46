package io.testroad.sensing;

import static io.testroad.protocol.SceneKind.COLLISION;
import static io.testroad.protocol.SceneKind.CONGESTION;
import static io.testroad.protocol.SceneKind.DEADLOCK;
import static io.testroad.protocol.SceneKind.DEBRIS;
import static io.testroad.protocol.SceneKind.FIRE;
import static io.testroad.protocol.SceneKind.FLOOD;
import static io.testroad.protocol.SceneKind.FOG;
import static io.testroad.protocol.SceneKind.HAZMAT_SPILL;
import static io.testroad.protocol.SceneKind.RUNAWAY_VEHICLE;
import static io.testroad.protocol.SceneKind.VEHICLE_STALLED;

import io.testroad.protocol.SceneKind;
import java.time.Duration;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How well sensors notice what, where a scenario doesn't say.
 *
 * <p>Sources: cameras: assumptions in the order of what video detectors are asked for (GB/T 28789).
 * Loops: Martin and others, 2001, for the automatic detection of incidents by APID: 86 % of
 * incidents detected, after 2.5 min, about 8 false alarms in a peak hour on 87 stations. Roadside
 * units: assumptions.
 */
public final class SensorDefaults {

  /** A collision with somebody on foot or on a cycle; elsewhere a collision is one. */
  public static final String PEDESTRIAN = "pedestrian";

  /** False alarms of a loop station in a peak hour. */
  private static final double LOOP_ALARMS = 8.0 / 87;

  /** Hours of a day in which loops take ordinary traffic for an incident (assumption). */
  private static final double PEAK_HOURS = 4;

  private SensorDefaults() {}

  /** What a kind of sensor notices, by kind of scene. */
  public static SortedMap<String, Detection> detections(SensorKind kind) {
    return switch (kind) {
      case CAMERA -> camera();
      case LOOP ->
          new Table().with(new Detection(0.86, Duration.ofSeconds(150)), CONGESTION).sealed();
      case ROADSIDE_UNIT ->
          new Table()
              .with(Detection.of(0.98, 1), VEHICLE_STALLED, COLLISION, FIRE, RUNAWAY_VEHICLE)
              .sealed();
    };
  }

  private static SortedMap<String, Detection> camera() {
    Table table =
        new Table()
            .with(Detection.of(0.95, 10), VEHICLE_STALLED, COLLISION, FIRE, DEADLOCK, CONGESTION)
            .with(Detection.of(0.70, 30), DEBRIS, HAZMAT_SPILL, FLOOD)
            .with(Detection.of(0.90, 60), FOG)
            .with(Detection.of(0.50, 10), RUNAWAY_VEHICLE);
    table.detections.put(PEDESTRIAN, Detection.of(0.90, 5));
    return table.sealed();
  }

  /** False alarms a day over all that a sensor covers, on average. */
  public static double falseAlarmsPerDay(SensorKind kind, Coverage coverage) {
    return switch (kind) {
      case CAMERA -> 1;
      case LOOP -> LOOP_ALARMS * PEAK_HOURS * stations(coverage);
      case ROADSIDE_UNIT -> 0;
    };
  }

  private static double stations(Coverage coverage) {
    return coverage.lengthsM().values().stream()
        .mapToDouble(lengthM -> Math.ceil(lengthM / SensorSpec.STATIONS_M))
        .sum();
  }

  /** How sight matters to a kind of sensor (assumptions; by night as for plates). */
  public static Clarity clarity(SensorKind kind) {
    return kind == SensorKind.CAMERA ? new Clarity(0.9, 0.5) : Clarity.ALWAYS;
  }

  private static final class Table {
    private final SortedMap<String, Detection> detections = new TreeMap<>();

    Table with(Detection detection, SceneKind... kinds) {
      for (SceneKind kind : kinds) {
        detections.put(kind.written(), detection);
      }
      return this;
    }

    SortedMap<String, Detection> sealed() {
      return Collections.unmodifiableSortedMap(detections);
    }
  }
}
