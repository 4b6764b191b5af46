package io.testroad.incident;

import static org.assertj.core.api.Assertions.assertThat;

import io.testroad.engine.Event;
import io.testroad.engine.EventType;
import io.testroad.engine.Facts;
import io.testroad.engine.RandomStream;
import io.testroad.protocol.IncidentLetter;
import io.testroad.protocol.SceneFacts;
import io.testroad.protocol.SceneLetter.Sight;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** A thousand reports in an hour, many false, many of the same, and twenty units. */
class C06LoadTest {

  private static final UnitKind[] KINDS = {
    UnitKind.TOW_TRUCK, UnitKind.PATROL_CAR, UnitKind.AMBULANCE, UnitKind.DRONE, UnitKind.ROAD_CREW
  };

  private static Field field(long seed) {
    List<UnitSpec> units = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      String road = "arterial-" + (i % 2 == 0 ? "east" : "west") + "-" + i % 4;
      units.add(Precinct.unit("unit-" + i, KINDS[i % KINDS.length], road));
    }
    RandomStream times = RandomStream.of(seed, "times");
    CentreSpec spec =
        Precinct.with(
            Precinct.watched(
                Precinct.with(Precinct.PLAIN, units.toArray(UnitSpec[]::new)), "arterial-east-1"),
            DispatchSpec.STANDARD.withPreEmption(java.time.Duration.ofMinutes(1)));
    Field field =
        new Field(
            order ->
                new double[] {
                  times.exponential(2 * order, 120), times.exponential(2 * order + 1, 300)
                },
            spec);
    RandomStream chance = RandomStream.of(seed, "reports");
    for (int i = 0; i < 1000; i++) {
      report(field, chance, i);
    }
    return field;
  }

  private static void report(Field field, RandomStream chance, int i) {
    double[] u = new double[6];
    for (int k = 0; k < u.length; k++) {
      u[k] = chance.uniform(6L * i + k);
    }
    String road = "arterial-" + (u[0] < 0.5 ? "east-" : "west-") + (int) (u[1] * 4);
    String kind = List.of("vehicle-stalled", "collision", "debris").get((int) (u[2] * 3));
    Facts facts =
        kind.equals("collision") && u[3] < 0.3
            ? Facts.of(SceneFacts.INJURED, 1 + (int) (u[3] * 10))
            : Facts.empty();
    Sight seen =
        new Sight(
            i + 1, kind, road, (int) (u[4] * 2), 20 + ((int) (u[5] * 9)) * 55, List.of(), facts);
    IncidentLetter.Reported report =
        switch (i % 3) {
          case 0 -> Precinct.telemetry(seen);
          case 1 -> Precinct.call(seen);
          default -> Precinct.filmed(seen);
        };
    field.report(3.6 * i, Precinct.CENTRE, report, i % 3 == 0 || u[0] > 0.15);
  }

  @Property(tries = 3, shrinking = ShrinkingMode.OFF)
  void nothingIsLost(@ForAll long seed) {
    Field field = field(seed);
    field.until(7000);
    field.tell(7000.1, Precinct.CENTRE, new IncidentLetter.RunEnding());
    field.until(7001);
    SortedMap<Object, List<EventType>> ends = new TreeMap<>();
    for (Event event : field.events()) {
      Object incident = event.attributes().find("incident");
      switch (event.type()) {
        case INCIDENT_REPORTED -> ends.put(incident, new ArrayList<>());
        case INCIDENT_CLOSED, INCIDENT_DISMISSED, INCIDENT_LEFT_OPEN ->
            ends.get(incident).add(event.type());
        default -> {}
      }
    }
    assertThat(ends).isNotEmpty();
    ends.forEach((incident, end) -> assertThat(end).as("incident " + incident).hasSize(1));
    assertThat(reports(field)).isEqualTo(1000);
    inOrder(field);
    measuresAreLifted(field);
  }

  /** Those of the thousand that are on record; what somebody saw besides has just happened. */
  private static long reports(Field field) {
    return field.events().stream()
        .filter(
            each ->
                each.type() == EventType.REPORT_FUSED || each.type() == EventType.INCIDENT_REPORTED)
        .filter(
            each ->
                field.clock().secondsAt(each.tick())
                    == (Double) each.attributes().asMap().get("latencyS"))
        .count();
  }

  /** The queue stands in order of priority, and no unit is lost. */
  private static void inOrder(Field field) {
    CentreState state = field.state(Precinct.CENTRE);
    List<Queue.Waiting> queue = Queue.of(state);
    for (int i = 1; i < queue.size(); i++) {
      assertThat(queue.get(i).priority()).isGreaterThanOrEqualTo(queue.get(i - 1).priority());
    }
    SortedMap<String, Long> free = new TreeMap<>();
    state.posts().forEach((unit, post) -> free.merge(post.engagement().name(), 1L, Long::sum));
    assertThat(free.values().stream().mapToLong(Long::longValue).sum()).isEqualTo(20);
  }

  /** What is in force at the end is that of incidents that are open. */
  private static void measuresAreLifted(Field field) {
    CentreState state = field.state(Precinct.CENTRE);
    state
        .measures()
        .values()
        .forEach(
            each -> assertThat(state.pictures().keySet()).containsAll(each.strength().keySet()));
  }
}
