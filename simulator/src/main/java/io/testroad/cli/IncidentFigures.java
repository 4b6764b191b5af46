package io.testroad.cli;

import io.testroad.record.IncidentTotals;
import io.testroad.record.Metrics;
import io.testroad.record.SceneMetrics;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The measures of traffic incident management in words: of one incident, a scene, and a run. */
final class IncidentFigures {

  private final Words words;

  IncidentFigures(Words words) {
    this.words = words;
  }

  /**
   * The intervals of one incident that are on record.
   *
   * @param scene the scene it is about, if any
   */
  List<String> intervals(Metrics.Incident incident, Optional<SceneMetrics> scene) {
    Metrics.Steps at = incident.at();
    List<String> told = new ArrayList<>();
    add(told, "detection", between(at.occurredS(), at.reportedS()));
    add(told, "verification", between(at.reportedS(), at.verifiedS()));
    add(told, "dispatch", between(at.verifiedS(), at.dispatchedS()));
    add(told, "response", between(at.reportedS(), at.arrivedS()));
    add(told, "clearance", between(at.reportedS(), at.clearedS()));
    add(told, "incident-clearance", incidentClearance(at));
    scene.ifPresent(each -> add(told, "recovery", recovery(each)));
    return told;
  }

  /** T6−T1 of an incident that was closed; null when it wasn't or no unit was there. */
  static @Nullable Double incidentClearance(Metrics.Steps at) {
    return at.closedS() == null ? null : between(at.reportedS(), at.lastReleasedS());
  }

  static @Nullable Double recovery(SceneMetrics scene) {
    return between(scene.clearedS(), scene.recoveredS());
  }

  static @Nullable Double between(@Nullable Double from, @Nullable Double to) {
    return from == null || to == null ? null : Double.valueOf(Math.max(0, to - from));
  }

  private void add(List<String> told, String interval, @Nullable Double seconds) {
    if (seconds != null) {
      told.add(words.say("interval." + interval, words.duration(seconds)));
    }
  }

  /** The means of the intervals of a run; empty when there are none. */
  List<String> means(IncidentTotals.Times times) {
    List<String> told = new ArrayList<>();
    add(told, "detection", times.detection().meanS());
    add(told, "verification", times.verification().meanS());
    add(told, "dispatch", times.dispatch().meanS());
    add(told, "response", times.response().meanS());
    add(told, "clearance", times.roadwayClearance().meanS());
    add(told, "incident-clearance", times.incidentClearance().meanS());
    add(told, "recovery", times.recovery().meanS());
    return told;
  }

  /** What a scene cost. */
  String account(SceneMetrics scene) {
    String which =
        words.say(
            "scene.which",
            scene.scene(),
            words.term(String.valueOf(scene.kind())),
            String.valueOf(scene.road()));
    Double laneMinutes = scene.laneMinutes();
    Double delay = scene.delayVehicleHours();
    Double riderMinutes = scene.riderMinutes();
    Double idleCo2Kg = scene.idleCo2Kg();
    if (laneMinutes == null || delay == null || riderMinutes == null || idleCo2Kg == null) {
      return words.say("scene.no-account", which);
    }
    return words.say(
        "scene.account",
        which,
        tenths(laneMinutes),
        tenths(delay),
        scene.maxStanding() == null ? 0 : scene.maxStanding(),
        tenths(riderMinutes),
        tenths(idleCo2Kg));
  }

  /** A number with one decimal, at most. */
  static double tenths(double value) {
    return Math.round(value * 10) / 10.0;
  }

  /** What became of an incident. */
  String outcome(Metrics.Incident incident) {
    Metrics.Steps at = incident.at();
    if (at.dismissedS() != null && at.closedS() == null) {
      return words.say(incident.scene() == null ? "incident.false-alarm" : "incident.dismissed");
    }
    if (at.closedS() == null) {
      return words.say("incident.open");
    }
    Double cleared = between(at.reportedS(), at.clearedS());
    Double gone = incidentClearance(at);
    if (cleared == null) {
      return words.say("incident.closed");
    }
    return gone == null
        ? words.say("incident.time", words.duration(cleared))
        : words.say("incident.times", words.duration(cleared), words.duration(gone));
  }
}
