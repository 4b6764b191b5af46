package io.testroad.demand;

import io.testroad.demand.Departure.Stop;
import io.testroad.finding.Position;
import io.testroad.network.Network;
import io.testroad.network.VehicleClass;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Puts stops into their order along a route; those that don't fit it are left out, with one warning
 * for all the vehicles that share the stop.
 */
final class StopPlanner {

  private record Refusal(Position position, String code) {}

  private final Network network;
  private final StopReader places;
  private final FirstWarnings warnings;
  private final Set<Refusal> refused = new HashSet<>();

  StopPlanner(Network network, StopReader places, FirstWarnings warnings) {
    this.network = network;
    this.places = places;
    this.warnings = warnings;
  }

  /** A plan while it is made. */
  final class Plan {
    private final int[] edges;
    private final VehicleClass vehicleClass;
    private final List<Stop> stops = new ArrayList<>();
    private int reached;
    private double reachedM;

    private Plan(int[] edges, VehicleClass vehicleClass) {
      this.edges = edges;
      this.vehicleClass = vehicleClass;
    }

    /**
     * Adds stops behind those there are.
     *
     * @param untilOffsetMs what their times until which they last count from, ms
     */
    Plan add(List<StopRequest> requests, long untilOffsetMs) {
      for (StopRequest request : requests) {
        StopRequest.Place place = places.placeOf(request);
        if (place != null) {
          add(request, place, untilOffsetMs);
        }
      }
      return this;
    }

    private void add(StopRequest request, StopRequest.Place place, long untilOffsetMs) {
      int at = reached;
      while (at < edges.length && !(edges[at] == place.edge() && isAhead(at, place))) {
        at++;
      }
      if (at == edges.length) {
        doubt(
            request,
            "stop-not-on-route",
            "The stop on '"
                + network.edges().get(place.edge()).id()
                + "' is not on the rest of the route; it is left out.",
            "List stops in their order along the route.");
        return;
      }
      int lane =
          place.lane() >= 0
              ? place.lane()
              : WayFinder.rightmostLane(network, place.edge(), vehicleClass);
      if (!network.lanes().get(lane).permissions().allow(vehicleClass)) {
        doubt(
            request,
            "stop-not-permitted",
            "The lane '"
                + network.lanes().get(lane).id()
                + "' is closed to the class "
                + vehicleClass.written()
                + "; the stop is left out.",
            "Move the stop to another lane.");
        return;
      }
      reached = at;
      reachedM = place.endM();
      long untilMs = request.untilMs() < 0 ? -1 : request.untilMs() + untilOffsetMs;
      stops.add(new Stop(lane, place.startM(), place.endM(), request.durationMs(), untilMs));
    }

    private boolean isAhead(int at, StopRequest.Place place) {
      return at > reached || place.endM() >= reachedM;
    }

    private void doubt(StopRequest request, String code, String message, String remedy) {
      if (refused.add(new Refusal(request.position(), code))) {
        warnings.add(code, request.position(), message, remedy);
      }
    }

    /** The stops, in order along the route. */
    List<Stop> stops() {
      return stops;
    }
  }

  /** A plan without stops. */
  Plan plan(int[] edges, VehicleClass vehicleClass) {
    return new Plan(edges, vehicleClass);
  }

  /** The edges of stops, in order, without those whose place is faulty. */
  List<Integer> edgesOf(List<StopRequest> requests) {
    List<Integer> edges = new ArrayList<>();
    for (StopRequest request : requests) {
      StopRequest.Place place = places.placeOf(request);
      if (place != null) {
        edges.add(place.edge());
      }
    }
    return edges;
  }
}
