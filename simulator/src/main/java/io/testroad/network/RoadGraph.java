package io.testroad.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * The roads of a network as a graph: nodes are edges of the network, arcs are ways from one road to
 * a following one over a junction.
 *
 * <p>Immutable and safe for any number of threads. Nodes are the indices of {@link Network#edges};
 * those that are not roads have no arcs. Lanes are left out: a road leads to another when any of
 * its lanes does, because vehicles change lanes.
 */
public final class RoadGraph {

  private static final int LONGEST_WAY_INSIDE = 16;
  private static final long IGNORING = VehicleClass.IGNORING.bit();

  private final int[] firstArc;
  private final int[] targets;
  private final long[] arcClasses;
  private final double[] arcSeconds;
  private final long[] edgeClasses;
  private final double[] edgeSeconds;

  private RoadGraph(Network network, List<NavigableMap<Integer, Arc>> arcs, int arcCount) {
    int edges = network.edges().size();
    firstArc = new int[edges + 1];
    targets = new int[arcCount];
    arcClasses = new long[arcCount];
    arcSeconds = new double[arcCount];
    edgeClasses = new long[edges];
    edgeSeconds = new double[edges];
    int next = 0;
    for (int edge = 0; edge < edges; edge++) {
      describe(network, network.edges().get(edge));
      firstArc[edge] = next;
      for (var arc : arcs.get(edge).entrySet()) {
        targets[next] = arc.getKey();
        arcClasses[next] = arc.getValue().classes | IGNORING;
        arcSeconds[next++] = arc.getValue().seconds;
      }
    }
    firstArc[edges] = next;
  }

  /** A way from road to road while it is gathered from its links. */
  private static final class Arc {
    private long classes;
    private double seconds = Double.POSITIVE_INFINITY;
  }

  private void describe(Network network, Edge edge) {
    double highestMps = 0;
    for (int i = 0; i < edge.laneCount(); i++) {
      Lane lane = network.lanes().get(edge.firstLane() + i);
      edgeClasses[edge.index()] |= lane.permissions().mask();
      highestMps = Math.max(highestMps, lane.speedLimitMps());
    }
    edgeClasses[edge.index()] |= IGNORING;
    edgeSeconds[edge.index()] = network.lengthM(edge.index()) / highestMps;
  }

  /** The graph of a network. */
  public static RoadGraph of(Network network) {
    List<NavigableMap<Integer, Arc>> arcs = new ArrayList<>();
    network.edges().forEach(edge -> arcs.add(new TreeMap<>()));
    for (Link link : network.links()) {
      Lane from = network.lanes().get(link.fromLane());
      Lane to = network.lanes().get(link.toLane());
      if (network.edgeOf(from).isRoad() && network.edgeOf(to).isRoad()) {
        Arc arc = arcs.get(from.edge()).computeIfAbsent(to.edge(), edge -> new Arc());
        addLink(network, link, arc);
      }
    }
    return new RoadGraph(network, arcs, arcs.stream().mapToInt(NavigableMap::size).sum());
  }

  private static void addLink(Network network, Link link, Arc arc) {
    long classes =
        link.permissions().mask()
            & network.lanes().get(link.fromLane()).permissions().mask()
            & network.lanes().get(link.toLane()).permissions().mask();
    double seconds = 0;
    int inside = link.via();
    for (int i = 0; i < LONGEST_WAY_INSIDE && inside >= 0; i++) {
      Lane lane = network.lanes().get(inside);
      classes &= lane.permissions().mask();
      seconds += lane.lengthM() / lane.speedLimitMps();
      List<Link> onwards = network.linksFrom(inside);
      inside = onwards.isEmpty() ? -1 : onwards.get(0).via();
    }
    arc.classes |= classes;
    arc.seconds = Math.min(arc.seconds, seconds);
  }

  /** Number of nodes: that of the network's edges, those inside junctions included. */
  public int edgeCount() {
    return edgeSeconds.length;
  }

  /** The roads to which a road leads, for whatever class. Order: ascending index. */
  public int[] following(int edge) {
    return Arrays.copyOfRange(targets, firstArc[edge], firstArc[edge + 1]);
  }

  /** Whether some lane of an edge allows a class. */
  public boolean allows(int edge, VehicleClass vehicleClass) {
    return (edgeClasses[edge] & vehicleClass.bit()) != 0;
  }

  /** Whether some link leads from a road to another all along lanes that allow a class. */
  public boolean connects(int fromEdge, int toEdge, VehicleClass vehicleClass) {
    int arc = findArc(fromEdge, toEdge);
    return arc >= 0 && arcAllows(arc, vehicleClass);
  }

  /** Time along an edge at the highest limit of its lanes, s; turns not included. */
  public double freeFlowSeconds(int edge) {
    return edgeSeconds[edge];
  }

  /**
   * Time over the junction between two roads at the limits there, s: that of the quickest link.
   *
   * @return {@link Double#POSITIVE_INFINITY} when no link leads from the one to the other
   */
  public double turnSeconds(int fromEdge, int toEdge) {
    int arc = findArc(fromEdge, toEdge);
    return arc < 0 ? Double.POSITIVE_INFINITY : arcSeconds[arc];
  }

  int firstArc(int edge) {
    return firstArc[edge];
  }

  int target(int arc) {
    return targets[arc];
  }

  boolean arcAllows(int arc, VehicleClass vehicleClass) {
    return (arcClasses[arc] & vehicleClass.bit()) != 0;
  }

  double arcSeconds(int arc) {
    return arcSeconds[arc];
  }

  private int findArc(int fromEdge, int toEdge) {
    return Arrays.binarySearch(targets, firstArc[fromEdge], firstArc[fromEdge + 1], toEdge);
  }
}
