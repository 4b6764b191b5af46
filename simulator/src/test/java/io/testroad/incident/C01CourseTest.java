package io.testroad.incident;

import static org.assertj.core.api.Assertions.assertThat;

import io.testroad.Stage;
import io.testroad.engine.AgentId;
import io.testroad.engine.Percept;
import io.testroad.protocol.IncidentLetter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The course of one incident at a centre, from the report (T1) until all is as before (T6). */
class C01CourseTest {

  @Test
  void fromTheReportToTheOpenLane() {
    Stage stage =
        Precinct.stage(Precinct.with(Precinct.PLAIN, Precinct.tow("tow-1", "arterial-east-0")));
    var seen = Precinct.stall("arterial-east-2", 1, 300, "pilot-1");
    stage
        .tell(10, Precinct.CENTRE, Precinct.telemetry(seen))
        .tell(200, Precinct.CENTRE, new IncidentLetter.UnitOnScene(1, "tow-1"))
        .tell(200.1, Precinct.CENTRE, new IncidentLetter.UnitFound(1, "tow-1", List.of(seen)))
        .tell(
            800,
            Precinct.CENTRE,
            new IncidentLetter.UnitDone(1, "tow-1"),
            new IncidentLetter.UnitFree("tow-1", "arterial-east-2", 285));
    assertThat(stage.until(3000).text())
        .isEqualTo(
            """
            0.0 district decides Survey[everyS=60.0]
            10.0 district records incident-reported of incident:1 {incident=1, kind=vehicle-stalled, lane=1, latencyS=10.0, means=telemetry, road=arterial-east-2, scene=7, source=platform:supervision, vehicle=pilot-1}
            10.0 district records incident-verified of incident:1 {decidedBy=centre:district, incident=1, kind=vehicle-stalled, known=kind=vehicle-stalled road=arterial-east-2 (platform:supervision 12:00:10), means=telemetry, plan=stalled, priority=3, severity=lane-blocked}
            10.0 district records measure-taken of incident:1 {decidedBy=centre:district, incident=1, known=kind=vehicle-stalled road=arterial-east-2 (platform:supervision 12:00:10), measure=close-lanes, plan=stalled, what=arterial-east-2 1}
            10.0 district records unit-dispatched of incident:1 {decidedBy=centre:district, distanceM=1274.4, expectedS=141.45, incident=1, known=kind=vehicle-stalled road=arterial-east-2 (platform:supervision 12:00:10), plan=stalled, reason=nearest-time: tow-1 141 s 1274 m, road=arterial-east-2, tasks=tow, unit=tow-1, unitKind=tow-truck}
            10.0 district decides CloseLane[road=arterial-east-2, lane=1, by=incident-1/lane]
            10.0 district writes scenes:all ProcedureOrdered[incident=1, road=arterial-east-2, positionM=300.0, procedure=clear-first]
            10.0 district writes vehicle:tow-1 UnitSent[incident=1, commander=centre:district, road=arterial-east-2, positionM=300.0, tasks=[tow], plan=stalled, preEmption=false, slowS={}]
            200.0 district records unit-arrived of incident:1 {afterS=190.0, incident=1, unit=tow-1}
            800.0 district records unit-released of incident:1 {incident=1, unit=tow-1}
            800.0 district records measure-lifted of incident:1 {decidedBy=centre:district, incident=1, measure=close-lanes, plan=stalled, what=arterial-east-2 1}
            800.0 district records roadway-cleared of incident:1 {afterS=790.0, decidedBy=centre:district, incident=1}
            800.0 district records incident-closed of incident:1 {afterS=790.0, decidedBy=centre:district, incident=1}
            800.0 district decides OpenLane[road=arterial-east-2, lane=1, by=incident-1/lane]
            """);
    assertThat(stage.fact(Precinct.CENTRE, "incident.open")).isEqualTo(0L);
    assertThat(stage.fact(Precinct.CENTRE, "centre.freeUnits")).isEqualTo(1L);
  }

  /** An operator's crew has got the vehicle going: whoever was sent is called back. */
  @Test
  void closesWhenAnOperatorsCrewIsDone() {
    AgentId operator = AgentId.of("operator", "pilot");
    var underWay = new IncidentLetter.OperatorAnswered(1, "pilot-1", "send-crew", "under-way");
    var done = new IncidentLetter.OperatorAnswered(1, "pilot-1", "send-crew", "done");
    Stage stage =
        Precinct.stage(
                Precinct.with(Precinct.PLAIN, Precinct.patrol("patrol-1", "arterial-east-0")))
            .tell(
                10,
                Precinct.CENTRE,
                Precinct.telemetry(Precinct.stall("arterial-east-2", 1, 300, "pilot-1")))
            .tellFrom(operator, 100, Precinct.CENTRE, underWay)
            .tellFrom(operator, 900, Precinct.CENTRE, done);
    assertThat(stage.until(1000).text("operator-answered", "lifted", "cleared", "closed", "Open"))
        .isEqualTo(
            """
            100.0 district records operator-answered of incident:1 {incident=1, measure=send-crew, operator=pilot, outcome=under-way, vehicle=pilot-1}
            900.0 district records operator-answered of incident:1 {incident=1, measure=send-crew, operator=pilot, outcome=done, vehicle=pilot-1}
            900.0 district records measure-lifted of incident:1 {decidedBy=centre:district, incident=1, measure=close-lanes, plan=stalled, what=arterial-east-2 1}
            900.0 district records roadway-cleared of incident:1 {afterS=890.0, decidedBy=centre:district, incident=1}
            900.0 district records incident-closed of incident:1 {afterS=890.0, decidedBy=centre:district, incident=1}
            900.0 district decides OpenLane[road=arterial-east-2, lane=1, by=incident-1/lane]
            """);
  }

  /**
   * Who is out hears how traffic is, once for each piece of news; who is at home when it sets out.
   */
  @Test
  void tellsUnitsHowTrafficIs() {
    UnitSpec[] units = {
      Precinct.tow("tow-1", "arterial-east-0"), Precinct.tow("tow-2", "arterial-west-0")
    };
    var slow = new Percept.TravelTimes(new TreeMap<>(Map.of("arterial-east-1", 90.0)));
    Stage stage =
        Precinct.stage(Precinct.with(Precinct.PLAIN, units))
            .tell(
                10, Precinct.CENTRE, Precinct.telemetry(Precinct.stall("arterial-east-2", 1, 300)))
            .tell(60, Precinct.CENTRE, slow)
            .tell(120, Precinct.CENTRE, slow)
            .tell(
                130, Precinct.CENTRE, Precinct.telemetry(Precinct.stall("arterial-west-1", 1, 300)))
            .tell(180, Precinct.CENTRE, new Percept.TravelTimes(new TreeMap<>()));
    assertThat(stage.until(200).text("TrafficTold", "UnitSent"))
        .isEqualTo(
            """
            10.0 district writes vehicle:tow-1 UnitSent[incident=1, commander=centre:district, road=arterial-east-2, positionM=300.0, tasks=[tow], plan=stalled, preEmption=false, slowS={}]
            60.0 district writes vehicle:tow-1 TrafficTold[slowS={arterial-east-1=90.0}]
            130.0 district writes vehicle:tow-2 UnitSent[incident=2, commander=centre:district, road=arterial-west-1, positionM=300.0, tasks=[tow], plan=stalled, preEmption=false, slowS={arterial-east-1=90.0}]
            180.0 district writes vehicle:tow-1 TrafficTold[slowS={}]
            180.0 district writes vehicle:tow-2 TrafficTold[slowS={}]
            """);
  }
}
