package io.testroad.vehicle;

import io.testroad.engine.AgentId;
import io.testroad.network.Edge;
import io.testroad.network.Network;
import io.testroad.network.RoadGraph;
import io.testroad.network.Router;
import io.testroad.network.VehicleClass;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Predicate;

/** The roads of a network. Ways are searched for at free flow, as a vehicle's own map has them. */
public final class NetworkMap implements RoadMap {

  private static final List<String> EXPRESSWAYS = List.of("motorway", "expressway");

  private final Network network;
  private final RoadGraph graph;
  private final Map<String, Road> roads = new HashMap<>(); // only looked up, never walked

  /**
   * The map of a network.
   *
   * @param checkpoints those that read plates, by road
   */
  public NetworkMap(
      Network network, RoadGraph graph, SortedMap<String, List<AgentId>> checkpoints) {
    this.network = network;
    this.graph = graph;
    for (Edge edge : network.edges()) {
      if (edge.isRoad()) {
        roads.put(edge.id(), road(edge, checkpoints.getOrDefault(edge.id(), List.of())));
      }
    }
  }

  private Road road(Edge edge, List<AgentId> checkpoints) {
    double limitMps = 0;
    for (int i = 0; i < edge.laneCount(); i++) {
      double mps = network.lanes().get(edge.firstLane() + i).speedLimitMps();
      limitMps = Math.max(limitMps, mps);
    }
    return new Road(
        edge.type(),
        network.lengthM(edge.index()),
        limitMps,
        edge.laneCount(),
        EXPRESSWAYS.stream().anyMatch(edge.type()::contains),
        checkpoints);
  }

  @Override
  public Road road(String id) {
    Road road = roads.get(id);
    if (road == null) {
      throw new IllegalArgumentException("no road " + id);
    }
    return road;
  }

  @Override
  public Optional<List<String>> findWay(
      String from, String to, VehicleClass vehicleClass, Predicate<String> open) {
    return new Router(graph)
        .find(index(from), index(to), vehicleClass, edge -> seconds(edge, open))
        .map(this::ids);
  }

  @Override
  public Optional<List<String>> findWayOut(
      String from, VehicleClass vehicleClass, Predicate<String> passable, Predicate<String> goal) {
    return new Router(graph)
        .findNearest(
            index(from), edge -> goal.test(id(edge)), vehicleClass, edge -> seconds(edge, passable))
        .map(this::ids);
  }

  private double seconds(int edge, Predicate<String> open) {
    return open.test(id(edge)) ? graph.freeFlowSeconds(edge) : Double.POSITIVE_INFINITY;
  }

  private int index(String road) {
    return network
        .findEdge(road)
        .orElseThrow(() -> new IllegalArgumentException("no road " + road));
  }

  private String id(int edge) {
    return network.edges().get(edge).id();
  }

  private List<String> ids(int[] edges) {
    return Arrays.stream(edges).mapToObj(this::id).toList();
  }
}
