package io.testroad.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import io.testroad.demand.VehicleType;
import io.testroad.demand.VehicleType.Model;
import io.testroad.engine.EventType;
import io.testroad.engine.RoadDecision;
import io.testroad.network.Network;
import io.testroad.safety.ConflictRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** What holds of any traffic in which things go wrong, wherever the borders of regions are. */
class MishapRegionsTest {

  private static final int VEHICLES = 80;
  private static final double DEPART_WITHIN_S = 60;
  private static final double UNTIL_S = 150;
  private static final double STRIKES_EVERY_S = 3;
  private static final double SIGN_EVERY_S = 5;
  private static final int AVOIDED = 8;

  private static RoadWorld world(Network network, int seed, long tickMillis) {
    VehicleType[] types = {
      Types.various("idm-cars", Model.IDM),
      Types.various("krauss-cars", Model.KRAUSS),
      Types.SLOW,
      Types.KRAUSS
    };
    RoadWorld world = RoadWorld.on(network).tickMillis(tickMillis);
    if (seed % 2 == 0) {
      world.watching(ConflictRules.sumo(ConflictRules.Scope.ALL));
    }
    for (Ride ride : new RandomTrips(network, seed).rides(VEHICLES, DEPART_WITHIN_S, types)) {
      if (ride.name().endsWith("7")) {
        world.tracking(ride);
      } else {
        world.departing(ride);
      }
    }
    return world;
  }

  /** Every tick ends the same, all are told the same, and nobody is lost. */
  @Property(tries = 25)
  void agree(
      @ForAll @IntRange(min = 1, max = 100_000) int seed,
      @ForAll @IntRange(min = 2, max = 5) int regions,
      @ForAll @IntRange(min = 0, max = 2) int tick) {
    Network network = RandomRoads.of(seed);
    long tickMillis = new long[] {100, 500, 1000}[tick];
    int[] regionOf = new Random(seed).ints(network.junctions().size(), 0, regions).toArray();
    RoadWorld whole = world(network, seed, tickMillis);
    RoadWorld parts =
        world(network, seed, tickMillis)
            .partitioned(Partition.of(network, regions, regionOf))
            .shuffling(seed);
    Mischief mischief = new Mischief(network, seed);
    while (whole.nowS() < UNTIL_S) {
      if (whole.nowS() > 0 && whole.nowS() % STRIKES_EVERY_S == 0) {
        mischief.strike(whole);
      }
      for (RoadDecision decision : mischief.told.getOrDefault(whole.nowS(), List.of())) {
        parts.order(whole.nowS(), decision);
      }
      whole.step();
      parts.step();
      assertThat(parts.traffic().digest())
          .as("at %s s", whole.nowS())
          .isEqualTo(whole.traffic().digest());
      assertNobodyIsLost(whole);
    }
    assertThat(told(parts)).isEqualTo(told(whole));
  }

  /** The same where signs send drivers another way wherever they are, whoever takes them over. */
  @Property(tries = 100)
  void agreeWhereSignsAreRead(
      @ForAll @IntRange(min = 1, max = 100_000) int seed,
      @ForAll @IntRange(min = 2, max = 5) int regions) {
    Network network = RandomRoads.of(seed);
    int[] regionOf = new Random(seed).ints(network.junctions().size(), 0, regions).toArray();
    RoadWorld whole = world(network, seed, 1000);
    RoadWorld parts =
        world(network, seed, 1000).partitioned(Partition.of(network, regions, regionOf));
    RandomTrips random = new RandomTrips(network, seed);
    while (whole.nowS() < UNTIL_S) {
      if (whole.nowS() % SIGN_EVERY_S == 0) {
        List<String> avoided = Stream.generate(() -> random.pick().id()).limit(AVOIDED).toList();
        RoadDecision sign = new RoadDecision.Sign("sign", List.of(), avoided, 0.8);
        whole.order(whole.nowS(), sign);
        parts.order(whole.nowS(), sign);
      }
      whole.step();
      parts.step();
      assertThat(parts.traffic().digest())
          .as("at %s s", whole.nowS())
          .isEqualTo(whole.traffic().digest());
    }
  }

  private static void assertNobodyIsLost(RoadWorld world) {
    LocalTraffic traffic = world.traffic();
    int removed = world.events(EventType.VEHICLE_REMOVED).size();
    assertThat(traffic.departed).isEqualTo(traffic.arrived + traffic.onRoad + removed);
  }

  private static List<String> told(RoadWorld world) {
    List<String> told = new ArrayList<>();
    world.traffic().events.forEach(event -> told.add(event.toString()));
    world.traffic().percepts.forEach(percept -> told.add(percept.toString()));
    world.traffic().trips.forEach(trip -> told.add(trip.toString()));
    told.sort(null);
    return told;
  }
}
