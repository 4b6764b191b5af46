package io.testroad.record;

import static io.testroad.record.TinyWorld.CLOCK;
import static io.testroad.record.TinyWorld.event;
import static org.assertj.core.api.Assertions.assertThat;

import io.testroad.engine.EventType;
import java.util.List;
import org.junit.jupiter.api.Test;

class IncidentBookTest {

  private final IncidentBook book = new IncidentBook(CLOCK);

  private void at(long tick, EventType type, Object... attributes) {
    book.add(event(tick, type, "any:one", attributes));
  }

  private void began(long tick, int scene, String kind) {
    at(tick, EventType.SCENE_BEGAN, "scene", scene, "kind", kind, "road", "a");
  }

  private void reported(long tick, int incident, int scene, double latencyS) {
    at(
        tick,
        EventType.INCIDENT_REPORTED,
        "incident",
        incident,
        "scene",
        scene,
        "kind",
        "congestion",
        "road",
        "a",
        "means",
        "loop",
        "latencyS",
        latencyS);
  }

  private void of(long tick, EventType type, int incident) {
    at(tick, type, "incident", incident, "decidedBy", "centre:a");
  }

  private void unit(long tick, EventType type, int incident, String unit) {
    at(tick, type, "incident", incident, "unit", unit);
  }

  private void classified(long tick, EventType type, String severity, int priority) {
    at(
        tick,
        type,
        "incident",
        1,
        "kind",
        "collision",
        "severity",
        severity,
        "plan",
        "crash",
        "priority",
        priority,
        "decidedBy",
        "centre:a");
  }

  /** T0 10 s, T1 30 s, T2 60 s, T3 70 s, T4 130 s, T5 430 s, T6 500 s, T7 700 s. */
  private void oneIncident() {
    began(100, 1, "collision");
    reported(300, 1, 1, 4);
    at(310, EventType.REPORT_FUSED, "incident", 1, "scene", 1, "latencyS", 1.0);
    classified(600, EventType.INCIDENT_VERIFIED, "minor", 3);
    unit(700, EventType.UNIT_DISPATCHED, 1, "tow-1");
    unit(800, EventType.UNIT_SET_OUT, 1, "tow-1");
    unit(900, EventType.UNIT_DISPATCHED, 1, "patrol-1");
    classified(1000, EventType.INCIDENT_RECLASSIFIED, "life", 1);
    of(1100, EventType.INCIDENT_ESCALATED, 1);
    at(
        1100,
        EventType.COMMAND_HANDED_OVER,
        "incident",
        1,
        "to",
        "centre:b",
        "decidedBy",
        "centre:a");
    unit(1300, EventType.UNIT_ARRIVED, 1, "tow-1");
    unit(4000, EventType.UNIT_RELEASED, 1, "patrol-1");
    at(4200, EventType.SCENE_CLEARED, "scene", 1);
    at(4300, EventType.ROADWAY_CLEARED, "incident", 1, "decidedBy", "centre:b");
    unit(5000, EventType.UNIT_RELEASED, 1, "tow-1");
    at(5010, EventType.INCIDENT_CLOSED, "incident", 1, "decidedBy", "centre:b");
    unit(5020, EventType.UNIT_SET_OUT, 0, "tow-1");
    at(7000, EventType.SCENE_RECOVERED, "scene", 1);
    at(
        7000,
        EventType.SCENE_ENDED,
        "scene",
        1,
        "laneMinutes",
        6.5,
        "delayVehicleHours",
        0.25,
        "maxStanding",
        17,
        "riderMinutes",
        3.0,
        "idleCo2Kg",
        1.5);
  }

  @Test
  void anIncidentHasItsTimesFromTheTruthAndThePicture() {
    oneIncident();
    assertThat(book.incidents())
        .containsExactly(
            new Metrics.Incident(
                "1",
                1L,
                "collision",
                "a",
                "life",
                "crash",
                1L,
                "centre:b",
                2,
                "loop",
                1,
                null,
                new Metrics.Steps(
                    10.0, 30.0, 60.0, null, 70.0, 130.0, 430.0, 500.0, 501.0, 700.0)));
    assertThat(book.scenes())
        .containsExactly(
            new SceneMetrics(
                1,
                "collision",
                "a",
                10.0,
                420.0,
                700.0,
                700.0,
                6.5,
                0.25,
                17L,
                3.0,
                1.5,
                null,
                List.of("1")));
    assertThat(book.means())
        .isEqualTo(
            new Metrics.Steps(0.0, 20.0, 50.0, null, 60.0, 120.0, 420.0, 490.0, 491.0, 690.0));
  }

  @Test
  void theIntervalsOfFhwaAreMeasured() {
    oneIncident();
    IncidentTotals totals = book.totals(8000);
    assertThat(totals.times())
        .isEqualTo(
            new IncidentTotals.Times(
                one(20), one(30), one(10), one(100), one(400), one(470), one(280)));
    assertThat(totals.laneMinutes()).isEqualTo(6.5);
    assertThat(totals.delayVehicleHours()).isEqualTo(0.25);
    assertThat(totals.units()).isEqualTo(new IncidentTotals.Units(2, 50.0));
  }

  private static IncidentTotals.Span one(double seconds) {
    return new IncidentTotals.Span(1, seconds, seconds);
  }

  @Test
  void foundAndUnfoundFalseAndOpenAreTold() {
    oneIncident();
    began(6000, 2, "debris");
    began(6100, 3, "collision");
    at(6100, EventType.SECONDARY_CRASH, "scene", 3, "primary", 1, "afterS", 600.0);
    reported(6200, 2, 0, 0);
    of(6300, EventType.INCIDENT_DISMISSED, 2);
    reported(6400, 3, 0, 0);
    at(6410, EventType.REPORT_FUSED, "incident", 3, "scene", 3, "latencyS", 1.0);
    at(8000, EventType.INCIDENT_LEFT_OPEN, "incident", 3, "reason", "waits", "decidedBy", "c:a");
    assertThat(book.totals(8000).counts())
        .isEqualTo(new IncidentTotals.Counts(3, 2, 1, 1, 1, 1, 1, 1, 1));
    assertThat(book.incidents().get(1).scene()).isNull();
    assertThat(book.incidents().get(2).scene()).isEqualTo(3);
    assertThat(book.incidents().get(2).leftOpen()).isEqualTo("waits");
    assertThat(book.scenes().get(1).incidents()).isEmpty();
    assertThat(book.scenes().get(1).laneMinutes()).isNull();
    assertThat(book.scenes().get(2).secondaryOf()).isEqualTo(1);
  }

  @Test
  void aPatrolSentToLookIsDispatchedInNoTime() {
    reported(100, 1, 1, 0);
    unit(150, EventType.UNIT_DISPATCHED, 1, "patrol-1");
    classified(400, EventType.INCIDENT_VERIFIED, "minor", 3);
    assertThat(book.totals(500).times().dispatch()).isEqualTo(one(0));
  }

  @Test
  void ridersStuckAreCountedUntilTheyAreFreedOrTheRunEnds() {
    at(0, EventType.RIDERS_STUCK, "vehicle", "v1", "riders", 2);
    at(600, EventType.RIDERS_STUCK, "vehicle", "v2", "riders", 1);
    at(1200, EventType.RIDERS_FREED, "vehicle", "v1", "riders", 2, "afterS", 120.0);
    // 2 riders for 2 min, 1 from 60 s on: 3 min to 240 s, 9 min to 600 s
    assertThat(book.totals(2400).riders()).isEqualTo(new IncidentTotals.Riders(7, 3, 180.0));
    assertThat(book.totals(1800).riders()).isEqualTo(new IncidentTotals.Riders(6, 3, 120.0));
    at(6000, EventType.RIDERS_FREED, "vehicle", "v2", "riders", 1, "afterS", 540.0);
    assertThat(book.totals(9000).riders()).isEqualTo(new IncidentTotals.Riders(13, 3, 540.0));
  }

  @Test
  void waitsHaveAMeanAndANearestRank() {
    for (int i = 1; i <= 20; i++) {
      at(i, EventType.ASSISTANCE_ASKED, "cause", "assistance");
      at(i, EventType.ASSISTANCE_BEGUN, "vehicle", "v", "waitedS", (double) i, "queue", 21 - i);
    }
    at(30, EventType.CALL_MADE, "scene", 1, "caller", "c-1");
    at(30, EventType.CALL_MADE, "scene", 1, "caller", "c-2");
    at(31, EventType.CALL_ANSWERED, "caller", "c-1", "waitedS", 2.5);
    at(40, EventType.CALL_ABANDONED, "caller", "c-2", "waitedS", 9.0);
    IncidentTotals totals = book.totals(100);
    // of 20 waits the 19th is the least that 95 % do not exceed
    assertThat(totals.assistance())
        .isEqualTo(new IncidentTotals.Assistance(20, 20, 10.5, 19.0, 20));
    assertThat(totals.calls()).isEqualTo(new IncidentTotals.Calls(2, 1, 1, 2.5));
  }
}
