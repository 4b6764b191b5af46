package io.testroad.demand;

import io.testroad.network.Edge;
import io.testroad.network.Network;
import io.testroad.network.RoadGraph;
import io.testroad.network.Shape;
import io.testroad.network.VehicleClass;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Where trips begin and end: the squares of a raster over a network, each with its roads and its
 * weights of homes and workplaces.
 *
 * <p>A road counts by its length, up to a bound, so that many short streets outweigh a long country
 * road; workplaces lie denser towards the centre. Roads on which nobody begins a trip (fast ones,
 * ramps, roundabouts) are left out. Grade of the source: assumption.
 */
final class TrafficZones {

  private static final int SQUARES_A_SIDE = 24;
  private static final double SMALLEST_M = 250;
  private static final double LONGEST_COUNTED_M = 400;
  private static final double SHORTEST_M = 40;
  private static final double FASTEST_MPS = 19.5;
  private static final double CENTRAL_WORK = 3;
  private static final Set<String> THROUGH =
      Set.of("ring", "ramp", "roundabout", "bridge", "highway.motorway", "highway.motorway_link");

  /** A square with its roads, and their weights summed up from the first on. */
  static final class Square {
    final List<Integer> roads = new ArrayList<>();
    final List<Double> sums = new ArrayList<>();
    double x;
    double y;
    double homes;
    double work;

    private void add(int road, double weight, double[] at) {
      double before = homes;
      homes += weight;
      roads.add(road);
      sums.add(homes);
      x = (x * before + at[0] * weight) / homes;
      y = (y * before + at[1] * weight) / homes;
    }

    /** A road by chance, 0 to 1. */
    int road(double chance) {
      double wanted = chance * homes;
      int i = 0;
      while (i + 1 < roads.size() && sums.get(i) <= wanted) {
        i++;
      }
      return roads.get(i);
    }
  }

  private final List<Square> squares = new ArrayList<>();
  private double meanOffM;

  private TrafficZones() {}

  /** The zones of a network; none when it has no road on which trips begin. */
  static TrafficZones of(Network network, RoadGraph graph, boolean[] connected) {
    TrafficZones zones = new TrafficZones();
    Set<Integer> rings = new HashSet<>();
    network.roundabouts().forEach(rings::addAll);
    Network.Location bounds = network.location();
    double widthM = bounds.maxX() - bounds.minX();
    double heightM = bounds.maxY() - bounds.minY();
    double sideM = Math.max(SMALLEST_M, Math.max(widthM, heightM) / SQUARES_A_SIDE);
    SortedMap<Long, Square> raster = new TreeMap<>();
    for (Edge edge : network.edges()) {
      if (edge.isRoad()
          && connected[edge.index()]
          && !rings.contains(edge.index())
          && isEnd(network, graph, edge)) {
        double[] at = middle(network.lanes().get(edge.firstLane()).shape());
        long column = (long) Math.floor((at[0] - bounds.minX()) / sideM);
        long row = (long) Math.floor((at[1] - bounds.minY()) / sideM);
        double weight = Math.min(LONGEST_COUNTED_M, network.lengthM(edge.index()));
        raster
            .computeIfAbsent(row * 1_000_000 + column, key -> new Square())
            .add(edge.index(), weight, at);
      }
    }
    zones.squares.addAll(raster.values());
    zones.weighWork();
    return zones;
  }

  private static boolean isEnd(Network network, RoadGraph graph, Edge edge) {
    return graph.allows(edge.index(), VehicleClass.PASSENGER)
        && network.lengthM(edge.index()) >= SHORTEST_M
        && !THROUGH.contains(edge.type())
        && network.lanes().get(edge.firstLane()).speedLimitMps() <= FASTEST_MPS;
  }

  private static double[] middle(Shape shape) {
    return shape.pointAt(0.5);
  }

  private void weighWork() {
    double homes = squares.stream().mapToDouble(square -> square.homes).sum();
    double x = squares.stream().mapToDouble(s -> s.x * s.homes).sum() / homes;
    double y = squares.stream().mapToDouble(s -> s.y * s.homes).sum() / homes;
    for (Square square : squares) {
      meanOffM += StrictMath.hypot(square.x - x, square.y - y) * square.homes / homes;
    }
    for (Square square : squares) {
      double off = StrictMath.hypot(square.x - x, square.y - y) / Math.max(1, meanOffM);
      square.work = square.homes * (1 + CENTRAL_WORK * StrictMath.exp(-2 * off));
    }
  }

  List<Square> squares() {
    return squares;
  }

  /** Mean distance of homes from their centre, m. */
  double meanOffM() {
    return meanOffM;
  }
}
