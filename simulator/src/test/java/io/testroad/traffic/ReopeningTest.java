package io.testroad.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import io.testroad.demand.VehicleType.Model;
import io.testroad.engine.RoadDecision;
import io.testroad.engine.RoadDecision.CloseLane;
import io.testroad.engine.RoadDecision.OpenLane;
import io.testroad.engine.RoadDecision.Sign;
import io.testroad.network.Network;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/**
 * Whatever is closed, and wherever signs send drivers: once all is open again nobody is lost or
 * stuck; and it is the same for any number of regions.
 */
class ReopeningTest {

  private static final int VEHICLES = 50;
  private static final int MEASURES = 14;
  private static final double DEPART_WITHIN_S = 90;
  private static final double EVERY_S = 8;
  private static final double LASTS_S = 35;
  private static final double ALL_HOME_S = 1800;

  private static RoadWorld world(int seed, int regions) {
    Network network = RandomRoads.of(seed);
    RandomTrips trips = new RandomTrips(network, seed);
    RoadWorld world =
        RoadWorld.on(network)
            .tickMillis(500)
            .regions(regions)
            .departing(
                trips.rides(
                    VEHICLES,
                    DEPART_WITHIN_S,
                    Types.various("idm", Model.IDM),
                    Types.various("krauss", Model.KRAUSS)));
    RandomTrips places = new RandomTrips(network, seed + 1L);
    for (int i = 0; i < MEASURES; i++) {
      measure(world, places, i);
    }
    return world;
  }

  /** Something is closed or a sign put up, and later opened or taken away. */
  private static void measure(RoadWorld world, RandomTrips places, int i) {
    String road = places.pick().id();
    double from = (i + 1) * EVERY_S;
    RoadDecision begins;
    RoadDecision ends;
    switch (i % 4) {
      case 0 -> {
        begins = new CloseLane(road, -1);
        ends = new OpenLane(road, -1);
      }
      case 1 -> {
        begins = new Sign("sign-" + i, List.of(), List.of(road, places.pick().id()), 0.8);
        ends = new Sign("sign-" + i, List.of(), List.of(), 1);
      }
      case 2 -> {
        begins = new CloseLane(road, 0);
        ends = new OpenLane(road, 0);
      }
      default -> {
        List<String> at = List.of(road, places.pick().id());
        begins = new Sign("sign-" + i, at, List.of(places.pick().id()), 0.5);
        ends = new Sign("sign-" + i, List.of(), List.of(), 1);
      }
    }
    world.order(from, begins).order(from + LASTS_S, ends);
  }

  @Property(tries = 25)
  void everybodyArrives(@ForAll @IntRange(min = 1, max = 100_000) int seed) {
    RoadWorld world = world(seed, 1 + seed % 3);
    LocalTraffic traffic = world.traffic();
    do {
      world.step();
      assertThat(traffic.departed).isEqualTo(traffic.arrived + traffic.onRoad);
    } while (!traffic.isOver() && world.nowS() < ALL_HOME_S);
    assertThat(world.state()).as("left on the road at %s s", world.nowS()).isEmpty();
    assertThat(traffic.arrived).isEqualTo(VEHICLES);
    assertThat(traffic.collisions).isZero();
  }

  @Property(tries = 6)
  void regionsAgree(
      @ForAll @IntRange(min = 1, max = 100_000) int seed,
      @ForAll @IntRange(min = 2, max = 5) int regions) {
    RoadWorld whole = world(seed, 1);
    RoadWorld parts = world(seed, regions).shuffling(seed);
    while (whole.nowS() < DEPART_WITHIN_S + EVERY_S * MEASURES) {
      whole.step();
      parts.step();
      assertThat(parts.traffic().digest())
          .as("at %s s", whole.nowS())
          .isEqualTo(whole.traffic().digest());
    }
  }
}
