package io.testroad.permit;

import static org.assertj.core.api.Assertions.assertThat;

import io.testroad.Fleet;
import io.testroad.Pack;
import io.testroad.Stage;
import io.testroad.engine.AgentId;
import io.testroad.engine.Facts;
import io.testroad.policy.Policy;
import io.testroad.policy.RuleBook;
import io.testroad.protocol.PermitLetter;
import io.testroad.units.Term;
import java.time.Duration;
import java.time.Period;
import org.junit.jupiter.api.Test;

/** What somebody must do within a term: in time, late, never, again and again. */
class A05ObligationTest {

  private static final double DAY = 86400;

  private static Policy owed(String name, String on, String by, String to, String within) {
    return Pack.of(
        "obligations:\n  "
            + name
            + ": { on: "
            + on
            + ", by: "
            + by
            + ", to: "
            + to
            + ", within: "
            + within
            + " }\nrules:\n"
            + Pack.rule("in-time", "obligation-due", "obligation.inTime", "{ warn: late }"));
  }

  private static Stage stage(RuleBook rules, Fleet fleet) {
    Stage stage = Bureau.stage(rules, fleet);
    stage.tell(
        DAY,
        Bureau.POLICE,
        new PermitLetter.AccidentReported(
            "v1", Fleet.ID, Facts.of("collision.injured", false), "none"));
    return stage;
  }

  private static String course(String by, String within, Fleet fleet) {
    return stage(owed("report", "accident-reported", by, "traffic-police", within), fleet)
        .until("2025-04-01T00:00:00+08:00")
        .text("obligation", "ruling");
  }

  /** Reported on Thursday, 6 March, at noon; 48 h run until Saturday at noon. */
  @Test
  void halfwayIfNothingIsSaid() {
    assertThat(course("operator", "48 h", Fleet.of("v1")))
        .isEqualTo(
            """
            2025-03-06 12:00:00 traffic-police records obligation-started of vehicle:v1 {by=operator, due=2025-03-08T04:00:00.100Z, obligation=report, operator=fleet, vehicle=v1}
            2025-03-07 12:00:00 traffic-police records obligation-done of vehicle:v1 {afterS=86400.1, by=operator, obligation=report, operator=fleet, vehicle=v1}
            2025-03-07 12:00:00 traffic-police records ruling in-time held
            """);
  }

  /** Two working days from Thursday last until Monday's end: done in that instant is in time. */
  @Test
  void inTheLastInstant() {
    Policy policy =
        owed("report", "accident-reported", "operator", "traffic-police", "2 working days");
    Stage stage = Bureau.bureaus(policy, Fleet.of("v1"));
    stage.tell(
        DAY,
        Bureau.POLICE,
        new PermitLetter.AccidentReported(
            "v1", Fleet.ID, Facts.of("collision.injured", false), "none"));
    double endOfMonday = 5.5 * DAY; // from Wednesday at noon
    stage.tellFrom(Fleet.ID, endOfMonday, Bureau.POLICE, new PermitLetter.ObligationFulfilled(1));
    assertThat(stage.until("2025-04-01T00:00:00+08:00").text("records obligation", "ruling"))
        .isEqualTo(
            """
            2025-03-06 12:00:00 traffic-police records obligation-started of vehicle:v1 {by=operator, due=2025-03-10T16:00:00Z, obligation=report, operator=fleet, vehicle=v1}
            2025-03-11 00:00:00 traffic-police records obligation-done of vehicle:v1 {afterS=388799.9, by=operator, obligation=report, operator=fleet, vehicle=v1}
            2025-03-11 00:00:00 traffic-police records ruling in-time held
            """);
  }

  /** An hour after that it is late: judged when the term is over, noted when it is done. */
  @Test
  void late() {
    assertThat(course("operator", "2 working days", Fleet.of("v1").takes("report", "109 h")))
        .isEqualTo(
            """
            2025-03-06 12:00:00 traffic-police records obligation-started of vehicle:v1 {by=operator, due=2025-03-10T16:00:00Z, obligation=report, operator=fleet, vehicle=v1}
            2025-03-11 00:00:00 traffic-police records obligation-overdue of vehicle:v1 {by=operator, obligation=report, operator=fleet, vehicle=v1}
            2025-03-11 00:00:00 traffic-police records ruling in-time broken: warn(late)
            2025-03-11 01:00:00 traffic-police records obligation-done of vehicle:v1 {afterS=392400.1, by=operator, obligation=report, operator=fleet, vehicle=v1}
            """);
  }

  @Test
  void never() {
    assertThat(course("operator", "2 working days", Fleet.of("v1").takes("report", "")))
        .isEqualTo(
            """
            2025-03-06 12:00:00 traffic-police records obligation-started of vehicle:v1 {by=operator, due=2025-03-10T16:00:00Z, obligation=report, operator=fleet, vehicle=v1}
            2025-03-11 00:00:00 traffic-police records obligation-overdue of vehicle:v1 {by=operator, obligation=report, operator=fleet, vehicle=v1}
            2025-03-11 00:00:00 traffic-police records ruling in-time broken: warn(late)
            """);
  }

  /** What the police owe they do themselves, as the scenario says of that fleet's cases. */
  @Test
  void byThePolice() {
    assertThat(course("traffic-police", "10 days", Fleet.of("v1")))
        .isEqualTo(
            """
            2025-03-06 12:00:00 traffic-police records obligation-started of vehicle:v1 {by=traffic-police, due=2025-03-16T16:00:00Z, obligation=report, operator=fleet, vehicle=v1}
            2025-03-11 18:00:00 traffic-police records obligation-done of vehicle:v1 {afterS=453600.0, by=traffic-police, obligation=report, operator=fleet, vehicle=v1}
            2025-03-11 18:00:00 traffic-police records ruling in-time held
            """);
    assertThat(course("traffic-police", "10 days", Fleet.of("v1").takes("report", "11 days")))
        .isEqualTo(
            """
            2025-03-06 12:00:00 traffic-police records obligation-started of vehicle:v1 {by=traffic-police, due=2025-03-16T16:00:00Z, obligation=report, operator=fleet, vehicle=v1}
            2025-03-17 00:00:00 traffic-police records obligation-overdue of vehicle:v1 {by=traffic-police, obligation=report, operator=fleet, vehicle=v1}
            2025-03-17 00:00:00 traffic-police records ruling in-time broken: warn(late)
            2025-03-17 12:00:00 traffic-police records obligation-done of vehicle:v1 {afterS=950400.0, by=traffic-police, obligation=report, operator=fleet, vehicle=v1}
            """);
  }

  private static final Policy MONTHLY =
      owed("monthly", "permit-granted", "operator", "transport-bureau", "1 months, repeats: true");

  private static Fleet fleet(int months) {
    return Fleet.of("v1").stage("road-test", Duration.ofDays(19), Period.ofMonths(months));
  }

  /**
   * Confirmed on Monday, 31 March: the first month ends with 30 April, the second with 31 May, not
   * with the 30th, the third with 30 June. Then the declaration is over, on 24 June, and the fourth
   * never begins.
   */
  @Test
  void everyMonthUntilTheDeclarationEnds() {
    Stage stage = Bureau.stage(MONTHLY, fleet(3));
    assertThat(
            stage
                .until("2026-04-01T00:00:00+08:00")
                .text("records obligation", "records declaration-"))
        .isEqualTo(
            """
            2025-03-31 12:00:00 industry-bureau records declaration-confirmed {applicant=fleet, crew=on-board, stage=road-test, validUntil=2025-06-24T04:00:00Z}
            2025-03-31 12:00:00 transport-bureau records obligation-started of operator:fleet {by=operator, due=2025-04-30T16:00:00Z, obligation=monthly, operator=fleet}
            2025-04-15 18:00:00 transport-bureau records obligation-done of operator:fleet {afterS=1317600.0, by=operator, obligation=monthly, operator=fleet}
            2025-05-01 00:00:00 transport-bureau records obligation-started of operator:fleet {by=operator, due=2025-05-31T16:00:00Z, obligation=monthly, operator=fleet}
            2025-05-16 12:00:00 transport-bureau records obligation-done of operator:fleet {afterS=1339200.1, by=operator, obligation=monthly, operator=fleet}
            2025-06-01 00:00:00 transport-bureau records obligation-started of operator:fleet {by=operator, due=2025-06-30T16:00:00Z, obligation=monthly, operator=fleet}
            2025-06-16 00:00:00 transport-bureau records obligation-done of operator:fleet {afterS=1296000.1, by=operator, obligation=monthly, operator=fleet}
            2025-06-24 12:00:00 industry-bureau records declaration-ended {applicant=fleet}
            """);
  }

  /** The clock of a declaration that follows doesn't run beside the one that runs already. */
  @Test
  void oneClockForDeclarationsInARow() {
    Stage stage = Bureau.stage(MONTHLY, fleet(3).renewsDeclaration(30).takes("monthly", ""));
    assertThat(
            stage
                .until("2025-08-15T00:00:00+08:00")
                .text("records obligation", "records declaration-"))
        .isEqualTo(
            """
            2025-03-31 12:00:00 industry-bureau records declaration-confirmed {applicant=fleet, crew=on-board, stage=road-test, validUntil=2025-06-24T04:00:00Z}
            2025-03-31 12:00:00 transport-bureau records obligation-started of operator:fleet {by=operator, due=2025-04-30T16:00:00Z, obligation=monthly, operator=fleet}
            2025-05-01 00:00:00 transport-bureau records obligation-overdue of operator:fleet {by=operator, obligation=monthly, operator=fleet}
            2025-05-01 00:00:00 transport-bureau records obligation-started of operator:fleet {by=operator, due=2025-05-31T16:00:00Z, obligation=monthly, operator=fleet}
            2025-06-01 00:00:00 transport-bureau records obligation-overdue of operator:fleet {by=operator, obligation=monthly, operator=fleet}
            2025-06-01 00:00:00 transport-bureau records obligation-started of operator:fleet {by=operator, due=2025-06-30T16:00:00Z, obligation=monthly, operator=fleet}
            2025-06-02 09:00:00 industry-bureau records declaration-confirmed {applicant=fleet, crew=on-board, stage=road-test, validUntil=2025-08-25T04:00:00Z}
            2025-07-01 00:00:00 transport-bureau records obligation-overdue of operator:fleet {by=operator, obligation=monthly, operator=fleet}
            2025-07-01 00:00:00 transport-bureau records obligation-started of operator:fleet {by=operator, due=2025-07-31T16:00:00Z, obligation=monthly, operator=fleet}
            2025-08-01 00:00:00 transport-bureau records obligation-overdue of operator:fleet {by=operator, obligation=monthly, operator=fleet}
            2025-08-01 00:00:00 transport-bureau records obligation-started of operator:fleet {by=operator, due=2025-08-31T16:00:00Z, obligation=monthly, operator=fleet}
            2025-08-04 09:00:00 industry-bureau records declaration-confirmed {applicant=fleet, crew=on-board, stage=road-test, validUntil=2025-10-26T04:00:00Z}
            """);
  }

  /** What the authority owes itself ends with the declaration too. */
  @Test
  void nobodyOwesAnythingAfterTheEnd() {
    Policy checks =
        owed(
            "check",
            "permit-granted",
            "transport-bureau",
            "transport-bureau",
            "10 days, repeats: true");
    Stage stage = Bureau.stage(checks, fleet(1));
    assertThat(
            stage
                .until("2026-04-01T00:00:00+08:00")
                .text("records obligation-started", "records declaration-"))
        .isEqualTo(
            """
            2025-03-31 12:00:00 industry-bureau records declaration-confirmed {applicant=fleet, crew=on-board, stage=road-test, validUntil=2025-04-24T04:00:00Z}
            2025-03-31 12:00:00 transport-bureau records obligation-started of operator:fleet {by=transport-bureau, due=2025-04-10T16:00:00Z, obligation=check, operator=fleet}
            2025-04-11 00:00:00 transport-bureau records obligation-started of operator:fleet {by=transport-bureau, due=2025-04-20T16:00:00Z, obligation=check, operator=fleet}
            2025-04-21 00:00:00 transport-bureau records obligation-started of operator:fleet {by=transport-bureau, due=2025-04-30T16:00:00Z, obligation=check, operator=fleet}
            2025-04-24 12:00:00 industry-bureau records declaration-ended {applicant=fleet}
            """);
  }

  /** What is owed because the declaration is over is owed all the same. */
  @Test
  void theLastReport() {
    Policy last = owed("last", "permit-ended", "operator", "industry-bureau", "5 days");
    Stage stage = Bureau.stage(last, fleet(1));
    assertThat(stage.until("2026-04-01T00:00:00+08:00").text("records obligation"))
        .isEqualTo(
            """
            2025-04-24 12:00:00 industry-bureau records obligation-started of operator:fleet {by=operator, due=2025-04-29T16:00:00Z, obligation=last, operator=fleet}
            2025-04-27 06:00:00 industry-bureau records obligation-done of operator:fleet {afterS=237600.0, by=operator, obligation=last, operator=fleet}
            """);
  }

  /** A clock that nobody understands any more does no harm. */
  @Test
  void unknownNumbers() {
    Stage stage = Bureau.bureaus(RuleBook.NONE, Fleet.of("v1"));
    stage.tellFrom(Fleet.ID, 1, Bureau.POLICE, new PermitLetter.ObligationFulfilled(7));
    stage.tell(1, Bureau.POLICE, new PermitLetter.ObligationDue(8));
    assertThat(stage.until(10).text()).isEmpty();
  }

  /** Two accidents are two obligations, each with its own clock. */
  @Test
  void eachOnItsOwn() {
    Stage stage = Bureau.bureaus(RuleBook.NONE, Fleet.of("v1", "v2"));
    for (String vehicle : new String[] {"v1", "v2", "v1"}) {
      stage.tell(
          1,
          Bureau.POLICE,
          new PermitLetter.ObligationStarts(
              "call",
              "driver",
              new Term(1, Term.Unit.HOURS),
              false,
              AgentId.of("operator", "fleet"),
              vehicle,
              Facts.empty()));
    }
    stage.tellFrom(Fleet.ID, 60, Bureau.POLICE, new PermitLetter.ObligationFulfilled(2));
    assertThat(stage.until(2 * 3600).text("records"))
        .isEqualTo(
            """
            2025-03-05 12:00:01 traffic-police records obligation-started of vehicle:v1 {by=driver, due=2025-03-05T05:00:01Z, obligation=call, operator=fleet, vehicle=v1}
            2025-03-05 12:00:01 traffic-police records obligation-started of vehicle:v2 {by=driver, due=2025-03-05T05:00:01Z, obligation=call, operator=fleet, vehicle=v2}
            2025-03-05 12:00:01 traffic-police records obligation-started of vehicle:v1 {by=driver, due=2025-03-05T05:00:01Z, obligation=call, operator=fleet, vehicle=v1}
            2025-03-05 12:01:00 traffic-police records obligation-done of vehicle:v2 {afterS=59.0, by=driver, obligation=call, operator=fleet, vehicle=v2}
            2025-03-05 13:00:01 traffic-police records obligation-overdue of vehicle:v1 {by=driver, obligation=call, operator=fleet, vehicle=v1}
            2025-03-05 13:00:01 traffic-police records obligation-overdue of vehicle:v1 {by=driver, obligation=call, operator=fleet, vehicle=v1}
            """);
  }
}
