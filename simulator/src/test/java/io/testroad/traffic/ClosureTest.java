package io.testroad.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import io.testroad.engine.EventType;
import io.testroad.engine.Percept;
import io.testroad.engine.RoadDecision.CloseLane;
import io.testroad.engine.RoadDecision.OpenLane;
import io.testroad.engine.RoadDecision.Reroute;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Closed roads and other routes. */
class ClosureTest {

  private static final Ride OVER_THE_MIDDLE = Ride.of("car", "in middle out").from(-1, 10, 0);

  @Test
  void anotherWayIsTakenRoundAClosedRoad() {
    RoadWorld world =
        RoadWorld.on(Roads.TWO_WAYS)
            .tracking(OVER_THE_MIDDLE)
            .order(5, new CloseLane("middle", -1))
            .runOut(150);
    assertThat(
            world.percepts("car", Percept.EnteredRoad.class).stream()
                .map(Percept.EnteredRoad::road))
        .containsExactly("north", "down", "out");
    assertThat(world.events(EventType.VEHICLE_REROUTED)).hasSize(1);
    assertThat(world.trip("car").rerouteNo()).isEqualTo(1);
  }

  @Test
  void withoutAnotherWayItWaitsIsToldOnceAndGoesOnWhenItIsOpened() {
    RoadWorld world =
        RoadWorld.on(Roads.TWO_WAYS)
            .tracking(OVER_THE_MIDDLE)
            .order(5, new CloseLane("out", -1))
            .order(40, new CloseLane("north", -1))
            .runTo(150);
    assertThat(world.percepts("car", Percept.NoWayOn.class))
        .containsExactly(new Percept.NoWayOn("in", "closure"));
    assertThat(world.events(EventType.ROUTE_IMPOSSIBLE)).hasSize(1);
    assertThat(world.get("car").road()).isEqualTo("middle");
    assertThat(world.get("car").speedMps()).isLessThan(1e-9);
    assertThat(world.percepts("car", Percept.Waiting.class))
        .containsExactly(new Percept.Waiting("middle", 0, 60));
    world.order(150, new OpenLane("out", -1)).runOut(250);
    assertThat(world.trip("car").arrivalLane()).isEqualTo("out_0");
  }

  @Test
  void rescuePassesClosures() {
    RoadWorld world =
        RoadWorld.on(Roads.TWO_WAYS)
            .order(0, new CloseLane("middle", -1))
            .tracking(OVER_THE_MIDDLE.by(Types.RESCUE), true)
            .runOut(150);
    assertThat(world.events(EventType.VEHICLE_REROUTED)).isEmpty();
    assertThat(world.trip("car").duration()).isLessThan(80);
  }

  @Test
  void anOrderedRouteIsTaken() {
    RoadWorld world =
        RoadWorld.on(Roads.TWO_WAYS)
            .tracking(OVER_THE_MIDDLE)
            .order(3, new Reroute("car", List.of("in", "north", "down"), 50))
            .runOut(150);
    assertThat(world.trip("car").arrivalLane()).isEqualTo("down_0");
    assertThat(world.trip("car").arrivalPos()).isBetween(49.9, 52.0);
    assertThat(world.events())
        .contains("3.0 s vehicle-rerouted vehicle:car {cause=order, road=in}\n");
  }

  @Test
  void aRouteThatDoesNotFitIsRefused() {
    RoadWorld world =
        RoadWorld.on(Roads.TWO_WAYS)
            .tracking(OVER_THE_MIDDLE)
            .order(3, new Reroute("car", List.of("in", "down"), Double.NaN))
            .runOut(150);
    assertThat(world.percepts("car", Percept.NoWayOn.class))
        .containsExactly(new Percept.NoWayOn("in", "route"));
    assertThat(world.trip("car").arrivalLane()).isEqualTo("out_0");
  }
}
