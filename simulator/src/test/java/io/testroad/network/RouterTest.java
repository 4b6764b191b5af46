package io.testroad.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.testroad.engine.RandomStream;
import java.nio.file.Path;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RouterTest {

  private static final VehicleClass CAR = VehicleClass.PASSENGER;
  private static final Network GRID = new GridNetwork(4, 4, 100, 1, 10, false).generate();
  private static final RoadGraph GRAPH = RoadGraph.of(GRID);
  private static final Router REUSED = new Router(GRAPH);

  @TempDir Path directory;

  @Test
  void aRoadReachesItself() {
    Network network = RoutingWorld.read(RoutingWorld.FORK, directory);
    Router router = new Router(RoadGraph.of(network));
    int a = RoutingWorld.edge(network, "a");
    assertThat(router.find(a, a, CAR)).contains(new int[] {a});
  }

  @Test
  void permissionsDecideWhatIsReached() {
    Network network = RoutingWorld.read(RoutingWorld.FORK, directory);
    Router router = new Router(RoadGraph.of(network));
    int a = RoutingWorld.edge(network, "a");
    int b = RoutingWorld.edge(network, "b");
    int c = RoutingWorld.edge(network, "c");
    assertThat(router.find(a, b, VehicleClass.BUS)).contains(new int[] {a, b});
    assertThat(router.find(a, b, CAR)).isEmpty();
    assertThat(router.find(a, c, VehicleClass.BICYCLE)).contains(new int[] {a, c});
    assertThat(router.find(c, c, CAR)).isEmpty();
    assertThat(router.find(b, a, VehicleClass.BUS)).isEmpty();
  }

  @Test
  void goesAlongTheStreet() {
    assertThat(route("street-1-east-0", "street-1-east-2"))
        .containsExactly("street-1-east-0", "street-1-east-1", "street-1-east-2");
  }

  @Test
  void goesAroundAClosedRoad() {
    int closed = RoutingWorld.edge(GRID, "street-1-east-1");
    int from = RoutingWorld.edge(GRID, "street-1-east-0");
    int to = RoutingWorld.edge(GRID, "street-1-east-2");
    EdgeCosts costs =
        edge -> edge == closed ? Double.POSITIVE_INFINITY : GRAPH.freeFlowSeconds(edge);
    int[] route = new Router(GRAPH).find(from, to, CAR, costs).orElseThrow();
    assertThat(route).hasSize(5).doesNotContain(closed);
    assertThat(new Router(GRAPH).find(from, closed, CAR, costs)).isEmpty();
    assertThat(new Router(GRAPH).find(closed, to, CAR, costs)).isPresent();
  }

  @Test
  void ofEquallyQuickWaysTakesTheLowerIndex() {
    EdgeCosts nothing = edge -> 0;
    int from = RoutingWorld.edge(GRID, "street-0-east-0");
    int to = RoutingWorld.edge(GRID, "street-3-east-2");
    int[] first = new Router(GRAPH).find(from, to, CAR, nothing).orElseThrow();
    assertThat(REUSED.find(from, to, CAR, nothing)).contains(first);
    assertThat(REUSED.find(from, to, CAR, nothing)).contains(first);
  }

  @Property(tries = 60)
  void isAsQuickAsBellmanAndFordFind(
      @ForAll @IntRange(max = 1_000_000) int seed,
      @ForAll @IntRange(max = 47) int start,
      @ForAll @IntRange(max = 47) int end) {
    int[] roads = GRID.edges().stream().filter(Edge::isRoad).mapToInt(Edge::index).toArray();
    RandomStream random = RandomStream.of(seed, "costs");
    EdgeCosts costs = edge -> 1 + 20 * random.uniform(edge);
    int from = roads[start % roads.length];
    int to = roads[end % roads.length];
    int[] route = REUSED.find(from, to, CAR, costs).orElseThrow();
    assertThat(cost(route, costs)).isEqualTo(relaxed(from, costs)[to]);
    assertThat(new Router(GRAPH).find(from, to, CAR, costs)).contains(route);
  }

  private static double cost(int[] route, EdgeCosts costs) {
    double seconds = 0;
    for (int i = 1; i < route.length; i++) {
      seconds = seconds + GRAPH.turnSeconds(route[i - 1], route[i]) + costs.seconds(route[i]);
    }
    return seconds;
  }

  private static double[] relaxed(int from, EdgeCosts costs) {
    double[] best = new double[GRAPH.edgeCount()];
    Arrays.fill(best, Double.POSITIVE_INFINITY);
    best[from] = 0;
    for (boolean changed = true; changed; ) {
      changed = false;
      for (int edge = 0; edge < best.length; edge++) {
        for (int next : GRAPH.following(edge)) {
          double seconds = best[edge] + GRAPH.turnSeconds(edge, next) + costs.seconds(next);
          if (seconds < best[next]) {
            best[next] = seconds;
            changed = true;
          }
        }
      }
    }
    return best;
  }

  private static String[] route(String from, String to) {
    int[] route =
        new Router(GRAPH)
            .find(RoutingWorld.edge(GRID, from), RoutingWorld.edge(GRID, to), CAR)
            .orElseThrow();
    return Arrays.stream(route)
        .mapToObj(edge -> GRID.edges().get(edge).id())
        .toArray(String[]::new);
  }
}
