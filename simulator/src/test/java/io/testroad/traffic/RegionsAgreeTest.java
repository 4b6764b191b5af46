package io.testroad.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import io.testroad.demand.VehicleType;
import io.testroad.demand.VehicleType.Model;
import io.testroad.safety.ConflictRules;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The same run whatever the number of regions and the order in which their messages arrive, with
 * closures, halts, new routes, limits, weather and blue lights on the way; conflicts are watched.
 */
class RegionsAgreeTest {

  private static final int VEHICLES = 80;
  private static final int RESCUERS = 6;
  private static final double DEPART_WITHIN_S = 120;
  private static final double UNTIL_S = 240;
  private static final double DISTURBED_EVERY_S = 10;

  /** What a run left: a digest a tick, all events and percepts and trips, sorted. */
  private record Course(List<StateDigest> digests, List<String> told) {}

  @ParameterizedTest
  @EnumSource
  void inTenths(TestNetworks world) {
    agree(world, 100);
  }

  @ParameterizedTest
  @EnumSource
  void inSeconds(TestNetworks world) {
    agree(world, 1000);
  }

  private static void agree(TestNetworks world, long tickMillis) {
    Disturbances disturbances = new Disturbances(world.network, 5);
    Course one = run(world(world, tickMillis), disturbances, Map.of());
    for (int regions : new int[] {2, 3, 5}) {
      RoadWorld again = world(world, tickMillis).regions(regions).shuffling(regions % 2 * 7L);
      assertSame(one, run(again, null, disturbances.told), regions + " regions");
    }
  }

  private static RoadWorld world(TestNetworks world, long tickMillis) {
    VehicleType[] types = {
      Types.various("idm-cars", Model.IDM),
      Types.various("krauss-cars", Model.KRAUSS),
      Types.SLOW,
      Types.KRAUSS
    };
    Ride[] rides = new RandomTrips(world.network, 11).rides(VEHICLES, DEPART_WITHIN_S, types);
    RoadWorld made =
        RoadWorld.on(world.network)
            .tickMillis(tickMillis)
            .watching(ConflictRules.sumo(ConflictRules.Scope.ALL))
            .departing(rides);
    Ride[] rescue =
        new RandomTrips(world.network, 12).rides(RESCUERS, DEPART_WITHIN_S, Types.RESCUE);
    for (int i = 0; i < rescue.length; i++) {
      made.tracking(rescue[i].named("rescue-" + i), true);
    }
    return made;
  }

  private static Course run(
      RoadWorld world,
      @org.jspecify.annotations.Nullable Disturbances disturbances,
      Map<Double, List<io.testroad.engine.RoadDecision>> orders) {
    SortedMap<Double, List<io.testroad.engine.RoadDecision>> sorted = new TreeMap<>(orders);
    sorted.forEach(
        (second, decisions) ->
            world.order(second, decisions.toArray(io.testroad.engine.RoadDecision[]::new)));
    List<StateDigest> digests = new ArrayList<>();
    while (world.nowS() < UNTIL_S) {
      if (disturbances != null && world.nowS() > 0 && world.nowS() % DISTURBED_EVERY_S == 0) {
        disturbances.disturb(world);
      }
      world.step();
      digests.add(world.traffic().digest());
    }
    LocalTraffic traffic = world.traffic();
    List<String> told = new ArrayList<>();
    traffic.events.forEach(event -> told.add(event.toString()));
    traffic.percepts.forEach(percept -> told.add(percept.toString()));
    traffic.trips.forEach(trip -> told.add(trip.toString()));
    told.sort(Comparator.naturalOrder());
    return new Course(digests, told);
  }

  private static void assertSame(Course one, Course other, String what) {
    for (int tick = 0; tick < one.digests.size(); tick++) {
      assertThat(other.digests.get(tick))
          .as("%s, tick %d", what, tick)
          .isEqualTo(one.digests.get(tick));
    }
    assertThat(other.told).as(what).isEqualTo(one.told);
  }

  @ParameterizedTest
  @CsvSource({"GRID, 100, 1", "DISTRICT, 100, 2", "CORRIDOR, 1000, 3"})
  void whateverOrderMessagesArriveIn(TestNetworks world, long tickMillis, long deliverySeed) {
    Disturbances disturbances = new Disturbances(world.network, 6);
    Course inOrder = run(world(world, tickMillis).regions(4), disturbances, Map.of());
    RoadWorld shuffled = world(world, tickMillis).regions(4).shuffling(deliverySeed);
    assertSame(inOrder, run(shuffled, null, disturbances.told), "shuffled");
  }
}
