package io.testroad.record;

import io.testroad.engine.Clock;
import io.testroad.engine.Event;
import io.testroad.engine.EventType;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** Gathers when each incident went through the steps of its handling. */
final class IncidentTimes {

  /** What units that are on no incident write. */
  private static final String NO_INCIDENT = "0";

  private final Clock clock;
  private final SceneTimes scenes;
  private final Map<String, IncidentCourse> courses = new LinkedHashMap<>();

  /**
   * No incident yet.
   *
   * @param scenes the scenes that incidents are about; takes in each event before this does
   */
  IncidentTimes(Clock clock, SceneTimes scenes) {
    this.clock = clock;
    this.scenes = scenes;
  }

  /** Takes in an event; those that name no incident are passed over. */
  void add(Event event) {
    String id = EventAttributes.text(event, "incident");
    if (id == null || id.equals(NO_INCIDENT)) {
      return;
    }
    courses.computeIfAbsent(id, IncidentCourse::new).add(event, latencyTicks(event));
  }

  private long latencyTicks(Event event) {
    return Math.round(EventAttributes.real(event, "latencyS") / clock.tickSeconds());
  }

  /** All of them in order of their first event. */
  Collection<IncidentCourse> courses() {
    return courses.values();
  }

  /** When it happened: as its scene began, else as the first report had it; -1 when unknown. */
  long occurredTick(IncidentCourse course) {
    SceneTimes.Course scene = scenes.find(course.scene());
    return scene == null || scene.beganTick() < 0
        ? course.reportedOccurrenceTick()
        : scene.beganTick();
  }

  private long recoveredTick(IncidentCourse course) {
    SceneTimes.Course scene = scenes.find(course.scene());
    return scene == null ? -1 : scene.recoveredTick();
  }

  /** The incidents in order of their first event. */
  List<Metrics.Incident> incidents() {
    return courses.values().stream()
        .map(course -> course.metrics(steps(tick -> seconds(tick.applyAsLong(course)))))
        .toList();
  }

  /** Mean seconds from occurrence to each step, over the incidents that have both. */
  Metrics.Steps means() {
    return steps(this::meanSecondsTo);
  }

  /** Gives a figure for the tick of a step. */
  private interface Figure {
    @Nullable Double of(ToLongFunction<IncidentCourse> tick);
  }

  private Metrics.Steps steps(Figure figure) {
    return new Metrics.Steps(
        figure.of(this::occurredTick),
        figure.of(course -> course.firstTick(EventType.INCIDENT_REPORTED)),
        figure.of(course -> course.firstTick(EventType.INCIDENT_VERIFIED)),
        figure.of(course -> course.firstTick(EventType.INCIDENT_DISMISSED)),
        figure.of(course -> course.firstTick(EventType.UNIT_DISPATCHED)),
        figure.of(course -> course.firstTick(EventType.UNIT_ARRIVED)),
        figure.of(course -> course.firstTick(EventType.ROADWAY_CLEARED)),
        figure.of(IncidentCourse::lastReleasedTick),
        figure.of(course -> course.firstTick(EventType.INCIDENT_CLOSED)),
        figure.of(this::recoveredTick));
  }

  private @Nullable Double seconds(long tick) {
    return tick < 0 ? null : Double.valueOf(clock.secondsAt(tick));
  }

  private @Nullable Double meanSecondsTo(ToLongFunction<IncidentCourse> step) {
    long sum = 0;
    long count = 0;
    for (IncidentCourse course : courses.values()) {
      long occurred = occurredTick(course);
      long taken = step.applyAsLong(course);
      if (occurred >= 0 && taken >= 0) {
        sum += taken - occurred;
        count++;
      }
    }
    return count == 0 ? null : Double.valueOf(clock.secondsAt(sum) / count);
  }
}
