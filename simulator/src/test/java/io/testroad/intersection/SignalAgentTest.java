package io.testroad.intersection;

import static org.assertj.core.api.Assertions.assertThat;

import io.testroad.Stage;
import io.testroad.engine.AgentId;
import io.testroad.protocol.SignalLetter;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class SignalAgentTest {

  private static final AgentId ID = AgentId.of("signal", "J1");

  private static Stage stage(SignalSpec.Switch... plan) {
    var spec = new SignalSpec("J1", List.of("day", "night", "peak"), List.of(plan));
    return Stage.from("2025-03-01T06:00:00+08:00").with(new SignalAgent(spec));
  }

  private static SignalSpec.Switch at(int second, String program) {
    return new SignalSpec.Switch(Duration.ofSeconds(second), program);
  }

  @Test
  void theLastProgramRunsFirst() {
    Stage stage = stage().until(10);
    assertThat(stage.text()).isEmpty();
    assertThat(stage.fact(ID, "signal.program")).isEqualTo("peak");
  }

  @Test
  void followsItsPlan() {
    Stage stage = stage(at(60, "day"), at(120, "night"));
    assertThat(stage.until(200).text())
        .isEqualTo(
            """
            0.0 J1 reminds itself in 60.0 s of ProgramDue[program=day]
            0.0 J1 reminds itself in 120.0 s of ProgramDue[program=night]
            60.0 J1 decides RunProgram[signal=J1, program=day]
            120.0 J1 decides RunProgram[signal=J1, program=night]
            """);
    assertThat(stage.fact(ID, "signal.program")).isEqualTo("night");
  }

  @Test
  void failsAndIsMended() {
    Stage stage = stage();
    stage
        .tell(10, ID, new SignalLetter.SignalFails("flashing"))
        .tell(20, ID, new SignalLetter.SignalFails("off"))
        .tell(50, ID, new SignalLetter.SignalMended())
        .until(60);
    assertThat(stage.text())
        .isEqualTo(
            """
            10.0 J1 records signal-failed {mode=flashing}
            10.0 J1 decides RunProgram[signal=J1, program=flashing]
            20.0 J1 records signal-failed {mode=off}
            20.0 J1 decides RunProgram[signal=J1, program=off]
            50.0 J1 records signal-restored {program=peak}
            50.0 J1 decides RunProgram[signal=J1, program=peak]
            """);
  }

  @Test
  void mendedItRunsWhatThePlanSaysByThen() {
    Stage stage = stage(at(30, "day"));
    stage
        .tell(10, ID, new SignalLetter.SignalFails("off"))
        .tell(50, ID, new SignalLetter.SignalMended())
        .until(40);
    assertThat(stage.text("decides"))
        .isEqualTo(
            """
            10.0 J1 decides RunProgram[signal=J1, program=off]
            """);
    assertThat(stage.fact(ID, "signal.failure")).isEqualTo("off");
    assertThat(stage.until(60).text())
        .isEqualTo(
            """
            50.0 J1 records signal-restored {program=day}
            50.0 J1 decides RunProgram[signal=J1, program=day]
            """);
  }

  @Test
  void nothingToMend() {
    Stage stage = stage();
    stage.tell(10, ID, new SignalLetter.SignalMended()).until(20);
    assertThat(stage.text()).isEmpty();
  }
}
