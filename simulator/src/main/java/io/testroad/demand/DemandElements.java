package io.testroad.demand;

import io.testroad.finding.Findings;
import io.testroad.network.Network;
import io.testroad.network.XmlElement;
import io.testroad.network.XmlInput;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;

/** Hands each element of a demand file to the reader of its kind, by the element it stands in. */
final class DemandElements implements XmlInput.Handler {

  /** What the open elements are. */
  private enum Within {
    FILE,
    TYPE_DISTRIBUTION,
    TYPE,
    ROUTE_DISTRIBUTION,
    ROUTE,
    VEHICLE,
    SIGNAL,
    LEFT_OUT
  }

  private static final Set<String> OTHER_FILES =
      Set.of("net", "sumoConfiguration", "configuration", "nodes", "edges", "connections");

  private final Deque<Within> open = new ArrayDeque<>();
  private final OmittedElements omitted;
  private final TypeReader types;
  private final RouteReader routes;
  private final VehicleReader vehicles;
  private final StopReader stops;
  private final ProgramReader programs;

  DemandElements(Network network, EdgePath.Pool pool, long defaultEndMs, Findings findings) {
    EdgeText edges = new EdgeText(network, findings);
    omitted = new OmittedElements();
    types = new TypeReader(findings);
    routes = new RouteReader(edges, pool, omitted, findings);
    vehicles = new VehicleReader(edges, omitted, findings, defaultEndMs);
    stops = new StopReader(network, edges, omitted, findings);
    programs = new ProgramReader(network);
  }

  /** A further file begins. */
  void beginFile() {
    open.clear();
  }

  @Override
  public void start(XmlElement element) {
    Within parent = open.peek();
    open.push(parent == null ? file(element) : begin(parent, element));
  }

  private static Within file(XmlElement element) {
    if (OTHER_FILES.contains(element.name())) {
      element.fault(
          "wrong-root",
          "The outermost element is <" + element.name() + ">; this is no file of routes.",
          "Name a route file or an additional file.");
      return Within.LEFT_OUT;
    }
    return Within.FILE;
  }

  private Within begin(Within parent, XmlElement element) {
    return switch (parent) {
      case FILE -> inFile(element);
      case TYPE_DISTRIBUTION -> inTypeDistribution(element);
      case TYPE -> inType(element);
      case ROUTE_DISTRIBUTION -> inRouteDistribution(element);
      case ROUTE -> inRoute(element);
      case VEHICLE -> inVehicle(element);
      case SIGNAL -> inSignal(element);
      case LEFT_OUT -> Within.LEFT_OUT;
    };
  }

  private Within inFile(XmlElement element) {
    switch (element.name()) {
      case "vehicle", "trip", "flow" -> {
        vehicles.begin(element);
        return Within.VEHICLE;
      }
      case "vType", "vtype" -> {
        types.beginType(element);
        return Within.TYPE;
      }
      case "vTypeDistribution", "vtypeDistribution" -> {
        types.beginDistribution(element);
        return Within.TYPE_DISTRIBUTION;
      }
      case "route" -> {
        routes.beginRoute(element, false);
        return Within.ROUTE;
      }
      case "routeDistribution" -> {
        routes.beginDistribution(element, "");
        return Within.ROUTE_DISTRIBUTION;
      }
      case "tlLogic" -> {
        programs.begin(element);
        return Within.SIGNAL;
      }
      case "busStop", "trainStop", "chargingStation", "containerStop" -> {
        stops.busStop(element);
        return Within.LEFT_OUT;
      }
      default -> {
        return leaveOut(element);
      }
    }
  }

  private Within inTypeDistribution(XmlElement element) {
    if (element.name().equals("vType") || element.name().equals("vtype")) {
      types.beginType(element);
      return Within.TYPE;
    }
    return leaveOut(element);
  }

  private Within inType(XmlElement element) {
    if (element.name().startsWith("carFollowing-")) {
      types.model(element);
      return Within.LEFT_OUT;
    }
    return leaveOut(element);
  }

  private Within inRouteDistribution(XmlElement element) {
    if (element.name().equals("route")) {
      routes.beginRoute(element, false);
      return Within.ROUTE;
    }
    return leaveOut(element);
  }

  private Within inRoute(XmlElement element) {
    if (!element.name().equals("stop")) {
      return leaveOut(element);
    }
    StopRequest stop = stops.stop(element);
    if (stop != null) {
      routes.add(stop);
    }
    return Within.LEFT_OUT;
  }

  private Within inVehicle(XmlElement element) {
    switch (element.name()) {
      case "route" -> {
        vehicles.own(element, routes.beginRoute(element, true));
        return Within.ROUTE;
      }
      case "routeDistribution" -> {
        vehicles.named(element, routes.beginDistribution(element, vehicles.id()));
        return Within.ROUTE_DISTRIBUTION;
      }
      case "stop" -> {
        StopRequest stop = stops.stop(element);
        if (stop != null) {
          vehicles.add(stop);
        }
        return Within.LEFT_OUT;
      }
      default -> {
        return leaveOut(element);
      }
    }
  }

  private Within inSignal(XmlElement element) {
    if (element.name().equals("phase")) {
      programs.phase(element);
      return Within.LEFT_OUT;
    }
    return leaveOut(element);
  }

  private Within leaveOut(XmlElement element) {
    omitted.element(element);
    return Within.LEFT_OUT;
  }

  @Override
  public void end(String name) {
    switch (open.pop()) {
      case TYPE -> types.endType();
      case TYPE_DISTRIBUTION -> types.endDistribution();
      case ROUTE_DISTRIBUTION -> routes.endDistribution();
      case VEHICLE -> vehicles.end();
      case SIGNAL -> programs.end(omitted.warnings());
      case FILE, ROUTE, LEFT_OUT -> {}
    }
  }

  OmittedElements omitted() {
    return omitted;
  }

  TypeReader types() {
    return types;
  }

  RouteReader routes() {
    return routes;
  }

  VehicleReader vehicles() {
    return vehicles;
  }

  StopReader stops() {
    return stops;
  }

  ProgramReader programs() {
    return programs;
  }
}
