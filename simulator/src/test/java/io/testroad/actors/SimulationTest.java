package io.testroad.actors;

import static org.assertj.core.api.Assertions.assertThat;

import io.testroad.scenario.Scenario;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SimulationTest {

  private static final List<String> ONE_THREAD = run(TestRoads.scenario(TestRoads.TOWN), 1);

  @Test
  void theTownHasARunWorthComparing() {
    assertThat(ONE_THREAD)
        .anyMatch(line -> line.contains(" vehicle-stalled vehicle:pilot-1 "))
        .anyMatch(line -> line.contains(" lane-reopened "))
        .anyMatch(line -> line.contains(" speed-limit-changed "))
        .anyMatch(line -> line.contains(" signal-failed "))
        .anyMatch(line -> line.contains(" ruling "))
        .anyMatch(line -> line.contains(" trip "))
        .noneMatch(line -> line.contains(" expectation-failed "));
    assertThat(ONE_THREAD).filteredOn(line -> line.contains(" state ")).hasSize(181);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4})
  void theRunIsTheSameWithAnyNumberOfThreads(int threads) {
    assertThat(run(TestRoads.scenario(TestRoads.TOWN), threads)).isEqualTo(ONE_THREAD);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "seed=8",
        "traffic[0].rate=500 veh/h",
        "tick=200 ms",
        "types.robotaxi-l4.headway=1 s"
      })
  void whatIsSetChangesTheRun(String set) {
    List<String> changed = run(TestRoads.scenario(TestRoads.TOWN, set), 2);
    assertThat(states(changed)).isNotEqualTo(states(ONE_THREAD));
  }

  @Test
  void aParameterOfThePolicyChangesWhatIsRuled() {
    List<String> changed = run(TestRoads.scenario(TestRoads.TOWN, "parameters.slowMps=7.5"), 2);
    assertThat(rulings(changed)).isNotEmpty().isNotEqualTo(rulings(ONE_THREAD));
  }

  private static List<String> rulings(List<String> lines) {
    return lines.stream().filter(line -> line.contains(" ruling ")).toList();
  }

  private static List<String> states(List<String> lines) {
    return lines.stream().filter(line -> line.contains(" state ")).toList();
  }

  @Test
  void anInterruptedRunDoesNotGoOnToItsEnd() throws InterruptedException {
    Scenario endless = TestRoads.scenario(TestRoads.TOWN, "duration=20 h");
    CountDownLatch underWay = new CountDownLatch(1);
    RunObserver observer =
        (tick, vehicles) -> {
          if (tick >= 100) {
            underWay.countDown();
          }
        };
    RunOptions options = new RunOptions(2, Duration.ZERO);
    try (Simulation simulation = Simulation.start(endless, options, new RunLog(), observer)) {
      assertThat(underWay.await(60, TimeUnit.SECONDS)).isTrue();
      simulation.interrupt();
      assertThat(simulation.await()).isEqualTo(RunStatus.INTERRUPTED);
    }
  }

  @Test
  void anInterruptionAfterTheEndChangesNothing() {
    Scenario scenario = TestRoads.scenario(TestRoads.EMPTY);
    RunOptions options = new RunOptions(1, Duration.ZERO);
    try (Simulation simulation =
        Simulation.start(scenario, options, new RunLog(), RunObserver.silent())) {
      assertThat(simulation.await()).isEqualTo(RunStatus.COMPLETED);
      simulation.interrupt();
      assertThat(simulation.await()).isEqualTo(RunStatus.COMPLETED);
    }
  }

  private static List<String> run(Scenario scenario, int threads) {
    RunLog log = new RunLog();
    RunOptions options = new RunOptions(threads, Duration.ZERO);
    try (Simulation simulation = Simulation.start(scenario, options, log, RunObserver.silent())) {
      assertThat(simulation.await()).isEqualTo(RunStatus.COMPLETED);
    }
    return log.lines();
  }
}
