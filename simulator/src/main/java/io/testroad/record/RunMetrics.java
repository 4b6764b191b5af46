package io.testroad.record;

import io.testroad.engine.Clock;
import io.testroad.engine.Event;
import io.testroad.engine.EventType;
import io.testroad.network.Network;
import io.testroad.traffic.Trip;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Counts and sums while a run goes on. Not thread-safe. */
public final class RunMetrics {

  private static final String HELD = "held";
  private static final String BROKEN = "broken";

  private final Clock clock;
  private final Map<EventType, Long> counts = new EnumMap<>(EventType.class);
  private final SortedMap<String, SortedMap<String, Long>> rulings = new TreeMap<>();
  private final SortedMap<String, Long> violations = new TreeMap<>();
  private final IncidentBook incidents;
  private final LaneClosureTimes closures;
  private final ConflictTotals conflicts = new ConflictTotals();
  private Metrics.@Nullable Vehicles stated;
  private PlateCounts plates = PlateCounts.NONE;
  private long trips;
  private double durationS;
  private double routeLengthM;
  private double timeLossS;
  private double waitingTimeS;
  private double departDelayS;

  /** The metrics of a run that has brought forth nothing yet. */
  public RunMetrics(Clock clock, Network network) {
    this.clock = clock;
    incidents = new IncidentBook(clock);
    closures = new LaneClosureTimes(network);
  }

  /** Takes in events, in order. */
  public void events(List<Event> events) {
    events.forEach(this::add);
  }

  private void add(Event event) {
    counts.merge(event.type(), 1L, Long::sum);
    incidents.add(event);
    conflicts.add(event);
    switch (event.type()) {
      case RULING -> {
        SortedMap<String, Long> verdicts =
            rulings.computeIfAbsent(
                text(event, "rule"), rule -> new TreeMap<>(Map.of(HELD, 0L, BROKEN, 0L)));
        verdicts.merge(text(event, "verdict"), 1L, Long::sum);
      }
      case VIOLATION_RECORDED -> violations.merge(text(event, "class"), 1L, Long::sum);
      case LANE_CLOSED -> closures.closed(event);
      case LANE_REOPENED -> closures.reopened(event);
      default -> {}
    }
  }

  private static String text(Event event, String name) {
    return String.valueOf(event.attributes().find(name));
  }

  /** Takes in trips, in order. */
  public void trips(List<Trip> ended) {
    for (Trip trip : ended) {
      trips++;
      durationS += trip.duration();
      routeLengthM += trip.routeLength();
      timeLossS += trip.timeLoss();
      waitingTimeS += trip.waitingTime();
      departDelayS += trip.departDelay();
    }
  }

  /**
   * States what became of the vehicles, in place of what the events tell; for kernels that log no
   * event for every background vehicle.
   */
  public void vehicles(Metrics.Vehicles vehicles) {
    stated = vehicles;
  }

  /** States what became of the plates. */
  public void plates(PlateCounts counts) {
    plates = counts;
  }

  /** The metrics when the run ends at a tick. */
  public Metrics at(long endTick) {
    SortedMap<String, Long> events = new TreeMap<>();
    counts.forEach((type, count) -> events.put(type.written(), count));
    return new Metrics(
        Metrics.FORMAT,
        clock.secondsAt(endTick),
        stated == null ? counted() : stated,
        tripMeans(),
        events,
        rulings,
        violations,
        new Metrics.Permits(plates),
        incidents.incidents(),
        incidents.means(),
        incidents.totals(endTick),
        incidents.scenes(),
        closures.until(endTick, clock.tickMillis()),
        conflicts.totals());
  }

  private Metrics.Vehicles counted() {
    long departed = count(EventType.VEHICLE_DEPARTED);
    long arrived = count(EventType.VEHICLE_ARRIVED);
    long removed = count(EventType.VEHICLE_REMOVED);
    return new Metrics.Vehicles(
        departed, arrived, removed, departed - arrived - removed, count(EventType.COLLISION));
  }

  private long count(EventType type) {
    return counts.getOrDefault(type, 0L);
  }

  private Metrics.Trips tripMeans() {
    return new Metrics.Trips(
        trips,
        mean(durationS),
        mean(routeLengthM),
        mean(timeLossS),
        mean(waitingTimeS),
        mean(departDelayS));
  }

  private @Nullable Double mean(double sum) {
    return trips == 0 ? null : sum / trips;
  }
}
