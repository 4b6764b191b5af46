package io.testroad.incident;

import static org.assertj.core.api.Assertions.assertThat;

import io.testroad.Stage;
import io.testroad.protocol.IncidentLetter;
import org.junit.jupiter.api.Test;

/** Which unit is sent, and what happens when there is none. */
class A03DispatchTest {

  @Test
  void theNearestByTimeNotByDistance() {
    Stage stage =
        District.centre(
            District.tow("tow-west", "arterial-east-0"),
            District.tow("tow-east", "arterial-west-3"),
            District.unit("patrol-1", "patrol", "arterial-east-2"));
    stage
        .tell(10, District.CENTRE, District.report(9, "arterial-east-2", 0, 300, "v1"))
        .tell(20, District.CENTRE, District.report(19, "arterial-east-3", 0, 300, "v2"))
        .until(60);
    assertThat(stage.text("dispatched", "UnitSent"))
        .isEqualTo(
            """
            40.0 district records unit-dispatched of incident:1 {decidedBy=centre:district, expectedS=62.5, incident=1, plan=nearest by time: tow-west 63 s, tow-east 98 s, road=arterial-east-2, unit=tow-west}
            40.0 district writes vehicle:tow-west UnitSent[incident=1, roads=[arterial-east-0, arterial-east-1, arterial-east-2], positionM=285.0, task=tow]
            50.0 district records unit-dispatched of incident:2 {decidedBy=centre:district, expectedS=66.56731761778931, incident=2, plan=nearest by time: tow-east 67 s, road=arterial-east-3, unit=tow-east}
            50.0 district writes vehicle:tow-east UnitSent[incident=2, roads=[arterial-west-3, cross-2-north-out, cross-2-north-in, arterial-east-3], positionM=285.0, task=tow]
            """);
  }

  @Test
  void ofTwoEquallyNearTheFirst() {
    Stage stage =
        District.centre(
            District.tow("tow-b", "arterial-east-1"), District.tow("tow-a", "arterial-east-1"));
    stage.tell(10, District.CENTRE, District.report(9, "arterial-east-1", 0, 5, "v1")).until(60);
    assertThat(stage.text("dispatched", "UnitSent"))
        .isEqualTo(
            """
            40.0 district records unit-dispatched of incident:1 {decidedBy=centre:district, expectedS=0.0, incident=1, plan=nearest by time: tow-b 0 s, tow-a 0 s, road=arterial-east-1, unit=tow-b}
            40.0 district writes vehicle:tow-b UnitSent[incident=1, roads=[arterial-east-1], positionM=1.0, task=tow]
            """);
  }

  @Test
  void againWhenNoneIsFree() {
    Stage stage = District.centre(District.tow("tow-1", "arterial-east-0"));
    stage
        .tell(10, District.CENTRE, District.report(9, "arterial-east-1", 0, 300, "v1"))
        .tell(20, District.CENTRE, District.report(19, "arterial-west-1", 0, 300, "v2"))
        .tell(100, District.CENTRE, new IncidentLetter.UnitOnScene(1))
        .tell(250, District.CENTRE, new IncidentLetter.SceneCleared(1, "arterial-east-1"))
        .until(1000);
    assertThat(stage.text("incident:2", "CloseLane", "OpenLane", "Retry", "UnitSent"))
        .isEqualTo(
            """
            20.0 district records incident-reported of incident:2 {incident=2, kind=vehicle-stalled, lane=0, latencyS=1.0, road=arterial-west-1, source=platform:city, vehicle=v2}
            40.0 district decides CloseLane[road=arterial-east-1, lane=0]
            40.0 district writes vehicle:tow-1 UnitSent[incident=1, roads=[arterial-east-0, arterial-east-1], positionM=285.0, task=tow]
            50.0 district records incident-verified of incident:2 {incident=2, kind=vehicle-stalled, severity=lane-blocked}
            50.0 district records unit-unavailable of incident:2 {capability=tow, incident=2}
            50.0 district decides CloseLane[road=arterial-west-1, lane=0]
            50.0 district reminds itself in 120.0 s of DispatchRetry[incident=2]
            170.0 district records unit-unavailable of incident:2 {capability=tow, incident=2}
            170.0 district reminds itself in 120.0 s of DispatchRetry[incident=2]
            250.0 district decides OpenLane[road=arterial-east-1, lane=0]
            290.0 district records unit-dispatched of incident:2 {decidedBy=centre:district, expectedS=66.36731761778931, incident=2, plan=nearest by time: tow-1 66 s, road=arterial-west-1, unit=tow-1}
            290.0 district writes vehicle:tow-1 UnitSent[incident=2, roads=[arterial-east-1, cross-1-north-out, cross-1-north-in, arterial-west-1], positionM=285.0, task=tow]
            """);
  }

  @Test
  void goneBeforeItWasChecked() {
    Stage stage = District.centre(District.tow("tow-1", "arterial-east-0"));
    stage
        .tell(10, District.CENTRE, District.report(9, "arterial-east-1", 0, 300, "v1"))
        .tell(30, District.CENTRE, new IncidentLetter.ObstacleGone("v1"))
        .until(500);
    assertThat(stage.text())
        .isEqualTo(
            """
            10.0 district records incident-reported of incident:1 {incident=1, kind=vehicle-stalled, lane=0, latencyS=1.0, road=arterial-east-1, source=platform:city, vehicle=v1}
            10.0 district reminds itself in 30.0 s of VerificationDone[incident=1]
            40.0 district records incident-dismissed of incident:1 {incident=1, reason=obstacle-gone}
            """);
  }

  @Test
  void goneWhileItWaitsForAUnit() {
    Stage stage = District.centre();
    stage
        .tell(10, District.CENTRE, District.report(9, "arterial-east-1", 0, 300, "v1"))
        .tell(60, District.CENTRE, new IncidentLetter.ObstacleGone("v1"))
        .until(500);
    assertThat(stage.text())
        .isEqualTo(
            """
            10.0 district records incident-reported of incident:1 {incident=1, kind=vehicle-stalled, lane=0, latencyS=1.0, road=arterial-east-1, source=platform:city, vehicle=v1}
            10.0 district reminds itself in 30.0 s of VerificationDone[incident=1]
            40.0 district records incident-verified of incident:1 {incident=1, kind=vehicle-stalled, severity=lane-blocked}
            40.0 district records unit-unavailable of incident:1 {capability=tow, incident=1}
            40.0 district decides CloseLane[road=arterial-east-1, lane=0]
            40.0 district reminds itself in 120.0 s of DispatchRetry[incident=1]
            160.0 district records incident-dismissed of incident:1 {incident=1, reason=obstacle-gone}
            160.0 district decides OpenLane[road=arterial-east-1, lane=0]
            """);
  }

  @Test
  void goneWhileTheUnitIsOnItsWay() {
    Stage stage = District.centre(District.tow("tow-1", "arterial-east-0"));
    stage
        .tell(10, District.CENTRE, District.report(9, "arterial-east-1", 0, 300, "v1"))
        .tell(60, District.CENTRE, new IncidentLetter.ObstacleGone("v1"))
        .tell(100, District.CENTRE, new IncidentLetter.UnitOnScene(1))
        .tell(700, District.CENTRE, new IncidentLetter.SceneCleared(1, "arterial-east-1"))
        .until(1000);
    assertThat(stage.text("Remove", "OpenLane", "closed"))
        .isEqualTo(
            """
            700.0 district records incident-closed of incident:1 {afterS=690.0, incident=1}
            700.0 district decides OpenLane[road=arterial-east-1, lane=0]
            """);
  }

  @Test
  void oneOfTwoVehiclesGoesOn() {
    Stage stage = District.centre(District.tow("tow-1", "arterial-east-0"));
    stage
        .tell(10, District.CENTRE, District.report(9, "arterial-east-1", 0, 300, "v1"))
        .tell(11, District.CENTRE, District.report(9, "arterial-east-1", 0, 306, "v2"))
        .tell(60, District.CENTRE, new IncidentLetter.ObstacleGone("v1"))
        .tell(700, District.CENTRE, new IncidentLetter.SceneCleared(1, "arterial-east-1"))
        .until(1000);
    assertThat(stage.text("Remove"))
        .isEqualTo(
            """
            700.0 district decides Remove[vehicle=v2]
            """);
  }

  @Test
  void aLaneWithTwoIncidentsOpensAfterTheSecond() {
    Stage stage =
        District.centre(
            District.tow("tow-1", "arterial-east-0"), District.tow("tow-2", "arterial-east-0"));
    stage
        .tell(10, District.CENTRE, District.report(9, "arterial-east-1", 0, 100, "v1"))
        .tell(20, District.CENTRE, District.report(9, "arterial-east-1", 0, 300, "v2"))
        .tell(700, District.CENTRE, new IncidentLetter.SceneCleared(1, "arterial-east-1"))
        .tell(900, District.CENTRE, new IncidentLetter.SceneCleared(2, "arterial-east-1"))
        .until(1000);
    assertThat(stage.text("Lane"))
        .isEqualTo(
            """
            40.0 district decides CloseLane[road=arterial-east-1, lane=0]
            50.0 district decides CloseLane[road=arterial-east-1, lane=0]
            900.0 district decides OpenLane[road=arterial-east-1, lane=0]
            """);
  }
}
