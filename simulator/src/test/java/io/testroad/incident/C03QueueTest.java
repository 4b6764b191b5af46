package io.testroad.incident;

import static org.assertj.core.api.Assertions.assertThat;

import io.testroad.Stage;
import io.testroad.engine.Facts;
import io.testroad.protocol.IncidentLetter;
import io.testroad.protocol.SceneFacts;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

/** Who waits for a unit, who is served first, and who loses his. */
class C03QueueTest {

  private static IncidentLetter.Reported stall(int road) {
    return Precinct.telemetry(Precinct.stall("arterial-east-" + road, 0, 200, "v" + road));
  }

  private static IncidentLetter.Reported crash(int road) {
    Facts hurt = Facts.of(SceneFacts.INJURED, 1, SceneFacts.CAN_MOVE, false);
    return Precinct.telemetry(
        Precinct.sight("collision", "arterial-east-" + road, 0, 200, hurt, "c" + road));
  }

  @Test
  void servedByPriorityThenByFirstReport() {
    Stage stage =
        Precinct.stage(Precinct.with(Precinct.PLAIN, Precinct.tow("tow-1", "arterial-east-0")));
    stage
        .tell(10, Precinct.CENTRE, stall(0))
        .tell(20, Precinct.CENTRE, stall(1))
        .tell(30, Precinct.CENTRE, stall(2))
        .tell(40, Precinct.CENTRE, crash(3));
    for (int i = 0; i < 4; i++) {
      int number = List.of(1, 4, 2, 3).get(i);
      double at = 100 + 100 * i;
      stage
          .tell(at, Precinct.CENTRE, new IncidentLetter.UnitOnScene(number, "tow-1"))
          .tell(
              at + 10,
              Precinct.CENTRE,
              new IncidentLetter.UnitDone(number, "tow-1"),
              new IncidentLetter.UnitFree("tow-1", "arterial-east-0", 0));
    }
    stage.until(1000);
    String text = stage.text("unit-dispatched", "task=tow");
    assertThat(
            text.lines()
                .map(
                    line ->
                        line.replaceAll("\\{.*incident=", "")
                            .replaceAll(",.*tow-1", "")
                            .replaceAll(",.*", "")))
        .containsExactly(
            "10.0 district records unit-dispatched of incident:1 1, unitKind=tow-truck}"
                .replaceAll(",.*", ""),
            "20.0 district records unit-unavailable of incident:2 2",
            "30.0 district records unit-unavailable of incident:3 3",
            "40.0 district records unit-unavailable of incident:4 4",
            "110.0 district records unit-dispatched of incident:4 4",
            "210.0 district records unit-dispatched of incident:2 2",
            "310.0 district records unit-dispatched of incident:3 3");
  }

  /** Of two that wait the truck goes to the nearer, though the other was reported first. */
  @Test
  void theNearestIsServedFirstWhereTheCentreWantsIt() {
    CentreSpec spec =
        Precinct.with(
            Precinct.with(Precinct.PLAIN, Precinct.tow("tow-1", "arterial-east-0")),
            DispatchSpec.STANDARD.withOrder(QueueOrder.NEAREST));
    Stage stage = Precinct.stage(spec);
    stage
        .tell(10, Precinct.CENTRE, stall(0))
        .tell(20, Precinct.CENTRE, stall(2))
        .tell(30, Precinct.CENTRE, stall(1))
        .tell(100, Precinct.CENTRE, new IncidentLetter.UnitOnScene(1, "tow-1"))
        .tell(
            110,
            Precinct.CENTRE,
            new IncidentLetter.UnitDone(1, "tow-1"),
            new IncidentLetter.UnitFree("tow-1", "arterial-east-0", 0))
        .until(200);
    assertThat(stage.text("UnitSent").lines())
        .hasSize(2)
        .last(InstanceOfAssertFactories.STRING)
        .startsWith("110.0 district writes vehicle:tow-1 UnitSent[incident=3");
  }

  @Test
  void aUnitOnItsWayIsCalledAwayForALife() {
    CentreSpec spec =
        Precinct.with(
            Precinct.with(Precinct.PLAIN, Precinct.tow("tow-1", "arterial-east-0")),
            DispatchSpec.STANDARD.withPreEmption(Duration.ofMinutes(2)));
    Stage stage = Precinct.stage(spec);
    stage.tell(10, Precinct.CENTRE, stall(2)).tell(20, Precinct.CENTRE, crash(1)).until(30);
    assertThat(stage.text("tow-1"))
        .contains(
            "20.0 district records unit-recalled of incident:1 {decidedBy=centre:district,"
                + " incident=1, plan=stalled, reason=needed more at incident 2, unit=tow-1}")
        .contains("20.0 district records unit-dispatched of incident:2")
        .contains("writes vehicle:tow-1 UnitSent[incident=2")
        .doesNotContain("UnitRecalled");
  }

  @Test
  void aUnitThatIsThereStays() {
    CentreSpec spec =
        Precinct.with(
            Precinct.with(Precinct.PLAIN, Precinct.tow("tow-1", "arterial-east-0")),
            DispatchSpec.STANDARD.withPreEmption(Duration.ofMinutes(2)));
    Stage stage = Precinct.stage(spec);
    stage
        .tell(10, Precinct.CENTRE, stall(2))
        .tellFrom(
            io.testroad.engine.AgentId.vehicle("tow-1"),
            15,
            Precinct.CENTRE,
            new IncidentLetter.UnitOnScene(1, "tow-1"))
        .tell(20, Precinct.CENTRE, crash(1))
        .until(30);
    assertThat(stage.text("recalled")).isEmpty();
  }

  @Test
  void whoIsStuckIsReplaced() {
    Stage stage =
        Precinct.stage(
            Precinct.with(
                Precinct.PLAIN,
                Precinct.tow("tow-1", "arterial-east-1"),
                Precinct.tow("tow-2", "arterial-east-0")));
    stage
        .tell(10, Precinct.CENTRE, stall(2))
        .tellFrom(
            io.testroad.engine.AgentId.vehicle("tow-1"),
            50,
            Precinct.CENTRE,
            new IncidentLetter.UnitStuck(1, "tow-1", "arterial-east-1", "no-way"))
        .until(60);
    assertThat(stage.text("UnitSent"))
        .contains("10.0 district writes vehicle:tow-1")
        .contains("50.0 district writes vehicle:tow-2");
  }

  @Test
  void aLaneWithTwoIncidentsOpensAfterTheSecond() {
    Stage stage =
        Precinct.stage(
            Precinct.with(
                Precinct.PLAIN,
                Precinct.tow("tow-1", "arterial-east-0"),
                Precinct.tow("tow-2", "arterial-east-0")));
    stage
        .tell(
            10, Precinct.CENTRE, Precinct.telemetry(Precinct.stall("arterial-east-1", 0, 100, "a")))
        .tell(
            20,
            Precinct.CENTRE,
            Precinct.telemetry(Precinct.stall("arterial-east-1", 0, 300, "b")));
    for (int number = 1; number <= 2; number++) {
      stage
          .tell(
              100 * number,
              Precinct.CENTRE,
              new IncidentLetter.UnitOnScene(number, "tow-" + number))
          .tell(
              100 * number + 50,
              Precinct.CENTRE,
              new IncidentLetter.UnitDone(number, "tow-" + number));
    }
    assertThat(stage.until(1000).text("Lane", "lifted"))
        .isEqualTo(
            """
            10.0 district decides CloseLane[road=arterial-east-1, lane=0, by=incident-1/lane]
            20.0 district decides CloseLane[road=arterial-east-1, lane=0, by=incident-2/lane]
            150.0 district decides OpenLane[road=arterial-east-1, lane=0, by=incident-1/lane]
            250.0 district records measure-lifted of incident:2 {decidedBy=centre:district, incident=2, measure=close-lanes, plan=stalled, what=arterial-east-1 0}
            250.0 district decides OpenLane[road=arterial-east-1, lane=0, by=incident-2/lane]
            """);
  }

  @Test
  void whatIsOpenAtTheEndIsSaid() {
    Stage stage =
        Precinct.stage(Precinct.with(Precinct.PLAIN, Precinct.tow("tow-1", "arterial-east-0")));
    stage
        .tell(10, Precinct.CENTRE, stall(0))
        .tell(20, Precinct.CENTRE, stall(1))
        .tell(30, Precinct.CENTRE, stall(2))
        .tell(100, Precinct.CENTRE, new IncidentLetter.RunEnding());
    assertThat(stage.until(100).text("left-open"))
        .isEqualTo(
            """
            100.0 district records incident-left-open of incident:1 {decidedBy=centre:district, incident=1, reason=tow-1 on its way, stage=dispatched}
            100.0 district records incident-left-open of incident:2 {decidedBy=centre:district, incident=2, reason=waits for tow: 0 before it, stage=verified}
            100.0 district records incident-left-open of incident:3 {decidedBy=centre:district, incident=3, reason=waits for tow: 1 before it, stage=verified}
            """);
  }
}
