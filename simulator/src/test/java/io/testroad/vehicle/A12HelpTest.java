package io.testroad.vehicle;

import static org.assertj.core.api.Assertions.assertThat;

import io.testroad.Stage;
import io.testroad.engine.AgentId;
import io.testroad.engine.Percept;
import io.testroad.policy.RuleBook;
import io.testroad.protocol.VehicleLetter;
import org.junit.jupiter.api.Test;

/** Help that a vehicle asks for, orders from afar, and riders who can't go on. */
class A12HelpTest {

  private static final AgentId CENTRE = AgentId.of("centre", "district");
  private static final VehicleLetter.FaultArises STALL =
      new VehicleLetter.FaultArises("stall", false);
  private static final VehicleLetter.FaultArises SLIGHT =
      new VehicleLetter.FaultArises("sensor-lost", true);

  private static Stage helped() {
    return Pilot.automated("none", Setbacks.of(Setbacks.HELP), RuleBook.NONE);
  }

  private static VehicleLetter.RemoteOrder order(String measure) {
    return new VehicleLetter.RemoteOrder(7, CENTRE, measure);
  }

  @Test
  void aStallIsRestartedFromAfar() {
    Stage stage = helped();
    stage
        .tell(10, Pilot.ID, STALL)
        .tell(13, Pilot.ID, new Percept.Halted("a", 0, 70, false))
        .tell(50, Pilot.ID, new VehicleLetter.AssistanceGiven(1))
        .until(60);
    assertThat(stage.text("assistance", "restart", "Assistance", "Resume"))
        .isEqualTo(
            """
            13.0 pilot records assistance-asked {cause=restart}
            13.0 pilot writes operator:fleet AssistanceAsked[vehicle=pilot, serial=1, cause=restart, blocks=true, riders=0, needsCrew=false]
            50.0 pilot records restart-done {afterS=37.0, by=remote-officer}
            50.0 pilot records mode-changed {cause=restarted, from=stopped, road=a, to=automated}
            50.0 pilot decides Resume[vehicle=pilot]
            """);
    assertThat(stage.fact(Pilot.ID, "vehicle.fault")).isEqualTo("");
  }

  @Test
  void aCrewThatMendsItMakesTheCallNeedless() {
    Stage stage = helped();
    stage
        .tell(10, Pilot.ID, STALL)
        .tell(13, Pilot.ID, new Percept.Halted("a", 0, 70, false))
        .tell(50, Pilot.ID, new VehicleLetter.FaultMended())
        .tell(60, Pilot.ID, new VehicleLetter.AssistanceGiven(1))
        .until(70);
    assertThat(stage.text("50.0", "60.0"))
        .isEqualTo(
            """
            50.0 pilot records mode-changed {cause=fault-mended, from=stopped, road=a, to=manual}
            50.0 pilot decides Resume[vehicle=pilot]
            50.0 pilot writes platform:city ObstacleGone[vehicle=pilot]
            50.0 pilot writes operator:fleet AssistanceWithdrawn[vehicle=pilot, serial=1]
            """);
  }

  /** A request each hour on average: the vehicle drives on for its patience, then stands. */
  @Test
  void whoWaitsTooLongStandsInItsLaneUntilServed() {
    Fallback fallback =
        Setbacks.of(Setbacks.HELP, java.util.Map.of(Fallback.Rates.ASSISTANCE_BY_TIME, 1000.0 / 1));
    Stage stage = Pilot.automated("none", fallback, RuleBook.NONE);
    stage
        .tell(10, Pilot.ID, Pilot.seen("a", 12))
        .tell(45, Pilot.ID, new Percept.Halted("a", 0, 400, false))
        .tell(80, Pilot.ID, new VehicleLetter.AssistanceGiven(1))
        .until(80);
    assertThat(stage.text())
        .isEqualTo(
            """
            10.0 pilot records assistance-asked {cause=assistance}
            10.0 pilot writes operator:fleet AssistanceAsked[vehicle=pilot, serial=1, cause=assistance, blocks=false, riders=0, needsCrew=false]
            10.0 pilot reminds itself in 30.0 s of AssistanceOverdue[serial=1]
            40.0 pilot records mode-changed {cause=assistance-unanswered, from=automated, road=a, to=minimal-risk}
            40.0 pilot decides Halt[vehicle=pilot, decelerationMps2=2.0, aside=false]
            40.0 pilot decides Courtesy[vehicle=pilot, courteous=false]
            45.0 pilot records mode-changed {cause=minimal-risk, from=minimal-risk, road=a, to=stopped}
            45.0 pilot writes platform:city RoadOccurrence[occurrence=vehicle-stalled, road=a, lane=0, positionM=400.0, vehicle=pilot]
            80.0 pilot records mode-changed {cause=assisted, from=stopped, road=a, to=automated}
            80.0 pilot decides Resume[vehicle=pilot]
            80.0 pilot decides Courtesy[vehicle=pilot, courteous=true]
            80.0 pilot writes platform:city ObstacleGone[vehicle=pilot]
            """);
  }

  @Test
  void aDeadlockIsSolvedByOneWhoIsNotCourteous() {
    Stage stage = helped();
    stage
        .tell(70, Pilot.ID, new Percept.Waiting("a", 0, 60))
        .tell(90, Pilot.ID, new VehicleLetter.AssistanceGiven(1))
        .until(200);
    assertThat(stage.text())
        .isEqualTo(
            """
            70.0 pilot records assistance-asked {cause=deadlock}
            70.0 pilot writes operator:fleet AssistanceAsked[vehicle=pilot, serial=1, cause=deadlock, blocks=false, riders=0, needsCrew=false]
            90.0 pilot decides Courtesy[vehicle=pilot, courteous=false]
            90.0 pilot reminds itself in 60.0 s of CourtesyDue[serial=1]
            150.0 pilot decides Courtesy[vehicle=pilot, courteous=true]
            """);
  }

  @Test
  void ordersFromAfar() {
    Stage stage = helped();
    stage
        .tell(10, Pilot.ID, STALL)
        .tell(13, Pilot.ID, new Percept.Halted("a", 1, 70, false))
        .tell(20, Pilot.ID, order("move-aside"), order("unlock-doors"), order("restart"))
        .until(20);
    assertThat(stage.text("RemoteOrderDone"))
        .isEqualTo(
            """
            20.0 pilot writes operator:fleet RemoteOrderDone[vehicle=pilot, incident=7, commander=centre:district, measure=move-aside, outcome=refused]
            20.0 pilot writes operator:fleet RemoteOrderDone[vehicle=pilot, incident=7, commander=centre:district, measure=unlock-doors, outcome=done]
            20.0 pilot writes operator:fleet RemoteOrderDone[vehicle=pilot, incident=7, commander=centre:district, measure=restart, outcome=done]
            """);
  }

  @Test
  void oneThatCanMoveIsMovedAside() {
    Stage stage = helped();
    stage
        .tell(10, Pilot.ID, SLIGHT)
        .tell(13, Pilot.ID, new Percept.Halted("a", 1, 70, false))
        .tell(20, Pilot.ID, order("move-aside"))
        .tell(30, Pilot.ID, new Percept.Halted("a", 0, 110, true))
        .until(30);
    assertThat(stage.text("20.0 pilot", "30.0 pilot"))
        .isEqualTo(
            """
            20.0 pilot decides Resume[vehicle=pilot]
            20.0 pilot decides PullOver[vehicle=pilot, decelerationMps2=2.0, patienceS=0.0]
            20.0 pilot writes operator:fleet RemoteOrderDone[vehicle=pilot, incident=7, commander=centre:district, measure=move-aside, outcome=done]
            30.0 pilot writes platform:city ObstacleGone[vehicle=pilot]
            """);
  }

  @Test
  void ridersAreStuckUntilTheyGetOut() {
    Stage stage = Pilot.carrying(3, Fallback.PLAIN);
    stage
        .tell(10, Pilot.ID, STALL)
        .tell(13, Pilot.ID, new Percept.Halted("a", 0, 70, false))
        .until(13);
    assertThat(stage.fact(Pilot.ID, "vehicle.ridersStuck")).isEqualTo(true);
    assertThat(stage.fact(Pilot.ID, "vehicle.riders")).isEqualTo(3L);
    stage
        .tell(100, Pilot.ID, new VehicleLetter.RidersOut("police"))
        .tell(200, Pilot.ID, new VehicleLetter.FaultMended())
        .until(200);
    assertThat(stage.text("iders"))
        .isEqualTo(
            """
            13.0 pilot records riders-stuck {riders=3, vehicle=pilot}
            13.0 pilot writes scenes:all RidersStuck[vehicle=pilot, riders=3, road=a, lane=0, positionM=70.0]
            100.0 pilot records riders-freed {afterS=87.0, by=police, riders=3, vehicle=pilot}
            100.0 pilot writes scenes:all RidersFreed[vehicle=pilot]
            """);
    assertThat(stage.fact(Pilot.ID, "vehicle.riders")).isEqualTo(0L);
  }

  @Test
  void ridersOfATowedVehicleAreFreed() {
    Stage stage = Pilot.carrying(2, Fallback.PLAIN);
    stage
        .tell(10, Pilot.ID, STALL)
        .tell(13, Pilot.ID, new Percept.Halted("a", 0, 70, false))
        .tell(100, Pilot.ID, new Percept.Removed("a"))
        .until(100);
    assertThat(stage.text("riders-freed"))
        .isEqualTo(
            "100.0 pilot records riders-freed {afterS=87.0, by=removed, riders=2, vehicle=pilot}\n");
  }

  @Test
  void theOperatorHearsOfACrash() {
    Stage stage = Pilot.automated("none", Fallback.PLAIN.telling(true), RuleBook.NONE);
    stage
        .tell(10, Pilot.ID, new Percept.Collided("a", 1, 60, 9, "car-3", "rear-end", true))
        .tell(900, Pilot.ID, new Percept.Removed("a"))
        .until(900);
    assertThat(stage.text("Stop"))
        .isEqualTo(
            """
            10.0 pilot writes operator:fleet StopTold[vehicle=pilot, cause=collision, road=a, lane=1, positionM=60.0, aside=false, riders=0, asks=false, sinceTick=100]
            900.0 pilot writes operator:fleet StopOver[vehicle=pilot]
            """);
  }
}
