package io.testroad.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import io.testroad.engine.EventType;
import io.testroad.engine.Percept;
import io.testroad.engine.RoadDecision.CloseLane;
import io.testroad.engine.RoadDecision.LimitSpeed;
import io.testroad.engine.RoadDecision.OpenLane;
import io.testroad.engine.RoadDecision.Reroute;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Closed roads and other routes. */
class ClosureTest {

  private static final double ROADS_OWN_MPS = 15;
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
  void aLaneIsClosedUntilAllWhoClosedItOpenIt() {
    RoadWorld world =
        RoadWorld.on(Roads.TWO_WAYS)
            .order(1, new CloseLane("middle", -1, "flood"))
            .order(2, new CloseLane("middle", 0, "incident"))
            .order(3, new CloseLane("middle", 0, "incident"))
            .order(4, new OpenLane("middle", -1, "flood"))
            .order(5, new OpenLane("middle", 0, "incident"))
            .order(6, new OpenLane("middle", 0, "incident"))
            .runTo(10);
    assertThat(world.events(EventType.LANE_CLOSED)).hasSize(1);
    assertThat(world.events(EventType.LANE_REOPENED)).hasSize(1);
    assertThat(world.events()).contains("5.0 s lane-reopened road:middle {lane=0, road=middle}\n");
  }

  @Test
  void theLowestLimitCountsUntilItIsTakenBack() {
    RoadWorld world =
        RoadWorld.on(Roads.TWO_WAYS)
            .order(1, new LimitSpeed("middle", 8, "fog"))
            .order(2, new LimitSpeed("middle", 5, "incident"))
            .order(3, new LimitSpeed("middle", 9))
            .order(4, new LimitSpeed("middle", Double.NaN, "incident"))
            .order(5, new LimitSpeed("middle", Double.NaN, "fog"))
            .order(6, new LimitSpeed("middle", Double.NaN))
            .runTo(10);
    assertThat(world.events(EventType.SPEED_LIMIT_CHANGED))
        .extracting(event -> event.attributes().asMap().get("speedLimitMps"))
        .containsExactly(8.0, 5.0, 8.0, 9.0, ROADS_OWN_MPS);
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
