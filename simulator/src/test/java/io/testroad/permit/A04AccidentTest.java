package io.testroad.permit;

import static io.testroad.Rules.all;
import static io.testroad.Rules.rule;
import static org.assertj.core.api.Assertions.assertThat;

import io.testroad.Fleet;
import io.testroad.Stage;
import io.testroad.engine.AgentId;
import io.testroad.engine.Facts;
import io.testroad.policy.Consequence;
import io.testroad.policy.Moment;
import io.testroad.policy.RuleBook;
import io.testroad.protocol.PermitLetter;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Accidents on file, who is responsible, and plates that are read. */
class A04AccidentTest {

  private static final double DAY = 86400;

  private static final RuleBook RULES =
      all(
          rule(
              "no-injury",
              Moment.ACCIDENT_REPORTED,
              facts -> !Boolean.TRUE.equals(facts.find("collision.injured")),
              new Consequence.Suspend(0)),
          rule(
              "not-at-fault",
              Moment.ACCIDENT_DETERMINED,
              facts -> Set.of("none", "secondary").contains(responsibility(facts)),
              new Consequence.Violation("accident-at-fault", "owner"),
              new Consequence.Withdraw()));

  private static String responsibility(Facts facts) {
    return facts.getString("accident.responsibility");
  }

  private static PermitLetter.AccidentReported accident(
      String vehicle, String severity, String responsibility) {
    return new PermitLetter.AccidentReported(
        vehicle,
        Fleet.ID,
        Facts.of(
            "collision.severity",
            severity,
            "collision.injured",
            !severity.equals("property-damage")),
        responsibility);
  }

  private static Fleet fleet() {
    return Fleet.of("v1", "v2")
        .plate("v1", "T-v1", "2025-09-01T00:00:00+08:00")
        .plate("v2", "T-v2", "2025-03-31T00:00:00+08:00");
  }

  /**
   * Who is responsible is determined ten calendar days after the report: of the accidents of 6 and
   * 7 March on the 16th and 17th.
   */
  @Test
  void determined() {
    Stage stage = Bureau.bureaus(RULES, fleet());
    stage
        .tell(DAY, Bureau.POLICE, accident("v1", "slight-injury", "none"))
        .tell(2 * DAY, Bureau.POLICE, accident("v2", "property-damage", "main"));
    assertThat(stage.until("2025-04-01T00:00:00+08:00").text())
        .isEqualTo(
            """
            2025-03-06 12:00:00 traffic-police records accident-filed of vehicle:v1 {accident=1, severity=slight-injury, vehicle=v1}
            2025-03-06 12:00:00 traffic-police records ruling no-injury broken: suspend(0)
            2025-03-06 12:00:00 traffic-police records permit-suspended {rule=no-injury, vehicle=v1}
            2025-03-06 12:00:00 traffic-police reminds itself at 2025-03-16 12:00:00 of DeterminationDue[accident=1]
            2025-03-06 12:00:00 traffic-police writes vehicle:v1 PermitSuspended[vehicle=v1, rule=no-injury, until=null]
            2025-03-06 12:00:00 traffic-police writes operator:fleet PermitSuspended[vehicle=v1, rule=no-injury, until=null]
            2025-03-07 12:00:00 traffic-police records accident-filed of vehicle:v2 {accident=2, severity=property-damage, vehicle=v2}
            2025-03-07 12:00:00 traffic-police records ruling no-injury held
            2025-03-07 12:00:00 traffic-police reminds itself at 2025-03-17 12:00:00 of DeterminationDue[accident=2]
            2025-03-16 12:00:00 traffic-police records responsibility-determined of vehicle:v1 {accident=1, responsibility=none, severity=slight-injury, vehicle=v1}
            2025-03-16 12:00:00 traffic-police records ruling not-at-fault held
            2025-03-16 12:00:00 traffic-police writes operator:fleet ResponsibilityDetermined[vehicle=v1, accident=1, severity=slight-injury, responsibility=none]
            2025-03-17 12:00:00 traffic-police records responsibility-determined of vehicle:v2 {accident=2, responsibility=main, severity=property-damage, vehicle=v2}
            2025-03-17 12:00:00 traffic-police records ruling not-at-fault broken: violation(accident-at-fault, owner); withdraw
            2025-03-17 12:00:00 traffic-police records violation-recorded {addressee=owner, class=accident-at-fault, rule=not-at-fault, vehicle=v2}
            2025-03-17 12:00:00 traffic-police records permit-withdrawn {rule=not-at-fault, vehicle=v2}
            2025-03-17 12:00:00 traffic-police records plate-voiding-published {plate=T-v2, vehicle=v2}
            2025-03-17 12:00:00 traffic-police writes operator:fleet ResponsibilityDetermined[vehicle=v2, accident=2, severity=property-damage, responsibility=main]
            2025-03-17 12:00:00 traffic-police writes operator:fleet ViolationNoted[vehicle=v2, rule=not-at-fault]
            2025-03-17 12:00:00 traffic-police writes vehicle:v2 PermitWithdrawn[vehicle=v2, rule=not-at-fault]
            2025-03-17 12:00:00 traffic-police writes operator:fleet PermitWithdrawn[vehicle=v2, rule=not-at-fault]
            """);
  }

  /** An accident at fault begins the operator's count anew, or is counted. */
  @Test
  void countedByTheOperator() {
    assertThat(count(fleet()))
        .isEqualTo("Count[violations=0, atFault=0, mainFault=0, first=false]");
    assertThat(count(fleet().keepsCount()))
        .isEqualTo("Count[violations=1, atFault=2, mainFault=1, first=true]");
  }

  private static String count(Fleet fleet) {
    Stage stage = Bureau.stage(RULES, fleet);
    stage
        .tell(DAY, Bureau.POLICE, accident("v1", "property-damage", "none"))
        .tell(2 * DAY, Bureau.POLICE, accident("v1", "property-damage", "secondary"))
        .tell(3 * DAY, Bureau.POLICE, accident("v2", "property-damage", "equal"));
    stage.until("2025-04-01T00:00:00+08:00");
    String state = stage.state(Fleet.ID).toString();
    return state.substring(
        state.indexOf("Count["), state.indexOf(']', state.indexOf("Count[")) + 1);
  }

  private static Facts plated(boolean plated) {
    return Facts.of(
        "vehicle.plated",
        plated,
        "vehicle.insurance.validUntil",
        Fleet.instant("2025-04-01T00:00:00+08:00"));
  }

  private static PermitLetter.PlateRead read(String vehicle, String number) {
    return new PermitLetter.PlateRead(vehicle, Fleet.ID, number, plated(true));
  }

  /** The register says of each number that is read what is to be thought of it. */
  @Test
  void platesThatAreRead() {
    RuleBook rules =
        all(
            rule(
                "right-plate",
                Moment.PLATE_CHECKED,
                facts -> Set.of("valid", "unread").contains(facts.getString("check.found")),
                new Consequence.Detain(Consequence.Until.PLATED)),
            rule(
                "insured",
                Moment.PLATE_CHECKED,
                facts -> Boolean.TRUE.equals(facts.find("check.insured")),
                new Consequence.Fine(1000, "owner")));
    Stage stage = Bureau.bureaus(rules, fleet());
    stage
        .tell(1, Bureau.POLICE, read("v1", "T-v1"))
        .tell(2, Bureau.POLICE, read("v1", ""))
        .tell(
            3,
            Bureau.POLICE,
            new PermitLetter.PlateRead("v3", Fleet.ID, "", plated(false)),
            read("v1", "T-v2"),
            read("v1", "X"))
        .tell(30 * DAY, Bureau.POLICE, read("v2", "T-v2"));
    assertThat(stage.until("2025-05-01T00:00:00+08:00").text("checked", "detained", "fine"))
        .isEqualTo(
            """
            2025-03-05 12:00:01 traffic-police records plate-checked of vehicle:v1 {found=valid, read=T-v1, vehicle=v1}
            2025-03-05 12:00:02 traffic-police records plate-checked of vehicle:v1 {found=unread, read=nothing, vehicle=v1}
            2025-03-05 12:00:03 traffic-police records plate-checked of vehicle:v3 {found=none, read=nothing, vehicle=v3}
            2025-03-05 12:00:03 traffic-police records vehicle-detained {rule=right-plate, vehicle=v3}
            2025-03-05 12:00:03 traffic-police records plate-checked of vehicle:v1 {found=forged, read=T-v2, vehicle=v1}
            2025-03-05 12:00:03 traffic-police records vehicle-detained {rule=right-plate, vehicle=v1}
            2025-03-05 12:00:03 traffic-police records plate-checked of vehicle:v1 {found=unknown, read=X, vehicle=v1}
            2025-04-04 12:00:00 traffic-police records plate-checked of vehicle:v2 {found=expired, read=T-v2, vehicle=v2}
            2025-04-04 12:00:00 traffic-police records ruling insured broken: fine(1000.0, owner)
            2025-04-04 12:00:00 traffic-police records fine-imposed {addressee=owner, amountCny=1000.0, operator=fleet, rule=insured, vehicle=v2}
            2025-04-04 12:00:00 traffic-police records vehicle-detained {rule=right-plate, vehicle=v2}
            """);
  }

  /** A plate is valid in its last instant, and void once the permit is withdrawn. */
  @Test
  void lastInstantAndVoid() {
    Stage stage = Bureau.bureaus(RuleBook.NONE, fleet());
    double lastInstant = 25.5 * DAY; // from 5 March, noon, to 31 March, midnight
    stage
        .tell(lastInstant, Bureau.POLICE, read("v2", "T-v2"))
        .tell(lastInstant + 0.1, Bureau.POLICE, read("v2", "T-v2"))
        .tell(
            26 * DAY,
            Bureau.POLICE,
            new PermitLetter.BreachReported(
                "v1",
                AgentId.of("operator", "fleet"),
                "1.0",
                "",
                "deceit",
                java.util.List.of(new Consequence.Withdraw()),
                Facts.empty()))
        .tell(27 * DAY, Bureau.POLICE, read("v1", "T-v1"));
    assertThat(stage.until("2025-05-01T00:00:00+08:00").text("records"))
        .isEqualTo(
            """
            2025-03-31 00:00:00 traffic-police records plate-checked of vehicle:v2 {found=valid, read=T-v2, vehicle=v2}
            2025-03-31 00:00:00 traffic-police records plate-checked of vehicle:v2 {found=expired, read=T-v2, vehicle=v2}
            2025-03-31 12:00:00 traffic-police records permit-withdrawn {rule=deceit, vehicle=v1}
            2025-03-31 12:00:00 traffic-police records plate-voiding-published {plate=T-v1, vehicle=v1}
            2025-04-01 12:00:00 traffic-police records plate-checked of vehicle:v1 {found=void, read=T-v1, vehicle=v1}
            """);
  }
}
