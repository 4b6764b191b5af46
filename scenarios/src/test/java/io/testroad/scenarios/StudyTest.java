package io.testroad.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import io.testroad.engine.Clock;
import io.testroad.engine.Event;
import io.testroad.engine.EventType;
import io.testroad.scenario.Scenario;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The two years of Wuhan with a few vehicles an operator and every shift on record, audited from
 * the log alone: nobody drove automated without the papers for it unless a violation was recorded.
 */
class StudyTest {

  private static final String NAME = "studies/two-years-of-wuhan";

  private static Scenario scenario;
  private static TracedRun run;

  /** When a vehicle's papers were such that it may drive automated: from an instant on. */
  private final Map<String, NavigableMap<Instant, Boolean>> papers = new TreeMap<>();

  @BeforeAll
  static void runTheStudy() {
    List<String> sets = new ArrayList<>();
    for (var operator : Shelf.read(NAME, List.of()).operators()) {
      sets.add("fleets." + operator.fleet() + ".vehicles=4");
      sets.add("fleets." + operator.fleet() + ".duty.record=shifts");
    }
    sets.add("fleets.jade.vehicles=30"); // the study expects its thirtieth
    scenario = Shelf.read(NAME, sets);
    run = TracedRun.of(scenario, 1);
  }

  private static Instant instant(Event event, String attribute) {
    return (Instant) Objects.requireNonNull(event.attributes().find(attribute));
  }

  private static Instant time(Event event) {
    Clock clock = scenario.clock();
    return clock.instantOf(event.tick());
  }

  private static String vehicle(Event event) {
    return event.attributes().find("vehicle") instanceof String vehicle
        ? vehicle
        : event.subject().substring(event.subject().indexOf(':') + 1);
  }

  private void set(String vehicle, Instant from, boolean valid) {
    papers.computeIfAbsent(vehicle, v -> new TreeMap<>()).put(from, valid);
  }

  /** Whether something holds throughout a span, its last instant left out. */
  private static boolean holds(NavigableMap<Instant, Boolean> states, Instant from, Instant until) {
    var before = states.floorEntry(from);
    return before != null
        && before.getValue()
        && states.subMap(from, false, until, false).values().stream().allMatch(valid -> valid);
  }

  @Test
  void nobodyDrivesAutomatedWithoutPapersUnrecorded() {
    NavigableMap<Instant, Boolean> none = new TreeMap<>();
    for (Event event : run.stream(EventType.PLATE_ISSUED).toList()) {
      set(vehicle(event), time(event), true);
    }
    for (Event event : run.stream(EventType.PLATE_RENEWED).toList()) {
      set(vehicle(event), time(event), true);
    }
    for (EventType end : List.of(EventType.PLATE_EXPIRED, EventType.PLATE_VOIDED)) {
      run.stream(end).forEach(event -> set(vehicle(event), time(event), false));
    }
    Map<String, NavigableMap<Instant, Boolean>> permits = new TreeMap<>();
    for (EventType type :
        List.of(
            EventType.PERMIT_SUSPENDED, EventType.PERMIT_WITHDRAWN, EventType.PERMIT_REINSTATED)) {
      run.stream(type)
          .forEach(
              event ->
                  permits
                      .computeIfAbsent(vehicle(event), v -> new TreeMap<>())
                      .put(time(event), type == EventType.PERMIT_REINSTATED));
    }
    List<Event> shifts = run.events(EventType.SHIFT_DRIVEN);
    assertThat(shifts).hasSizeGreaterThan(10_000);
    List<String> unrecorded = new ArrayList<>();
    for (Event shift : shifts) {
      String vehicle = vehicle(shift);
      Instant from = instant(shift, "from");
      Instant until = instant(shift, "until").minusMillis(200); // a letter takes a tick
      NavigableMap<Instant, Boolean> permit = permits.getOrDefault(vehicle, none);
      boolean allowed =
          holds(papers.getOrDefault(vehicle, none), from, until)
              && (permit.floorEntry(from) == null || holds(permit, from, until))
              && (permit.isEmpty() || permit.subMap(from, false, until, false).isEmpty());
      if (shift.attributes().getString("mode").equals("automated")
          && !allowed
          && !hasViolation(vehicle, from, instant(shift, "until"))) {
        unrecorded.add(vehicle + " from " + from + " until " + until);
      }
    }
    assertThat(unrecorded).isEmpty();
  }

  private static boolean hasViolation(String vehicle, Instant from, Instant until) {
    return run.stream(EventType.VIOLATION_RECORDED)
        .filter(event -> vehicle(event).equals(vehicle))
        .map(StudyTest::time)
        .anyMatch(at -> !at.isBefore(from) && !at.isAfter(until.plusSeconds(1)));
  }

  @Test
  void platesAddUpAtEveryInstant() {
    NavigableMap<Long, int[]> books = new TreeMap<>();
    int issued = 0;
    int ended = 0;
    Map<String, Boolean> valid = new TreeMap<>();
    for (Event event : run.all()) {
      switch (event.type()) {
        case PLATE_ISSUED, PLATE_RENEWED -> {
          issued++;
          valid.put(event.attributes().getString("plate"), true);
        }
        case PLATE_EXPIRED, PLATE_RETURNED, PLATE_VOIDED ->
            ended +=
                Boolean.TRUE.equals(valid.put(event.attributes().getString("plate"), false))
                    ? 1
                    : 0;
        default -> {}
      }
      books.put(event.tick(), new int[] {issued, ended});
    }
    long stillValid = valid.values().stream().filter(holds -> holds).count();
    assertThat(issued).isPositive();
    assertThat(issued - ended).isEqualTo((int) stillValid);
    assertThat(books.values())
        .allSatisfy(book -> assertThat(book[0]).isGreaterThanOrEqualTo(book[1]));
    // a vehicle never carries two valid plates
    assertThat(stillValid).isLessThanOrEqualTo(scenario.icvs().size());
  }

  @Test
  void everythingOfALifeOccurs() {
    for (EventType type :
        List.of(
            EventType.APPLICATION_FILED,
            EventType.OPINION_GIVEN,
            EventType.DECLARATION_CONFIRMED,
            EventType.PLATE_ISSUED,
            EventType.PLATE_RENEWED,
            EventType.PLATE_RETURNED,
            EventType.PLATE_EXPIRED,
            EventType.DUTY_DAY,
            EventType.OBLIGATION_DONE)) {
      assertThat(run.events(type)).as(type.written()).isNotEmpty();
    }
  }
}
