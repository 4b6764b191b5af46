package io.testroad.network;

import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a network consists of, and what is doubtful in it.
 *
 * @param roads edges between junctions
 * @param internalEdges edges inside junctions
 * @param lanes lanes of roads
 * @param internalLanes lanes inside junctions, crossings and walking areas included
 * @param junctions number by kind, internal ones included; kinds that do not occur are left out
 * @param signals signals
 * @param links movements from road to road
 * @param roundabouts roundabouts
 * @param roadKm length of the roads that passenger cars may use, each direction by itself, km
 * @param laneKm length of the lanes that passenger cars may use, km
 * @param typeKm the same as roadKm by the roads' types, those without one left out
 * @param partSizes roads in each part within which passenger cars reach every road from every
 *     other, largest first
 * @param warnings what may hinder passenger cars, a sentence each; of many of a kind the first few
 */
public record NetworkSummary(
    int roads,
    int internalEdges,
    int lanes,
    int internalLanes,
    Map<Junction.Kind, Integer> junctions,
    int signals,
    int links,
    int roundabouts,
    double roadKm,
    double laneKm,
    SortedMap<String, Double> typeKm,
    List<Integer> partSizes,
    List<String> warnings) {

  private static final VehicleClass CAR = VehicleClass.PASSENGER;

  public NetworkSummary {
    typeKm = Collections.unmodifiableSortedMap(new TreeMap<>(typeKm));
    partSizes = List.copyOf(partSizes);
    warnings = List.copyOf(warnings);
  }

  /** The summary of a network and its graph. */
  public static NetworkSummary of(Network network, RoadGraph graph) {
    boolean[] carRoads = new boolean[network.edges().size()];
    double[] metres = new double[2];
    int roads = 0;
    int roadLanes = 0;
    for (Edge edge : network.edges()) {
      if (edge.isRoad()) {
        roads++;
        roadLanes += edge.laneCount();
        carRoads[edge.index()] = graph.allows(edge.index(), CAR);
        measure(network, edge, metres);
      }
    }
    int[] partOf = StrongParts.of(graph, CAR, carRoads);
    return new NetworkSummary(
        roads,
        network.edges().size() - roads,
        roadLanes,
        network.lanes().size() - roadLanes,
        junctionKinds(network),
        network.signals().size(),
        movements(network),
        network.roundabouts().size(),
        metres[0] / 1000,
        metres[1] / 1000,
        typeKm(network),
        partSizes(partOf),
        NetworkDoubts.list(network, graph, partOf));
  }

  /** Length of a network's roads that passenger cars may use, each direction by itself, m. */
  public static double roadM(Network network) {
    double[] metres = new double[2];
    network.edges().stream().filter(Edge::isRoad).forEach(e -> measure(network, e, metres));
    return metres[0];
  }

  /** Adds an edge's length and that of its lanes, as far as cars may use them. */
  private static void measure(Network network, Edge edge, double[] metres) {
    double longest = 0;
    for (int i = 0; i < edge.laneCount(); i++) {
      Lane lane = network.lanes().get(edge.firstLane() + i);
      if (lane.permissions().allow(CAR)) {
        longest = Math.max(longest, lane.lengthM());
        metres[1] += lane.lengthM();
      }
    }
    metres[0] += longest;
  }

  private static SortedMap<String, Double> typeKm(Network network) {
    SortedMap<String, Double> lengths = new TreeMap<>();
    for (Edge edge : network.edges()) {
      double[] metres = new double[2];
      if (edge.isRoad() && !edge.type().isEmpty()) {
        measure(network, edge, metres);
        lengths.merge(edge.type(), metres[0] / 1000, Double::sum);
      }
    }
    lengths.values().removeIf(km -> km == 0);
    return lengths;
  }

  private static int movements(Network network) {
    int count = 0;
    for (Link link : network.links()) {
      Edge from = network.edgeOf(network.lanes().get(link.fromLane()));
      Edge to = network.edgeOf(network.lanes().get(link.toLane()));
      count += from.isRoad() && to.isRoad() ? 1 : 0;
    }
    return count;
  }

  /** Which edges belong to the largest part in which cars reach every road from every other. */
  public static boolean[] largestPart(Network network, RoadGraph graph) {
    boolean[] member = new boolean[network.edges().size()];
    for (Edge edge : network.edges()) {
      member[edge.index()] = edge.isRoad() && graph.allows(edge.index(), CAR);
    }
    int[] partOf = StrongParts.of(graph, CAR, member);
    int[] sizes = new int[partOf.length + 1];
    Arrays.stream(partOf).filter(part -> part >= 0).forEach(part -> sizes[part]++);
    int largest = 0;
    for (int part = 1; part < sizes.length; part++) {
      largest = sizes[part] > sizes[largest] ? part : largest;
    }
    for (int edge = 0; edge < member.length; edge++) {
      member[edge] = partOf[edge] == largest;
    }
    return member;
  }

  private static Map<Junction.Kind, Integer> junctionKinds(Network network) {
    Map<Junction.Kind, Integer> kinds = new EnumMap<>(Junction.Kind.class);
    network.junctions().forEach(junction -> kinds.merge(junction.kind(), 1, Integer::sum));
    return kinds;
  }

  private static List<Integer> partSizes(int[] partOf) {
    Map<Integer, Integer> sizes = new TreeMap<>();
    Arrays.stream(partOf).filter(p -> p >= 0).forEach(p -> sizes.merge(p, 1, Integer::sum));
    return sizes.values().stream()
        .sorted(Comparator.reverseOrder())
        .collect(Collectors.toUnmodifiableList());
  }
}
