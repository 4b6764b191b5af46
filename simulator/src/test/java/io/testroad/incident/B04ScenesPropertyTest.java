package io.testroad.incident;

import static org.assertj.core.api.Assertions.assertThat;

import io.testroad.engine.AgentId;
import io.testroad.engine.Clock;
import io.testroad.engine.EventType;
import io.testroad.engine.Facts;
import io.testroad.engine.Letter;
import io.testroad.engine.Mail;
import io.testroad.engine.Outcome;
import io.testroad.engine.RandomStream;
import io.testroad.engine.RoadDecision;
import io.testroad.engine.Turn;
import io.testroad.protocol.SceneFacts;
import io.testroad.protocol.SceneKind;
import io.testroad.protocol.SceneLetter;
import io.testroad.protocol.Task;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Whatever happens, and in whatever order units come: work waits for what must be done before. */
class B04ScenesPropertyTest {

  private static final Clock CLOCK =
      Clock.of(OffsetDateTime.parse("2025-03-03T10:00:00+08:00"), Duration.ofMillis(100));

  private static final Map<Task, List<Task>> AFTER =
      Map.of(
          Task.CONTAIN, List.of(Task.EXTINGUISH),
          Task.RESCUE, List.of(Task.EXTINGUISH, Task.CONTAIN),
          Task.TREAT, List.of(Task.EXTINGUISH, Task.CONTAIN, Task.RESCUE),
          Task.SECURE, List.of(Task.EXTINGUISH, Task.CONTAIN),
          Task.TOW, List.of(Task.EXTINGUISH, Task.CONTAIN, Task.RESCUE, Task.TREAT, Task.SECURE));

  private final PriorityQueue<Mail> mail = new PriorityQueue<>(Mail.ORDER);
  private final List<RoadDecision> decisions = new ArrayList<>();
  private final List<EventType> events = new ArrayList<>();
  private long sequence;
  private ScenesState state = ScenesState.NOTHING;

  private void post(long due, AgentId from, Letter letter) {
    mail.add(new Mail(due, ScenesSpec.ID, from, sequence++, letter));
  }

  /** Runs the scenes with units that take their time, until nothing is due any more. */
  private void play(RandomStream stream) {
    ScenesAgent agent = Street.agent();
    while (!mail.isEmpty()) {
      long tick = mail.element().due();
      List<Mail> inbox = new ArrayList<>();
      while (!mail.isEmpty() && mail.element().due() == tick) {
        inbox.add(mail.remove());
      }
      Outcome<ScenesState> outcome = agent.take(state, new Turn(tick, CLOCK, inbox));
      state = outcome.state();
      decisions.addAll(outcome.decisions());
      outcome.events().forEach(event -> events.add(event.type()));
      for (Outcome.Outgoing letter : outcome.outbox()) {
        answer(tick, letter, stream);
      }
    }
  }

  private void answer(long tick, Outcome.Outgoing outgoing, RandomStream stream) {
    AgentId unit = outgoing.to();
    if (unit.equals(ScenesSpec.ID)) {
      post(tick + Math.max(1, outgoing.delay()), unit, outgoing.letter());
    } else if (outgoing.letter() instanceof SceneLetter.WorkGiven given) {
      Task task = Task.find(given.task()).orElseThrow();
      for (Task before : AFTER.getOrDefault(task, List.of())) {
        assertThat(open(before)).as(before + " before " + task).isFalse();
      }
      long work = 1 + (long) (stream.uniform(sequence) * 3000);
      post(
          tick + work,
          unit,
          new SceneLetter.WorkDone(7, given.scene(), unit.name(), given.task(), given.item()));
    } else if (outgoing.letter() instanceof SceneLetter.NoWork) {
      post(tick + 1, unit, Street.left(unit.name()));
    }
  }

  private boolean open(Task task) {
    return state.scenes().values().stream()
        .flatMap(scene -> scene.pieces().stream())
        .anyMatch(piece -> piece.is(task) && piece.unfinished());
  }

  private void come(RandomStream stream, String name, Task... tasks) {
    for (int i = 0; i < 20; i++) {
      long at = 1 + (long) (stream.uniform(1000 + sequence) * 20_000);
      String unit = name + "-" + i;
      String[] written = java.util.Arrays.stream(tasks).map(Task::written).toArray(String[]::new);
      post(at, AgentId.vehicle(unit), Street.there(unit, written));
    }
  }

  private void clear() {
    mail.clear();
    decisions.clear();
    events.clear();
    state = ScenesState.NOTHING;
  }

  @Property(tries = 200)
  void everySceneEndsAndNothingIsDoneTooSoon(
      @ForAll long seed,
      @ForAll boolean burns,
      @ForAll boolean leaks,
      @ForAll @IntRange(max = 5) int injured,
      @ForAll @IntRange(max = 2) int trapped) {
    clear(); // an instance serves all tries
    RandomStream stream = RandomStream.of(seed, "units");
    Facts facts =
        Facts.of(
            SceneFacts.INJURED,
            injured + trapped,
            SceneFacts.TRAPPED,
            trapped,
            SceneFacts.SEVERITY,
            "serious-injury",
            SceneFacts.FIRE,
            burns,
            SceneFacts.LITRES,
            500.0,
            SceneFacts.LANES,
            List.of("0", "1"));
    Facts all = leaks ? facts.with(SceneFacts.SUBSTANCE, "1203") : facts;
    post(0, AgentId.SCRIPT, Street.happens(SceneKind.COLLISION, 0, all));
    come(stream, "engine", Task.EXTINGUISH, Task.RESCUE);
    come(stream, "hazmat", Task.CONTAIN);
    come(stream, "ambulance", Task.TREAT);
    come(stream, "car", Task.SECURE);
    come(stream, "tow", Task.TOW);
    play(stream);
    // whoever is still needed comes at last
    for (int round = 0;
        round < 12 && state.scenes().values().stream().anyMatch(Scene::isThere);
        round++) {
      post(
          1_000_000L * (round + 1),
          AgentId.vehicle("last"),
          Street.there("last", "extinguish", "contain", "rescue", "treat", "secure", "tow"));
      play(stream);
    }
    assertThat(state.scenes()).isEmpty();
    assertThat(state.visits()).isEmpty();
    assertThat(state.sceneOf()).isEmpty();
    assertThat(events).containsOnlyOnce(EventType.SCENE_BEGAN, EventType.SCENE_ENDED);
    long laid = decisions.stream().filter(d -> d instanceof RoadDecision.Obstruct).count();
    long gone = decisions.stream().filter(d -> d instanceof RoadDecision.ClearObstacle).count();
    assertThat(gone).isEqualTo(laid);
  }

  @Test
  void aThousandScenesLeaveNothingBehind() {
    for (int i = 0; i < 1000; i++) {
      post(i, AgentId.SCRIPT, Street.happens(SceneKind.DEBRIS, i % 3, Facts.empty()));
    }
    for (int i = 0; i < 20; i++) {
      post(2000 + i, AgentId.vehicle("c" + i), Street.there("c" + i, "sweep"));
    }
    play(RandomStream.of(1, "units"));
    assertThat(state.total()).isEqualTo(1000);
    assertThat(state.scenes()).isEmpty();
    long counted =
        decisions.stream()
            .filter(d -> d instanceof RoadDecision.Count count && !count.roads().isEmpty())
            .count();
    assertThat(counted).isEqualTo(200);
  }

  @Test
  void hazardsComeAsOftenAsTheyAreSaidTo() {
    Hazard debris =
        new Hazard(
            SceneKind.DEBRIS,
            60,
            List.of(Street.ROAD, "arterial-east-1"),
            -1,
            Facts.empty(),
            "load",
            600,
            600 + 36_000);
    var stage =
        Street.stage(Street.spec(new ScenesSpec.Habits(false, false, 0, 0), debris)).until(4200);
    long began = stage.events().stream().filter(e -> e.type() == EventType.SCENE_BEGAN).count();
    assertThat(began).isBetween(40L, 80L); // 60 expected in the hour, deviation 7.7
    assertThat(stage.events()).noneMatch(e -> e.tick() < 6000);
  }
}
