package io.testroad.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.testroad.engine.Percept;
import io.testroad.engine.RoadDecision;
import io.testroad.network.Network;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What agents are told of those ahead, and of routes that change. */
class LeaderSightTest {

  private static final Network ROADS =
      Roads.of(
          "node a 0 0\nnode b 200 0\nnode c 400 0\nnode d 400 200\n"
              + "road first a b\nroad second b c\nroad third c d");
  private static final Ride CAR = Ride.of("car", "first second").at(3).from(0, 20, 0);
  private static final Ride AHEAD = Ride.of("ahead", "first second third").from(0, 60, 0);

  private static RoadWorld world(int regions) {
    return RoadWorld.on(ROADS).regions(regions).tracking(CAR).departing(AHEAD);
  }

  @Test
  void theGapIsFromFrontToRearOverTheEndOfTheRoad() {
    RoadWorld world = world(1).runTo(40);
    List<Percept.Following> seen = world.percepts("car", Percept.Following.class);
    assertThat(seen).isNotEmpty();
    RoadWorld again = world(1);
    double length = 5;
    for (Percept.Following following : seen.subList(0, 5)) {
      assertThat(following.gapM()).isPositive();
    }
    again.runTo(6); // the state before tick 60, a whole second
    double gap = placeM(again.get("ahead")) - length - placeM(again.get("car"));
    assertThat(seen)
        .anySatisfy(
            following -> {
              assertThat(following.gapM()).isCloseTo(gap, within(0.01));
              assertThat(following.speedMps()).isCloseTo(again.get("car").speedMps(), within(0.01));
              assertThat(following.leaderSpeedMps())
                  .isCloseTo(again.get("ahead").speedMps(), within(0.01));
            });
  }

  private static double placeM(RoadWorld.Spot spot) {
    return spot.road().equals("first") ? spot.positionM() : 200 + spot.positionM();
  }

  @Test
  void itIsTheSameInSeveralRegions() {
    List<Percept.Following> inOne = world(1).runTo(40).percepts("car", Percept.Following.class);
    List<Percept.Following> inTwo = world(2).runTo(40).percepts("car", Percept.Following.class);
    assertThat(inTwo).isEqualTo(inOne).hasSizeGreaterThan(10);
  }

  @Test
  void nobodyAheadIsNotTold() {
    RoadWorld world = RoadWorld.on(ROADS).tracking(CAR).runTo(20);
    assertThat(world.percepts("car", Percept.Following.class)).isEmpty();
    assertThat(world.percepts("car", Percept.Sighted.class)).isNotEmpty();
  }

  @Test
  void anotherRouteIsTold() {
    RoadWorld world =
        RoadWorld.on(ROADS)
            .tracking(CAR)
            .order(
                5, new RoadDecision.Reroute("car", List.of("first", "second", "third"), Double.NaN))
            .runTo(10);
    assertThat(world.percepts("car", Percept.Rerouted.class))
        .containsExactly(new Percept.Rerouted(List.of("first", "second", "third")));
  }
}
