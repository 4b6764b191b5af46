package io.testroad.traffic;

import io.testroad.engine.Event;
import io.testroad.engine.RoadDecision;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Steps the regions of a traffic in one thread, with all the exchanges between them, delivered in
 * order or, to show that it does not matter, shuffled.
 */
final class LocalTraffic {

  private static final long IN_ORDER = 0;

  private final List<Region> regions;
  final List<Trip> trips = new ArrayList<>();
  final List<Event> events = new ArrayList<>();
  final List<StepResult.Perceived> percepts = new ArrayList<>();
  private final long deliverySeed;
  int onRoad;
  int waiting;
  int departed;
  int arrived;
  int collisions;
  long updates;
  long nextDue;
  long tick;

  LocalTraffic(Traffic traffic, int regions) {
    this(traffic, regions, IN_ORDER);
  }

  LocalTraffic(Traffic traffic, int regions, long deliverySeed) {
    this.deliverySeed = deliverySeed;
    this.regions = traffic.regions(Partition.of(traffic.network(), regions));
  }

  void step(List<RoadDecision> decisions) {
    regions.forEach(region -> region.begin(tick, decisions));
    List<Runnable> parts = new ArrayList<>();
    for (Region region : regions) {
      for (int neighbour : region.neighbours()) {
        Halo halo = region.haloFor(neighbour);
        parts.add(() -> regions.get(neighbour).accept(halo));
      }
    }
    deliver(parts);
    regions.forEach(Region::changeLanes);
    for (Region region : regions) {
      for (int neighbour : region.neighbours()) {
        LaneChanges changes = region.laneChangesFor(neighbour);
        parts.add(() -> regions.get(neighbour).accept(changes));
      }
    }
    deliver(parts);
    regions.forEach(Region::plan);
    for (Region region : regions) {
      for (int neighbour : region.neighbours()) {
        Intentions intentions = region.intentionsFor(neighbour);
        parts.add(() -> regions.get(neighbour).accept(intentions));
      }
    }
    deliver(parts);
    regions.forEach(Region::move);
    for (Region region : regions) {
      for (int neighbour : region.neighbours()) {
        HandOver handOver = region.handOverTo(neighbour);
        parts.add(() -> regions.get(neighbour).accept(handOver));
      }
    }
    deliver(parts);
    onRoad = 0;
    waiting = 0;
    nextDue = Long.MAX_VALUE;
    for (Region region : regions) {
      take(region.finish());
    }
    updates += onRoad;
    tick++;
  }

  private void deliver(List<Runnable> parts) {
    if (deliverySeed != IN_ORDER) {
      Collections.shuffle(parts, new Random(31 * deliverySeed + tick));
    }
    parts.forEach(Runnable::run);
    parts.clear();
  }

  private void take(StepResult result) {
    trips.addAll(result.trips());
    events.addAll(result.events());
    percepts.addAll(result.percepts());
    onRoad += result.vehiclesOnRoad();
    waiting += result.vehiclesWaiting();
    departed += result.departed();
    arrived += result.arrived();
    collisions += result.collisions();
    nextDue = Math.min(nextDue, result.nextDueTick());
  }

  boolean isOver() {
    return onRoad == 0 && waiting == 0 && nextDue == Long.MAX_VALUE;
  }

  StateDigest digest() {
    long a = 0;
    long b = 0;
    for (Region region : regions) {
      StateDigest digest = region.digest();
      a += digest.a();
      b += digest.b();
    }
    return new StateDigest(a, b);
  }

  List<Region> regions() {
    return regions;
  }
}
