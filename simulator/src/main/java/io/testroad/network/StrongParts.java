package io.testroad.network;

import java.util.Arrays;

/**
 * The parts of a graph of roads within which every road reaches every other, for a class.
 *
 * <p>Source: Tarjan, "Depth-first search and linear graph algorithms", 1972, without recursion.
 */
final class StrongParts {

  private static final int NONE = -1;

  private final RoadGraph graph;
  private final VehicleClass vehicleClass;
  private final int[] partOf;
  private final int[] found;
  private final int[] lowest;
  private final int[] nextArc;
  private final int[] path;
  private final int[] open;
  private int openSize;
  private int clock;
  private int parts;

  private StrongParts(RoadGraph graph, VehicleClass vehicleClass) {
    int edges = graph.edgeCount();
    this.graph = graph;
    this.vehicleClass = vehicleClass;
    partOf = filled(edges);
    found = filled(edges);
    lowest = new int[edges];
    nextArc = new int[edges];
    path = new int[edges];
    open = new int[edges];
  }

  private static int[] filled(int size) {
    int[] array = new int[size];
    Arrays.fill(array, NONE);
    return array;
  }

  /**
   * The part in which each edge lies, or -1 for edges left out.
   *
   * @param included whether an edge is a road that the class may use, by edge index
   */
  static int[] of(RoadGraph graph, VehicleClass vehicleClass, boolean[] included) {
    StrongParts search = new StrongParts(graph, vehicleClass);
    for (int edge = 0; edge < included.length; edge++) {
      if (included[edge] && search.found[edge] == NONE) {
        search.explore(edge);
      }
    }
    return search.partOf;
  }

  private void explore(int start) {
    int depth = 0;
    path[0] = start;
    open(start);
    while (depth >= 0) {
      int edge = path[depth];
      if (nextArc[edge] < graph.firstArc(edge + 1)) {
        int arc = nextArc[edge]++;
        int next = graph.target(arc);
        if (!graph.arcAllows(arc, vehicleClass)) {
          continue;
        }
        if (found[next] == NONE) {
          path[++depth] = next;
          open(next);
        } else if (partOf[next] == NONE) {
          lowest[edge] = Math.min(lowest[edge], found[next]);
        }
      } else {
        close(edge);
        depth--;
        if (depth >= 0) {
          lowest[path[depth]] = Math.min(lowest[path[depth]], lowest[edge]);
        }
      }
    }
  }

  private void open(int edge) {
    found[edge] = clock;
    lowest[edge] = clock++;
    nextArc[edge] = graph.firstArc(edge);
    open[openSize++] = edge;
  }

  private void close(int edge) {
    if (lowest[edge] != found[edge]) {
      return;
    }
    int member = NONE;
    while (member != edge) {
      member = open[--openSize];
      partOf[member] = parts;
    }
    parts++;
  }
}
