package io.testroad.cli;

import io.testroad.engine.Clock;
import io.testroad.engine.Event;
import io.testroad.engine.EventType;
import io.testroad.record.Metrics;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The incidents of a run with the times T0 to T6 of their handling.
 *
 * <p>T0 occurrence, T1 first awareness, T2 verification, T3 dispatch, T4 first responder on scene,
 * T5 lanes open, T6 last responder gone. Source: FHWA, Traffic Incident Management performance
 * measures (roadway clearance time T5−T1, incident clearance time T6−T1).
 */
final class IncidentLines {

  private static final int INCIDENTS = 8;

  /** The step that an event of a type marks. */
  static final Map<EventType, String> STEPS =
      Map.of(
          EventType.INCIDENT_REPORTED, "T1",
          EventType.INCIDENT_VERIFIED, "T2",
          EventType.INCIDENT_DISMISSED, "T2",
          EventType.UNIT_DISPATCHED, "T3",
          EventType.UNIT_ARRIVED, "T4",
          EventType.ROADWAY_CLEARED, "T5",
          EventType.UNIT_RELEASED, "T6");

  private final Words words;
  private final RunOutcome outcome;
  private final EventSentences sentences;
  private final List<String> lines = new ArrayList<>();

  IncidentLines(Words words, RunOutcome outcome, EventSentences sentences) {
    this.words = words;
    this.outcome = outcome;
    this.sentences = sentences;
  }

  /** The lines, with a title; none when there was no incident. */
  List<String> list() {
    List<Metrics.Incident> incidents = outcome.metrics().incidents();
    if (incidents.isEmpty()) {
      return List.of();
    }
    lines.add("");
    lines.add(words.say("title.incidents"));
    lines.add("  " + words.say("incidents.count", incidents.size()));
    incidents.stream().limit(INCIDENTS).forEach(this::incident);
    if (incidents.size() > INCIDENTS) {
      lines.add("  " + words.say("more", incidents.size() - INCIDENTS));
    }
    return lines;
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
      lines.add(
          "    T0  " + sentences.time(tickAt(occurred)) + "  " + words.say("incident.occurred"));
    }
    for (Event event : outcome.story().incidents().getOrDefault(incident.incident(), List.of())) {
      String step = STEPS.getOrDefault(event.type(), "  ");
      lines.add("    " + step + "  " + sentences.time(event.tick()) + "  " + sentences.of(event));
    }
    clearance(incident.at());
  }

  private void clearance(Metrics.Steps at) {
    Double cleared = between(at.reportedS(), at.clearedS());
    Double closed = between(at.reportedS(), at.closedS());
    if (cleared != null && closed != null) {
      lines.add(
          "    " + words.say("incident.times", words.duration(cleared), words.duration(closed)));
    } else if (at.dismissedS() == null) {
      lines.add("    " + words.say("incident.open"));
    }
  }

  private static @Nullable Double between(@Nullable Double from, @Nullable Double to) {
    return from == null || to == null ? null : Double.valueOf(to - from);
  }

  private long tickAt(double seconds) {
    Clock clock = outcome.scenario().clock();
    return Math.round(seconds / clock.tickSeconds());
  }
}
