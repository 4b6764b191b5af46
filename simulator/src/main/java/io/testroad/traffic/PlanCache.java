package io.testroad.traffic;

import io.testroad.demand.Departure;
import io.testroad.network.VehicleClass;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The plans in use, shared by all vehicles of a class with the same route and the same next stop.
 * Forgotten when a lane is closed or opened.
 */
final class PlanCache {

  /** A planned halt on a route: at which place of the route, on which lane, how far along it. */
  record Halt(int place, int lane, double endM) {

    static final Halt NONE = new Halt(-1, -1, 0);

    /** The halt of the stop-th stop on a route; NONE when there is none or the route misses it. */
    static Halt of(int[] edges, List<Departure.Stop> stops, int stop, RoadTables tables) {
      int place = 0;
      for (int s = 0; s <= stop && s < stops.size(); s++) {
        int edge = tables.edgeOf[stops.get(s).lane()];
        while (place < edges.length && edges[place] != edge) {
          place++;
        }
        if (place == edges.length) {
          return NONE;
        }
        if (s == stop) {
          return new Halt(place, stops.get(s).lane(), stops.get(s).endM());
        }
      }
      return NONE;
    }
  }

  private record Key(int[] edges, int hash, VehicleClass vehicleClass, Halt halt) {

    @Override
    public boolean equals(Object other) {
      return other instanceof Key key
          && key.hash == hash
          && key.vehicleClass == vehicleClass
          && key.halt.equals(halt)
          && (key.edges == edges || Arrays.equals(key.edges, edges));
    }

    @Override
    public int hashCode() {
      return hash;
    }
  }

  private final RoadState roads;
  private final Map<Key, RoutePlan> plans = new HashMap<>();
  private int version;

  PlanCache(RoadState roads) {
    this.roads = roads;
    version = roads.version;
  }

  /** The plan of a route for a class with the next halt, on the roads as they are now. */
  RoutePlan of(int[] edges, VehicleClass vehicleClass, Halt halt) {
    if (version != roads.version) {
      plans.clear();
      version = roads.version;
    }
    int hash = 31 * (31 * Arrays.hashCode(edges) + vehicleClass.ordinal()) + halt.hashCode();
    Key key = new Key(edges, hash, vehicleClass, halt);
    RoutePlan known = plans.get(key);
    if (known == null) {
      known = RoutePlan.of(edges, roads, vehicleClass, halt);
      plans.put(key, known);
    }
    return known;
  }
}
