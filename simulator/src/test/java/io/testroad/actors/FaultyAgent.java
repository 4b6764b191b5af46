package io.testroad.actors;

import io.testroad.engine.Agent;
import io.testroad.engine.AgentId;
import io.testroad.engine.Facts;
import io.testroad.engine.Outcome;
import io.testroad.engine.RunBegan;
import io.testroad.engine.Turn;
import io.testroad.protocol.VehicleLetter;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * An agent that does something amiss seven ticks after its first turn.
 *
 * @param id its id
 * @param initially done when it is asked for its first state
 * @param amiss what it does; may throw, or decide what can't be
 */
record FaultyAgent(AgentId id, Runnable initially, Consumer<Outcome.Builder> amiss)
    implements Agent<String> {

  static final int TICK = 7;

  @Override
  public String initialState() {
    initially.run();
    return "";
  }

  @Override
  public Outcome<String> take(String state, Turn turn) {
    Outcome.Builder out = new Outcome.Builder(id, turn);
    if (turn.inbox().get(0).letter() instanceof RunBegan) {
      out.remind(Duration.ofMillis(TICK * turn.clock().tickMillis()), new VehicleLetter.SeatFree());
    } else {
      amiss.accept(out);
    }
    return out.become(state, Facts.empty());
  }
}
