package io.testroad.permit;

import static io.testroad.Rules.all;
import static io.testroad.Rules.rule;
import static org.assertj.core.api.Assertions.assertThat;

import io.testroad.Fleet;
import io.testroad.Pack;
import io.testroad.Stage;
import io.testroad.engine.Facts;
import io.testroad.policy.Consequence;
import io.testroad.policy.Moment;
import io.testroad.policy.RuleBook;
import io.testroad.protocol.PermitLetter;
import java.time.Duration;
import java.time.Period;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Violations counted; permits suspended, restricted, withdrawn and given back. */
class A06SanctionTest {

  private static final double DAY = 86400;

  private static Fleet fleet() {
    return Fleet.of("v1", "v2", "v3")
        .plate("v1", "T-v1", "2025-09-01T00:00:00+08:00")
        .plate("v2", "T-v2", "2025-09-01T00:00:00+08:00")
        .plate("v3", "T-v3", "2025-09-01T00:00:00+08:00");
  }

  private static PermitLetter.BreachReported breach(
      String vehicle, String rule, Consequence... consequences) {
    return new PermitLetter.BreachReported(
        vehicle, Fleet.ID, "1.0", "road-7", rule, List.of(consequences), Facts.empty());
  }

  private static Consequence violation() {
    return new Consequence.Violation("speeding", "driver");
  }

  private static RuleBook fromCount(String id, int count, Consequence consequence) {
    return rule(
        id,
        Moment.VIOLATION_COUNTED,
        facts -> (Long) facts.find("violations.count") < count,
        consequence);
  }

  private static String end(Stage stage, String... words) {
    stage.until("2026-03-01T00:00:00+08:00");
    return words.length == 0 ? stage.text() : stage.text(words);
  }

  @Test
  void violationsAddUp() {
    RuleBook rules =
        all(
            fromCount("a-suspend", 2, new Consequence.Suspend(7)),
            fromCount("b-withdraw", 3, new Consequence.Withdraw()));
    Stage stage = Bureau.bureaus(rules, fleet());
    stage
        .tell(DAY, Bureau.POLICE, breach("v1", "limit", violation()))
        .tell(2 * DAY, Bureau.POLICE, breach("v1", "limit", violation()))
        .tell(3 * DAY, Bureau.POLICE, breach("v2", "limit", violation()))
        .tell(20 * DAY, Bureau.POLICE, breach("v1", "limit", violation()));
    assertThat(end(stage))
        .isEqualTo(
            """
            2025-03-06 12:00:00 traffic-police records violation-recorded {addressee=driver, class=speeding, rule=limit, vehicle=v1}
            2025-03-06 12:00:00 traffic-police records ruling a-suspend held
            2025-03-06 12:00:00 traffic-police records ruling b-withdraw held
            2025-03-06 12:00:00 traffic-police writes operator:fleet ViolationNoted[vehicle=v1, rule=limit]
            2025-03-07 12:00:00 traffic-police records violation-recorded {addressee=driver, class=speeding, rule=limit, vehicle=v1}
            2025-03-07 12:00:00 traffic-police records ruling a-suspend broken: suspend(7)
            2025-03-07 12:00:00 traffic-police records ruling b-withdraw held
            2025-03-07 12:00:00 traffic-police records permit-suspended {rule=a-suspend, until=2025-03-14T04:00:00Z, vehicle=v1}
            2025-03-07 12:00:00 traffic-police writes operator:fleet ViolationNoted[vehicle=v1, rule=limit]
            2025-03-07 12:00:00 traffic-police writes vehicle:v1 PermitSuspended[vehicle=v1, rule=a-suspend, until=2025-03-14T04:00:00Z]
            2025-03-07 12:00:00 traffic-police writes operator:fleet PermitSuspended[vehicle=v1, rule=a-suspend, until=2025-03-14T04:00:00Z]
            2025-03-07 12:00:00 traffic-police reminds itself at 2025-03-14 12:00:00 of SuspensionEnds[vehicle=v1, serial=1]
            2025-03-08 12:00:00 traffic-police records violation-recorded {addressee=driver, class=speeding, rule=limit, vehicle=v2}
            2025-03-08 12:00:00 traffic-police records ruling a-suspend held
            2025-03-08 12:00:00 traffic-police records ruling b-withdraw held
            2025-03-08 12:00:00 traffic-police writes operator:fleet ViolationNoted[vehicle=v2, rule=limit]
            2025-03-14 12:00:00 traffic-police records permit-reinstated {vehicle=v1}
            2025-03-14 12:00:00 traffic-police writes vehicle:v1 PermitReinstated[vehicle=v1]
            2025-03-14 12:00:00 traffic-police writes operator:fleet PermitReinstated[vehicle=v1]
            2025-03-25 12:00:00 traffic-police records violation-recorded {addressee=driver, class=speeding, rule=limit, vehicle=v1}
            2025-03-25 12:00:00 traffic-police records ruling a-suspend broken: suspend(7)
            2025-03-25 12:00:00 traffic-police records ruling b-withdraw broken: withdraw
            2025-03-25 12:00:00 traffic-police records permit-suspended {rule=a-suspend, until=2025-04-01T04:00:00Z, vehicle=v1}
            2025-03-25 12:00:00 traffic-police records permit-withdrawn {rule=b-withdraw, vehicle=v1}
            2025-03-25 12:00:00 traffic-police records plate-voiding-published {plate=T-v1, vehicle=v1}
            2025-03-25 12:00:00 traffic-police writes operator:fleet ViolationNoted[vehicle=v1, rule=limit]
            2025-03-25 12:00:00 traffic-police writes vehicle:v1 PermitSuspended[vehicle=v1, rule=a-suspend, until=2025-04-01T04:00:00Z]
            2025-03-25 12:00:00 traffic-police writes operator:fleet PermitSuspended[vehicle=v1, rule=a-suspend, until=2025-04-01T04:00:00Z]
            2025-03-25 12:00:00 traffic-police reminds itself at 2025-04-01 12:00:00 of SuspensionEnds[vehicle=v1, serial=2]
            2025-03-25 12:00:00 traffic-police writes vehicle:v1 PermitWithdrawn[vehicle=v1, rule=b-withdraw]
            2025-03-25 12:00:00 traffic-police writes operator:fleet PermitWithdrawn[vehicle=v1, rule=b-withdraw]
            """);
  }

  /** A suspension is prolonged by a longer one, not cut by a shorter one. */
  @Test
  void theLongerSuspensionHolds() {
    Stage stage = Bureau.bureaus(RuleBook.NONE, fleet());
    stage
        .tell(DAY, Bureau.POLICE, breach("v1", "a", new Consequence.Suspend(7)))
        .tell(2 * DAY, Bureau.POLICE, breach("v1", "b", new Consequence.Suspend(3)))
        .tell(3 * DAY, Bureau.POLICE, breach("v1", "c", new Consequence.Suspend(30)));
    assertThat(end(stage, "records"))
        .isEqualTo(
            """
            2025-03-06 12:00:00 traffic-police records permit-suspended {rule=a, until=2025-03-13T04:00:00Z, vehicle=v1}
            2025-03-08 12:00:00 traffic-police records permit-suspended {rule=c, until=2025-04-07T04:00:00Z, vehicle=v1}
            2025-04-07 12:00:00 traffic-police records permit-reinstated {vehicle=v1}
            """);
  }

  /** The plate goes with the permit, and isn't given back with it: a new one is applied for. */
  @Test
  void withdrawnAndGrantedOnAppeal() {
    RuleBook rules =
        rule(
            "appeal-in-time",
            Moment.APPEAL_FILED,
            facts -> (Long) facts.find("appeal.workingDays") <= 3,
            new Consequence.Refuse("too late"));
    Fleet campaign =
        Fleet.of("v1")
            .stage("road-test", Duration.ofDays(1), Period.ofMonths(12))
            .appealsAfter("3 working days");
    Stage stage = Bureau.stage(rules, campaign).until("2025-03-20T00:00:00+08:00");
    stage.text();
    // On the 20th, a Thursday; the appeal comes on Tuesday, and is decided a week later.
    stage.tell(15 * DAY, Bureau.POLICE, breach("v1", "deceit", new Consequence.Withdraw()));
    assertThat(stage.until("2025-05-01T00:00:00+08:00").text("records", "writes vehicle"))
        .isEqualTo(
            """
            2025-03-20 12:00:00 traffic-police records permit-withdrawn {rule=deceit, vehicle=v1}
            2025-03-20 12:00:00 traffic-police records plate-voiding-published {plate=T0001, vehicle=v1}
            2025-03-20 12:00:00 traffic-police writes vehicle:v1 PermitWithdrawn[vehicle=v1, rule=deceit]
            2025-03-25 12:00:00 traffic-police records appeal-filed of vehicle:v1 {operator=fleet, rule=deceit, vehicle=v1}
            2025-04-01 12:00:00 traffic-police records ruling appeal-in-time held
            2025-04-01 12:00:00 traffic-police records appeal-decided of vehicle:v1 {operator=fleet, rule=deceit, vehicle=v1, verdict=granted}
            2025-04-01 12:00:00 traffic-police records permit-reinstated {vehicle=v1}
            2025-04-01 12:00:00 traffic-police writes vehicle:v1 PermitReinstated[vehicle=v1]
            2025-04-01 12:00:00 fleet records application-filed {applicant=fleet, kind=plate, vehicle=v1}
            2025-04-02 12:00:00 traffic-police records plate-issued {plate=T0002, validFrom=2025-04-01T04:00:00.200Z, validUntil=2025-10-01T04:00:00.200Z, vehicle=v1}
            2025-04-02 12:00:00 traffic-police writes vehicle:v1 PlateIssued[vehicle=v1, plate=T0002, validFrom=2025-04-01T04:00:00.200Z, validUntil=2025-10-01T04:00:00.200Z]
            """);
  }

  @Test
  void appealDenied() {
    RuleBook rules =
        rule(
            "no-responsibility",
            Moment.APPEAL_FILED,
            facts -> facts.getString("appeal.responsibility").equals("none"),
            new Consequence.Refuse("responsible"));
    Stage stage = Bureau.stage(rules, fleet().appealsAfter("1 days"));
    stage.tell(DAY, Bureau.POLICE, breach("v1", "limit", new Consequence.Suspend(30)));
    assertThat(end(stage, "records", "AppealDecided"))
        .isEqualTo(
            """
            2025-03-06 12:00:00 traffic-police records permit-suspended {rule=limit, until=2025-04-05T04:00:00Z, vehicle=v1}
            2025-03-07 12:00:00 traffic-police records appeal-filed of vehicle:v1 {operator=fleet, rule=limit, vehicle=v1}
            2025-03-14 12:00:00 traffic-police records ruling no-responsibility broken: refuse(responsible)
            2025-03-14 12:00:00 traffic-police records appeal-decided of vehicle:v1 {operator=fleet, rule=limit, vehicle=v1, verdict=denied}
            2025-03-14 12:00:00 traffic-police writes operator:fleet AppealDecided[vehicle=v1, rule=limit, granted=false]
            2025-04-05 12:00:00 traffic-police records permit-reinstated {vehicle=v1}
            """);
  }

  /** An appeal against a sanction that another has taken the place of lifts nothing. */
  @Test
  void appealAgainstWhatIsOver() {
    Stage stage = Bureau.stage(RuleBook.NONE, fleet().appealsAfter("1 days"));
    stage
        .tell(DAY, Bureau.POLICE, breach("v1", "a", new Consequence.Suspend(3)))
        .tell(6 * DAY, Bureau.POLICE, breach("v1", "b", new Consequence.Suspend(30)));
    assertThat(stage.until("2025-03-16T00:00:00+08:00").text("records"))
        .isEqualTo(
            """
            2025-03-06 12:00:00 traffic-police records permit-suspended {rule=a, until=2025-03-09T04:00:00Z, vehicle=v1}
            2025-03-07 12:00:00 traffic-police records appeal-filed of vehicle:v1 {operator=fleet, rule=a, vehicle=v1}
            2025-03-09 12:00:00 traffic-police records permit-reinstated {vehicle=v1}
            2025-03-11 12:00:00 traffic-police records permit-suspended {rule=b, until=2025-04-10T04:00:00Z, vehicle=v1}
            2025-03-12 12:00:00 traffic-police records appeal-filed of vehicle:v1 {operator=fleet, rule=b, vehicle=v1}
            2025-03-14 12:00:00 traffic-police records appeal-decided of vehicle:v1 {operator=fleet, rule=a, vehicle=v1, verdict=granted}
            """);
  }

  /**
   * The examination takes a day. The plates end on 13 September; whoever is stopped without one on
   * Sunday, the 21st, applies for another: accepted on Monday, there on Tuesday.
   */
  @Test
  void detainedUntilExaminedOrPlated() {
    Fleet campaign =
        Fleet.of("v1", "v2").stage("road-test", Duration.ofDays(1), Period.ofMonths(12));
    Stage stage = Bureau.stage(RuleBook.NONE, campaign).until("2025-03-15T00:00:00+08:00");
    stage.text();
    stage
        .tell(
            11 * DAY,
            Bureau.POLICE,
            breach("v1", "crash", new Consequence.Detain(Consequence.Until.EXAMINED)),
            breach("v1", "again", new Consequence.Detain(Consequence.Until.EXAMINED)))
        .tell(
            200 * DAY,
            Bureau.POLICE,
            breach("v2", "no-plate", new Consequence.Detain(Consequence.Until.PLATED)));
    assertThat(stage.until("2025-10-01T00:00:00+08:00").text("records", "writes vehicle"))
        .isEqualTo(
            """
            2025-03-16 12:00:00 traffic-police records vehicle-detained {rule=crash, vehicle=v1}
            2025-03-16 12:00:00 traffic-police writes vehicle:v1 VehicleDetained[vehicle=v1, rule=crash, until=examined]
            2025-03-17 12:00:00 traffic-police records vehicle-released {rule=examined, vehicle=v1}
            2025-03-17 12:00:00 traffic-police writes vehicle:v1 VehicleReleased[vehicle=v1]
            2025-09-21 12:00:00 traffic-police records vehicle-detained {rule=no-plate, vehicle=v2}
            2025-09-21 12:00:00 traffic-police writes vehicle:v2 VehicleDetained[vehicle=v2, rule=no-plate, until=plated]
            2025-09-21 12:00:00 fleet records application-filed {applicant=fleet, kind=plate, vehicle=v2}
            2025-09-23 09:00:00 traffic-police records plate-renewed {plate=T0003, validUntil=2026-03-06T04:00:00Z, vehicle=v2}
            2025-09-23 09:00:00 traffic-police writes vehicle:v2 PlateIssued[vehicle=v2, plate=T0003, validFrom=2025-09-21T04:00:00.100Z, validUntil=2026-03-06T04:00:00Z]
            2025-09-23 09:00:00 traffic-police records vehicle-released {rule=plated, vehicle=v2}
            2025-09-23 09:00:00 traffic-police writes vehicle:v2 VehicleReleased[vehicle=v2]
            """);
  }

  /** A new plate doesn't free a vehicle that is held for an inquiry. */
  @Test
  void heldForSomethingElse() {
    Stage stage = Bureau.bureaus(RuleBook.NONE, fleet());
    stage
        .tell(
            1,
            Bureau.POLICE,
            breach("v1", "crash", new Consequence.Detain(Consequence.Until.INSURED)))
        .tellFrom(
            Fleet.ID,
            60,
            Bureau.POLICE,
            new PermitLetter.ReleaseAsked("v1", Consequence.Until.PLATED))
        .tellFrom(
            Fleet.ID,
            120,
            Bureau.POLICE,
            new PermitLetter.ReleaseAsked("v1", Consequence.Until.INSURED));
    assertThat(end(stage, "records"))
        .isEqualTo(
            """
            2025-03-05 12:00:01 traffic-police records vehicle-detained {rule=crash, vehicle=v1}
            2025-03-05 12:02:00 traffic-police records vehicle-released {rule=insured, vehicle=v1}
            """);
  }

  private static Consequence restrict(
      Consequence.Scope scope, Consequence.Limit to, double speedMps, int days) {
    return new Consequence.Restrict(scope, to, speedMps, days);
  }

  @Test
  void restrictedByVehicleSoftwareAndFleet() {
    Stage stage = Bureau.bureaus(RuleBook.NONE, fleet());
    stage
        .tell(
            1,
            Bureau.POLICE,
            breach("v1", "x", violation()),
            breach("v2", "x", violation()),
            new PermitLetter.BreachReported(
                "v3", Fleet.ID, "2.0", "", "x", List.of(violation()), Facts.empty()))
        .tell(
            DAY,
            Bureau.POLICE,
            breach(
                "v1",
                "braking",
                restrict(Consequence.Scope.VEHICLE, Consequence.Limit.OTHER_ROADS, 0, 2)),
            breach(
                "v1",
                "turning",
                restrict(Consequence.Scope.SOFTWARE, Consequence.Limit.CLEAR_WEATHER, 0, 3)),
            breach(
                "", "merging", restrict(Consequence.Scope.FLEET, Consequence.Limit.MANUAL, 0, 0)));
    assertThat(end(stage, "restriction", "writes vehicle"))
        .isEqualTo(
            """
            2025-03-06 12:00:00 traffic-police records restriction-ordered of operator:fleet {rule=braking, scope=vehicle: other-roads, until=2025-03-08T04:00:00Z, value=road-7, vehicles=1}
            2025-03-06 12:00:00 traffic-police records restriction-ordered of operator:fleet {rule=turning, scope=software: clear-weather, until=2025-03-09T04:00:00Z, vehicles=2}
            2025-03-06 12:00:00 traffic-police records restriction-ordered of operator:fleet {rule=merging, scope=fleet: manual, vehicles=3}
            2025-03-06 12:00:00 traffic-police reminds itself at 2025-03-08 12:00:00 of RestrictionEnds[restriction=1]
            2025-03-06 12:00:00 traffic-police writes vehicle:v1 PermitRestricted[vehicle=v1, rule=braking, to=other-roads, speedMps=0.0, road=road-7]
            2025-03-06 12:00:00 traffic-police reminds itself at 2025-03-09 12:00:00 of RestrictionEnds[restriction=2]
            2025-03-06 12:00:00 traffic-police writes vehicle:v1 PermitRestricted[vehicle=v1, rule=turning, to=clear-weather, speedMps=0.0, road=road-7]
            2025-03-06 12:00:00 traffic-police writes vehicle:v2 PermitRestricted[vehicle=v2, rule=turning, to=clear-weather, speedMps=0.0, road=road-7]
            2025-03-06 12:00:00 traffic-police writes vehicle:v1 PermitRestricted[vehicle=v1, rule=merging, to=manual, speedMps=0.0, road=road-7]
            2025-03-06 12:00:00 traffic-police writes vehicle:v2 PermitRestricted[vehicle=v2, rule=merging, to=manual, speedMps=0.0, road=road-7]
            2025-03-06 12:00:00 traffic-police writes vehicle:v3 PermitRestricted[vehicle=v3, rule=merging, to=manual, speedMps=0.0, road=road-7]
            2025-03-08 12:00:00 traffic-police records restriction-lifted of operator:fleet {rule=braking, scope=vehicle: other-roads, vehicles=1}
            2025-03-08 12:00:00 traffic-police writes vehicle:v1 RestrictionLifted[vehicle=v1, to=other-roads]
            2025-03-09 12:00:00 traffic-police records restriction-lifted of operator:fleet {rule=turning, scope=software: clear-weather, vehicles=2}
            2025-03-09 12:00:00 traffic-police writes vehicle:v1 RestrictionLifted[vehicle=v1, to=clear-weather]
            2025-03-09 12:00:00 traffic-police writes vehicle:v2 RestrictionLifted[vehicle=v2, to=clear-weather]
            """);
  }

  /**
   * Of two caps the lower is told while both hold; when one ends, the other is told again. The same
   * rule's restriction is lifted once, when the last order is over.
   */
  @Test
  void capsThatOverlap() {
    Stage stage = Bureau.bureaus(RuleBook.NONE, fleet());
    Consequence slow = restrict(Consequence.Scope.VEHICLE, Consequence.Limit.SPEED, 5, 10);
    Consequence faster = restrict(Consequence.Scope.VEHICLE, Consequence.Limit.SPEED, 10, 30);
    stage
        .tell(DAY, Bureau.POLICE, breach("v1", "a", slow))
        .tell(2 * DAY, Bureau.POLICE, breach("v1", "b", faster))
        .tell(5 * DAY, Bureau.POLICE, breach("v1", "a", slow));
    assertThat(end(stage, "restriction", "writes vehicle"))
        .isEqualTo(
            """
            2025-03-06 12:00:00 traffic-police records restriction-ordered of operator:fleet {rule=a, scope=vehicle: speed, until=2025-03-16T04:00:00Z, value=18 km/h, vehicles=1}
            2025-03-06 12:00:00 traffic-police reminds itself at 2025-03-16 12:00:00 of RestrictionEnds[restriction=1]
            2025-03-06 12:00:00 traffic-police writes vehicle:v1 PermitRestricted[vehicle=v1, rule=a, to=speed, speedMps=5.0, road=road-7]
            2025-03-07 12:00:00 traffic-police records restriction-ordered of operator:fleet {rule=b, scope=vehicle: speed, until=2025-04-06T04:00:00Z, value=36 km/h, vehicles=1}
            2025-03-07 12:00:00 traffic-police reminds itself at 2025-04-06 12:00:00 of RestrictionEnds[restriction=2]
            2025-03-07 12:00:00 traffic-police writes vehicle:v1 PermitRestricted[vehicle=v1, rule=b, to=speed, speedMps=5.0, road=road-7]
            2025-03-10 12:00:00 traffic-police records restriction-ordered of operator:fleet {rule=a, scope=vehicle: speed, until=2025-03-20T04:00:00Z, value=18 km/h, vehicles=1}
            2025-03-10 12:00:00 traffic-police reminds itself at 2025-03-20 12:00:00 of RestrictionEnds[restriction=3]
            2025-03-10 12:00:00 traffic-police writes vehicle:v1 PermitRestricted[vehicle=v1, rule=a, to=speed, speedMps=5.0, road=road-7]
            2025-03-16 12:00:00 traffic-police writes vehicle:v1 PermitRestricted[vehicle=v1, rule=a, to=speed, speedMps=5.0, road=road-7]
            2025-03-20 12:00:00 traffic-police records restriction-lifted of operator:fleet {rule=a, scope=vehicle: speed, vehicles=1}
            2025-03-20 12:00:00 traffic-police writes vehicle:v1 PermitRestricted[vehicle=v1, rule=b, to=speed, speedMps=10.0, road=road-7]
            2025-04-06 12:00:00 traffic-police records restriction-lifted of operator:fleet {rule=b, scope=vehicle: speed, vehicles=1}
            2025-04-06 12:00:00 traffic-police writes vehicle:v1 RestrictionLifted[vehicle=v1, to=speed]
            """);
  }

  private static Consequence correct(String term) {
    return new Consequence.Correct(Fleet.term(term));
  }

  /** Ordered on Thursday at noon for two working days: until Monday's end. */
  @Test
  void corrected() {
    Stage stage = Bureau.stage(RuleBook.NONE, fleet().takes("correction", "107 h"));
    stage.tell(DAY, Bureau.POLICE, breach("v1", "lamp", correct("2 working days")));
    assertThat(end(stage, "records"))
        .isEqualTo(
            """
            2025-03-06 12:00:00 traffic-police records correction-ordered of vehicle:v1 {due=2025-03-10T16:00:00Z, operator=fleet, rule=lamp}
            2025-03-10 23:00:00 traffic-police records correction-accepted of vehicle:v1 {operator=fleet, rule=lamp}
            """);
  }

  @Test
  void notCorrected() {
    Stage stage = Bureau.stage(RuleBook.NONE, fleet().takes("correction", ""));
    stage.tell(
        DAY,
        Bureau.POLICE,
        breach("v1", "lamp", correct("2 working days")),
        breach("v1", "lamp", correct("2 working days")));
    assertThat(end(stage, "records"))
        .isEqualTo(
            """
            2025-03-06 12:00:00 traffic-police records correction-ordered of vehicle:v1 {due=2025-03-10T16:00:00Z, operator=fleet, rule=lamp}
            2025-03-11 00:00:00 traffic-police records correction-overdue of vehicle:v1 {operator=fleet, rule=lamp}
            2025-03-11 00:00:00 traffic-police records permit-suspended {rule=lamp, vehicle=v1}
            """);
  }

  /** Five days and an hour after the order, a day after its end: what it suspended holds again. */
  @Test
  void correctedLate() {
    Stage stage = Bureau.stage(RuleBook.NONE, fleet().takes("correction", "121 h"));
    stage.tell(DAY, Bureau.POLICE, breach("v1", "lamp", correct("2 working days")));
    assertThat(end(stage, "records"))
        .isEqualTo(
            """
            2025-03-06 12:00:00 traffic-police records correction-ordered of vehicle:v1 {due=2025-03-10T16:00:00Z, operator=fleet, rule=lamp}
            2025-03-11 00:00:00 traffic-police records correction-overdue of vehicle:v1 {operator=fleet, rule=lamp}
            2025-03-11 00:00:00 traffic-police records permit-suspended {rule=lamp, vehicle=v1}
            2025-03-11 13:00:00 traffic-police records correction-accepted of vehicle:v1 {operator=fleet, rule=lamp}
            2025-03-11 13:00:00 traffic-police records permit-reinstated {vehicle=v1}
            """);
  }

  /** The clock of an order that was met doesn't end the next one. */
  @Test
  void orderedAgain() {
    Stage stage = Bureau.stage(RuleBook.NONE, fleet().takes("correction", "1 days"));
    stage
        .tell(DAY, Bureau.POLICE, breach("v1", "lamp", correct("3 days")))
        .tell(4 * DAY, Bureau.POLICE, breach("v1", "lamp", correct("3 days")));
    assertThat(end(stage, "records"))
        .isEqualTo(
            """
            2025-03-06 12:00:00 traffic-police records correction-ordered of vehicle:v1 {due=2025-03-09T16:00:00Z, operator=fleet, rule=lamp}
            2025-03-07 12:00:00 traffic-police records correction-accepted of vehicle:v1 {operator=fleet, rule=lamp}
            2025-03-09 12:00:00 traffic-police records correction-ordered of vehicle:v1 {due=2025-03-12T16:00:00Z, operator=fleet, rule=lamp}
            2025-03-10 12:00:00 traffic-police records correction-accepted of vehicle:v1 {operator=fleet, rule=lamp}
            """);
  }

  /**
   * What the industry bureau finds at an inspection reaches the vehicles, though it keeps no
   * records of them: the police do.
   */
  @Test
  void inspected() {
    RuleBook rules =
        Pack.of(
            "rules:\n"
                + Pack.rule(
                    "staff",
                    "operator-inspected",
                    "operator.vehiclesPerSeat <= 3.0",
                    "{ suspend: { days: 5, scope: fleet } }, { fine: { amount: 500 CNY, addressee:"
                        + " operator } }")
                + Pack.rule(
                    "training",
                    "operator-inspected",
                    "operator.vehicles < 2",
                    "{ correct: { within: 1 days } }"));
    Stage stage =
        Bureau.stage(
            rules,
            fleet()
                .facts(Facts.of("operator.vehiclesPerSeat", 4.0))
                .takes("correction", "")
                .inspected(1));
    assertThat(end(stage, "records", "BreachReported"))
        .isEqualTo(
            """
            2025-03-06 12:00:00 industry-bureau records operator-inspected of operator:fleet {operator=fleet}
            2025-03-06 12:00:00 industry-bureau records ruling staff broken: suspend(5, fleet); fine(500.0, operator)
            2025-03-06 12:00:00 industry-bureau records ruling training broken: correct(1 day)
            2025-03-06 12:00:00 industry-bureau records correction-ordered of operator:fleet {due=2025-03-07T16:00:00Z, operator=fleet, rule=training}
            2025-03-06 12:00:00 industry-bureau writes authority:traffic-police BreachReported[vehicle=, operator=operator:fleet, software=, road=, rule=staff, consequences=[suspend(5, fleet), fine(500.0, operator)], given={}]
            2025-03-06 12:00:00 traffic-police records permit-suspended {rule=staff, until=2025-03-11T04:00:00.200Z, vehicle=v1}
            2025-03-06 12:00:00 traffic-police records permit-suspended {rule=staff, until=2025-03-11T04:00:00.200Z, vehicle=v2}
            2025-03-06 12:00:00 traffic-police records permit-suspended {rule=staff, until=2025-03-11T04:00:00.200Z, vehicle=v3}
            2025-03-06 12:00:00 traffic-police records fine-imposed {addressee=operator, amountCny=500.0, operator=fleet, rule=staff}
            2025-03-08 00:00:00 industry-bureau records correction-overdue of operator:fleet {operator=fleet, rule=training}
            2025-03-08 00:00:00 industry-bureau writes authority:traffic-police BreachReported[vehicle=, operator=operator:fleet, software=, road=, rule=training, consequences=[suspend(0)], given={}]
            2025-03-08 00:00:00 traffic-police records permit-suspended {rule=training, vehicle=v1}
            2025-03-08 00:00:00 traffic-police records permit-suspended {rule=training, vehicle=v2}
            2025-03-08 00:00:00 traffic-police records permit-suspended {rule=training, vehicle=v3}
            """);
  }

  @Test
  void aBreachWithoutSanctionLeavesNothing() {
    Stage stage = Bureau.bureaus(RuleBook.NONE, fleet());
    stage.tell(DAY, Bureau.POLICE, breach("v1", "lights"));
    assertThat(end(stage)).isEmpty();
  }
}
