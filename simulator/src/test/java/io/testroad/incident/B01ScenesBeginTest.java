package io.testroad.incident;

import static org.assertj.core.api.Assertions.assertThat;

import io.testroad.Stage;
import io.testroad.engine.Facts;
import io.testroad.protocol.IncidentLetter;
import io.testroad.protocol.SceneFacts;
import io.testroad.protocol.SceneKind;
import io.testroad.protocol.SceneLetter;
import org.junit.jupiter.api.Test;

/** What goes wrong becomes a scene, is put on the roads, and is seen. */
class B01ScenesBeginTest {

  private static IncidentLetter.RoadOccurrence stalls(String vehicle, int lane) {
    return new IncidentLetter.RoadOccurrence("vehicle-stalled", Street.ROAD, lane, 200, vehicle);
  }

  private static SceneLetter.Crashed crash(String vehicle, String other, double positionM) {
    Facts impact =
        Facts.of(
            "kind", "rear-end",
            "closingSpeedMps", 4.0,
            "deltaVMps", 2.0,
            "otherDeltaVMps", 2.0,
            "deathProbability", 0.0,
            "otherDeathProbability", 0.0,
            "curve", "richards-frontal");
    return new SceneLetter.Crashed(Street.ROAD, 1, positionM, vehicle, other, impact);
  }

  private static SceneLetter.Crashed touch(String vehicle, String other) {
    return new SceneLetter.Crashed(
        Street.ROAD, 1, 20, vehicle, other, Facts.of("closingSpeedMps", 0.5));
  }

  @Test
  void aVehicleStallsAndGoesOn() {
    Stage stage = Street.stage();
    stage
        .tell(10, Street.SCENES, stalls("f.1", 0))
        .tell(70, Street.SCENES, new IncidentLetter.ObstacleGone("f.1"));
    assertThat(stage.until(5000).text())
        .isEqualTo(
            """
            10.0 all records scene-began {cause=stalled, facts=, kind=vehicle-stalled, lane=0, positionM=200.0, road=arterial-east-2, scene=1, vehicles=f.1}
            10.0 all records scene-blocks {lanes=0, open=2, road=arterial-east-2, scene=1, share=0.49}
            10.0 all decides Count[scene=1, roads=[arterial-east-2, cross-1-north-in, cross-1-south-in, arterial-east-1, cross-0-north-in, cross-0-south-in, arterial-east-0]]
            10.0 all decides Caution[scene=scene-1, road=arterial-east-2, fromM=195.0, toM=400.0, capacityShare=0.735]
            10.0 all writes sensor:east SceneInSight[sight=Sight[scene=1, kind=vehicle-stalled, road=arterial-east-2, lane=0, positionM=200.0, vehicles=[f.1], facts={…}]]
            70.0 all records scene-blocks {lanes=, open=3, road=arterial-east-2, scene=1, share=1.0}
            70.0 all records scene-cleared {afterS=60.0, road=arterial-east-2, scene=1}
            70.0 all decides Caution[scene=scene-1, road=arterial-east-2, fromM=195.0, toM=400.0, capacityShare=1.0]
            70.0 all reminds itself in 3600.0 s of StepDue[scene=1, step=bound, serial=0]
            70.0 all writes sensor:east SceneOver[scene=1]
            3670.0 all records scene-recovered {afterS=3660.0, scene=1}
            3670.0 all records scene-ended {afterS=3660.0, delayVehicleHours=0.0, idleCo2Kg=0.0, laneMinutes=1.0, maxStanding=0, riderMinutes=0.0, scene=1}
            3670.0 all decides Count[scene=1, roads=[]]
            """);
  }

  @Test
  void debris() {
    Stage stage = Street.stage();
    stage.tell(10, Street.SCENES, Street.happens(SceneKind.DEBRIS, 1, Facts.empty()));
    assertThat(stage.until(11).text())
        .isEqualTo(
            """
            10.0 all records scene-began {cause=test, facts=, kind=debris, lane=1, positionM=200.0, road=arterial-east-2, scene=1, vehicles=}
            10.0 all records scene-blocks {lanes=1, open=2, road=arterial-east-2, scene=1, share=0.49}
            10.0 all decides Obstruct[obstacle=scene-1/1, road=arterial-east-2, lane=1, positionM=200.0, lengthM=2.0]
            10.0 all decides Count[scene=1, roads=[arterial-east-2, cross-1-north-in, cross-1-south-in, arterial-east-1, cross-0-north-in, cross-0-south-in, arterial-east-0]]
            10.0 all decides Caution[scene=scene-1, road=arterial-east-2, fromM=195.0, toM=400.0, capacityShare=0.735]
            10.0 all writes sensor:east SceneInSight[sight=Sight[scene=1, kind=debris, road=arterial-east-2, lane=1, positionM=200.0, vehicles=[], facts={…}]]
            """);
  }

  @Test
  void aPileIsOneScene() {
    Stage stage = Street.stage();
    stage
        .tell(10, Street.SCENES, crash("f.2", "f.1", 200))
        .tell(11, Street.SCENES, crash("f.3", "f.2", 190))
        .tell(12, Street.SCENES, crash("f.5", "f.4", 175), stalls("f.3", 1))
        .tell(12, Street.SCENES, crash("f.7", "f.6", 150), touch("f.9", "f.8"));
    assertThat(stage.until(13).text("scene-began", "scene-changed"))
        .isEqualTo(
            """
            10.0 all records scene-began {cause=collision, facts=severity=property-damage, kind=collision, lane=1, positionM=200.0, road=arterial-east-2, scene=1, vehicles=f.2,f.1}
            11.0 all records scene-changed {facts=severity=property-damage, scene=1, what=pile-up}
            12.0 all records scene-changed {facts=severity=property-damage, scene=1, what=pile-up}
            12.0 all records scene-began {cause=collision, facts=severity=property-damage, kind=collision, lane=1, positionM=150.0, road=arterial-east-2, scene=2, vehicles=f.7,f.6}
            """);
    assertThat(stage.fact(Street.SCENES, "scenes.open")).isEqualTo(2L);
  }

  @Test
  void fogLowersLimitsAndPasses() {
    Stage stage = Street.stage();
    stage.tell(
        10,
        Street.SCENES,
        Street.happens(
            SceneKind.FOG, -1, Facts.of(SceneFacts.VISIBILITY_M, 80.0, SceneFacts.LASTS_S, 600.0)));
    assertThat(stage.until(700).text("decides", "scene-"))
        .isEqualTo(
            """
            10.0 all records scene-began {cause=test, facts=visibilityM=80, kind=fog, lane=-1, positionM=200.0, road=arterial-east-2, scene=1, vehicles=}
            10.0 all decides LimitSpeed[road=arterial-east-2, speedLimitMps=11.11111111111111, by=scene-1]
            10.0 all decides Count[scene=1, roads=[arterial-east-2, cross-1-north-in, cross-1-south-in, arterial-east-1, cross-0-north-in, cross-0-south-in, arterial-east-0]]
            10.0 all decides Caution[scene=scene-1/arterial-east-2, road=arterial-east-2, fromM=0.0, toM=485.6, capacityShare=0.9]
            610.0 all records scene-changed {facts=visibilityM=80, scene=1, what=over}
            610.0 all records scene-cleared {afterS=600.0, road=arterial-east-2, scene=1}
            610.0 all decides LimitSpeed[road=arterial-east-2, speedLimitMps=NaN, by=scene-1]
            610.0 all decides Caution[scene=scene-1/arterial-east-2, road=arterial-east-2, fromM=0.0, toM=485.6, capacityShare=1.0]
            """);
  }

  @Test
  void aSignalFailsUntilItIsMended() {
    Stage stage = Street.stage();
    Facts signal = Facts.of(SceneFacts.SIGNAL, "crossing-1", SceneFacts.SIGNAL_MODE, "flashing");
    stage
        .tell(10, Street.SCENES, Street.happens(SceneKind.SIGNAL_FAILURE, -1, signal))
        .tellFrom(Street.unit("crew"), 60, Street.SCENES, Street.there("crew", "mend-signal"))
        .tellFrom(
            Street.unit("crew"), 90, Street.SCENES, Street.done(1, "crew", "mend-signal", ""));
    assertThat(stage.until(100).text("signal:", "scene-", "WorkGiven", "NoWork"))
        .isEqualTo(
            """
            10.0 all records scene-began {cause=test, facts=signal=crossing-1, kind=signal-failure, lane=-1, positionM=200.0, road=arterial-east-2, scene=1, vehicles=}
            10.0 all writes signal:crossing-1 SignalFails[mode=flashing]
            60.0 all decides Caution[scene=scene-1/other-side, road=arterial-west-2, fromM=280.6, toM=485.6, capacityShare=0.9]
            60.0 all writes vehicle:crew WorkGiven[incident=7, scene=1, task=mend-signal, item=, facts={…}]
            90.0 all records scene-cleared {afterS=80.0, road=arterial-east-2, scene=1}
            90.0 all decides Caution[scene=scene-1/other-side, road=arterial-west-2, fromM=280.6, toM=485.6, capacityShare=1.0]
            90.0 all writes signal:crossing-1 SignalMended[]
            90.0 all writes vehicle:crew NoWork[incident=7]
            """);
  }

  @Test
  void ridersAreFreedWhenTheirVehicleIsTowed() {
    Stage stage = Street.stage();
    stage
        .tell(10, Street.SCENES, stalls("pilot-1", 0))
        .tell(10.1, Street.SCENES, new SceneLetter.RidersStuck("pilot-1", 2, Street.ROAD, 0, 200))
        .tellFrom(Street.unit("tow"), 60, Street.SCENES, Street.there("tow", "tow"))
        .tellFrom(Street.unit("tow"), 120, Street.SCENES, Street.done(1, "tow", "tow", "pilot-1"));
    assertThat(stage.until(100).fact(Street.SCENES, "scenes.stuckRiders")).isEqualTo(2L);
    assertThat(stage.until(130).text("decides Remove", "SceneOver", "scene-ended"))
        .isEqualTo(
            """
            120.0 all decides Remove[vehicle=pilot-1]
            120.0 all writes sensor:east SceneOver[scene=1]
            """);
  }

  @Test
  void aCarThatFollowsAnotherIntoADeadlock() {
    Stage stage = Street.stage();
    stage
        .tell(
            10,
            Street.SCENES,
            Street.happens(SceneKind.DEADLOCK, 0, Facts.empty(), "pilot-1", "pilot-2"))
        .tell(90, Street.SCENES, new SceneLetter.RidersFreed("pilot-2"));
    assertThat(stage.until(100).text("Courtesy", "scene-began", "scene-cleared"))
        .isEqualTo(
            """
            10.0 all records scene-began {cause=test, facts=, kind=deadlock, lane=0, positionM=200.0, road=arterial-east-2, scene=1, vehicles=pilot-1,pilot-2}
            10.0 all decides Courtesy[vehicle=pilot-1, courteous=true]
            10.0 all decides Courtesy[vehicle=pilot-2, courteous=true]
            90.0 all records scene-cleared {afterS=80.0, road=arterial-east-2, scene=1}
            90.0 all decides Courtesy[vehicle=pilot-1, courteous=false]
            90.0 all decides Courtesy[vehicle=pilot-2, courteous=false]
            """);
  }

  @Test
  void aThingThatIsHitTakesNoOrders() {
    Stage stage = Street.stage();
    stage.tell(10, Street.SCENES, crash("f.1", "obstacle:scene-9/1", 200));
    assertThat(stage.until(11).text("decides Halt"))
        .isEqualTo("10.0 all decides Halt[vehicle=f.1, decelerationMps2=8.0, aside=false]\n");
  }
}
