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
    long occurredTick = -1;
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
    if (event.type() == EventType.INCIDENT_REPORTED) {
      course.kind = course.kind == null ? text(event, "kind") : course.kind;
      course.road = text(event, "road");
      course.occurredTick = event.tick() - latencyTicks(event);
    } else if (event.type() == EventType.INCIDENT_VERIFIED) {
      course.kind = text(event, "kind");
      course.severity = text(event, "severity");
    }
  }

  private long latencyTicks(Event event) {
    return event.attributes().find("latencyS") instanceof Double latency
        ? Math.round(latency / clock.tickSeconds())
        : 0;
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
    return steps(course.occurredTick < 0 ? null : clock.secondsAt(course.occurredTick), at);
  }

  private static Metrics.Steps steps(
      @Nullable Double occurred, Function<EventType, @Nullable Double> at) {
    return new Metrics.Steps(
        occurred,
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
    return steps(courses.isEmpty() ? null : 0.0, this::meanSecondsTo);
  }

  private @Nullable Double meanSecondsTo(EventType step) {
    long[] ticks =
        courses.values().stream()
            .flatMap(
                course -> {
                  Long taken = course.firstTicks.get(step);
                  return course.occurredTick < 0 || taken == null
                      ? Stream.empty()
                      : Stream.of(taken - course.occurredTick);
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
