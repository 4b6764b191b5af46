package io.testroad.incident;

import io.testroad.protocol.Task;
import java.util.List;

/**
 * A call for units.
 *
 * @param road id of the incident's road
 * @param positionM where along it, m
 * @param priority 1 (life) to 4
 * @param task what is to be done
 * @param kinds the kinds that will do; empty: all that can do the task
 * @param count how many units are wanted
 */
public record DispatchCall(
    String road, double positionM, int priority, Task task, List<UnitKind> kinds, int count) {

  public DispatchCall {
    kinds = List.copyOf(kinds);
  }

  /** Whether a unit of a kind will do. */
  boolean takes(UnitKind kind) {
    return kinds.isEmpty() ? kind.can(task) : kinds.contains(kind) && kind.can(task);
  }
}
