package io.testroad.record;

import io.testroad.engine.Clock;
import io.testroad.engine.Event;
import io.testroad.network.Network;
import io.testroad.traffic.Sample;
import io.testroad.traffic.Trip;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Takes down a run in its directory: digest, event log, permits, metrics, manifest, and where asked
 * for trajectories and SUMO's outputs.
 *
 * <p>The manifest says {@code running} until the recorder is closed. One thread records, any may
 * close; what comes after that is passed over. A file that can't be written raises {@link
 * UncheckedIOException}.
 */
public final class RunRecorder implements RunSink {

  private static final double NANOS_A_SECOND = 1e9;

  private final RunDirectory directory;
  private final Manifest begun;
  private final RunDigest digest = new RunDigest();
  private final RunMetrics metrics;
  private final EventLogWriter log;
  private final PermitLedger ledger;
  private final PermitWriter permits;
  private final @Nullable TrajectoryWriter trajectories;
  private final @Nullable TripInfoWriter tripInfo;
  private final @Nullable FcdWriter fcd;
  private final long beganNanos = System.nanoTime();
  private long lastTick;
  private boolean closed;

  /**
   * What is recorded.
   *
   * @param clock the run's clock
   * @param network the run's network
   * @param vehicleName the name of a vehicle number
   * @param vehicleType the type of a vehicle number
   * @param operatorOf who runs a vehicle, by its name
   * @param trajectories whether samples become a Parquet file in the run directory
   * @param tripInfo where SUMO's tripinfo goes, or null
   * @param fcd where SUMO's floating car data goes, or null
   */
  public record Subject(
      Clock clock,
      Network network,
      IntFunction<String> vehicleName,
      IntFunction<String> vehicleType,
      Function<String, Optional<String>> operatorOf,
      boolean trajectories,
      @Nullable Path tripInfo,
      @Nullable Path fcd) {}

  /**
   * A recorder that has written the manifest and begun the other files.
   *
   * @throws IOException when a file can't be made
   */
  public RunRecorder(RunDirectory directory, Manifest begun, Subject subject) throws IOException {
    this.directory = directory;
    this.begun = begun;
    Clock clock = subject.clock();
    Network network = subject.network();
    directory.write(begun);
    metrics = new RunMetrics(clock, network);
    log = new EventLogWriter(directory.events(), clock);
    ledger = new PermitLedger(clock, subject.operatorOf());
    permits = new PermitWriter(directory.permits(), directory.unfinished().resolve("permits"));
    trajectories =
        subject.trajectories()
            ? new TrajectoryWriter(
                directory.trajectories(),
                directory.unfinished().resolve("trajectories"),
                clock,
                network,
                subject.vehicleName())
            : null;
    tripInfo = subject.tripInfo() == null ? null : new TripInfoWriter(subject.tripInfo());
    fcd =
        subject.fcd() == null
            ? null
            : new FcdWriter(
                subject.fcd(), clock, network, subject.vehicleName(), subject.vehicleType());
  }

  @Override
  public synchronized void events(long tick, List<Event> events) {
    record(
        tick,
        () -> {
          digest.add(events);
          metrics.events(events);
          log.write(tick, events);
          permits.write(ledger.take(events));
        });
  }

  @Override
  public synchronized void state(long tick, long sumA, long sumB) {
    record(
        tick,
        () -> {
          digest.add(tick, sumA, sumB);
          log.write(tick, List.of());
        });
  }

  @Override
  public synchronized void sample(long tick, Sample sample) {
    record(
        tick,
        () -> {
          if (trajectories != null) {
            trajectories.write(tick, sample);
          }
          if (fcd != null) {
            fcd.write(tick, sample);
          }
        });
  }

  @Override
  public synchronized void trips(long tick, List<Trip> trips) {
    record(
        tick,
        () -> {
          metrics.trips(trips);
          if (tripInfo != null) {
            tripInfo.write(trips);
          }
        });
  }

  /** Something that may fail on the disk. */
  private interface Step {
    void run() throws IOException;
  }

  private void record(long tick, Step step) {
    if (closed) {
      return;
    }
    lastTick = Math.max(lastTick, tick);
    try {
      step.run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** States what became of the vehicles, in place of what the events tell. */
  public synchronized void vehicles(Metrics.Vehicles vehicles) {
    metrics.vehicles(vehicles);
  }

  /** The digest of what was recorded so far, 64 hexadecimal digits. */
  public synchronized String digestHex() {
    return digest.hex();
  }

  /** The metrics of what was recorded so far. */
  public synchronized Metrics metrics() {
    metrics.plates(ledger.plates());
    return metrics.at(lastTick);
  }

  /** Ends the recording at the last tick that was heard of. */
  public synchronized void close(Manifest.Status status) {
    close(status, lastTick);
  }

  /**
   * Ends the recording: finishes every file and writes metrics and manifest. Only the first call
   * counts.
   *
   * @param status how the run ended; {@code failed} is written when a file can't be finished
   * @param endTick the tick at which the run ended
   */
  public synchronized void close(Manifest.Status status, long endTick) {
    if (closed) {
      return;
    }
    closed = true;
    lastTick = Math.max(lastTick, endTick);
    IOException fault = null;
    fault = attempt(closing(log), fault);
    fault = attempt(closing(tripInfo), fault);
    fault = attempt(closing(fcd), fault);
    fault = attempt(closing(trajectories), fault);
    fault = attempt(() -> permits.write(ledger.passTo(lastTick)), fault);
    fault = attempt(permits::close, fault);
    fault = attempt(() -> RunDirectory.delete(directory.unfinished()), fault);
    fault = attempt(() -> directory.write(metrics()), fault);
    Manifest.Status outcome = fault == null ? status : Manifest.Status.FAILED;
    double wallS = (System.nanoTime() - beganNanos) / NANOS_A_SECOND;
    Manifest ended = begun.ended(outcome, lastTick, digest.hex(), wallS);
    fault = attempt(() -> directory.write(ended), fault);
    if (fault != null) {
      throw new UncheckedIOException(fault);
    }
  }

  private static Step closing(@Nullable Closeable file) {
    return () -> {
      if (file != null) {
        file.close();
      }
    };
  }

  private static @Nullable IOException attempt(Step step, @Nullable IOException earlier) {
    try {
      step.run();
      return earlier;
    } catch (IOException e) {
      if (earlier == null) {
        return e;
      }
      earlier.addSuppressed(e);
      return earlier;
    }
  }
}
