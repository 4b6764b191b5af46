package io.testroad.record;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import org.jspecify.annotations.Nullable;

/**
 * All incidents of a run together.
 *
 * @param counts how many there were, and what became of them
 * @param times how long the steps of their handling took
 * @param laneMinutes time lanes were blocked, all scenes whose account was closed
 * @param delayVehicleHours delay at these, vehicle-hours
 * @param riders those who couldn't go on
 * @param calls calls to the hotline
 * @param assistance remote assistance of vehicles
 * @param units what was sent
 */
@JsonPropertyOrder({
  "counts",
  "times",
  "laneMinutes",
  "delayVehicleHours",
  "riders",
  "calls",
  "assistance",
  "units"
})
public record IncidentTotals(
    Counts counts,
    Times times,
    double laneMinutes,
    double delayVehicleHours,
    Riders riders,
    Calls calls,
    Assistance assistance,
    Units units) {

  /**
   * How many there were.
   *
   * @param scenes what really happened
   * @param found scenes of which at least one report came
   * @param neverFound scenes of which none came
   * @param falseAlarms incidents that are about no scene
   * @param dismissedUnsent incidents dismissed without a unit having been sent
   * @param closed incidents closed
   * @param leftOpen incidents neither closed nor dismissed when the run ended
   * @param escalated incidents that a centre above was told of
   * @param secondaryCrashes crashes in the queue of a scene
   */
  @JsonPropertyOrder({
    "scenes",
    "found",
    "neverFound",
    "falseAlarms",
    "dismissedUnsent",
    "closed",
    "leftOpen",
    "escalated",
    "secondaryCrashes"
  })
  public record Counts(
      long scenes,
      long found,
      long neverFound,
      long falseAlarms,
      long dismissedUnsent,
      long closed,
      long leftOpen,
      long escalated,
      long secondaryCrashes) {}

  /**
   * The intervals of traffic incident management (FHWA), over the incidents that went through both
   * steps. T0 occurrence, T1 first report, T2 verification, T3 first dispatch, T4 first unit on the
   * scene, T5 roadway clear, T6 last unit gone, T7 traffic as before. An interval counts as zero
   * when its steps came in the other order, as where a patrol is sent to have a look.
   *
   * @param detection T1−T0
   * @param verification T2−T1
   * @param dispatch T3−T2
   * @param response T4−T1
   * @param roadwayClearance T5−T1, RCT
   * @param incidentClearance T6−T1 of incidents that were closed, ICT
   * @param recovery T7−T5 of scenes: from the last lane freed until the traffic was as before
   */
  @JsonPropertyOrder({
    "detection",
    "verification",
    "dispatch",
    "response",
    "roadwayClearance",
    "incidentClearance",
    "recovery"
  })
  public record Times(
      Span detection,
      Span verification,
      Span dispatch,
      Span response,
      Span roadwayClearance,
      Span incidentClearance,
      Span recovery) {}

  /**
   * Lengths of time of a kind.
   *
   * @param count how many
   * @param meanS their mean, s; null when there are none
   * @param p95S their 95th percentile by nearest rank, s; null when there are none
   */
  @JsonPropertyOrder({"count", "meanS", "p95S"})
  public record Span(long count, @Nullable Double meanS, @Nullable Double p95S) {

    /** None at all. */
    static final Span NONE = new Span(0, null, null);
  }

  /**
   * Riders of vehicles who couldn't go on; a wait that lasts at the end counts up to it.
   *
   * @param minutes rider-minutes
   * @param mostAtOnce most of them at a time
   * @param longestS the longest wait of one, s; null when there was none
   */
  @JsonPropertyOrder({"minutes", "mostAtOnce", "longestS"})
  public record Riders(double minutes, long mostAtOnce, @Nullable Double longestS) {}

  /**
   * Calls to the hotline.
   *
   * @param made all
   * @param answered those answered
   * @param abandoned those whose caller hung up before
   * @param meanWaitS mean wait of those answered, s; null when there are none
   */
  @JsonPropertyOrder({"made", "answered", "abandoned", "meanWaitS"})
  public record Calls(long made, long answered, long abandoned, @Nullable Double meanWaitS) {}

  /**
   * Remote assistance.
   *
   * @param asked how often a vehicle asked
   * @param begun how often an officer took it
   * @param meanWaitS mean wait until then, s; null when there was none
   * @param p95WaitS its 95th percentile by nearest rank, s
   * @param longestQueue the most that still waited when one was taken
   */
  @JsonPropertyOrder({"asked", "begun", "meanWaitS", "p95WaitS", "longestQueue"})
  public record Assistance(
      long asked,
      long begun,
      @Nullable Double meanWaitS,
      @Nullable Double p95WaitS,
      long longestQueue) {}

  /**
   * What was sent.
   *
   * @param dispatched how often a unit was sent
   * @param meanDriveS mean time from setting out to being on the scene, s; null without any
   */
  @JsonPropertyOrder({"dispatched", "meanDriveS"})
  public record Units(long dispatched, @Nullable Double meanDriveS) {}
}
