package io.testroad.record;

import io.testroad.engine.Clock;
import io.testroad.engine.Event;
import io.testroad.record.PermitRow.Document;
import io.testroad.record.PermitRow.State;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the books of plates, permits, declarations, restrictions and detentions: events in, changes
 * of state out.
 *
 * <p>A vehicle carries one plate at a time: a new one replaces the one that is still valid, which
 * then counts as returned unless the log said so before. A plate leaves {@code valid} once; what
 * happens to it later changes nothing. A vehicle's permit begins with its first plate. A
 * declaration ends by the calendar, without an event. A restriction is lifted when the last rule
 * that ordered it lifts it.
 *
 * <p>Errors: {@link IllegalStateException} when the log ends a plate that nobody had, or when the
 * books don't balance ({@link PlateCounts}). Not thread-safe.
 */
public final class PermitLedger {

  private static final Comparator<Ending> BY_TICK =
      Comparator.comparingLong(Ending::tick).thenComparingLong(Ending::seq);

  private final Clock clock;
  private final Function<String, Optional<String>> operatorOf;
  private final Map<PermitRow.Key, PermitRow> latest = new HashMap<>();
  private final Map<String, PermitRow> carried = new HashMap<>();
  private final Map<PermitRow.Key, Set<String>> orders = new HashMap<>();
  private final PriorityQueue<Ending> endings = new PriorityQueue<>(BY_TICK);
  private List<PermitRow> rows = new ArrayList<>();
  private PlateCounts plates = PlateCounts.NONE;
  private long nextSeq;

  /** When a declaration ends that was confirmed by the row of that number. */
  private record Ending(long tick, long seq, PermitRow.Key key) {}

  /**
   * Empty books.
   *
   * @param clock the run's clock
   * @param operatorOf who runs a vehicle, by its name
   */
  public PermitLedger(Clock clock, Function<String, Optional<String>> operatorOf) {
    this.clock = clock;
    this.operatorOf = operatorOf;
  }

  /** How many plates there are in each state. */
  public PlateCounts plates() {
    return plates;
  }

  /** Takes in events, in order, and returns the changes of state they bring. */
  public List<PermitRow> take(List<Event> events) {
    events.forEach(this::add);
    return takeRows();
  }

  /** Lets time pass until a tick and returns the changes of state that brings. */
  public List<PermitRow> passTo(long tick) {
    endUntil(tick);
    return takeRows();
  }

  private List<PermitRow> takeRows() {
    if (rows.isEmpty()) {
      return List.of();
    }
    List<PermitRow> taken = rows;
    rows = new ArrayList<>();
    return taken;
  }

  private void add(Event event) {
    switch (event.type()) {
      case PLATE_HELD, PLATE_ISSUED, PLATE_RENEWED -> plateBegins(new Entry(event));
      case PLATE_EXPIRED -> plateEnds(new Entry(event), State.EXPIRED);
      case PLATE_RETURNED -> plateEnds(new Entry(event), State.RETURNED);
      case PLATE_VOIDED -> plateEnds(new Entry(event), State.WITHDRAWN);
      case PERMIT_SUSPENDED -> permit(new Entry(event), State.SUSPENDED);
      case PERMIT_REINSTATED -> permitHolds(new Entry(event));
      case PERMIT_WITHDRAWN -> permit(new Entry(event), State.WITHDRAWN);
      case DECLARATION_CONFIRMED -> confirmed(new Entry(event));
      case RESTRICTION_ORDERED -> ordered(new Entry(event));
      case RESTRICTION_LIFTED -> lifted(new Entry(event));
      case VEHICLE_DETAINED -> detention(new Entry(event), State.DETAINED);
      case VEHICLE_RELEASED -> released(new Entry(event));
      default -> {}
    }
  }

  /** An event of those that count, with time passed until its tick. */
  private final class Entry {
    private final Event event;

    private Entry(Event event) {
      this.event = event;
      endUntil(event.tick());
    }

    private long tick() {
      return event.tick();
    }

    private String getText(String name) {
      return event.attributes().getString(name);
    }

    private @Nullable String text(String name) {
      return event.attributes().find(name) instanceof String text ? text : null;
    }

    private @Nullable Instant instant(String name) {
      return event.attributes().find(name) instanceof Instant instant ? instant : null;
    }

    /** The subject's name. */
    private String name() {
      return event.subject().substring(event.subject().indexOf(':') + 1);
    }
  }

  // plates --------------------------------------------------------------------------------------

  private void plateBegins(Entry entry) {
    String vehicle = entry.getText("vehicle");
    PermitRow replaced = carried.get(vehicle);
    if (replaced != null) {
      plateEnds(entry.tick(), replaced, State.RETURNED, null);
    }
    PermitRow.Key key = new PermitRow.Key(Document.PLATE, entry.getText("plate"), vehicle, null);
    // A number that is issued anew to its vehicle is a new plate.
    latest.remove(key);
    PermitRow row =
        put(
            entry.tick(),
            key,
            State.VALID,
            entry.instant("validFrom"),
            entry.instant("validUntil"),
            null);
    carried.put(vehicle, row);
    check();
    if (!latest.containsKey(permitOf(vehicle))) {
      put(entry.tick(), permitOf(vehicle), State.VALID, null, null, null);
    }
  }

  private void plateEnds(Entry entry, State state) {
    String vehicle = entry.getText("vehicle");
    PermitRow last =
        latest.get(new PermitRow.Key(Document.PLATE, entry.getText("plate"), vehicle, null));
    if (last == null) {
      throw new IllegalStateException("the log ends a plate that was never issued: " + entry.event);
    }
    if (last.state() == State.VALID) {
      plateEnds(entry.tick(), last, state, state == State.WITHDRAWN ? ruleOfPermit(vehicle) : null);
    }
  }

  private void plateEnds(long tick, PermitRow plate, State state, @Nullable String rule) {
    carried.remove(String.valueOf(plate.vehicle()), plate);
    put(tick, plate.key(), state, plate.validFrom(), plate.validUntil(), rule);
    check();
  }

  private @Nullable String ruleOfPermit(String vehicle) {
    PermitRow permit = latest.get(permitOf(vehicle));
    return permit == null ? null : permit.rule();
  }

  private void check() {
    if (plates.valid() != carried.size()) {
      throw new IllegalStateException(
          plates.valid() + " plates are valid, but " + carried.size() + " are carried");
    }
  }

  // permits -------------------------------------------------------------------------------------

  private static PermitRow.Key permitOf(String vehicle) {
    return new PermitRow.Key(Document.PERMIT, vehicle, vehicle, null);
  }

  private void permit(Entry entry, State state) {
    put(
        entry.tick(),
        permitOf(entry.getText("vehicle")),
        state,
        null,
        entry.instant("until"),
        entry.text("rule"));
  }

  private void permitHolds(Entry entry) {
    PermitRow last = latest.get(permitOf(entry.getText("vehicle")));
    if (last == null || last.state() != State.VALID) {
      permit(entry, State.VALID);
    }
  }

  // declarations --------------------------------------------------------------------------------

  private void confirmed(Entry entry) {
    Instant until = entry.instant("validUntil");
    PermitRow.Key key =
        new PermitRow.Key(
            Document.DECLARATION, entry.getText("applicant"), null, entry.text("stage"));
    PermitRow row = put(entry.tick(), key, State.CONFIRMED, null, until, null);
    if (until != null) {
      long endTick = Math.max(entry.tick(), clock.firstTickFrom(until));
      endings.add(new Ending(endTick, row.seq(), key));
    }
  }

  private void endUntil(long tick) {
    for (Ending next = endings.peek(); next != null && next.tick() <= tick; next = endings.peek()) {
      endings.remove();
      PermitRow declaration = latest.get(next.key());
      if (declaration != null && declaration.seq() == next.seq()) {
        put(next.tick(), next.key(), State.ENDED, null, declaration.validUntil(), null);
      }
    }
  }

  // restrictions and detentions -----------------------------------------------------------------

  private static PermitRow.Key restriction(Entry entry) {
    boolean vehicle = entry.event.subject().startsWith("vehicle:");
    return new PermitRow.Key(
        Document.RESTRICTION, entry.name(), vehicle ? entry.name() : null, entry.text("scope"));
  }

  private void ordered(Entry entry) {
    PermitRow.Key key = restriction(entry);
    orders.computeIfAbsent(key, none -> new TreeSet<>()).add(entry.getText("rule"));
    put(entry.tick(), key, State.ORDERED, null, entry.instant("until"), entry.text("rule"));
  }

  private void lifted(Entry entry) {
    PermitRow.Key key = restriction(entry);
    Set<String> rules = orders.get(key);
    if (rules != null && rules.remove(entry.getText("rule")) && rules.isEmpty()) {
      put(entry.tick(), key, State.LIFTED, null, null, entry.text("rule"));
    }
  }

  private void detention(Entry entry, State state) {
    String vehicle = entry.getText("vehicle");
    PermitRow.Key key = new PermitRow.Key(Document.DETENTION, vehicle, vehicle, null);
    put(entry.tick(), key, state, null, null, entry.text("rule"));
  }

  private void released(Entry entry) {
    String vehicle = entry.getText("vehicle");
    PermitRow last = latest.get(new PermitRow.Key(Document.DETENTION, vehicle, vehicle, null));
    if (last != null && last.state() == State.DETAINED) {
      detention(entry, State.RELEASED);
    }
  }

  // rows ----------------------------------------------------------------------------------------

  private PermitRow put(
      long tick,
      PermitRow.Key key,
      State state,
      @Nullable Instant validFrom,
      @Nullable Instant validUntil,
      @Nullable String rule) {
    PermitRow last = latest.get(key);
    String vehicle = key.vehicle();
    PermitRow row =
        new PermitRow(
            nextSeq,
            tick,
            clock.instantOf(tick),
            key.document(),
            key.number(),
            vehicle,
            vehicle == null ? key.number() : operatorOf.apply(vehicle).orElse(null),
            state,
            last == null ? null : last.state(),
            validFrom,
            validUntil,
            rule,
            key.detail());
    nextSeq++;
    latest.put(key, row);
    rows.add(row);
    plates = plates.after(row);
    return row;
  }
}
