package io.testroad.record;

import io.testroad.engine.Clock;
import io.testroad.engine.Event;
import java.util.SortedMap;
import java.util.TreeMap;

/** How many riders couldn't go on at a time, and for how long. */
final class RiderTimes {

  private static final double MILLIS_A_MINUTE = 60_000;

  private final Clock clock;

  /** Since when riders wait, and how many vehicles' began then. */
  private final SortedMap<Long, Long> waitingSince = new TreeMap<>();

  private long riders;
  private long mostRiders;
  private long countedUntil;
  private long riderTicks;
  private long longestTicks;

  RiderTimes(Clock clock) {
    this.clock = clock;
  }

  /** Some can't go on. */
  void stuck(Event event) {
    count(event.tick());
    riders += Math.max(0, EventAttributes.whole(event, "riders"));
    mostRiders = Math.max(mostRiders, riders);
    waitingSince.merge(event.tick(), 1L, Long::sum);
  }

  /** Some can go on again. */
  void freed(Event event) {
    count(event.tick());
    riders = Math.max(0, riders - Math.max(0, EventAttributes.whole(event, "riders")));
    long waited = Math.round(EventAttributes.real(event, "afterS") / clock.tickSeconds());
    longestTicks = Math.max(longestTicks, waited);
    waitingSince.computeIfPresent(
        event.tick() - waited, (since, vehicles) -> vehicles == 1 ? null : vehicles - 1);
  }

  private void count(long tick) {
    riderTicks += riders * (tick - countedUntil);
    countedUntil = tick;
  }

  /** What it comes to when the run ends at a tick. */
  IncidentTotals.Riders until(long endTick) {
    long ticks = riderTicks + riders * Math.max(0, endTick - countedUntil);
    long open = waitingSince.isEmpty() ? 0 : endTick - waitingSince.firstKey();
    long longest = Math.max(longestTicks, open);
    return new IncidentTotals.Riders(
        ticks * clock.tickMillis() / MILLIS_A_MINUTE,
        mostRiders,
        longest == 0 ? null : Double.valueOf(clock.secondsAt(longest)));
  }
}
