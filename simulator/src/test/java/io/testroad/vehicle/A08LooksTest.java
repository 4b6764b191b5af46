package io.testroad.vehicle;

import static io.testroad.Rules.all;
import static io.testroad.Rules.instruct;
import static io.testroad.Rules.never;
import static io.testroad.Rules.obligation;
import static io.testroad.Rules.rule;
import static org.assertj.core.api.Assertions.assertThat;

import io.testroad.Stage;
import io.testroad.engine.Percept;
import io.testroad.policy.Consequence;
import io.testroad.policy.Instruction;
import io.testroad.policy.Moment;
import io.testroad.policy.RuleBook;
import io.testroad.protocol.VehicleLetter;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is looked at again and again, what is looked at once, and what begins to be owed. */
class A08LooksTest {

  private static final RuleBook TWO_SECONDS =
      rule(
          "two-seconds",
          Moment.GAP_SEEN,
          facts ->
              Boolean.FALSE.equals(facts.find("gap.settled"))
                  || (Double) facts.find("gap.m") >= 2 * (Double) facts.find("vehicle.speedMps"));

  @Test
  void aGapCountsOnceBothHaveKeptTheirSpeed() {
    Stage stage = Pilot.automated("on-board", TWO_SECONDS);
    for (int second = 3; second <= 9; second++) {
      stage.tell(second, Pilot.ID, new Percept.Following(12, 10, 10.1));
    }
    stage.tell(10, Pilot.ID, new Percept.Following(25, 10, 10.6)).until(20);
    assertThat(stage.text())
        .isEqualTo(
            """
            3.0 pilot records ruling two-seconds held
            8.0 pilot records ruling two-seconds broken
            10.0 pilot records ruling two-seconds held
            """);
  }

  @Test
  void aDriversGapIsHisOwnMatter() {
    Stage stage = Pilot.stage("on-board", TWO_SECONDS);
    stage
        .tell(1, Pilot.ID, Pilot.setOut("c"))
        .tell(2, Pilot.ID, new Percept.Departed("c", 0, 5))
        .tell(3, Pilot.ID, new Percept.Following(2, 10, 10))
        .until(10);
    assertThat(stage.text("ruling")).isEmpty();
  }

  @Test
  void takeoversAreJudgedWhenTheyAreAnswered() {
    Stage stage =
        Pilot.automated(
            "on-board",
            all(
                rule(
                    "within-two-seconds",
                    Moment.TAKEOVER_ANSWERED,
                    facts -> (Double) facts.find("takeover.afterS") <= 2),
                never("hand-over", Moment.ROAD_ENTERED, instruct(Instruction.STOP_AUTOMATION))));
    stage.tell(10, Pilot.ID, Pilot.enters("b")).until(20);
    assertThat(stage.text("within"))
        .isEqualTo(
            """
            11.7 pilot records ruling within-two-seconds held
            """);
  }

  @Test
  void manoeuvresAreJudgedBeforeTheyBegin() {
    Stage stage =
        Pilot.automated(
            "remote",
            all(
                rule(
                    "gently",
                    Moment.MANOEUVRE_BEGUN,
                    facts ->
                        (Double) facts.find("manoeuvre.decelerationMps2") <= 4
                            && facts.getString("vehicle.mode").equals("takeover-requested")
                            && facts.getString("manoeuvre.cause").equals("takeover-unanswered")
                            && (Double) facts.find("manoeuvre.afterRequestS") >= 10),
                never("hand-over", Moment.ROAD_ENTERED, instruct(Instruction.STOP_AUTOMATION))));
    stage.tell(10, Pilot.ID, Pilot.enters("b")).until(30);
    assertThat(stage.text("gently", "decides"))
        .isEqualTo(
            """
            20.0 pilot records ruling gently held
            20.0 pilot decides Halt[vehicle=pilot, decelerationMps2=2.0, aside=true]
            """);
  }

  @Test
  void aFaultsStopIsAManoeuvreWithoutRequest() {
    Stage stage =
        Pilot.automated(
            "on-board",
            rule(
                "gently",
                Moment.MANOEUVRE_BEGUN,
                facts ->
                    (Double) facts.find("manoeuvre.decelerationMps2") == 4
                        && (Double) facts.find("manoeuvre.afterRequestS") == -1));
    stage.tell(10, Pilot.ID, new VehicleLetter.FaultArises("brake-fault", false)).until(10);
    assertThat(stage.text("gently")).contains("ruling gently held");
  }

  @Test
  void dataAreLookedAtOnceAMinute() {
    Stage stage =
        Pilot.automated(
            "on-board",
            rule(
                "data-come",
                Moment.DATA_CHECKED,
                facts -> (Double) facts.find("data.gapS") < 30,
                new Consequence.Violation("no-data", "operator")));
    for (int second = 3; second <= 250; second++) {
      stage.tell(second, Pilot.ID, Pilot.seen("a", 10));
    }
    stage
        .tell(70, Pilot.ID, new VehicleLetter.UploadFails("link-lost"))
        .tell(200, Pilot.ID, new VehicleLetter.UploadMended())
        .until(250);
    assertThat(stage.text())
        .isEqualTo(
            """
            62.0 pilot records ruling data-come held
            70.0 pilot records data-upload-stopped {cause=link-lost}
            122.0 pilot records ruling data-come broken: violation(no-data, operator)
            122.0 pilot writes authority:police BreachReported[vehicle=pilot, operator=operator:fleet, software=1.0, road=a, rule=data-come, consequences=[violation(no-data, operator)], given={}]
            200.0 pilot records data-upload-resumed {afterS=130.0}
            242.0 pilot records ruling data-come held
            """);
  }

  @Test
  void clocksBeginToRunAtTheAuthority() {
    Stage stage = Pilot.automated("on-board", obligation("report", Moment.COLLISION_OCCURRED));
    stage.tell(10, Pilot.ID, new Percept.Collided("a", 1, 60, 9, "x", "rear-end", false)).until(11);
    assertThat(stage.text("Obligation", "Accident"))
        .isEqualTo(
            """
            10.0 pilot writes authority:police AccidentReported[vehicle=pilot, operator=operator:fleet, facts={…}, responsibility=none]
            10.0 pilot writes authority:traffic-police ObligationStarts[name=report, by=operator, within=1 day, repeats=false, operator=operator:fleet, vehicle=pilot, facts={…}]
            """);
  }

  @Test
  void aClockThatRunsDoesNotBeginAnew() {
    Stage stage = Pilot.automated("on-board", obligation("report", Moment.SPEED_SEEN));
    stage.tell(3, Pilot.ID, Pilot.seen("a", 9)).tell(4, Pilot.ID, Pilot.seen("a", 9)).until(5);
    assertThat(stage.text("Obligation").lines()).hasSize(1);
  }

  @Test
  void aCrashThatTheScriptBringsAbout() {
    RuleBook rules =
        rule(
            "no-deaths",
            Moment.COLLISION_OCCURRED,
            facts ->
                !facts.getString("collision.severity").equals("death")
                    && Boolean.TRUE.equals(facts.find("collision.injured"))
                    && Boolean.TRUE.equals(facts.find("collision.automated")));
    var crash =
        new VehicleLetter.CrashScripted(
            io.testroad.engine.Facts.of(
                "collision.severity", "slight-injury", "collision.canMove", true),
            "secondary");
    Stage stage = Pilot.automated("on-board", rules);
    stage.tell(10, Pilot.ID, crash).tell(13, Pilot.ID, new Percept.Halted("a", 0, 90, true));
    assertThat(stage.until(20).text())
        .isEqualTo(
            """
            10.0 pilot records ruling no-deaths held
            10.0 pilot records recorder-secured {cause=collision, postS=30.0, preS=90.0}
            10.0 pilot records mode-changed {cause=collision, from=automated, road=a, to=minimal-risk}
            10.0 pilot decides Halt[vehicle=pilot, decelerationMps2=4.0, aside=true]
            10.0 pilot writes authority:police AccidentReported[vehicle=pilot, operator=operator:fleet, facts={…}, responsibility=secondary]
            10.0 pilot writes platform:city RoadOccurrence[occurrence=collision, road=a, lane=0, positionM=5.0, vehicle=pilot]
            13.0 pilot records mode-changed {cause=collision, from=minimal-risk, road=a, to=stopped}
            """);
    Stage parked = Pilot.stage("on-board", rules);
    parked.tell(10, Pilot.ID, crash).until(20);
    assertThat(parked.text("10.0"))
        .isEqualTo(
            """
            10.0 pilot records ruling no-deaths broken
            10.0 pilot records recorder-secured {cause=collision, postS=30.0, preS=90.0}
            10.0 pilot writes authority:police AccidentReported[vehicle=pilot, operator=operator:fleet, facts={…}, responsibility=secondary]
            """);
  }

  @Test
  void severityAndResponsibilityAreAssumed() {
    assertThat(List.of(8.0, 14.0, 22.0, 22.1).stream().map(Collisions::severity))
        .containsExactly("property-damage", "slight-injury", "serious-injury", "death");
    assertThat(Collisions.responsibility(collided("rear-end", true))).isEqualTo("full");
    assertThat(Collisions.responsibility(collided("rear-end", false))).isEqualTo("none");
    assertThat(Collisions.responsibility(collided("crossing", true))).isEqualTo("equal");
    assertThat(Collisions.kind(collided("lane-change", true))).isEqualTo("side");
  }

  private static Percept.Collided collided(String kind, boolean struck) {
    return new Percept.Collided("a", 0, 5, 9, "x", kind, struck);
  }

  @Test
  void theSystemDroveIfItDidInTheLastThirtySeconds() {
    RuleBook automated =
        rule(
            "system",
            Moment.COLLISION_OCCURRED,
            facts -> Boolean.TRUE.equals(facts.find("collision.automated")));
    for (double second : new double[] {39.9, 40.1}) {
      Stage stage = Pilot.automated("remote", automated);
      stage
          .tell(5, Pilot.ID, new io.testroad.protocol.PermitLetter.PermitSuspended("p", "r", null))
          .tell(10, Pilot.ID, new VehicleLetter.TakeoverGiven(1))
          .tell(second, Pilot.ID, collided("rear-end", true))
          .until(second);
      assertThat(stage.text("ruling")).contains(second < 40 ? "held" : "broken");
    }
  }
}
