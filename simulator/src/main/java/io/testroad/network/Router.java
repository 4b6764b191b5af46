package io.testroad.network;

import java.util.Optional;
import java.util.PriorityQueue;

/**
 * Finds the quickest way between two roads. Reuses its working memory, so one thread at a time.
 *
 * <p>Source: E. W. Dijkstra, "A note on two problems in connexion with graphs", 1959. Of ways that
 * take equally long the one whose roads were settled first wins, ties by road index.
 */
public final class Router {

  /** What it costs to drive along a road. */
  @FunctionalInterface
  public interface EdgeCosts {
    /** Seconds, not negative; infinite where the road is closed. */
    double seconds(int edge);
  }

  private record Entry(double seconds, int edge) implements Comparable<Entry> {
    @Override
    public int compareTo(Entry other) {
      int bySeconds = Double.compare(seconds, other.seconds);
      return bySeconds != 0 ? bySeconds : Integer.compare(edge, other.edge);
    }
  }

  private final RoadGraph graph;
  private final double[] best;
  private final int[] previous;
  private final int[] seen;
  private int search;

  /** A router on a graph. */
  public Router(RoadGraph graph) {
    this.graph = graph;
    best = new double[graph.size()];
    previous = new int[graph.size()];
    seen = new int[graph.size()];
  }

  /** The quickest way at free flow, first and last road included; empty when there is none. */
  public Optional<int[]> find(int from, int to, VehicleClass vehicleClass) {
    return find(from, to, vehicleClass, graph::freeFlowSeconds);
  }

  /**
   * The quickest way by given costs, first and last road included; empty when there is none. What
   * the first road costs does not matter: one is on it already.
   */
  public Optional<int[]> find(int from, int to, VehicleClass vehicleClass, EdgeCosts costs) {
    search++;
    PriorityQueue<Entry> open = new PriorityQueue<>();
    reach(from, -1, 0, open);
    while (!open.isEmpty()) {
      Entry entry = open.remove();
      int edge = entry.edge();
      if (edge == to) {
        return Optional.of(path(to));
      }
      if (entry.seconds() > best[edge]) {
        continue;
      }
      for (int k = 0; k < graph.arcs(edge); k++) {
        int next = graph.arcTo(edge, k);
        if (graph.arcAllows(edge, k, vehicleClass)) {
          double seconds = entry.seconds() + costs.seconds(next);
          if (seconds < Double.POSITIVE_INFINITY) {
            reach(next, edge, seconds, open);
          }
        }
      }
    }
    return Optional.empty();
  }

  private void reach(int edge, int from, double seconds, PriorityQueue<Entry> open) {
    if (seen[edge] != search || seconds < best[edge]) {
      seen[edge] = search;
      best[edge] = seconds;
      previous[edge] = from;
      open.add(new Entry(seconds, edge));
    }
  }

  private int[] path(int to) {
    int length = 0;
    for (int edge = to; edge >= 0; edge = previous[edge]) {
      length++;
    }
    int[] path = new int[length];
    for (int edge = to; edge >= 0; edge = previous[edge]) {
      path[--length] = edge;
    }
    return path;
  }
}
