package io.testroad.demand;

import io.testroad.demand.Departure.Stop;
import io.testroad.finding.Findings;
import io.testroad.network.Network;
import io.testroad.network.VehicleClass;
import java.util.ArrayList;
import java.util.List;

/** Puts stops into their order along a route; those that don't fit it are left out. */
final class StopPlanner {

  private final Network network;
  private final StopReader places;
  private final Findings findings;

  StopPlanner(Network network, StopReader places, Findings findings) {
    this.network = network;
    this.places = places;
    this.findings = findings;
  }

  /** A plan while it is made. */
  final class Plan {
    private final int[] edges;
    private final VehicleClass vehicleClass;
    private final boolean report;
    private final List<Stop> stops = new ArrayList<>();
    private int reached;
    private double reachedM;

    private Plan(int[] edges, VehicleClass vehicleClass, boolean report) {
      this.edges = edges;
      this.vehicleClass = vehicleClass;
      this.report = report;
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
      if (report) {
        findings.warning(code, request.position(), message, remedy);
      }
    }

    /** The stops, in order along the route. */
    List<Stop> stops() {
      return stops;
    }
  }

  /**
   * A plan without stops.
   *
   * @param report whether stops that are left out are to be recorded
   */
  Plan plan(int[] edges, VehicleClass vehicleClass, boolean report) {
    return new Plan(edges, vehicleClass, report);
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
