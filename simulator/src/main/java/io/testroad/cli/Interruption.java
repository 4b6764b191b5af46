package io.testroad.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Answers Ctrl-C and SIGTERM: tells the run to stop, waits for it to put its directory in order,
 * and lets the process end with {@link ExitCode#INTERRUPTED}.
 *
 * <p>A shutdown hook can't set the exit code, and SIGTERM's would be another; so the hook itself
 * halts the machine once the run is done or has had its time.
 */
final class Interruption implements AutoCloseable {

  private static final long PATIENCE_MS = 1600;

  private final CountDownLatch done = new CountDownLatch(1);
  private final Thread hook = new Thread(this::answer, "interruption");
  private volatile @Nullable Runnable stop;
  private volatile @Nullable Runnable lastResort;

  /** Begins to listen. */
  Interruption() {
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /**
   * Says what an interruption does.
   *
   * @param stop asks the run to end; must return at once
   * @param lastResort puts the directory in order when the run has not ended in time
   */
  void handle(Runnable stop, Runnable lastResort) {
    this.lastResort = lastResort;
    this.stop = stop;
  }

  private void answer() {
    Runnable ask = stop;
    if (ask != null) {
      ask.run();
      Runnable last = lastResort;
      if (!awaitDone() && last != null) {
        last.run();
      }
    }
    Runtime.getRuntime().halt(ExitCode.INTERRUPTED);
  }

  private boolean awaitDone() {
    try {
      return done.await(PATIENCE_MS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Ends listening; when an interruption is being answered, it is told that all is done. */
  @Override
  public void close() {
    done.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The machine is shutting down: the hook ends it.
      return;
    }
  }
}
