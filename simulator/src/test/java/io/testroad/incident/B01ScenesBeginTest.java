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
            "deltaVMps", 2.0,
            "otherDeltaVMps", 2.0,
            "deathProbability", 0.0,
            "otherDeathProbability", 0.0,
            "curve", "richards-frontal");
    return new SceneLetter.Crashed(Street.ROAD, 1, positionM, vehicle, other, impact);
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
            """);
  }

  @Test
  void debris() {
    Stage stage = Street.stage();
    stage.tell(10, Street.SCENES, Street.happens(SceneKind.DEBRIS, 1, Facts.empty()));
    assertThat(stage.until(11).text())
        .isEqualTo(
            """
            """);
  }

  @Test
  void aPileIsOneScene() {
    Stage stage = Street.stage();
    stage
        .tell(10, Street.SCENES, crash("f.2", "f.1", 200))
        .tell(11, Street.SCENES, crash("f.3", "f.2", 190))
        .tell(12, Street.SCENES, crash("f.5", "f.4", 175), stalls("f.3", 1))
        .tell(12, Street.SCENES, crash("f.7", "f.6", 150));
    assertThat(stage.until(13).text("scene-began", "scene-changed"))
        .isEqualTo(
            """
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
            SceneKind.FOG,
            -1,
            Facts.of(SceneFacts.VISIBILITY_M, 80.0, SceneFacts.LASTS_S, 600.0)));
    assertThat(stage.until(700).text("decides", "scene-"))
        .isEqualTo(
            """
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
            """);
  }

  @Test
  void ridersAreFreedWhenTheirVehicleIsTowed() {
    Stage stage = Street.stage();
    stage
        .tell(10, Street.SCENES, stalls("pilot-1", 0))
        .tell(10.1, Street.SCENES, new SceneLetter.RidersStuck("pilot-1", 2, Street.ROAD, 0, 200))
        .tellFrom(Street.unit("tow"), 60, Street.SCENES, Street.there("tow", "tow"))
        .tellFrom(
            Street.unit("tow"), 120, Street.SCENES, Street.done(1, "tow", "tow", "pilot-1"));
    assertThat(stage.until(100).fact(Street.SCENES, "scenes.stuckRiders")).isEqualTo(2L);
    assertThat(stage.until(130).text("riders-", "decides Remove", "SceneOver"))
        .isEqualTo(
            """
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
            """);
  }
}
