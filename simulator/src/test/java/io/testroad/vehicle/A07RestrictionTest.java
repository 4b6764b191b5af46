package io.testroad.vehicle;

import static io.testroad.Rules.refuse;
import static io.testroad.Rules.rule;
import static org.assertj.core.api.Assertions.assertThat;

import io.testroad.Stage;
import io.testroad.engine.Facts;
import io.testroad.engine.Percept;
import io.testroad.policy.Consequence;
import io.testroad.policy.Moment;
import io.testroad.policy.RuleBook;
import io.testroad.protocol.PermitLetter;
import io.testroad.protocol.VehicleLetter;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Permits that are restricted, changed or suspended; vehicles that are held. */
class A07RestrictionTest {

  private static PermitLetter.PermitRestricted restricted(
      Consequence.Limit to, double speedMps, String road) {
    return new PermitLetter.PermitRestricted("pilot", "r", to, speedMps, road);
  }

  private static PermitLetter.RestrictionLifted lifted(Consequence.Limit to) {
    return new PermitLetter.RestrictionLifted("pilot", to);
  }

  @Test
  void aCapOnSpeedHoldsForTheSystemOnly() {
    Stage stage = Pilot.automated("on-board", RuleBook.NONE);
    stage
        .tell(10, Pilot.ID, restricted(Consequence.Limit.SPEED, 8, ""))
        .tell(20, Pilot.ID, new PermitLetter.PermitSuspended("pilot", "s", null))
        .tell(30, Pilot.ID, new PermitLetter.PermitReinstated("pilot"))
        .tell(40, Pilot.ID, Pilot.enters("b"))
        .tell(50, Pilot.ID, lifted(Consequence.Limit.SPEED))
        .until(60);
    assertThat(stage.text("decides"))
        .isEqualTo(
            """
            10.0 pilot decides CapSpeed[vehicle=pilot, maxSpeedMps=8.0]
            21.7 pilot decides CapSpeed[vehicle=pilot, maxSpeedMps=Infinity]
            40.0 pilot decides CapSpeed[vehicle=pilot, maxSpeedMps=8.0]
            50.0 pilot decides CapSpeed[vehicle=pilot, maxSpeedMps=Infinity]
            """);
  }

  @Test
  void inRainADriverTakesOverIfOnlyClearWeatherIsAllowed() {
    Stage stage = Pilot.automated("on-board", RuleBook.NONE);
    stage
        .tell(10, Pilot.ID, new VehicleLetter.WeatherTurned("rain"))
        .tell(20, Pilot.ID, restricted(Consequence.Limit.CLEAR_WEATHER, 0, ""))
        .tell(30, Pilot.ID, Pilot.enters("b"))
        .tell(40, Pilot.ID, new VehicleLetter.WeatherTurned("clear"))
        .tell(50, Pilot.ID, Pilot.enters("a"))
        .tell(60, Pilot.ID, new VehicleLetter.WeatherTurned("fog"))
        .until(70);
    assertThat(stage.text("mode-changed"))
        .isEqualTo(
            """
            20.0 pilot records mode-changed {cause=permit-restricted, from=automated, road=a, rule=r, to=takeover-requested}
            21.7 pilot records mode-changed {cause=takeover, from=takeover-requested, road=a, to=manual}
            50.0 pilot records mode-changed {cause=declared-road, from=manual, road=a, to=automated}
            60.0 pilot records mode-changed {cause=weather, from=automated, road=a, to=takeover-requested}
            62.2 pilot records mode-changed {cause=takeover, from=takeover-requested, road=a, to=manual}
            """);
  }

  @Test
  void aBarredRoadIsABorder() {
    Stage stage = Pilot.automated("none", RuleBook.NONE);
    stage
        .tell(10, Pilot.ID, restricted(Consequence.Limit.OTHER_ROADS, 0, "b"))
        .tell(20, Pilot.ID, new Percept.Sighted("a", 0, 980, 16, 16, 0, 0))
        .until(30);
    assertThat(stage.text("mode-changed"))
        .isEqualTo(
            """
            20.0 pilot records mode-changed {cause=declared-roads-end, from=automated, road=a, to=minimal-risk}
            """);
  }

  @Test
  void manualOnly() {
    Stage stage = Pilot.automated("on-board", RuleBook.NONE);
    stage
        .tell(10, Pilot.ID, restricted(Consequence.Limit.MANUAL, 0, ""))
        .tell(20, Pilot.ID, Pilot.enters("b"))
        .tell(30, Pilot.ID, lifted(Consequence.Limit.MANUAL))
        .tell(40, Pilot.ID, Pilot.enters("a"))
        .until(50);
    assertThat(stage.text("mode-changed"))
        .isEqualTo(
            """
            10.0 pilot records mode-changed {cause=permit-restricted, from=automated, road=a, rule=r, to=takeover-requested}
            11.7 pilot records mode-changed {cause=takeover, from=takeover-requested, road=a, to=manual}
            40.0 pilot records mode-changed {cause=declared-road, from=manual, road=a, to=automated}
            """);
  }

  @Test
  void aVehicleThatIsHeldStopsAndGoesOnWhenReleased() {
    Stage stage = Pilot.automated("on-board", RuleBook.NONE);
    stage
        .tell(
            10,
            Pilot.ID,
            new PermitLetter.VehicleDetained("pilot", "forged", Consequence.Until.EXAMINED))
        .tell(16, Pilot.ID, new Percept.Halted("a", 0, 80, true))
        .tell(100, Pilot.ID, new PermitLetter.VehicleReleased("pilot"))
        .until(16);
    assertThat(stage.fact(Pilot.ID, "vehicle.detained")).isEqualTo(true);
    stage.until(100);
    assertThat(stage.text("mode-changed", "decides"))
        .isEqualTo(
            """
            10.0 pilot records mode-changed {cause=detained, from=automated, road=a, rule=forged, to=minimal-risk}
            10.0 pilot decides Halt[vehicle=pilot, decelerationMps2=2.0, aside=true]
            16.0 pilot records mode-changed {cause=minimal-risk, from=minimal-risk, road=a, to=stopped}
            100.0 pilot records mode-changed {cause=released, from=stopped, road=a, to=manual}
            100.0 pilot decides Resume[vehicle=pilot]
            """);
  }

  @Test
  void aReleaseDoesNotMendAFault() {
    Stage stage = Pilot.automated("on-board", RuleBook.NONE);
    stage
        .tell(10, Pilot.ID, new VehicleLetter.FaultArises("flat-tyre", true))
        .tell(16, Pilot.ID, new Percept.Halted("a", 0, 80, true))
        .tell(
            20,
            Pilot.ID,
            new PermitLetter.VehicleDetained("pilot", "forged", Consequence.Until.EXAMINED))
        .tell(100, Pilot.ID, new PermitLetter.VehicleReleased("pilot"))
        .until(100);
    assertThat(stage.text("Resume")).isEmpty();
  }

  @Test
  void stageCrewAndZoneComeWithTheDeclaration() {
    Stage stage = Pilot.stage("on-board", RuleBook.NONE);
    Instant until = Instant.parse("2026-01-01T00:00:00Z");
    stage
        .tell(
            1,
            Pilot.ID,
            new PermitLetter.DeclarationConfirmed(2, "commercial", "remote", "wide", until))
        .until(1);
    IcvState.Permit permit = ((IcvState) stage.state(Pilot.ID)).permit();
    assertThat(permit)
        .isEqualTo(
            new IcvState.Permit(
                "valid", until, "commercial", "remote", "wide", "1.0", 0, IcvState.Limits.NONE));
  }

  private static Stage asked(String fact) {
    return Pilot.stage(
        "on-board",
        rule(
            "asked",
            Moment.TRIP_REQUESTED,
            facts -> Boolean.TRUE.equals(facts.find(fact)),
            refuse("no")));
  }

  private static void ask(Stage stage, double second) {
    stage.tell(second, Pilot.ID, Pilot.setOut("a")).until(second);
    stage.tell(second + 0.5, Pilot.ID, new Percept.Removed("a")).until(second + 0.5);
  }

  @Test
  void anUndeclaredVersionIsKnownUntilItIsDeclared() {
    Stage stage = asked("vehicle.softwareDeclared");
    ask(stage, 1);
    stage.tell(2, Pilot.ID, new VehicleLetter.ChangeMade("software", "2.0"));
    ask(stage, 3);
    stage.tell(4, Pilot.ID, new PermitLetter.ChangeConfirmed(1, "software", "2.0"));
    ask(stage, 5);
    assertThat(stage.text("ruling"))
        .isEqualTo(
            """
            1.0 pilot records ruling asked held
            3.0 pilot records ruling asked broken: refuse(no)
            5.0 pilot records ruling asked held
            """);
  }

  @Test
  void driversMayBeDeclaredBeforeTheyChange() {
    Stage stage = asked("vehicle.driverDeclared");
    stage.tell(1, Pilot.ID, new PermitLetter.ChangeConfirmed(1, "drivers", ""));
    stage.tell(2, Pilot.ID, new VehicleLetter.ChangeMade("drivers", ""));
    ask(stage, 3);
    stage.tell(4, Pilot.ID, new VehicleLetter.ChangeMade("drivers", ""));
    ask(stage, 5);
    stage.tell(6, Pilot.ID, new PermitLetter.ChangeConfirmed(2, "drivers", ""));
    ask(stage, 7);
    assertThat(stage.text("ruling"))
        .isEqualTo(
            """
            3.0 pilot records ruling asked held
            5.0 pilot records ruling asked broken: refuse(no)
            7.0 pilot records ruling asked held
            """);
  }

  @Test
  void factsThatTheScenarioGivesAreThereAndCanBeChanged() {
    Stage stage = asked("given.signSet");
    ask(stage, 1);
    stage.tell(2, Pilot.ID, new VehicleLetter.FactsGiven(Facts.of("given.signSet", true)));
    ask(stage, 3);
    assertThat(stage.text("ruling"))
        .isEqualTo(
            """
            1.0 pilot records ruling asked broken: refuse(no)
            3.0 pilot records ruling asked held
            """);
  }

  @Test
  void cargoIsAFactOfTheTrip() {
    Stage stage =
        Pilot.stage(
            "on-board",
            rule(
                "no-dangerous-goods",
                Moment.TRIP_REQUESTED,
                facts -> !"dangerous-goods".equals(facts.find("vehicle.cargo")),
                refuse("no-dangerous-goods")));
    stage
        .tell(
            1,
            Pilot.ID,
            new VehicleLetter.SetOut(java.util.List.of("a"), "test", 0, "dangerous-goods"))
        .until(1);
    assertThat(stage.text("trip"))
        .isEqualTo(
            """
            1.0 pilot records trip-refused {reason=no-dangerous-goods, rule=no-dangerous-goods}
            """);
  }
}
