package io.testroad.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * An immutable road network. Everything is found by dense index; ids are looked up once at reading.
 *
 * @param edges roads and the insides of junctions
 * @param lanes all lanes; those of an edge stand together
 * @param junctions ordinary and internal ones
 * @param links all links
 * @param signals traffic lights
 * @param roundabouts each the indices of its edges
 * @param location where the plane lies on earth
 * @param lookup ids to indices; made by {@link #of}
 */
public record Network(
    List<Edge> edges,
    List<Lane> lanes,
    List<Junction> junctions,
    List<Link> links,
    List<Signal> signals,
    List<List<Integer>> roundabouts,
    Location location,
    Lookup lookup) {

  /**
   * Where the plane lies on earth.
   *
   * @param offsetX added to projected coordinates, m
   * @param offsetY added to projected coordinates, m
   * @param minX bounds of the plane, m
   * @param minY bounds of the plane, m
   * @param maxX bounds of the plane, m
   * @param maxY bounds of the plane, m
   * @param projection PROJ string, or "!" when there is none
   */
  public record Location(
      double offsetX,
      double offsetY,
      double minX,
      double minY,
      double maxX,
      double maxY,
      String projection) {}

  /** Ids to indices, and links by the lane they leave; built once. */
  public static final class Lookup {
    private final Map<String, Integer> edges;
    private final Map<String, Integer> lanes;
    private final Map<String, Integer> junctions;
    private final Map<String, Integer> signals;
    private final List<List<Link>> linksFrom;

    /** Takes maps that nobody will change any more. */
    Lookup(
        Map<String, Integer> edges,
        Map<String, Integer> lanes,
        Map<String, Integer> junctions,
        Map<String, Integer> signals,
        List<Lane> allLanes,
        List<Link> links) {
      this.edges = edges;
      this.lanes = lanes;
      this.junctions = junctions;
      this.signals = signals;
      linksFrom = byLane(allLanes.size(), links);
    }

    private static List<List<Link>> byLane(int lanes, List<Link> links) {
      int[] first = new int[lanes + 1];
      links.forEach(link -> first[link.fromLane() + 1]++);
      for (int lane = 0; lane < lanes; lane++) {
        first[lane + 1] += first[lane];
      }
      Link[] sorted = new Link[links.size()];
      int[] next = Arrays.copyOf(first, lanes);
      links.forEach(link -> sorted[next[link.fromLane()]++] = link);
      List<Link> inOrder = List.of(sorted);
      List<List<Link>> all = new ArrayList<>(lanes);
      for (int lane = 0; lane < lanes; lane++) {
        int count = first[lane + 1] - first[lane];
        all.add(
            count == 1
                ? List.of(sorted[first[lane]])
                : inOrder.subList(first[lane], first[lane + 1]));
      }
      return all;
    }

    /** Always: what it holds follows from the other components of the network. */
    @Override
    public boolean equals(Object other) {
      return other instanceof Lookup;
    }

    @Override
    public int hashCode() {
      return 1;
    }
  }

  /** A network from its parts. */
  public static Network of(
      List<Edge> edges,
      List<Lane> lanes,
      List<Junction> junctions,
      List<Link> links,
      List<Signal> signals,
      List<List<Integer>> roundabouts,
      Location location) {
    Map<String, Integer> edgeIndex = new HashMap<>();
    Map<String, Integer> laneIndex = new HashMap<>();
    Map<String, Integer> junctionIndex = new HashMap<>();
    Map<String, Integer> signalIndex = new HashMap<>();
    edges.forEach(edge -> edgeIndex.put(edge.id(), edge.index()));
    lanes.forEach(lane -> laneIndex.put(lane.id(), lane.index()));
    junctions.forEach(junction -> junctionIndex.put(junction.id(), junction.index()));
    signals.forEach(signal -> signalIndex.put(signal.id(), signal.index()));
    Lookup lookup = new Lookup(edgeIndex, laneIndex, junctionIndex, signalIndex, lanes, links);
    return of(edges, lanes, junctions, links, signals, roundabouts, location, lookup);
  }

  /** A network from its parts and a lookup that was made with them. */
  static Network of(
      List<Edge> edges,
      List<Lane> lanes,
      List<Junction> junctions,
      List<Link> links,
      List<Signal> signals,
      List<List<Integer>> roundabouts,
      Location location,
      Lookup lookup) {
    return new Network(
        List.copyOf(edges),
        List.copyOf(lanes),
        List.copyOf(junctions),
        List.copyOf(links),
        List.copyOf(signals),
        List.copyOf(roundabouts),
        location,
        lookup);
  }

  /**
   * The same network with further signal programs, behind those it has: the last one runs.
   *
   * @param programs by signal id; those of unknown signals are left out. A program whose id the
   *     signal has already takes that one's place at the end
   */
  public Network withPrograms(Map<String, List<Signal.Program>> programs) {
    if (programs.isEmpty()) {
      return this;
    }
    List<Signal> renewed = new ArrayList<>();
    for (Signal signal : signals) {
      List<Signal.Program> all = new ArrayList<>(signal.programs());
      for (Signal.Program program : programs.getOrDefault(signal.id(), List.of())) {
        all.removeIf(old -> old.id().equals(program.id()));
        all.add(program);
      }
      renewed.add(new Signal(signal.index(), signal.id(), signal.linkCount(), all));
    }
    return of(edges, lanes, junctions, links, renewed, roundabouts, location, lookup);
  }

  /** The index of an edge by id. */
  public OptionalInt findEdge(String id) {
    return find(lookup.edges, id);
  }

  /** The index of a lane by id. */
  public OptionalInt findLane(String id) {
    return find(lookup.lanes, id);
  }

  /** The index of a junction by id. */
  public OptionalInt findJunction(String id) {
    return find(lookup.junctions, id);
  }

  /** The index of a signal by id. */
  public OptionalInt findSignal(String id) {
    return find(lookup.signals, id);
  }

  /** The id of the signal that rules the end of an edge; of several the first by its lanes. */
  public Optional<String> findSignalAt(int edge) {
    Edge road = edges.get(edge);
    for (int lane = road.firstLane(); lane < road.firstLane() + road.laneCount(); lane++) {
      for (Link link : linksFrom(lane)) {
        if (link.signal() >= 0) {
          return Optional.of(signals.get(link.signal()).id());
        }
      }
    }
    return Optional.empty();
  }

  /** The edge of a lane. */
  public Edge edgeOf(Lane lane) {
    return edges.get(lane.edge());
  }

  /** The links that leave a lane, in the file's order. */
  public List<Link> linksFrom(int lane) {
    return lookup.linksFrom.get(lane);
  }

  /** Length of an edge: that of its rightmost lane, m. */
  public double lengthM(int edge) {
    return lanes.get(edges.get(edge).firstLane()).lengthM();
  }

  private static OptionalInt find(Map<String, Integer> map, String id) {
    Integer index = map.get(id);
    return index == null ? OptionalInt.empty() : OptionalInt.of(index);
  }
}
