package io.testroad.sensing;

import io.testroad.engine.AgentId;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a scenario says of something that notices incidents: a camera, a roadside unit, or the
 * platform that receives the vehicles' own reports.
 *
 * @param id the agent's id
 * @param roads the roads it sees; the platform sees none, it is written to
 * @param probability that it notices something at all, 0 to 1
 * @param latency until it has worked out what it saw
 * @param centre whom it tells
 */
public record SensorSpec(
    AgentId id, Set<String> roads, double probability, Duration latency, AgentId centre) {

  public SensorSpec {
    roads = java.util.Collections.unmodifiableSet(new TreeSet<>(roads));
  }
}
