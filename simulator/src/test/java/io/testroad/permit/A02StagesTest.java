package io.testroad.permit;

import static org.assertj.core.api.Assertions.assertThat;

import io.testroad.Fleet;
import io.testroad.Pack;
import io.testroad.Stage;
import io.testroad.policy.RuleBook;
import java.time.Duration;
import java.time.Period;
import org.junit.jupiter.api.Test;

/** Later stages: at a given time, or as soon as what was driven is enough. */
class A02StagesTest {

  private static final RuleBook TWO_THOUSAND_KM =
      Pack.of(
          "rules:\n"
              + Pack.rule(
                  "enough-km",
                  "declaration-applied",
                  "request.stage == 'road-test' || request.kmTested >= 2000.0",
                  "{ refuse: too few kilometres }"));

  private static Fleet fleet() {
    return Fleet.of("v1", "v2")
        .stage("road-test", Duration.ofDays(1), Period.ofMonths(18))
        .plates(6, 14)
        .duty(Fleet.everyDay());
  }

  /**
   * The declaration is there on 13 March at noon; from the 14th on both vehicles drive 8 h at 36
   * km/h, 288 km, a day: 576 km together. After four days it is 2304 km; the next stage is applied
   * for as the fourth shift ends, on Monday, the 17th, at 17:00. Offices are closed by then: it is
   * accepted on the 18th at nine, and confirmed five working days later.
   */
  @Test
  void whenReady() {
    Stage stage =
        Bureau.stage(TWO_THOUSAND_KM, fleet().stageWhenReady("demonstration", Period.ofMonths(18)));
    stage.until("2025-03-20T00:00:00+08:00");
    assertThat(stage.text("records application", "records declaration", "duty-day"))
        .isEqualTo(
            """
            2025-03-06 12:00:00 fleet records application-filed {applicant=fleet, kind=declaration, stage=road-test}
            2025-03-13 12:00:00 industry-bureau records declaration-confirmed {applicant=fleet, crew=on-board, stage=road-test, validUntil=2026-09-06T04:00:00Z}
            2025-03-13 12:00:00 fleet records application-filed {applicant=fleet, kind=plate, vehicle=v1}
            2025-03-13 12:00:00 fleet records application-filed {applicant=fleet, kind=plate, vehicle=v2}
            2025-03-14 17:00:00 fleet records duty-day {automatedHours=16.0, automatedKm=576.0, hours=16.0, km=576.0, takeovers=0, vehicles=2}
            2025-03-15 17:00:00 fleet records duty-day {automatedHours=16.0, automatedKm=576.0, hours=16.0, km=576.0, takeovers=0, vehicles=2}
            2025-03-16 17:00:00 fleet records duty-day {automatedHours=16.0, automatedKm=576.0, hours=16.0, km=576.0, takeovers=0, vehicles=2}
            2025-03-17 17:00:00 fleet records duty-day {automatedHours=16.0, automatedKm=576.0, hours=16.0, km=576.0, takeovers=0, vehicles=2}
            2025-03-17 17:00:00 fleet records application-filed {applicant=fleet, kind=declaration, stage=demonstration}
            2025-03-18 17:00:00 fleet records duty-day {automatedHours=16.0, automatedKm=576.0, hours=16.0, km=576.0, takeovers=0, vehicles=2}
            2025-03-19 17:00:00 fleet records duty-day {automatedHours=16.0, automatedKm=576.0, hours=16.0, km=576.0, takeovers=0, vehicles=2}
            """);
    assertThat(stage.until("2025-04-01T00:00:00+08:00").text("refused", "confirmed {"))
        .isEqualTo(
            """
            2025-03-25 09:00:00 industry-bureau records declaration-confirmed {applicant=fleet, crew=on-board, stage=demonstration, validUntil=2026-09-17T09:00:00Z}
            """);
  }

  /** At a given time it is filed, ready or not; refused, it is given up. */
  @Test
  void atAGivenTime() {
    Fleet fleet =
        fleet()
            .stage("demonstration", Duration.ofDays(12), Period.ofMonths(18))
            .stage("commercial", Duration.ofDays(40), Period.ofMonths(18));
    assertThat(
            Bureau.stage(TWO_THOUSAND_KM, fleet)
                .until("2025-06-01T00:00:00+08:00")
                .text("kind=declaration, stage", "refused {", "confirmed {"))
        .isEqualTo(
            """
            2025-03-06 12:00:00 fleet records application-filed {applicant=fleet, kind=declaration, stage=road-test}
            2025-03-13 12:00:00 industry-bureau records declaration-confirmed {applicant=fleet, crew=on-board, stage=road-test, validUntil=2026-09-06T04:00:00Z}
            2025-03-17 12:00:00 fleet records application-filed {applicant=fleet, kind=declaration, stage=demonstration}
            2025-03-24 12:00:00 industry-bureau records application-refused {applicant=fleet, kind=declaration, reasons=[too few kilometres (enough-km)]}
            2025-04-14 12:00:00 fleet records application-filed {applicant=fleet, kind=declaration, stage=commercial}
            2025-04-21 12:00:00 industry-bureau records declaration-confirmed {applicant=fleet, crew=on-board, stage=commercial, validUntil=2026-10-14T04:00:00Z}
            """);
  }

  /** What is tried again is the stage that was refused, not the one after it. */
  @Test
  void triedAgainAsWhatItWas() {
    Fleet fleet =
        fleet()
            .tries(2)
            .stage("demonstration", Duration.ofDays(12), Period.ofMonths(18))
            .stageWhenReady("commercial", Period.ofMonths(18));
    assertThat(
            Bureau.stage(TWO_THOUSAND_KM, fleet)
                .until("2025-04-20T00:00:00+08:00")
                .text("kind=declaration, stage", "refused {", "confirmed {"))
        .isEqualTo(
            """
            2025-03-06 12:00:00 fleet records application-filed {applicant=fleet, kind=declaration, stage=road-test}
            2025-03-13 12:00:00 industry-bureau records declaration-confirmed {applicant=fleet, crew=on-board, stage=road-test, validUntil=2026-09-06T04:00:00Z}
            2025-03-17 12:00:00 fleet records application-filed {applicant=fleet, kind=declaration, stage=demonstration}
            2025-03-24 12:00:00 industry-bureau records application-refused {applicant=fleet, kind=declaration, reasons=[too few kilometres (enough-km)]}
            2025-03-25 12:00:00 fleet records application-filed {applicant=fleet, kind=declaration, stage=demonstration}
            2025-04-01 12:00:00 industry-bureau records declaration-confirmed {applicant=fleet, crew=on-board, stage=demonstration, validUntil=2026-09-25T04:00:00.200Z}
            2025-04-04 17:00:00 fleet records application-filed {applicant=fleet, kind=declaration, stage=commercial}
            2025-04-14 09:00:00 industry-bureau records declaration-confirmed {applicant=fleet, crew=on-board, stage=commercial, validUntil=2026-10-04T09:00:00Z}
            """);
  }

  /** A stage whose time has come is filed though the one before was never confirmed. */
  @Test
  void timeGoesBeforeOrder() {
    RuleBook never =
        Pack.of(
            "rules:\n"
                + Pack.rule(
                    "no-road-tests",
                    "declaration-applied",
                    "request.stage != 'road-test'",
                    "{ refuse: none here }"));
    Fleet fleet =
        Fleet.of("v1")
            .stage("road-test", Duration.ofDays(1), Period.ofMonths(18))
            .tries(100)
            .stage("demonstration", Duration.ofDays(12), Period.ofMonths(18));
    assertThat(
            Bureau.stage(never, fleet)
                .until("2025-05-01T00:00:00+08:00")
                .text("kind=declaration, stage", "refused {", "confirmed {"))
        .isEqualTo(
            """
            2025-03-06 12:00:00 fleet records application-filed {applicant=fleet, kind=declaration, stage=road-test}
            2025-03-13 12:00:00 industry-bureau records application-refused {applicant=fleet, kind=declaration, reasons=[none here (no-road-tests)]}
            2025-03-14 12:00:00 fleet records application-filed {applicant=fleet, kind=declaration, stage=road-test}
            2025-03-17 12:00:00 fleet records application-filed {applicant=fleet, kind=declaration, stage=demonstration}
            2025-03-21 12:00:00 industry-bureau records application-refused {applicant=fleet, kind=declaration, reasons=[none here (no-road-tests)]}
            2025-03-24 12:00:00 industry-bureau records declaration-confirmed {applicant=fleet, crew=on-board, stage=demonstration, validUntil=2026-09-17T04:00:00Z}
            """);
  }
}
