package io.testroad.cli;

import io.testroad.actors.ActorRuntime;
import io.testroad.actors.RunObserver;
import io.testroad.actors.RunOptions;
import io.testroad.actors.RunStatus;
import io.testroad.actors.Simulation;
import io.testroad.record.Manifest;
import io.testroad.record.Metrics;
import io.testroad.record.RunDirectory;
import io.testroad.record.RunRecorder;
import io.testroad.scenario.RegisteredVehicle;
import io.testroad.scenario.Scenario;
import io.testroad.traffic.VehicleRegister;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One run of a scenario, taken down in its directory. */
final class ScenarioRun {

  private static final double NANOS_A_SECOND = 1e9;

  private final ActorRuntime runtime;
  private final Scenario scenario;
  private final RunDirectory directory;
  private final Settings settings;
  private volatile long latestTick;

  /**
   * What is asked of a run besides the scenario.
   *
   * @param threads threads
   * @param sampling interval of trajectories; zero: none
   * @param tripInfo where SUMO's tripinfo goes, or null
   * @param fcd where SUMO's floating car data goes, or null
   */
  record Settings(int threads, Duration sampling, @Nullable Path tripInfo, @Nullable Path fcd) {}

  ScenarioRun(ActorRuntime runtime, Scenario scenario, RunDirectory directory, Settings settings) {
    this.runtime = runtime;
    this.scenario = scenario;
    this.directory = directory;
    this.settings = settings;
  }

  /**
   * Runs it to its end or until it is interrupted.
   *
   * @param words the language of the progress bar; null: none is shown
   */
  RunOutcome run(Interruption interruption, @Nullable Words words) throws IOException {
    long began = System.nanoTime();
    RunRecorder recorder = recorder();
    RunStory story = new RunStory(recorder);
    Manifest.Status status = Manifest.Status.FAILED;
    try (Progress progress = words == null ? null : new Progress(scenario, words)) {
      RunOptions options = new RunOptions(settings.threads(), settings.sampling());
      RunObserver observer = observer(progress);
      try (Simulation simulation = Simulation.start(runtime, scenario, options, story, observer)) {
        interruption.handle(
            simulation::interrupt, () -> recorder.close(Manifest.Status.INTERRUPTED));
        status = status(simulation.await());
        recorder.vehicles(simulation.vehicles());
      }
    } finally {
      recorder.close(status, latestTick);
    }
    double seconds = (System.nanoTime() - began) / NANOS_A_SECOND;
    Metrics metrics = directory.readMetrics();
    return new RunOutcome(
        scenario,
        status,
        metrics,
        story,
        recorder.digestHex(),
        directory.path(),
        scenario.clock().ticksCovering(Duration.ofMillis(Math.round(metrics.simulatedS() * 1000))),
        seconds);
  }

  private RunObserver observer(@Nullable Progress progress) {
    return (tick, vehicles) -> {
      latestTick = tick;
      if (progress != null) {
        progress.onTick(tick, vehicles);
      }
    };
  }

  private static Manifest.Status status(RunStatus status) {
    return status == RunStatus.INTERRUPTED
        ? Manifest.Status.INTERRUPTED
        : Manifest.Status.COMPLETED;
  }

  private RunRecorder recorder() throws IOException {
    List<Manifest.InputFile> inputs = new ArrayList<>();
    for (Path input : scenario.inputs()) {
      inputs.add(Manifest.InputFile.of(input.toString(), input));
    }
    Manifest manifest =
        Manifest.begun(
            Testroad.version(),
            scenario.name(),
            scenario.file().toString(),
            scenario.seed(),
            scenario.clock(),
            settings.threads(),
            inputs);
    VehicleRegister register = register();
    return new RunRecorder(
        directory,
        manifest,
        new RunRecorder.Subject(
            scenario.clock(),
            scenario.network(),
            register::name,
            number -> register.types().get(register.type(number)).id(),
            operators(),
            !settings.sampling().isZero(),
            settings.tripInfo(),
            settings.fcd()));
  }

  /** Who runs a vehicle, by its name. */
  private Function<String, Optional<String>> operators() {
    Map<String, String> operators = new HashMap<>();
    scenario.icvs().forEach(icv -> operators.put(icv.name(), icv.operator().name()));
    return vehicle -> Optional.ofNullable(operators.get(vehicle));
  }

  private VehicleRegister register() {
    List<VehicleRegister.Registered> further = new ArrayList<>();
    for (RegisteredVehicle vehicle : scenario.vehicles()) {
      further.add(new VehicleRegister.Registered(vehicle.name(), vehicle.type()));
    }
    return VehicleRegister.of(scenario.demand(), further);
  }
}
