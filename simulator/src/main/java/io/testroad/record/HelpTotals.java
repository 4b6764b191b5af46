package io.testroad.record;

import io.testroad.engine.Clock;
import io.testroad.engine.Event;
import java.util.SortedMap;
import java.util.TreeMap;

/** Counts calls, remote assistance and units, and how long they took. */
final class HelpTotals {

  private final Clock clock;
  private final SpanTotals answered = new SpanTotals();
  private final SpanTotals assisted = new SpanTotals();
  private final SpanTotals drives = new SpanTotals();
  private final SortedMap<String, Drive> under = new TreeMap<>();
  private long made;
  private long abandoned;
  private long asked;
  private long longestQueue;
  private long dispatched;

  /** A unit on its way to an incident since a tick. */
  private record Drive(String incident, long tick) {}

  HelpTotals(Clock clock) {
    this.clock = clock;
  }

  /** Takes in an event; those of other kinds are passed over. */
  void add(Event event) {
    switch (event.type()) {
      case CALL_MADE -> made++;
      case CALL_ANSWERED -> answered.add(EventAttributes.millis(event, "waitedS"));
      case CALL_ABANDONED -> abandoned++;
      case ASSISTANCE_ASKED -> asked++;
      case ASSISTANCE_BEGUN -> {
        assisted.add(EventAttributes.millis(event, "waitedS"));
        longestQueue = Math.max(longestQueue, EventAttributes.whole(event, "queue"));
      }
      case UNIT_DISPATCHED -> dispatched++;
      case UNIT_SET_OUT -> setOut(event);
      case UNIT_ARRIVED -> arrived(event);
      default -> {}
    }
  }

  private void setOut(Event event) {
    String unit = String.valueOf(EventAttributes.text(event, "unit"));
    String incident = String.valueOf(EventAttributes.text(event, "incident"));
    Drive before = under.get(unit);
    if (before == null || !before.incident().equals(incident)) {
      under.put(unit, new Drive(incident, event.tick()));
    }
  }

  private void arrived(Event event) {
    String unit = String.valueOf(EventAttributes.text(event, "unit"));
    Drive drive = under.remove(unit);
    if (drive != null
        && drive.incident().equals(String.valueOf(EventAttributes.text(event, "incident")))) {
      drives.add((event.tick() - drive.tick()) * clock.tickMillis());
    }
  }

  IncidentTotals.Calls calls() {
    IncidentTotals.Span waits = answered.span();
    return new IncidentTotals.Calls(made, waits.count(), abandoned, waits.meanS());
  }

  IncidentTotals.Assistance assistance() {
    IncidentTotals.Span waits = assisted.span();
    return new IncidentTotals.Assistance(
        asked, waits.count(), waits.meanS(), waits.p95S(), longestQueue);
  }

  IncidentTotals.Units units() {
    return new IncidentTotals.Units(dispatched, drives.span().meanS());
  }
}
