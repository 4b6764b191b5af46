package io.testroad.demand;

import io.testroad.finding.Findings;
import io.testroad.network.Lane;
import io.testroad.network.Network;
import io.testroad.network.XmlElement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code stop}, and {@code busStop} and what is like it: train and container stops, charging
 * stations.
 *
 * <p>Not simulated, with a warning: parking beside the road, waiting for persons, way points that
 * are passed at a speed, stops at parking areas.
 *
 * <p>Source: "Stops" in SUMO's "Definition of Vehicles, Vehicle Types, and Routes"; "Bus Stops".
 */
final class StopReader {

  /** How far positions may lie beyond a lane's end, since lengths are rounded, m. */
  private static final double ROUNDING_M = 0.1;

  /** Length of a stop that gives only its end, m. */
  private static final double SHORTEST_M = 0.2;

  private static final List<String> PLACES =
      List.of("busStop", "trainStop", "chargingStation", "containerStop");

  private static final List<String> OTHER_PLACES = List.of("parkingArea");

  private final Network network;
  private final EdgeText edges;
  private final OmittedElements omitted;
  private final Findings findings;
  private final Map<String, StopRequest.@Nullable Place> busStops = new HashMap<>();

  StopReader(Network network, EdgeText edges, OmittedElements omitted, Findings findings) {
    this.network = network;
    this.edges = edges;
    this.omitted = omitted;
    this.findings = findings;
  }

  /** A {@code busStop} or another place on a lane where vehicles stop. */
  void busStop(XmlElement element) {
    String id = element.requireId();
    element.requireText("lane");
    StopRequest.Place place = element.sound() ? place(element, 0) : null;
    if (busStops.containsKey(id)) {
      element.fault("duplicate-id", "The bus stop '" + id + "' is there twice.", "Rename one.");
    }
    busStops.put(id, place);
  }

  /** A {@code stop}; null when it is faulty or of a kind that is left out. */
  @Nullable StopRequest stop(XmlElement element) {
    for (String other : OTHER_PLACES) {
      if (element.has(other)) {
        omitted.attribute(element, other, "the stop is left out");
        return null;
      }
    }
    if (element.number("speed", 0) > 0) {
      omitted.attribute(element, "speed", "the way point is left out");
      return null;
    }
    for (String flag : List.of("parking", "triggered", "containerTriggered")) {
      if (!List.of("", "0", "false").contains(element.text(flag, ""))) {
        omitted.attribute(element, flag, "the vehicle stands on its lane for the duration");
      }
    }
    long durationMs = element.timeMs("duration", 0);
    long untilMs = element.timeMs("until", -1);
    if (!element.has("duration") && !element.has("until")) {
      omitted.doubt(
          element, "stop-without-end", "The stop has neither duration nor until", "Add one.");
    }
    String busStop = stoppingPlace(element);
    StopRequest.Place place = busStop.isEmpty() ? place(element, Double.NaN) : null;
    if (durationMs < 0) {
      element.fault("out-of-range", "The stop's duration is negative.", "Correct the value.");
    }
    return element.sound()
        ? new StopRequest(element.position(), busStop, place, durationMs, untilMs)
        : null;
  }

  private static String stoppingPlace(XmlElement element) {
    for (String kind : PLACES) {
      if (element.has(kind)) {
        return element.text(kind, "");
      }
    }
    return "";
  }

  private StopRequest.@Nullable Place place(XmlElement element, double defaultStartM) {
    if (!element.has("lane")) {
      if (!element.has("edge")) {
        element.fault(
            "missing-attribute",
            "<stop> names no place.",
            "Add lane=\"…\", edge=\"…\" or busStop=\"…\".");
        return null;
      }
      int edge = edges.readOne(element, "edge");
      return edge < 0 ? null : stretch(element, edge, -1, network.lengthM(edge), defaultStartM);
    }
    String id = element.text("lane", "");
    OptionalInt lane = network.findLane(id);
    if (lane.isEmpty()) {
      element.fault(
          "unknown-lane",
          "The network has no lane '" + id + "'.",
          "Write the edge's id, an underscore and the lane's number from the right.");
      return null;
    }
    Lane found = network.lanes().get(lane.getAsInt());
    return stretch(element, found.edge(), found.index(), found.lengthM(), defaultStartM);
  }

  private static StopRequest.@Nullable Place stretch(
      XmlElement element, int edge, int lane, double lengthM, double defaultStartM) {
    double endM = fromEnd(element.number("endPos", lengthM), lengthM);
    double otherwise = Double.isNaN(defaultStartM) ? Math.max(0, endM - SHORTEST_M) : defaultStartM;
    double startM = fromEnd(element.number("startPos", otherwise), lengthM);
    if (element.flag("friendlyPos", false)) {
      endM = Math.min(lengthM, Math.max(Math.min(SHORTEST_M, lengthM), endM));
      startM = Math.min(Math.max(0, startM), endM);
    }
    if (startM < -ROUNDING_M || endM > lengthM + ROUNDING_M || startM > endM) {
      element.fault(
          "stop-outside-lane",
          "The stop from " + startM + " m to " + endM + " m is not within " + lengthM + " m.",
          "Correct startPos and endPos, or add friendlyPos=\"true\".");
      return null;
    }
    return new StopRequest.Place(edge, lane, Math.max(0, startM), Math.min(lengthM, endM));
  }

  private static double fromEnd(double positionM, double lengthM) {
    return positionM < 0 ? positionM + lengthM : positionM;
  }

  /** Records an error for each stop that names a bus stop that isn't there. */
  void checkBusStop(StopRequest stop) {
    if (!stop.busStop().isEmpty() && !busStops.containsKey(stop.busStop())) {
      findings.error(
          "unknown-bus-stop",
          stop.position(),
          "There is no bus stop '" + stop.busStop() + "'.",
          Findings.nearest(stop.busStop(), busStops.keySet())
              .map(near -> "Did you mean '" + near + "'?")
              .orElse("Name the file that defines it."));
    }
  }

  /** Where a stop is; null when its bus stop is missing or faulty. */
  StopRequest.@Nullable Place placeOf(StopRequest stop) {
    return stop.busStop().isEmpty() ? stop.place() : busStops.get(stop.busStop());
  }
}
