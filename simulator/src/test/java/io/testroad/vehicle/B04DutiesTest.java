package io.testroad.vehicle;

import static org.assertj.core.api.Assertions.assertThat;

import io.testroad.Fleet;
import io.testroad.Stage;
import io.testroad.engine.AgentId;
import io.testroad.engine.Facts;
import io.testroad.policy.RuleBook;
import io.testroad.protocol.IncidentLetter;
import io.testroad.protocol.SceneLetter;
import io.testroad.protocol.VehicleLetter;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What an operator does when vehicles need help, stand, or crash, and when nobody is reached. */
class B04DutiesTest {

  private static final AgentId ID = Fleet.ID;
  private static final AgentId CENTRE = AgentId.of("centre", "district");
  private static final AgentId SCENES = AgentId.of("scenes", "all");

  private static Stage stage(int seats, double restartsPerMinute) {
    DrawnTime session = new DrawnTime(DrawnTime.FIXED, Duration.ofSeconds(20), 0);
    return Stage.from(Pilot.START)
        .with(
            Fleet.of("v1", "v2", "v3", "v4")
                .remote(new OperatorSpec.Remote(seats, session, session, restartsPerMinute))
                .emergencies(
                    new OperatorSpec.Emergencies(
                        Optional.of(CENTRE),
                        Duration.ofSeconds(5),
                        Optional.of(AgentId.of("centre", "fleet-rescue")),
                        Duration.ofSeconds(3),
                        true))
                .agent(RuleBook.NONE));
  }

  private static VehicleLetter.AssistanceAsked asks(String vehicle, boolean blocks, int riders) {
    return new VehicleLetter.AssistanceAsked(vehicle, 1, "restart", blocks, riders, false);
  }

  private static VehicleLetter.StopTold stop(String vehicle, String cause, boolean asks) {
    return new VehicleLetter.StopTold(vehicle, cause, "a", 1, 70, false, 2, asks, 90);
  }

  private static VehicleLetter.OutageBegins backEnd(double lastsS) {
    return new VehicleLetter.OutageBegins("cloud", "back-end", "", "", 1, 0, lastsS, true, 0, 4);
  }

  @Test
  void takeoversFirstThenRidersInALaneThenTheOthers() {
    Stage stage = stage(1, 0);
    stage
        .tell(1, ID, asks("v1", false, 0))
        .tell(2, ID, asks("v2", true, 0))
        .tell(3, ID, asks("v3", true, 2))
        .tell(4, ID, new VehicleLetter.TakeoverAsked("v4", 9))
        .until(5);
    assertThat(stage.fact(ID, "operator.queue")).isEqualTo(3L);
    assertThat(stage.fact(ID, "operator.waitS")).isEqualTo(2.0);
    assertThat(stage.until(200).text("assistance-begun", "TakeoverGiven"))
        .isEqualTo(
            """
            1.0 fleet records assistance-begun {queue=0, vehicle=v1, waitedS=0.0}
            21.0 fleet writes vehicle:v4 in 20.0 s TakeoverGiven[serial=9]
            41.0 fleet records assistance-begun {queue=1, vehicle=v3, waitedS=38.0}
            61.0 fleet records assistance-begun {queue=0, vehicle=v2, waitedS=59.0}
            """);
    assertThat(stage.fact(ID, "operator.longestWaitS")).isEqualTo(59.0);
  }

  @Test
  void restartsAreStaged() {
    Stage stage = stage(4, 2);
    for (int v = 1; v <= 4; v++) {
      stage.tell(1, ID, asks("v" + v, true, 0));
    }
    assertThat(stage.until(200).text("assistance-begun"))
        .isEqualTo(
            """
            1.0 fleet records assistance-begun {queue=0, vehicle=v1, waitedS=0.0}
            31.0 fleet records assistance-begun {queue=2, vehicle=v2, waitedS=30.0}
            61.0 fleet records assistance-begun {queue=1, vehicle=v3, waitedS=60.0}
            91.0 fleet records assistance-begun {queue=0, vehicle=v4, waitedS=90.0}
            """);
  }

  @Test
  void aStopIsLookedAtAndReported() {
    Stage stage = stage(1, 0);
    var sight =
        new SceneLetter.Sight(
            5, "vehicle-stalled", "a", 1, 71, List.of("v1"), Facts.of("scene.fire", true));
    stage
        .tell(10, ID, stop("v1", "stall", false))
        .tellFrom(SCENES, 10.5, ID, new SceneLetter.Looked(1, List.of(sight)))
        .tell(90, ID, new VehicleLetter.StopOver("v1"))
        .until(90);
    assertThat(stage.text("LookAsked", "Reported"))
        .isEqualTo(
            """
            10.0 fleet writes scenes:all LookAsked[inquiry=1, road=a, positionM=70.0, withinM=30.0]
            10.5 fleet writes centre:district in 5.0 s Reported[seen=Sight[scene=5, kind=vehicle-stalled, road=a, lane=1, positionM=70.0, vehicles=[v1], facts={…}], source=operator:fleet, means=remote-officer, precisionM=10.0, occurredTick=90]
            90.0 fleet writes centre:district in 5.0 s ReportedGone[seen=Sight[scene=0, kind=vehicle-stalled, road=a, lane=1, positionM=70.0, vehicles=[v1], facts={…}], source=operator:fleet]
            """);
    assertThat(stage.fact(ID, "operator.stops")).isEqualTo(0L);
  }

  @Test
  void peopleAreSentToADriverlessVehiclesCrash() {
    Stage stage = stage(1, 0);
    stage
        .tell(10, ID, stop("v1", "collision", false))
        .tellFrom(SCENES, 10.5, ID, new SceneLetter.Looked(1, List.of()))
        .until(11);
    assertThat(stage.text("crew-wanted", "Reported"))
        .isEqualTo(
            """
            10.5 fleet records crew-wanted {cause=collision, road=a, vehicle=v1}
            10.5 fleet writes centre:district in 5.0 s Reported[seen=Sight[scene=0, kind=collision, road=a, lane=1, positionM=70.0, vehicles=[v1], facts={…}], source=operator:fleet, means=remote-officer, precisionM=10.0, occurredTick=90]
            10.5 fleet writes centre:fleet-rescue Reported[seen=Sight[scene=0, kind=collision, road=a, lane=1, positionM=70.0, vehicles=[v1], facts={…}], source=operator:fleet, means=remote-officer, precisionM=10.0, occurredTick=90]
            """);
  }

  @Test
  void whatNobodyCanRestartFromAfarWantsACrew() {
    Stage stage = stage(1, 0);
    stage
        .tell(10, ID, stop("v1", "stall", true))
        .tell(10, ID, new VehicleLetter.AssistanceAsked("v1", 1, "restart", true, 0, true))
        .until(40);
    assertThat(stage.text("assistance-done", "crew-wanted", "AssistanceGiven"))
        .isEqualTo(
            """
            30.0 fleet records assistance-done {outcome=crew-needed, sessionS=20.0, vehicle=v1}
            30.0 fleet records crew-wanted {cause=stall, road=a, vehicle=v1}
            """);
  }

  @Test
  void nobodyHelpsWhileVehiclesCannotBeReached() {
    Stage stage = stage(1, 0);
    stage
        .tell(1, ID, asks("v1", true, 0))
        .tell(5, ID, backEnd(60), asks("v2", true, 0))
        .tellFrom(CENTRE, 10, ID, new IncidentLetter.OperatorAsked(7, "v1", "restart"))
        .until(200);
    assertThat(stage.text("records", "assistance", "OperatorAnswered"))
        .isEqualTo(
            """
            1.0 fleet records assistance-begun {queue=0, vehicle=v1, waitedS=0.0}
            5.0 fleet records outage-began {extent=share=1.0, kind=back-end, vehicles=4}
            10.0 fleet writes centre:district OperatorAnswered[incident=7, vehicle=v1, measure=restart, outcome=refused]
            21.0 fleet records assistance-done {outcome=link-lost, sessionS=20.0, vehicle=v1}
            65.0 fleet records outage-ended {afterS=60.0, kind=back-end}
            65.0 fleet records assistance-begun {queue=1, vehicle=v2, waitedS=60.0}
            85.0 fleet records assistance-done {outcome=helped, sessionS=20.0, vehicle=v2}
            85.0 fleet records assistance-begun {queue=0, vehicle=v1, waitedS=84.0}
            105.0 fleet records assistance-done {outcome=helped, sessionS=20.0, vehicle=v1}
            """);
  }

  @Test
  void aCentreAsksForMeasures() {
    Stage stage = stage(1, 0);
    stage
        .tell(1, ID, stop("v1", "stall", true))
        .tellFrom(CENTRE, 10, ID, new IncidentLetter.OperatorAsked(7, "v1", "unlock-doors"))
        .tellFrom(CENTRE, 11, ID, new IncidentLetter.OperatorAsked(7, "v1", "send-crew"))
        .tell(31, ID, new VehicleLetter.RemoteOrderDone("v1", 7, CENTRE, "unlock-doors", "done"))
        .until(31);
    assertThat(stage.text("RemoteOrder", "OperatorAnswered"))
        .isEqualTo(
            """
            11.0 fleet writes centre:district OperatorAnswered[incident=7, vehicle=v1, measure=send-crew, outcome=under-way]
            30.0 fleet writes vehicle:v1 RemoteOrder[incident=7, commander=centre:district, measure=unlock-doors]
            31.0 fleet writes centre:district OperatorAnswered[incident=7, vehicle=v1, measure=unlock-doors, outcome=done]
            """);
  }

  /** Each centre that was promised a crew hears when the vehicle goes on; nobody else does. */
  @Test
  void whoWasPromisedACrewHearsThatItIsDone() {
    Stage stage = stage(1, 0);
    stage
        .tell(1, ID, stop("v1", "stall", true))
        .tellFrom(CENTRE, 10, ID, new IncidentLetter.OperatorAsked(7, "v1", "send-crew"))
        .tellFrom(CENTRE, 11, ID, new IncidentLetter.OperatorAsked(8, "v1", "send-crew"))
        .tell(900, ID, new VehicleLetter.StopOver("v1"))
        .tell(950, ID, stop("v1", "stall", true))
        .tell(960, ID, new VehicleLetter.StopOver("v1"))
        .until(1000);
    assertThat(stage.text("OperatorAnswered"))
        .isEqualTo(
            """
            10.0 fleet writes centre:district OperatorAnswered[incident=7, vehicle=v1, measure=send-crew, outcome=under-way]
            11.0 fleet writes centre:district OperatorAnswered[incident=8, vehicle=v1, measure=send-crew, outcome=under-way]
            900.0 fleet writes centre:district OperatorAnswered[incident=7, vehicle=v1, measure=send-crew, outcome=done]
            900.0 fleet writes centre:district OperatorAnswered[incident=8, vehicle=v1, measure=send-crew, outcome=done]
            """);
  }

  @Test
  void whoWasPromisedACrewHearsThatItWasInVain() {
    Stage stage = stage(1, 0);
    stage
        .tell(1, ID, stop("v1", "stall", true))
        .tellFrom(CENTRE, 10, ID, new IncidentLetter.OperatorAsked(7, "v1", "send-crew"))
        .tell(900, ID, new VehicleLetter.HelpedInVain("v1"))
        .tell(950, ID, new VehicleLetter.StopOver("v1"))
        .until(1000);
    assertThat(stage.text("OperatorAnswered"))
        .isEqualTo(
            """
            10.0 fleet writes centre:district OperatorAnswered[incident=7, vehicle=v1, measure=send-crew, outcome=under-way]
            900.0 fleet writes centre:district OperatorAnswered[incident=7, vehicle=v1, measure=send-crew, outcome=failed]
            """);
  }

  @Test
  void aRestartThatACentreAsksForIsTheOneThatTheVehicleWaitsFor() {
    Stage stage = stage(1, 0);
    stage
        .tell(1, ID, asks("v2", true, 0))
        .tell(2, ID, stop("v1", "stall", true), asks("v1", true, 0))
        .tellFrom(CENTRE, 3, ID, new IncidentLetter.OperatorAsked(7, "v1", "restart"))
        .until(100);
    assertThat(stage.text("assistance", "RemoteOrder", "AssistanceGiven"))
        .isEqualTo(
            """
            1.0 fleet records assistance-begun {queue=0, vehicle=v2, waitedS=0.0}
            21.0 fleet records assistance-done {outcome=helped, sessionS=20.0, vehicle=v2}
            21.0 fleet records assistance-begun {queue=0, vehicle=v1, waitedS=19.0}
            21.0 fleet writes vehicle:v2 AssistanceGiven[serial=1]
            41.0 fleet records assistance-done {outcome=helped, sessionS=20.0, vehicle=v1}
            41.0 fleet writes vehicle:v1 RemoteOrder[incident=7, commander=centre:district, measure=restart]
            """);
  }

  @Test
  void aCentreIsRefusedARestartThatTakesACrew() {
    Stage stage = stage(1, 0);
    stage
        .tell(1, ID, stop("v1", "stall", true))
        .tell(1, ID, new VehicleLetter.AssistanceAsked("v1", 1, "restart", true, 0, true))
        .tellFrom(CENTRE, 3, ID, new IncidentLetter.OperatorAsked(7, "v1", "restart"))
        .tellFrom(CENTRE, 50, ID, new IncidentLetter.OperatorAsked(7, "v1", "restart"))
        .until(100);
    assertThat(stage.text("assistance-done", "OperatorAnswered"))
        .isEqualTo(
            """
            21.0 fleet records assistance-done {outcome=crew-needed, sessionS=20.0, vehicle=v1}
            21.0 fleet writes centre:district OperatorAnswered[incident=7, vehicle=v1, measure=restart, outcome=refused]
            50.0 fleet writes centre:district OperatorAnswered[incident=7, vehicle=v1, measure=restart, outcome=refused]
            """);
  }

  @Test
  void whatACentreAsksForAVehicleThatGoesOnNeedsNoSeat() {
    Stage stage = stage(1, 0);
    stage
        .tell(1, ID, asks("v2", true, 0))
        .tell(2, ID, stop("v1", "stall", true))
        .tellFrom(CENTRE, 3, ID, new IncidentLetter.OperatorAsked(7, "v1", "move-aside"))
        .tell(9, ID, new VehicleLetter.StopOver("v1"))
        .until(100);
    assertThat(stage.text("assistance-begun", "OperatorAnswered"))
        .isEqualTo(
            """
            1.0 fleet records assistance-begun {queue=0, vehicle=v2, waitedS=0.0}
            9.0 fleet writes centre:district OperatorAnswered[incident=7, vehicle=v1, measure=move-aside, outcome=done]
            """);
  }

  @Test
  void aGeofenceIsPassedOnToTheVehicles() {
    Stage stage = stage(1, 0);
    stage
        .tell(1, ID, new VehicleLetter.GeofenceOrdered("fire", "", List.of("a"), 1800, 120))
        .until(2);
    assertThat(stage.text("Geofence").lines())
        .hasSize(4)
        .first()
        .isEqualTo(
            "1.0 fleet writes vehicle:v1 in 3.0 s GeofenceOrdered[geofence=fire, zone=,"
                + " roads=[a], lastsS=1800.0, leaveWithinS=120.0]");
  }
}
