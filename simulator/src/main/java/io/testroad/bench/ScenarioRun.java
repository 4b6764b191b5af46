package io.testroad.bench;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import io.testroad.actors.ActorRuntime;
import io.testroad.actors.RunOptions;
import io.testroad.actors.Simulation;
import io.testroad.record.TripInfoWriter;
import io.testroad.scenario.Scenario;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Carries out a scenario with the actors and agents of the product. Processor time and memory are
 * those of the whole process.
 */
final class ScenarioRun implements Measured {

  private final ThreadMXBean threadBean = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private final OperatingSystemMXBean system =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
  private final Scenario scenario;
  private final int threads;
  private final BenchProgress progress;

  ScenarioRun(Scenario scenario, int threads, BenchProgress progress) {
    this.scenario = scenario;
    this.threads = threads;
    this.progress = progress;
  }

  @Override
  public Repetition run(int number, @Nullable TripInfoWriter tripInfo) throws IOException {
    long began = System.nanoTime();
    ScenarioTally tally = new ScenarioTally(tripInfo);
    RunOptions options = new RunOptions(threads, Duration.ZERO);
    ActorRuntime runtime = ActorRuntime.starting(threads);
    try (Simulation run =
        Simulation.start(
            runtime,
            scenario,
            options,
            tally,
            (tick, vehicles) -> on(number, tick, tally, vehicles))) {
      long stepsBegan = System.nanoTime();
      long cpuNanos = system.getProcessCpuTime();
      long bytes = allocatedBytes();
      run.await();
      return new Repetition(
          tally.outcome(run.stepping(), run.vehicles()),
          run.stepping().steps(),
          stepsBegan - began,
          System.nanoTime() - stepsBegan,
          system.getProcessCpuTime() - cpuNanos,
          allocatedBytes() - bytes,
          Memory.liveBytes(),
          threads,
          threads,
          false);
    }
  }

  private void on(int number, long tick, ScenarioTally tally, long vehicles) {
    double second = scenario.clock().secondsAt(tick);
    tally.running(second, vehicles);
    progress.on(number, second, vehicles);
  }

  private long allocatedBytes() {
    long[] bytes = threadBean.getThreadAllocatedBytes(threadBean.getAllThreadIds());
    return Arrays.stream(bytes).filter(each -> each > 0).sum();
  }
}
