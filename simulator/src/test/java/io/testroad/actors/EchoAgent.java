package io.testroad.actors;

import io.testroad.engine.Agent;
import io.testroad.engine.AgentId;
import io.testroad.engine.Facts;
import io.testroad.engine.Outcome;
import io.testroad.engine.Turn;

/** An agent that counts its turns and lets others see the count. */
record EchoAgent(String name) implements Agent<Long> {

  @Override
  public AgentId id() {
    return AgentId.of("echo", name);
  }

  @Override
  public Long initialState() {
    return 0L;
  }

  @Override
  public Outcome<Long> take(Long state, Turn turn) {
    long turns = state + 1;
    return new Outcome.Builder(id(), turn).become(turns, Facts.of("echo.turns", turns));
  }
}
