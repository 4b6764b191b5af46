package io.testroad.sensing;

import io.testroad.engine.Agent;
import io.testroad.engine.AgentId;
import io.testroad.engine.Facts;
import io.testroad.engine.Letter;
import io.testroad.engine.Mail;
import io.testroad.engine.Outcome;
import io.testroad.engine.RandomStream;
import io.testroad.engine.RunBegan;
import io.testroad.engine.Turn;
import io.testroad.protocol.IncidentLetter;
import io.testroad.protocol.SceneLetter;
import io.testroad.protocol.SensingLetter;

/**
 * People on the spot and riders who can't go on: they call the police's hotline, more often the
 * longer they wait, and some of them never get through.
 */
public final class CallersAgent implements Agent<CallersState> {

  private final CallersSpec spec;
  private final RandomStream chance;

  /** The callers; calls are drawn from the stream by scene, all else by number of the call. */
  public CallersAgent(CallersSpec spec, RandomStream chance) {
    this.spec = spec;
    this.chance = chance;
  }

  @Override
  public AgentId id() {
    return spec.id();
  }

  @Override
  public CallersState initialState() {
    return CallersState.initial();
  }

  @Override
  public Outcome<CallersState> take(CallersState state, Turn turn) {
    var out = new Outcome.Builder(id(), turn);
    if (spec.habits().isEmpty()) {
      return out.become(state, facts(state));
    }
    CallersTurn callers = new CallersTurn(spec, spec.habits().get(), chance, turn, out, state);
    for (Mail mail : turn.inbox()) {
      handle(callers, mail.letter());
    }
    CallersState next = callers.state();
    return out.become(next, facts(next));
  }

  private void handle(CallersTurn callers, Letter letter) {
    if (letter instanceof RunBegan) {
      callers.begin();
    } else if (letter instanceof SceneLetter.SceneInSight inSight) {
      callers.inSight(inSight.sight());
    } else if (letter instanceof SceneLetter.SceneOver over) {
      callers.over(over.scene());
    } else if (letter instanceof SensingLetter.CallDue due) {
      callers.callDue(due);
    } else if (letter instanceof IncidentLetter.FalseAlarmDue due) {
      callers.falseCall(due.number());
    } else if (letter instanceof SensingLetter.PatienceEnds ends) {
      callers.hotline().patienceEnds(ends.call());
    } else if (letter instanceof SensingLetter.CallEnds ends) {
      callers.hotline().ends(ends.call());
    } else {
      throw new IllegalArgumentException(id() + " does not understand " + letter);
    }
  }

  private static Facts facts(CallersState state) {
    return Facts.of(
        "callers.calls", state.calls(),
        "callers.answered", state.answered(),
        "callers.waiting", state.waiting().size(),
        "callers.abandoned", state.abandoned());
  }
}
