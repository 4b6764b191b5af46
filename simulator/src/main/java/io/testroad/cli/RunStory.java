package io.testroad.cli;

import io.testroad.engine.Event;
import io.testroad.engine.EventType;
import io.testroad.record.RunSink;
import io.testroad.traffic.Sample;
import io.testroad.traffic.Trip;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Keeps of a run what its summary tells, while it passes everything on. Bounded: of many events of
 * a kind the first are kept and the others counted.
 */
final class RunStory implements RunSink {

  /** How many events of a kind are kept. */
  static final int LIMIT = 200;

  /** A rule that was broken. */
  static final class Broken {
    private final Event first;
    private final SortedMap<String, Long> bySubject = new TreeMap<>();
    private long count;

    private Broken(Event first) {
      this.first = first;
    }

    /** The first ruling that it was broken. */
    Event first() {
      return first;
    }

    /** How often it was broken. */
    long count() {
      return count;
    }

    /** By how many it was broken. */
    int subjects() {
      return bySubject.size();
    }
  }

  private final RunSink next;
  private final Map<EventType, List<Event>> kept = new EnumMap<>(EventType.class);
  private final Map<EventType, Long> counts = new EnumMap<>(EventType.class);
  private final SortedMap<String, Broken> broken = new TreeMap<>();
  private final SortedMap<String, Long> rulings = new TreeMap<>();
  private final IncidentStory incidents = new IncidentStory(IncidentLines.INCIDENTS);
  private final List<Event> forced = new ArrayList<>();
  private final SortedMap<String, Long> refusals = new TreeMap<>();
  private final SortedMap<String, Long> filed = new TreeMap<>();
  private final SortedMap<String, Long> stages = new TreeMap<>();
  private final SortedMap<String, Long> severities = new TreeMap<>();
  private final SortedMap<String, Long> responsibilities = new TreeMap<>();
  private final SortedMap<String, Long> missed = new TreeMap<>();
  private final SortedMap<String, Long> appeals = new TreeMap<>();
  private long forcedCount;

  /** A story that passes on to another what it is told. */
  RunStory(RunSink next) {
    this.next = next;
  }

  @Override
  public void events(long tick, List<Event> events) {
    next.events(tick, events);
    synchronized (this) {
      events.forEach(this::add);
    }
  }

  @Override
  public void state(long tick, long sumA, long sumB) {
    next.state(tick, sumA, sumB);
  }

  @Override
  public void sample(long tick, Sample sample) {
    next.sample(tick, sample);
  }

  @Override
  public void trips(long tick, List<Trip> trips) {
    next.trips(tick, trips);
  }

  private void add(Event event) {
    counts.merge(event.type(), 1L, Long::sum);
    incidents.add(event);
    switch (event.type()) {
      case RULING -> ruling(event);
      case MODE_CHANGED -> {
        if (event.attributes().find("rule") != null) {
          forcedCount++;
          keep(forced, event);
        }
      }
      case APPLICATION_FILED -> filed.merge(text(event, "kind"), 1L, Long::sum);
      case APPLICATION_REFUSED -> {
        if (event.attributes().find("reasons") instanceof List<?> reasons) {
          reasons.forEach(reason -> refusals.merge(reason.toString(), 1L, Long::sum));
        }
      }
      case DECLARATION_CONFIRMED -> stages.merge(text(event, "stage"), 1L, Long::sum);
      case ACCIDENT_FILED -> severities.merge(text(event, "severity"), 1L, Long::sum);
      case RESPONSIBILITY_DETERMINED ->
          responsibilities.merge(text(event, "responsibility"), 1L, Long::sum);
      case OBLIGATION_OVERDUE -> missed.merge(text(event, "obligation"), 1L, Long::sum);
      case APPEAL_DECIDED -> appeals.merge(text(event, "verdict"), 1L, Long::sum);
      case PERMIT_SUSPENDED,
          PERMIT_WITHDRAWN,
          TRIP_REFUSED,
          COLLISION,
          VIOLATION_RECORDED,
          EXPECTATION_FAILED ->
          keep(kept.computeIfAbsent(event.type(), type -> new ArrayList<>()), event);
      default -> {}
    }
  }

  private void ruling(Event event) {
    String rule = text(event, "rule");
    rulings.merge(rule, 1L, Long::sum);
    if (text(event, "verdict").equals("broken")) {
      Broken entry = broken.computeIfAbsent(rule, r -> new Broken(event));
      entry.count++;
      entry.bySubject.merge(event.subject(), 1L, Long::sum);
    }
  }

  private static void keep(List<Event> events, Event event) {
    if (events.size() < LIMIT) {
      events.add(event);
    }
  }

  private static String text(Event event, String name) {
    return String.valueOf(event.attributes().find(name));
  }

  /** How many events of a type there were. */
  synchronized long count(EventType type) {
    return counts.getOrDefault(type, 0L);
  }

  /** The first events of a type that is kept. */
  synchronized List<Event> first(EventType type) {
    return List.copyOf(kept.getOrDefault(type, List.of()));
  }

  /** The broken rules by id. */
  synchronized SortedMap<String, Broken> broken() {
    return new TreeMap<>(broken);
  }

  /** How many rules were evaluated. */
  synchronized int rulesEvaluated() {
    return rulings.size();
  }

  /** The first changes of mode that a rule forced. */
  synchronized List<Event> forced() {
    return List.copyOf(forced);
  }

  /** How many changes of mode a rule forced. */
  synchronized long forcedCount() {
    return forcedCount;
  }

  /** The events that mark the steps of an incident, in order; none of a later than the first. */
  synchronized List<Event> incident(String incident) {
    return incidents.of(incident);
  }

  /** How many applications were filed, by kind. */
  synchronized SortedMap<String, Long> filed() {
    return new TreeMap<>(filed);
  }

  /** How many declarations were confirmed, by stage. */
  synchronized SortedMap<String, Long> stages() {
    return new TreeMap<>(stages);
  }

  /** How many accidents were taken on file, by severity. */
  synchronized SortedMap<String, Long> severities() {
    return new TreeMap<>(severities);
  }

  /** How often a vehicle's responsibility for an accident was determined, by what it is. */
  synchronized SortedMap<String, Long> responsibilities() {
    return new TreeMap<>(responsibilities);
  }

  /** How often each obligation wasn't done within its term. */
  synchronized SortedMap<String, Long> missed() {
    return new TreeMap<>(missed);
  }

  /** How appeals were decided. */
  synchronized SortedMap<String, Long> appeals() {
    return new TreeMap<>(appeals);
  }

  /** How often each reason was given for a refusal. */
  synchronized SortedMap<String, Long> refusals() {
    return new TreeMap<>(refusals);
  }
}
