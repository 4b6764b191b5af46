package io.testroad.network;

import java.util.Arrays;
import java.util.List;

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

  private RoadGraph(Network network) {
    int edges = network.edges().size();
    edgeClasses = new long[edges];
    edgeSeconds = new double[edges];
    network.edges().forEach(edge -> describe(network, edge));
    firstArc = new int[edges + 1];
    Arcs arcs = new Arcs(network.links().size());
    for (Edge edge : network.edges()) {
      firstArc[edge.index()] = arcs.size;
      if (edge.isRoad()) {
        addArcs(network, edge, arcs);
      }
    }
    firstArc[edges] = arcs.size;
    targets = Arrays.copyOf(arcs.targets, arcs.size);
    arcClasses = Arrays.copyOf(arcs.classes, arcs.size);
    arcSeconds = Arrays.copyOf(arcs.seconds, arcs.size);
  }

  /** Ways from road to road while they are gathered from links; those of a road by target. */
  private static final class Arcs {
    private final int[] targets;
    private final long[] classes;
    private final double[] seconds;
    private int size;

    Arcs(int most) {
      targets = new int[most];
      classes = new long[most];
      seconds = new double[most];
    }

    /** The place of a target among those from an arc on, which is made if it isn't there. */
    int placeOf(int target, int first) {
      int at = size;
      while (at > first && targets[at - 1] > target) {
        at--;
      }
      if (at > first && targets[at - 1] == target) {
        return at - 1;
      }
      System.arraycopy(targets, at, targets, at + 1, size - at);
      System.arraycopy(classes, at, classes, at + 1, size - at);
      System.arraycopy(seconds, at, seconds, at + 1, size - at);
      targets[at] = target;
      classes[at] = IGNORING;
      seconds[at] = Double.POSITIVE_INFINITY;
      size++;
      return at;
    }
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
    return new RoadGraph(network);
  }

  private static void addArcs(Network network, Edge edge, Arcs arcs) {
    int first = arcs.size;
    for (int i = 0; i < edge.laneCount(); i++) {
      for (Link link : network.linksFrom(edge.firstLane() + i)) {
        Lane to = network.lanes().get(link.toLane());
        if (network.edgeOf(to).isRoad()) {
          addLink(network, link, arcs, arcs.placeOf(to.edge(), first));
        }
      }
    }
  }

  private static void addLink(Network network, Link link, Arcs arcs, int arc) {
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
    arcs.classes[arc] |= classes;
    arcs.seconds[arc] = Math.min(arcs.seconds[arc], seconds);
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
