package io.testroad.bench;

import io.testroad.bench.TripTable.Quantity;
import io.testroad.record.TripInfoWriter;
import io.testroad.safety.ConflictRules;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Measures traffic: repetitions to warm up, repetitions that count, and what came of them. */
public final class TrafficBench {

  private static final double NANOS_A_SECOND = 1e9;

  private final BenchSubject subject;
  private final Plan plan;
  private final Measured measured;
  private final List<Repetition> done = new ArrayList<>();
  private int warmedUp;

  /**
   * How it is measured.
   *
   * @param regions of the traffic, positive; a scenario has as many as threads
   * @param threads that step it, positive
   * @param warmUp repetitions before those that count, at least
   * @param warmUpS for how long there are such repetitions at least, s
   * @param repeat repetitions that count, positive
   * @param tripInfo where the trips of a repetition that counts go, or null
   * @param plots folder for plots, or null
   * @param reference trips to compare with, or null
   */
  public record Plan(
      int regions,
      int threads,
      int warmUp,
      double warmUpS,
      int repeat,
      @Nullable Path tripInfo,
      @Nullable Path plots,
      @Nullable TripTable reference) {}

  /** A benchmark of a subject. */
  public TrafficBench(BenchSubject subject, Plan plan, BenchProgress progress) {
    this.subject = subject;
    this.plan = plan;
    measured =
        subject instanceof TrafficCase traffic
            ? new TrafficRun(traffic, plan.regions(), plan.threads(), progress)
            : new ScenarioRun(((ScenarioCase) subject).scenario(), plan.threads(), progress);
  }

  /**
   * Carries it out.
   *
   * @param readNanos how long the files took to read, ns
   * @throws IOException when trips or plots can't be written
   * @throws IllegalStateException when repetitions differ in anything but time
   */
  public TrafficFigures run(long readNanos) throws IOException {
    long began = System.nanoTime();
    while (done.size() < plan.warmUp()
        || (System.nanoTime() - began) / NANOS_A_SECOND < plan.warmUpS()) {
      add(measured.run(done.size(), null));
    }
    warmedUp = done.size();
    add(recorded(warmedUp));
    while (done.size() < warmedUp + plan.repeat()) {
      add(measured.run(done.size(), null));
    }
    if (plan.plots() != null) {
      new TrafficPlots(done.get(0).outcome(), plan.reference()).write(plan.plots());
    }
    return figures(readNanos);
  }

  private void add(Repetition repetition) {
    Outcome first = done.isEmpty() ? repetition.outcome() : done.get(0).outcome();
    if (!repetition.outcome().digest().equals(first.digest())) {
      throw new IllegalStateException("repetition " + done.size() + " differs from the first");
    }
    done.add(repetition.with(first)); // so that trips are held once
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
    List<Repetition> counted = done.subList(warmedUp, done.size());
    List<Repetition> sorted = new ArrayList<>(counted);
    sorted.sort(Comparator.comparingLong(Repetition::nanos));
    Repetition median = sorted.get(sorted.size() / 2);
    Outcome outcome = median.outcome();
    TripTable trips = outcome.trips();
    return new TrafficFigures(
        outcome.updates(),
        median.seconds(),
        median.updatesPerSecond(),
        warmedUp == 0 ? "cold" : "warm",
        warmedUp,
        done.get(0).updatesPerSecond(),
        counted.stream().map(Repetition::updatesPerSecond).toList(),
        median.cpuNanos() / NANOS_A_SECOND,
        (readNanos + done.get(0).setUpNanos()) / NANOS_A_SECOND,
        subject.clock().secondsAt(median.steps()) / Math.max(1e-9, median.seconds()),
        median.threads(),
        median.regions(),
        subject.seed(),
        subject.clock().tickSeconds(),
        median.steps(),
        outcome.departed(),
        outcome.arrived(),
        outcome.running(),
        outcome.waiting(),
        median.reachedLimit(),
        trips.mean(Quantity.DURATION),
        trips.mean(Quantity.ROUTE_LENGTH),
        trips.mean(Quantity.TIME_LOSS),
        trips.mean(Quantity.WAITING_TIME),
        trips.mean(Quantity.DEPART_DELAY),
        outcome.collisions(),
        outcome.removed(),
        outcome.updates() == 0 ? 0 : (double) median.allocatedBytes() / outcome.updates(),
        median.liveBytes(),
        Memory.peakBytes(),
        plan.reference() == null ? null : TripComparison.of(trips, plan.reference()),
        watches() ? outcome.conflicts() : null,
        outcome.digest());
  }

  private boolean watches() {
    ConflictRules rules =
        subject instanceof TrafficCase traffic
            ? traffic.conflicts()
            : ((ScenarioCase) subject).scenario().conflicts();
    return rules.scope() != ConflictRules.Scope.NONE;
  }
}
