package io.testroad.vehicle;

import static io.testroad.Rules.instruct;
import static io.testroad.Rules.never;
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

/** Faults and collisions. */
class A04FaultTest {

  private static final VehicleLetter.FaultArises CRIPPLING =
      new VehicleLetter.FaultArises("brake-fault", false);
  private static final VehicleLetter.FaultArises SLIGHT =
      new VehicleLetter.FaultArises("sensor-fault", true);

  @Test
  void aFaultThatLeavesTheSteeringTakesTheVehicleAside() {
    Stage stage =
        Pilot.automated(
            "on-board",
            never(
                "clear-the-lane", Moment.FAULT_OCCURRED, instruct(Instruction.LEAVE_THE_ROADWAY)));
    stage
        .tell(10, Pilot.ID, SLIGHT)
        .tell(16, Pilot.ID, new Percept.Halted("a", 0, 90, true))
        .tell(100, Pilot.ID, new VehicleLetter.FaultMended())
        .until(200);
    assertThat(stage.text())
        .isEqualTo(
            """
            10.0 pilot records ruling clear-the-lane broken: instruct(leave-the-roadway)
            10.0 pilot records recorder-secured {cause=sensor-fault, postS=30.0, preS=90.0}
            10.0 pilot records mode-changed {cause=sensor-fault, from=automated, road=a, rule=clear-the-lane, to=minimal-risk}
            10.0 pilot decides Halt[vehicle=pilot, decelerationMps2=2.0, aside=true]
            16.0 pilot records mode-changed {cause=sensor-fault, from=minimal-risk, road=a, to=stopped}
            100.0 pilot records mode-changed {cause=fault-mended, from=stopped, road=a, to=manual}
            100.0 pilot decides Resume[vehicle=pilot]
            """);
  }

  @Test
  void aFaultThatDoesNotBlocksTheLane() {
    Stage stage = Pilot.automated("on-board", RuleBook.NONE);
    stage
        .tell(10, Pilot.ID, CRIPPLING)
        .tell(13, Pilot.ID, new Percept.Halted("a", 0, 70, false))
        .tell(100, Pilot.ID, new VehicleLetter.FaultMended())
        .tell(110, Pilot.ID, Pilot.enters("b"))
        .until(200);
    assertThat(stage.text())
        .isEqualTo(
            """
            10.0 pilot records recorder-secured {cause=brake-fault, postS=30.0, preS=90.0}
            10.0 pilot records mode-changed {cause=brake-fault, from=automated, road=a, to=minimal-risk}
            10.0 pilot decides Halt[vehicle=pilot, decelerationMps2=4.0, aside=false]
            13.0 pilot records mode-changed {cause=brake-fault, from=minimal-risk, road=a, to=stopped}
            13.0 pilot writes platform:city RoadOccurrence[occurrence=vehicle-stalled, road=a, lane=0, positionM=70.0, vehicle=pilot]
            100.0 pilot records mode-changed {cause=fault-mended, from=stopped, road=a, to=manual}
            100.0 pilot decides Resume[vehicle=pilot]
            100.0 pilot writes platform:city ObstacleGone[vehicle=pilot]
            110.0 pilot records vehicle-entered-road {declared=true, road=b}
            110.0 pilot records mode-changed {cause=declared-road, from=manual, road=b, to=automated}
            """);
  }

  @Test
  void mendedInTheTickInWhichItCameToAStand() {
    Stage stage = Pilot.automated("on-board", RuleBook.NONE);
    stage
        .tell(10, Pilot.ID, CRIPPLING)
        .tell(13, Pilot.ID, new Percept.Halted("a", 0, 70, false), new VehicleLetter.FaultMended())
        .until(13);
    assertThat(stage.text("13.0 pilot"))
        .isEqualTo(
            """
            13.0 pilot records mode-changed {cause=brake-fault, from=minimal-risk, road=a, to=stopped}
            13.0 pilot records mode-changed {cause=fault-mended, from=stopped, road=a, to=manual}
            13.0 pilot decides Resume[vehicle=pilot]
            13.0 pilot writes platform:city RoadOccurrence[occurrence=vehicle-stalled, road=a, lane=0, positionM=70.0, vehicle=pilot]
            13.0 pilot writes platform:city ObstacleGone[vehicle=pilot]
            """);
    assertThat(stage.fact(Pilot.ID, "vehicle.mode")).isEqualTo("manual");
  }

  @Test
  void aSecondFaultAddsNothing() {
    Stage stage = Pilot.automated("on-board", RuleBook.NONE);
    stage.tell(10, Pilot.ID, CRIPPLING).tell(11, Pilot.ID, SLIGHT).until(10);
    stage.text();
    assertThat(stage.until(20).text()).isEmpty();
  }

  @Test
  void aFaultOffTheRoadIsNoMatter() {
    Stage stage = Pilot.stage("on-board", RuleBook.NONE);
    stage.tell(1, Pilot.ID, CRIPPLING).until(1);
    assertThat(stage.text("1.0 ")).isEmpty();
  }

  @Test
  void collisionStopsTheVehicleAndTellsThePlatform() {
    Stage stage =
        Pilot.automated(
            "on-board",
            never(
                "crash-is-reported",
                Moment.COLLISION_OCCURRED,
                new Consequence.Violation("collision", "operator"),
                new Consequence.Suspend(0)));
    stage
        .tell(10, Pilot.ID, new Percept.Collided("a", 1, 60, 9, "background-3", "rear-end", true))
        .tell(10.1, Pilot.ID, new Percept.Collided("a", 1, 60, 1, "background-4", "rear-end", true))
        .tell(12, Pilot.ID, new Percept.Halted("a", 1, 61, false))
        .until(20);
    assertThat(stage.text())
        .isEqualTo(
            """
            10.0 pilot records ruling crash-is-reported broken: violation(collision, operator); suspend(0)
            10.0 pilot records recorder-secured {cause=collision, postS=30.0, preS=90.0}
            10.0 pilot records mode-changed {cause=collision, from=automated, road=a, to=stopped}
            10.0 pilot decides Halt[vehicle=pilot, decelerationMps2=4.0, aside=false]
            10.0 pilot writes authority:police AccidentReported[vehicle=pilot, operator=operator:fleet, facts={…}, responsibility=full]
            10.0 pilot writes authority:police BreachReported[vehicle=pilot, operator=operator:fleet, software=1.0, road=a, rule=crash-is-reported, consequences=[violation(collision, operator), suspend(0)], given={}]
            10.0 pilot writes platform:city RoadOccurrence[occurrence=collision, road=a, lane=1, positionM=60.0, vehicle=pilot]
            10.1 pilot records ruling crash-is-reported broken: violation(collision, operator); suspend(0)
            10.1 pilot records recorder-secured {cause=collision, postS=30.0, preS=90.0}
            10.1 pilot decides Halt[vehicle=pilot, decelerationMps2=4.0, aside=false]
            10.1 pilot writes authority:police BreachReported[vehicle=pilot, operator=operator:fleet, software=1.0, road=a, rule=crash-is-reported, consequences=[violation(collision, operator), suspend(0)], given={}]
            10.1 pilot writes platform:city RoadOccurrence[occurrence=collision, road=a, lane=1, positionM=60.0, vehicle=pilot]
            12.0 pilot writes platform:city RoadOccurrence[occurrence=vehicle-stalled, road=a, lane=1, positionM=61.0, vehicle=pilot]
            """);
  }

  @Test
  void towedAwayItMaySetOutAgain() {
    Stage stage = Pilot.automated("on-board", RuleBook.NONE);
    stage
        .tell(10, Pilot.ID, new Percept.Collided("a", 1, 60, 9, "background-3", "rear-end", true))
        .tell(900, Pilot.ID, new Percept.Removed("a"))
        .tell(1000, Pilot.ID, Pilot.setOut("b"))
        .tell(1001, Pilot.ID, new Percept.Departed("b", 0, 5))
        .until(1001);
    assertThat(stage.text("mode-changed", "trip-started", "trip-ended"))
        .isEqualTo(
            """
            10.0 pilot records mode-changed {cause=collision, from=automated, road=a, to=stopped}
            900.0 pilot records mode-changed {cause=removed, from=stopped, to=manual}
            900.0 pilot records trip-ended {outcome=removed}
            1000.0 pilot records trip-started {from=b, stage=demonstration, to=b}
            1001.0 pilot records mode-changed {cause=declared-road, from=manual, road=b, to=automated}
            """);
  }

  @Test
  void mendedAfterArrivalItMayBreakDownAgain() {
    Stage stage = Pilot.automated("on-board", RuleBook.NONE);
    stage
        .tell(10, Pilot.ID, SLIGHT)
        .tell(11, Pilot.ID, new Percept.Arrived("b", 10, 100))
        .tell(20, Pilot.ID, new VehicleLetter.FaultMended())
        .until(20);
    assertThat(stage.text("11.0 pilot", "20.0 pilot"))
        .isEqualTo(
            """
            11.0 pilot records trip-accounted {automatedM=0.0, automatedS=9.0, takeovers=0}
            11.0 pilot records mode-changed {cause=arrived, from=minimal-risk, to=manual}
            11.0 pilot records trip-ended {outcome=arrived}
            11.0 pilot writes operator:fleet TripAccounted[vehicle=pilot, automatedS={a=9.0}, automatedM={a=0.0}, manualS=0.0, manualM=0.0, takeovers=0]
            """);
    assertThat(stage.fact(Pilot.ID, "vehicle.fault")).isEqualTo("");
    assertThat(stage.fact(Pilot.ID, "vehicle.hazardLights")).isEqualTo(false);
  }

  @Test
  void mendedButWithdrawnItStays() {
    Stage stage = Pilot.automated("on-board", RuleBook.NONE);
    stage
        .tell(10, Pilot.ID, CRIPPLING)
        .tell(13, Pilot.ID, new Percept.Halted("a", 0, 70, false))
        .tell(20, Pilot.ID, new PermitLetter.PermitWithdrawn("pilot-1", "three-crashes"))
        .tell(30, Pilot.ID, new VehicleLetter.FaultMended())
        .until(40);
    assertThat(stage.text("20.0 pilot", "30.0 pilot"))
        .isEqualTo(
            """
            20.0 pilot records plate-voided {plate=T0001, vehicle=pilot}
            30.0 pilot writes operator:fleet HelpedInVain[vehicle=pilot]
            """);
    assertThat(stage.fact(Pilot.ID, "vehicle.mode")).isEqualTo("stopped");
  }
}
