package io.testroad.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Finds what may hinder passenger cars in a network. */
final class NetworkDoubts {

  /** How many ids a warning names. */
  private static final int NAMED = 5;

  private static final VehicleClass CAR = VehicleClass.PASSENGER;

  private NetworkDoubts() {}

  /**
   * A sentence for each kind of doubt.
   *
   * @param partOf strongly connected part of each edge, or -1, as {@link StrongParts} finds them
   */
  static List<String> list(Network network, RoadGraph graph, int[] partOf) {
    List<String> warnings = new ArrayList<>();
    add(warnings, deadEnds(network, graph, partOf), "Roads that end without an exit");
    add(warnings, lanesWithoutSuccessor(network, graph, partOf), "Lanes that lead nowhere");
    add(warnings, outside(network, partOf), "Roads outside the largest connected part");
    return warnings;
  }

  private static void add(List<String> warnings, List<String> ids, String what) {
    if (!ids.isEmpty()) {
      String named = ids.stream().limit(NAMED).collect(Collectors.joining(", "));
      String more = ids.size() > NAMED ? ", …" : ".";
      warnings.add(what + " (" + ids.size() + "): " + named + more);
    }
  }

  private static List<String> deadEnds(Network network, RoadGraph graph, int[] partOf) {
    return network.edges().stream()
        .filter(edge -> partOf[edge.index()] >= 0 && !hasExit(graph, edge.index()))
        .map(Edge::id)
        .toList();
  }

  private static boolean hasExit(RoadGraph graph, int edge) {
    return Arrays.stream(graph.following(edge)).anyMatch(next -> graph.connects(edge, next, CAR));
  }

  /** Lanes for cars without a link, on roads that do have an exit. */
  private static List<String> lanesWithoutSuccessor(
      Network network, RoadGraph graph, int[] partOf) {
    return network.lanes().stream()
        .filter(lane -> partOf[lane.edge()] >= 0 && lane.permissions().allow(CAR))
        .filter(lane -> network.linksFrom(lane.index()).isEmpty())
        .filter(lane -> hasExit(graph, lane.edge()))
        .map(Lane::id)
        .toList();
  }

  private static List<String> outside(Network network, int[] partOf) {
    int[] sizes = new int[partOf.length + 1];
    Arrays.stream(partOf).filter(part -> part >= 0).forEach(part -> sizes[part]++);
    int largest = 0;
    for (int part = 1; part < sizes.length; part++) {
      largest = sizes[part] > sizes[largest] ? part : largest;
    }
    int main = largest;
    return network.edges().stream()
        .filter(edge -> partOf[edge.index()] >= 0 && partOf[edge.index()] != main)
        .map(Edge::id)
        .toList();
  }
}
