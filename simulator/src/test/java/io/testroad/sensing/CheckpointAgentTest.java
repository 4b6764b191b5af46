package io.testroad.sensing;

import static org.assertj.core.api.Assertions.assertThat;

import io.testroad.Stage;
import io.testroad.engine.AgentId;
import io.testroad.engine.Facts;
import io.testroad.engine.RandomStream;
import io.testroad.protocol.VehicleLetter;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CheckpointAgentTest {

  private static final AgentId GATE = AgentId.of("checkpoint", "gate");
  private static final AgentId POLICE = AgentId.of("authority", "traffic-police");

  private static Stage stage(String start, double byDay, double byNight, double temporary) {
    var spec = new CheckpointSpec(GATE, Set.of("a"), byDay, byNight, temporary, "鄂A试", POLICE);
    return Stage.from(start).with(new CheckpointAgent(spec, RandomStream.of(7, "reading", "gate")));
  }

  private static VehicleLetter.PlateShown shows(String number) {
    return new VehicleLetter.PlateShown(
        "pilot", AgentId.of("operator", "fleet"), number, Facts.of("vehicle.plated", true));
  }

  @Test
  void tellsThePoliceOfEachThatPasses() {
    Stage stage = stage("2025-03-01T10:00:00+08:00", 1, 0, 0);
    stage
        .tell(1, GATE, shows("鄂A12345"))
        .tell(2, GATE, shows("鄂A试0001"))
        .tell(3, GATE, shows(""))
        .until(4);
    assertThat(stage.text())
        .isEqualTo(
            """
            1.0 gate writes authority:traffic-police PlateRead[vehicle=pilot, operator=operator:fleet, read=鄂A12345, facts={…}]
            2.0 gate writes authority:traffic-police PlateRead[vehicle=pilot, operator=operator:fleet, read=, facts={…}]
            3.0 gate writes authority:traffic-police PlateRead[vehicle=pilot, operator=operator:fleet, read=, facts={…}]
            """);
    assertThat(stage.state(GATE)).isEqualTo(new CheckpointState(3, 1));
  }

  @Test
  void readsFewerByNight() {
    Stage stage = stage("2025-03-01T18:59:59+08:00", 1, 0, 0);
    stage.tell(0.5, GATE, shows("鄂A12345")).tell(1, GATE, shows("鄂A12345")).until(2);
    assertThat(stage.state(GATE)).isEqualTo(new CheckpointState(2, 1));
  }

  @Test
  void readsAboutItsShareOfTemporaryPlates() {
    Stage stage = stage("2025-03-01T10:00:00+08:00", 0.9, 0.8, 0.5);
    for (int i = 0; i < 1000; i++) {
      stage.tell(i, GATE, shows("鄂A试0001"));
    }
    stage.until(1000);
    assertThat(((CheckpointState) stage.state(GATE)).read())
        .isBetween(453, 547); // three deviations of sqrt(250)
  }
}
