package io.testroad.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import io.testroad.engine.Percept;
import io.testroad.engine.RoadDecision.ClearObstacle;
import io.testroad.engine.RoadDecision.Obstruct;
import io.testroad.engine.RoadDecision.Reroute;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Orders for vehicles that still wait for room to depart. */
class WaitingTest {

  /** Something lies where the car is to depart; it is told of another way before it can. */
  @Test
  void whoWaitsTakesTheWayItIsToldOf() {
    RoadWorld world =
        RoadWorld.on(Roads.TWO_WAYS)
            .order(0, new Obstruct("load", "in", 0, 12, 10))
            .tracking(Ride.of("car", "in middle out").at(1).from(0, 10, 0))
            .runTo(5);
    assertThat(world.find("car")).isEmpty();
    world
        .order(5, new Reroute("car", List.of("in", "north", "down", "out"), Double.NaN))
        .order(10, new ClearObstacle("load", "in"))
        .runOut(200);
    assertThat(
            world.percepts("car", Percept.EnteredRoad.class).stream()
                .map(Percept.EnteredRoad::road))
        .containsExactly("north", "down", "out");
  }
}
