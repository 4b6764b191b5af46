package io.testroad.record;

import io.testroad.engine.Event;
import io.testroad.engine.EventType;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What is on record of one incident; ticks are -1 for what has not come. */
final class IncidentCourse {

  /** Types whose {@code decidedBy} is in command of the incident. */
  private static final Set<EventType> COMMANDS =
      EnumSet.of(
          EventType.INCIDENT_VERIFIED,
          EventType.INCIDENT_RECLASSIFIED,
          EventType.INCIDENT_DISMISSED,
          EventType.MEASURE_TAKEN,
          EventType.ROADWAY_CLEARED,
          EventType.INCIDENT_CLOSED,
          EventType.INCIDENT_LEFT_OPEN);

  private final String id;
  private final Map<EventType, Long> firstTicks = new EnumMap<>(EventType.class);
  private final Set<String> units = new TreeSet<>();
  private long reportedOccurrenceTick = -1;
  private long lastReleasedTick = -1;
  private long scene = -1;
  private long reportsFused;
  private @Nullable String kind;
  private @Nullable String road;
  private @Nullable String severity;
  private @Nullable String plan;
  private @Nullable Long priority;
  private @Nullable String decidedBy;
  private @Nullable String means;
  private @Nullable String leftOpen;
  private boolean isOfVehicle;

  IncidentCourse(String id) {
    this.id = id;
  }

  /**
   * Takes in an event of it.
   *
   * @param latencyTicks how long before a report it happened
   */
  void add(Event event, long latencyTicks) {
    firstTicks.putIfAbsent(event.type(), event.tick());
    if (COMMANDS.contains(event.type())) {
      String by = EventAttributes.text(event, "decidedBy");
      decidedBy = by == null ? decidedBy : by;
    }
    switch (event.type()) {
      case INCIDENT_REPORTED -> reported(event, latencyTicks);
      case REPORT_FUSED -> {
        reportsFused++;
        about(event);
      }
      case INCIDENT_VERIFIED, INCIDENT_RECLASSIFIED -> classified(event);
      case UNIT_DISPATCHED -> units.add(String.valueOf(EventAttributes.text(event, "unit")));
      case UNIT_RELEASED -> lastReleasedTick = event.tick();
      case COMMAND_HANDED_OVER -> decidedBy = EventAttributes.text(event, "to");
      case INCIDENT_LEFT_OPEN -> leftOpen = EventAttributes.text(event, "reason");
      default -> {}
    }
  }

  private void reported(Event event, long latencyTicks) {
    about(event);
    isOfVehicle |= EventAttributes.text(event, "vehicle") != null;
    if (reportedOccurrenceTick < 0) {
      kind = kind == null ? EventAttributes.text(event, "kind") : kind;
      road = EventAttributes.text(event, "road");
      means = EventAttributes.text(event, "means");
      reportedOccurrenceTick = Math.max(0, event.tick() - latencyTicks);
    }
  }

  /** The first report of something real says which scene it is about; 0 is a false alarm. */
  private void about(Event event) {
    long told = EventAttributes.whole(event, "scene");
    if (scene <= 0 && told >= 0) {
      scene = told;
    }
  }

  private void classified(Event event) {
    kind = EventAttributes.text(event, "kind");
    severity = EventAttributes.text(event, "severity");
    plan = EventAttributes.text(event, "plan");
    long rank = EventAttributes.whole(event, "priority");
    priority = rank < 0 ? null : Long.valueOf(rank);
  }

  boolean has(EventType step) {
    return firstTicks.containsKey(step);
  }

  long firstTick(EventType step) {
    return firstTicks.getOrDefault(step, -1L);
  }

  long lastReleasedTick() {
    return lastReleasedTick;
  }

  /** When it happened by the first report. */
  long reportedOccurrenceTick() {
    return reportedOccurrenceTick;
  }

  /** The number of its scene; 0 or less without one. */
  long scene() {
    return scene;
  }

  /** Whether there was nothing; an operator who speaks of a vehicle of his needs no scene. */
  boolean isFalseAlarm() {
    return scene == 0 && !isOfVehicle;
  }

  boolean isOpen() {
    return !has(EventType.INCIDENT_CLOSED) && !has(EventType.INCIDENT_DISMISSED);
  }

  /** The incident in figures. */
  Metrics.Incident metrics(Metrics.Steps steps) {
    return new Metrics.Incident(
        id,
        scene > 0 ? Long.valueOf(scene) : null,
        kind,
        road,
        severity,
        plan,
        priority,
        decidedBy,
        units.size(),
        means,
        reportsFused,
        leftOpen,
        steps);
  }
}
