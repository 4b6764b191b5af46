package io.testroad.traffic;

import io.testroad.engine.RoadDecision;
import io.testroad.network.Network;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Orders of chance for a run under way: closures, halts, new routes, limits, weather, each taken
 * back later. What was ordered can be ordered again in another run.
 */
final class Disturbances {

  private static final double LASTS_S = 40;

  final SortedMap<Double, List<RoadDecision>> told = new TreeMap<>();
  private final RandomTrips random;
  private int turn;

  Disturbances(Network network, long seed) {
    random = new RandomTrips(network, seed);
  }

  /** Orders something now, and its end later. */
  void disturb(RoadWorld world) {
    double now = world.nowS();
    String road = random.pick().id();
    Sample sample = world.sample();
    if (sample.size() == 0) {
      return;
    }
    String vehicle = world.register().name(sample.vehicle()[random.next(sample.size())]);
    switch (turn++ % 8) {
      case 0 -> {
        tell(world, now, new RoadDecision.CloseLane(road, 0));
        tell(world, now + LASTS_S, new RoadDecision.OpenLane(road, 0));
      }
      case 1 -> halt(world, vehicle, turn % 4 == 0);
      case 2 -> reroute(world, vehicle);
      case 3 -> {
        tell(world, now, new RoadDecision.CloseLane(road, -1));
        tell(world, now + LASTS_S, new RoadDecision.OpenLane(road, -1));
      }
      case 4 -> {
        tell(world, now, new RoadDecision.LimitSpeed(road, 5));
        tell(world, now + LASTS_S, new RoadDecision.LimitSpeed(road, Double.NaN));
        halt(world, vehicle, true);
      }
      case 5 -> {
        tell(world, now, new RoadDecision.Obstruct("load", road, 0, 30, 8));
        tell(world, now + LASTS_S, new RoadDecision.ClearObstacle("load", road));
      }
      case 6 -> {
        tell(world, now, new RoadDecision.Caution("scene", road, 10, 60, 0.5));
        tell(world, now, new RoadDecision.Caution("other", road, 30, 200, 0.8));
        tell(world, now + LASTS_S, new RoadDecision.Caution("scene", road, 10, 60, 1));
      }
      default -> {
        tell(world, now, new RoadDecision.SetWeather(0.8, 1.3));
        tell(world, now + LASTS_S, new RoadDecision.SetWeather(1, 1));
        tell(world, now, new RoadDecision.CapSpeed(vehicle, 4));
      }
    }
  }

  private void halt(RoadWorld world, String vehicle, boolean aside) {
    tell(world, world.nowS(), new RoadDecision.Halt(vehicle, 3, aside));
    tell(world, world.nowS() + LASTS_S, new RoadDecision.Resume(vehicle));
  }

  private void reroute(RoadWorld world, String vehicle) {
    String road = world.get(vehicle).road();
    if (!road.startsWith(":")) {
      random
          .routeFrom(road)
          .ifPresent(
              route -> {
                List<String> roads = List.of(route.split(" "));
                var order = new RoadDecision.Reroute(vehicle, roads, Double.NaN);
                tell(world, world.nowS(), order);
              });
    }
  }

  private void tell(RoadWorld world, double second, RoadDecision decision) {
    told.computeIfAbsent(second, s -> new ArrayList<>()).add(decision);
    world.order(second, decision);
  }
}
