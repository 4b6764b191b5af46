package io.testroad.traffic;

import io.testroad.engine.RoadDecision;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ThreadFactory;
import org.jspecify.annotations.Nullable;

/**
 * The regions of a traffic, stepped together in this process, without actors or agents.
 *
 * <p>With one thread nothing is synchronised. With more, each thread has its regions for good and
 * waits for the others between phases; the caller's is one of them. The result is the same. To be
 * used by one thread at a time.
 */
public final class Lockstep implements AutoCloseable {

  /** The order in which a region takes in what its neighbours have sent; it must not matter. */
  @FunctionalInterface
  interface ArrivalOrder {
    /** A region's neighbours, in the order of their parts' arrival at a tick. */
    int[] neighbours(long tick, int region, int[] inOrder);
  }

  private final List<Region> regions;
  private final int[][] neighbours;
  private final ArrivalOrder arrival;
  private final Halo[][] halos;
  private final LaneChanges[][] laneChanges;
  private final Intentions[][] intentions;
  private final HandOver[][] handOvers;
  private final StepResult[] results;
  private final List<StepResult> resultsInOrder;
  private final int threads;
  private final @Nullable PhaseBarrier barrier;
  private long tick;
  private List<RoadDecision> decisions = List.of();
  private boolean closing;

  /** All regions of a partition in the caller's thread. */
  public Lockstep(Traffic traffic, Partition partition) {
    this(traffic, partition, (at, region, inOrder) -> inOrder, 1, Thread::new);
  }

  /**
   * All regions of a partition on a number of threads; no more than there are regions are used.
   *
   * @param threads positive
   * @param factory makes the threads besides the caller's
   */
  public Lockstep(Traffic traffic, Partition partition, int threads, ThreadFactory factory) {
    this(traffic, partition, (at, region, inOrder) -> inOrder, threads, factory);
  }

  Lockstep(
      Traffic traffic,
      Partition partition,
      ArrivalOrder arrival,
      int threads,
      ThreadFactory factory) {
    this.arrival = arrival;
    regions = traffic.regions(partition);
    int count = regions.size();
    neighbours = regions.stream().map(Region::neighbours).toArray(int[][]::new);
    halos = new Halo[count][count];
    laneChanges = new LaneChanges[count][count];
    intentions = new Intentions[count][count];
    handOvers = new HandOver[count][count];
    results = new StepResult[count];
    resultsInOrder = Collections.unmodifiableList(Arrays.asList(results));
    this.threads = Math.max(1, Math.min(threads, count));
    barrier = this.threads == 1 ? null : new PhaseBarrier(this.threads);
    for (int i = 1; i < this.threads; i++) {
      start(i, factory);
    }
  }

  private void start(int number, ThreadFactory factory) {
    Thread thread = factory.newThread(() -> work(number));
    thread.setDaemon(true);
    thread.start();
  }

  /** How many threads step the regions. */
  public int threads() {
    return threads;
  }

  /** The regions, in order of their number. */
  public List<Region> regions() {
    return regions;
  }

  /**
   * Advances all regions to a tick.
   *
   * @param newTick later than any before
   * @param newDecisions in order
   * @return each region's report, in order of the regions; overwritten by the next step
   */
  public List<StepResult> step(long newTick, List<RoadDecision> newDecisions) {
    tick = newTick;
    decisions = newDecisions;
    meet();
    advance(0);
    meet();
    return resultsInOrder;
  }

  /** The two sums that stand for the state of all vehicles. */
  public StateDigest digest() {
    long a = 0;
    long b = 0;
    for (Region region : regions) {
      StateDigest digest = region.digest();
      a += digest.a();
      b += digest.b();
    }
    return new StateDigest(a, b);
  }

  private void work(int number) {
    try {
      meet();
      while (!closing) {
        advance(number);
        meet();
        meet();
      }
    } catch (RuntimeException | Error fault) {
      fail(fault);
    }
  }

  private void fail(Throwable fault) {
    if (barrier != null) {
      barrier.fail(fault);
    }
  }

  private void meet() {
    if (barrier != null) {
      barrier.await();
    }
  }

  /** Carries out a tick for the regions of a thread. */
  private void advance(int thread) {
    try {
      for (int i = thread; i < results.length; i += threads) {
        begin(i);
      }
      meet();
      for (int i = thread; i < results.length; i += threads) {
        changeLanes(i);
      }
      meet();
      for (int i = thread; i < results.length; i += threads) {
        plan(i);
      }
      meet();
      for (int i = thread; i < results.length; i += threads) {
        move(i);
      }
      meet();
      for (int i = thread; i < results.length; i += threads) {
        finish(i);
      }
    } catch (RuntimeException | Error fault) {
      fail(fault);
      throw fault;
    }
  }

  private void begin(int i) {
    Region region = regions.get(i);
    region.begin(tick, decisions);
    for (int neighbour : neighbours[i]) {
      halos[neighbour][i] = region.haloFor(neighbour);
    }
  }

  private void changeLanes(int i) {
    Region region = regions.get(i);
    for (int neighbour : arrival.neighbours(tick, i, neighbours[i])) {
      region.accept(halos[i][neighbour]);
    }
    region.changeLanes();
    for (int neighbour : neighbours[i]) {
      laneChanges[neighbour][i] = region.laneChangesFor(neighbour);
    }
  }

  private void plan(int i) {
    Region region = regions.get(i);
    for (int neighbour : arrival.neighbours(tick, i, neighbours[i])) {
      region.accept(laneChanges[i][neighbour]);
    }
    region.plan();
    for (int neighbour : neighbours[i]) {
      intentions[neighbour][i] = region.intentionsFor(neighbour);
    }
  }

  private void move(int i) {
    Region region = regions.get(i);
    for (int neighbour : arrival.neighbours(tick, i, neighbours[i])) {
      region.accept(intentions[i][neighbour]);
    }
    region.move();
    for (int neighbour : neighbours[i]) {
      handOvers[neighbour][i] = region.handOverTo(neighbour);
    }
  }

  private void finish(int i) {
    Region region = regions.get(i);
    for (int neighbour : arrival.neighbours(tick, i, neighbours[i])) {
      region.accept(handOvers[i][neighbour]);
    }
    results[i] = region.finish();
  }

  /** Ends the threads. */
  @Override
  public void close() {
    if (barrier != null && !closing) {
      closing = true;
      barrier.leave();
    }
  }
}
