package io.testroad.incident;

import static org.assertj.core.api.Assertions.assertThat;

import io.testroad.Stage;
import io.testroad.engine.AgentId;
import io.testroad.engine.Percept;
import org.junit.jupiter.api.Test;

/** The course of one incident, from the stall (T0) until all is as before (T6). */
class A01CourseTest {

  private static final AgentId TOW = AgentId.vehicle("tow-1");

  @Test
  void fromTheStallToTheOpenLane() {
    UnitSpec tow = District.tow("tow-1", "arterial-east-0");
    Stage stage = District.centre(tow).with(District.platform()).with(District.agent(tow));
    stage
        .tell(10, District.PLATFORM, District.stall("arterial-east-2", 1, 300, "pilot"))
        .tell(110, TOW, new Percept.Departed("arterial-east-0", 0, 0))
        .tell(150, TOW, new Percept.EnteredRoad("arterial-east-1", 0, 16))
        .tell(200, TOW, new Percept.Arrived("arterial-east-2", 90, 1200));
    assertThat(stage.until(3000).text())
        .isEqualTo(
            """
            10.0 city reminds itself in 5.0 s of DetectionReady[seen=RoadOccurrence[occurrence=vehicle-stalled, road=arterial-east-2, lane=1, positionM=300.0, vehicle=pilot], occurredTick=100]
            15.0 city writes centre:district IncidentReported[occurrence=RoadOccurrence[occurrence=vehicle-stalled, road=arterial-east-2, lane=1, positionM=300.0, vehicle=pilot], source=platform:city, occurredTick=100]
            15.1 district records incident-reported of incident:1 {incident=1, kind=vehicle-stalled, lane=1, latencyS=5.1, road=arterial-east-2, source=platform:city, vehicle=pilot}
            15.1 district reminds itself in 30.0 s of VerificationDone[incident=1]
            45.1 district records incident-verified of incident:1 {incident=1, kind=vehicle-stalled, severity=lane-blocked}
            45.1 district records unit-dispatched of incident:1 {decidedBy=centre:district, expectedS=62.5, incident=1, plan=nearest by time: tow-1 63 s, road=arterial-east-2, unit=tow-1}
            45.1 district decides CloseLane[road=arterial-east-2, lane=1]
            45.1 district writes vehicle:tow-1 UnitSent[incident=1, roads=[arterial-east-0, arterial-east-1, arterial-east-2], positionM=285.0, task=tow]
            45.2 tow-1 reminds itself in 60.0 s of TurnedOut[incident=1]
            105.2 tow-1 decides Insert[vehicle=tow-1, roads=[arterial-east-0, arterial-east-1, arterial-east-2], departPositionM=NaN, arrivalPositionM=285.0, tracked=true, blueLight=true]
            200.0 tow-1 records unit-work-started {incident=1, task=tow, unit=tow-1}
            200.0 tow-1 writes centre:district UnitOnScene[incident=1]
            200.0 tow-1 reminds itself in 600.0 s of WorkFinished[incident=1]
            200.1 district records unit-arrived of incident:1 {afterS=155.0, incident=1, unit=tow-1}
            800.0 tow-1 writes centre:district SceneCleared[incident=1, road=arterial-east-2]
            800.1 district records roadway-cleared of incident:1 {afterS=785.0, incident=1}
            800.1 district records unit-released of incident:1 {incident=1, unit=tow-1}
            800.1 district records incident-closed of incident:1 {afterS=785.0, incident=1}
            800.1 district decides Remove[vehicle=pilot]
            800.1 district decides OpenLane[road=arterial-east-2, lane=1]
            """);
    assertThat(stage.fact(District.CENTRE, "incident.open")).isEqualTo(0L);
    assertThat(stage.fact(District.CENTRE, "centre.freeUnits")).isEqualTo(1L);
  }

  @Test
  void theUnitWaitsWhereItHasWorked() {
    UnitSpec tow = District.tow("tow-1", "arterial-east-0");
    Stage stage = District.centre(tow).with(District.agent(tow));
    stage
        .tell(10, District.CENTRE, District.report(10, "arterial-east-1", 0, 300, "v1"))
        .tell(200, TOW, new Percept.Arrived("arterial-east-1", 90, 700))
        .tell(2000, District.CENTRE, District.report(2000, "arterial-east-2", 0, 9, "v2"))
        .until(2050);
    assertThat(stage.text("unit-dispatched", "UnitSent"))
        .isEqualTo(
            """
            40.0 district records unit-dispatched of incident:1 {decidedBy=centre:district, expectedS=31.25, incident=1, plan=nearest by time: tow-1 31 s, road=arterial-east-1, unit=tow-1}
            40.0 district writes vehicle:tow-1 UnitSent[incident=1, roads=[arterial-east-0, arterial-east-1], positionM=285.0, task=tow]
            2030.0 district records unit-dispatched of incident:2 {decidedBy=centre:district, expectedS=31.25, incident=2, plan=nearest by time: tow-1 31 s, road=arterial-east-2, unit=tow-1}
            2030.0 district writes vehicle:tow-1 UnitSent[incident=2, roads=[arterial-east-1, arterial-east-2], positionM=1.0, task=tow]
            """);
  }

  @Test
  void phasesOfAUnit() {
    UnitSpec tow = District.tow("tow-1", "arterial-east-0");
    Stage stage = District.centre(tow).with(District.agent(tow));
    stage
        .tell(10, District.CENTRE, District.report(10, "arterial-east-1", 0, 300, "v1"))
        .tell(200, TOW, new Percept.Arrived("arterial-east-1", 90, 700));
    StringBuilder phases = new StringBuilder();
    for (double second : new double[] {30, 50, 150, 300, 900}) {
      phases.append(stage.until(second).fact(TOW, "unit.phase")).append(' ');
    }
    assertThat(phases.toString()).isEqualTo("idle turning-out driving working idle ");
  }
}
