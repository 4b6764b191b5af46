package io.testroad.traffic;

import io.testroad.demand.VehicleType;
import io.testroad.engine.RandomStream;
import io.testroad.network.Edge;
import io.testroad.network.Network;
import io.testroad.network.RoadGraph;
import io.testroad.network.Router;
import io.testroad.network.VehicleClass;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Trips between roads of chance along the quickest ways; the same for the same seed. */
final class RandomTrips {

  private final Network network;
  private final Router router;
  private final List<Edge> roads;
  private final RandomStream random;
  private int drawn;

  RandomTrips(Network network, long seed) {
    this.network = network;
    router = new Router(RoadGraph.of(network));
    roads = network.edges().stream().filter(Edge::isRoad).toList();
    random = RandomStream.of(seed, "random-trips");
  }

  /** Rides named car-0, car-1, … that depart within a time, by types in turn. */
  Ride[] rides(int count, double withinS, VehicleType... types) {
    List<Ride> rides = new ArrayList<>();
    while (rides.size() < count) {
      Optional<String> route = routeFrom(pick().id());
      if (route.isPresent()) {
        int n = rides.size();
        rides.add(
            Ride.of("car-" + n, route.get())
                .by(types[n % types.length])
                .at(Math.floor(10 * withinS * next()) / 10));
      }
    }
    return rides.toArray(Ride[]::new);
  }

  /** A route from a road to one of chance, as road ids; empty when none leads there. */
  Optional<String> routeFrom(String road) {
    int from = network.findEdge(road).orElseThrow();
    Optional<int[]> way = router.find(from, pick().index(), VehicleClass.PASSENGER);
    return way.map(
        edges ->
            Arrays.stream(edges)
                .mapToObj(edge -> network.edges().get(edge).id())
                .collect(Collectors.joining(" ")));
  }

  Edge pick() {
    return roads.get(next(roads.size()));
  }

  int next(int below) {
    return (int) (next() * below);
  }

  private double next() {
    return random.uniform(drawn++);
  }
}
