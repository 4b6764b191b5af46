package io.testroad.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.testroad.engine.RoadDecision.CloseLane;
import io.testroad.network.Network;
import io.testroad.network.VehicleClass;
import org.junit.jupiter.api.Test;

/**
 * Three lanes lead to a fork: the rightmost to the right, the two right ones straight on, the
 * leftmost to the left.
 */
class RoutePlanTest {

  private static final Network FORK =
      Roads.of(
          """
          node w 0 0
          node m 600 0
          node n 600 400
          node e 1000 0
          node s 600 -400
          road in w m lanes 3
          road left m n
          road on m e lanes 2
          road right m s
          """);
  private static final RoadTables TABLES = RoadTables.of(FORK);

  private static RoutePlan plan(RoadState roads, String route, int at, PlanHalt halt) {
    int[] edges = Ride.edges(FORK, route);
    PlanBuilder builder = new PlanBuilder(roads);
    int places = builder.placesAhead(edges, at, 400, halt);
    return builder.workOut(edges, at, places, VehicleClass.PASSENGER, halt);
  }

  private static RoutePlan plan(RoadState roads, String route, PlanHalt halt) {
    return plan(roads, route, 0, halt);
  }

  private static String offsets(RoutePlan plan, int lanes) {
    StringBuilder text = new StringBuilder();
    for (int j = 0; j < lanes; j++) {
      text.append(j == 0 ? "" : " ").append(plan.offset(j));
    }
    return text.toString();
  }

  @Test
  void offsetsToTheLanesThatLeadOn() {
    RoadState roads = new RoadState(TABLES, 100, 0);
    assertThat(offsets(plan(roads, "in left", PlanHalt.NONE), 3)).isEqualTo("2 1 0");
    assertThat(offsets(plan(roads, "in right", PlanHalt.NONE), 3)).isEqualTo("0 -1 -2");
    assertThat(offsets(plan(roads, "in on", PlanHalt.NONE), 3)).isEqualTo("0 0 -1");
  }

  /** How far without a change: the road itself, or the road and the next one. */
  @Test
  void reach() {
    RoutePlan plan = plan(new RoadState(TABLES, 100, 0), "in left", PlanHalt.NONE);
    int in = FORK.findEdge("in").orElseThrow();
    double both = FORK.lengthM(in) + FORK.lengthM(FORK.findEdge("left").orElseThrow());
    assertThat(plan.reachM(0)).isCloseTo(FORK.lengthM(in), within(1e-4));
    assertThat(plan.reachM(2)).isCloseTo(both, within(1e-4));
    assertThat(plan.link(0, 0)).isEqualTo(-1);
    assertThat(TABLES.linkTo[plan.link(0, 2)]).isEqualTo(FORK.findLane("left_0").orElseThrow());
    assertThat(plan.link(1, 0)).isEqualTo(-1);
  }

  @Test
  void closedLanesAreNotBest() {
    RoadState roads = new RoadState(TABLES, 100, 0);
    roads.apply(new CloseLane("on", 0));
    assertThat(offsets(plan(roads, "in on", PlanHalt.NONE), 3)).isEqualTo("1 0 -1");
    assertThat(offsets(plan(roads, "in on", 1, PlanHalt.NONE), 2)).isEqualTo("1 0");
  }

  @Test
  void theLaneOfAStopIsBest() {
    int lane = FORK.findLane("on_1").orElseThrow();
    PlanHalt halt = new PlanHalt(1, lane, 100);
    RoadState roads = new RoadState(TABLES, 100, 0);
    assertThat(offsets(plan(roads, "in on", 1, halt), 2)).isEqualTo("1 0");
    assertThat(offsets(plan(roads, "in on", 0, halt), 3)).isEqualTo("1 0 -1");
  }
}
