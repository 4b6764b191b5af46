package io.testroad.incident;

import io.testroad.engine.Agent;
import io.testroad.engine.AgentId;
import io.testroad.engine.Facts;
import io.testroad.engine.Letter;
import io.testroad.engine.Mail;
import io.testroad.engine.Outcome;
import io.testroad.engine.Percept;
import io.testroad.engine.RandomStream;
import io.testroad.engine.RunBegan;
import io.testroad.engine.Turn;
import io.testroad.protocol.IncidentLetter;
import io.testroad.protocol.SceneLetter;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;

/**
 * A response unit: turns out, drives to the scene in the same traffic as everybody, with blue light
 * where it has one, or flies; does there what it can, piece by piece; tells its commander what it
 * finds and does; and goes home, or where it is sent next.
 *
 * <p>On the scene its vehicle is out of the traffic: the lanes it works on are closed or blocked
 * anyway.
 */
public final class UnitAgent implements Agent<UnitState> {

  private final UnitSpec spec;
  private final UnitWays ways;
  private final RandomStream workTimes;

  /**
   * The agent of a unit.
   *
   * @param ways the roads it knows
   * @param workTimes working times are drawn from it, by piece of work
   */
  public UnitAgent(UnitSpec spec, UnitWays ways, RandomStream workTimes) {
    this.spec = spec;
    this.ways = ways;
    this.workTimes = workTimes;
  }

  @Override
  public AgentId id() {
    return spec.id();
  }

  @Override
  public UnitState initialState() {
    return new UnitState(
        UnitState.Phase.AT_STATION,
        null,
        0,
        0,
        new UnitState.Place(spec.station(), spec.stationM(), false, List.of(), ""),
        null,
        null,
        0,
        UnitState.Walk.NONE,
        new TreeMap<>());
  }

  @Override
  public Outcome<UnitState> take(UnitState state, Turn turn) {
    var out = new Outcome.Builder(id(), turn);
    var handling = new Handling(new UnitTurn(spec, ways, turn, out, state), workTimes);
    for (Mail mail : turn.inbox()) {
      handling.handle(mail.letter());
    }
    UnitState next = handling.unit.state();
    IncidentLetter.UnitSent order = next.order();
    return out.become(
        next,
        Facts.of(
            "unit.name", spec.name(),
            "unit.kind", spec.kind().written(),
            "unit.phase", next.phase().written(),
            "unit.road", next.place().road(),
            "unit.incident", order == null ? 0 : order.incident()));
  }

  /** One turn: brings each letter to those who know what to do about it. */
  private static final class Handling {
    private final UnitTurn unit;
    private final UnitTravel travel;
    private final UnitWork work;

    Handling(UnitTurn unit, RandomStream workTimes) {
      this.unit = unit;
      travel = new UnitTravel(unit);
      work = new UnitWork(unit, travel, workTimes);
    }

    void handle(Letter letter) {
      if (letter instanceof RunBegan) {
        travel.patrol();
      } else if (letter instanceof Percept percept) {
        perceive(percept);
      } else if (letter instanceof IncidentLetter incident) {
        ordered(incident);
      } else if (letter instanceof SceneLetter scene) {
        onScene(scene);
      } else {
        throw notUnderstood(letter);
      }
    }

    private void ordered(IncidentLetter letter) {
      if (letter instanceof IncidentLetter.UnitSent order) {
        work.leave();
        travel.sent(order);
      } else if (letter instanceof IncidentLetter.UnitRecalled recalled) {
        recalled(recalled);
      } else if (letter instanceof IncidentLetter.TurnedOut due) {
        travel.turnedOut(due.order());
      } else if (letter instanceof IncidentLetter.FlownThere due) {
        if (travel.flownThere(due.order())) {
          work.arrived();
        }
      } else if (letter instanceof IncidentLetter.WalkedThere due) {
        if (travel.walkedThere(due.order())) {
          work.arrived();
        }
      } else if (letter instanceof IncidentLetter.TrafficTold told) {
        travel.trafficTold(told.slowS());
      } else if (letter instanceof IncidentLetter.WorkFinished finished) {
        work.finished(finished);
      } else {
        throw notUnderstood(letter);
      }
    }

    private void recalled(IncidentLetter.UnitRecalled recalled) {
      IncidentLetter.UnitSent order = unit.state().order();
      if (order != null && order.incident() == recalled.incident()) {
        work.leave();
        travel.goHome();
      }
    }

    private void onScene(SceneLetter letter) {
      if (letter instanceof SceneLetter.Looked looked) {
        work.looked(looked);
      } else if (letter instanceof SceneLetter.WorkGiven given) {
        work.given(given);
      } else if (letter instanceof SceneLetter.NoWork none) {
        work.none(none);
      } else {
        throw notUnderstood(letter);
      }
    }

    private void perceive(Percept percept) {
      boolean isAside = percept instanceof Percept.Removed && travel.isStopping();
      if (isAside || percept instanceof Percept.Arrived) {
        if (travel.arrived()) {
          work.arrived();
        }
      } else {
        travel.perceive(percept);
      }
    }

    private IllegalArgumentException notUnderstood(Letter letter) {
      return new IllegalArgumentException(
          unit.spec().id() + " does not understand " + Objects.requireNonNull(letter));
    }
  }
}
