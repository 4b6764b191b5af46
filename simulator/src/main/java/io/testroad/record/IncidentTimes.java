package io.testroad.record;

import io.testroad.engine.Clock;
import io.testroad.engine.Event;
import io.testroad.engine.EventType;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Gathers when each incident went through the steps of its handling. */
final class IncidentTimes {

  private final Clock clock;
  private final Map<String, Course> courses = new LinkedHashMap<>();

  /** What is known of one incident. */
  private static final class Course {
    final Map<EventType, Long> firstTicks = new EnumMap<>(EventType.class);
    @Nullable String kind;
    @Nullable String road;
    @Nullable String severity;
  }

  IncidentTimes(Clock clock) {
    this.clock = clock;
  }

  /** Takes in an event; those that name no incident are passed over. */
  void add(Event event) {
    Object id = event.attributes().find("incident");
    if (id == null) {
      return;
    }
    Course course = courses.computeIfAbsent(id.toString(), i -> new Course());
    course.firstTicks.putIfAbsent(event.type(), event.tick());
    if (event.type() == EventType.INCIDENT_OCCURRED) {
      course.kind = course.kind == null ? text(event, "kind") : course.kind;
      course.road = text(event, "road");
    } else if (event.type() == EventType.INCIDENT_VERIFIED) {
      course.kind = text(event, "kind");
      course.severity = text(event, "severity");
    }
  }

  private static @Nullable String text(Event event, String name) {
    Object value = event.attributes().find(name);
    return value == null ? null : value.toString();
  }

  /** The incidents in order of their first event. */
  List<Metrics.Incident> incidents() {
    List<Metrics.Incident> incidents = new ArrayList<>();
    courses.forEach(
        (id, course) ->
            incidents.add(
                new Metrics.Incident(
                    id, course.kind, course.road, course.severity, steps(course))));
    return incidents;
  }

  private Metrics.Steps steps(Course course) {
    Function<EventType, @Nullable Double> at =
        type -> {
          Long tick = course.firstTicks.get(type);
          return tick == null ? null : clock.secondsAt(tick);
        };
    return steps(at);
  }

  private static Metrics.Steps steps(Function<EventType, @Nullable Double> at) {
    return new Metrics.Steps(
        at.apply(EventType.INCIDENT_OCCURRED),
        at.apply(EventType.INCIDENT_REPORTED),
        at.apply(EventType.INCIDENT_VERIFIED),
        at.apply(EventType.INCIDENT_DISMISSED),
        at.apply(EventType.UNIT_DISPATCHED),
        at.apply(EventType.UNIT_ARRIVED),
        at.apply(EventType.ROADWAY_CLEARED),
        at.apply(EventType.INCIDENT_CLOSED));
  }

  /** Mean seconds from occurrence to each step, over the incidents that have both. */
  Metrics.Steps means() {
    return steps(this::meanSecondsTo);
  }

  private @Nullable Double meanSecondsTo(EventType step) {
    long[] ticks =
        courses.values().stream()
            .map(course -> course.firstTicks)
            .flatMap(
                first -> {
                  Long occurred = first.get(EventType.INCIDENT_OCCURRED);
                  Long taken = first.get(step);
                  return occurred == null || taken == null
                      ? Stream.empty()
                      : Stream.of(taken - occurred);
                })
            .mapToLong(Long::longValue)
            .toArray();
    long sum = 0;
    for (long each : ticks) {
      sum += each;
    }
    return ticks.length == 0 ? null : clock.secondsAt(sum) / ticks.length;
  }
}
