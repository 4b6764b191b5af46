package io.testroad.actors;

import akka.actor.typed.ActorSystem;
import com.typesafe.config.ConfigFactory;
import io.testroad.engine.Agent;
import io.testroad.record.Metrics;
import io.testroad.record.RunSink;
import io.testroad.scenario.Scenario;
import io.testroad.traffic.Region;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * A run of a scenario: starts the actors, and is a handle to wait for the end or to interrupt.
 *
 * <p>Everything that is put on record goes to the {@link RunSink} from one thread at a time; it is
 * the same for any number of threads.
 */
public final class Simulation implements AutoCloseable {

  private final ActorSystem<Director.Command> system;
  private final TickLedger ledger;
  private final CompletableFuture<RunStatus> ended;

  private Simulation(
      ActorSystem<Director.Command> system, TickLedger ledger, CompletableFuture<RunStatus> ended) {
    this.system = system;
    this.ledger = ledger;
    this.ended = ended;
  }

  /** Starts a run. */
  public static Simulation start(
      Scenario scenario, RunOptions options, RunSink log, RunObserver observer) {
    ScenarioPlan plan = ScenarioPlan.of(scenario, options);
    List<Region> regions = plan.regions();
    List<Agent<?>> agents = plan.agents();
    TickLedger ledger = new TickLedger(plan, log, observer);
    CompletableFuture<RunStatus> ended = new CompletableFuture<>();
    var config =
        ConfigFactory.parseString(
                "testroad.regions-dispatcher.thread-pool-executor.fixed-pool-size = "
                    + options.threads())
            .withFallback(ConfigFactory.load());
    ActorSystem<Director.Command> system =
        ActorSystem.create(
            Director.create(regions, agents, scenario.clock(), ledger, ended), "testroad", config);
    system
        .getWhenTerminated()
        .thenRun(
            () ->
                ended.completeExceptionally(
                    new IllegalStateException("the run was closed before its end")));
    system.tell(new Director.Begin());
    return new Simulation(system, ledger, ended);
  }

  /**
   * Waits for the end.
   *
   * @throws java.util.concurrent.CompletionException around the program's own fault; also when the
   *     run was closed before its end
   */
  public RunStatus await() {
    return ended.join();
  }

  /**
   * What became of all vehicles, those of the background included; known once the run has ended.
   */
  public Metrics.Vehicles vehicles() {
    ended.join();
    return ledger.vehicles();
  }

  /** Asks the run to end after the tick under way; {@link #await} then returns. */
  public void interrupt() {
    system.tell(new Director.Interrupt());
  }

  @Override
  public void close() {
    system.terminate();
  }
}
