package io.testroad.demand;

import io.testroad.network.Edge;
import io.testroad.network.Network;
import io.testroad.network.VehicleClass;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * A sequence of edges, and which vehicle classes can drive it.
 *
 * @param edges edge indices, at least one; the same array for all equal sequences of a reading
 * @param classes one bit a {@link VehicleClass} for which each edge is connected to the next
 */
record EdgePath(int[] edges, long classes) {

  /** Whether a class can drive it from end to end. */
  boolean isFor(VehicleClass vehicleClass) {
    return (classes & vehicleClass.bit()) != 0;
  }

  /** The first place from which a class can't go on to the next edge; 0 for a single edge. */
  int breakFor(EdgeConnections connections, VehicleClass vehicleClass) {
    int i = 0;
    while (i + 2 < edges.length
        && (connections.classes(edges[i], edges[i + 1]) & vehicleClass.bit()) != 0) {
      i++;
    }
    return i;
  }

  /** Paths of a reading, each sequence once. */
  static final class Pool {
    private final Network network;
    private final EdgeConnections connections;
    private final Map<Key, EdgePath> paths = new HashMap<>();

    Pool(Network network) {
      this.network = network;
      connections = new EdgeConnections(network);
    }

    /** Which edge leads to which. */
    EdgeConnections connections() {
      return connections;
    }

    /** The path of a sequence of at least one edge. */
    EdgePath of(int[] edges) {
      return paths.computeIfAbsent(new Key(edges), key -> new EdgePath(edges, classes(edges)));
    }

    private long classes(int[] edges) {
      if (edges.length == 1) {
        return usersOf(edges[0]);
      }
      long classes = -1L;
      for (int i = 0; i + 1 < edges.length; i++) {
        classes &= connections.classes(edges[i], edges[i + 1]);
      }
      return classes;
    }

    private long usersOf(int index) {
      Edge edge = network.edges().get(index);
      long classes = VehicleClass.IGNORING.bit();
      for (int lane = edge.firstLane(); lane < edge.firstLane() + edge.laneCount(); lane++) {
        classes |= network.lanes().get(lane).permissions().mask();
      }
      return classes;
    }
  }

  /** A sequence as a key. */
  private record Key(int[] edges) {
    @Override
    public boolean equals(Object other) {
      return other instanceof Key key && Arrays.equals(edges, key.edges);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(edges);
    }
  }
}
