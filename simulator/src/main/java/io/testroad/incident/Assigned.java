package io.testroad.incident;

import io.testroad.engine.AgentId;
import io.testroad.protocol.Task;
import java.util.ArrayList;
import java.util.List;

/**
 * A unit that was sent to an incident.
 *
 * @param kind what it is
 * @param centre the centre it belongs to
 * @param tasks what it does there
 * @param sentTick when it was sent
 * @param phase how far it has come
 */
public record Assigned(
    UnitKind kind, AgentId centre, List<Task> tasks, long sentTick, Phase phase) {

  public Assigned {
    tasks = List.copyOf(tasks);
  }

  /** How far a unit has come. */
  public enum Phase {
    SENT,
    THERE,
    DONE
  }

  Assigned in(Phase newPhase) {
    return new Assigned(kind, centre, tasks, sentTick, newPhase);
  }

  Assigned and(Task task) {
    List<Task> more = new ArrayList<>(tasks);
    more.add(task);
    return new Assigned(kind, centre, more, sentTick, phase);
  }

  /** Whether it only looks. */
  boolean onlyLooks() {
    return tasks.equals(List.of(Task.OBSERVE));
  }
}
