package io.testroad.network;

import java.util.Arrays;

/**
 * From how far away a place is reached, and when: one search against the direction of travel finds
 * the quickest ways from all roads around to one place. It begins there and is widened step by
 * step, as far as the asker needs.
 *
 * <p>Not thread-safe: an instance reuses its arrays from search to search. The same question has
 * the same answer from each, however it was widened.
 *
 * <p>Order: of equally quick ways the one that goes on along the road of lower index.
 *
 * <p>Source: Dijkstra, "A note on two problems in connexion with graphs", 1959.
 */
public final class ReachTimes {

  private final RoadGraph graph;
  private final Network network;
  private final int[] firstBefore;
  private final int[] before;
  private final int[] arcBefore;
  private final double[] enterCost;
  private final double[] leaveCost;
  private final int[] next;
  private final int[] reachedIn;
  private final int[] settledIn;
  private final LeastFirst open;
  private int search;
  private int place;
  private double placeM;
  private VehicleClass vehicleClass = VehicleClass.IGNORING;
  private EdgeCosts costs = edge -> 0;
  private double turnWeight;

  /** A search over the roads of a network. */
  public ReachTimes(Network network, RoadGraph graph) {
    this.network = network;
    this.graph = graph;
    int edges = graph.edgeCount();
    firstBefore = new int[edges + 1];
    int arcs = graph.firstArc(edges);
    for (int arc = 0; arc < arcs; arc++) {
      firstBefore[graph.target(arc) + 1]++;
    }
    for (int edge = 0; edge < edges; edge++) {
      firstBefore[edge + 1] += firstBefore[edge];
    }
    before = new int[arcs];
    arcBefore = new int[arcs];
    int[] filled = Arrays.copyOf(firstBefore, edges);
    for (int edge = 0; edge < edges; edge++) {
      for (int arc = graph.firstArc(edge); arc < graph.firstArc(edge + 1); arc++) {
        int at = filled[graph.target(arc)]++;
        before[at] = edge;
        arcBefore[at] = arc;
      }
    }
    enterCost = new double[edges];
    leaveCost = new double[edges];
    next = new int[edges];
    reachedIn = new int[edges];
    settledIn = new int[edges];
    open = new LeastFirst(enterCost);
  }

  /**
   * Begins a search for the quickest ways to a place.
   *
   * @param edge index of the road it is on
   * @param positionM where along it, m; beyond its ends counts as there
   * @param newCosts for driving along roads; a closed one is no way through, but who is on it
   *     already drives to its end, and who must get to a place on it does, at the limit
   */
  public void beginQuickest(int edge, double positionM, VehicleClass forClass, EdgeCosts newCosts) {
    begin(edge, positionM, forClass, newCosts, 1);
  }

  /**
   * Begins a search for the shortest ways to a place; what is asked and answered in s elsewhere is
   * in m then. The insides of junctions aren't counted.
   */
  public void beginShortest(int edge, double positionM, VehicleClass forClass) {
    begin(edge, positionM, forClass, network::lengthM, 0);
  }

  private void begin(
      int edge, double positionM, VehicleClass forClass, EdgeCosts newCosts, double newTurnWeight) {
    if (++search == Integer.MAX_VALUE) {
      Arrays.fill(reachedIn, 0);
      Arrays.fill(settledIn, 0);
      search = 1;
    }
    open.clear();
    place = edge;
    placeM = Math.max(0, Math.min(network.lengthM(edge), positionM));
    vehicleClass = forClass;
    costs = newCosts;
    turnWeight = newTurnWeight;
    reach(edge, Double.POSITIVE_INFINITY, -1);
    enterCost[edge] = share(placeM, edge) * costOnEnds(edge);
    if (graph.allows(edge, forClass)) {
      open.add(edge);
    }
  }

  /**
   * Widens the search, until all ways that take less are found.
   *
   * @return whether there may be others beyond
   */
  public boolean widen(double untilS) {
    while (!open.isEmpty() && enterCost[open.first()] <= untilS) {
      int edge = open.poll();
      settledIn[edge] = search;
      for (int i = firstBefore[edge]; i < firstBefore[edge + 1]; i++) {
        if (graph.arcAllows(arcBefore[i], vehicleClass)) {
          relax(before[i], edge, enterCost[edge] + turnWeight * graph.arcSeconds(arcBefore[i]));
        }
      }
    }
    return !open.isEmpty();
  }

  private void relax(int edge, int following, double leave) {
    if (reachedIn[edge] != search) {
      reach(edge, leave, following);
    } else if (leave < leaveCost[edge]) {
      leaveCost[edge] = leave;
      next[edge] = following;
    } else {
      if (leave == leaveCost[edge] && following < next[edge]) {
        next[edge] = following;
      }
      return;
    }
    double enter = leave + costs.seconds(edge);
    if (settledIn[edge] != search && edge != place && enter < Double.POSITIVE_INFINITY) {
      enterCost[edge] = enter;
      open.add(edge);
    }
  }

  private void reach(int edge, double leave, int following) {
    reachedIn[edge] = search;
    leaveCost[edge] = leave;
    next[edge] = following;
  }

  /**
   * How long it takes from a point on a road to the place, s; infinite when no way has been found
   * yet. What is less than or equal to what the search was widened to can't become less.
   *
   * @param edge index of the road
   * @param positionM where along it, m
   */
  public double secondsFrom(int edge, double positionM) {
    double rest = restM(edge, positionM);
    double direct = edge == place ? placeM - (network.lengthM(edge) - rest) : -1;
    if (direct >= 0) {
      return share(direct, edge) * costOnEnds(edge);
    }
    return reachedIn[edge] == search
        ? share(rest, edge) * costOnEnds(edge) + leaveCost[edge]
        : Double.POSITIVE_INFINITY;
  }

  /**
   * The way from a point on a road to the place.
   *
   * @return edge indices from the first to the last; that of the place alone when it lies ahead on
   *     the same road; none when no way has been found
   */
  public int[] way(int edge, double positionM) {
    if (secondsFrom(edge, positionM) == Double.POSITIVE_INFINITY) {
      return new int[0];
    }
    if (edge == place && network.lengthM(edge) - restM(edge, positionM) <= placeM) {
      return new int[] {edge};
    }
    int length = 2;
    for (int at = next[edge]; at != place; at = next[at]) {
      length++;
    }
    int[] way = new int[length];
    way[0] = edge;
    for (int i = 1; i < length; i++) {
      way[i] = next[way[i - 1]];
    }
    return way;
  }

  /** How far it is along a way from a point on its first road to the place, m. */
  public double metresAlong(int[] way, double positionM) {
    if (way.length == 1) {
      return placeM - (network.lengthM(way[0]) - restM(way[0], positionM));
    }
    double metres = restM(way[0], positionM) + placeM;
    for (int i = 1; i + 1 < way.length; i++) {
      metres += network.lengthM(way[i]);
    }
    return metres;
  }

  /** How long it takes along a way from a point on its first road to the place, s. */
  public double secondsAlong(int[] way, double positionM, EdgeCosts alongRoads) {
    if (way.length == 1) {
      return share(metresAlong(way, positionM), way[0]) * onEnds(way[0], alongRoads);
    }
    int last = way.length - 1;
    double seconds =
        share(restM(way[0], positionM), way[0]) * onEnds(way[0], alongRoads)
            + share(placeM, way[last]) * onEnds(way[last], alongRoads);
    for (int i = 1; i <= last; i++) {
      seconds +=
          graph.turnSeconds(way[i - 1], way[i]) + (i < last ? alongRoads.seconds(way[i]) : 0);
    }
    return seconds;
  }

  private double restM(int edge, double positionM) {
    double lengthM = network.lengthM(edge);
    return lengthM - Math.max(0, Math.min(lengthM, positionM));
  }

  private double share(double metres, int edge) {
    return metres / network.lengthM(edge);
  }

  private double costOnEnds(int edge) {
    return onEnds(edge, costs);
  }

  private double onEnds(int edge, EdgeCosts alongRoads) {
    double cost = alongRoads.seconds(edge);
    return cost < Double.POSITIVE_INFINITY ? cost : graph.freeFlowSeconds(edge);
  }
}
