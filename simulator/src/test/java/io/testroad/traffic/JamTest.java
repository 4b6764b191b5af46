package io.testroad.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import io.testroad.engine.Percept;
import io.testroad.engine.RoadDecision.Halt;
import io.testroad.network.Network;
import org.junit.jupiter.api.Test;

/** Drivers who stand before a road onto which nobody gets any more. */
class JamTest {

  /** The short way over the middle has room for five vehicles; that over the north is longer. */
  private static final Network TWO_WAYS =
      Roads.of(
          """
          node w 0 0
          node a 200 0
          node n 230 100
          node b 250 0
          node e 500 0
          node s 200 -200
          road in w a priority 2
          road side s a
          road middle a b
          road north a n
          road down n b
          road out b e
          """);

  private static RoadWorld full() {
    RoadWorld world = RoadWorld.on(TWO_WAYS);
    for (int i = 0; i < 5; i++) {
      world.departing(Ride.of("queue-" + i, "middle out").from(0, 32 - 7.6 * i, 0));
    }
    return world.order(0.2, new Halt("queue-0", 9, false));
  }

  @Test
  void whoHasStoodForFiveMinutesGoesAnotherWay() {
    RoadWorld world = full().tracking(Ride.of("car", "in middle out").from(0, 100, 10));
    world.runTo(290);
    assertThat(world.get("car").road()).isEqualTo("in");
    assertThat(world.get("car").speedMps()).isZero();
    world.runTo(400);
    assertThat(world.events()).contains("vehicle-rerouted vehicle:car {cause=jam, road=in}");
    assertThat(
            world.percepts("car", Percept.EnteredRoad.class).stream()
                .map(Percept.EnteredRoad::road))
        .containsExactly("north", "down", "out");
  }

  /** Who has no other way goes on waiting, and drives on when the road is free. */
  @Test
  void whoHasNoOtherWayWaits() {
    RoadWorld world = full().runTo(700);
    assertThat(world.get("queue-1").road()).isEqualTo("middle");
    assertThat(world.events()).doesNotContain("rerouted");
  }
}
