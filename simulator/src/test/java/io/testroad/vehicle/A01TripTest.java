package io.testroad.vehicle;

import static io.testroad.Rules.all;
import static io.testroad.Rules.instruct;
import static io.testroad.Rules.never;
import static io.testroad.Rules.refuse;
import static io.testroad.Rules.rule;
import static org.assertj.core.api.Assertions.assertThat;

import io.testroad.Stage;
import io.testroad.engine.Percept;
import io.testroad.policy.Consequence;
import io.testroad.policy.Instruction;
import io.testroad.policy.Moment;
import io.testroad.policy.RuleBook;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Trips without trouble, and trips that don't begin. */
class A01TripTest {

  @Test
  void driveAutomatedWhereDeclared() {
    Stage stage = Pilot.stage("on-board", RuleBook.NONE);
    stage
        .tell(1, Pilot.ID, Pilot.setOut("a", "b"))
        .tell(2, Pilot.ID, new Percept.Departed("a", 0, 5))
        .tell(8, Pilot.ID, Pilot.enters("b"))
        .tell(20, Pilot.ID, new Percept.Arrived("b", 18, 200))
        .until(30);
    assertThat(stage.text())
        .isEqualTo(
            """
            0.0 pilot reminds itself in 600.0 s of PlateEnds[plate=T0001]
            0.0 pilot reminds itself in 17280000.0 s of InsuranceEnds[]
            1.0 pilot records trip-started {from=a, stage=demonstration, to=b}
            1.0 pilot decides Insert[vehicle=pilot, roads=[a, b], departPositionM=NaN, arrivalPositionM=NaN, tracked=true, blueLight=false]
            2.0 pilot records vehicle-entered-road {declared=true, road=a}
            2.0 pilot records mode-changed {cause=declared-road, from=manual, road=a, to=automated}
            8.0 pilot records vehicle-entered-road {declared=true, road=b}
            20.0 pilot records trip-accounted {automatedM=180.0, automatedS=18.0, takeovers=0}
            20.0 pilot records mode-changed {cause=arrived, from=automated, to=manual}
            20.0 pilot records trip-ended {outcome=arrived}
            20.0 pilot writes operator:fleet TripAccounted[vehicle=pilot, automatedS={a=6.0, b=12.0}, automatedM={a=36.0, b=144.0}, manualS=0.0, manualM=0.0, takeovers=0]
            """);
    assertThat(stage.fact(Pilot.ID, "vehicle.onRoad")).isEqualTo(false);
  }

  @Test
  void stayManualWithoutPermit() {
    Stage stage =
        Stage.from(Pilot.START)
            .with(Pilot.agent(Pilot.spec("on-board", Optional.empty()), RuleBook.NONE));
    stage
        .tell(1, Pilot.ID, Pilot.setOut("a"))
        .tell(2, Pilot.ID, new Percept.Departed("a", 0, 5))
        .until(30);
    assertThat(stage.text("mode-changed")).isEmpty();
    assertThat(stage.fact(Pilot.ID, "vehicle.plated")).isEqualTo(false);
  }

  @Test
  void stayManualWhereARuleForbidsAutomation() {
    Stage stage =
        Pilot.stage(
            "on-board",
            all(
                never("a-only-warns", Moment.AUTOMATION_REQUESTED, new Consequence.Warn("fog")),
                rule(
                    "b-not-on-b",
                    Moment.AUTOMATION_REQUESTED,
                    facts -> !facts.getString("road.id").equals("b"),
                    instruct(Instruction.STOP_AUTOMATION))));
    stage
        .tell(1, Pilot.ID, Pilot.setOut("b", "a"))
        .tell(2, Pilot.ID, new Percept.Departed("b", 0, 5))
        .tell(9, Pilot.ID, Pilot.enters("a"))
        .until(30);
    assertThat(stage.text("ruling", "mode-changed"))
        .isEqualTo(
            """
            2.0 pilot records ruling a-only-warns broken: warn(fog)
            2.0 pilot records ruling b-not-on-b broken: instruct(stop-automation)
            9.0 pilot records ruling a-only-warns broken: warn(fog)
            9.0 pilot records ruling b-not-on-b held
            9.0 pilot records mode-changed {cause=declared-road, from=manual, road=a, to=automated}
            """);
  }

  @Test
  void refuseATripWithTheRuleAndItsReason() {
    Stage stage =
        Pilot.stage(
            "on-board",
            rule(
                "passengers-need-demonstration",
                Moment.TRIP_REQUESTED,
                facts -> !facts.getString("trip.purpose").equals("test"),
                new Consequence.Violation("unauthorised-trip", "operator"),
                refuse("no-passengers-yet")));
    stage.tell(1, Pilot.ID, Pilot.setOut("a")).until(2);
    assertThat(stage.text())
        .isEqualTo(
            """
            0.0 pilot reminds itself in 600.0 s of PlateEnds[plate=T0001]
            0.0 pilot reminds itself in 17280000.0 s of InsuranceEnds[]
            1.0 pilot records ruling passengers-need-demonstration broken: violation(unauthorised-trip, operator); refuse(no-passengers-yet)
            1.0 pilot records trip-refused {reason=no-passengers-yet, rule=passengers-need-demonstration}
            1.0 pilot writes authority:police BreachReported[vehicle=pilot, operator=operator:fleet, software=1.0, road=, rule=passengers-need-demonstration, consequences=[violation(unauthorised-trip, operator)], given={}]
            """);
    assertThat(stage.decisions()).isEmpty();
  }

  @Test
  void refuseATripThatMustStayOffTheRoad() {
    Stage stage =
        Pilot.stage(
            "on-board",
            rule(
                "no-test-on-expressways",
                Moment.TRIP_REQUESTED,
                facts -> Boolean.FALSE.equals(facts.find("road.expressway")),
                instruct(Instruction.STAY_OFF_THE_ROAD)));
    stage.tell(1, Pilot.ID, Pilot.setOut("d", "a")).tell(2, Pilot.ID, Pilot.setOut("a")).until(3);
    assertThat(stage.text("trip"))
        .isEqualTo(
            """
            1.0 pilot records trip-refused {reason=must-stay-off-the-road, rule=no-test-on-expressways}
            2.0 pilot records trip-started {from=a, stage=demonstration, to=a}
            """);
  }

  @Test
  void refuseASecondTripUnderWay() {
    Stage stage = Pilot.automated("on-board", RuleBook.NONE);
    stage.tell(3, Pilot.ID, Pilot.setOut("b")).until(3);
    assertThat(stage.text())
        .isEqualTo(
            """
            3.0 pilot records trip-refused {reason=vehicle-is-under-way, rule=}
            """);
  }

  @Test
  void arrivalComesLastOfWhatTheRoadsTellInATick() {
    Stage stage = Pilot.automated("on-board", RuleBook.NONE);
    stage
        .tell(3, Pilot.ID, new Percept.Arrived("b", 1, 30), Pilot.enters("b"), Pilot.seen("b", 9))
        .until(3);
    assertThat(stage.text())
        .isEqualTo(
            """
            3.0 pilot records vehicle-entered-road {declared=true, road=b}
            3.0 pilot records trip-accounted {automatedM=6.0, automatedS=1.0, takeovers=0}
            3.0 pilot records mode-changed {cause=arrived, from=automated, to=manual}
            3.0 pilot records trip-ended {outcome=arrived}
            3.0 pilot writes operator:fleet TripAccounted[vehicle=pilot, automatedS={a=1.0}, automatedM={a=6.0}, manualS=0.0, manualM=0.0, takeovers=0]
            """);
    assertThat(stage.fact(Pilot.ID, "vehicle.onRoad")).isEqualTo(false);
  }
}
