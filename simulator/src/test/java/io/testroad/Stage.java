package io.testroad;

import static org.assertj.core.api.Assertions.assertThat;

import io.testroad.engine.Agent;
import io.testroad.engine.AgentId;
import io.testroad.engine.Clock;
import io.testroad.engine.Event;
import io.testroad.engine.EventType;
import io.testroad.engine.Facts;
import io.testroad.engine.Letter;
import io.testroad.engine.Mail;
import io.testroad.engine.Outcome;
import io.testroad.engine.Percept;
import io.testroad.engine.RoadDecision;
import io.testroad.engine.RunBegan;
import io.testroad.engine.Turn;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.PriorityQueue;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Agents without roads or actors: delivers letters at ticks of 100 ms, runs timers, carries what
 * agents on the stage write to one another, and writes down every outcome, a line each.
 *
 * <p>Besides, it holds every turn to the contract of agents: taken twice, it has equal outcomes;
 * the state after it survives JSON and CBOR.
 */
public final class Stage {

  private static final Duration TICK = Duration.ofMillis(100);
  private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

  private final Clock clock;
  private final boolean dated;
  private final SortedMap<AgentId, Host<?>> hosts = new TreeMap<>();
  private final PriorityQueue<Mail> mail = new PriorityQueue<>(Mail.ORDER);
  private final List<String> lines = new ArrayList<>();
  private final List<RoadDecision> decisions = new ArrayList<>();
  private final List<Event> events = new ArrayList<>();
  private long sequence;

  private Stage(String start, boolean dated) {
    clock = Clock.of(OffsetDateTime.parse(start), TICK);
    this.dated = dated;
  }

  /** A stage whose lines begin with the seconds since the start. */
  public static Stage from(String start) {
    return new Stage(start, false);
  }

  /** A stage whose lines begin with date and time. */
  public static Stage dated(String start) {
    return new Stage(start, true);
  }

  /** Puts an agent on the stage; it is told at tick 0 that the run has begun. */
  public Stage with(Agent<?> agent) {
    hosts.put(agent.id(), host(agent));
    post(0, agent.id(), AgentId.SCRIPT, new RunBegan());
    return this;
  }

  private static <S> Host<S> host(Agent<S> agent) {
    return new Host<>(agent);
  }

  /** Delivers letters at a time; percepts come from the roads, others from the script. */
  public Stage tell(double atS, AgentId to, Letter... letters) {
    for (Letter letter : letters) {
      AgentId from = letter instanceof Percept ? AgentId.ROADS : AgentId.SCRIPT;
      post(Math.round(atS * 10), to, from, letter);
    }
    return this;
  }

  /** Delivers a letter that somebody off the stage has written. */
  public Stage tellFrom(AgentId from, double atS, AgentId to, Letter letter) {
    post(Math.round(atS * 10), to, from, letter);
    return this;
  }

  private void post(long due, AgentId to, AgentId from, Letter letter) {
    mail.add(new Mail(due, to, from, sequence++, letter));
  }

  /** Plays until a time, that tick included. */
  public Stage until(double endS) {
    return untilTick(Math.round(endS * 10));
  }

  /** Plays until a date and time, that tick included. */
  public Stage until(String end) {
    return untilTick(clock.firstTickFrom(OffsetDateTime.parse(end).toInstant()));
  }

  private Stage untilTick(long end) {
    while (!mail.isEmpty() && mail.element().due() <= end) {
      long tick = mail.element().due();
      SortedMap<AgentId, List<Mail>> inboxes = new TreeMap<>();
      while (!mail.isEmpty() && mail.element().due() == tick) {
        Mail next = mail.remove();
        inboxes.computeIfAbsent(next.to(), to -> new ArrayList<>()).add(next);
      }
      inboxes.forEach((id, inbox) -> turn(hosts.get(id), new Turn(tick, clock, inbox)));
    }
    return this;
  }

  private void turn(Host<?> host, Turn turn) {
    AgentId self = host.agent.id();
    Outcome<?> outcome = host.take(turn);
    String when = when(turn.tick()) + " " + self.name() + " ";
    outcome.events().forEach(event -> lines.add(when + "records " + text(event, self)));
    events.addAll(outcome.events());
    outcome.decisions().forEach(decision -> lines.add(when + "decides " + decision));
    decisions.addAll(outcome.decisions());
    for (Outcome.Outgoing outgoing : outcome.outbox()) {
      long delay = Math.max(1, outgoing.delay());
      long due = turn.tick() + delay;
      if (outgoing.to().equals(self)) {
        String at = dated ? "at " + when(due) : "in " + seconds(delay);
        lines.add(when + "reminds itself " + at + " of " + text(outgoing.letter()));
      } else {
        String late = delay == 1 ? "" : "in " + seconds(delay) + " ";
        lines.add(when + "writes " + outgoing.to() + " " + late + text(outgoing.letter()));
      }
      if (hosts.containsKey(outgoing.to())) {
        post(due, outgoing.to(), self, outgoing.letter());
      }
    }
  }

  /** A letter; all facts of a moment, which it may carry, are left out. */
  private static String text(Letter letter) {
    return letter.toString().replaceAll("facts=\\{[^}]*}", "facts={…}");
  }

  private static String seconds(long ticks) {
    return String.format(Locale.ROOT, "%.1f s", ticks / 10.0);
  }

  private String when(long tick) {
    return dated
        ? clock.dateTimeOf(tick).format(DATE)
        : String.format(Locale.ROOT, "%.1f", tick / 10.0);
  }

  private static String text(Event event, AgentId self) {
    Facts facts = event.attributes();
    if (event.type() == EventType.RULING) {
      Object consequence = facts.find("consequence");
      String tail = consequence == null ? "" : ": " + consequence;
      return "ruling " + facts.find("rule") + " " + facts.find("verdict") + tail;
    }
    String about = event.subject().equals(self.value()) ? "" : " of " + event.subject();
    return event.type() + about + " " + facts;
  }

  /** What came about since the last call, a line each. */
  public String text() {
    return drain(lines);
  }

  /** The lines since the last call that contain one of some words. */
  public String text(String... words) {
    lines.removeIf(line -> Arrays.stream(words).noneMatch(line::contains));
    return drain(lines);
  }

  private static String drain(List<String> lines) {
    String text = String.join("\n", lines) + (lines.isEmpty() ? "" : "\n");
    lines.clear();
    return text;
  }

  /** Every decision so far. */
  public List<RoadDecision> decisions() {
    return decisions;
  }

  /** Every event so far. */
  public List<Event> events() {
    return events;
  }

  /** The clock. */
  public Clock clock() {
    return clock;
  }

  /** An agent's state. */
  public Object state(AgentId id) {
    return hosts.get(id).state;
  }

  /** A fact that an agent lets others observe. */
  public Object fact(AgentId id, String name) {
    return hosts.get(id).facts.find(name);
  }

  private static final class Host<S> {
    private final Agent<S> agent;
    private S state;
    private Facts facts = Facts.empty();

    Host(Agent<S> agent) {
      this.agent = agent;
      state = agent.initialState();
    }

    Outcome<S> take(Turn turn) {
      Outcome<S> outcome = agent.take(state, turn);
      assertThat(agent.take(state, turn)).as("the same turn again").isEqualTo(outcome);
      @SuppressWarnings("unchecked")
      Class<S> type = (Class<S>) outcome.state().getClass();
      assertThat(Wire.crossings(outcome.state(), type)).containsOnly(outcome.state());
      state = outcome.state();
      facts = outcome.facts();
      return outcome;
    }
  }
}
