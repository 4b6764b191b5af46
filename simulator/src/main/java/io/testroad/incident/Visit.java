package io.testroad.incident;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.testroad.engine.AgentId;
import io.testroad.protocol.Task;
import java.util.List;

/**
 * A unit that is at a place.
 *
 * @param unit its name
 * @param agent its agent
 * @param incident the number under which it was sent
 * @param tasks what it can do there, in the order in which it would
 * @param road where
 * @param positionM where along the road, m
 * @param withinM how far along the road it works, to either side, m
 * @param arrivedTick since when it is there
 * @param busy whether it has a piece of work
 * @param dismissed whether it was told that there is nothing more to do
 */
public record Visit(
    String unit,
    AgentId agent,
    int incident,
    List<Task> tasks,
    String road,
    double positionM,
    double withinM,
    long arrivedTick,
    boolean busy,
    boolean dismissed) {

  public Visit {
    tasks = List.copyOf(tasks);
  }

  /** Whether it secures the scene by its presence: whoever can do more than look. */
  @JsonIgnore
  boolean secures() {
    return tasks.stream().anyMatch(task -> task != Task.OBSERVE);
  }

  Visit busy(boolean now) {
    return new Visit(
        unit, agent, incident, tasks, road, positionM, withinM, arrivedTick, now, dismissed);
  }

  Visit sentAway() {
    return new Visit(
        unit, agent, incident, tasks, road, positionM, withinM, arrivedTick, false, true);
  }
}
