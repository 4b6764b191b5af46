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

  @Test
  void clearsTheWayForAUnitAndGoesBack() {
    Stage stage = stage();
    stage
        .tell(10, ID, new SignalLetter.PreEmptionAsked("ambulance-1", "a"))
        .tell(35, ID, new SignalLetter.PreEmptionOver("ambulance-1"))
        .until(300);
    assertThat(stage.text())
        .isEqualTo(
            """
            10.0 J1 records signal-pre-empted {road=a, unit=ambulance-1}
            10.0 J1 decides PreEmpt[signal=J1, road=a]
            10.0 J1 reminds itself in 120.0 s of PreEmptionLapses[serial=1]
            35.0 J1 records signal-released {afterS=25.0, unit=ambulance-1}
            35.0 J1 decides RunProgram[signal=J1, program=peak]
            """);
  }

  @Test
  void servesOneAfterTheOtherInOrderOfAsking() {
    Stage stage = stage(at(20, "day"));
    stage
        .tell(10, ID, new SignalLetter.PreEmptionAsked("one", "a"))
        .tell(12, ID, new SignalLetter.PreEmptionAsked("two", "b"))
        .tell(13, ID, new SignalLetter.PreEmptionAsked("three", "c"))
        .tell(14, ID, new SignalLetter.PreEmptionAsked("two", "b"))
        .tell(15, ID, new SignalLetter.PreEmptionOver("three"))
        .tell(30, ID, new SignalLetter.PreEmptionOver("one"))
        .tell(31, ID, new SignalLetter.PreEmptionOver("nobody"))
        .tell(40, ID, new SignalLetter.PreEmptionOver("two"))
        .until(300);
    assertThat(stage.text("decides"))
        .isEqualTo(
            """
            10.0 J1 decides PreEmpt[signal=J1, road=a]
            30.0 J1 decides PreEmpt[signal=J1, road=b]
            40.0 J1 decides RunProgram[signal=J1, program=day]
            """);
  }

  @Test
  void oneThatComesOnAnotherRoadTakesItsTurnAnew() {
    Stage stage = stage();
    stage
        .tell(10, ID, new SignalLetter.PreEmptionAsked("one", "a"))
        .tell(11, ID, new SignalLetter.PreEmptionAsked("two", "b"))
        .tell(12, ID, new SignalLetter.PreEmptionAsked("one", "c"))
        .tell(20, ID, new SignalLetter.PreEmptionOver("two"))
        .until(30);
    assertThat(stage.text("decides"))
        .isEqualTo(
            """
            10.0 J1 decides PreEmpt[signal=J1, road=a]
            12.0 J1 decides PreEmpt[signal=J1, road=b]
            20.0 J1 decides PreEmpt[signal=J1, road=c]
            """);
  }

  @Test
  void nobodyIsServedForEver() {
    Stage stage = stage();
    stage
        .tell(10, ID, new SignalLetter.PreEmptionAsked("one", "a"))
        .tell(11, ID, new SignalLetter.PreEmptionAsked("two", "b"))
        .until(300);
    assertThat(stage.text("decides"))
        .isEqualTo(
            """
            10.0 J1 decides PreEmpt[signal=J1, road=a]
            130.0 J1 decides PreEmpt[signal=J1, road=b]
            250.0 J1 decides RunProgram[signal=J1, program=peak]
            """);
  }

  @Test
  void aSignalThatFailsServesNobody() {
    Stage stage = stage();
    stage
        .tell(10, ID, new SignalLetter.PreEmptionAsked("one", "a"))
        .tell(20, ID, new SignalLetter.SignalFails("off"))
        .tell(30, ID, new SignalLetter.PreEmptionAsked("two", "a"))
        .tell(35, ID, new SignalLetter.PreEmptionOver("one"))
        .tell(50, ID, new SignalLetter.SignalMended())
        .until(300);
    assertThat(stage.text("decides", "released"))
        .isEqualTo(
            """
            10.0 J1 decides PreEmpt[signal=J1, road=a]
            20.0 J1 records signal-released {afterS=10.0, unit=one}
            20.0 J1 decides RunProgram[signal=J1, program=off]
            50.0 J1 decides RunProgram[signal=J1, program=peak]
            """);
  }
}
