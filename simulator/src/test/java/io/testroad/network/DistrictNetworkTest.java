package io.testroad.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class DistrictNetworkTest {

  private static final VehicleClass CAR = VehicleClass.PASSENGER;

  @Test
  void seedsDecide() {
    DistrictNetwork district = new DistrictNetwork(5, 250);
    assertThat(district.generate(3)).isEqualTo(district.generate(3));
    assertThat(district.generate(3)).isNotEqualTo(district.generate(4));
  }

  @Test
  void roadsAreFoundByReadableIds() {
    Network network = new DistrictNetwork(6, 300).generate(1);
    for (String id :
        new String[] {
          "ring-n-4",
          "ring-n-4-ccw",
          "arterial-1-north-0",
          "arterial-2-east-3",
          "collector-1-south-0",
          "local-1-north-0",
          "bridge-north",
          "bridge-south",
          "roundabout-3"
        }) {
      assertThat(network.findEdge(id)).as(id).isPresent();
    }
    Edge bridge = network.edges().get(RoutingWorld.edge(network, "bridge-north"));
    assertThat(bridge.name()).isEqualTo("Tongshun River Bridge / 通顺河大桥");
    assertThat(network.edges().stream().filter(edge -> edge.type().equals("bridge"))).hasSize(2);
  }

  @Test
  void withoutTheBridgeTheRingLeadsOverTheRiver() {
    Network network = new DistrictNetwork(6, 300).generate(1);
    RoadGraph graph = RoadGraph.of(network);
    int bridge = RoutingWorld.edge(network, "bridge-north");
    Edge before = network.edges().get(graph.following(bridge)[0]);
    int from = -1;
    for (Edge edge : network.edges()) {
      from = edge.isRoad() && graph.connects(edge.index(), bridge, CAR) ? edge.index() : from;
    }
    int[] route =
        new Router(graph)
            .find(
                from,
                before.index(),
                CAR,
                edge -> edge == bridge ? Double.POSITIVE_INFINITY : graph.freeFlowSeconds(edge))
            .orElseThrow();
    assertThat(Arrays.stream(route))
        .anyMatch(edge -> network.edges().get(edge).id().matches("ring-[we]-.*"));
  }

  @Property(tries = 12)
  void everyRoadReachesEveryOther(
      @ForAll @IntRange(min = 4, max = 12) int size,
      @ForAll @IntRange(min = 150, max = 600) int spacingM,
      @ForAll long seed) {
    Network network = new DistrictNetwork(size, spacingM).generate(seed);
    NetworkSummary summary = NetworkSummary.of(network, RoadGraph.of(network));
    assertThat(summary.warnings()).isEmpty();
    assertThat(summary.partSizes()).containsExactly(summary.roads());
  }
}
