package io.testroad.vehicle;

import static io.testroad.Rules.instruct;
import static io.testroad.Rules.never;
import static io.testroad.Rules.rule;
import static org.assertj.core.api.Assertions.assertThat;

import io.testroad.Stage;
import io.testroad.engine.Facts;
import io.testroad.engine.Percept;
import io.testroad.policy.Instruction;
import io.testroad.policy.Moment;
import io.testroad.policy.RuleBook;
import io.testroad.protocol.PermitLetter;
import io.testroad.protocol.VehicleLetter;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Plates, permits and insurance that end, are taken away and come back. */
class A02PapersTest {

  private static final Instant MARCH = Instant.parse("2025-03-30T00:00:00Z");

  private static RuleBook atPlateEnd(Instruction instruction) {
    return rule(
        "plate-end",
        Moment.PLATE_ENDED,
        facts -> isBefore(facts, "now", "vehicle.plate.validUntil"),
        instruct(instruction));
  }

  private static boolean isBefore(Facts facts, String earlier, String later) {
    return facts.find(earlier) instanceof Instant a
        && facts.find(later) instanceof Instant b
        && a.isBefore(b);
  }

  @Test
  void plateEndsAndTheSystemStopsByItself() {
    Stage stage = Pilot.automated("none", atPlateEnd(Instruction.MINIMAL_RISK_MANOEUVRE));
    assertThat(stage.until(599.9).text()).isEmpty();
    assertThat(stage.until(600).text())
        .isEqualTo(
            """
            600.0 pilot records plate-expired {plate=T0001, vehicle=pilot}
            600.0 pilot records ruling plate-end broken: instruct(minimal-risk-manoeuvre)
            600.0 pilot records mode-changed {cause=rule, from=automated, road=a, rule=plate-end, to=minimal-risk}
            600.0 pilot decides Halt[vehicle=pilot, decelerationMps2=2.0, aside=true]
            """);
    assertThat(stage.fact(Pilot.ID, "vehicle.mode")).isEqualTo("minimal-risk");
    assertThat(stage.fact(Pilot.ID, "vehicle.hazardLights")).isEqualTo(true);
    stage.tell(606, Pilot.ID, new Percept.Halted("a", 0, 80, true)).until(700);
    assertThat(stage.text())
        .isEqualTo(
            """
            606.0 pilot records mode-changed {cause=minimal-risk, from=minimal-risk, road=a, to=stopped}
            """);
  }

  @Test
  void plateEndsAndTheDriverIsAsked() {
    Stage stage = Pilot.automated("on-board", atPlateEnd(Instruction.STOP_AUTOMATION));
    assertThat(stage.until(610).text())
        .isEqualTo(
            """
            600.0 pilot records plate-expired {plate=T0001, vehicle=pilot}
            600.0 pilot records ruling plate-end broken: instruct(stop-automation)
            600.0 pilot records mode-changed {cause=rule, from=automated, road=a, rule=plate-end, to=takeover-requested}
            600.0 pilot records takeover-requested {cause=rule, leadS=10.0}
            600.0 pilot reminds itself in 10.0 s of TakeoverDeadline[serial=1]
            600.0 pilot reminds itself in 1.7 s of TakeoverGiven[serial=1]
            601.7 pilot records takeover-answered {afterS=1.7}
            601.7 pilot records mode-changed {cause=takeover, from=takeover-requested, road=a, to=manual}
            """);
  }

  @Test
  void plateEndsWithNobodyToAsk() {
    Stage stage = Pilot.automated("none", atPlateEnd(Instruction.STOP_AUTOMATION));
    assertThat(stage.until(600).text("mode-changed", "decides"))
        .isEqualTo(
            """
            600.0 pilot records mode-changed {cause=rule, from=automated, road=a, rule=plate-end, to=minimal-risk}
            600.0 pilot decides Halt[vehicle=pilot, decelerationMps2=2.0, aside=true]
            """);
  }

  @Test
  void plateEndsInManualModeAndTheVehicleLeavesTheRoadway() {
    Stage stage = Pilot.stage("on-board", atPlateEnd(Instruction.LEAVE_THE_ROADWAY));
    stage
        .tell(1, Pilot.ID, Pilot.setOut("c"))
        .tell(2, Pilot.ID, new Percept.Departed("c", 0, 5))
        .until(600);
    assertThat(stage.text("mode-changed", "decides Halt"))
        .isEqualTo(
            """
            600.0 pilot records mode-changed {cause=rule, from=manual, road=c, rule=plate-end, to=minimal-risk}
            600.0 pilot decides Halt[vehicle=pilot, decelerationMps2=2.0, aside=true]
            """);
  }

  @Test
  void plateEndsOffTheRoad() {
    Stage stage = Pilot.stage("on-board", atPlateEnd(Instruction.MINIMAL_RISK_MANOEUVRE));
    assertThat(stage.until(601).text("records"))
        .isEqualTo(
            """
            600.0 pilot records plate-expired {plate=T0001, vehicle=pilot}
            600.0 pilot records ruling plate-end broken: instruct(minimal-risk-manoeuvre)
            """);
  }

  @Test
  void aRenewedPlateLastsOn() {
    Stage stage = Pilot.automated("on-board", atPlateEnd(Instruction.STOP_AUTOMATION));
    stage
        .tell(
            300,
            Pilot.ID,
            new PermitLetter.PlateIssued(
                "pilot", "T0002", Pilot.start(), Pilot.start().plus(Duration.ofMinutes(15))))
        .until(899.9);
    assertThat(stage.text())
        .isEqualTo(
            """
            300.0 pilot reminds itself in 600.0 s of PlateEnds[plate=T0002]
            """);
    assertThat(stage.until(900).text("plate-expired"))
        .isEqualTo(
            """
            900.0 pilot records plate-expired {plate=T0002, vehicle=pilot}
            """);
  }

  @Test
  void insuranceEnds() {
    Stage stage =
        Pilot.automated(
            "on-board",
            never("insured", Moment.INSURANCE_ENDED, instruct(Instruction.MINIMAL_RISK_MANOEUVRE)));
    stage.tell(60, Pilot.ID, new VehicleLetter.InsuranceEnds()).until(60);
    assertThat(stage.text())
        .isEqualTo(
            """
            60.0 pilot records ruling insured broken: instruct(minimal-risk-manoeuvre)
            60.0 pilot records mode-changed {cause=rule, from=automated, road=a, rule=insured, to=minimal-risk}
            60.0 pilot decides Halt[vehicle=pilot, decelerationMps2=2.0, aside=true]
            """);
  }

  @Test
  void suspendedOnTheRoadAndReinstated() {
    Stage stage = Pilot.automated("on-board", RuleBook.NONE);
    stage
        .tell(10, Pilot.ID, new PermitLetter.PermitSuspended("pilot-1", "speeding", MARCH))
        .tell(20, Pilot.ID, Pilot.enters("b"))
        .tell(30, Pilot.ID, new PermitLetter.PermitReinstated("pilot-1"))
        .tell(40, Pilot.ID, Pilot.enters("a"))
        .until(50);
    assertThat(stage.text("mode-changed", "answered"))
        .isEqualTo(
            """
            10.0 pilot records mode-changed {cause=permit-suspended, from=automated, road=a, rule=speeding, to=takeover-requested}
            11.7 pilot records takeover-answered {afterS=1.7}
            11.7 pilot records mode-changed {cause=takeover, from=takeover-requested, road=a, to=manual}
            40.0 pilot records mode-changed {cause=declared-road, from=manual, road=a, to=automated}
            """);
  }

  @ParameterizedTest
  @ValueSource(strings = {"suspended", "withdrawn"})
  void aNewDeclarationLiftsNoSanction(String status) {
    Stage stage = Pilot.stage("on-board", RuleBook.NONE);
    stage
        .tell(
            10,
            Pilot.ID,
            status.equals("suspended")
                ? new PermitLetter.PermitSuspended("pilot-1", "speeding", null)
                : new PermitLetter.PermitWithdrawn("pilot-1", "three-crashes"))
        .tell(
            20,
            Pilot.ID,
            new PermitLetter.DeclarationConfirmed(2, "road-test", "on-board", "", MARCH))
        .until(20);
    assertThat(stage.fact(Pilot.ID, "vehicle.permit.status")).isEqualTo(status);
    assertThat(stage.fact(Pilot.ID, "vehicle.permit.validUntil")).isEqualTo(MARCH);
  }

  @Test
  void withdrawnOnTheRoad() {
    Stage stage = Pilot.automated("on-board", atPlateEnd(Instruction.STOP_AUTOMATION));
    stage
        .tell(10, Pilot.ID, new PermitLetter.PermitWithdrawn("pilot-1", "three-crashes"))
        .until(700);
    assertThat(stage.text())
        .isEqualTo(
            """
            10.0 pilot records mode-changed {cause=permit-withdrawn, from=automated, road=a, rule=three-crashes, to=minimal-risk}
            10.0 pilot records plate-voided {plate=T0001, vehicle=pilot}
            10.0 pilot decides Halt[vehicle=pilot, decelerationMps2=2.0, aside=true]
            """);
    assertThat(stage.fact(Pilot.ID, "vehicle.plated")).isEqualTo(false);
    assertThat(stage.fact(Pilot.ID, "vehicle.permit.status")).isEqualTo("withdrawn");
  }

  @Test
  void withdrawnOffTheRoad() {
    Stage stage = Pilot.stage("on-board", RuleBook.NONE);
    stage
        .tell(10, Pilot.ID, new PermitLetter.PermitWithdrawn("pilot-1", "three-crashes"))
        .until(11);
    assertThat(stage.text("10.0"))
        .isEqualTo(
            """
            10.0 pilot records plate-voided {plate=T0001, vehicle=pilot}
            """);
  }
}
