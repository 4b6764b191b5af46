package io.testroad.traffic;

import io.testroad.engine.Event;
import io.testroad.engine.Percept;
import io.testroad.engine.RoadDecision;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A traffic in one thread with all that came of it; what regions exchange is taken in in order or,
 * to show that it does not matter, shuffled.
 */
final class LocalTraffic {

  private static final long IN_ORDER = 0;

  private final Lockstep lockstep;
  final List<Trip> trips = new ArrayList<>();
  final List<Event> events = new ArrayList<>();
  final List<StepResult.Perceived> percepts = new ArrayList<>();
  final List<Percept> counts = new ArrayList<>();
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
    this(traffic, regions, 1, deliverySeed);
  }

  LocalTraffic(Traffic traffic, int regions, int threads, long deliverySeed) {
    this(traffic, Partition.of(traffic.network(), regions), threads, deliverySeed);
  }

  LocalTraffic(Traffic traffic, Partition partition, int threads, long deliverySeed) {
    lockstep =
        new Lockstep(
            traffic,
            partition,
            (at, region, inOrder) -> arrival(deliverySeed, at, region, inOrder),
            threads,
            Thread::new);
  }

  private static int[] arrival(long seed, long tick, int region, int[] inOrder) {
    if (seed == IN_ORDER) {
      return inOrder;
    }
    List<Integer> shuffled = IntStream.of(inOrder).boxed().collect(Collectors.toList());
    Collections.shuffle(shuffled, new Random(31 * (31 * seed + tick) + region));
    return shuffled.stream().mapToInt(Integer::intValue).toArray();
  }

  void step(List<RoadDecision> decisions) {
    onRoad = 0;
    waiting = 0;
    nextDue = Long.MAX_VALUE;
    lockstep.step(tick, decisions).forEach(this::take);
    updates += onRoad;
    tick++;
  }

  private void take(StepResult result) {
    trips.addAll(result.trips());
    events.addAll(result.events());
    percepts.addAll(result.percepts());
    counts.addAll(result.counts());
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
    return lockstep.digest();
  }

  List<Region> regions() {
    return lockstep.regions();
  }

  /** Ends the threads besides the caller's. */
  void close() {
    lockstep.close();
  }
}
