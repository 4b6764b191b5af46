package io.testroad.demand;

import io.testroad.finding.Position;
import io.testroad.network.Edge;
import io.testroad.network.Network;
import io.testroad.network.VehicleClass;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Gives vehicles their edges: by searching where only the ends are known, and by leaving out, with
 * a warning, those whose edges aren't connected for them.
 */
final class WayFinder {

  /** A search; {@code edges} holds both ends and what lies between. */
  private record Search(List<Integer> edges, VehicleClass vehicleClass) {}

  private record Broken(Position position, VehicleClass vehicleClass) {}

  /** Those that one break of a route leaves out. */
  private static final class LeftOut {
    private final EdgePath path;
    private final String first;
    private int count;

    LeftOut(EdgePath path, String first) {
      this.path = path;
      this.first = first;
    }
  }

  private final Network network;
  private final RouteFinder finder;
  private final EdgePath.Pool pool;
  private final FirstWarnings warnings;
  private final Map<Search, Optional<EdgePath>> found = new HashMap<>();
  private final Map<Broken, LeftOut> broken = new LinkedHashMap<>();

  WayFinder(Network network, RouteFinder finder, EdgePath.Pool pool, FirstWarnings warnings) {
    this.network = network;
    this.finder = finder;
    this.pool = pool;
    this.warnings = warnings;
  }

  /**
   * The way by some edges in turn.
   *
   * @param position where a warning belongs when there is none
   * @return null when there is none
   */
  @Nullable EdgePath search(
      List<Integer> edges, VehicleClass vehicleClass, Position position, String name) {
    Search search = new Search(edges, vehicleClass);
    Optional<EdgePath> way = found.get(search);
    if (way == null) {
      way = searchAnew(search);
      found.put(search, way);
    }
    if (way.isEmpty()) {
      warnings.add(
          "no-route",
          position,
          "There is no way from '"
              + id(edges.get(0))
              + "' to '"
              + id(edges.get(edges.size() - 1))
              + "' for the class "
              + vehicleClass.written()
              + "; '"
              + name
              + "' is left out.",
          "Check the edges' directions and permissions.");
    }
    return way.orElse(null);
  }

  private Optional<EdgePath> searchAnew(Search search) {
    List<Integer> edges = search.edges();
    int[] way = {edges.get(0)};
    for (int i = 1; i < edges.size(); i++) {
      int from = way[way.length - 1];
      if (from == edges.get(i)) {
        continue;
      }
      Optional<int[]> part = finder.find(from, edges.get(i), search.vehicleClass());
      if (part.isEmpty()) {
        return Optional.empty();
      }
      int length = way.length;
      way = Arrays.copyOf(way, length + part.get().length - 1);
      System.arraycopy(part.get(), 1, way, length, part.get().length - 1);
    }
    return Optional.of(pool.of(way));
  }

  /**
   * Whether a class can drive a path; if not, a vehicle counts as left out.
   *
   * @param position where a warning belongs
   */
  boolean isConnected(EdgePath path, VehicleClass vehicleClass, Position position, String vehicle) {
    if (path.isFor(vehicleClass)) {
      return true;
    }
    broken.computeIfAbsent(new Broken(position, vehicleClass), key -> new LeftOut(path, vehicle))
        .count++;
    return false;
  }

  /** Records one warning for each route that leaves vehicles out. */
  void report() {
    for (Map.Entry<Broken, LeftOut> entry : broken.entrySet()) {
      VehicleClass vehicleClass = entry.getKey().vehicleClass();
      LeftOut out = entry.getValue();
      int[] edges = out.path.edges();
      int at = out.path.breakFor(pool.connections(), vehicleClass);
      String who =
          out.count == 1
              ? "; '" + out.first + "' is left out."
              : "; " + out.count + " vehicles from '" + out.first + "' on are left out.";
      String what =
          edges.length == 1
              ? "No lane of '" + id(edges[0]) + "' permits "
              : "No lane leads from '" + id(edges[at]) + "' to '" + id(edges[at + 1]) + "' for ";
      warnings.add(
          "route-not-connected",
          entry.getKey().position(),
          what + vehicleClass.written() + who,
          "Check the edges, the connections and the permissions.");
    }
  }

  private String id(int edge) {
    return network.edges().get(edge).id();
  }

  /** The edges of a list and both ends, in turn. */
  static List<Integer> chain(int from, List<Integer> via, int to) {
    List<Integer> chain = new ArrayList<>(via.size() + 2);
    chain.add(from);
    chain.addAll(via);
    chain.add(to);
    return chain;
  }

  /** The rightmost lane of an edge that a class may use, or its rightmost when it may use none. */
  static int rightmostLane(Network network, int index, VehicleClass vehicleClass) {
    Edge edge = network.edges().get(index);
    for (int lane = edge.firstLane(); lane < edge.firstLane() + edge.laneCount(); lane++) {
      if (network.lanes().get(lane).permissions().allow(vehicleClass)) {
        return lane;
      }
    }
    return edge.firstLane();
  }
}
