package io.testroad.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.testroad.engine.RandomStream;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ReachTimesTest {

  private static final VehicleClass CAR = VehicleClass.PASSENGER;
  private static final Network GRID = new GridNetwork(5, 4, 100, 1, 10, false).generate();
  private static final RoadGraph GRAPH = RoadGraph.of(GRID);

  /** A line of three roads a, b, c of 100, 200 and 300 m at 10 m/s, and a way round b. */
  private static final Network LINE =
      Streets.of(
          10,
          """
          point n0 0 0
          point n1 100 0
          point n2 300 0
          point n3 600 0
          road a n0 n1 100
          road b n1 n2 200
          road c n2 n3 300
          road around n1 n2 500
          road home n3 n0 700""");

  private static final int A = 0;
  private static final int B = 1;
  private static final int C = 2;
  private static final int AROUND = 3;
  private static final int HOME = 4;

  private final RoadGraph graph = RoadGraph.of(LINE);
  private final ReachTimes reach = new ReachTimes(LINE, graph);

  @Test
  void countsFromThePointOnTheFirstRoadToThePlaceOnTheLast() {
    reach.beginQuickest(C, 150, CAR, graph::freeFlowSeconds);
    reach.widen(1000);
    // 60 of 100 m, 200 m and 150 m at 10 m/s
    assertThat(reach.secondsFrom(A, 40)).isCloseTo(6 + 20 + 15, within(1e-9));
    assertThat(reach.way(A, 40)).containsExactly(A, B, C);
    assertThat(reach.metresAlong(reach.way(A, 40), 40)).isCloseTo(410, within(1e-9));
    assertThat(reach.secondsAlong(reach.way(A, 40), 40, graph::freeFlowSeconds))
        .isCloseTo(41, within(1e-9));
  }

  @Test
  void aPlaceAheadOnTheSameRoadIsNearOneBehindIsAroundTheBlock() {
    reach.beginQuickest(C, 150, CAR, graph::freeFlowSeconds);
    reach.widen(1000);
    assertThat(reach.secondsFrom(C, 50)).isCloseTo(10, within(1e-9));
    assertThat(reach.way(C, 50)).containsExactly(C);
    assertThat(reach.metresAlong(reach.way(C, 50), 50)).isCloseTo(100, within(1e-9));
    // 100 m to the end, 700 m home, 100, 200 and 150 m
    assertThat(reach.secondsFrom(C, 200)).isCloseTo(125, within(1e-9));
    assertThat(reach.way(C, 200)).containsExactly(C, HOME, A, B, C);
  }

  @Test
  void goesAroundAClosedRoadButWhoIsOnItDrivesOut() {
    EdgeCosts closed = edge -> edge == B ? Double.POSITIVE_INFINITY : graph.freeFlowSeconds(edge);
    reach.beginQuickest(C, 0, CAR, closed);
    reach.widen(1000);
    assertThat(reach.way(A, 0)).containsExactly(A, AROUND, C);
    assertThat(reach.secondsFrom(A, 0)).isCloseTo(60, within(1e-9));
    assertThat(reach.secondsFrom(B, 100)).isCloseTo(10, within(1e-9));
  }

  @Test
  void aPlaceOnAClosedRoadIsReachedAllTheSame() {
    EdgeCosts closed = edge -> edge == B ? Double.POSITIVE_INFINITY : graph.freeFlowSeconds(edge);
    reach.beginQuickest(B, 100, CAR, closed);
    reach.widen(1000);
    assertThat(reach.secondsFrom(A, 0)).isCloseTo(20, within(1e-9));
  }

  @Test
  void findsNothingBeyondWhatItWasWidenedTo() {
    reach.beginQuickest(C, 0, CAR, graph::freeFlowSeconds);
    assertThat(reach.widen(5)).isTrue();
    assertThat(reach.secondsFrom(A, 0)).isInfinite();
    assertThat(reach.way(A, 0)).isEmpty();
    assertThat(reach.widen(1000)).isFalse();
    assertThat(reach.secondsFrom(A, 0)).isCloseTo(30, within(1e-9));
  }

  @Test
  void measuresTheShortestWayInMetres() {
    EdgeCosts jam = edge -> edge == B ? 1000 : graph.freeFlowSeconds(edge);
    reach.beginShortest(C, 0, CAR);
    reach.widen(10_000);
    assertThat(reach.way(A, 0)).containsExactly(A, B, C);
    assertThat(reach.secondsFrom(A, 0)).isCloseTo(300, within(1e-9));
    assertThat(reach.secondsAlong(reach.way(A, 0), 0, jam)).isCloseTo(1010, within(1e-9));
  }

  /** The way back against the direction of travel takes as long as the router's way there. */
  @Property(tries = 200)
  void takesAsLongAsTheRoutersWay(
      @ForAll @IntRange(max = 10_000) int seed, @ForAll @IntRange(min = 1, max = 200) int step) {
    RandomStream chance = RandomStream.of(seed, "roads");
    EdgeCosts costs =
        edge ->
            chance.uniform(edge) < 0.1
                ? Double.POSITIVE_INFINITY
                : GRAPH.freeFlowSeconds(edge) * (1 + 5 * chance.uniform(edge + 1000));
    int from = road(chance, 5000);
    int to = road(chance, 5001);
    ReachTimes times = new ReachTimes(GRID, GRAPH);
    times.beginQuickest(to, GRID.lengthM(to), CAR, costs);
    for (double until = step; times.widen(until); until += step) {
      assertThat(until).isLessThan(1e6);
    }
    Optional<int[]> route = new Router(GRAPH).find(from, to, CAR, costs);
    boolean open = costs.seconds(to) < Double.POSITIVE_INFINITY;
    if (from == to || !open) {
      return;
    }
    int[] way = times.way(from, GRID.lengthM(from));
    assertThat(way.length > 0).isEqualTo(route.isPresent());
    if (route.isPresent()) {
      double there = seconds(route.get(), costs);
      assertThat(times.secondsFrom(from, GRID.lengthM(from))).isCloseTo(there, within(1e-6));
      assertThat(seconds(way, costs)).isCloseTo(there, within(1e-6));
    }
  }

  private static double seconds(int[] way, EdgeCosts costs) {
    double seconds = 0;
    for (int i = 1; i < way.length; i++) {
      seconds += GRAPH.turnSeconds(way[i - 1], way[i]) + costs.seconds(way[i]);
    }
    return seconds;
  }

  private static int road(RandomStream chance, int counter) {
    int[] roads = GRID.edges().stream().filter(Edge::isRoad).mapToInt(Edge::index).toArray();
    return roads[(int) (chance.uniform(counter) * roads.length)];
  }
}
