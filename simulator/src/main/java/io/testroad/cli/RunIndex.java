package io.testroad.cli;

import io.testroad.engine.Clock;
import io.testroad.engine.Event;
import io.testroad.engine.EventType;
import io.testroad.record.EventLogReader.Logged;
import io.testroad.record.IncidentBook;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Whom and what a run's events speak of: made in one pass over the log, as large as the cast. */
final class RunIndex implements Consumer<Logged> {

  /** The rulings of one rule. */
  static final class RuleCount {
    private long held;
    private long broken;
    private long firstTick = -1;
    private long lastTick;
    private long firstBrokenTick = -1;
    private final SortedMap<String, Long> brokenBy = new TreeMap<>();

    long held() {
      return held;
    }

    long broken() {
      return broken;
    }

    long firstTick() {
      return firstTick;
    }

    long lastTick() {
      return lastTick;
    }

    long firstBrokenTick() {
      return firstBrokenTick;
    }

    SortedMap<String, Long> brokenBy() {
      return brokenBy;
    }

    private void add(Event event) {
      if (firstTick < 0) {
        firstTick = event.tick();
      }
      lastTick = event.tick();
      if ("held".equals(event.attributes().find("verdict"))) {
        held++;
        return;
      }
      if (firstBrokenTick < 0) {
        firstBrokenTick = event.tick();
      }
      broken++;
      brokenBy.merge(event.subject(), 1L, Long::sum);
    }
  }

  private final SortedMap<String, RuleCount> rules = new TreeMap<>();
  private final Set<String> subjects = new HashSet<>();
  private final SortedMap<String, Long> violations = new TreeMap<>();
  private final Map<String, Event> incidents = new LinkedHashMap<>();
  private final Map<String, Event> scenes = new LinkedHashMap<>();
  private final IncidentBook book;
  private long lines;
  private long lastTick;

  /** An index of a run with a clock, of which nothing has been read. */
  RunIndex(Clock clock) {
    book = new IncidentBook(clock);
  }

  @Override
  public void accept(Logged logged) {
    Event event = logged.event();
    book.add(event);
    lines = logged.line();
    lastTick = Math.max(lastTick, event.tick());
    subjects.addAll(Links.of(event));
    if (event.type() == EventType.RULING) {
      rules.computeIfAbsent(Links.text(event, "rule"), r -> new RuleCount()).add(event);
    }
    if (event.type() == EventType.VIOLATION_RECORDED) {
      violations.merge(Links.text(event, "vehicle"), 1L, Long::sum);
    }
    String incident = Links.text(event, "incident");
    if (!incident.isEmpty() && !incident.equals(Links.NONE)) {
      incidents.putIfAbsent(incident, event);
    }
    if (event.type() == EventType.SCENE_BEGAN) {
      scenes.putIfAbsent(Links.text(event, "scene"), event);
    }
  }

  /** Rulings by rule id. */
  SortedMap<String, RuleCount> rules() {
    return rules;
  }

  /** All that events are about or name, as {@code kind:name}. */
  Set<String> subjects() {
    return subjects;
  }

  /** How many violations each vehicle has on record, by name. */
  SortedMap<String, Long> violations() {
    return violations;
  }

  /** The first event of each incident, in order. */
  Map<String, Event> incidents() {
    return incidents;
  }

  /** The event with which a scene began. */
  Optional<Event> sceneBegan(String scene) {
    return Optional.ofNullable(scenes.get(scene));
  }

  /** The account of incidents and scenes. */
  IncidentBook book() {
    return book;
  }

  /** The number of the last line. */
  long lines() {
    return lines;
  }

  /** The tick of the last event. */
  long lastTick() {
    return lastTick;
  }

  /** The subject of a name without kind, vehicles before others. */
  Optional<String> subjectNamed(String name) {
    String vehicle = "vehicle:" + name;
    return subjects.contains(vehicle)
        ? Optional.of(vehicle)
        : subjects.stream()
            .filter(subject -> EventSentences.nameOf(subject).equals(name))
            .min(Comparator.naturalOrder());
  }
}
