package io.testroad.sensing;

import static io.testroad.sensing.SensorWorld.CENTRE;
import static io.testroad.sensing.SensorWorld.DAY;
import static io.testroad.sensing.SensorWorld.SCENES;
import static io.testroad.sensing.SensorWorld.sight;
import static org.assertj.core.api.Assertions.assertThat;

import io.testroad.Stage;
import io.testroad.engine.AgentId;
import io.testroad.engine.RandomStream;
import io.testroad.protocol.IncidentLetter;
import io.testroad.protocol.SceneLetter;
import io.testroad.protocol.SensingLetter;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlatformAgentTest {

  private static final AgentId PLATFORM = PlatformSpec.ID;
  private static final IncidentLetter STALL =
      new IncidentLetter.RoadOccurrence("vehicle-stalled", "a", 1, 640, "v3");

  private static Stage stage(double probability) {
    return Stage.from(DAY)
        .with(
            new PlatformAgent(
                new PlatformSpec(probability, Duration.ofSeconds(2), CENTRE),
                RandomStream.of(7, "sensing")));
  }

  private static SceneLetter looked(int inquiry) {
    return new SceneLetter.Looked(
        inquiry,
        List.of(
            sight(2, "debris"),
            sight(3, "collision", "scene.operator", "operator:pilot", "scene.injured", 2)));
  }

  @Test
  void passesOnWhatTheVehicleSendsWithTheNumberOfItsScene() {
    Stage stage = stage(1);
    stage.tell(10, PLATFORM, STALL).tellFrom(SCENES, 10.2, PLATFORM, looked(1)).until(60);
    assertThat(stage.text("writes"))
        .isEqualTo(
            """
            10.0 supervision writes scenes:all LookAsked[inquiry=1, road=a, positionM=640.0, withinM=50.0]
            12.0 supervision writes centre:district Reported[seen=Sight[scene=3, kind=vehicle-stalled, road=a, lane=1, positionM=640.0, vehicles=[v3], facts={…}], source=platform:supervision, means=telemetry, precisionM=5.0, occurredTick=100]
            """);
    assertThat(((PlatformState) stage.state(PLATFORM)).standing().get("v3").sight().facts())
        .hasToString("{scene.icv=true, scene.operator=operator:pilot}");
  }

  @Test
  void tellsThatTheVehicleHasGoneOnAfterItsStop() {
    Stage stage = stage(1);
    stage.with(new Post(CENTRE));
    stage
        .tell(10, PLATFORM, STALL)
        .tellFrom(SCENES, 10.2, PLATFORM, looked(1))
        .tell(11, PLATFORM, new IncidentLetter.ObstacleGone("v3"))
        .until(60);
    Post.State post = (Post.State) stage.state(CENTRE);
    assertThat(post.kinds()).containsExactly("Reported", "ReportedGone");
    assertThat(post.ticks()).containsExactly(121L, 131L);
  }

  @Test
  void saysNothingOfOneThatWentOnAtOnce() {
    Stage stage = stage(1);
    stage
        .tell(10, PLATFORM, STALL)
        .tell(10.1, PLATFORM, new IncidentLetter.ObstacleGone("v3"))
        .tellFrom(SCENES, 10.2, PLATFORM, looked(1))
        .until(60);
    assertThat(stage.text("centre:district")).isEmpty();
  }

  @Test
  void knowsWhichVehiclesStandWhere() {
    Stage stage = stage(1);
    stage.tell(10, PLATFORM, STALL).tellFrom(SCENES, 10.2, PLATFORM, looked(1));
    stage.tellFrom(CENTRE, 20, PLATFORM, new IncidentLetter.CheckAsked(1, "a", 600, 50));
    stage.tellFrom(CENTRE, 21, PLATFORM, new IncidentLetter.CheckAsked(2, "a", 500, 50));
    assertThat(stage.until(60).text("Checked"))
        .isEqualTo(
            """
            20.0 supervision writes centre:district Checked[inquiry=1, means=telemetry, conclusive=false, sights=[Sight[scene=3, kind=vehicle-stalled, road=a, lane=1, positionM=640.0, vehicles=[v3], facts={…}]]]
            21.0 supervision writes centre:district Checked[inquiry=2, means=telemetry, conclusive=false, sights=[]]
            """);
  }

  @Test
  void losesItsShare() {
    Stage stage = stage(0.8);
    for (int i = 0; i < 1000; i++) {
      stage.tell(i, PLATFORM, STALL);
      stage.tellFrom(SCENES, i + 0.2, PLATFORM, looked(i + 1));
    }
    stage.until(2000);
    assertThat((Long) stage.fact(PLATFORM, "sensor.occurrences")).isEqualTo(1000);
    assertThat((Long) stage.fact(PLATFORM, "sensor.noticed"))
        .isBetween(762L, 838L); // three deviations of sqrt(160)
  }

  @Test
  void isSilentWhileItFails() {
    Stage stage = stage(1);
    stage
        .tell(9, PLATFORM, new SensingLetter.SensorFails("power-cut"))
        .tell(10, PLATFORM, STALL)
        .tell(20, PLATFORM, new SensingLetter.SensorMended())
        .until(60);
    assertThat(stage.text("writes", "records"))
        .isEqualTo(
            """
            9.0 supervision records sensor-failed {cause=power-cut}
            20.0 supervision records sensor-mended {afterS=11.0}
            """);
  }
}
