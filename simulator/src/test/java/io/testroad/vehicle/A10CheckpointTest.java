package io.testroad.vehicle;

import static org.assertj.core.api.Assertions.assertThat;

import io.testroad.Stage;
import io.testroad.engine.AgentId;
import io.testroad.engine.Percept;
import io.testroad.policy.RuleBook;
import io.testroad.protocol.VehicleLetter;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Plates are shown where they are read. */
class A10CheckpointTest {

  @Test
  void showsWhatIsPainted() {
    PilotMap map = new PilotMap(new TreeMap<>(), Map.of("b", AgentId.of("checkpoint", "gate")));
    Stage stage =
        Stage.from(Pilot.START).with(Pilot.agent(Pilot.spec("on-board"), map, RuleBook.NONE));
    stage
        .tell(1, Pilot.ID, Pilot.setOut("a", "b"))
        .tell(2, Pilot.ID, new Percept.Departed("a", 0, 5))
        .tell(3, Pilot.ID, Pilot.enters("b"))
        .tell(4, Pilot.ID, new VehicleLetter.PlateForged("鄂A12345"))
        .tell(5, Pilot.ID, Pilot.enters("b"))
        .until(6);
    assertThat(stage.text("PlateShown"))
        .isEqualTo(
            """
            3.0 pilot writes checkpoint:gate PlateShown[vehicle=pilot, operator=operator:fleet, number=T0001, facts={…}]
            5.0 pilot writes checkpoint:gate PlateShown[vehicle=pilot, operator=operator:fleet, number=鄂A12345, facts={…}]
            """);
  }
}
