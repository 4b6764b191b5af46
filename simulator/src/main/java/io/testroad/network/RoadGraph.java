package io.testroad.network;

import java.util.Arrays;

/**
 * The roads of a network as a graph: roads are nodes, and an arc leads from a road to each road
 * that a link leads onto. Indices are those of {@link Network#edges}.
 */
public final class RoadGraph {

  private final Network network;
  private final double[] freeFlowS;
  private final long[] permissions;
  private final int[][] following;
  private final long[][] arcPermissions;

  private RoadGraph(Network network) {
    this.network = network;
    int edges = network.edges().size();
    freeFlowS = new double[edges];
    permissions = new long[edges];
    following = new int[edges][];
    arcPermissions = new long[edges][];
    for (Edge edge : network.edges()) {
      double fastest = 0;
      for (int j = 0; j < edge.laneCount(); j++) {
        Lane lane = network.lanes().get(edge.firstLane() + j);
        fastest = Math.max(fastest, lane.speedLimitMps());
        permissions[edge.index()] |= lane.permissions().mask();
      }
      freeFlowS[edge.index()] = network.lengthM(edge.index()) / fastest;
      findArcs(edge);
    }
  }

  /** The graph of a network. */
  public static RoadGraph of(Network network) {
    return new RoadGraph(network);
  }

  private void findArcs(Edge edge) {
    var arcs = new java.util.TreeMap<Integer, Long>();
    for (int j = 0; edge.isRoad() && j < edge.laneCount(); j++) {
      Lane from = network.lanes().get(edge.firstLane() + j);
      for (Link link : network.linksFrom(from.index())) {
        Lane to = network.lanes().get(link.toLane());
        long allowed =
            from.permissions().mask() & to.permissions().mask() & link.permissions().mask();
        arcs.merge(to.edge(), allowed, (a, b) -> a | b);
      }
    }
    following[edge.index()] = arcs.keySet().stream().mapToInt(Integer::intValue).toArray();
    arcPermissions[edge.index()] = arcs.values().stream().mapToLong(Long::longValue).toArray();
  }

  /** The network. */
  public Network network() {
    return network;
  }

  /** Number of edges, the insides of junctions included. */
  int size() {
    return freeFlowS.length;
  }

  /** Time to drive along a road at its speed limit, s. */
  public double freeFlowSeconds(int edge) {
    return freeFlowS[edge];
  }

  /** Whether some lane of a road may be used by a class. */
  public boolean allows(int edge, VehicleClass vehicleClass) {
    return allowed(permissions[edge], vehicleClass);
  }

  /** The roads that links lead onto from a road, in ascending order, whoever may use them. */
  public int[] following(int edge) {
    return following[edge].clone();
  }

  /** Whether a class may drive from one road directly onto another. */
  public boolean connects(int from, int to, VehicleClass vehicleClass) {
    int k = Arrays.binarySearch(following[from], to);
    return k >= 0 && allowed(arcPermissions[from][k], vehicleClass);
  }

  int arcs(int edge) {
    return following[edge].length;
  }

  int arcTo(int edge, int k) {
    return following[edge][k];
  }

  boolean arcAllows(int edge, int k, VehicleClass vehicleClass) {
    return allowed(arcPermissions[edge][k], vehicleClass);
  }

  private static boolean allowed(long mask, VehicleClass vehicleClass) {
    return vehicleClass == VehicleClass.IGNORING || (mask & vehicleClass.bit()) != 0;
  }
}
