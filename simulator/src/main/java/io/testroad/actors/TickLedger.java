package io.testroad.actors;

import io.testroad.engine.AgentId;
import io.testroad.engine.Clock;
import io.testroad.engine.Event;
import io.testroad.engine.EventType;
import io.testroad.engine.Letter;
import io.testroad.engine.Mail;
import io.testroad.engine.Outcome;
import io.testroad.engine.Percept;
import io.testroad.engine.RoadDecision;
import io.testroad.engine.RunBegan;
import io.testroad.incident.ScenesSpec;
import io.testroad.record.Metrics;
import io.testroad.record.RunSink;
import io.testroad.scenario.ScenarioWatch;
import io.testroad.scenario.Scripted;
import io.testroad.traffic.Sample;
import io.testroad.traffic.StateDigest;
import io.testroad.traffic.StepResult;
import io.testroad.traffic.Trip;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is pending in a run, and what goes on record: mail, decisions, the script's doings, the
 * events of the tick, and which tick comes next.
 *
 * <p>Pure bookkeeping: replies of regions and agents may be handed in in any order; everything is
 * sorted here before it counts. Not thread-safe.
 */
final class TickLedger {

  private static final long SECOND_MS = 1000;

  /** The order of what happened on the roads in one tick. */
  private static final Comparator<Event> ROAD_ORDER =
      Comparator.comparing(Event::subject)
          .thenComparing(Event::type)
          .thenComparing(event -> event.attributes().toString());

  private final ScenarioPlan plan;
  private final ScenarioWatch watch;
  private final RunSink log;
  private final RunObserver observer;
  private final RoadCensus census;
  private final PostOffice postOffice = new PostOffice();
  private final SortedMap<Long, List<RoadDecision>> scripted = new TreeMap<>();
  private List<RoadDecision> decisions = new ArrayList<>();
  private final List<Event> events = new ArrayList<>();
  private long tick;
  private long previousTick = -1;
  private long vehiclesOnRoad;
  private long vehiclesResting;
  private long departed;
  private long arrived;
  private long removed;
  private long collisions;
  private long vehiclesWaiting;
  private long updates;
  private long steps;
  private long roadsDue;

  /** A ledger before the first tick; every agent's {@link RunBegan} is already posted. */
  TickLedger(ScenarioPlan plan, RunSink log, RunObserver observer) {
    this.plan = plan;
    watch = new ScenarioWatch(plan.scenario());
    census = new RoadCensus(plan.clock().tickMillis());
    this.log = log;
    this.observer = observer;
    plan.agents().forEach(agent -> postOffice.post(0, agent.id(), AgentId.SCRIPT, new RunBegan()));
    for (Scripted item : plan.script()) {
      item.decisions().forEach(decision -> schedule(item.tick(), decision));
      item.letters()
          .forEach(
              letter -> postOffice.post(item.tick(), letter.to(), AgentId.SCRIPT, letter.letter()));
    }
    events.addAll(plan.openingEvents());
  }

  private void schedule(long dueTick, RoadDecision decision) {
    scripted.computeIfAbsent(dueTick, due -> new ArrayList<>()).add(decision);
  }

  /** The tick under way. */
  long tick() {
    return tick;
  }

  /** Whether a whole second has passed since the last tick, so that the state is to be digested. */
  boolean wantsDigest() {
    return crosses(SECOND_MS);
  }

  /** Whether a sampling interval has passed since the last tick. */
  boolean wantsSample() {
    return plan.samplingMs() > 0 && crosses(plan.samplingMs());
  }

  private boolean crosses(long intervalMs) {
    long tickMs = plan.clock().tickMillis();
    return previousTick < 0
        || Math.floorDiv(tick * tickMs, intervalMs)
            != Math.floorDiv(previousTick * tickMs, intervalMs);
  }

  /** The decisions that take effect in this tick: the agents' of the tick before, the script's. */
  List<RoadDecision> takeDecisions() {
    List<RoadDecision> due = decisions;
    decisions = new ArrayList<>();
    while (!scripted.isEmpty() && scripted.firstKey() <= tick) {
      due.addAll(Objects.requireNonNull(scripted.remove(scripted.firstKey())));
    }
    due.forEach(census::note);
    return due;
  }

  /** Takes in what all regions report of the tick. */
  void roadsAdvanced(List<Director.Advanced> replies) {
    List<Director.Advanced> sorted = new ArrayList<>(replies);
    sorted.sort(Comparator.comparingInt(Director.Advanced::region));
    vehiclesOnRoad = 0;
    vehiclesResting = 0;
    vehiclesWaiting = 0;
    steps++;
    roadsDue = Clock.NEVER;
    List<Trip> trips = new ArrayList<>();
    List<Event> happened = new ArrayList<>();
    for (Director.Advanced reply : sorted) {
      StepResult result = reply.result();
      count(result);
      vehiclesOnRoad += result.vehiclesOnRoad() + result.vehiclesWaiting();
      vehiclesResting += result.vehiclesResting();
      roadsDue = Math.min(roadsDue, result.nextDueTick());
      trips.addAll(result.trips());
      happened.addAll(result.events());
      result.percepts().forEach(this::postPercept);
    }
    postCounts(sorted);
    happened.sort(ROAD_ORDER);
    happened.forEach(this::postOccurrence);
    events.addAll(happened);
    recordColumns(sorted, trips);
  }

  private void count(StepResult result) {
    updates += result.vehiclesOnRoad();
    vehiclesWaiting += result.vehiclesWaiting();
    departed += result.departed();
    arrived += result.arrived();
    collisions += result.collisions();
    removed +=
        result.events().stream().filter(event -> event.type() == EventType.VEHICLE_REMOVED).count();
  }

  /** What has become of all vehicles until now, those of the background included. */
  Metrics.Vehicles vehicles() {
    return new Metrics.Vehicles(
        departed, arrived, removed, departed - arrived - removed, collisions);
  }

  /** How much stepping the roads have seen until now. */
  Stepping stepping() {
    return new Stepping(steps, updates, vehiclesWaiting);
  }

  private void postPercept(StepResult.Perceived perceived) {
    AgentId agent = AgentId.vehicle(perceived.vehicle());
    if (plan.hasAgent(agent)) {
      postOffice.post(tick, agent, AgentId.ROADS, perceived.percept());
    }
  }

  private void postCounts(List<Director.Advanced> sorted) {
    census.take(tick, sorted.stream().map(Director.Advanced::result).toList());
    if (plan.hasAgent(ScenesSpec.ID)) {
      census.tallies().forEach(tally -> postOffice.post(tick, ScenesSpec.ID, AgentId.ROADS, tally));
    }
    for (Percept.TravelTimes times : census.surveys()) {
      plan.agentsOfKind("centre")
          .forEach(centre -> postOffice.post(tick, centre, AgentId.ROADS, times));
    }
  }

  private void postOccurrence(Event event) {
    plan.witnesses(event)
        .forEach(witness -> postOffice.post(tick, witness.to(), AgentId.ROADS, witness.letter()));
  }

  private void recordColumns(List<Director.Advanced> sorted, List<Trip> trips) {
    if (wantsDigest()) {
      long sumA = 0;
      long sumB = 0;
      for (Director.Advanced reply : sorted) {
        StateDigest digest = Objects.requireNonNull(reply.digest());
        sumA += digest.a();
        sumB += digest.b();
      }
      log.state(tick, sumA, sumB);
    }
    if (wantsSample()) {
      log.sample(
          tick,
          Sample.merge(
              sorted.stream().map(reply -> Objects.requireNonNull(reply.sample())).toList()));
    }
    if (!trips.isEmpty()) {
      trips.sort(Comparator.comparing(Trip::id));
      log.trips(tick, trips);
    }
  }

  /**
   * The inboxes due now.
   *
   * @throws IllegalStateException when a letter is addressed to nobody
   */
  SortedMap<AgentId, List<Mail>> deliver(Set<AgentId> agents) {
    SortedMap<AgentId, List<Mail>> inboxes = postOffice.deliver(tick);
    for (var inbox : inboxes.entrySet()) {
      if (!agents.contains(inbox.getKey())) {
        throw new IllegalStateException("no agent " + inbox.getKey() + " for " + inbox.getValue());
      }
    }
    return inboxes;
  }

  /** Takes in what all agents woken in the tick have decided; ends the tick. */
  void turnsTaken(List<Director.TurnTaken> replies) {
    List<Director.TurnTaken> sorted = new ArrayList<>(replies);
    sorted.sort(Comparator.comparing(Director.TurnTaken::agent));
    for (Director.TurnTaken turn : sorted) {
      decisions.addAll(turn.decisions());
      events.addAll(turn.events());
      for (Outcome.Outgoing letter : turn.outbox()) {
        post(letter.to(), turn.agent(), Math.max(1, letter.delay()), letter.letter());
      }
    }
    watch(sorted);
    if (!events.isEmpty()) {
      log.events(tick, List.copyOf(events));
      events.clear();
    }
    if (wantsDigest()) {
      observer.onTick(tick, vehiclesOnRoad);
    }
  }

  private void post(AgentId to, AgentId from, long delay, Letter letter) {
    postOffice.post(Math.addExact(tick, delay), to, from, letter);
  }

  private void watch(List<Director.TurnTaken> turns) {
    for (Director.TurnTaken turn : turns) {
      watch.onFacts(tick, turn.agent(), turn.facts());
    }
    watch.onEvents(tick, List.copyOf(events));
    ScenarioWatch.Reaction reaction = watch.onTick(tick);
    decisions.addAll(reaction.decisions());
    reaction.letters().forEach(letter -> post(letter.to(), AgentId.SCRIPT, 1, letter.letter()));
    events.addAll(reaction.events());
  }

  /** Moves to the next tick at which anything can happen; false when the run is over. */
  boolean goOn() {
    long next = nextTick();
    if (next == Clock.NEVER || next > plan.scenario().lastTick() || isOver()) {
      return false;
    }
    previousTick = tick;
    tick = next;
    return true;
  }

  private long nextTick() {
    if (vehiclesOnRoad > vehiclesResting || !decisions.isEmpty()) {
      return tick + 1;
    }
    long due = Math.min(roadsDue, postOffice.nextDue());
    due = Math.min(due, census.nextDue(tick));
    if (!scripted.isEmpty()) {
      due = Math.min(due, scripted.firstKey());
    }
    due = Math.min(due, watch.nextDue(tick));
    return due == Clock.NEVER ? due : Math.max(tick + 1, due);
  }

  /** Whether a run that lasts until the roads are empty has come to its end. */
  private boolean isOver() {
    return plan.scenario().untilEmpty()
        && vehiclesOnRoad == 0
        && roadsDue == Clock.NEVER
        && decisions.isEmpty()
        && scripted.isEmpty();
  }

  /** Ends the run: lets expectations judge the whole, and puts their failures on record. */
  void end() {
    if (plan.scenario().lastTick() != Clock.NEVER) {
      tick = plan.scenario().lastTick();
    }
    observer.onTick(tick, vehiclesOnRoad);
    List<Event> closing = watch.onEnd(tick);
    if (!closing.isEmpty()) {
      log.events(tick, closing);
    }
  }
}
