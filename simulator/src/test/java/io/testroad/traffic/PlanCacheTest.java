package io.testroad.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import io.testroad.demand.VehicleType;
import io.testroad.engine.RoadDecision.CloseLane;
import io.testroad.network.Network;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever goes the same way shares a plan; whoever does not, has one of his own. */
class PlanCacheTest {

  private static final Network ROADS =
      Roads.of(
          """
          node a 0 0
          node b 300 0
          node c 600 0
          node d 900 0
          node e 600 300
          road ab a b lanes 2
          road bc b c lanes 2
          road cd c d
          road ce c e
          """);
  private static final VehicleType CAR = VehicleType.passenger("car", VehicleType.Model.KRAUSS);

  private RoadState roads;
  private PlanCache cache;

  @BeforeEach
  void begin() {
    roads = new RoadState(RoadTables.of(ROADS), 1000, 0);
    cache = new PlanCache(roads, 1);
  }

  private RoutePlan plan(String route, int at) {
    return cache.of(Ride.edges(ROADS, route), at, PlanHalt.NONE, CAR);
  }

  @Test
  void theSameRoadsAheadMakeTheSamePlan() {
    assertThat(plan("ab bc cd", 1)).isSameAs(plan("bc cd", 0));
    assertThat(plan("ab bc cd", 0)).isNotSameAs(plan("ab bc ce", 0));
    assertThat(plan("ab bc", 0)).isNotSameAs(plan("ab bc cd", 0));
  }

  @Test
  void aHaltAheadIsPartOfThePlan() {
    PlanHalt onTheLeft = new PlanHalt(1, ROADS.findLane("bc_1").orElseThrow(), 50);
    int[] route = Ride.edges(ROADS, "ab bc cd");
    RoutePlan halting = cache.of(route, 0, onTheLeft, CAR);
    assertThat(halting).isNotSameAs(plan("ab bc cd", 0));
    assertThat(halting.offset(0)).isEqualTo(1);
    assertThat(cache.of(route, 2, onTheLeft, CAR)).isSameAs(plan("cd", 0));
  }

  @Test
  void closuresMakePlansAnew() {
    RoutePlan before = plan("ab bc cd", 0);
    roads.apply(new CloseLane("bc", 0));
    assertThat(plan("ab bc cd", 0)).isNotSameAs(before);
    assertThat(plan("ab bc cd", 0)).isSameAs(plan("ab bc cd", 0));
  }

  /** Tidying up is not seen but in the time it takes. */
  @Test
  void isKeptWhileThereAreFew() {
    RoutePlan before = plan("ab bc cd", 0);
    cache.trim(0);
    assertThat(plan("ab bc cd", 0)).isSameAs(before);
  }
}
