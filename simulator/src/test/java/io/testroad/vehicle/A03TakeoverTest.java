package io.testroad.vehicle;

import static io.testroad.Rules.all;
import static io.testroad.Rules.instruct;
import static io.testroad.Rules.rule;
import static org.assertj.core.api.Assertions.assertThat;

import io.testroad.Rules;
import io.testroad.Stage;
import io.testroad.engine.Percept;
import io.testroad.policy.Consequence;
import io.testroad.policy.Instruction;
import io.testroad.policy.Moment;
import io.testroad.policy.RuleBook;
import io.testroad.protocol.VehicleLetter;
import org.junit.jupiter.api.Test;

/** Takeovers asked for, answered and not answered. */
class A03TakeoverTest {

  private static final RuleBook DECLARED_ROADS_ONLY =
      rule(
          "declared-roads-only",
          Moment.ROAD_ENTERED,
          facts -> Boolean.TRUE.equals(facts.find("road.declared")),
          instruct(Instruction.STOP_AUTOMATION));

  @Test
  void theDriverOnBoardTakesOverWhereDeclaredRoadsEnd() {
    Stage stage = Pilot.automated("on-board", DECLARED_ROADS_ONLY);
    stage.tell(10, Pilot.ID, Pilot.enters("c")).tell(30, Pilot.ID, Pilot.enters("a")).until(60);
    assertThat(stage.text())
        .isEqualTo(
            """
            10.0 pilot records vehicle-entered-road {declared=false, road=c}
            10.0 pilot records ruling declared-roads-only broken: instruct(stop-automation)
            10.0 pilot records mode-changed {cause=rule, from=automated, road=c, rule=declared-roads-only, to=takeover-requested}
            10.0 pilot records takeover-requested {cause=rule, leadS=10.0}
            10.0 pilot reminds itself in 10.0 s of TakeoverDeadline[serial=1]
            10.0 pilot reminds itself in 1.7 s of TakeoverGiven[serial=1]
            11.7 pilot records takeover-answered {afterS=1.7}
            11.7 pilot records mode-changed {cause=takeover, from=takeover-requested, road=c, to=manual}
            30.0 pilot records vehicle-entered-road {declared=true, road=a}
            30.0 pilot records ruling declared-roads-only held
            30.0 pilot records mode-changed {cause=declared-road, from=manual, road=a, to=automated}
            """);
  }

  @Test
  void nobodyToAsk() {
    Stage stage = Pilot.automated("none", DECLARED_ROADS_ONLY);
    stage.tell(10, Pilot.ID, Pilot.enters("c")).until(60);
    assertThat(stage.text())
        .isEqualTo(
            """
            10.0 pilot records vehicle-entered-road {declared=false, road=c}
            10.0 pilot records ruling declared-roads-only broken: instruct(stop-automation)
            10.0 pilot records mode-changed {cause=rule, from=automated, road=c, rule=declared-roads-only, to=minimal-risk}
            10.0 pilot decides Halt[vehicle=pilot, decelerationMps2=2.0, aside=true]
            """);
  }

  @Test
  void aRemoteOperatorAnswers() {
    Stage stage = Pilot.automated("remote", DECLARED_ROADS_ONLY);
    stage
        .tell(10, Pilot.ID, Pilot.enters("c"))
        .tell(14.5, Pilot.ID, new VehicleLetter.TakeoverGiven(1))
        .until(60);
    assertThat(stage.text())
        .isEqualTo(
            """
            10.0 pilot records vehicle-entered-road {declared=false, road=c}
            10.0 pilot records ruling declared-roads-only broken: instruct(stop-automation)
            10.0 pilot records mode-changed {cause=rule, from=automated, road=c, rule=declared-roads-only, to=takeover-requested}
            10.0 pilot records takeover-requested {cause=rule, leadS=10.0}
            10.0 pilot reminds itself in 10.0 s of TakeoverDeadline[serial=1]
            10.0 pilot writes operator:fleet TakeoverAsked[vehicle=pilot, serial=1]
            14.5 pilot records takeover-answered {afterS=4.5}
            14.5 pilot records mode-changed {cause=takeover, from=takeover-requested, road=c, to=manual}
            """);
  }

  @Test
  void nobodyAnswersAndTheSystemStops() {
    RuleBook rules =
        all(
            DECLARED_ROADS_ONLY,
            Rules.never(
                "unanswered",
                Moment.TAKEOVER_UNANSWERED,
                instruct(Instruction.MINIMAL_RISK_MANOEUVRE),
                new Consequence.Violation("takeover-failed", "operator")));
    Stage stage = Pilot.automated("remote", rules);
    stage
        .tell(10, Pilot.ID, Pilot.enters("c"))
        .tell(20.1, Pilot.ID, new VehicleLetter.TakeoverGiven(1))
        .tell(26, Pilot.ID, new Percept.Halted("c", 0, 90, false))
        .until(60);
    assertThat(stage.text())
        .isEqualTo(
            """
            10.0 pilot records vehicle-entered-road {declared=false, road=c}
            10.0 pilot records ruling declared-roads-only broken: instruct(stop-automation)
            10.0 pilot records mode-changed {cause=rule, from=automated, road=c, rule=declared-roads-only, to=takeover-requested}
            10.0 pilot records takeover-requested {cause=rule, leadS=10.0}
            10.0 pilot reminds itself in 10.0 s of TakeoverDeadline[serial=1]
            10.0 pilot writes operator:fleet TakeoverAsked[vehicle=pilot, serial=1]
            20.0 pilot records takeover-unanswered {leadS=10.0}
            20.0 pilot records ruling unanswered broken: instruct(minimal-risk-manoeuvre); violation(takeover-failed, operator)
            20.0 pilot records mode-changed {cause=takeover-unanswered, from=takeover-requested, road=c, rule=unanswered, to=minimal-risk}
            20.0 pilot decides Halt[vehicle=pilot, decelerationMps2=2.0, aside=true]
            20.0 pilot writes authority:police BreachReported[vehicle=pilot, operator=operator:fleet, software=1.0, road=c, rule=unanswered, consequences=[violation(takeover-failed, operator)], given={}]
            26.0 pilot records mode-changed {cause=minimal-risk, from=minimal-risk, road=c, to=stopped}
            26.0 pilot writes platform:city RoadOccurrence[occurrence=vehicle-stalled, road=c, lane=0, positionM=90.0, vehicle=pilot]
            """);
  }

  @Test
  void theSystemStopsWithoutAnyRule() {
    Stage stage = Pilot.automated("remote", DECLARED_ROADS_ONLY);
    stage.tell(10, Pilot.ID, Pilot.enters("c")).until(60);
    assertThat(stage.text("mode-changed", "decides"))
        .isEqualTo(
            """
            10.0 pilot records mode-changed {cause=rule, from=automated, road=c, rule=declared-roads-only, to=takeover-requested}
            20.0 pilot records mode-changed {cause=takeover-unanswered, from=takeover-requested, road=c, to=minimal-risk}
            20.0 pilot decides Halt[vehicle=pilot, decelerationMps2=2.0, aside=true]
            """);
  }

  @Test
  void aLateAnswerToAnEarlierRequestCountsForNothing() {
    Stage stage = Pilot.automated("remote", DECLARED_ROADS_ONLY);
    stage
        .tell(10, Pilot.ID, Pilot.enters("c"))
        .tell(11, Pilot.ID, new VehicleLetter.TakeoverGiven(1))
        .tell(13, Pilot.ID, Pilot.enters("a"))
        .tell(15, Pilot.ID, Pilot.enters("c"))
        .tell(16, Pilot.ID, new VehicleLetter.TakeoverGiven(1))
        .until(24.9);
    assertThat(stage.text("mode-changed"))
        .isEqualTo(
            """
            10.0 pilot records mode-changed {cause=rule, from=automated, road=c, rule=declared-roads-only, to=takeover-requested}
            11.0 pilot records mode-changed {cause=takeover, from=takeover-requested, road=c, to=manual}
            13.0 pilot records mode-changed {cause=declared-road, from=manual, road=a, to=automated}
            15.0 pilot records mode-changed {cause=rule, from=automated, road=c, rule=declared-roads-only, to=takeover-requested}
            """);
    assertThat(stage.until(25).text("unanswered"))
        .isEqualTo(
            """
            25.0 pilot records takeover-unanswered {leadS=10.0}
            25.0 pilot records mode-changed {cause=takeover-unanswered, from=takeover-requested, road=c, to=minimal-risk}
            """);
  }

  @Test
  void arrivalEndsARequest() {
    Stage stage = Pilot.automated("remote", DECLARED_ROADS_ONLY);
    stage
        .tell(10, Pilot.ID, Pilot.enters("c"))
        .tell(12, Pilot.ID, new Percept.Arrived("c", 10, 100))
        .until(60);
    assertThat(stage.text("mode-changed", "unanswered", "decides"))
        .isEqualTo(
            """
            10.0 pilot records mode-changed {cause=rule, from=automated, road=c, rule=declared-roads-only, to=takeover-requested}
            12.0 pilot records mode-changed {cause=arrived, from=takeover-requested, to=manual}
            """);
  }
}
