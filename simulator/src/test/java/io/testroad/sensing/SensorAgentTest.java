package io.testroad.sensing;

import static org.assertj.core.api.Assertions.assertThat;

import io.testroad.Stage;
import io.testroad.engine.AgentId;
import io.testroad.engine.RandomStream;
import io.testroad.protocol.IncidentLetter;
import java.time.Duration;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SensorAgentTest {

  private static final AgentId CAMERA = AgentId.of("camera", "east");
  private static final AgentId CENTRE = AgentId.of("centre", "district");

  private static Stage stage(double probability, Duration latency) {
    var spec = new SensorSpec(CAMERA, Set.of("a"), probability, latency, CENTRE);
    return Stage.from("2025-03-01T00:00:00+08:00")
        .with(new SensorAgent(spec, RandomStream.of(7, "sensing", "east")));
  }

  private static IncidentLetter.RoadOccurrence stall(String vehicle) {
    return new IncidentLetter.RoadOccurrence("vehicle-stalled", "a", 1, 40, vehicle);
  }

  @Test
  void tellsTheCentreWhenItHasWorkedItOut() {
    Stage stage = stage(1, Duration.ofMillis(2050));
    stage.tell(10, CAMERA, stall("v1")).until(60);
    assertThat(stage.text())
        .isEqualTo(
            """
            10.0 east reminds itself in 2.1 s of DetectionReady[seen=RoadOccurrence[occurrence=vehicle-stalled, road=a, lane=1, positionM=40.0, vehicle=v1], occurredTick=100]
            12.1 east writes centre:district IncidentReported[occurrence=RoadOccurrence[occurrence=vehicle-stalled, road=a, lane=1, positionM=40.0, vehicle=v1], source=camera:east, occurredTick=100]
            """);
  }

  @Test
  void overlooksAllWithProbabilityNought() {
    Stage stage = stage(0, Duration.ofSeconds(2));
    stage.tell(10, CAMERA, stall("v1")).until(60);
    assertThat(stage.text()).isEmpty();
    assertThat(stage.state(CAMERA)).isEqualTo(new SensorState(1, 0));
  }

  @Test
  void noticesAboutItsShare() {
    Stage stage = stage(0.8, Duration.ofSeconds(2));
    for (int i = 0; i < 1000; i++) {
      stage.tell(i, CAMERA, stall("v" + i));
    }
    stage.until(2000);
    SensorState state = (SensorState) stage.state(CAMERA);
    assertThat(state.occurrences()).isEqualTo(1000);
    assertThat(state.noticed()).isBetween(760, 840); // three deviations of sqrt(160)
  }

  @Test
  void passesOnThatAnObstacleHasGone() {
    Stage stage = stage(1, Duration.ofSeconds(2));
    stage.tell(10, CAMERA, new IncidentLetter.ObstacleGone("v1")).until(60);
    assertThat(stage.text("writes"))
        .isEqualTo(
            """
            12.0 east writes centre:district ObstacleGone[vehicle=v1]
            """);
  }

  /** The end never reaches the centre before the beginning. */
  @Property(tries = 50)
  void theEndDoesNotOvertakeTheBeginning(
      @ForAll @IntRange(max = 30) int latencyTicks, @ForAll @IntRange(max = 5) int ticksUntilGone) {
    Stage stage = stage(1, Duration.ofMillis(100L * latencyTicks));
    stage
        .tell(10, CAMERA, stall("v1"))
        .tell(10 + ticksUntilGone / 10.0, CAMERA, new IncidentLetter.ObstacleGone("v1"))
        .until(60);
    double[] seconds =
        stage
            .text("writes")
            .lines()
            .mapToDouble(line -> Double.parseDouble(line.substring(0, line.indexOf(' '))))
            .toArray();
    assertThat(seconds).hasSize(2);
    double reported = 10 + Math.max(1, latencyTicks) / 10.0;
    assertThat(seconds[0]).isEqualTo(reported, org.assertj.core.data.Offset.offset(1e-9));
    assertThat(seconds[1] - seconds[0])
        .isEqualTo(ticksUntilGone / 10.0, org.assertj.core.data.Offset.offset(1e-9));
  }
}
