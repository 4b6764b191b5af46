package io.testroad.traffic;

import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Where a fixed number of threads wait for one another between the phases of a tick.
 *
 * <p>A thread looks for the others for some microseconds, then sleeps: phases are short and even,
 * so that on cores of its own it hardly ever sleeps, and on busy ones it soon makes room. What a
 * thread wrote before it came is seen by all after it.
 */
final class PhaseBarrier {

  /** Looks before sleeping; some 40 ns each. */
  private static final int LOOKS = 4000;

  private final int parties;
  private final AtomicInteger awaited;
  private volatile int generation;
  private volatile @Nullable Throwable fault;

  /** A barrier for a number of threads. */
  PhaseBarrier(int parties) {
    this.parties = parties;
    awaited = new AtomicInteger(parties);
  }

  /**
   * Waits until all have come.
   *
   * @throws IllegalStateException around the fault of another thread, which will not come
   */
  void await() {
    int mine = generation;
    if (awaited.decrementAndGet() == 0) {
      awaited.set(parties);
      release();
    } else if (!looked(mine)) {
      sleep(mine);
    }
    check();
  }

  private synchronized void release() {
    generation++;
    notifyAll();
  }

  private boolean looked(int mine) {
    for (int i = 0; i < LOOKS; i++) {
      if (generation != mine || fault != null) {
        return true;
      }
      Thread.onSpinWait();
    }
    return false;
  }

  private synchronized void sleep(int mine) {
    boolean interrupted = false;
    while (generation == mine && fault == null) {
      try {
        wait();
      } catch (InterruptedException e) {
        interrupted = true; // The phases go on; whoever asked is told after them.
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void check() {
    Throwable raised = fault;
    if (raised != null) {
      throw new IllegalStateException("a thread of the traffic has failed", raised);
    }
  }

  /** Comes without waiting for the others. */
  void leave() {
    if (awaited.decrementAndGet() == 0) {
      awaited.set(parties);
      release();
    }
  }

  /** Lets all who wait, now or later, know that a thread has failed; the first fault counts. */
  synchronized void fail(Throwable raised) {
    if (fault == null) {
      fault = raised;
    }
    notifyAll();
  }
}
