package io.testroad.incident;

import io.testroad.engine.AgentId;
import java.time.Duration;
import java.util.List;

/**
 * What a scenario says of a command centre.
 *
 * @param name its name
 * @param units the units it commands, in order
 * @param verification from a report until it is checked
 * @param retry how long it waits before it looks again for a free unit
 * @param closeLane whether it closes the lane of a verified incident
 */
public record CentreSpec(
    String name, List<UnitSpec> units, Duration verification, Duration retry, boolean closeLane) {

  public CentreSpec {
    units = List.copyOf(units);
  }

  /** The agent's id. */
  public AgentId id() {
    return AgentId.of("centre", name);
  }
}
