package io.testroad.vehicle;

import static io.testroad.Rules.instruct;
import static io.testroad.Rules.rule;
import static org.assertj.core.api.Assertions.assertThat;

import io.testroad.Stage;
import io.testroad.engine.Percept;
import io.testroad.policy.Consequence;
import io.testroad.policy.Instruction;
import io.testroad.policy.Moment;
import io.testroad.policy.RuleBook;
import io.testroad.protocol.PermitLetter;
import io.testroad.protocol.VehicleLetter;
import org.junit.jupiter.api.Test;

/** Drivers' duty and rest; speed. */
class A05DutyTest {

  private static final RuleBook TWO_MINUTES =
      rule(
          "two-minutes",
          Moment.DUTY_CHECKED,
          facts -> facts.find("driver.dutyS") instanceof Double duty && duty < 120,
          instruct(Instruction.REST));

  /** Seen each second from second 3 to second 122, the vehicle has driven two minutes. */
  private static Stage drivenTwoMinutes() {
    Stage stage = Pilot.automated("on-board", TWO_MINUTES);
    for (int second = 3; second <= 122; second++) {
      stage.tell(second, Pilot.ID, Pilot.seen("a", 10));
    }
    return stage;
  }

  @Test
  void restsWhereThereIsRoom() {
    Stage stage = drivenTwoMinutes();
    stage.tell(127, Pilot.ID, new Percept.Halted("a", 0, 90, true)).until(1400);
    assertThat(stage.text())
        .isEqualTo(
            """
            62.0 pilot records ruling two-minutes held
            122.0 pilot records ruling two-minutes broken: instruct(rest)
            122.0 pilot records mode-changed {cause=rest, from=automated, road=a, rule=two-minutes, to=minimal-risk}
            122.0 pilot decides Halt[vehicle=pilot, decelerationMps2=2.0, aside=true]
            122.0 pilot reminds itself in 1200.0 s of RestOver[serial=1]
            127.0 pilot records mode-changed {cause=minimal-risk, from=minimal-risk, road=a, to=stopped}
            600.0 pilot records plate-expired {plate=T0001, vehicle=pilot}
            1322.0 pilot records driver-rested {dutyS=120.0}
            1322.0 pilot records mode-changed {cause=rested, from=stopped, road=a, to=manual}
            1322.0 pilot decides Resume[vehicle=pilot]
            """);
    assertThat(stage.fact(Pilot.ID, "vehicle.aside")).isEqualTo(false);
  }

  @Test
  void restsInItsLaneAndSaysWhenItGoesOn() {
    Stage stage = drivenTwoMinutes();
    stage.tell(127, Pilot.ID, new Percept.Halted("a", 0, 90, false)).until(1400);
    assertThat(stage.text("writes"))
        .isEqualTo(
            """
            127.0 pilot writes platform:city RoadOccurrence[occurrence=vehicle-stalled, road=a, lane=0, positionM=90.0, vehicle=pilot]
            1322.0 pilot writes platform:city ObstacleGone[vehicle=pilot]
            """);
  }

  @Test
  void afterRestTheClockOfDutyBeginsAnew() {
    Stage stage = drivenTwoMinutes();
    stage.tell(127, Pilot.ID, new Percept.Halted("a", 0, 90, true)).until(1400);
    IcvState.Duty duty = ((IcvState) stage.state(Pilot.ID)).duty();
    assertThat(duty).isEqualTo(new IcvState.Duty(0, 120, 1200, 1));
  }

  @Test
  void aFaultOutlastsARest() {
    Stage stage = drivenTwoMinutes();
    stage
        .tell(127, Pilot.ID, new Percept.Halted("a", 0, 90, true))
        .tell(200, Pilot.ID, new VehicleLetter.FaultArises("flat-tyre", true))
        .until(122);
    stage.text();
    assertThat(stage.until(1400).text("mode-changed", "Resume", "rested"))
        .isEqualTo(
            """
            127.0 pilot records mode-changed {cause=minimal-risk, from=minimal-risk, road=a, to=stopped}
            1322.0 pilot records driver-rested {dutyS=120.0}
            """);
    assertThat(stage.fact(Pilot.ID, "vehicle.mode")).isEqualTo("stopped");
  }

  @Test
  void aWithdrawnPermitOutlastsARest() {
    Stage stage = drivenTwoMinutes();
    stage
        .tell(127, Pilot.ID, new Percept.Halted("a", 0, 90, true))
        .tell(200, Pilot.ID, new PermitLetter.PermitWithdrawn("pilot-1", "three-crashes"))
        .until(1400);
    assertThat(stage.text("Resume")).isEmpty();
    assertThat(stage.fact(Pilot.ID, "vehicle.mode")).isEqualTo("stopped");
  }

  @Test
  void restEndsOffTheRoadToo() {
    Stage stage = drivenTwoMinutes();
    stage.tell(127, Pilot.ID, new Percept.Arrived("a", 120, 1200)).until(1400);
    assertThat(stage.text("127.0", "1322.0"))
        .isEqualTo(
            """
            127.0 pilot records trip-accounted {automatedM=1245.0, automatedS=125.0, takeovers=0}
            127.0 pilot records mode-changed {cause=arrived, from=minimal-risk, to=manual}
            127.0 pilot records trip-ended {outcome=arrived}
            127.0 pilot writes operator:fleet TripAccounted[vehicle=pilot, automatedS={a=125.0}, automatedM={a=1245.0}, manualS=0.0, manualM=0.0, takeovers=0]
            1322.0 pilot records driver-rested {dutyS=120.0}
            """);
    assertThat(((IcvState) stage.state(Pilot.ID)).duty().drivingS()).isZero();
  }

  @Test
  void speedingThatGoesOnIsOneBreach() {
    RuleBook limit =
        rule(
            "limit",
            Moment.SPEED_SEEN,
            facts ->
                (Double) facts.find("vehicle.speedMps")
                    <= (Double) facts.find("road.speedLimitMps"),
            new Consequence.Violation("speeding", "driver"));
    Stage stage = Pilot.automated("on-board", limit);
    double[] speeds = {16, 18, 19, 18, 16, 17, 16};
    for (int i = 0; i < speeds.length; i++) {
      stage.tell(3 + i, Pilot.ID, Pilot.seen("a", speeds[i]));
    }
    stage.until(20);
    assertThat(stage.text())
        .isEqualTo(
            """
            3.0 pilot records ruling limit held
            4.0 pilot records ruling limit broken: violation(speeding, driver)
            4.0 pilot writes authority:police BreachReported[vehicle=pilot, operator=operator:fleet, software=1.0, road=a, rule=limit, consequences=[violation(speeding, driver)], given={}]
            7.0 pilot records ruling limit held
            8.0 pilot records ruling limit broken: violation(speeding, driver)
            8.0 pilot writes authority:police BreachReported[vehicle=pilot, operator=operator:fleet, software=1.0, road=a, rule=limit, consequences=[violation(speeding, driver)], given={}]
            9.0 pilot records ruling limit held
            """);
  }
}
