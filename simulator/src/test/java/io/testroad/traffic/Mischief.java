package io.testroad.traffic;

import io.testroad.engine.RoadDecision;
import io.testroad.network.Network;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Mishaps of chance for a run under way; who has crashed is removed or driven on later. */
final class Mischief {

  private static final double LASTS_S = 30;

  final SortedMap<Double, List<RoadDecision>> told = new TreeMap<>();
  private final RandomTrips random;
  private int turn;

  Mischief(Network network, long seed) {
    random = new RandomTrips(network, seed);
  }

  /** Lets something go wrong with somebody now, and ends it later. */
  void strike(RoadWorld world) {
    Sample sample = world.sample();
    if (sample.size() == 0) {
      return;
    }
    String vehicle = world.register().name(sample.vehicle()[random.next(sample.size())]);
    double later = world.nowS() + LASTS_S;
    RoadDecision end = new RoadDecision.Resume(vehicle);
    switch (turn++ % 6) {
      case 0 ->
          tell(
              world,
              world.nowS(),
              turn % 4 < 2
                  ? new RoadDecision.PullOver(vehicle, 2.5, 10)
                  : new RoadDecision.StopInLane(vehicle, 2.5));
      case 1 -> {
        tell(world, world.nowS(), new RoadDecision.FailBrakes(vehicle, 0.4));
        tell(world, world.nowS() + LASTS_S / 2, new RoadDecision.FailBrakes(vehicle, -2));
      }
      case 2 -> {
        for (int i = 0; i < sample.size(); i++) {
          String name = world.register().name(sample.vehicle()[i]);
          tell(world, world.nowS(), new RoadDecision.Courtesy(name, true));
          tell(world, later, new RoadDecision.Courtesy(name, false));
        }
      }
      case 3 -> tell(world, world.nowS(), new RoadDecision.CutIn(vehicle, turn % 3));
      case 4 -> {
        String road = random.pick().id();
        tell(world, world.nowS(), new RoadDecision.Obstruct("load", road, 0, 60, 3));
        tell(world, later, new RoadDecision.ClearObstacle("load", road));
        tell(world, world.nowS(), new RoadDecision.Distract(vehicle, LASTS_S));
      }
      default -> tell(world, world.nowS(), new RoadDecision.Distract(vehicle, LASTS_S / 2));
    }
    tell(world, later, turn % 2 == 0 ? end : new RoadDecision.Remove(vehicle));
  }

  private void tell(RoadWorld world, double second, RoadDecision decision) {
    told.computeIfAbsent(second, s -> new ArrayList<>()).add(decision);
    world.order(second, decision);
  }
}
