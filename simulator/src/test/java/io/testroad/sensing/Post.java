package io.testroad.sensing;

import io.testroad.engine.Agent;
import io.testroad.engine.AgentId;
import io.testroad.engine.Facts;
import io.testroad.engine.Mail;
import io.testroad.engine.Outcome;
import io.testroad.engine.RunBegan;
import io.testroad.engine.Turn;
import java.util.ArrayList;
import java.util.List;

/**
 * Somebody who only takes in what comes.
 *
 * @param id the agent's id
 */
record Post(AgentId id) implements Agent<Post.State> {

  /** What has come, and when. */
  record State(List<String> kinds, List<Long> ticks) {}

  @Override
  public State initialState() {
    return new State(List.of(), List.of());
  }

  @Override
  public Outcome<State> take(State state, Turn turn) {
    List<String> kinds = new ArrayList<>(state.kinds());
    List<Long> ticks = new ArrayList<>(state.ticks());
    for (Mail mail : turn.inbox()) {
      if (!(mail.letter() instanceof RunBegan)) {
        kinds.add(mail.letter().kind());
        ticks.add(turn.tick());
      }
    }
    return new Outcome.Builder(id, turn).become(new State(kinds, ticks), Facts.empty());
  }
}
