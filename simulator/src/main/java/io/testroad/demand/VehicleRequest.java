package io.testroad.demand;

import io.testroad.finding.Position;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A vehicle, a trip or a flow as read; what it names is looked up when all files are read.
 *
 * @param position where its element begins
 * @param id its name, or that of its flow
 * @param type id of its type or distribution of types
 * @param departMs when it wants to depart, ms
 * @param flow when the vehicles of a flow depart; null for a single vehicle
 * @param wishes how it begins and ends
 * @param way how it comes by its edges
 * @param stops its own stops
 */
record VehicleRequest(
    Position position,
    String id,
    String type,
    long departMs,
    @Nullable FlowSchedule flow,
    DepartureWishes wishes,
    Way way,
    List<StopRequest> stops) {

  /** How a vehicle comes by its edges. */
  sealed interface Way {}

  /** By a route of its own. */
  record Own(RouteDefinition route) implements Way {}

  /** By the name of a route or of a distribution of routes. */
  record Named(String id) implements Way {}

  /**
   * By a search from an edge to another; where it has no {@code via}, by way of its stops.
   *
   * @param from edge index
   * @param to edge index
   * @param via edge indices on the way
   */
  record Searched(int from, int to, List<Integer> via) implements Way {}
}
