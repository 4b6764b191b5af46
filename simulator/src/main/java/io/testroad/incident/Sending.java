package io.testroad.incident;

import io.testroad.protocol.Task;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Units a plan sends.
 *
 * @param task what they are to do
 * @param kinds the kinds that will do, in order of preference; empty: all that can do the task
 * @param count how many
 * @param when whether they are sent
 * @param within how soon they should be there; empty: as soon as can be
 */
public record Sending(
    Task task,
    List<UnitKind> kinds,
    PlanNumber count,
    PlanCondition when,
    Optional<Duration> within) {

  public Sending {
    kinds = List.copyOf(kinds);
  }
}
