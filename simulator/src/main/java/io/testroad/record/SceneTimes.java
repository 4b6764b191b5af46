package io.testroad.record;

import io.testroad.engine.Clock;
import io.testroad.engine.Event;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Gathers when each scene went through its steps, and its account. */
final class SceneTimes {

  private static final int NEVER = -1;

  private final Clock clock;
  private final SortedMap<Long, Course> courses = new TreeMap<>();

  /** What is on record of one scene; ticks are -1 for what has not come. */
  static final class Course {
    private final long number;
    private long beganTick = NEVER;
    private long clearedTick = NEVER;
    private long recoveredTick = NEVER;
    private @Nullable Event began;
    private @Nullable Event ended;
    private @Nullable Long primary;
    private final Set<String> incidents = new LinkedHashSet<>();

    private Course(long number) {
      this.number = number;
    }

    long beganTick() {
      return beganTick;
    }

    long clearedTick() {
      return clearedTick;
    }

    long recoveredTick() {
      return recoveredTick;
    }

    boolean isFound() {
      return !incidents.isEmpty();
    }

    boolean isSecondary() {
      return primary != null;
    }

    double account(String name) {
      return ended == null ? 0 : EventAttributes.real(ended, name);
    }
  }

  SceneTimes(Clock clock) {
    this.clock = clock;
  }

  /** Takes in an event; those that name no scene are passed over. */
  void add(Event event) {
    long number = EventAttributes.whole(event, "scene");
    if (number <= 0) {
      return;
    }
    switch (event.type()) {
      case SCENE_BEGAN -> {
        course(number).began = event;
        course(number).beganTick = event.tick();
      }
      case SCENE_CLEARED -> course(number).clearedTick = event.tick();
      case SCENE_RECOVERED -> course(number).recoveredTick = event.tick();
      case SCENE_ENDED -> course(number).ended = event;
      case SECONDARY_CRASH -> course(number).primary = EventAttributes.whole(event, "primary");
      case INCIDENT_REPORTED, REPORT_FUSED -> {
        String incident = EventAttributes.text(event, "incident");
        if (incident != null) {
          course(number).incidents.add(incident);
        }
      }
      default -> {}
    }
  }

  private Course course(long number) {
    return courses.computeIfAbsent(number, Course::new);
  }

  /** A scene; null when none has the number. */
  @Nullable Course find(long number) {
    return courses.get(number);
  }

  /** All of them, by number. */
  Collection<Course> all() {
    return courses.values();
  }

  /** The scenes in figures, by number. */
  List<SceneMetrics> scenes() {
    return courses.values().stream().map(this::metrics).toList();
  }

  private SceneMetrics metrics(Course course) {
    Event began = course.began;
    Event ended = course.ended;
    return new SceneMetrics(
        course.number,
        began == null ? null : EventAttributes.text(began, "kind"),
        began == null ? null : EventAttributes.text(began, "road"),
        seconds(course.beganTick),
        seconds(course.clearedTick),
        seconds(course.recoveredTick),
        ended == null ? null : seconds(ended.tick()),
        real(ended, "laneMinutes"),
        real(ended, "delayVehicleHours"),
        ended == null ? null : Long.valueOf(EventAttributes.whole(ended, "maxStanding")),
        real(ended, "riderMinutes"),
        real(ended, "idleCo2Kg"),
        course.primary,
        List.copyOf(course.incidents));
  }

  private static @Nullable Double real(@Nullable Event event, String name) {
    return event == null ? null : Double.valueOf(EventAttributes.real(event, name));
  }

  private @Nullable Double seconds(long tick) {
    return tick == NEVER ? null : Double.valueOf(clock.secondsAt(tick));
  }
}
