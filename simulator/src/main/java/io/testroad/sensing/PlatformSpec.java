package io.testroad.sensing;

import io.testroad.engine.AgentId;
import java.time.Duration;

/**
 * What a scenario says of the supervision platform, to which ICVs report what befalls them.
 *
 * @param probability that a report gets through, 0 to 1
 * @param latency until the centre is told
 * @param centre whom it tells
 */
public record PlatformSpec(double probability, Duration latency, AgentId centre) {

  /** The agent's id. */
  public static final AgentId ID = AgentId.of("platform", "supervision");

  /** The agent's id. */
  public AgentId id() {
    return ID;
  }
}
