package io.testroad.demand;

import io.testroad.finding.Findings;
import io.testroad.finding.Position;
import io.testroad.network.XmlElement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Gathers {@code route} and {@code routeDistribution}, named ones and those inside vehicles. */
final class RouteReader {

  /** Vehicles often repeat the text of a few routes; so many texts spare a second look-up. */
  private static final int REMEMBERED_TEXTS = 20_000;

  /** A route in a distribution, by itself or by name. */
  private record Member(
      @Nullable RouteDefinition route, String name, double weight, Position position) {}

  /** A distribution of routes as read. */
  private static final class Distribution {
    private final List<Member> members = new ArrayList<>();
    private @Nullable Choice<RouteDefinition> resolved;
  }

  private final EdgeText edges;
  private final EdgePath.Pool pool;
  private final OmittedElements omitted;
  private final Findings findings;
  private final Map<String, RouteDefinition> routes = new LinkedHashMap<>();
  private final Map<String, Distribution> distributions = new LinkedHashMap<>();
  private final Map<String, Choice<RouteDefinition>> choices = new LinkedHashMap<>();
  private final List<RouteDefinition> all = new ArrayList<>();
  private final Map<String, EdgePath> pathsByText = new HashMap<>();
  private @Nullable Distribution distribution;
  private @Nullable List<StopRequest> stops;

  RouteReader(EdgeText edges, EdgePath.Pool pool, OmittedElements omitted, Findings findings) {
    this.edges = edges;
    this.pool = pool;
    this.omitted = omitted;
    this.findings = findings;
  }

  /**
   * A {@code route} begins.
   *
   * @param inVehicle whether it stands in a vehicle and so needs no id
   * @return it; null when it only refers to another
   */
  @Nullable RouteDefinition beginRoute(XmlElement element, boolean inVehicle) {
    stops = null;
    double weight = element.notNegative("probability", 1);
    Distribution open = distribution;
    if (element.has("refId") && open != null) {
      open.members.add(new Member(null, element.text("refId", ""), weight, element.position()));
      return null;
    }
    String id = inVehicle || open != null ? element.text("id", "") : element.requireId();
    RouteDefinition route = read(element);
    if (!id.isEmpty() && !inVehicle) {
      register(element, id, route);
    }
    if (open != null) {
      open.members.add(new Member(route, id, weight, element.position()));
    }
    return route;
  }

  private RouteDefinition read(XmlElement element) {
    element.requireText("edges");
    EdgePath path = path(element);
    if (element.has("repeat")) {
      omitted.attribute(element, "repeat", "the route is driven once");
    }
    List<StopRequest> read = new ArrayList<>(0);
    stops = read;
    RouteDefinition route = new RouteDefinition(element.position(), path, read);
    all.add(route);
    return route;
  }

  private @Nullable EdgePath path(XmlElement element) {
    String text = element.text("edges", "");
    EdgePath known = pathsByText.get(text);
    if (known != null) {
      return known;
    }
    int[] indices = edges.readList(element, "edges");
    if (indices.length == 0 && element.sound()) {
      element.fault("empty-route", "The route has no edges.", "List at least one edge.");
    }
    if (!element.sound()) {
      return null;
    }
    EdgePath path = pool.of(indices);
    if (pathsByText.size() < REMEMBERED_TEXTS) {
      pathsByText.put(text, path);
    }
    return path;
  }

  private void register(XmlElement element, String id, RouteDefinition route) {
    if (distributions.containsKey(id) || routes.putIfAbsent(id, route) != null) {
      element.fault("duplicate-id", "The route '" + id + "' is there twice.", "Rename one.");
    }
  }

  /** A stop inside the route that is open. */
  void add(StopRequest stop) {
    if (stops != null) {
      stops.add(stop);
    }
  }

  /**
   * A {@code routeDistribution} begins.
   *
   * @param inVehicle the vehicle's name when it stands in one, otherwise empty
   * @return the name by which {@link #find} finds it
   */
  String beginDistribution(XmlElement element, String inVehicle) {
    String id = inVehicle.isEmpty() ? element.requireId() : "!" + inVehicle;
    Distribution begun = new Distribution();
    if (routes.containsKey(id) || distributions.putIfAbsent(id, begun) != null) {
      element.fault("duplicate-id", "The route '" + id + "' is there twice.", "Rename one.");
    }
    List<String> names = Choice.words(element.text("routes", ""));
    double[] weights = Choice.readWeights(element, names.size(), 1);
    for (int i = 0; i < names.size(); i++) {
      begun.members.add(new Member(null, names.get(i), weights[i], element.position()));
    }
    distribution = begun;
    return id;
  }

  /** A {@code routeDistribution} ends. */
  void endDistribution() {
    distribution = null;
  }

  /** Looks up the members of all distributions; recorded as errors: those that don't exist. */
  void resolve() {
    for (Distribution each : distributions.values()) {
      Choice<RouteDefinition> choice = new Choice<>();
      for (Member member : each.members) {
        RouteDefinition route = member.route() == null ? routes.get(member.name()) : member.route();
        if (route == null) {
          reportUnknown(member.name(), member.position());
        } else {
          choice.add(route, member.weight());
        }
      }
      each.resolved = choice;
    }
  }

  /**
   * The routes an id stands for: one, or those of a distribution. Only after {@link #resolve}.
   *
   * @return null when there is none of that id
   */
  @Nullable Choice<RouteDefinition> find(String id) {
    Distribution found = distributions.get(id);
    if (found != null) {
      return found.resolved;
    }
    RouteDefinition route = routes.get(id);
    return route == null ? null : choices.computeIfAbsent(id, key -> Choice.only(route));
  }

  /** All routes, named and in vehicles, in the order of reading. */
  List<RouteDefinition> all() {
    return all;
  }

  /** Records that there is no route of an id. */
  void reportUnknown(String id, Position position) {
    List<String> known = findings.errors() > Findings.LIMIT ? List.of() : knownNames();
    findings.error(
        "unknown-route",
        position,
        "There is no route '" + id + "'.",
        Findings.nearest(id, known)
            .map(near -> "Did you mean '" + near + "'?")
            .orElse("Define it, or name the file that does."));
  }

  private List<String> knownNames() {
    List<String> known = new ArrayList<>(routes.keySet());
    distributions.keySet().stream().filter(id -> !id.startsWith("!")).forEach(known::add);
    return known;
  }
}
