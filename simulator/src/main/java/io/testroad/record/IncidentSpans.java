package io.testroad.record;

import io.testroad.engine.Clock;
import io.testroad.engine.EventType;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

/** Counts incidents and scenes by what became of them, and measures the steps of their handling. */
final class IncidentSpans {

  private final Clock clock;
  private final IncidentTimes incidents;
  private final SceneTimes scenes;

  IncidentSpans(Clock clock, IncidentTimes incidents, SceneTimes scenes) {
    this.clock = clock;
    this.incidents = incidents;
    this.scenes = scenes;
  }

  IncidentTotals.Counts counts() {
    long all = scenes.all().size();
    long found = scenes.all().stream().filter(SceneTimes.Course::isFound).count();
    return new IncidentTotals.Counts(
        all,
        found,
        all - found,
        count(IncidentCourse::isFalseAlarm),
        count(
            course ->
                course.has(EventType.INCIDENT_DISMISSED) && !course.has(EventType.UNIT_DISPATCHED)),
        count(course -> course.has(EventType.INCIDENT_CLOSED)),
        count(IncidentCourse::isOpen),
        count(course -> course.has(EventType.INCIDENT_ESCALATED)),
        scenes.all().stream().filter(SceneTimes.Course::isSecondary).count());
  }

  private long count(Predicate<IncidentCourse> which) {
    return incidents.courses().stream().filter(which).count();
  }

  IncidentTotals.Times times() {
    return new IncidentTotals.Times(
        between(incidents::occurredTick, at(EventType.INCIDENT_REPORTED)),
        between(at(EventType.INCIDENT_REPORTED), at(EventType.INCIDENT_VERIFIED)),
        between(at(EventType.INCIDENT_VERIFIED), at(EventType.UNIT_DISPATCHED)),
        between(at(EventType.INCIDENT_REPORTED), at(EventType.UNIT_ARRIVED)),
        between(at(EventType.INCIDENT_REPORTED), at(EventType.ROADWAY_CLEARED)),
        between(
            at(EventType.INCIDENT_REPORTED),
            course -> course.has(EventType.INCIDENT_CLOSED) ? course.lastReleasedTick() : -1),
        recovery());
  }

  private static ToLongFunction<IncidentCourse> at(EventType step) {
    return course -> course.firstTick(step);
  }

  private IncidentTotals.Span between(
      ToLongFunction<IncidentCourse> from, ToLongFunction<IncidentCourse> to) {
    SpanTotals spans = new SpanTotals();
    for (IncidentCourse course : incidents.courses()) {
      add(spans, from.applyAsLong(course), to.applyAsLong(course));
    }
    return spans.span();
  }

  private IncidentTotals.Span recovery() {
    SpanTotals spans = new SpanTotals();
    scenes.all().forEach(scene -> add(spans, scene.clearedTick(), scene.recoveredTick()));
    return spans.span();
  }

  private void add(SpanTotals spans, long from, long to) {
    if (from >= 0 && to >= 0) {
      spans.add((to - from) * clock.tickMillis());
    }
  }
}
