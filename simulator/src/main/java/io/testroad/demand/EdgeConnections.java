package io.testroad.demand;

import io.testroad.network.Edge;
import io.testroad.network.Link;
import io.testroad.network.Network;
import io.testroad.network.VehicleClass;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Which vehicle classes may drive from an edge to the next; worked out once an edge, when asked.
 */
final class EdgeConnections {

  /** The edges that follow one, and for each the classes that may go there. */
  private record Following(int[] edges, long[] classes) {}

  private final Network network;
  private final @Nullable Following[] known;

  EdgeConnections(Network network) {
    this.network = network;
    known = new @Nullable Following[network.edges().size()];
  }

  /** One bit a class that may drive from a lane of an edge over a link to a lane of another. */
  long classes(int from, int to) {
    Following following = known[from];
    if (following == null) {
      following = follow(network.edges().get(from));
      known[from] = following;
    }
    for (int i = 0; i < following.edges.length; i++) {
      if (following.edges[i] == to) {
        return following.classes[i];
      }
    }
    return 0;
  }

  private Following follow(Edge edge) {
    int[] edges = new int[4];
    long[] classes = new long[4];
    int size = 0;
    for (int lane = edge.firstLane(); lane < edge.firstLane() + edge.laneCount(); lane++) {
      for (Link link : network.linksFrom(lane)) {
        int to = network.lanes().get(link.toLane()).edge();
        int at = 0;
        while (at < size && edges[at] != to) {
          at++;
        }
        if (at == size) {
          edges = size == edges.length ? Arrays.copyOf(edges, 2 * size) : edges;
          classes = size == classes.length ? Arrays.copyOf(classes, 2 * size) : classes;
          edges[size] = to;
          classes[size++] = VehicleClass.IGNORING.bit();
        }
        classes[at] |= permitted(lane) & permitted(link.toLane()) & link.permissions().mask();
      }
    }
    return new Following(Arrays.copyOf(edges, size), Arrays.copyOf(classes, size));
  }

  private long permitted(int lane) {
    return network.lanes().get(lane).permissions().mask();
  }
}
