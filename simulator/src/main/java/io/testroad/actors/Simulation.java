package io.testroad.actors;

import akka.actor.typed.ActorRef;
import akka.actor.typed.ActorSystem;
import akka.actor.typed.Props;
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

  private final ActorRuntime runtime;
  private final ActorRef<Director.Command> director;
  private final TickLedger ledger;
  private final CompletableFuture<RunStatus> ended;

  private Simulation(
      ActorRuntime runtime,
      ActorRef<Director.Command> director,
      TickLedger ledger,
      CompletableFuture<RunStatus> ended) {
    this.runtime = runtime;
    this.director = director;
    this.ledger = ledger;
    this.ended = ended;
  }

  /** Starts a run on a runtime of its own. */
  public static Simulation start(
      Scenario scenario, RunOptions options, RunSink log, RunObserver observer) {
    return start(ActorRuntime.starting(options.threads()), scenario, options, log, observer);
  }

  /** Starts a run on a runtime, which serves this run alone and is closed with it. */
  public static Simulation start(
      ActorRuntime runtime,
      Scenario scenario,
      RunOptions options,
      RunSink log,
      RunObserver observer) {
    ScenarioPlan plan = ScenarioPlan.of(scenario, options);
    List<Region> regions = plan.regions();
    TickLedger ledger = new TickLedger(plan, log, observer);
    CompletableFuture<RunStatus> ended = new CompletableFuture<>();
    ActorSystem<Void> system = runtime.system();
    ActorRef<Director.Command> director =
        system.systemActorOf(
            Director.create(regions, plan.agents(), scenario.clock(), ledger, ended),
            "director",
            Props.empty());
    system
        .getWhenTerminated()
        .thenRun(
            () ->
                ended.completeExceptionally(
                    new IllegalStateException("the run was closed before its end")));
    director.tell(new Director.Begin());
    return new Simulation(runtime, director, ledger, ended);
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

  /** How much stepping the roads saw; known once the run has ended. */
  public Stepping stepping() {
    ended.join();
    return ledger.stepping();
  }

  /** Asks the run to end after the tick under way; {@link #await} then returns. */
  public void interrupt() {
    director.tell(new Director.Interrupt());
  }

  @Override
  public void close() {
    runtime.close();
  }
}
