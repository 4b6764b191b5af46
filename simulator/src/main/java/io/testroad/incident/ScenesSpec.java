package io.testroad.incident;

import io.testroad.engine.AgentId;

/** What a scenario says of what can go wrong, and how it develops. */
public record ScenesSpec() {

  /** The agent's id. */
  public static final AgentId ID = AgentId.of("scenes", "all");

  /** The agent's id. */
  public AgentId id() {
    return ID;
  }
}
