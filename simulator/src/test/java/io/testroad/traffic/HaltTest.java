package io.testroad.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.testroad.engine.EventType;
import io.testroad.engine.Percept;
import io.testroad.engine.RoadDecision.Halt;
import io.testroad.engine.RoadDecision.Remove;
import io.testroad.engine.RoadDecision.Resume;
import io.testroad.network.Network;
import org.junit.jupiter.api.Test;

/** Ordered halts and removals, and what agents perceive of them. */
class HaltTest {

  private static final Network ROAD =
      Roads.of("node a 0 0\nnode b 400 0\nnode c 800 0\nroad first a b\nroad second b c");
  private static final Ride CAR = Ride.of("car", "first second").from(-1, 10, 0);

  /** From 15 m/s at 3 m/s²: 37.5 m. */
  @Test
  void brakesAsOrderedAndBlocksItsLane() {
    RoadWorld world =
        RoadWorld.on(ROAD)
            .tracking(CAR)
            .departing(Ride.of("behind", "first second").at(8).from(0, 5, 10))
            .order(15, new Halt("car", 3, false))
            .runTo(15);
    double at = world.get("car").positionM();
    world.runTo(60);
    assertThat(world.get("car").positionM() - at).isCloseTo(37.5, within(1.0));
    assertThat(world.get("behind").speedMps()).isLessThan(0.1);
    assertThat(world.get("behind").positionM()).isLessThan(world.get("car").positionM() - 5);
    assertThat(world.percepts("car", Percept.Halted.class))
        .containsExactly(new Percept.Halted("first", 0, world.get("car").positionM(), false));
    assertThat(world.events(EventType.VEHICLE_STALLED)).hasSize(1);
    world.order(60, new Resume("car")).runOut(150);
    assertThat(world.events(EventType.VEHICLE_RECOVERED)).hasSize(1);
  }

  @Test
  void asideItLeavesTheLaneAndComesBack() {
    RoadWorld world =
        RoadWorld.on(ROAD)
            .tracking(CAR)
            .departing(Ride.of("behind", "first second").at(8).from(0, 5, 10))
            .order(15, new Halt("car", 3, true))
            .runUntil(100, w -> !w.traffic().trips.isEmpty());
    assertThat(world.trip("behind").waitingTime()).isZero();
    assertThat(world.percepts("car", Percept.Halted.class)).allMatch(Percept.Halted::aside);
    assertThat(world.events(EventType.VEHICLE_STALLED)).isEmpty();
    int sightings = world.percepts("car", Percept.Sighted.class).size();
    world.runTo(110);
    assertThat(world.percepts("car", Percept.Sighted.class)).hasSize(sightings);
    world.order(110, new Resume("car")).runOut(200);
    assertThat(world.events(EventType.VEHICLE_ARRIVED)).hasSize(1);
  }

  /** Told to halt once more while it waits aside for room, or stands there. */
  @Test
  void whoStandsAsideCanBeToldToHaltAgain() {
    RoadWorld world =
        RoadWorld.on(ROAD)
            .tracking(CAR)
            .order(15, new Halt("car", 3, true))
            .order(40, new Halt("car", 3, true))
            .order(50, new Resume("car"), new Halt("car", 3, false))
            .runTo(60);
    assertThat(world.percepts("car", Percept.Halted.class))
        .hasSize(3)
        .allMatch(Percept.Halted::aside);
    world.order(60, new Resume("car")).runOut(150);
  }

  @Test
  void comesBackOnlyWhenThereIsRoom() {
    RoadWorld world =
        RoadWorld.on(ROAD)
            .tracking(CAR)
            .order(15, new Halt("car", 3, true), new Halt("behind", 9, false))
            .departing(Ride.of("behind", "first second").at(8).from(0, 5, 10))
            .order(15, new Resume("behind"))
            .order(30, new Resume("car"));
    for (int i = 0; i < 10; i++) {
      world.departing(Ride.of("car-" + i, "first second").at(10 + i * 2.5).from(0, 5, 10));
    }
    world.runOut(200);
    assertThat(world.traffic().collisions).isZero();
    assertThat(world.traffic().trips).hasSize(12);
  }

  @Test
  void aRemovedVehicleIsGone() {
    RoadWorld world = RoadWorld.on(ROAD).tracking(CAR).order(10, new Remove("car")).runTo(11);
    assertThat(world.state()).isEmpty();
    assertThat(world.percepts("car", Percept.Removed.class))
        .containsExactly(new Percept.Removed("first"));
    assertThat(world.events()).contains("10.0 s vehicle-removed vehicle:car {road=first}");
    assertThat(world.traffic().isOver()).isTrue();
  }

  @Test
  void whoStillWaitsToDepartCanBeRemoved() {
    RoadWorld world =
        RoadWorld.on(ROAD)
            .departing(Ride.of("block", "first second").from(0, 10, 0))
            .order(0, new Halt("block", 3, false))
            .order(1, new Halt("block", 3, false))
            .tracking(CAR.at(2))
            .order(5, new Remove("car"))
            .runTo(4);
    assertThat(world.traffic().waiting).isEqualTo(1);
    world.runTo(6);
    assertThat(world.traffic().waiting).isZero();
  }

  @Test
  void whatATrackedVehiclePerceives() {
    RoadWorld world = RoadWorld.on(ROAD).tracking(CAR.at(0.5)).runOut(120);
    assertThat(world.percepts("car", Percept.Departed.class))
        .containsExactly(new Percept.Departed("first", 0, 10));
    assertThat(world.percepts("car", Percept.EnteredRoad.class))
        .extracting(Percept.EnteredRoad::road)
        .containsExactly("second");
    var arrived = world.percepts("car", Percept.Arrived.class);
    assertThat(arrived).hasSize(1);
    double duration = arrived.get(0).durationS();
    assertThat(arrived.get(0).distanceM()).isCloseTo(800 - 10, within(15.0));
    assertThat(world.percepts("car", Percept.Sighted.class).size())
        .isBetween((int) duration - 1, (int) duration + 1);
    assertThat(world.events(EventType.VEHICLE_DEPARTED)).hasSize(1);
    assertThat(world.events(EventType.VEHICLE_ARRIVED)).hasSize(1);
  }
}
