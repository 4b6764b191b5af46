package io.testroad.traffic;

import io.testroad.demand.Departure;
import java.util.List;

/**
 * A planned halt on a route.
 *
 * @param place at which place of the route
 * @param lane on which lane
 * @param startM where the stop begins, m
 */
record PlanHalt(int place, int lane, double startM) {

  static final PlanHalt NONE = new PlanHalt(-1, -1, 0);

  /** The same, with places counted from one on. */
  PlanHalt from(int first) {
    return new PlanHalt(place - first, lane, startM);
  }

  /** The halt of the stop-th stop on a route; NONE when there is none or the route misses it. */
  static PlanHalt of(int[] edges, List<Departure.Stop> stops, int stop, RoadTables tables) {
    if (stop >= stops.size()) {
      return NONE;
    }
    int place = 0;
    for (int s = 0; s <= stop; s++) {
      int edge = tables.edgeOf[stops.get(s).lane()];
      while (place < edges.length && edges[place] != edge) {
        place++;
      }
      if (place == edges.length) {
        return NONE;
      }
      if (s == stop) {
        return new PlanHalt(place, stops.get(s).lane(), stops.get(s).startM());
      }
    }
    return NONE;
  }
}
