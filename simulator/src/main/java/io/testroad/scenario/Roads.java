package io.testroad.scenario;

import io.testroad.finding.Findings;
import io.testroad.finding.Position;
import io.testroad.network.Edge;
import io.testroad.network.Lane;
import io.testroad.network.Network;
import io.testroad.network.RoadGraph;
import io.testroad.network.Router;
import io.testroad.network.Signal;
import io.testroad.network.VehicleClass;
import io.testroad.sensing.Coverage;
import io.testroad.yaml.Scalar;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The roads and signals that a scenario names.
 *
 * <p>Where the network could not be read nothing is found and nothing reported: that has a finding
 * of its own.
 */
final class Roads {

  /** What the types of expressways contain. */
  static final List<String> EXPRESSWAYS = List.of("motorway", "expressway");

  private record Way(int from, int to, VehicleClass vehicleClass) {}

  private final @Nullable Network network;
  private final @Nullable RoadGraph graph;
  private final @Nullable Router router;
  private final Findings findings;
  private final Map<Way, Optional<int[]>> ways = new HashMap<>();
  private final Set<String> names = new TreeSet<>();

  Roads(@Nullable Network network, Findings findings) {
    this.network = network;
    this.findings = findings;
    graph = network == null ? null : RoadGraph.of(network);
    router = graph == null ? null : new Router(graph);
    if (network != null) {
      network.edges().stream().filter(Edge::isRoad).forEach(edge -> names.add(edge.id()));
    }
  }

  /** Whether there is a network. */
  boolean known() {
    return network != null;
  }

  /** The id of a road. */
  String id(int edge) {
    return network == null ? "" : network.edges().get(edge).id();
  }

  /** The number of lanes of a road. */
  int laneCount(int edge) {
    return network == null ? 0 : network.edges().get(edge).laneCount();
  }

  /** The index of a road that must exist; otherwise a finding {@code unknown-road}. */
  OptionalInt find(Scalar written) {
    if (network == null) {
      return OptionalInt.empty();
    }
    OptionalInt edge = indexOf(network, written.text());
    if (edge.isEmpty()) {
      unknown("unknown-road", "road", written, written.text(), names);
    }
    return edge;
  }

  /** The index of a road by its id. */
  OptionalInt indexOf(String id) {
    return network == null ? OptionalInt.empty() : indexOf(network, id);
  }

  /** The length of a road, m. */
  double lengthM(int edge) {
    return network == null ? 0 : rightmost(network, edge).lengthM();
  }

  /** All roads with their lengths. */
  Coverage coverage() {
    SortedMap<String, Double> lengthsM = new TreeMap<>();
    names.forEach(name -> indexOf(name).ifPresent(edge -> lengthsM.put(name, lengthM(edge))));
    return new Coverage(lengthsM);
  }

  /** The speed limit of a road, m/s. */
  double speedLimitMps(int edge) {
    return network == null ? 0 : rightmost(network, edge).speedLimitMps();
  }

  /** Whether a road is an expressway. */
  boolean isExpressway(int edge) {
    return network != null
        && EXPRESSWAYS.stream().anyMatch(network.edges().get(edge).type()::contains);
  }

  private static Lane rightmost(Network network, int edge) {
    return network.lanes().get(network.edges().get(edge).firstLane());
  }

  private static OptionalInt indexOf(Network network, String id) {
    OptionalInt edge = network.findEdge(id);
    boolean road = edge.isPresent() && network.edges().get(edge.getAsInt()).isRoad();
    return road ? edge : OptionalInt.empty();
  }

  /**
   * The indices of the roads that patterns match, ascending; a pattern that matches none faults.
   */
  List<Integer> match(List<Scalar> patterns) {
    Set<Integer> found = new TreeSet<>();
    for (Scalar written : patterns) {
      Glob glob = new Glob(written.text());
      if (glob.isPlain()) {
        find(written).ifPresent(found::add);
      } else if (network != null) {
        int before = found.size();
        boolean any = addMatching(network, glob, found);
        if (!any && found.size() == before) {
          unknown("no-road-matches", "road like", written, glob.bare(), names);
        }
      }
    }
    return List.copyOf(found);
  }

  private boolean addMatching(Network roads, Glob glob, Set<Integer> found) {
    boolean any = false;
    for (String name : names) {
      if (glob.matches(name)) {
        found.add(roads.findEdge(name).orElseThrow());
        any = true;
      }
    }
    return any;
  }

  /** A signal that must exist; otherwise a finding {@code unknown-signal}. */
  Optional<Signal> findSignal(Scalar written) {
    return findSignal(written.text(), written.position());
  }

  Optional<Signal> findSignal(String id, Position position) {
    if (network == null) {
      return Optional.empty();
    }
    OptionalInt index = network.findSignal(id);
    if (index.isPresent()) {
      return Optional.of(network.signals().get(index.getAsInt()));
    }
    Set<String> signals = new TreeSet<>();
    network.signals().forEach(signal -> signals.add(signal.id()));
    unknown("unknown-signal", "signal", Scalar.plain(id, position), id, signals);
    return Optional.empty();
  }

  private void unknown(String code, String what, Scalar written, String word, Set<String> known) {
    findings.error(
        code,
        written.position(),
        "The network has no " + what + " '" + written.text() + "'.",
        Findings.nearest(word, known).map(near -> "Did you mean '" + near + "'?").orElse(""));
  }

  /** Whether some lane leads from a road to another. */
  boolean connects(int from, int to, VehicleClass vehicleClass) {
    return graph != null && graph.connects(from, to, vehicleClass);
  }

  /** The quickest way between two roads; remembered. */
  Optional<int[]> way(int from, int to, VehicleClass vehicleClass) {
    Router search = router;
    if (search == null) {
      return Optional.empty();
    }
    return ways.computeIfAbsent(
        new Way(from, to, vehicleClass), way -> search.find(from, to, vehicleClass));
  }

  /** The quickest route by some roads in turn; when there is none, a finding {@code no-route}. */
  Optional<List<String>> route(List<Integer> stops, VehicleClass vehicleClass, Position position) {
    int[] route = {stops.get(0)};
    for (int i = 1; i < stops.size(); i++) {
      int from = stops.get(i - 1);
      Optional<int[]> way = way(from, stops.get(i), vehicleClass);
      if (way.isEmpty()) {
        noRoute(from, stops.get(i), vehicleClass, position);
        return Optional.empty();
      }
      int length = route.length;
      route = Arrays.copyOf(route, length + way.get().length - 1);
      System.arraycopy(way.get(), 1, route, length, way.get().length - 1);
    }
    return Optional.of(Arrays.stream(route).mapToObj(this::id).toList());
  }

  private void noRoute(int from, int to, VehicleClass vehicleClass, Position position) {
    findings.error(
        "no-route",
        position,
        "No way leads from '"
            + id(from)
            + "' to '"
            + id(to)
            + "' for the class "
            + vehicleClass.written()
            + ".",
        "Check the roads' directions and permissions.");
  }
}
