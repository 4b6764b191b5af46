package io.testroad.permit;

import static org.assertj.core.api.Assertions.assertThat;

import io.testroad.Fleet;
import io.testroad.Pack;
import io.testroad.Stage;
import io.testroad.policy.RuleBook;
import io.testroad.protocol.VehicleLetter;
import java.time.Duration;
import java.time.Period;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Changes that are declared, and vehicles that are added. */
class A03ChangesTest {

  private static final double DAY = 86400;

  private static Fleet fleet() {
    return Fleet.of("v1", "v2")
        .ground("harbour", Map.of("c", 500.0))
        .stage("road-test", Duration.ofDays(1), Period.ofMonths(12))
        .plates(6, 14)
        .first(1);
  }

  private static Stage confirmed(RuleBook rules, Fleet fleet) {
    Stage stage = Bureau.stage(rules, fleet).until("2025-03-15T12:00:00+08:00");
    stage.text();
    return stage;
  }

  /** On the eleventh day, a Sunday: accepted on Monday at nine, confirmed on the next. */
  @Test
  void roadsAndSoftware() {
    Stage stage = confirmed(RuleBook.NONE, fleet());
    stage.tell(
        11 * DAY,
        Fleet.ID,
        new VehicleLetter.ChangeWanted("roads", "harbour"),
        new VehicleLetter.ChangeWanted("software", "2.0"));
    assertThat(
            stage
                .until("2025-04-01T12:00:00+08:00")
                .text("records", "fleet writes vehicle", "writes operator"))
        .isEqualTo(
            """
            2025-03-16 12:00:00 fleet records application-filed {applicant=fleet, kind=change}
            2025-03-16 12:00:00 fleet records application-filed {applicant=fleet, kind=change}
            2025-03-20 09:00:00 traffic-police records opinion-given {applicant=fleet, kind=change, verdict=in-favour}
            2025-03-20 09:00:00 traffic-police records opinion-given {applicant=fleet, kind=change, verdict=in-favour}
            2025-03-21 09:00:00 transport-bureau records opinion-given {applicant=fleet, kind=change, verdict=in-favour}
            2025-03-21 09:00:00 transport-bureau records opinion-given {applicant=fleet, kind=change, verdict=in-favour}
            2025-03-24 09:00:00 industry-bureau records opinion-given {applicant=fleet, kind=change, verdict=in-favour}
            2025-03-24 09:00:00 industry-bureau records change-confirmed {applicant=fleet, change=roads harbour}
            2025-03-24 09:00:00 industry-bureau records opinion-given {applicant=fleet, kind=change, verdict=in-favour}
            2025-03-24 09:00:00 industry-bureau records change-confirmed {applicant=fleet, change=software 2.0}
            2025-03-24 09:00:00 industry-bureau writes operator:fleet ChangeConfirmed[application=3, kind=roads, value=harbour]
            2025-03-24 09:00:00 industry-bureau writes operator:fleet ChangeConfirmed[application=4, kind=software, value=2.0]
            2025-03-24 09:00:00 fleet writes vehicle:v1 ChangeConfirmed[application=3, kind=roads, value=harbour]
            2025-03-24 09:00:00 fleet writes vehicle:v1 ChangeConfirmed[application=4, kind=software, value=2.0]
            """);
    assertThat(stage.state(Fleet.ID).toString()).contains("zone=harbour").contains("software=2.0");
  }

  @Test
  void refusedAndTriedAgain() {
    RuleBook rules =
        Pack.of(
            "rules:\n"
                + Pack.rule(
                    "stay", "change-declared", "false", "{ refuse: the roads are closed }"));
    Stage stage = confirmed(rules, fleet().tries(1));
    stage.tell(11 * DAY, Fleet.ID, new VehicleLetter.ChangeWanted("roads", "harbour"));
    assertThat(stage.until("2025-06-01T12:00:00+08:00").text("records application"))
        .isEqualTo(
            """
            2025-03-16 12:00:00 fleet records application-filed {applicant=fleet, kind=change}
            2025-03-24 09:00:00 industry-bureau records application-refused {applicant=fleet, kind=change, reasons=[the roads are closed (stay)]}
            2025-03-25 09:00:00 fleet records application-filed {applicant=fleet, kind=change}
            2025-04-01 09:00:00 industry-bureau records application-refused {applicant=fleet, kind=change, reasons=[the roads are closed (stay)]}
            """);
    assertThat(stage.state(Fleet.ID).toString()).doesNotContain("zone=harbour");
  }

  /** Vehicles that are added are told what was declared, and get plates. */
  @Test
  void vehicles() {
    Stage stage = confirmed(RuleBook.NONE, fleet());
    stage.tell(11 * DAY, Fleet.ID, new VehicleLetter.AdditionWanted(List.of("v2"), true));
    assertThat(
            stage
                .until("2025-04-01T12:00:00+08:00")
                .text("records", "writes vehicle", "writes operator"))
        .isEqualTo(
            """
            2025-03-16 12:00:00 fleet records application-filed {applicant=fleet, kind=addition}
            2025-03-20 09:00:00 traffic-police records opinion-given {applicant=fleet, kind=addition, verdict=in-favour}
            2025-03-21 09:00:00 transport-bureau records opinion-given {applicant=fleet, kind=addition, verdict=in-favour}
            2025-03-24 09:00:00 industry-bureau records opinion-given {applicant=fleet, kind=addition, verdict=in-favour}
            2025-03-24 09:00:00 industry-bureau records vehicles-added {applicant=fleet, vehicles=1}
            2025-03-24 09:00:00 industry-bureau writes operator:fleet AdditionConfirmed[application=3, vehicles=[v2]]
            2025-03-24 09:00:00 fleet records application-filed {applicant=fleet, kind=plate, vehicle=v2}
            2025-03-24 09:00:00 fleet writes vehicle:v2 DeclarationConfirmed[application=1, stage=road-test, crew=on-board, zone=ring, validUntil=2026-03-06T04:00:00Z]
            2025-03-25 09:00:00 traffic-police records plate-issued {plate=T0002, validFrom=2025-03-24T01:00:00.100Z, validUntil=2025-09-24T01:00:00.100Z, vehicle=v2}
            2025-03-25 09:00:00 traffic-police writes operator:fleet PlateIssued[vehicle=v2, plate=T0002, validFrom=2025-03-24T01:00:00.100Z, validUntil=2025-09-24T01:00:00.100Z]
            2025-03-25 09:00:00 traffic-police writes vehicle:v2 PlateIssued[vehicle=v2, plate=T0002, validFrom=2025-03-24T01:00:00.100Z, validUntil=2025-09-24T01:00:00.100Z]
            """);
  }

  @Test
  void onlyWhatIsAlikeIsAdded() {
    RuleBook rules =
        Pack.of(
            "rules:\n"
                + Pack.rule(
                    "alike", "vehicles-added", "addition.identical", "{ refuse: not alike }"));
    Stage stage = confirmed(rules, fleet().tries(1));
    stage.tell(11 * DAY, Fleet.ID, new VehicleLetter.AdditionWanted(List.of("v2"), false));
    assertThat(stage.until("2025-06-01T12:00:00+08:00").text("records application", "added"))
        .isEqualTo(
            """
            2025-03-16 12:00:00 fleet records application-filed {applicant=fleet, kind=addition}
            2025-03-24 09:00:00 industry-bureau records application-refused {applicant=fleet, kind=addition, reasons=[not alike (alike)]}
            2025-03-25 09:00:00 fleet records application-filed {applicant=fleet, kind=addition}
            2025-04-01 09:00:00 industry-bureau records application-refused {applicant=fleet, kind=addition, reasons=[not alike (alike)]}
            """);
  }

  /** Without a declaration there is nothing to change. */
  @Test
  void nothingToChange() {
    Stage stage = Bureau.stage(RuleBook.NONE, fleet()).until(1);
    stage.text();
    stage.tell(
        60,
        Fleet.ID,
        new VehicleLetter.ChangeWanted("roads", "harbour"),
        new VehicleLetter.AdditionWanted(List.of("v2"), true));
    assertThat(stage.until(120).text()).isEmpty();
  }
}
