package io.testroad.sensing;

import static io.testroad.sensing.SensorWorld.CENTRE;
import static io.testroad.sensing.SensorWorld.DAY;
import static io.testroad.sensing.SensorWorld.inSight;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.testroad.Stage;
import io.testroad.engine.AgentId;
import io.testroad.engine.Clock;
import io.testroad.engine.Event;
import io.testroad.engine.EventType;
import io.testroad.engine.Mail;
import io.testroad.engine.Outcome;
import io.testroad.engine.RandomStream;
import io.testroad.engine.RunBegan;
import io.testroad.engine.Turn;
import io.testroad.protocol.SceneLetter;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class CallersAgentTest {

  private static final AgentId CALLERS = CallersSpec.ID;
  private static final Duration FOREVER = Duration.ofDays(3650);

  private static CallersSpec spec(
      CallRate rate, double wrongPlace, double wrongKind, double falseCalls, int lines) {
    return new CallersSpec(
        CENTRE,
        SensorWorld.ROADS,
        Optional.of(new CallersSpec.Habits(rate, wrongPlace, wrongKind, falseCalls)),
        new CallersSpec.Hotline(lines, Duration.ofSeconds(60), Duration.ofSeconds(120)));
  }

  private static CallersSpec patient(double firstS, int lines) {
    return new CallersSpec(
        CENTRE,
        SensorWorld.ROADS,
        Optional.of(
            new CallersSpec.Habits(new CallRate(firstS, Double.POSITIVE_INFINITY), 0, 0, 0)),
        new CallersSpec.Hotline(lines, Duration.ofSeconds(60), FOREVER));
  }

  private static Stage stage(CallersSpec spec) {
    return Stage.from(DAY).with(new CallersAgent(spec, RandomStream.of(7, "calls")));
  }

  private static CallRate steady(double firstS) {
    return new CallRate(firstS, Double.POSITIVE_INFINITY);
  }

  @Test
  void nobodyCallsWithoutHabits() {
    var spec =
        new CallersSpec(
            CENTRE,
            SensorWorld.ROADS,
            Optional.empty(),
            new CallersSpec.Hotline(1, Duration.ZERO, Duration.ZERO));
    Stage stage = stage(spec);
    stage.tell(1, CALLERS, inSight(1, "collision")).until(100_000);
    assertThat(stage.text()).isEmpty();
  }

  @Test
  void aCallIsMadeAnsweredAndToldWhenItIsOver() {
    Stage stage = stage(spec(steady(30), 0, 0, 0, 5));
    stage.tell(1, CALLERS, inSight(3, "collision", "scene.injured", 2, "scene.cause", "x"));
    stage.tell(60, CALLERS, new SceneLetter.SceneOver(3)).until(1000);
    List<String> lines = stage.text("call", "Reported").lines().toList();
    assertThat(lines.get(0)).contains("records call-made").contains("caller=passer-by-1");
    assertThat(lines.get(1)).contains("records call-answered {caller=passer-by-1, waitedS=0.0}");
    assertThat(lines)
        .filteredOn(line -> line.contains("Reported"))
        .isNotEmpty()
        .allMatch(line -> line.contains("means=caller, precisionM=150.0, occurredTick=10]"))
        .allMatch(line -> line.contains("lane=1, positionM=640.0, vehicles=[], facts={…}]"));
    assertThat(stage.fact(CALLERS, "callers.waiting")).isEqualTo(0L);
  }

  /** In 1,800 s at first 300 s and growth 1,800 s: (1800 + 1800²/3600)/300 = 9 calls on average. */
  @Test
  void moreCallTheLongerTheyWait() {
    int scenes = 200;
    int early = 0;
    int all = 0;
    CallersSpec spec = spec(new CallRate(300, 1800), 0, 0, 0, 5);
    for (int scene = 1; scene <= scenes; scene++) {
      Loop loop = new Loop(spec);
      loop.tell(0, inSight(scene, "collision")).untilS(1800);
      early += loop.count(event -> event.tick() <= 9000);
      all += loop.count(event -> true);
    }
    // 200 · 9, and 200 · (900 + 900²/3600)/300 = 200 · 3.75; three deviations each
    assertThat((double) all).isCloseTo(1800, within(3 * Math.sqrt(1800)));
    assertThat((double) early).isCloseTo(750, within(3 * Math.sqrt(750)));
  }

  /** Riders call as often as passers-by, each of them, until they are freed. */
  @Test
  void ridersCallUntilTheyAreFreed() {
    Loop loop = new Loop(spec(steady(10), 0, 0, 0, 5));
    loop.tell(0, inSight(1, "vehicle-stalled", "scene.riders", 3));
    loop.tell(5000, inSight(1, "vehicle-stalled", "scene.riders", 0)).untilS(10_000);
    double riders = loop.count(event -> event.attributes().getString("caller").startsWith("rider"));
    double passers = loop.count(event -> true) - riders;
    assertThat(riders).isCloseTo(1500, within(3 * Math.sqrt(1500)));
    assertThat(passers).isCloseTo(1000, within(3 * Math.sqrt(1000)));
    assertThat(
            loop.count(
                event ->
                    event.tick() > 50_000
                        && event.attributes().getString("caller").startsWith("rider")))
        .isZero();
  }

  /** Erlang's C for 4 erlangs on 5 lines: 0.5541 wait, 33.25 s on average. */
  @Test
  void waitsAsErlangFound() {
    Loop loop = new Loop(patient(15, 5));
    loop.tell(0, inSight(1, "collision")).untilS(4_000_000);
    List<Double> waits = loop.waits(EventType.CALL_ANSWERED);
    double mean = waits.stream().mapToDouble(w -> w).average().orElseThrow();
    double waited = waits.stream().filter(w -> w > 0).count() / (double) waits.size();
    assertThat(mean).isCloseTo(33.25, within(3.5));
    assertThat(waited).isCloseTo(0.5541, within(0.02));
  }

  /** Ten times as many call as can be answered: nearly all lines are busy, most hang up. */
  @Test
  void isOverloadedInAMassOutage() {
    Loop loop = new Loop(spec(steady(120), 0, 0, 0, 5));
    for (int scene = 1; scene <= 100; scene++) {
      loop.tell(0, inSight(scene, "vehicle-stalled"));
    }
    loop.untilS(20_000);
    double calls = loop.count(event -> true);
    double answered = loop.waits(EventType.CALL_ANSWERED).size();
    double abandoned = loop.waits(EventType.CALL_ABANDONED).size();
    assertThat(calls).isCloseTo(16_667, within(387.0)); // 100 · 20,000/120
    assertThat(answered).isCloseTo(1667, within(123.0)); // five lines of a call a minute each
    assertThat(calls - answered - abandoned).isCloseTo(90, within(60.0)); // who still wait
  }

  @Test
  void someNameAWrongPlaceOrKind() {
    Stage stage = stage(spec(steady(10), 0.25, 0.4, 0, 50));
    stage.tell(1, CALLERS, inSight(1, "fire")).until(10_000);
    List<String> reports = stage.text("Reported").lines().toList();
    double jams = reports.stream().filter(r -> r.contains("kind=congestion")).count();
    double right = reports.stream().filter(r -> r.contains("positionM=640.0")).count();
    assertThat(jams / reports.size()).isCloseTo(0.4, within(0.047)); // three deviations
    assertThat(right / reports.size()).isCloseTo(0.75, within(0.042));
    assertThat(reports)
        .allMatch(
            r -> {
              double positionM = Double.parseDouble(r.replaceAll(".*positionM=([^,]*),.*", "$1"));
              return Math.abs(positionM - 640) <= 150;
            });
  }

  @Test
  void someCallAboutNothing() {
    Stage stage = stage(spec(steady(10), 0, 0, 10, 5)).until(100 * 86_400.0);
    assertThat(stage.events().stream().filter(e -> e.type() == EventType.FALSE_ALARM).count())
        .isBetween(905L, 1095L); // 1,000, three deviations of sqrt(1000)
    assertThat(stage.text("Reported").lines()).allMatch(line -> line.contains("scene=0,"));
  }

  @Test
  void nobodyCallsAboutWhatNobodySees() {
    Stage stage = stage(spec(steady(10), 0, 0, 0, 5));
    stage.tell(1, CALLERS, inSight(1, "forged-plate")).until(10_000);
    assertThat(stage.text()).isEmpty();
  }

  /** The agent alone with its timers, without the checks of a stage, for long runs. */
  private static final class Loop {
    private final CallersAgent agent;
    private final Clock clock = Clock.of(OffsetDateTime.parse(DAY), Duration.ofMillis(100));
    private final PriorityQueue<Mail> mail = new PriorityQueue<>(Mail.ORDER);
    private final List<Event> events = new ArrayList<>();
    private CallersState state;
    private long sequence;

    Loop(CallersSpec spec) {
      agent = new CallersAgent(spec, RandomStream.of(7, "calls"));
      state = agent.initialState();
      mail.add(new Mail(0, CALLERS, AgentId.SCRIPT, sequence++, new RunBegan()));
    }

    Loop tell(int atS, SceneLetter letter) {
      mail.add(new Mail(atS * 10L, CALLERS, AgentId.SCRIPT, sequence++, letter));
      return this;
    }

    void untilS(long endS) {
      while (!mail.isEmpty() && mail.element().due() <= endS * 10) {
        Mail next = mail.remove();
        Outcome<CallersState> outcome =
            agent.take(state, new Turn(next.due(), clock, List.of(next)));
        state = outcome.state();
        events.addAll(outcome.events());
        for (Outcome.Outgoing out : outcome.outbox()) {
          if (out.to().equals(CALLERS)) {
            long due = next.due() + Math.max(1, out.delay());
            mail.add(new Mail(due, CALLERS, CALLERS, sequence++, out.letter()));
          }
        }
      }
    }

    int count(Predicate<Event> calls) {
      return (int)
          events.stream().filter(e -> e.type() == EventType.CALL_MADE).filter(calls).count();
    }

    List<Double> waits(EventType type) {
      return events.stream()
          .filter(event -> event.type() == type)
          .map(event -> (Double) event.attributes().find("waitedS"))
          .toList();
    }
  }
}
