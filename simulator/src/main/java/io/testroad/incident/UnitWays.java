package io.testroad.incident;

import io.testroad.network.EdgeCosts;
import io.testroad.network.Lane;
import io.testroad.network.Network;
import io.testroad.network.RoadGraph;
import io.testroad.network.Router;
import io.testroad.network.VehicleClass;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/** What response units know of the roads. */
public final class UnitWays {

  private final Network network;
  private final RoadGraph graph;

  /** The ways of a network. */
  public UnitWays(Network network, RoadGraph graph) {
    this.network = network;
    this.graph = graph;
  }

  /**
   * The quickest way from a place to another; where the place lies behind on the same road it leads
   * around.
   *
   * @param slowS how long it takes along roads that are slow, s, by road; the others are free
   * @return road ids from the first to the last; empty when there is none
   */
  Optional<List<String>> find(
      String from, double fromM, String to, double toM, SortedMap<String, Double> slowS) {
    int start = edge(from);
    int end = edge(to);
    EdgeCosts costs = costs(slowS);
    Router router = new Router(graph);
    if (start != end || toM >= fromM) {
      return router.find(start, end, VehicleClass.EMERGENCY, costs).map(this::ids);
    }
    int[] best = null;
    double least = Double.POSITIVE_INFINITY;
    for (int next : graph.following(start)) {
      if (next == start || !graph.connects(start, next, VehicleClass.EMERGENCY)) {
        continue;
      }
      int[] back = router.find(next, end, VehicleClass.EMERGENCY, costs).orElse(null);
      double seconds = back == null ? least : seconds(start, back, costs);
      if (back != null && seconds < least) {
        least = seconds;
        best = back;
      }
    }
    return Optional.ofNullable(best).map(back -> around(from, back));
  }

  private List<String> around(String from, int[] back) {
    return java.util.stream.Stream.concat(java.util.stream.Stream.of(from), ids(back).stream())
        .toList();
  }

  /** How long it takes along roads, from the end of the first to that of the last, s. */
  double seconds(List<String> roads, SortedMap<String, Double> slowS) {
    int[] way = roads.stream().skip(1).mapToInt(this::edge).toArray();
    return way.length == 0 ? 0 : seconds(edge(roads.get(0)), way, costs(slowS));
  }

  private double seconds(int first, int[] way, EdgeCosts costs) {
    double seconds = graph.turnSeconds(first, way[0]) + costs.seconds(way[0]);
    for (int i = 1; i < way.length; i++) {
      seconds += graph.turnSeconds(way[i - 1], way[i]) + costs.seconds(way[i]);
    }
    return seconds;
  }

  private EdgeCosts costs(SortedMap<String, Double> slowS) {
    return EdgeCosts.known(network, graph, slowS);
  }

  private List<String> ids(int[] way) {
    return Arrays.stream(way).mapToObj(index -> network.edges().get(index).id()).toList();
  }

  private int edge(String road) {
    return network
        .findEdge(road)
        .orElseThrow(() -> new IllegalArgumentException("no road " + road));
  }

  /** Whether there is a road of that name. */
  boolean has(String road) {
    return network.findEdge(road).isPresent();
  }

  /** Length of a road, m. */
  double lengthM(String road) {
    return network.lengthM(edge(road));
  }

  /** Where a place lies in the plane: easting and northing, m. */
  double[] point(String road, double positionM) {
    int edge = edge(road);
    Lane lane = network.lanes().get(network.edges().get(edge).firstLane());
    double[] point = lane.shape().pointAt(positionM / lane.lengthM());
    return new double[] {point[0], point[1]};
  }

  /** The signal that rules the end of a road. */
  Optional<String> signalAtEnd(String road) {
    return network.findSignalAt(edge(road));
  }
}
