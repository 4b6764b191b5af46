package io.testroad.permit;

import io.testroad.engine.AgentId;
import java.time.Duration;

/**
 * What a scenario says of an authority.
 *
 * @param name its name, for instance traffic-police
 * @param declarationTime working time for a declaration
 * @param plateTime working time for a plate (机动车登记规定 art. 48 and 92: one working day)
 * @param platePrefix the letters before the number on its plates
 */
public record AuthoritySpec(
    String name, Duration declarationTime, Duration plateTime, String platePrefix) {

  /** The agent's id. */
  public AgentId id() {
    return AgentId.of("authority", name);
  }
}
