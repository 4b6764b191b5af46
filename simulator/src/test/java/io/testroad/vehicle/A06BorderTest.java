package io.testroad.vehicle;

import static io.testroad.Rules.instruct;
import static io.testroad.Rules.never;
import static org.assertj.core.api.Assertions.assertThat;

import io.testroad.Stage;
import io.testroad.engine.Percept;
import io.testroad.network.Zone;
import io.testroad.policy.Consequence;
import io.testroad.policy.Instruction;
import io.testroad.policy.Moment;
import io.testroad.policy.RuleBook;
import io.testroad.protocol.PermitLetter;
import io.testroad.protocol.VehicleLetter;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Where the declared roads end. The vehicle drives over a and b, which are declared, to c, which
 * isn't; each is 1000 m long. At 16 m/s it hands over 16·(10 + 1) + 16²/4 + 5 = 245 m before.
 */
class A06BorderTest {

  private static Stage stage(String driver, RoadMap map, RuleBook rules) {
    Stage stage = Stage.from(Pilot.START).with(Pilot.agent(Pilot.spec(driver), map, rules));
    return onTheWay(stage);
  }

  private static Stage onTheWay(Stage stage) {
    stage
        .tell(1, Pilot.ID, Pilot.setOut("a", "b", "c"))
        .tell(2, Pilot.ID, new Percept.Departed("a", 0, 5))
        .tell(70, Pilot.ID, Pilot.enters("b"))
        .until(70);
    stage.text();
    return stage;
  }

  private static Percept.Sighted at(String road, double positionM, double speedMps) {
    return new Percept.Sighted(road, 0, positionM, speedMps, 16, 0, 0);
  }

  @Test
  void handsOverEarlyEnough() {
    Stage stage = stage("on-board", new PilotMap(), RuleBook.NONE);
    stage.tell(110, Pilot.ID, at("b", 754, 16)).tell(111, Pilot.ID, at("b", 756, 16)).until(120);
    assertThat(stage.text("mode-changed", "takeover"))
        .isEqualTo(
            """
            111.0 pilot records mode-changed {cause=declared-roads-end, from=automated, road=b, to=takeover-requested}
            111.0 pilot records takeover-requested {cause=declared-roads-end, leadS=10.0}
            112.7 pilot records takeover-answered {afterS=1.7}
            112.7 pilot records mode-changed {cause=takeover, from=takeover-requested, road=b, to=manual}
            """);
  }

  @Test
  void handsOverEvenWhileItStands() {
    Stage stage = stage("passenger-seat", new PilotMap(), RuleBook.NONE);
    stage.tell(111, Pilot.ID, at("b", 756, 0)).until(111);
    assertThat(stage.text("mode-changed")).contains("cause=declared-roads-end");
  }

  @Test
  void doesNotBeginWhereItWouldHaveToHandOverAtOnce() {
    Stage stage = Pilot.stage("on-board", RuleBook.NONE);
    stage
        .tell(1, Pilot.ID, Pilot.setOut("b", "c"))
        .tell(2, Pilot.ID, new Percept.Departed("b", 0, 800))
        .until(3);
    assertThat(stage.text("mode-changed")).isEmpty();
  }

  @Test
  void stopsBeforeTheBorderWhenNobodyIsThere() {
    Stage stage = stage("none", new PilotMap(), RuleBook.NONE);
    stage
        .tell(110, Pilot.ID, at("b", 890, 16)) // 16·2 + 16²/4 + 5 = 101 m
        .tell(111, Pilot.ID, at("b", 906, 16))
        .until(120);
    assertThat(stage.text())
        .isEqualTo(
            """
            111.0 pilot records mode-changed {cause=declared-roads-end, from=automated, road=b, to=minimal-risk}
            111.0 pilot decides Halt[vehicle=pilot, decelerationMps2=2.0, aside=true]
            """);
  }

  /** Nothing is broken, but somebody is there now who drives. */
  @Test
  void aCrewDrivesItOnByHand() {
    Stage stage = stage("none", new PilotMap(), RuleBook.NONE);
    stage
        .tell(111, Pilot.ID, at("b", 906, 16))
        .tell(125, Pilot.ID, new Percept.Halted("b", 0, 970, false))
        .tell(900, Pilot.ID, new VehicleLetter.FaultMended())
        .until(900);
    assertThat(stage.text("900.0"))
        .contains(
            "900.0 pilot records mode-changed"
                + " {cause=fault-mended, from=stopped, road=b, to=manual}\n",
            "900.0 pilot decides Resume[vehicle=pilot]\n")
        .doesNotContain("HelpedInVain");
  }

  @Test
  void takesAWayInsideWhenNobodyIsThere() {
    Zone wide = Zone.of("test-area", "Test area", Set.of("a", "b", "e", "f"));
    Stage stage =
        Stage.from(Pilot.START)
            .with(
                Pilot.agent(
                    Pilot.within("none", wide),
                    PilotMap.of("a: b e", "e: f", "b: c", "c: f"),
                    RuleBook.NONE));
    stage
        .tell(1, Pilot.ID, Pilot.setOut("a", "b", "c", "f"))
        .tell(2, Pilot.ID, new Percept.Departed("a", 0, 5))
        .tell(3, Pilot.ID, at("a", 15, 10))
        .tell(4, Pilot.ID, new Percept.Rerouted(List.of("a", "e", "f")))
        .tell(80, Pilot.ID, Pilot.enters("e"))
        .tell(120, Pilot.ID, at("e", 990, 16))
        .until(200);
    assertThat(stage.text("mode-changed", "decides Re", "decides Halt"))
        .isEqualTo(
            """
            2.0 pilot records mode-changed {cause=declared-road, from=manual, road=a, to=automated}
            2.0 pilot decides Reroute[vehicle=pilot, roads=[a, e, f], arrivalPositionM=NaN]
            """);
  }

  @Test
  void aRemoteOperatorWhoDoesNotAnswerIsDoneWithout() {
    Zone wide = Zone.of("test-area", "Test area", Set.of("a", "b", "f"));
    Stage stage =
        onTheWayToF(
            Stage.from(Pilot.START)
                .with(
                    Pilot.agent(
                        Pilot.within("remote", wide),
                        PilotMap.of("b: c f", "c: f"),
                        RuleBook.NONE)));
    stage.tell(111, Pilot.ID, at("b", 756, 10)).until(130);
    assertThat(stage.text("mode-changed", "unanswered", "decides"))
        .isEqualTo(
            """
            111.0 pilot records mode-changed {cause=declared-roads-end, from=automated, road=b, to=takeover-requested}
            121.0 pilot records takeover-unanswered {leadS=10.0}
            121.0 pilot records mode-changed {cause=rerouted, from=takeover-requested, road=b, to=automated}
            121.0 pilot decides Reroute[vehicle=pilot, roads=[b, f], arrivalPositionM=NaN]
            """);
  }

  @Test
  void aRuleMayWantItToStopAllTheSame() {
    Zone wide = Zone.of("test-area", "Test area", Set.of("a", "b", "f"));
    Stage stage =
        onTheWayToF(
            Stage.from(Pilot.START)
                .with(
                    Pilot.agent(
                        Pilot.within("remote", wide),
                        PilotMap.of("b: c f", "c: f"),
                        never(
                            "stop",
                            Moment.TAKEOVER_UNANSWERED,
                            instruct(Instruction.MINIMAL_RISK_MANOEUVRE)))));
    stage.tell(111, Pilot.ID, at("b", 756, 10)).until(130);
    assertThat(stage.text("decides"))
        .isEqualTo(
            """
            121.0 pilot decides Halt[vehicle=pilot, decelerationMps2=2.0, aside=true]
            """);
  }

  private static Stage onTheWayToF(Stage stage) {
    stage
        .tell(1, Pilot.ID, Pilot.setOut("a", "b", "c", "f"))
        .tell(2, Pilot.ID, new Percept.Departed("a", 0, 5))
        .tell(70, Pilot.ID, Pilot.enters("b"))
        .until(70);
    stage.text();
    return stage;
  }

  @Test
  void stopsBeforeTheBorderWhenNobodyAnswersInTime() {
    Stage stage = stage("remote", new PilotMap(), RuleBook.NONE);
    stage.tell(111, Pilot.ID, at("b", 860, 16)).tell(114, Pilot.ID, at("b", 908, 16)).until(115);
    assertThat(stage.text("mode-changed", "decides"))
        .isEqualTo(
            """
            111.0 pilot records mode-changed {cause=declared-roads-end, from=automated, road=b, to=takeover-requested}
            114.0 pilot records mode-changed {cause=declared-roads-end, from=takeover-requested, road=b, to=minimal-risk}
            114.0 pilot decides Halt[vehicle=pilot, decelerationMps2=2.0, aside=true]
            """);
  }

  @Test
  void aWrongMapLeadsItOnToARoadThatIsNotDeclared() {
    Stage stage =
        stage(
            "on-board",
            new PilotMap(),
            io.testroad.Rules.rule(
                "declared-roads-only",
                Moment.ROAD_ENTERED,
                facts -> Boolean.TRUE.equals(facts.find("road.declared")),
                instruct(Instruction.STOP_AUTOMATION),
                new Consequence.Violation("off-declared-roads", "operator")));
    stage
        .tell(80, Pilot.ID, new VehicleLetter.MapErrs("c"))
        .tell(111, Pilot.ID, at("b", 990, 16))
        .tell(112, Pilot.ID, Pilot.enters("c"))
        .until(112);
    assertThat(stage.text("entered", "mode-changed", "ruling"))
        .isEqualTo(
            """
            112.0 pilot records vehicle-entered-road {declared=false, road=c}
            112.0 pilot records ruling declared-roads-only broken: instruct(stop-automation); violation(off-declared-roads, operator)
            112.0 pilot records mode-changed {cause=rule, from=automated, road=c, rule=declared-roads-only, to=takeover-requested}
            """);
  }

  @Test
  void aChangeOfRoadsMovesTheBorder() {
    Stage stage = stage("on-board", new PilotMap(), RuleBook.NONE);
    stage
        .tell(80, Pilot.ID, new PermitLetter.ChangeConfirmed(1, "roads", "wide"))
        .tell(111, Pilot.ID, at("b", 990, 16))
        .tell(112, Pilot.ID, Pilot.enters("c"))
        .until(115);
    assertThat(stage.text("entered", "mode-changed"))
        .isEqualTo(
            """
            112.0 pilot records vehicle-entered-road {declared=true, road=c}
            """);
  }

  @Test
  void handsOverBeforeTheHoursOfTheZoneEnd() {
    Zone byDay =
        new Zone(
            "test-area",
            "Test area",
            Set.of("a", "b"),
            List.of(new Zone.Hours(LocalTime.of(22, 0), LocalTime.of(23, 52))));
    Stage stage =
        onTheWay(
            Stage.from(Pilot.START)
                .with(Pilot.agent(Pilot.within("on-board", byDay), new PilotMap(), RuleBook.NONE)));
    stage
        .tell(90, Pilot.ID, at("b", 100, 10)) // 23:51:30, with 10 s + 15 s to spare
        .tell(95, Pilot.ID, at("b", 110, 10))
        .tell(130, Pilot.ID, Pilot.enters("a"))
        .until(140);
    assertThat(stage.text("mode-changed"))
        .isEqualTo(
            """
            95.0 pilot records mode-changed {cause=hours-end, from=automated, road=b, to=takeover-requested}
            96.7 pilot records mode-changed {cause=takeover, from=takeover-requested, road=b, to=manual}
            """);
  }
}
