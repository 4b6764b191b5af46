package io.testroad.bench;

import io.testroad.engine.Event;
import io.testroad.engine.EventType;
import io.testroad.record.ConflictTotals;
import io.testroad.record.RunDigest;
import io.testroad.record.TripInfoWriter;
import io.testroad.traffic.StateDigest;
import io.testroad.traffic.StepResult;
import io.testroad.traffic.Trip;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What came of the traffic in one repetition: counts, trips, digest. */
final class Tally {

  /** The order of what happened on the roads in one tick. */
  private static final Comparator<Event> ROAD_ORDER =
      Comparator.comparing(Event::subject)
          .thenComparing(Event::type)
          .thenComparing(event -> event.attributes().toString());

  private final RunDigest digest = new RunDigest();
  private final ConflictTotals conflicts = new ConflictTotals();
  private final TripTable trips = new TripTable();
  private final Series running = new Series();
  private final @Nullable TripInfoWriter tripInfo;
  private long updates;
  private long departed;
  private long arrived;
  private long collisions;
  private long removed;
  private int onRoad;
  private int waiting;
  private long nextDue;

  /** A tally before the first tick that also writes trips to a file, or null. */
  Tally(@Nullable TripInfoWriter tripInfo) {
    this.tripInfo = tripInfo;
  }

  /** Takes in what all regions report of a tick. */
  void add(long tick, List<StepResult> results) throws IOException {
    onRoad = 0;
    waiting = 0;
    nextDue = Long.MAX_VALUE;
    List<Event> events = new ArrayList<>();
    List<Trip> ended = new ArrayList<>();
    for (StepResult result : results) {
      onRoad += result.vehiclesOnRoad();
      waiting += result.vehiclesWaiting();
      departed += result.departed();
      arrived += result.arrived();
      collisions += result.collisions();
      nextDue = Math.min(nextDue, result.nextDueTick());
      events.addAll(result.events());
      ended.addAll(result.trips());
    }
    updates += onRoad;
    events.sort(ROAD_ORDER);
    addEvents(events);
    addTrips(ended);
  }

  private void addEvents(List<Event> events) {
    removed += events.stream().filter(e -> e.type() == EventType.VEHICLE_REMOVED).count();
    digest.add(events);
    conflicts.add(events);
  }

  private void addTrips(List<Trip> ended) throws IOException {
    ended.sort(Comparator.comparing(Trip::id));
    ended.forEach(trips::add);
    if (tripInfo != null) {
      tripInfo.write(ended);
    }
  }

  /** Takes in the state at a tick. */
  void addState(long tick, StateDigest state) {
    digest.add(tick, state.a(), state.b());
  }

  /** Takes in how many vehicles are on the road at a time, s. */
  void addRunning(double second, double vehicles) {
    running.add(second, vehicles);
  }

  /** Vehicles on the road after the last tick. */
  int onRoad() {
    return onRoad;
  }

  /** Whether nobody is on the road or waits for it. */
  boolean isEmpty() {
    return onRoad == 0 && waiting == 0;
  }

  /** The tick of the next departure. */
  long nextDue() {
    return nextDue;
  }

  Outcome outcome() {
    return new Outcome(
        updates,
        departed,
        arrived,
        onRoad,
        waiting,
        collisions,
        removed,
        "sha256:" + digest.hex(),
        trips,
        running,
        conflicts.totals());
  }
}
