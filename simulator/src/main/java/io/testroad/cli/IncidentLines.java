package io.testroad.cli;

import io.testroad.engine.Clock;
import io.testroad.engine.Event;
import io.testroad.engine.EventType;
import io.testroad.record.IncidentTotals;
import io.testroad.record.Metrics;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The incidents of a run in total, and the first of them with the times T0 to T7 of their handling.
 *
 * <p>T0 occurrence, T1 first awareness, T2 verification, T3 dispatch, T4 first responder on scene,
 * T5 lanes open, T6 last responder gone, T7 traffic as before. Source: FHWA, Traffic Incident
 * Management performance measures (roadway clearance time T5−T1, incident clearance time T6−T1).
 */
final class IncidentLines {

  /** How many are told one by one. */
  static final int INCIDENTS = 8;

  /** The step that an event of a type marks. */
  static final Map<EventType, String> STEPS =
      Map.of(
          EventType.SCENE_BEGAN, "T0",
          EventType.INCIDENT_REPORTED, "T1",
          EventType.INCIDENT_VERIFIED, "T2",
          EventType.INCIDENT_DISMISSED, "T2",
          EventType.UNIT_DISPATCHED, "T3",
          EventType.UNIT_ARRIVED, "T4",
          EventType.ROADWAY_CLEARED, "T5",
          EventType.UNIT_RELEASED, "T6",
          EventType.SCENE_RECOVERED, "T7");

  private final Words words;
  private final RunOutcome outcome;
  private final EventSentences sentences;
  private final IncidentFigures figures;
  private final List<String> lines = new ArrayList<>();

  IncidentLines(Words words, RunOutcome outcome, EventSentences sentences) {
    this.words = words;
    this.outcome = outcome;
    this.sentences = sentences;
    figures = new IncidentFigures(words);
  }

  /** The lines, with a title; none when nothing happened. */
  List<String> list() {
    List<Metrics.Incident> incidents = outcome.metrics().incidents();
    IncidentTotals totals = outcome.metrics().incidentTotals();
    if (totals == null || (incidents.isEmpty() && totals.counts().scenes() == 0)) {
      return List.of();
    }
    lines.add("");
    lines.add(words.say("title.incidents"));
    totals(incidents.size(), totals);
    incidents.stream().limit(INCIDENTS).forEach(this::incident);
    if (incidents.size() > INCIDENTS) {
      lines.add("  " + words.say("more", incidents.size() - INCIDENTS));
    }
    return lines;
  }

  private void totals(int incidents, IncidentTotals totals) {
    IncidentTotals.Counts counts = totals.counts();
    lines.add(
        "  "
            + words.say(
                "incidents.count",
                incidents,
                counts.closed(),
                counts.leftOpen(),
                counts.falseAlarms()));
    if (counts.scenes() > 0) {
      lines.add(
          "  "
              + words.say(
                  "incidents.scenes",
                  counts.scenes(),
                  counts.found(),
                  counts.neverFound(),
                  counts.secondaryCrashes()));
    }
    List<String> means = figures.means(totals.times());
    if (!means.isEmpty()) {
      lines.add("  " + words.say("incidents.means", words.list(means)));
    }
    cost(totals);
    help(totals);
  }

  private void cost(IncidentTotals totals) {
    if (totals.counts().scenes() == 0) {
      return;
    }
    lines.add(
        "  "
            + words.say(
                "incidents.cost",
                IncidentFigures.tenths(totals.laneMinutes()),
                IncidentFigures.tenths(totals.delayVehicleHours()),
                IncidentFigures.tenths(totals.riders().minutes())));
    Double longest = totals.riders().longestS();
    if (longest != null) {
      lines.add(
          "  "
              + words.say(
                  "incidents.riders", totals.riders().mostAtOnce(), words.duration(longest)));
    }
  }

  private void help(IncidentTotals totals) {
    IncidentTotals.Calls calls = totals.calls();
    if (calls.meanWaitS() != null) {
      lines.add(
          "  "
              + words.say(
                  "incidents.calls",
                  calls.made(),
                  calls.answered(),
                  words.duration(calls.meanWaitS()),
                  calls.abandoned()));
    }
    IncidentTotals.Assistance assistance = totals.assistance();
    if (assistance.meanWaitS() != null && assistance.p95WaitS() != null) {
      lines.add(
          "  "
              + words.say(
                  "incidents.assistance",
                  assistance.asked(),
                  words.duration(assistance.meanWaitS()),
                  words.duration(assistance.p95WaitS()),
                  assistance.longestQueue()));
    }
  }

  private void incident(Metrics.Incident incident) {
    lines.add(
        "  "
            + words.say(
                "incident",
                incident.incident(),
                words.term(String.valueOf(incident.kind())),
                String.valueOf(incident.road())));
    Double occurred = incident.at().occurredS();
    if (occurred != null) {
      step("T0", occurred, "incident.occurred");
    }
    for (Event event : outcome.story().incident(incident.incident())) {
      String step = STEPS.getOrDefault(event.type(), "  ");
      lines.add("    " + step + "  " + sentences.time(event.tick()) + "  " + sentences.of(event));
    }
    Double recovered = incident.at().recoveredS();
    if (recovered != null) {
      step("T7", recovered, "incident.recovered");
    }
    lines.add("    " + figures.outcome(incident));
  }

  private void step(String step, double seconds, String key) {
    lines.add("    " + step + "  " + sentences.time(tickAt(seconds)) + "  " + words.say(key));
  }

  private long tickAt(double seconds) {
    Clock clock = outcome.scenario().clock();
    return Math.round(seconds / clock.tickSeconds());
  }
}
