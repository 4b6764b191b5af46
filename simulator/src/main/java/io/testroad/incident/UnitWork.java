package io.testroad.incident;

import io.testroad.engine.EventType;
import io.testroad.engine.Facts;
import io.testroad.engine.RandomStream;
import io.testroad.incident.UnitState.Phase;
import io.testroad.protocol.IncidentLetter;
import io.testroad.protocol.SceneLetter;
import io.testroad.protocol.Task;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** What a unit does on a scene. */
final class UnitWork {

  /** How far from the place it was sent to it looks, along the road, m (assumption). */
  private static final double LOOKS_WITHIN_M = 200;

  /** How wrong the place may be that a patrol reports, m (assumption). */
  private static final double PRECISION_M = 10;

  private final UnitTurn unit;
  private final UnitTravel travel;
  private final RandomStream times;

  UnitWork(UnitTurn unit, UnitTravel travel, RandomStream times) {
    this.unit = unit;
    this.travel = travel;
    this.times = times;
  }

  void arrived() {
    IncidentLetter.UnitSent order = Objects.requireNonNull(unit.state().order());
    unit.report(new IncidentLetter.UnitOnScene(order.incident(), unit.spec().name()));
    unit.out()
        .post(
            ScenesSpec.ID,
            new SceneLetter.UnitThere(
                order.incident(),
                unit.spec().name(),
                tasks(),
                order.road(),
                order.positionM(),
                LOOKS_WITHIN_M));
  }

  /** All that it can do: what it was not sent for, but finds there, it does too. */
  private List<String> tasks() {
    return Stream.concat(Stream.of(Task.OBSERVE), unit.spec().kind().tasks().stream())
        .map(Task::written)
        .distinct()
        .toList();
  }

  private boolean isAbout(int incident) {
    IncidentLetter.UnitSent order = unit.state().order();
    return order != null && order.incident() == incident && unit.state().phase() == Phase.ON_SCENE;
  }

  void looked(SceneLetter.Looked looked) {
    if (looked.inquiry() == UnitTravel.PATROL) {
      looked.sights().forEach(this::noticed);
    }
    if (isAbout(looked.inquiry())) {
      unit.report(
          new IncidentLetter.UnitFound(looked.inquiry(), unit.spec().name(), looked.sights()));
    }
  }

  private void noticed(SceneLetter.Sight sight) {
    unit.out()
        .post(
            unit.centre(),
            new IncidentLetter.Reported(
                sight, unit.spec().id(), "patrol", PRECISION_M, unit.tick()));
  }

  void given(SceneLetter.WorkGiven given) {
    if (!isAbout(given.incident()) || unit.state().job() != null) {
      return;
    }
    Task task = Task.find(given.task()).orElseThrow();
    Duration lasts =
        unit.spec()
            .work()
            .filter(own -> task != Task.OBSERVE)
            .orElseGet(() -> WorkTimes.of(task, given.facts()))
            .draw(times, unit.state().jobs());
    unit.become(
        unit.state()
            .begins(new UnitState.Job(given.scene(), given.task(), given.item(), unit.tick())));
    unit.record(
        EventType.WORK_BEGUN,
        facts(given.scene(), given.task(), given.item()).with("workS", lasts.toMillis() / 1000.0));
    unit.out()
        .remind(
            lasts,
            new IncidentLetter.WorkFinished(unit.state().jobs(), given.task(), given.item()));
  }

  private static Facts facts(int scene, String task, String item) {
    Facts facts = Facts.of("scene", scene, "task", task);
    return item.isEmpty() ? facts : facts.with("item", item);
  }

  void finished(IncidentLetter.WorkFinished finished) {
    UnitState.Job job = unit.state().job();
    IncidentLetter.UnitSent order = unit.state().order();
    if (job == null || order == null || finished.order() != unit.state().jobs()) {
      return;
    }
    unit.become(unit.state().withoutJob());
    Facts done = facts(job.scene(), job.task(), job.item());
    unit.record(EventType.WORK_DONE, done.with("afterS", unit.secondsSince(job.beganTick())));
    unit.out()
        .post(
            ScenesSpec.ID,
            new SceneLetter.WorkDone(
                order.incident(), job.scene(), unit.spec().name(), job.task(), job.item()));
    unit.report(
        new IncidentLetter.TaskReported(
            order.incident(), unit.spec().name(), job.task(), job.item(), Facts.empty()));
  }

  void none(SceneLetter.NoWork none) {
    if (!isAbout(none.incident())) {
      return;
    }
    unit.report(new IncidentLetter.UnitDone(none.incident(), unit.spec().name()));
    leave();
    travel.goHome();
  }

  /** Leaves the scene it is on, its work done or not. */
  void leave() {
    IncidentLetter.UnitSent order = unit.state().order();
    if (order != null && unit.state().phase() == Phase.ON_SCENE) {
      unit.become(unit.state().withoutJob());
      unit.out()
          .post(ScenesSpec.ID, new SceneLetter.UnitLeft(order.incident(), unit.spec().name()));
    }
  }
}
