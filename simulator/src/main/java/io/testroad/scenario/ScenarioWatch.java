package io.testroad.scenario;

import io.testroad.engine.AgentId;
import io.testroad.engine.Clock;
import io.testroad.engine.Event;
import io.testroad.engine.EventType;
import io.testroad.engine.Facts;
import io.testroad.engine.RoadDecision;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Watches a run: whether it meets the scenario's expectations, and when conditions of the script
 * become true.
 *
 * <p>Tell it everything of a tick (facts and events, each in the run's order), then ask {@link
 * #onTick}. States are looked at before events, each expectation in the scenario's order.
 *
 * <p>An expression over an agent's facts is evaluated for each agent of that kind whenever it tells
 * its facts; one over events for each event; one over the centre's facts when they are told. An
 * expression that reads an attribute that an event lacks says nothing of that event, unless the
 * rest of it decides (CEL: {@code false && unknown} is false). Not thread-safe.
 */
public final class ScenarioWatch {

  /** How many failures are kept and put on record. */
  public static final int LIMIT = 100;

  /**
   * What a tick leads to.
   *
   * @param decisions about the roads, in order
   * @param letters to agents, from {@link AgentId#SCRIPT}, in order
   * @param events to be put on record; don't hand them to {@link #onEvents} again
   */
  public record Reaction(
      List<RoadDecision> decisions, List<Addressed> letters, List<Event> events) {
    public Reaction {
      decisions = List.copyOf(decisions);
      letters = List.copyOf(letters);
      events = List.copyOf(events);
    }
  }

  private final WatchedFacts facts;
  private final List<ExpectationWatch> expectations = new ArrayList<>();
  private final List<Conditional> conditionals;
  private final List<ExpressionWatch> conditions = new ArrayList<>();
  private final boolean[] fired;
  private final SortedMap<Long, List<Event>> scripted = new TreeMap<>();
  private final SortedMap<String, Set<String>> changed = new TreeMap<>();
  private final List<Event> told = new ArrayList<>();
  private final List<ExpectationFailure> failures = new ArrayList<>();
  private final List<RulingCase> awaited = new ArrayList<>();
  private int reported;

  /** A watch over a run of a scenario. */
  public ScenarioWatch(Scenario scenario) {
    this(
        scenario.name(),
        scenario.clock(),
        scenario.script(),
        scenario.conditionals(),
        scenario.expectations());
    awaited.addAll(scenario.rulings());
  }

  /** A watch over a run, from the parts of a scenario that it looks at. */
  ScenarioWatch(
      String name,
      Clock clock,
      List<Scripted> script,
      List<Conditional> conditionals,
      List<Expectation> expectations) {
    this.facts = new WatchedFacts(clock);
    this.conditionals = conditionals;
    fired = new boolean[conditionals.size()];
    for (Conditional conditional : conditionals) {
      conditions.add(new ExpressionWatch(conditional.when(), name));
    }
    for (Expectation expectation : expectations) {
      this.expectations.add(new ExpectationWatch(expectation, name, this::failed));
    }
    for (Scripted at : script) {
      if (!at.events().isEmpty()) {
        scripted.put(at.tick(), at.events());
      }
    }
  }

  private void failed(ExpectationFailure failure) {
    if (failures.size() < LIMIT) {
      failures.add(failure);
    }
  }

  /** An agent's facts after its turn. */
  public void onFacts(long tick, AgentId agent, Facts published) {
    String kind = facts.put(agent.name(), published);
    changed.computeIfAbsent(kind, k -> new TreeSet<>()).add(agent.name());
  }

  /** Events of a tick, in the order of the log. */
  public void onEvents(long tick, List<Event> events) {
    told.addAll(events);
  }

  /** What the tick leads to; ask once a tick, after all its facts and events. */
  public Reaction onTick(long tick) {
    List<Event> events = new ArrayList<>();
    SortedMap<Long, List<Event>> due = scripted.headMap(tick + 1);
    due.values().forEach(events::addAll);
    due.clear();
    told.addAll(events);
    List<RoadDecision> decisions = new ArrayList<>();
    List<Addressed> letters = new ArrayList<>();
    look(tick, decisions, letters);
    expectations.forEach(expectation -> expectation.expire(tick));
    events.addAll(report(tick));
    return new Reaction(decisions, letters, events);
  }

  private void look(long tick, List<RoadDecision> decisions, List<Addressed> letters) {
    for (ExpectationWatch expectation : expectations) {
      expectation.states(tick, facts, changed);
      told.forEach(event -> expectation.event(event, facts));
    }
    if (!awaited.isEmpty()) {
      for (Event event : told) {
        awaited.removeIf(ruling -> ruling.isMetBy(event));
      }
    }
    for (int i = 0; i < fired.length; i++) {
      if (!fired[i] && isMet(conditions.get(i), tick)) {
        fired[i] = true;
        decisions.addAll(conditionals.get(i).decisions());
        letters.addAll(conditionals.get(i).letters());
      }
    }
    changed.clear();
    told.clear();
  }

  private boolean isMet(ExpressionWatch condition, long tick) {
    return condition.states(tick, facts, changed).stream().anyMatch(Sighting::holds)
        || told.stream()
            .anyMatch(event -> condition.event(event, facts).filter(Sighting::holds).isPresent());
  }

  private List<Event> report(long tick) {
    List<Event> events = new ArrayList<>();
    for (; reported < failures.size(); reported++) {
      ExpectationFailure failure = failures.get(reported);
      events.add(
          new Event(
              tick,
              EventType.EXPECTATION_FAILED,
              failure.subject(),
              Facts.of(
                  "expectation", failure.expectation(),
                  "reason", failure.reason(),
                  "values", failure.values())));
    }
    return events;
  }

  /** The first tick after a given one at which {@link #onTick} must be asked even if all rests. */
  public long nextDue(long tick) {
    long next = Clock.NEVER;
    SortedMap<Long, List<Event>> later = scripted.tailMap(tick + 1);
    if (!later.isEmpty()) {
      next = later.firstKey();
    }
    for (ExpectationWatch expectation : expectations) {
      next = Math.min(next, expectation.nextDue(tick));
    }
    return next;
  }

  /** The events of the run's end: what was expected and never came. */
  public List<Event> onEnd(long tick) {
    look(tick, new ArrayList<>(), new ArrayList<>());
    expectations.forEach(expectation -> expectation.expire(tick));
    expectations.forEach(expectation -> expectation.end(tick));
    awaited.forEach(
        ruling ->
            failed(
                new ExpectationFailure(
                    ruling.name(), tick, "scenario:rulings", "No such ruling was given.", "")));
    awaited.clear();
    return report(tick);
  }

  /** The failures so far, in order; {@link #LIMIT} at the most. */
  public List<ExpectationFailure> failures() {
    return Collections.unmodifiableList(failures);
  }
}
