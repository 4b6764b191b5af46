package io.testroad.record;

import io.testroad.engine.Clock;
import io.testroad.network.Network;
import io.testroad.traffic.Sample;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.BooleanSupplier;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Writes samples as a Parquet file (zstd), in order of tick and vehicle number.
 *
 * <p>Columns: {@code tick}; {@code time_s}, s since the start; {@code vehicle}, its name; {@code
 * road}, SUMO's edge; {@code lane}, 0 rightmost; {@code position_m} of the front along the lane;
 * {@code speed_mps}; {@code accel_mps2}; {@code x} and {@code y} of the front in the network's
 * plane, m.
 *
 * <p>The work is done by a thread of its own, which begins with the first sample; a run waits for
 * it only when more than a quarter of a million rows are due. Without a sample there is no file.
 * Memory doesn't grow with the run; the file is unfinished until {@link #close}, which takes well
 * under a second. One thread writes, any may close.
 */
public final class TrajectoryWriter implements Closeable {

  private static final long MAX_ROWS_DUE = 250_000;

  private final Path file;
  private final Path unfinished;
  private final Clock clock;
  private final Network network;
  private final IntFunction<String> vehicleName;
  private final Queue<Batch> due = new ArrayDeque<>();
  private long rowsDue;
  private boolean closing;
  private @Nullable Throwable fault;
  private @Nullable Thread thread;

  /** The vehicles at a tick, with their names. */
  private record Batch(long tick, String[] names, Sample sample) {}

  /**
   * A writer to a new file; touches nothing yet.
   *
   * @param unfinished a directory for what is not finished; made and deleted
   * @param vehicleName the name of a vehicle number
   */
  public TrajectoryWriter(
      Path file, Path unfinished, Clock clock, Network network, IntFunction<String> vehicleName) {
    this.file = file;
    this.unfinished = unfinished;
    this.clock = clock;
    this.network = network;
    this.vehicleName = vehicleName;
  }

  /**
   * Takes all vehicles at a tick; the sample must not change any more.
   *
   * @throws IOException when an earlier sample could not be written
   */
  public synchronized void write(long tick, Sample sample) throws IOException {
    if (closing) {
      throw new IllegalStateException("the trajectories are closed");
    }
    if (thread == null) {
      thread = new Thread(this::work, "trajectories");
      thread.setDaemon(true);
      thread.start();
    }
    String[] names = new String[sample.size()];
    for (int i = 0; i < names.length; i++) {
      names[i] = vehicleName.apply(sample.vehicle()[i]);
    }
    waitUntil(() -> rowsDue <= MAX_ROWS_DUE || fault != null);
    complain();
    due.add(new Batch(tick, names, sample));
    rowsDue += sample.size();
    notifyAll();
  }

  private void complain() throws IOException {
    if (fault != null) {
      throw new IOException("the trajectories can't be written: " + fault.getMessage(), fault);
    }
  }

  private void work() {
    try (TrajectoryTable table = new TrajectoryTable(file, unfinished, clock, network)) {
      for (Batch batch = next(); batch != null; batch = next()) {
        table.append(batch.tick(), batch.names(), batch.sample());
        done(batch);
      }
      table.finish();
    } catch (IOException | SQLException | RuntimeException | LinkageError e) {
      fail(e);
    }
  }

  private synchronized @Nullable Batch next() {
    waitUntil(() -> !due.isEmpty() || closing);
    return due.poll();
  }

  private synchronized void done(Batch batch) {
    rowsDue -= batch.sample().size();
    notifyAll();
  }

  private synchronized void fail(Throwable e) {
    fault = e;
    due.clear();
    notifyAll();
  }

  /** Waits for the other thread; an interrupt is kept for later, the other is never long. */
  private synchronized void waitUntil(BooleanSupplier condition) {
    boolean interrupted = false;
    while (!condition.getAsBoolean()) {
      try {
        wait();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Finishes the file.
   *
   * @throws IOException when it can't be written
   */
  @Override
  public void close() throws IOException {
    Thread worker;
    synchronized (this) {
      closing = true;
      notifyAll();
      worker = thread;
    }
    if (worker == null) {
      return;
    }
    join(worker);
    synchronized (this) {
      complain();
    }
  }

  private static void join(Thread worker) {
    boolean interrupted = false;
    while (worker.isAlive()) {
      try {
        worker.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
