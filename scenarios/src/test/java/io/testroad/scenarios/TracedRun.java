package io.testroad.scenarios;

import io.testroad.actors.RunObserver;
import io.testroad.actors.RunOptions;
import io.testroad.actors.RunStatus;
import io.testroad.actors.Simulation;
import io.testroad.engine.Event;
import io.testroad.engine.EventType;
import io.testroad.record.RunDigest;
import io.testroad.record.RunSink;
import io.testroad.scenario.Scenario;
import io.testroad.traffic.Sample;
import io.testroad.traffic.Trip;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A run of a scenario: its events, how often its state was taken down, and its digest. */
final class TracedRun implements RunSink {

  private final RunDigest digest = new RunDigest();
  private final List<Event> events = new ArrayList<>();
  private int states;

  private TracedRun() {}

  /** A run from its start to its end, with nothing sampled. */
  static TracedRun of(Scenario scenario, int threads) {
    TracedRun run = new TracedRun();
    RunOptions options = new RunOptions(threads, Duration.ZERO);
    try (Simulation simulation = Simulation.start(scenario, options, run, RunObserver.silent())) {
      if (simulation.await() != RunStatus.COMPLETED) {
        throw new IllegalStateException(scenario.name() + " was interrupted");
      }
    }
    return run;
  }

  String digest() {
    return digest.hex();
  }

  /** How many seconds of the run something moved, or was due, in. */
  int states() {
    return states;
  }

  /** All events, in the order of the log. */
  List<Event> all() {
    return List.copyOf(events);
  }

  List<Event> events(EventType type) {
    return stream(type).toList();
  }

  Stream<Event> stream(EventType type) {
    return events.stream().filter(event -> event.type() == type);
  }

  @Override
  public void events(long tick, List<Event> happened) {
    digest.add(happened);
    events.addAll(happened);
  }

  @Override
  public void state(long tick, long sumA, long sumB) {
    digest.add(tick, sumA, sumB);
    states++;
  }

  @Override
  public void sample(long tick, Sample sample) {
    throw new IllegalStateException("sampling is off");
  }

  @Override
  public void trips(long tick, List<Trip> trips) {}
}
