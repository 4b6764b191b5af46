package io.testroad.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import io.testroad.demand.VehicleType;
import io.testroad.demand.VehicleType.Model;
import io.testroad.engine.EventType;
import io.testroad.engine.Percept;
import io.testroad.engine.RoadDecision.CloseLane;
import io.testroad.engine.RoadDecision.Halt;
import io.testroad.engine.RoadDecision.LimitSpeed;
import io.testroad.engine.RoadDecision.OpenLane;
import io.testroad.engine.RoadDecision.Resume;
import io.testroad.network.Junction;
import io.testroad.network.Network;
import io.testroad.network.NetworkBuilder;
import io.testroad.network.Permissions;
import io.testroad.network.PlainNode;
import io.testroad.network.PlainRoad;
import io.testroad.network.VehicleClass;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who may drive where, and what changes while vehicles are under way. */
class PermissionsTest {

  private static final VehicleType BUS =
      VehicleType.ofClass("bus", VehicleClass.BUS).withModel(Model.KRAUSS);

  /** A way through the middle for buses only, and one over the north for all. */
  private static Network busGate() {
    NetworkBuilder builder = new NetworkBuilder();
    builder.add(PlainNode.of("w", 0, 0, Junction.Kind.PRIORITY));
    builder.add(PlainNode.of("a", 200, 0, Junction.Kind.PRIORITY));
    builder.add(PlainNode.of("n", 400, 200, Junction.Kind.PRIORITY));
    builder.add(PlainNode.of("b", 600, 0, Junction.Kind.PRIORITY));
    builder.add(PlainNode.of("e", 800, 0, Junction.Kind.PRIORITY));
    builder.add(PlainRoad.of("in", "w", "a", 2, 15));
    builder.add(
        PlainRoad.of("middle", "a", "b", 1, 15)
            .withPermissions(new Permissions(VehicleClass.BUS.bit())));
    builder.add(PlainRoad.of("north", "a", "n", 1, 15));
    builder.add(PlainRoad.of("down", "n", "b", 1, 15));
    builder.add(PlainRoad.of("out", "b", "e", 2, 15));
    return builder.build();
  }

  @Test
  void detoursKeepToRoadsThatTheClassMayUse() {
    RoadWorld world =
        RoadWorld.on(busGate())
            .departing(Ride.of("bus", "in middle out").by(BUS))
            .tracking(Ride.of("car", "in north down out").from(-1, 10, 0))
            .order(3, new CloseLane("north", -1))
            .runTo(60);
    assertThat(world.percepts("car", Percept.NoWayOn.class)).hasSize(1);
    assertThat(world.trip("bus").arrivalLane()).startsWith("out");
    world.order(60, new OpenLane("north", -1)).runOut(200);
    assertThat(world.percepts("car", Percept.EnteredRoad.class))
        .extracting(Percept.EnteredRoad::road)
        .containsExactly("north", "down", "out");
  }

  @Test
  void whoDepartsDuringAClosureTakesAnotherWay() {
    RoadWorld world =
        RoadWorld.on(Roads.TWO_WAYS)
            .order(1, new CloseLane("middle", -1))
            .departing(Ride.of("car", "in middle out").at(20))
            .tracking(Ride.of("icv", "in middle out").at(30))
            .runOut(200);
    assertThat(world.trip("car").rerouteNo()).isEqualTo(1);
    assertThat(world.percepts("icv", Percept.EnteredRoad.class))
        .extracting(Percept.EnteredRoad::road)
        .containsExactly("north", "down", "out");
  }

  @Test
  void whoseRoadIsClosedDepartsWhenItIsOpened() {
    RoadWorld world =
        RoadWorld.on(Roads.TWO_WAYS)
            .order(0, new CloseLane("in", -1))
            .departing(
                Ride.of("any", "in middle").at(5), Ride.of("given", "in").at(6).from(0, 50, 0))
            .order(60, new OpenLane("in", -1))
            .runTo(59);
    assertThat(world.traffic().waiting).isEqualTo(2);
    world.runOut(200);
    assertThat(world.trip("any").depart()).isGreaterThanOrEqualTo(59);
    assertThat(world.trip("given").depart()).isGreaterThanOrEqualTo(59);
  }

  /** With the road ahead closed it drives into the dead end, turns, and takes the way back. */
  @Test
  void turnsRoundWhereAWayLeadsBack() {
    Network network =
        Roads.of(
            """
            node a 0 0
            node b 300 0
            node c 600 0
            node d 300 300
            node e 900 0
            node f 300 -200 dead_end
            node w -300 0
            road wa w a
            road ab a b
            road ba b a
            road bf b f
            road fb f b
            road bc b c
            road ad a d
            road dc d c
            road ce c e
            """);
    RoadWorld world =
        RoadWorld.on(network)
            .tracking(Ride.of("car", "ab bc ce").from(-1, 10, 0))
            .order(5, new CloseLane("bc", -1))
            .runOut(400);
    assertThat(world.percepts("car", Percept.EnteredRoad.class))
        .extracting(Percept.EnteredRoad::road)
        .containsExactly("bf", "fb", "ba", "ad", "dc", "ce");
  }

  @Test
  void aClosedLaneIsLeftAndUsedAgainWhenItIsOpen() {
    RoadWorld world = RoadWorld.on(Roads.STRAIGHT);
    List<Ride> rides = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      rides.add(Ride.of("car-" + i, "first second").at(i * 4).by(Types.KRAUSS));
    }
    world
        .departing(rides.toArray(Ride[]::new))
        .order(0, new CloseLane("second", 0))
        .order(60, new OpenLane("second", 0));
    while (world.nowS() < 60) {
      world.step();
      assertThat(world.state()).doesNotContain("second_0");
    }
    world.runUntil(140, w -> w.state().contains("second_0")).runOut(300);
    assertThat(world.traffic().trips).hasSize(30);
    assertThat(world.traffic().collisions).isZero();
  }

  @Test
  void aStalledVehicleIsPassedOnTheOtherLane() {
    RoadWorld world =
        RoadWorld.on(Roads.STRAIGHT)
            .departing(Ride.of("stalled", "first second").by(Types.KRAUSS).from(0, 300, 0))
            .order(1, new Halt("stalled", 9, false))
            .order(120, new Resume("stalled"));
    for (int i = 0; i < 10; i++) {
      world.departing(
          Ride.of("car-" + i, "first second").at(5 + i * 4).by(Types.KRAUSS).from(0, 0, 10));
    }
    world.runTo(119);
    assertThat(world.traffic().trips).hasSize(10);
    assertThat(world.events(EventType.VEHICLE_STALLED)).hasSize(1);
    world.runOut(250);
    assertThat(world.traffic().collisions).isZero();
  }

  @Test
  void aSpeedLimitThatChangesIsKept() {
    RoadWorld world =
        RoadWorld.on(Roads.STRAIGHT)
            .departing(Ride.of("car", "first second").by(Types.KRAUSS).from(0, 0, 15))
            .order(10, new LimitSpeed("first", 8))
            .order(30, new LimitSpeed("first", Double.NaN))
            .runTo(14);
    assertThat(world.get("car").speedMps()).isLessThanOrEqualTo(8 + 1e-9);
    world.runTo(36);
    assertThat(world.get("car").speedMps()).isGreaterThan(14);
  }
}
