package io.testroad.incident;

import io.testroad.network.Lane;
import io.testroad.network.Network;
import io.testroad.network.RoadGraph;
import io.testroad.network.Router;
import io.testroad.network.VehicleClass;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a response unit knows of the roads. Not thread-safe: each unit has its own. */
public final class UnitWays {

  private final Network network;
  private final RoadGraph graph;
  private final Router router;

  /** The ways of a network. */
  public UnitWays(Network network, RoadGraph graph) {
    this.network = network;
    this.graph = graph;
    router = new Router(graph);
  }

  /**
   * The quickest way at free flow from a place to another; where the place lies behind on the same
   * road it leads around.
   *
   * @return road ids from the first to the last; empty when there is none
   */
  Optional<List<String>> find(String from, double fromM, String to, double toM) {
    int start = edge(from);
    int end = edge(to);
    if (start != end || toM >= fromM) {
      return router.find(start, end, VehicleClass.EMERGENCY).map(this::ids);
    }
    int[] best = null;
    double least = Double.POSITIVE_INFINITY;
    for (int next : graph.following(start)) {
      if (next == start || !graph.connects(start, next, VehicleClass.EMERGENCY)) {
        continue;
      }
      int[] back = router.find(next, end, VehicleClass.EMERGENCY).orElse(null);
      double seconds = back == null ? least : seconds(start, back);
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

  private double seconds(int first, int[] way) {
    double seconds = graph.turnSeconds(first, way[0]) + graph.freeFlowSeconds(way[0]);
    for (int i = 1; i < way.length; i++) {
      seconds += graph.turnSeconds(way[i - 1], way[i]) + graph.freeFlowSeconds(way[i]);
    }
    return seconds;
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
