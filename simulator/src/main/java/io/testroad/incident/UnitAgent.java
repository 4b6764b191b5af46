package io.testroad.incident;

import io.testroad.engine.Agent;
import io.testroad.engine.AgentId;
import io.testroad.engine.EventType;
import io.testroad.engine.Facts;
import io.testroad.engine.Letter;
import io.testroad.engine.Mail;
import io.testroad.engine.Outcome;
import io.testroad.engine.Percept;
import io.testroad.engine.RandomStream;
import io.testroad.engine.RoadDecision;
import io.testroad.engine.RunBegan;
import io.testroad.engine.Turn;
import io.testroad.protocol.IncidentLetter;
import java.time.Duration;

/**
 * A response unit: turns out, drives to the scene in the same traffic as everybody, works there,
 * and reports that the scene is clear. It then waits where it is for the next order.
 *
 * <p>Work times are log-normal, with the mean and deviation of the specification (source of the
 * family: the duration studies in the facts, section 1.3).
 */
public final class UnitAgent implements Agent<UnitState> {

  private final UnitSpec spec;
  private final RandomStream workTimes;

  /** The agent of a unit; work times are drawn from the stream, by order. */
  public UnitAgent(UnitSpec spec, RandomStream workTimes) {
    this.spec = spec;
    this.workTimes = workTimes;
  }

  @Override
  public AgentId id() {
    return spec.id();
  }

  @Override
  public UnitState initialState() {
    return new UnitState(null, "idle", 0);
  }

  @Override
  public Outcome<UnitState> take(UnitState state, Turn turn) {
    var out = new Outcome.Builder(id(), turn);
    UnitState next = state;
    for (Mail mail : turn.inbox()) {
      next = handle(next, mail.letter(), out);
    }
    return out.become(next, Facts.of("unit.name", spec.name(), "unit.phase", next.phase()));
  }

  private UnitState handle(UnitState state, Letter letter, Outcome.Builder out) {
    if (letter instanceof RunBegan) {
      return state;
    } else if (letter instanceof IncidentLetter.UnitSent order) {
      out.remind(spec.turnout(), new IncidentLetter.TurnedOut(order.incident()));
      return new UnitState(order, "turning-out", state.jobs() + 1);
    }
    IncidentLetter.UnitSent order = state.order();
    if (letter instanceof Percept percept) {
      return perceive(state, percept, out);
    } else if (letter instanceof IncidentLetter.TurnedOut && order != null) {
      out.decide(
          new RoadDecision.Insert(
              spec.name(), order.roads(), Double.NaN, order.positionM(), true, true));
      return new UnitState(order, "driving", state.jobs());
    } else if (letter instanceof IncidentLetter.WorkFinished && order != null) {
      String road = order.roads().get(order.roads().size() - 1);
      out.post(spec.centre(), new IncidentLetter.SceneCleared(order.incident(), road));
      return new UnitState(null, "idle", state.jobs());
    }
    throw new IllegalArgumentException(id() + " does not understand " + letter);
  }

  private UnitState perceive(UnitState state, Percept percept, Outcome.Builder out) {
    IncidentLetter.UnitSent order = state.order();
    boolean there = percept instanceof Percept.Arrived || percept instanceof Percept.Removed;
    if (!there || order == null) {
      return state;
    }
    out.post(spec.centre(), new IncidentLetter.UnitOnScene(order.incident()));
    out.record(
        EventType.UNIT_WORK_STARTED,
        Facts.of("incident", order.incident(), "unit", spec.name(), "task", order.task()));
    out.remind(workTime(state.jobs()), new IncidentLetter.WorkFinished(order.incident()));
    return new UnitState(order, "working", state.jobs());
  }

  private Duration workTime(int job) {
    double mean = spec.work().toMillis();
    double ratio = spec.workDeviation().toMillis() / mean;
    double variance = StrictMath.log(1 + ratio * ratio);
    double mu = StrictMath.log(mean) - variance / 2;
    return Duration.ofMillis(
        Math.round(StrictMath.exp(mu + StrictMath.sqrt(variance) * workTimes.gaussian(job))));
  }
}
