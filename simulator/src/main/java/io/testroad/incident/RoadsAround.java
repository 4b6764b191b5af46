package io.testroad.incident;

import io.testroad.network.Edge;
import io.testroad.network.Lane;
import io.testroad.network.Network;
import io.testroad.network.RoadGraph;
import io.testroad.network.Router;
import io.testroad.network.Shape;
import io.testroad.network.VehicleClass;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a centre knows of the roads around an incident. Not thread-safe: each centre has its own.
 */
final class RoadsAround {

  private static final List<String> EXPRESSWAYS = List.of("motorway", "expressway");

  private final Network network;
  private final RoadGraph graph;
  private final Router router;
  private final int[][] leading;

  RoadsAround(Network network, RoadGraph graph) {
    this.network = network;
    this.graph = graph;
    router = new Router(graph);
    leading = leading(graph);
  }

  private static int[][] leading(RoadGraph graph) {
    int[][] before = new int[graph.edgeCount()][0];
    for (int edge = 0; edge < before.length; edge++) {
      for (int next : graph.following(edge)) {
        int[] more = Arrays.copyOf(before[next], before[next].length + 1);
        more[more.length - 1] = edge;
        before[next] = more;
      }
    }
    return before;
  }

  /**
   * How far two places are from one another along the road, m, where they are on the same road or
   * one of their roads directly follows the other; infinite else. The insides of junctions aren't
   * counted.
   */
  double apartM(String road, double atM, String otherRoad, double otherM) {
    if (road.equals(otherRoad)) {
      return Math.abs(atM - otherM);
    }
    OptionalInt one = network.findEdge(road);
    OptionalInt other = network.findEdge(otherRoad);
    if (one.isEmpty() || other.isEmpty()) {
      return Double.POSITIVE_INFINITY;
    }
    return Math.min(
        aheadM(one.getAsInt(), atM, other.getAsInt(), otherM),
        aheadM(other.getAsInt(), otherM, one.getAsInt(), atM));
  }

  private double aheadM(int from, double fromM, int to, double toM) {
    boolean follows = Arrays.stream(leading[to]).anyMatch(edge -> edge == from);
    return follows ? Math.max(0, network.lengthM(from) - fromM) + toM : Double.POSITIVE_INFINITY;
  }

  /**
   * The roads that lead to a place, as far as a distance upstream of it; the place's own comes
   * first, then the nearer ones before those further away.
   */
  List<String> upstream(String road, double positionM, double withinM) {
    OptionalInt start = network.findEdge(road);
    if (start.isEmpty()) {
      return List.of(road);
    }
    SortedMap<Integer, Double> reached = new TreeMap<>();
    List<Integer> order = new ArrayList<>(List.of(start.getAsInt()));
    reached.put(start.getAsInt(), positionM);
    for (int i = 0; i < order.size(); i++) {
      int edge = order.get(i);
      double soFarM = reached.getOrDefault(edge, 0.0);
      if (soFarM < withinM) {
        for (int before : leading[edge]) {
          if (reached.putIfAbsent(before, soFarM + network.lengthM(before)) == null) {
            order.add(before);
          }
        }
      }
    }
    return order.stream().map(this::id).toList();
  }

  /** The roads of which the beginning, the middle or the end is within a radius of a place. */
  List<String> within(String road, double positionM, double radiusM) {
    OptionalInt start = network.findEdge(road);
    if (start.isEmpty()) {
      return List.of(road);
    }
    double[] place = point(start.getAsInt(), positionM / network.lengthM(start.getAsInt()));
    List<String> near = new ArrayList<>();
    for (Edge edge : network.edges()) {
      if (edge.isRoad() && (edge.index() == start.getAsInt() || near(edge, place, radiusM))) {
        near.add(edge.id());
      }
    }
    return near;
  }

  private boolean near(Edge edge, double[] place, double radiusM) {
    for (double share : new double[] {0, 0.5, 1}) {
      double[] point = point(edge.index(), share);
      if (StrictMath.hypot(point[0] - place[0], point[1] - place[1]) <= radiusM) {
        return true;
      }
    }
    return false;
  }

  private double[] point(int edge, double share) {
    Shape shape = lane(edge).shape();
    return shape.pointAt(share);
  }

  /** How many lanes a road has; 0 when there is no such road. */
  int lanes(String road) {
    OptionalInt edge = network.findEdge(road);
    return edge.isEmpty() ? 0 : network.edges().get(edge.getAsInt()).laneCount();
  }

  /** The limit on a road, m/s; 0 when there is no such road. */
  double speedLimitMps(String road) {
    OptionalInt edge = network.findEdge(road);
    return edge.isEmpty() ? 0 : lane(edge.getAsInt()).speedLimitMps();
  }

  /** Whether a road is an expressway. */
  boolean isExpressway(String road) {
    OptionalInt edge = network.findEdge(road);
    return edge.isPresent()
        && EXPRESSWAYS.stream().anyMatch(network.edges().get(edge.getAsInt()).type()::contains);
  }

  /** How long it takes from a road to another at free flow, s; 0 when no way is known. */
  double freeSeconds(String from, String to) {
    OptionalInt start = network.findEdge(from);
    OptionalInt end = network.findEdge(to);
    if (start.isEmpty() || end.isEmpty()) {
      return 0;
    }
    int[] way =
        router.find(start.getAsInt(), end.getAsInt(), VehicleClass.EMERGENCY).orElse(new int[0]);
    double seconds = 0;
    for (int i = 1; i < way.length; i++) {
      seconds += graph.turnSeconds(way[i - 1], way[i]) + graph.freeFlowSeconds(way[i]);
    }
    return seconds;
  }

  private Lane lane(int edge) {
    return network.lanes().get(network.edges().get(edge).firstLane());
  }

  private String id(int edge) {
    return network.edges().get(edge).id();
  }
}
