package io.testroad.incident;

import io.testroad.network.Edge;
import io.testroad.network.Lane;
import io.testroad.network.Link;
import io.testroad.network.Network;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The roads of a network, as scenes need them. Immutable. */
public final class NetworkRoads implements SceneRoads {

  private static final int MOST_ROADS = 200;

  private final Network network;
  private final List<Set<Integer>> before;

  private NetworkRoads(Network network) {
    this.network = network;
    before = new ArrayList<>();
    network.edges().forEach(edge -> before.add(new TreeSet<>()));
    for (Link link : network.links()) {
      Edge from = network.edgeOf(network.lanes().get(link.fromLane()));
      Edge to = network.edgeOf(network.lanes().get(link.toLane()));
      if (from.isRoad() && to.isRoad() && !isOpposite(from, to)) {
        before.get(to.index()).add(from.index());
      }
    }
  }

  /** The roads of a network. */
  public static NetworkRoads of(Network network) {
    return new NetworkRoads(network);
  }

  private static boolean isOpposite(Edge edge, Edge other) {
    return edge.from() == other.to() && edge.to() == other.from();
  }

  private Edge edge(String road) {
    int index =
        network.findEdge(road).orElseThrow(() -> new IllegalArgumentException("no road " + road));
    return network.edges().get(index);
  }

  private Lane rightmost(String road) {
    return network.lanes().get(edge(road).firstLane());
  }

  @Override
  public int lanes(String road) {
    return edge(road).laneCount();
  }

  @Override
  public double lengthM(String road) {
    return rightmost(road).lengthM();
  }

  @Override
  public double speedLimitMps(String road) {
    return rightmost(road).speedLimitMps();
  }

  @Override
  public Optional<String> opposite(String road) {
    Edge edge = edge(road);
    return network.edges().stream()
        .filter(other -> other.isRoad() && isOpposite(edge, other))
        .map(Edge::id)
        .findFirst();
  }

  @Override
  public List<String> upstream(String road, double distanceM) {
    Map<Integer, Double> reached = new TreeMap<>();
    Deque<Integer> next = new ArrayDeque<>();
    int start = edge(road).index();
    reached.put(start, 0.0);
    next.add(start);
    List<String> roads = new ArrayList<>();
    while (!next.isEmpty() && roads.size() < MOST_ROADS) {
      int edge = next.remove();
      double backM = reached.getOrDefault(edge, 0.0);
      roads.add(network.edges().get(edge).id());
      for (int feeder : before.get(edge)) {
        if (backM < distanceM && !reached.containsKey(feeder)) {
          reached.put(feeder, backM + network.lengthM(feeder));
          next.add(feeder);
        }
      }
    }
    return roads;
  }

  @Override
  public Spot back(String road, double positionM, double backM) {
    int edge = edge(road).index();
    double left = positionM - backM;
    Set<Integer> passed = new TreeSet<>();
    while (left < 0 && passed.add(edge)) {
      Optional<Edge> feeder =
          before.get(edge).stream()
              .filter(other -> !passed.contains(other))
              .map(network.edges()::get)
              .max(
                  Comparator.comparingInt(Edge::laneCount)
                      .thenComparing(Comparator.comparingInt(Edge::index).reversed()));
      if (feeder.isEmpty()) {
        break;
      }
      edge = feeder.get().index();
      left += network.lengthM(edge);
    }
    return new Spot(network.edges().get(edge).id(), 0, Math.max(0, left));
  }
}
