package io.testroad.cli;

import io.testroad.engine.Event;
import io.testroad.engine.EventType;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Keeps of the first incidents of a run the events that mark their steps: of each type the first,
 * of the units that leave the last.
 */
final class IncidentStory {

  private static final Set<EventType> STEPS =
      EnumSet.of(
          EventType.INCIDENT_REPORTED,
          EventType.INCIDENT_VERIFIED,
          EventType.INCIDENT_DISMISSED,
          EventType.UNIT_DISPATCHED,
          EventType.UNIT_ARRIVED,
          EventType.INCIDENT_ESCALATED,
          EventType.COMMAND_HANDED_OVER,
          EventType.ROADWAY_CLEARED,
          EventType.UNIT_RELEASED,
          EventType.INCIDENT_CLOSED,
          EventType.INCIDENT_LEFT_OPEN);

  private final int most;
  private final Map<String, Map<EventType, Event>> incidents = new LinkedHashMap<>();

  /** A story of so many incidents at most. */
  IncidentStory(int most) {
    this.most = most;
  }

  /** Takes in an event; those that mark no step are passed over. */
  void add(Event event) {
    if (!STEPS.contains(event.type())) {
      return;
    }
    String incident = Links.text(event, "incident");
    Map<EventType, Event> steps = incidents.get(incident);
    if (steps == null) {
      if (incidents.size() >= most) {
        return;
      }
      steps = new LinkedHashMap<>();
      incidents.put(incident, steps);
    }
    if (event.type() == EventType.UNIT_RELEASED) {
      steps.remove(event.type());
    }
    steps.putIfAbsent(event.type(), event);
  }

  /** The events of an incident, in order; none when it isn't among the first. */
  List<Event> of(String incident) {
    return List.copyOf(incidents.getOrDefault(incident, Map.of()).values());
  }
}
