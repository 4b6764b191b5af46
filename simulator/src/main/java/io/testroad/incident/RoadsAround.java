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

  /** Beginning, middle and end of each road: x, y, x, y, x, y; m. Empty for what is no road. */
  private final double[][] points;

  RoadsAround(Network network, RoadGraph graph) {
    this.network = network;
    this.graph = graph;
    router = new Router(graph);
    leading = leading(graph);
    points = new double[network.edges().size()][0];
    for (Edge edge : network.edges()) {
      if (edge.isRoad()) {
        points[edge.index()] = points(lane(edge.index()).shape());
      }
    }
  }

  private static double[] points(Shape shape) {
    double[] all = new double[6];
    for (int i = 0; i < 3; i++) {
      System.arraycopy(shape.pointAt(i / 2.0), 0, all, 2 * i, 2);
    }
    return all;
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

  /** How far two places are apart as the crow flies, m; infinite where a road is unknown. */
  double flightM(String road, double atM, String otherRoad, double otherM) {
    OptionalInt one = network.findEdge(road);
    OptionalInt other = network.findEdge(otherRoad);
    if (one.isEmpty() || other.isEmpty()) {
      return Double.POSITIVE_INFINITY;
    }
    double[] here = point(one.getAsInt(), atM);
    double[] there = point(other.getAsInt(), otherM);
    return StrictMath.hypot(there[0] - here[0], there[1] - here[1]);
  }

  private double[] point(int edge, double positionM) {
    return lane(edge).shape().pointAt(positionM / network.lengthM(edge));
  }

  /** The roads of which the beginning, the middle or the end is within a radius of a place. */
  List<String> within(String road, double positionM, double radiusM) {
    OptionalInt start = network.findEdge(road);
    if (start.isEmpty()) {
      return List.of(road);
    }
    int own = start.getAsInt();
    double[] place = point(own, positionM);
    List<String> near = new ArrayList<>();
    for (int edge = 0; edge < points.length; edge++) {
      if (edge == own || isNear(points[edge], place, radiusM)) {
        near.add(id(edge));
      }
    }
    return near;
  }

  private static boolean isNear(double[] points, double[] place, double radiusM) {
    for (int i = 0; i < points.length; i += 2) {
      double alongX = Math.abs(points[i] - place[0]);
      double alongY = Math.abs(points[i + 1] - place[1]);
      boolean mayBe = alongX <= radiusM && alongY <= radiusM; // roots are dear
      if (mayBe && StrictMath.hypot(alongX, alongY) <= radiusM) {
        return true;
      }
    }
    return false;
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
