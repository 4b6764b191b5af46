package io.testroad.demand;

import io.testroad.engine.RandomStream;
import io.testroad.finding.Findings;
import io.testroad.finding.Position;
import io.testroad.network.Network;
import io.testroad.network.VehicleClass;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes departures of what was read: looks up names, unrolls flows, draws what is random. */
final class DemandAssembly {

  private final DemandElements read;
  private final Findings findings;
  private final FirstWarnings warnings;
  private final int limit;
  private final WayFinder ways;
  private final StopPlanner planner;
  private final DepartureMaker maker;
  private final RandomStream typeStream;
  private final RandomStream routeStream;
  private final RandomStream flowStream;
  private final List<Departure> departures = new ArrayList<>();
  private final Set<String> vehicles = new HashSet<>();
  private int asked;
  private boolean full;

  DemandAssembly(
      Network network,
      DemandElements read,
      EdgePath.Pool pool,
      RouteFinder finder,
      long seed,
      int limit,
      Findings findings) {
    this.read = read;
    this.limit = limit;
    this.findings = findings;
    warnings = new FirstWarnings(findings);
    ways = new WayFinder(network, finder, pool, warnings);
    planner = new StopPlanner(network, read.stops(), warnings);
    maker = new DepartureMaker(network, seed, findings, warnings);
    typeStream = RandomStream.of(seed, "demand.type");
    routeStream = RandomStream.of(seed, "demand.route");
    flowStream = RandomStream.of(seed, "demand.flow");
  }

  /** The demand; what is faulty in it was recorded and is left out. */
  Demand build() {
    read.types().resolve();
    read.routes().resolve();
    checkBusStops();
    for (VehicleRequest request : read.vehicles().requests()) {
      unroll(request);
    }
    ways.report();
    warnings.report();
    read.omitted().report(findings);
    departures.sort(Comparator.comparingLong(Departure::departMs));
    return new Demand(read.types().types(), departures, read.programs().programs());
  }

  private void checkBusStops() {
    for (RouteDefinition route : read.routes().all()) {
      route.stops().forEach(read.stops()::checkBusStop);
    }
    for (VehicleRequest request : read.vehicles().requests()) {
      request.stops().forEach(read.stops()::checkBusStop);
    }
  }

  private void unroll(VehicleRequest request) {
    Choice<Integer> types = read.types().find(request.type());
    if (types == null) {
      read.types().reportUnknown(request.type(), request.position());
    }
    Choice<RouteDefinition> routes = null;
    if (request.way() instanceof VehicleRequest.Named named) {
      routes = read.routes().find(named.id());
      if (routes == null) {
        read.routes().reportUnknown(named.id(), request.position());
        return;
      }
      if (isEmpty(routes, request)) {
        return;
      }
    }
    if (types == null || isEmpty(types, request)) {
      return;
    }
    Unrolling unrolling = new Unrolling(request, types, routes);
    FlowSchedule flow = request.flow();
    if (flow == null) {
      unrolling.depart(0, request.departMs(), request.id());
    } else {
      flow.forEach(
          flowStream.forEntity(unrolling.entity),
          (counter, departMs) ->
              unrolling.depart(counter, departMs, request.id() + "." + counter) && !full);
    }
  }

  private boolean isEmpty(Choice<?> choice, VehicleRequest request) {
    if (choice.isEmpty()) {
      findings.error(
          "bad-distribution",
          request.position(),
          "'" + request.id() + "' draws from a distribution that holds nothing.",
          "Give the distribution members with probabilities above 0.");
      return true;
    }
    return false;
  }

  /** A vehicle or a flow while its departures are made. */
  private final class Unrolling {
    private final VehicleRequest request;
    private final Choice<Integer> types;
    private final @Nullable Choice<RouteDefinition> routes;
    private final long entity;
    private final Set<VehicleClass> without = EnumSet.noneOf(VehicleClass.class);

    Unrolling(
        VehicleRequest request, Choice<Integer> types, @Nullable Choice<RouteDefinition> routes) {
      this.request = request;
      this.types = types;
      this.routes = routes;
      entity = RandomStream.hash(request.id());
    }

    /** Makes one departure; returns whether it makes sense to go on. */
    boolean depart(long counter, long departMs, String name) {
      asked++;
      if (asked > limit) {
        refuseMore();
        return false;
      }
      if (!vehicles.add(name)) {
        findings.error(
            "duplicate-id",
            request.position(),
            "There are two vehicles '" + name + "'.",
            "Rename one.");
        return false;
      }
      int type = types.draw(typeStream.uniform(entity, counter));
      VehicleClass vehicleClass = read.types().types().get(type).vehicleClass();
      RouteDefinition route = route(counter);
      EdgePath path = route == null ? search(vehicleClass) : route.path();
      if (path == null || !ways.isConnected(path, vehicleClass, placeOfRoute(route), name)) {
        return true;
      }
      Departure made =
          maker.make(
              request,
              new DepartureMaker.Instance(name, entity, counter, departMs),
              type,
              read.types().types().get(type),
              path.edges(),
              stops(path, route, vehicleClass, departMs));
      if (made != null) {
        departures.add(made);
      }
      return made != null;
    }

    private Position placeOfRoute(@Nullable RouteDefinition route) {
      boolean shared = request.way() instanceof VehicleRequest.Named;
      return shared && route != null ? route.position() : request.position();
    }

    private List<Departure.Stop> stops(
        EdgePath path, @Nullable RouteDefinition route, VehicleClass vehicleClass, long departMs) {
      StopPlanner.Plan plan = planner.plan(path.edges(), vehicleClass);
      if (route != null) {
        plan.add(route.stops(), departMs);
      }
      FlowSchedule flow = request.flow();
      plan.add(request.stops(), flow == null ? 0 : departMs - flow.beginMs());
      return plan.stops();
    }

    private @Nullable RouteDefinition route(long counter) {
      if (request.way() instanceof VehicleRequest.Own own) {
        return own.route();
      }
      return routes == null ? null : routes.draw(routeStream.uniform(entity, counter));
    }

    /** The way between the ends; null, with one warning a class, when there is none. */
    private @Nullable EdgePath search(VehicleClass vehicleClass) {
      if (!(request.way() instanceof VehicleRequest.Searched way)
          || without.contains(vehicleClass)) {
        return null;
      }
      List<Integer> via = way.via().isEmpty() ? planner.edgesOf(request.stops()) : way.via();
      EdgePath path =
          ways.search(
              WayFinder.chain(way.from(), via, way.to()),
              vehicleClass,
              request.position(),
              request.id());
      if (path == null) {
        without.add(vehicleClass);
      }
      return path;
    }

    private void refuseMore() {
      if (!full) {
        findings.error(
            "too-many-vehicles",
            request.position(),
            "More than " + limit + " vehicles depart.",
            "Check the rates of flows.");
      }
      full = true;
    }
  }
}
