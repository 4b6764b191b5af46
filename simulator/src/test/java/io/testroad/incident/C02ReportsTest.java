package io.testroad.incident;

import static org.assertj.core.api.Assertions.assertThat;

import io.testroad.Stage;
import io.testroad.engine.Facts;
import io.testroad.protocol.IncidentLetter;
import io.testroad.protocol.SceneFacts;
import io.testroad.protocol.SceneLetter.Sight;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which reports are of one incident, and how they are made sure of. */
class C02ReportsTest {

  private static final Sight STALL = Precinct.stall("arterial-east-1", 0, 100, "a");

  private static long open(IncidentLetter.Reported... reports) {
    Stage stage = Precinct.stage(Precinct.PLAIN);
    for (var report : reports) {
      stage.tell(10, Precinct.CENTRE, report);
    }
    return (Long) stage.until(11).fact(Precinct.CENTRE, "incident.total");
  }

  @Test
  void nearbyReportsOfOneRoadAreOneIncident() {
    assertThat(
            open(
                Precinct.telemetry(Precinct.stall("arterial-east-1", 0, 100, "a")),
                Precinct.telemetry(Precinct.stall("arterial-east-1", 1, 150))))
        .isEqualTo(1);
    assertThat(
            open(
                Precinct.telemetry(Precinct.stall("arterial-east-1", 0, 100, "a")),
                Precinct.telemetry(Precinct.stall("arterial-east-1", 0, 150.1))))
        .isEqualTo(2);
  }

  @Test
  void twoNamedVehiclesThatStandAreTwoIncidents() {
    assertThat(
            open(
                Precinct.telemetry(Precinct.stall("arterial-east-1", 0, 100, "a")),
                Precinct.telemetry(Precinct.stall("arterial-east-1", 0, 110, "b"))))
        .isEqualTo(2);
    assertThat(
            open(
                Precinct.telemetry(Precinct.stall("arterial-east-1", 0, 100, "a")),
                Precinct.telemetry(
                    Precinct.sight("collision", "arterial-east-1", 0, 110, Facts.empty(), "b"))))
        .isEqualTo(1);
  }

  @Test
  void aCallerMayBeFurtherOff() {
    assertThat(
            open(
                Precinct.telemetry(Precinct.stall("arterial-east-1", 0, 100, "a")),
                Precinct.call(
                    Precinct.sight("collision", "arterial-east-1", 0, 195, Facts.empty()))))
        .isEqualTo(1);
  }

  @Test
  void theEndOfARoadIsNearTheBeginningOfTheNext() {
    assertThat(
            open(
                Precinct.telemetry(Precinct.stall("arterial-east-1", 0, 480, "a")),
                Precinct.telemetry(Precinct.stall("arterial-east-2", 0, 10))))
        .isEqualTo(1);
    assertThat(
            open(
                Precinct.telemetry(Precinct.stall("arterial-east-1", 0, 10, "a")),
                Precinct.telemetry(Precinct.stall("arterial-west-1", 0, 10, "b"))))
        .isEqualTo(2);
  }

  @Test
  void kindsMustAgreeUnlessNobodyKnows() {
    assertThat(
            open(
                Precinct.telemetry(
                    Precinct.sight("debris", "arterial-east-1", 0, 9, Facts.empty())),
                Precinct.telemetry(Precinct.stall("arterial-east-1", 0, 10, "b"))))
        .isEqualTo(2);
    assertThat(
            open(
                Precinct.call(Precinct.sight("congestion", "arterial-east-1", 0, 9, Facts.empty())),
                Precinct.telemetry(Precinct.stall("arterial-east-1", 0, 10, "b"))))
        .isEqualTo(1);
  }

  @Test
  void theSameVehicleIsTheSameIncident() {
    assertThat(
            open(
                Precinct.telemetry(Precinct.stall("arterial-east-1", 0, 100, "a")),
                Precinct.telemetry(Precinct.stall("arterial-east-2", 0, 400, "a"))))
        .isEqualTo(1);
  }

  @Test
  void moreReliableTellersOverwriteAndAreNamed() {
    Stage stage = Precinct.stage(Precinct.PLAIN);
    Facts hurt = Facts.of(SceneFacts.INJURED, 2);
    stage
        .tell(
            10, Precinct.CENTRE, Precinct.telemetry(Precinct.stall("arterial-east-1", 0, 100, "a")))
        .tell(
            20,
            Precinct.CENTRE,
            Precinct.call(Precinct.sight("fire", "arterial-east-1", 1, 120, hurt)))
        .until(30);
    assertThat(stage.text("incident-reclassified"))
        .contains("kind=vehicle-stalled")
        .contains("severity=life")
        .contains("plan=collision")
        .contains("reason=lane-blocked → life")
        .contains(
            "known=kind=vehicle-stalled road=arterial-east-1 (platform:supervision 12:00:10);"
                + " injured=2 (callers:public 12:00:20)");
  }

  @Test
  void aCameraShowsThatNothingIsThere() {
    CentreSpec spec =
        Precinct.watched(
            Precinct.with(Precinct.PLAIN, Precinct.tow("tow-1", "arterial-east-0")),
            "arterial-east-1");
    Stage stage = Precinct.stage(spec);
    stage
        .tell(10, Precinct.CENTRE, Precinct.call(Precinct.stall("arterial-east-1", 0, 100, "a")))
        .tellFrom(
            Precinct.CAMERA,
            20,
            Precinct.CENTRE,
            new IncidentLetter.Checked(1, "camera", true, List.of()))
        .until(500);
    assertThat(stage.text("incident:1", "writes"))
        .isEqualTo(
            """
            10.0 district records incident-reported of incident:1 {incident=1, kind=vehicle-stalled, lane=0, latencyS=10.0, means=caller, road=arterial-east-1, scene=7, source=callers:public, vehicle=a}
            10.0 district records verification-begun of incident:1 {by=sensor:camera, decidedBy=centre:district, incident=1, means=camera}
            10.0 district writes sensor:camera CheckAsked[inquiry=1, road=arterial-east-1, positionM=100.0, withinM=100.0]
            20.0 district records incident-dismissed of incident:1 {decidedBy=centre:district, incident=1, means=camera, reason=false-alarm}
            """);
  }

  @Test
  void aDroneCostsNoDispatch() {
    CentreSpec spec =
        Precinct.with(
            Precinct.PLAIN,
            Precinct.tow("tow-1", "arterial-east-0"),
            Precinct.unit("drone-1", UnitKind.DRONE, "arterial-east-0"));
    Stage stage = Precinct.stage(spec);
    stage
        .tell(10, Precinct.CENTRE, Precinct.call(Precinct.stall("arterial-east-1", 0, 100, "a")))
        .tell(100, Precinct.CENTRE, new IncidentLetter.UnitOnScene(1, "drone-1"))
        .tell(100.1, Precinct.CENTRE, new IncidentLetter.UnitFound(1, "drone-1", List.of()))
        .until(500);
    assertThat(stage.text("verification-begun", "dispatched", "dismissed"))
        .isEqualTo(
            """
            10.0 district records verification-begun of incident:1 {by=vehicle:drone-1, decidedBy=centre:district, incident=1, means=drone}
            100.1 district records incident-dismissed of incident:1 {decidedBy=centre:district, incident=1, means=drone, reason=false-alarm}
            """);
  }

  @Test
  void elseAPatrolGoesAndSees() {
    CentreSpec spec = Precinct.with(Precinct.PLAIN, Precinct.patrol("patrol-1", "arterial-east-0"));
    Stage stage = Precinct.stage(spec);
    stage
        .tell(
            10,
            Precinct.CENTRE,
            new IncidentLetter.Reported(
                Precinct.stall("arterial-east-1", 0, 100, "a"),
                io.testroad.engine.AgentId.of("sensor", "loop"),
                "loop",
                100,
                0))
        .tell(100, Precinct.CENTRE, new IncidentLetter.UnitOnScene(1, "patrol-1"))
        .tell(100.1, Precinct.CENTRE, new IncidentLetter.UnitFound(1, "patrol-1", List.of()))
        .until(500);
    assertThat(stage.text("verification-begun", "dispatched", "dismissed"))
        .contains("verification-begun of incident:1 {by=vehicle:patrol-1")
        .contains("tasks=observe")
        .contains("means=unit, reason=false-alarm");
  }

  @Test
  void withoutAnybodyWhoCouldLookItIsBelievedAfterAWhile() {
    Stage stage = Precinct.stage(Precinct.PLAIN);
    stage
        .tell(10, Precinct.CENTRE, Precinct.filmed(Precinct.stall("arterial-east-1", 0, 100, "a")))
        .until(500);
    assertThat(stage.text("incident-verified")).startsWith("40.0").contains("means=none");
  }

  @Test
  void twoMeansAreBelievedAtOnce() {
    Stage stage = Precinct.stage(Precinct.PLAIN);
    stage
        .tell(10, Precinct.CENTRE, Precinct.filmed(Precinct.stall("arterial-east-1", 0, 100, "a")))
        .tell(20, Precinct.CENTRE, Precinct.call(Precinct.stall("arterial-east-1", 0, 100, "a")))
        .until(500);
    assertThat(stage.text("incident-verified")).startsWith("20.0").contains("means=caller+camera");
  }

  @Test
  void whatGoesByItselfIsClosedAndItsUnitCalledBack() {
    CentreSpec spec = Precinct.with(Precinct.PLAIN, Precinct.tow("tow-1", "arterial-east-0"));
    Stage stage = Precinct.stage(spec);
    var seen = Precinct.stall("arterial-east-1", 0, 100, "a");
    stage
        .tell(10, Precinct.CENTRE, Precinct.telemetry(seen))
        .tell(50, Precinct.CENTRE, new IncidentLetter.ReportedGone(seen, Precinct.PLATFORM))
        .tell(51, Precinct.CENTRE, new IncidentLetter.UnitFree("tow-1", "arterial-east-0", 0))
        .tell(52, Precinct.CENTRE, Precinct.telemetry(seen))
        .until(500);
    assertThat(
            stage.text(
                "dismissed",
                "recalled",
                "Recalled",
                "lifted",
                "cleared",
                "closed",
                "OpenLane",
                "fused"))
        .isEqualTo(
            """
            50.0 district records unit-recalled of incident:1 {decidedBy=centre:district, incident=1, plan=stalled, reason=obstacle-gone, unit=tow-1}
            50.0 district records measure-lifted of incident:1 {decidedBy=centre:district, incident=1, measure=close-lanes, plan=stalled, what=arterial-east-1 0}
            50.0 district records roadway-cleared of incident:1 {afterS=40.0, decidedBy=centre:district, incident=1}
            50.0 district records incident-closed of incident:1 {afterS=40.0, decidedBy=centre:district, incident=1}
            50.0 district decides OpenLane[road=arterial-east-1, lane=0, by=incident-1/lane]
            50.0 district writes vehicle:tow-1 UnitRecalled[incident=1, reason=obstacle-gone]
            52.0 district records report-fused of incident:1 {incident=1, kind=vehicle-stalled, latencyS=52.0, means=telemetry, scene=7, source=platform:supervision}
            """);
    assertThat(stage.fact(Precinct.CENTRE, "centre.freeUnits")).isEqualTo(1L);
  }

  @Test
  void whatIsOverWhenAUnitComesIsClosed() {
    Stage stage = lookedForInVain(Precinct.telemetry(STALL));
    assertThat(stage.text("dismissed", "cleared", "closed", "released"))
        .isEqualTo(
            """
            100.1 district records roadway-cleared of incident:1 {afterS=90.1, decidedBy=centre:district, incident=1}
            100.2 district records unit-released of incident:1 {incident=1, unit=tow-1}
            100.2 district records incident-closed of incident:1 {afterS=90.2, decidedBy=centre:district, incident=1}
            """);
  }

  @Test
  void whatNobodyWhoKnowsHasToldIsDismissedWhenAUnitFindsNothing() {
    Stage stage = lookedForInVain(Precinct.call(STALL), Precinct.call(STALL));
    assertThat(stage.text("dismissed", "cleared", "closed", "released"))
        .isEqualTo(
            """
            100.1 district records incident-dismissed of incident:1 {decidedBy=centre:district, incident=1, means=unit, reason=nothing-found}
            100.1 district records unit-released of incident:1 {incident=1, reason=nothing-found, unit=tow-1}
            """);
  }

  /** What is reported is believed; the tow truck that was sent sees nothing where it comes. */
  private static Stage lookedForInVain(IncidentLetter.Reported... reports) {
    CentreSpec spec = Precinct.with(Precinct.PLAIN, Precinct.tow("tow-1", "arterial-east-0"));
    Stage stage = Precinct.stage(spec);
    for (var report : reports) {
      stage.tell(10, Precinct.CENTRE, report);
    }
    return stage
        .tell(100, Precinct.CENTRE, new IncidentLetter.UnitOnScene(1, "tow-1"))
        .tell(100.1, Precinct.CENTRE, new IncidentLetter.UnitFound(1, "tow-1", List.of()))
        .tell(100.2, Precinct.CENTRE, new IncidentLetter.UnitDone(1, "tow-1"))
        .until(500);
  }
}
