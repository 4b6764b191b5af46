package io.testroad.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * Finds quickest routes over a graph of roads.
 *
 * <p>Not thread-safe: an instance reuses its arrays from search to search. Give each thread its
 * own; the same question has the same answer from each.
 *
 * <p>Order: of equally quick ways the one whose last road before the meeting has the lower index.
 *
 * <p>Source: Dijkstra, "A note on two problems in connexion with graphs", 1959, with a binary heap.
 */
public final class Router {

  private final RoadGraph graph;
  private final double[] bestSeconds;
  private final int[] previous;
  private final int[] reachedIn;
  private final boolean[] settled;
  private final LeastFirst open;
  private int search;

  /** A router over a graph. */
  public Router(RoadGraph graph) {
    int edges = graph.edgeCount();
    this.graph = graph;
    bestSeconds = new double[edges];
    previous = new int[edges];
    reachedIn = new int[edges];
    settled = new boolean[edges];
    open = new LeastFirst(bestSeconds);
  }

  /** The quickest route at free flow; see {@link #find(int, int, VehicleClass, EdgeCosts)}. */
  public Optional<int[]> find(int from, int to, VehicleClass vehicleClass) {
    return find(from, to, vehicleClass, graph::freeFlowSeconds);
  }

  /**
   * The route of least cost for a class: the sum over edges and over the turns between them.
   *
   * <p>The first edge's cost is not counted, for the vehicle is on it already; it may be closed.
   *
   * @param from index of the first road
   * @param to index of the last road; when it is the first, the route is that road alone
   * @return edge indices from the first to the last; empty when there is no way for the class
   */
  public Optional<int[]> find(int from, int to, VehicleClass vehicleClass, EdgeCosts costs) {
    if (!graph.allows(from, vehicleClass)) {
      return Optional.empty();
    }
    begin(from);
    while (!open.isEmpty()) {
      int edge = settle();
      if (edge == to) {
        return Optional.of(trace(from, to));
      }
      relax(edge, vehicleClass, costs);
    }
    return Optional.empty();
  }

  /**
   * The route of least cost to the nearest of some roads.
   *
   * @param goal which edges will do; the first edge itself never does
   * @return as from {@link #find(int, int, VehicleClass, EdgeCosts)}
   */
  public Optional<int[]> findNearest(
      int from, IntPredicate goal, VehicleClass vehicleClass, EdgeCosts costs) {
    if (!graph.allows(from, vehicleClass)) {
      return Optional.empty();
    }
    begin(from);
    while (!open.isEmpty()) {
      int edge = settle();
      if (edge != from && goal.test(edge)) {
        return Optional.of(trace(from, edge));
      }
      relax(edge, vehicleClass, costs);
    }
    return Optional.empty();
  }

  /**
   * The routes of least cost from one road to several, found in one search.
   *
   * @param to indices of the last roads
   * @return a route for each last road, as {@link #find(int, int, VehicleClass, EdgeCosts)} finds
   *     it; without edges where there is no way
   */
  public List<int[]> findAll(int from, int[] to, VehicleClass vehicleClass, EdgeCosts costs) {
    boolean[] wanted = new boolean[bestSeconds.length];
    int missing = 0;
    for (int edge : to) {
      missing += wanted[edge] ? 0 : 1;
      wanted[edge] = true;
    }
    if (graph.allows(from, vehicleClass)) {
      begin(from);
      while (!open.isEmpty() && missing > 0) {
        int edge = settle();
        missing -= wanted[edge] ? 1 : 0;
        relax(edge, vehicleClass, costs);
      }
    }
    List<int[]> routes = new ArrayList<>();
    for (int edge : to) {
      boolean found =
          reachedIn[edge] == search && settled[edge] && graph.allows(from, vehicleClass);
      routes.add(found ? trace(from, edge) : new int[0]);
    }
    return routes;
  }

  private void begin(int from) {
    if (++search == Integer.MAX_VALUE) {
      Arrays.fill(reachedIn, 0);
      search = 1;
    }
    open.clear();
    reach(from, 0, -1);
  }

  private void relax(int edge, VehicleClass vehicleClass, EdgeCosts costs) {
    int end = graph.firstArc(edge + 1);
    for (int arc = graph.firstArc(edge); arc < end; arc++) {
      int next = graph.target(arc);
      boolean known = reachedIn[next] == search;
      if ((known && settled[next]) || !graph.arcAllows(arc, vehicleClass)) {
        continue;
      }
      double seconds = bestSeconds[edge] + graph.arcSeconds(arc) + costs.seconds(next);
      if (!(seconds < Double.POSITIVE_INFINITY)) {
        continue;
      }
      if (!known) {
        reach(next, seconds, edge);
      } else if (seconds < bestSeconds[next]) {
        bestSeconds[next] = seconds;
        previous[next] = edge;
        open.add(next);
      } else if (seconds == bestSeconds[next] && edge < previous[next]) {
        previous[next] = edge;
      }
    }
  }

  private void reach(int edge, double seconds, int before) {
    reachedIn[edge] = search;
    settled[edge] = false;
    bestSeconds[edge] = seconds;
    previous[edge] = before;
    open.add(edge);
  }

  private int settle() {
    int edge = open.poll();
    settled[edge] = true;
    return edge;
  }

  private int[] trace(int from, int to) {
    int length = 1;
    for (int edge = to; edge != from; edge = previous[edge]) {
      length++;
    }
    int[] route = new int[length];
    int edge = to;
    for (int i = length - 1; i >= 0; i--) {
      route[i] = edge;
      edge = previous[edge];
    }
    return route;
  }
}
