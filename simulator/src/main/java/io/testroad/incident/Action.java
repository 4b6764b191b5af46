package io.testroad.incident;

import io.testroad.engine.AgentId;
import io.testroad.engine.EventType;
import io.testroad.engine.Facts;
import io.testroad.protocol.IncidentLetter;
import java.util.List;

/** Follows what units and operators tell of the incidents they work on. */
final class Action {

  private final Intelligence intelligence;
  private final Dispatching dispatching;

  Action(Intelligence intelligence, Dispatching dispatching) {
    this.intelligence = intelligence;
    this.dispatching = dispatching;
  }

  /** Takes a letter about an incident; whether it is understood. */
  boolean handle(Desk desk, AgentId from, IncidentLetter letter) {
    int number = incident(letter);
    if (number < 0) {
      return false;
    }
    if (letter instanceof IncidentLetter.UnitOnScene
        || letter instanceof IncidentLetter.UnitStuck) {
      Dispatching.busy(desk, from.name());
    }
    Picture picture = desk.pictures().find(number);
    if (letter instanceof IncidentLetter.SupportAnswered answer
        && (picture == null || desk.commands(picture))) {
      Support.answered(desk, from, answer);
    } else if (picture != null && !desk.commands(picture)) {
      desk.post(picture.commander(), letter);
    } else if (picture != null) {
      follow(desk, picture, from, letter);
    }
    return true;
  }

  /** The incident that a letter is about; -1 when it isn't one of those that are followed. */
  private static int incident(IncidentLetter letter) {
    if (letter instanceof IncidentLetter.UnitOnScene there) {
      return there.incident();
    } else if (letter instanceof IncidentLetter.UnitFound found) {
      return found.incident();
    } else if (letter instanceof IncidentLetter.TaskReported task) {
      return task.incident();
    } else if (letter instanceof IncidentLetter.UnitDone done) {
      return done.incident();
    } else if (letter instanceof IncidentLetter.UnitStuck stuck) {
      return stuck.incident();
    } else if (letter instanceof IncidentLetter.OperatorAnswered answer) {
      return answer.incident();
    }
    return letter instanceof IncidentLetter.SupportAnswered answer ? answer.incident() : -1;
  }

  private void follow(Desk desk, Picture picture, AgentId from, IncidentLetter letter) {
    if (letter instanceof IncidentLetter.UnitOnScene there) {
      arrived(desk, picture, there.unit());
    } else if (letter instanceof IncidentLetter.UnitFound found) {
      intelligence.found(desk, picture, found);
    } else if (letter instanceof IncidentLetter.TaskReported task) {
      worked(desk, picture, task);
    } else if (letter instanceof IncidentLetter.UnitDone done) {
      done(desk, picture, done.unit());
    } else if (letter instanceof IncidentLetter.UnitStuck stuck) {
      stuck(desk, picture, stuck.unit());
    } else if (letter instanceof IncidentLetter.OperatorAnswered answer) {
      answered(desk, picture, from, answer);
    }
  }

  private static void arrived(Desk desk, Picture picture, String unit) {
    Assigned assigned = picture.units().get(unit);
    if (assigned == null || assigned.phase() != Assigned.Phase.SENT) {
      return;
    }
    Picture there = picture.with(unit, assigned.in(Assigned.Phase.THERE));
    if (!Verifying.onlyLooks(picture, unit)) {
      desk.record(
          EventType.UNIT_ARRIVED,
          picture.number(),
          Facts.of("unit", unit, "afterS", desk.secondsSince(assigned.sentTick())));
      there = there.with(there.course().arrived(desk.tick()));
    }
    desk.keep(there);
  }

  private static void worked(Desk desk, Picture picture, IncidentLetter.TaskReported task) {
    Belief belief = picture.belief();
    var teller = new Belief.Told(AgentId.vehicle(task.unit()).value(), Means.UNIT, desk.tick());
    for (var fact : task.found().asMap().entrySet()) {
      belief = belief.with(fact.getKey(), fact.getValue(), teller);
    }
    desk.keep(picture.with(belief));
  }

  private static void done(Desk desk, Picture picture, String unit) {
    Assigned assigned = picture.units().get(unit);
    if (assigned == null || assigned.phase() == Assigned.Phase.DONE) {
      return;
    }
    if (!Verifying.onlyLooks(picture, unit)) {
      desk.record(EventType.UNIT_RELEASED, picture.number(), Facts.of("unit", unit));
    }
    desk.keep(picture.with(unit, assigned.in(Assigned.Phase.DONE)));
  }

  private static void stuck(Desk desk, Picture picture, String unit) {
    if (picture.units().containsKey(unit)) {
      desk.keep(picture.without(unit));
    }
  }

  private void answered(
      Desk desk, Picture picture, AgentId from, IncidentLetter.OperatorAnswered answer) {
    Picture known = Operators.answered(desk, picture, from, answer);
    if (Operators.isGone(answer)) {
      intelligence.gone(desk, known, List.of(answer.vehicle()));
    } else {
      desk.keep(known);
    }
  }

  /** A unit is free; where its incident hasn't heard that it is done there, it is now. */
  void free(Desk desk, IncidentLetter.UnitFree free) {
    for (Picture picture : List.copyOf(desk.pictures().entries().values())) {
      Assigned assigned = picture.units().get(free.unit());
      if (assigned != null && assigned.phase() == Assigned.Phase.THERE) {
        done(desk, picture, free.unit());
      }
    }
    dispatching.free(desk, free);
  }
}
