package io.testroad.incident;

import io.testroad.engine.AgentId;
import java.time.Duration;

/**
 * What a scenario says of a response unit.
 *
 * @param name its name, unique among all vehicles
 * @param capability what it can do, kebab-case: tow, patrol, ambulance, fire
 * @param station id of the road it stands by
 * @param centre who commands it
 * @param turnout from the order until it gets going (work rules as reported: 5 min by day at most)
 * @param work mean time of its work on the scene; log-normal
 * @param workDeviation standard deviation of that time
 */
public record UnitSpec(
    String name,
    String capability,
    String station,
    AgentId centre,
    Duration turnout,
    Duration work,
    Duration workDeviation) {

  /** The agent's id. */
  public AgentId id() {
    return AgentId.vehicle(name);
  }
}
