package io.testroad.incident;

import io.testroad.protocol.Task;
import java.util.List;

/**
 * A piece of work that a scene needs; each is done once.
 *
 * @param tasks by which it can be done, one of them suffices
 * @param item on what: a body's name, or what tells it from others of its kind; may be empty
 * @param status whether it is open, given to a unit, or done
 * @param unit who does or did it; empty while it is open
 */
public record Piece(List<Task> tasks, String item, Status status, String unit) {

  /** How far it is. */
  public enum Status {
    OPEN,
    GIVEN,
    DONE
  }

  public Piece {
    tasks = List.copyOf(tasks);
  }

  static Piece open(String item, Task... tasks) {
    return new Piece(List.of(tasks), item, Status.OPEN, "");
  }

  boolean is(Task task) {
    return tasks.contains(task);
  }

  boolean unfinished() {
    return status != Status.DONE;
  }

  boolean sameAs(Piece other) {
    return item.equals(other.item) && tasks.equals(other.tasks);
  }

  Piece as(Status now, String by) {
    return new Piece(tasks, item, now, by);
  }
}
