package io.testroad.permit;

import io.testroad.engine.Clock;
import io.testroad.engine.Event;
import io.testroad.engine.EventType;
import io.testroad.engine.Facts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Goes through the event log, knowing nothing of how shifts are decided, and asks of each shift in
 * automated mode whether the vehicle had a valid plate, a permit in force, a declaration and an
 * insurance all the time, and wasn't held. Where it hadn't, or was, a violation must be on record
 * from then on.
 */
final class Auditor {

  /** What letters need to reach those who drive, and violations to come on record. */
  private static final Duration MAIL = Duration.ofSeconds(1);

  private final Clock clock;
  private final List<Event> events;
  private final Instant insuredUntil;
  private final NavigableMap<Instant, Instant> declarations = new TreeMap<>();
  private final List<String> faults = new ArrayList<>();
  private int automated;
  private int forbidden;

  /**
   * An auditor.
   *
   * @param declaredUntil end of the declaration that there was at the start, or {@link
   *     Instant#EPOCH}
   */
  Auditor(Clock clock, List<Event> events, Instant insuredUntil, Instant declaredUntil) {
    this.clock = clock;
    this.events = events;
    this.insuredUntil = insuredUntil;
    declarations.put(Instant.MIN, declaredUntil);
    for (Event event : events) {
      if (event.type() == EventType.DECLARATION_CONFIRMED) {
        declarations.put(at(event), instant(event, "validUntil"));
      }
    }
  }

  private Instant at(Event event) {
    return clock.instantOf(event.tick());
  }

  private static Instant instant(Event event, String name) {
    return (Instant) event.attributes().find(name);
  }

  /** Goes through all shifts; what it has found against them, a line each. */
  List<String> audit() {
    events.stream()
        .filter(event -> event.type() == EventType.SHIFT_DRIVEN)
        .filter(event -> event.attributes().getString("mode").equals("automated"))
        .forEach(this::audit);
    return faults;
  }

  /** How many shifts were automated. */
  int automated() {
    return automated;
  }

  /** How many of them were forbidden for some time. */
  int forbidden() {
    return forbidden;
  }

  private void audit(Event shift) {
    automated++;
    String vehicle = shift.subject().substring(shift.subject().indexOf(':') + 1);
    Instant from = instant(shift, "from");
    Instant until = instant(shift, "until");
    NavigableMap<Instant, Boolean> allowed = allowed(vehicle, from, until);
    Instant since = null;
    for (var change : allowed.entrySet()) {
      if (!change.getValue() && since == null) {
        since = change.getKey();
      } else if (change.getValue() && since != null) {
        check(vehicle, since, change.getKey(), until);
        since = null;
      }
    }
    if (since != null) {
      check(vehicle, since, until, until);
    }
  }

  private void check(String vehicle, Instant since, Instant end, Instant shiftEnd) {
    if (!end.isAfter(since.plus(MAIL))) {
      return;
    }
    forbidden++;
    boolean onRecord =
        events.stream()
            .filter(event -> event.type() == EventType.VIOLATION_RECORDED)
            .filter(event -> event.attributes().getString("vehicle").equals(vehicle))
            .anyMatch(
                event -> !at(event).isBefore(since) && !at(event).isAfter(shiftEnd.plus(MAIL)));
    if (!onRecord) {
      faults.add(vehicle + " drove automated from " + since + " to " + end);
    }
  }

  /** When from a vehicle was allowed to drive automated during a shift, and when not. */
  private NavigableMap<Instant, Boolean> allowed(String vehicle, Instant from, Instant until) {
    SortedSet<Instant> changes = new TreeSet<>();
    changes.add(from);
    events.forEach(
        event -> {
          changes.add(at(event));
          if (event.attributes().find("validUntil") instanceof Instant end) {
            changes.add(end.plusMillis(1));
          }
        });
    changes.add(insuredUntil.plusMillis(1));
    declarations.values().forEach(end -> changes.add(end.plusMillis(1)));
    NavigableMap<Instant, Boolean> allowed = new TreeMap<>();
    for (Instant change : changes.subSet(from, until)) {
      allowed.put(change, isAllowed(vehicle, change));
    }
    return allowed;
  }

  private boolean isAllowed(String vehicle, Instant now) {
    Instant plateUntil = Instant.EPOCH;
    String status = "valid";
    boolean held = false;
    for (Event event : events) {
      if (at(event).isAfter(now)) {
        break;
      }
      Facts facts = event.attributes();
      if (!vehicle.equals(facts.find("vehicle"))) {
        continue;
      }
      switch (event.type()) {
        case PLATE_HELD, PLATE_ISSUED, PLATE_RENEWED -> plateUntil = instant(event, "validUntil");
        case PLATE_VOIDING_PUBLISHED -> plateUntil = Instant.EPOCH;
        case PERMIT_SUSPENDED -> status = "suspended";
        case PERMIT_WITHDRAWN -> status = "withdrawn";
        case PERMIT_REINSTATED -> status = "valid";
        case VEHICLE_DETAINED -> held = true;
        case VEHICLE_RELEASED -> held = false;
        default -> {}
      }
    }
    Instant declared = declarations.floorEntry(now).getValue();
    return !now.isAfter(plateUntil)
        && !now.isAfter(insuredUntil)
        && !now.isAfter(declared)
        && status.equals("valid")
        && !held;
  }
}
