package io.testroad.bench;

import io.testroad.actors.Stepping;
import io.testroad.engine.Event;
import io.testroad.record.ConflictTotals;
import io.testroad.record.Metrics;
import io.testroad.record.RunDigest;
import io.testroad.record.RunSink;
import io.testroad.record.TripInfoWriter;
import io.testroad.traffic.Sample;
import io.testroad.traffic.Trip;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What came of a scenario's traffic in one repetition. */
final class ScenarioTally implements RunSink {

  private final RunDigest digest = new RunDigest();
  private final ConflictTotals conflicts = new ConflictTotals();
  private final TripTable trips = new TripTable();
  private final Series running = new Series();
  private final @Nullable TripInfoWriter tripInfo;

  /** A tally that also writes trips to a file, or null. */
  ScenarioTally(@Nullable TripInfoWriter tripInfo) {
    this.tripInfo = tripInfo;
  }

  @Override
  public void events(long tick, List<Event> events) {
    digest.add(events);
    conflicts.add(events);
  }

  @Override
  public void state(long tick, long sumA, long sumB) {
    digest.add(tick, sumA, sumB);
  }

  @Override
  public void sample(long tick, Sample sample) {
    // No samples are asked for.
  }

  @Override
  public void trips(long tick, List<Trip> ended) {
    ended.forEach(trips::add);
    try {
      if (tripInfo != null) {
        tripInfo.write(ended);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Takes in how many vehicles are on the road at a time, s. */
  void running(double second, long vehicles) {
    running.add(second, (double) vehicles);
  }

  Outcome outcome(Stepping stepping, Metrics.Vehicles vehicles) {
    return new Outcome(
        stepping.updates(),
        vehicles.departed(),
        vehicles.arrived(),
        vehicles.onRoadAtEnd(),
        stepping.waiting(),
        vehicles.collisions(),
        vehicles.removed(),
        "sha256:" + digest.hex(),
        trips,
        running,
        conflicts.totals());
  }
}
