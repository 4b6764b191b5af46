package io.testroad.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import io.testroad.engine.Event;
import io.testroad.engine.EventType;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every incident of every run: nothing is lost, and whoever decides says why. */
class IncidentsTest {

  private static final String STRESS = "incidents/stress-1000-incidents";

  /** Events that decide something about an incident. */
  private static final Set<EventType> COMMANDS =
      Set.of(
          EventType.INCIDENT_VERIFIED,
          EventType.INCIDENT_RECLASSIFIED,
          EventType.UNIT_DISPATCHED,
          EventType.MEASURE_TAKEN,
          EventType.INCIDENT_ESCALATED,
          EventType.REPORT_FILED);

  private static final List<EventType> ENDS =
      List.of(
          EventType.INCIDENT_CLOSED, EventType.INCIDENT_DISMISSED, EventType.INCIDENT_LEFT_OPEN);

  static List<String> names() {
    return Shelf.names().stream().filter(name -> name.startsWith("incidents/")).toList();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("names")
  void everyIncidentEndsOnce(String name) {
    TracedRun run = Shelf.run(name, 1);
    Set<String> reported =
        run.stream(EventType.INCIDENT_REPORTED)
            .map(event -> number(event))
            .collect(Collectors.toCollection(TreeSet::new));
    Map<String, Integer> ends = new TreeMap<>();
    for (EventType end : ENDS) {
      run.stream(end).forEach(event -> ends.merge(number(event), 1, Integer::sum));
    }
    assertThat(ends.keySet()).as("incidents that end").isEqualTo(reported);
    assertThat(ends.values()).as("how often each ends").allMatch(times -> times == 1);
    assertThat(run.stream(EventType.INCIDENT_LEFT_OPEN))
        .allSatisfy(event -> assertThat(event.attributes().getString("reason")).isNotBlank());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("names")
  void everyCommandSaysWhoDecidedKnowingWhat(String name) {
    TracedRun run = Shelf.run(name, 1);
    for (EventType command : COMMANDS) {
      assertThat(run.stream(command))
          .allSatisfy(
              event -> {
                assertThat(event.attributes().getString("decidedBy")).startsWith("centre:");
                assertThat(event.attributes().getString("plan")).isNotBlank();
                assertThat(event.attributes().getString("known")).isNotBlank();
              });
    }
  }

  private static String number(Event event) {
    return String.valueOf(event.attributes().find("incident"));
  }

  @Test
  void aThousandIncidentsInAnHourAreAllFollowedUp() {
    TracedRun run = Shelf.run(STRESS, 1);
    assertThat(run.stream(EventType.SCENE_BEGAN).count()).isGreaterThanOrEqualTo(900);
    assertThat(Shelf.scenario(STRESS).centres().stream().mapToInt(c -> c.units().size()).sum())
        .isEqualTo(20);
    assertThat(run.stream(EventType.INCIDENT_CLOSED)).isNotEmpty();
    assertThat(run.stream(EventType.INCIDENT_LEFT_OPEN)).isNotEmpty();
  }

  @Test
  void unitsDriveAsLongAsTheCentreExpects() {
    TracedRun run = Shelf.run(STRESS, 1);
    Map<String, Double> expected = new TreeMap<>();
    run.stream(EventType.UNIT_DISPATCHED)
        .forEach(event -> expected.put(trip(event), seconds(event, "expectedS")));
    double sumExpected = 0;
    double sumDriven = 0;
    int trips = 0;
    for (Event event : run.stream(EventType.UNIT_ARRIVED).toList()) {
      Double told = expected.get(trip(event));
      if (told != null) {
        sumExpected += told;
        sumDriven += seconds(event, "afterS");
        trips++;
      }
    }
    assertThat(trips).isGreaterThanOrEqualTo(20);
    assertThat(sumDriven / sumExpected)
        .as("driven over expected, %d trips", trips)
        .isBetween(0.8, 1.25);
  }

  /** Whether the police's centre numbered it, not a rescue desk: it comes first. */
  private static boolean isOfPolice(Event event) {
    return (Long) java.util.Objects.requireNonNull(event.attributes().find("incident")) < 100_000;
  }

  private static String trip(Event event) {
    return number(event) + " " + event.attributes().find("unit");
  }

  private static double seconds(Event event, String name) {
    return (Double) java.util.Objects.requireNonNull(event.attributes().find(name));
  }

  @Test
  void oneIncidentIsFoundBySeveralMeans() {
    TracedRun run = Shelf.run("incidents/several-sensors-one-incident", 1);
    assertThat(run.stream(EventType.SCENE_BEGAN)).hasSize(1);
    assertThat(run.stream(EventType.INCIDENT_REPORTED).filter(IncidentsTest::isOfPolice))
        .hasSize(1);
    assertThat(run.stream(EventType.REPORT_FUSED)).hasSizeGreaterThanOrEqualTo(2);
  }

  @ParameterizedTest(name = "{0}")
  @org.junit.jupiter.params.provider.ValueSource(
      strings = {"incidents/false-alarm-camera", "incidents/false-alarm-drone"})
  void aFalseAlarmCostsAVerificationAndNoDispatch(String name) {
    TracedRun run = Shelf.run(name, 1);
    assertThat(run.stream(EventType.FALSE_ALARM)).isNotEmpty();
    assertThat(run.stream(EventType.INCIDENT_DISMISSED)).isNotEmpty();
    assertThat(run.stream(EventType.UNIT_DISPATCHED))
        .allSatisfy(
            event -> assertThat(event.attributes().getString("unitKind")).isEqualTo("drone"));
  }
}
