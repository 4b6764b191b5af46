package io.testroad.incident;

import static org.assertj.core.api.Assertions.assertThat;

import io.testroad.Stage;
import io.testroad.protocol.IncidentLetter;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The course of one incident at a centre, from the report (T1) until all is as before (T6). */
class C01CourseTest {

  @Test
  void fromTheReportToTheOpenLane() {
    Stage stage =
        Precinct.stage(
            Precinct.with(Precinct.PLAIN, Precinct.tow("tow-1", "arterial-east-0")));
    var seen = Precinct.stall("arterial-east-2", 1, 300, "pilot-1");
    stage
        .tell(10, Precinct.CENTRE, Precinct.telemetry(seen))
        .tell(200, Precinct.CENTRE, new IncidentLetter.UnitOnScene(1, "tow-1"))
        .tell(
            200.1,
            Precinct.CENTRE,
            new IncidentLetter.UnitFound(1, "tow-1", List.of(seen)))
        .tell(
            800,
            Precinct.CENTRE,
            new IncidentLetter.UnitDone(1, "tow-1"),
            new IncidentLetter.UnitFree("tow-1", "arterial-east-2", 285));
    assertThat(stage.until(3000).text()).isEqualTo("");
    assertThat(stage.fact(Precinct.CENTRE, "incident.open")).isEqualTo(0L);
    assertThat(stage.fact(Precinct.CENTRE, "centre.freeUnits")).isEqualTo(1L);
  }
}
