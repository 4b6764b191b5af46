package io.testroad.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import io.testroad.demand.VehicleType;
import io.testroad.demand.VehicleType.Model;
import io.testroad.engine.RoadDecision;
import io.testroad.network.Edge;
import io.testroad.network.Lane;
import io.testroad.network.Network;
import io.testroad.safety.ConflictRules;
import io.testroad.safety.ConflictRules.Scope;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** What holds of any traffic on any network, whatever the models and the length of a tick. */
class InvariantsTest {

  private static final int VEHICLES = 60;
  private static final int CROWD = 400;
  private static final double DEPART_WITHIN_S = 60;
  private static final int OBSTACLES_FROM_M = 6;
  private static final int OBSTACLES_TO_M = 40;
  private static final double ALL_HOME_S = 1800;
  private static final double HARDEST_MPS2 = 9;
  private static final Model[] MODELS = {Model.KRAUSS, Model.IDM, Model.IIDM, Model.ACC};

  private static Ride[] rides(Network network, int seed) {
    VehicleType[] types = new VehicleType[MODELS.length];
    for (int i = 0; i < types.length; i++) {
      types[i] = Types.various(MODELS[i].name(), MODELS[i]);
    }
    return new RandomTrips(network, seed).rides(VEHICLES, DEPART_WITHIN_S, types);
  }

  /** Nobody overlaps another or is lost, speeds and braking are bounded, and all come home. */
  @Property(tries = 60)
  void traffic(
      @ForAll @IntRange(min = 1, max = 100_000) int seed,
      @ForAll @IntRange(min = 0, max = 2) int tick) {
    Network network = RandomRoads.of(seed);
    RoadWorld world =
        RoadWorld.on(network)
            .tickMillis(new long[] {100, 500, 1000}[tick])
            .regions(1 + seed % 3)
            .departing(rides(network, seed));
    double fastest = network.lanes().stream().mapToDouble(Lane::speedLimitMps).max().orElseThrow();
    LocalTraffic traffic = world.traffic();
    do {
      world.step();
      assertThat(Overlaps.of(traffic)).as("at %s s", world.nowS()).isEmpty();
      assertThat(traffic.departed).isEqualTo(traffic.arrived + traffic.onRoad);
      assertBounded(traffic, fastest);
    } while (!traffic.isOver() && world.nowS() < ALL_HOME_S);
    assertThat(world.state()).as("left on the road at %s s", world.nowS()).isEmpty();
    assertThat(traffic.collisions).isZero();
    assertThat(traffic.arrived).isEqualTo(VEHICLES);
  }

  private static void assertBounded(LocalTraffic traffic, double fastestMps) {
    for (Region region : traffic.regions()) {
      VehicleTable v = region.v;
      for (int row = 0; row < v.own; row++) {
        double most = v.speedFactor[row] * fastestMps;
        assertThat(v.speed[row]).isBetween(0.0, 1.01 * most);
        assertThat((double) v.accel[row]).isGreaterThanOrEqualTo(-HARDEST_MPS2 - 1e-9);
      }
    }
  }

  /**
   * Drivers whom the sweep of lanes decides about at once drive as they would otherwise. Where
   * everybody's conflicts are watched nobody is decided about there.
   */
  @Property(tries = 30)
  void decidedAtOnceOrNot(
      @ForAll @IntRange(min = 1, max = 100_000) int seed, @ForAll boolean seconds) {
    Network network = RandomRoads.of(seed);
    Ride[] rides = crowd(network, seed);
    RoadWorld swept = RoadWorld.on(network).tickMillis(seconds ? 1000 : 100).departing(rides);
    RoadWorld one =
        RoadWorld.on(network)
            .tickMillis(seconds ? 1000 : 100)
            .watching(ConflictRules.sumo(Scope.ALL))
            .departing(rides);
    assertSame(swept, one, 4 * DEPART_WITHIN_S);
  }

  /** Whose way ahead is sure ends each tick as one whose every link is looked at; also in a jam. */
  @Property(tries = 30)
  void sureOrNot(@ForAll @IntRange(min = 1, max = 100_000) int seed, @ForAll boolean seconds) {
    Network network = RandomRoads.of(seed);
    Ride[] rides = crowd(network, seed);
    RoadWorld sure = RoadWorld.on(network).tickMillis(seconds ? 1000 : 100).departing(rides);
    RoadWorld looked = RoadWorld.on(network).tickMillis(seconds ? 1000 : 100).departing(rides);
    looked.traffic().regions().forEach(region -> region.planning.takesNothingAsSure = true);
    assertSame(sure, looked, 4 * DEPART_WITHIN_S);
  }

  /** Wherever the borders of regions are drawn, every tick ends the same. */
  @Property(tries = 15)
  void bordersAnywhere(
      @ForAll @IntRange(min = 1, max = 100_000) int seed,
      @ForAll @IntRange(min = 2, max = 5) int regions,
      @ForAll boolean seconds) {
    Network network = RandomRoads.of(seed);
    long tickMillis = seconds ? 1000 : 100;
    Ride[] rides = rides(network, seed);
    RoadWorld whole = RoadWorld.on(network).tickMillis(tickMillis).departing(rides);
    RoadWorld parts = parts(network, seed, regions).tickMillis(tickMillis).departing(rides);
    assertSame(parts, whole, 2 * DEPART_WITHIN_S);
  }

  /** The same in a crowd whose lanes are blocked soon after the beginnings of roads. */
  @Property(tries = 15)
  void bordersBeforeObstacles(
      @ForAll @IntRange(min = 1, max = 100_000) int seed,
      @ForAll @IntRange(min = 2, max = 5) int regions,
      @ForAll boolean seconds) {
    Network network = RandomRoads.of(seed);
    long tickMillis = seconds ? 1000 : 500;
    Ride[] rides = crowd(network, seed);
    RoadWorld whole = RoadWorld.on(network).tickMillis(tickMillis).departing(rides);
    RoadWorld parts = parts(network, seed, regions).tickMillis(tickMillis).departing(rides);
    for (RoadWorld world : List.of(whole, parts)) {
      obstruct(world, network);
    }
    assertSame(parts, whole, 4 * DEPART_WITHIN_S);
    assertThat(Overlaps.of(whole.traffic())).isEmpty();
    assertThat(whole.traffic().collisions).isZero();
  }

  private static void obstruct(RoadWorld world, Network network) {
    for (Edge road : network.edges()) {
      if (road.isRoad() && road.laneCount() > 1) {
        int i = road.firstLane();
        world.order(
            1,
            new RoadDecision.Obstruct(
                "load",
                road.id(),
                i % road.laneCount(),
                OBSTACLES_FROM_M + i % (OBSTACLES_TO_M - OBSTACLES_FROM_M),
                4));
      }
    }
  }

  private static RoadWorld parts(Network network, int seed, int regions) {
    int[] regionOfJunction =
        new Random(seed).ints(network.junctions().size(), 0, regions).toArray();
    return RoadWorld.on(network)
        .partitioned(Partition.of(network, regions, regionOfJunction))
        .shuffling(seed);
  }

  private static Ride[] crowd(Network network, int seed) {
    return new RandomTrips(network, seed)
        .rides(CROWD, DEPART_WITHIN_S, Types.various("krauss", Model.KRAUSS));
  }

  /** Two worlds end each tick the same, until a time, s. */
  private static void assertSame(RoadWorld world, RoadWorld other, double untilS) {
    while (world.nowS() < untilS) {
      world.step();
      other.step();
      assertThat(world.traffic().digest())
          .as("at %s s", world.nowS())
          .isEqualTo(other.traffic().digest());
    }
  }
}
