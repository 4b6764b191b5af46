package io.testroad.record;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * A run in figures: {@code metrics.json}. The same for the same run.
 *
 * @param formatVersion version of this format, {@link #FORMAT}
 * @param simulatedS simulated time, s
 * @param vehicles what became of the vehicles
 * @param trips means over the completed trips
 * @param events number of events by type; types that never came are left out
 * @param rulings number of rulings by rule, then by verdict
 * @param violations number of violations recorded, by class
 * @param permits what became of the plates; null in runs of earlier versions
 * @param incidents in order of their first event
 * @param incidentMeans mean seconds from an incident's occurrence to each of its steps
 * @param incidentTotals all incidents together; null in runs of earlier versions
 * @param scenes what really happened, by number; empty in runs of earlier versions
 * @param laneClosures time lanes were closed
 * @param conflicts near collisions, of those whose conflicts were watched, and severity
 */
@JsonPropertyOrder({
  "formatVersion",
  "simulatedS",
  "vehicles",
  "trips",
  "events",
  "rulings",
  "violations",
  "permits",
  "incidents",
  "incidentMeans",
  "incidentTotals",
  "scenes",
  "laneClosures",
  "conflicts"
})
public record Metrics(
    int formatVersion,
    double simulatedS,
    Vehicles vehicles,
    Trips trips,
    SortedMap<String, Long> events,
    SortedMap<String, SortedMap<String, Long>> rulings,
    SortedMap<String, Long> violations,
    @Nullable Permits permits,
    List<Incident> incidents,
    Steps incidentMeans,
    @Nullable IncidentTotals incidentTotals,
    @Nullable List<SceneMetrics> scenes,
    LaneClosures laneClosures,
    Conflicts conflicts) {

  /** The version of the format. */
  public static final int FORMAT = 1;

  public Metrics {
    incidents = List.copyOf(incidents);
    scenes = scenes == null ? List.of() : List.copyOf(scenes);
  }

  /**
   * What became of the vehicles.
   *
   * @param departed put on the road
   * @param arrived reached their destination
   * @param removed taken off the road
   * @param onRoadAtEnd on the road when the run ended
   * @param collisions number of collisions
   */
  @JsonPropertyOrder({"departed", "arrived", "removed", "onRoadAtEnd", "collisions"})
  public record Vehicles(
      long departed, long arrived, long removed, long onRoadAtEnd, long collisions) {}

  /**
   * Means over the completed trips; null when there are none. As SUMO defines them.
   *
   * @param count number of trips
   * @param meanDurationS s
   * @param meanRouteLengthM m
   * @param meanTimeLossS s
   * @param meanWaitingTimeS s
   * @param meanDepartDelayS s
   */
  @JsonPropertyOrder({
    "count",
    "meanDurationS",
    "meanRouteLengthM",
    "meanTimeLossS",
    "meanWaitingTimeS",
    "meanDepartDelayS"
  })
  public record Trips(
      long count,
      @Nullable Double meanDurationS,
      @Nullable Double meanRouteLengthM,
      @Nullable Double meanTimeLossS,
      @Nullable Double meanWaitingTimeS,
      @Nullable Double meanDepartDelayS) {}

  /**
   * What became of papers.
   *
   * @param plates plates by their state when the run ended
   */
  @JsonPropertyOrder({"plates"})
  public record Permits(PlateCounts plates) {}

  /**
   * An incident.
   *
   * @param incident its id
   * @param scene number of the scene it is about; null for a false alarm
   * @param kind what happened: as last classified, or as reported when it never was verified; null
   *     when unknown
   * @param road where; null when unknown
   * @param severity as last classified; null when it never was
   * @param plan the plan it was last handled by; null when there was none
   * @param priority 1 (life) to 4, as last classified; null when it never was
   * @param decidedBy who was last in command of it; null when nobody decided anything
   * @param unitsSent how many units were sent
   * @param means how the first report came about; null when unknown
   * @param reportsFused how many more reports were taken to be about it
   * @param leftOpen why it was still open at the end; null when it was not
   * @param at the first time of each step, s since the start of the run
   */
  @JsonPropertyOrder({
    "incident",
    "scene",
    "kind",
    "road",
    "severity",
    "plan",
    "priority",
    "decidedBy",
    "unitsSent",
    "means",
    "reportsFused",
    "leftOpen",
    "at"
  })
  public record Incident(
      String incident,
      @Nullable Long scene,
      @Nullable String kind,
      @Nullable String road,
      @Nullable String severity,
      @Nullable String plan,
      @Nullable Long priority,
      @Nullable String decidedBy,
      long unitsSent,
      @Nullable String means,
      long reportsFused,
      @Nullable String leftOpen,
      Steps at) {}

  /**
   * The steps of an incident's handling, s; null for a step that was not taken.
   *
   * @param occurredS T0, it happened: as its scene began, else as the first report had it
   * @param reportedS T1, somebody or something told of it
   * @param verifiedS T2, the command centre knew it to be true
   * @param dismissedS the command centre took it for a false alarm
   * @param dispatchedS T3, the first unit was sent
   * @param arrivedS T4, the first unit was there
   * @param clearedS T5, the roadway was free as the command centre saw it
   * @param lastReleasedS T6, the last unit left
   * @param closedS it was closed
   * @param recoveredS T7, the traffic at its scene was as before
   */
  @JsonPropertyOrder({
    "occurredS",
    "reportedS",
    "verifiedS",
    "dismissedS",
    "dispatchedS",
    "arrivedS",
    "clearedS",
    "lastReleasedS",
    "closedS",
    "recoveredS"
  })
  public record Steps(
      @Nullable Double occurredS,
      @Nullable Double reportedS,
      @Nullable Double verifiedS,
      @Nullable Double dismissedS,
      @Nullable Double dispatchedS,
      @Nullable Double arrivedS,
      @Nullable Double clearedS,
      @Nullable Double lastReleasedS,
      @Nullable Double closedS,
      @Nullable Double recoveredS) {}

  /**
   * Time lanes were closed, in lane-minutes: two lanes closed for a minute are two.
   *
   * @param totalMin all roads
   * @param byRoadMin by road
   */
  @JsonPropertyOrder({"totalMin", "byRoadMin"})
  public record LaneClosures(double totalMin, SortedMap<String, Double> byRoadMin) {}

  /**
   * Conflicts of the vehicles that were watched, hard braking, and how hard collisions were; null
   * where there is nothing to measure.
   *
   * @param count number of conflicts
   * @param byKind the same by kind
   * @param leastTtcS least time to collision, s
   * @param leastPetS least post-encroachment time, s; negative when two were on one place at once
   * @param mostDracMps2 highest deceleration needed to avoid a collision, m/s²
   * @param tetS time with a time to collision below the threshold, TET, all vehicles together, s
   * @param titS2 how deeply it was below, TIT, s²
   * @param hardBrakings how often a vehicle braked hard
   * @param hardestMps2 hardest deceleration of these, m/s²
   * @param mostDeltaVMps highest change of velocity in a collision, m/s
   */
  @JsonPropertyOrder({
    "count",
    "byKind",
    "leastTtcS",
    "leastPetS",
    "mostDracMps2",
    "tetS",
    "titS2",
    "hardBrakings",
    "hardestMps2",
    "mostDeltaVMps"
  })
  public record Conflicts(
      long count,
      SortedMap<String, Long> byKind,
      @Nullable Double leastTtcS,
      @Nullable Double leastPetS,
      @Nullable Double mostDracMps2,
      double tetS,
      double titS2,
      long hardBrakings,
      @Nullable Double hardestMps2,
      @Nullable Double mostDeltaVMps) {}
}
