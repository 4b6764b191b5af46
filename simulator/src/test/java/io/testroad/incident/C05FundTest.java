package io.testroad.incident;

import static org.assertj.core.api.Assertions.assertThat;

import io.testroad.Stage;
import io.testroad.engine.WorkingCalendar;
import io.testroad.protocol.IncidentLetter;
import org.junit.jupiter.api.Test;

/** The relief fund's terms: 3 working days to review, 2 to pay; 7 days of rescue (AF-19). */
class C05FundTest {

  private static String after(IncidentLetter.FundNotified notified) {
    Stage stage =
        Stage.dated("2025-03-06T10:00:00+08:00")
            .with(new FundAgent(new FundSpec(WorkingCalendar.PLAIN)));
    return stage.tell(60, FundSpec.ID, notified).until("2025-04-01T00:00:00+08:00").text("records");
  }

  @Test
  void reviewedAndPaidOverAWeekend() {
    assertThat(after(new IncidentLetter.FundNotified(3, 52_000, 7, "hit-and-run", "")))
        .isEqualTo(
            """
            2025-03-06 10:01:00 relief records fund-notified of incident:3 {costCny=52000.0, ground=hit-and-run, incident=3}
            2025-03-11 17:00:00 relief records fund-reviewed of incident:3 {afterWorkingDays=3, incident=3, reason=rescue within 7 days, verdict=approved}
            2025-03-13 17:00:00 relief records fund-paid of incident:3 {afterWorkingDays=2, amountCny=52000.0, incident=3}
            """);
  }

  @Test
  void theEighthDayNeedsAReason() {
    assertThat(after(new IncidentLetter.FundNotified(3, 52_000, 8, "hit-and-run", "")))
        .contains("verdict=refused")
        .doesNotContain("fund-paid");
    assertThat(after(new IncidentLetter.FundNotified(3, 52_000, 8, "hit-and-run", "coma")))
        .contains("reason=coma, verdict=approved")
        .contains("fund-paid");
  }
}
