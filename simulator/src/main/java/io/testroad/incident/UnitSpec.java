package io.testroad.incident;

import io.testroad.engine.AgentId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What a scenario says of a response unit.
 *
 * @param name its name, unique among all vehicles
 * @param kind what it is
 * @param station id of the road it stands by
 * @param stationM where along that road, m
 * @param centre the centre it belongs to
 * @param ringMin the ring it belongs to: 1, 3 or 5 minutes; 0 when it belongs to none
 * @param turnout from the order until it gets going (work rules as reported: 5 min by day at most)
 * @param work how long each of its pieces of work takes; empty: as the table of {@link WorkTimes}
 *     says for the task
 * @param patrol the roads it drives along while it has nothing else to do, connected, the last
 *     leading to the first; empty: it waits at its station
 */
public record UnitSpec(
    String name,
    UnitKind kind,
    String station,
    double stationM,
    AgentId centre,
    int ringMin,
    Duration turnout,
    Optional<WorkTime> work,
    List<String> patrol) {

  public UnitSpec {
    patrol = List.copyOf(patrol);
  }

  /** The agent's id. */
  public AgentId id() {
    return AgentId.vehicle(name);
  }
}
