package io.testroad.actors;

import akka.actor.typed.ActorSystem;
import akka.actor.typed.javadsl.Behaviors;
import com.typesafe.config.ConfigFactory;
import java.util.concurrent.CompletableFuture;

/**
 * The actor system on which a run takes place. It starts in the background, so that a scenario can
 * be read meanwhile.
 */
public final class ActorRuntime implements AutoCloseable {

  private final CompletableFuture<ActorSystem<Void>> system;

  private ActorRuntime(CompletableFuture<ActorSystem<Void>> system) {
    this.system = system;
  }

  /**
   * A runtime that begins to start now.
   *
   * @param threads number of threads for traffic regions, positive
   */
  public static ActorRuntime starting(int threads) {
    return new ActorRuntime(CompletableFuture.supplyAsync(() -> create(threads)));
  }

  private static ActorSystem<Void> create(int threads) {
    var config =
        ConfigFactory.parseString(
                "testroad.regions-dispatcher.thread-pool-executor.fixed-pool-size = " + threads)
            .withFallback(ConfigFactory.load());
    return ActorSystem.create(Behaviors.empty(), "testroad", config);
  }

  /** The system, once it has started. */
  ActorSystem<Void> system() {
    return system.join();
  }

  /** Ends the system and all that runs on it; does not wait for that. */
  @Override
  public void close() {
    CompletableFuture<Void> unused = system.thenAccept(ActorSystem::terminate);
  }
}
