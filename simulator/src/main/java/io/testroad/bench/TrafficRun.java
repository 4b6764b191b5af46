package io.testroad.bench;

import io.testroad.record.TripInfoWriter;
import io.testroad.traffic.Lockstep;
import io.testroad.traffic.Partition;
import io.testroad.traffic.StepResult;
import io.testroad.traffic.Traffic;
import io.testroad.traffic.VehicleRegister;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Carries out a {@link TrafficCase} with the kernel alone: no actors, no agents. */
final class TrafficRun implements Measured {

  /** How often the state goes into the digest and the vehicles on the road are counted, ms. */
  private static final long LOOK_EVERY_MS = 10_000;

  private final TrafficCase traffic;
  private final int regions;
  private final int threads;
  private final BenchProgress progress;

  TrafficRun(TrafficCase traffic, int regions, int threads, BenchProgress progress) {
    this.traffic = traffic;
    this.regions = regions;
    this.threads = threads;
    this.progress = progress;
  }

  @Override
  public Repetition run(int number, @Nullable TripInfoWriter tripInfo) throws IOException {
    long began = System.nanoTime();
    SteppingThreads used = new SteppingThreads();
    Tally tally = new Tally(tripInfo);
    try (Lockstep roads = roads(used)) {
      long setUpNanos = System.nanoTime() - began;
      long steps = step(number, roads, used, tally);
      return new Repetition(
          tally.outcome(),
          steps,
          setUpNanos,
          used.nanos(),
          used.cpuNanos(),
          used.allocatedBytes(),
          Memory.liveBytes(),
          roads.threads(),
          regions,
          traffic.untilEmpty() && !tally.isEmpty());
    }
  }

  private Lockstep roads(SteppingThreads used) {
    VehicleRegister register = VehicleRegister.of(traffic.demand(), List.of());
    Traffic made =
        Traffic.of(
            traffic.network(),
            traffic.demand(),
            register,
            traffic.clock(),
            traffic.seed(),
            traffic.conflicts());
    return new Lockstep(made, Partition.of(traffic.network(), regions), threads, used);
  }

  /** Runs to the end; returns the number of steps. */
  private long step(int number, Lockstep roads, SteppingThreads used, Tally tally)
      throws IOException {
    long tick = 0;
    long looked = -1;
    while (tick < traffic.ticks()) {
      used.begin();
      List<StepResult> results = roads.step(tick, List.of());
      used.end();
      tally.add(tick, results);
      long look = tick * traffic.clock().tickMillis() / LOOK_EVERY_MS;
      if (look != looked) {
        looked = look;
        look(number, tick, roads, tally);
      }
      long next = next(tick, tally);
      if (next >= traffic.ticks() || next == Long.MAX_VALUE) {
        break;
      }
      tick = next;
    }
    look(number, tick, roads, tally);
    return traffic.untilEmpty() ? tick + 1 : traffic.ticks();
  }

  private void look(int number, long tick, Lockstep roads, Tally tally) {
    tally.addState(tick, roads.digest());
    double second = traffic.clock().secondsAt(tick);
    tally.addRunning(second, tally.onRoad());
    progress.on(number, second, tally.onRoad());
  }

  private static long next(long tick, Tally tally) {
    return tally.isEmpty() ? Math.max(tick + 1, tally.nextDue()) : tick + 1;
  }
}
