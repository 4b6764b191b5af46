package io.testroad.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.testroad.engine.RoadDecision.CloseLane;
import io.testroad.network.Network;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Departures that have to wait for room. */
class InsertionTest {

  private static final Network ROAD = Roads.of("node a 0 0\nnode b 600 0\nroad only a b");

  private static final Network TWO_LANES =
      Roads.of("node a 0 0\nnode b 600 0\nroad only a b lanes 2");

  @ParameterizedTest
  @ValueSource(longs = {100, 1000})
  void theQueueKeepsItsOrderAndWaitsForRoom(long tickMillis) {
    RoadWorld world = RoadWorld.on(ROAD).tickMillis(tickMillis);
    for (int i = 0; i < 12; i++) {
      world.departing(Ride.of("car-" + i, "only").by(Types.KRAUSS).from(-1, 5, 0));
    }
    world.step();
    assertThat(world.traffic().waiting).isZero();
    world.step();
    assertThat(world.traffic().onRoad).isEqualTo(1);
    assertThat(world.traffic().waiting).isEqualTo(11);
    world.runOut(300);
    List<Trip> trips = world.traffic().trips;
    assertThat(trips).hasSize(12);
    for (int i = 0; i < 12; i++) {
      assertThat(trips.get(i).id()).isEqualTo("car-" + i);
      assertThat(trips.get(i).departDelay()).isCloseTo(trips.get(i).depart(), within(1e-9));
      assertThat(i == 0 || trips.get(i).depart() > trips.get(i - 1).depart()).isTrue();
    }
  }

  /** One that comes at 15 m/s along the road before must not have to brake hard. */
  @ParameterizedTest
  @ValueSource(longs = {100, 1000})
  void nobodyDepartsInFrontOfOneWhoComes(long tickMillis) {
    RoadWorld world = RoadWorld.on(Roads.STRAIGHT).tickMillis(tickMillis);
    for (int i = 0; i < 20; i++) {
      world.departing(
          Ride.of("through-" + i, "first second").at(i * 3).from(i % 2, 5, 10),
          Ride.of("side-" + i, "second").at(30 + i * 2));
    }
    while (world.nowS() < 150) {
      world.step();
      assertThat(Overlaps.of(world.traffic())).isEmpty();
    }
    assertThat(world.traffic().collisions).isZero();
    assertThat(world.traffic().trips).hasSize(40);
  }

  /** However many wait for one lane, who wants the other goes before them. */
  @Test
  void whoWantsAnotherLaneIsNotHeldUp() {
    RoadWorld world = RoadWorld.on(TWO_LANES);
    for (int i = 0; i < 80; i++) {
      world.departing(Ride.of("right-" + i, "only").from(0, 5, 0));
    }
    world.departing(Ride.of("left", "only").from(1, 5, 0));
    world.runOut(600);
    assertThat(world.traffic().trips).hasSize(81);
    assertThat(world.traffic().trips)
        .filteredOn(trip -> trip.id().equals("left"))
        .singleElement()
        .satisfies(trip -> assertThat(trip.departDelay()).isLessThanOrEqualTo(1));
  }

  /** Those who wait for a lane line up anew when it is closed. */
  @Test
  void whoWaitsForALaneTakesTheOtherWhenItIsClosed() {
    RoadWorld world = RoadWorld.on(TWO_LANES).order(3, new CloseLane("only", 0));
    for (int i = 0; i < 40; i++) {
      world.departing(Ride.of("car-" + i, "only").from(-1, 5, 0));
    }
    while (world.nowS() < 4) {
      world.step();
    }
    int before = world.traffic().onRoad;
    int waiting = world.traffic().waiting;
    world.runOut(600);
    List<Trip> trips = world.traffic().trips;
    assertThat(trips).hasSize(40);
    assertThat(waiting).isPositive();
    assertThat(trips.stream().filter(trip -> trip.departLane().endsWith("_0")).count())
        .isBetween(1L, (long) before);
  }
}
