package io.testroad.bench;

import io.testroad.engine.Clock;
import io.testroad.record.TripInfoWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Measures traffic: repetitions to warm up, repetitions that count, and what came of them. */
public final class TrafficBench {

  private static final double NANOS_A_SECOND = 1e9;

  private final Plan plan;
  private final Measured measured;
  private final Clock clock;
  private final long seed;
  private final boolean untilEmpty;
  private final List<Repetition> done = new ArrayList<>();

  /**
   * What is measured, and how often.
   *
   * @param regions of the traffic, positive
   * @param threads that step it, positive
   * @param warmUp repetitions before those that count
   * @param repeat repetitions that count, positive
   * @param tripInfo where the trips of a repetition that counts go, or null
   */
  public record Plan(int regions, int threads, int warmUp, int repeat, @Nullable Path tripInfo) {}

  private TrafficBench(Plan plan, Measured measured, Clock clock, long seed, boolean untilEmpty) {
    this.plan = plan;
    this.measured = measured;
    this.clock = clock;
    this.seed = seed;
    this.untilEmpty = untilEmpty;
  }

  /** A benchmark of traffic alone. */
  public static TrafficBench of(TrafficCase traffic, Plan plan, BenchProgress progress) {
    Measured run = new TrafficRun(traffic, plan.regions(), plan.threads(), progress);
    return new TrafficBench(plan, run, traffic.clock(), traffic.seed(), traffic.untilEmpty());
  }

  /**
   * Carries it out.
   *
   * @param readNanos how long the files took to read, ns
   * @throws IOException when the trips can't be written
   * @throws IllegalStateException when repetitions differ in anything but time
   */
  public TrafficFigures run(long readNanos) throws IOException {
    for (int i = 0; i < plan.warmUp() + plan.repeat(); i++) {
      done.add(i == plan.warmUp() ? recorded(i) : measured.run(i, null));
      if (!done.get(i).outcome().digest().equals(done.get(0).outcome().digest())) {
        throw new IllegalStateException("repetition " + i + " differs from the first");
      }
    }
    return figures(readNanos);
  }

  private Repetition recorded(int number) throws IOException {
    if (plan.tripInfo() == null) {
      return measured.run(number, null);
    }
    try (TripInfoWriter writer = new TripInfoWriter(plan.tripInfo())) {
      return measured.run(number, writer);
    }
  }

  private TrafficFigures figures(long readNanos) {
    List<Repetition> counted = done.subList(plan.warmUp(), done.size());
    List<Repetition> sorted = new ArrayList<>(counted);
    sorted.sort(Comparator.comparingLong(Repetition::nanos));
    Repetition median = sorted.get(sorted.size() / 2);
    Outcome outcome = median.outcome();
    TripMeans trips = outcome.trips();
    return new TrafficFigures(
        outcome.updates(),
        median.seconds(),
        median.updatesPerSecond(),
        plan.warmUp() == 0 ? "cold" : "warm",
        plan.warmUp(),
        done.get(0).updatesPerSecond(),
        counted.stream().map(Repetition::updatesPerSecond).toList(),
        median.cpuNanos() / NANOS_A_SECOND,
        (readNanos + done.get(0).setUpNanos()) / NANOS_A_SECOND,
        clock.secondsAt(median.steps()) / Math.max(1e-9, median.seconds()),
        median.threads(),
        median.regions(),
        seed,
        clock.tickSeconds(),
        median.steps(),
        outcome.departed(),
        outcome.arrived(),
        outcome.running(),
        outcome.waiting(),
        untilEmpty && outcome.running() + outcome.waiting() > 0,
        trips.durationS(),
        trips.routeLengthM(),
        trips.timeLossS(),
        trips.waitingTimeS(),
        trips.departDelayS(),
        outcome.collisions(),
        outcome.removed(),
        outcome.updates() == 0 ? 0 : (double) median.allocatedBytes() / outcome.updates(),
        median.liveBytes(),
        Memory.peakBytes(),
        outcome.digest());
  }
}
