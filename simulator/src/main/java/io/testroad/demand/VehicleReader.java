package io.testroad.demand;

import io.testroad.demand.VehicleRequest.Named;
import io.testroad.demand.VehicleRequest.Own;
import io.testroad.demand.VehicleRequest.Searched;
import io.testroad.demand.VehicleRequest.Way;
import io.testroad.finding.Findings;
import io.testroad.finding.Position;
import io.testroad.network.XmlElement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Gathers {@code vehicle}, {@code trip} and {@code flow}.
 *
 * <p>Left out, with a warning: those that wait to be triggered, and those that name only districts,
 * junctions or coordinates (their edges, where given, are used). A departure at {@code begin} is
 * one at 0.
 */
final class VehicleReader {

  private static final List<String> OTHER_ENDS =
      List.of(
          "fromTaz",
          "toTaz",
          "fromJunction",
          "toJunction",
          "fromXY",
          "toXY",
          "fromLonLat",
          "toLonLat");

  private static final List<String> LEFT_OUT =
      List.of("speedFactor", "departEdge", "arrivalEdge", "arrivalSpeed", "arrivalLane");

  private final EdgeText edges;
  private final OmittedElements omitted;
  private final Findings findings;
  private final long defaultEndMs;
  private final List<VehicleRequest> requests = new ArrayList<>();
  private final Map<DepartureWishes, DepartureWishes> wishesSeen = new HashMap<>();
  private final Map<String, String> names = new HashMap<>();

  // The vehicle that is open.
  private Position position = Position.of("");
  private String kind = "";
  private String id = "";
  private String type = "";
  private long departMs;
  private @Nullable FlowSchedule flow;
  private @Nullable DepartureWishes wishes;
  private @Nullable Way way;
  private List<StopRequest> stops = List.of();
  private String otherEnd = "";
  private boolean sound;
  private boolean wanted;

  VehicleReader(EdgeText edges, OmittedElements omitted, Findings findings, long defaultEndMs) {
    this.edges = edges;
    this.omitted = omitted;
    this.findings = findings;
    this.defaultEndMs = defaultEndMs;
  }

  /** One begins. */
  void begin(XmlElement element) {
    position = element.position();
    kind = element.name();
    id = element.requireId();
    type = intern(element.text("type", TypeReader.DEFAULT));
    wanted = true;
    flow = null;
    departMs = 0;
    if (kind.equals("flow")) {
      readFlow(element);
    } else {
      readDepart(element);
    }
    DepartureWishes read = DepartureWishes.read(element);
    wishes = wishesSeen.computeIfAbsent(read, key -> read);
    stops = List.of();
    readWay(element);
    for (String attribute : LEFT_OUT) {
      if (element.has(attribute) && !element.text(attribute, "").equals("current")) {
        omitted.attribute(element, attribute, "it is as if it were not there");
      }
    }
    sound = element.sound();
  }

  private void readFlow(XmlElement element) {
    if (isTriggered(element, "begin")) {
      return;
    }
    flow = FlowSchedule.read(element, defaultEndMs, omitted);
  }

  private void readDepart(XmlElement element) {
    if (isTriggered(element, "depart") || element.text("depart", "").equals("begin")) {
      return;
    }
    departMs = element.requireTimeMs("depart");
    if (departMs < 0) {
      element.fault("out-of-range", "The departure is before the start, at 0.", "Correct it.");
    }
  }

  private boolean isTriggered(XmlElement element, String attribute) {
    switch (element.text(attribute, "")) {
      case "triggered", "containerTriggered", "split" -> {
        omitted.attribute(element, attribute, "who waits to be triggered is left out");
        wanted = false;
        return true;
      }
      default -> {
        return false;
      }
    }
  }

  private void readWay(XmlElement element) {
    way = null;
    otherEnd = "";
    if (element.has("route")) {
      way = new Named(intern(element.text("route", "")));
      return;
    }
    otherEnd = OTHER_ENDS.stream().filter(element::has).findFirst().orElse("");
    boolean whole = element.has("from") && element.has("to");
    if (whole || (otherEnd.isEmpty() && (element.has("from") || element.has("to")))) {
      int from = edges.readOne(element, "from");
      int to = edges.readOne(element, "to");
      int[] via = edges.readList(element, "via");
      way = new Searched(from, to, Arrays.stream(via).boxed().toList());
    }
  }

  /** A route inside the vehicle that is open; null when it is faulty. */
  void own(XmlElement element, @Nullable RouteDefinition route) {
    if (route != null) {
      setWay(element, new Own(route));
    }
  }

  /** A distribution of routes inside the vehicle that is open. */
  void named(XmlElement element, String route) {
    setWay(element, new Named(route));
  }

  private void setWay(XmlElement element, Way found) {
    if (way != null) {
      element.fault(
          "two-routes", "The " + kind + " '" + id + "' has two routes.", "Remove one of them.");
    }
    way = found;
  }

  /** The name of the vehicle that is open. */
  String id() {
    return id;
  }

  /** A stop of the vehicle that is open. */
  void add(StopRequest stop) {
    if (stops.isEmpty()) {
      stops = new ArrayList<>(2);
    }
    stops.add(stop);
  }

  /** One ends. */
  void end() {
    DepartureWishes how = wishes;
    Way found = way;
    if (how == null || !wanted || !sound) {
      return;
    }
    if (found == null && !otherEnd.isEmpty()) {
      omitted.attribute(position, kind, otherEnd, "who has no edges is left out");
      return;
    }
    if (found == null) {
      findings.error(
          "missing-route",
          position,
          "The " + kind + " '" + id + "' has neither a route nor from and to.",
          "Add a route.");
      return;
    }
    requests.add(new VehicleRequest(position, id, type, departMs, flow, how, found, stops));
  }

  private String intern(String name) {
    String known = names.putIfAbsent(name, name);
    return known == null ? name : known;
  }

  /** All that were read without fault, in the order of reading. */
  List<VehicleRequest> requests() {
    return requests;
  }
}
