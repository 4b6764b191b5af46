package io.testroad.intersection;

import io.testroad.engine.Agent;
import io.testroad.engine.AgentId;
import io.testroad.engine.EventType;
import io.testroad.engine.Facts;
import io.testroad.engine.Letter;
import io.testroad.engine.Mail;
import io.testroad.engine.Outcome;
import io.testroad.engine.RoadDecision;
import io.testroad.engine.RunBegan;
import io.testroad.engine.Turn;
import io.testroad.protocol.SignalLetter;

/**
 * A signalised intersection with fixed-time programs: follows its plan of programs, clears the way
 * for units that ask for it, and goes dark or flashes while it fails. The phases of the running
 * program are the roads' own clockwork.
 */
public final class SignalAgent implements Agent<SignalState> {

  private final SignalSpec spec;

  /** The agent of an intersection. */
  public SignalAgent(SignalSpec spec) {
    this.spec = spec;
  }

  @Override
  public AgentId id() {
    return spec.id();
  }

  @Override
  public SignalState initialState() {
    return SignalState.running(spec.programs().get(spec.programs().size() - 1));
  }

  @Override
  public Outcome<SignalState> take(SignalState state, Turn turn) {
    var out = new Outcome.Builder(id(), turn);
    var desk = new PreEmptionDesk(spec, turn, out);
    SignalState next = state;
    for (Mail mail : turn.inbox()) {
      next = handle(next, mail.letter(), desk, out);
    }
    return out.become(
        next,
        Facts.of(
            "signal.id", spec.signal(),
            "signal.program", next.program(),
            "signal.failure", next.failure()));
  }

  private SignalState handle(
      SignalState state, Letter letter, PreEmptionDesk desk, Outcome.Builder out) {
    if (letter instanceof RunBegan) {
      spec.plan()
          .forEach(item -> out.remind(item.after(), new SignalLetter.ProgramDue(item.program())));
      return state;
    } else if (letter instanceof SignalLetter.ProgramDue due) {
      if (!state.isFailing() && !state.isServing()) {
        run(due.program(), out);
      }
      return state.withProgram(due.program());
    } else if (letter instanceof SignalLetter.SignalFails fails) {
      out.record(EventType.SIGNAL_FAILED, Facts.of("mode", fails.mode()));
      desk.abandon(state);
      run(fails.mode(), out);
      return state.failing(fails.mode());
    } else if (letter instanceof SignalLetter.SignalMended) {
      return mended(state, out);
    } else if (letter instanceof SignalLetter.PreEmptionAsked asked) {
      return desk.asked(state, new SignalState.Request(asked.unit(), asked.road()));
    } else if (letter instanceof SignalLetter.PreEmptionOver over) {
      return desk.over(state, over.unit());
    } else if (letter instanceof SignalLetter.PreEmptionLapses lapses) {
      return desk.expired(state, lapses.serial());
    }
    throw new IllegalArgumentException(id() + " does not understand " + letter);
  }

  private SignalState mended(SignalState state, Outcome.Builder out) {
    if (!state.isFailing()) {
      return state;
    }
    out.record(EventType.SIGNAL_RESTORED, Facts.of("program", state.program()));
    run(state.program(), out);
    return state.failing("");
  }

  private void run(String program, Outcome.Builder out) {
    out.decide(new RoadDecision.RunProgram(spec.signal(), program));
  }
}
