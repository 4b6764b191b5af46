package io.testroad.incident;

import io.testroad.protocol.Task;
import java.util.List;

/**
 * Units that an incident still waits for.
 *
 * @param task what they are to do
 * @param kinds the kinds that will do, the best first; empty: all that can do the task
 * @param count how many are missing
 * @param boundS how long it is waited until the centre above is asked, s
 * @param sinceTick since when they are missing
 * @param announced whether it is on record that none is free
 * @param asked whether the centre above has been asked
 */
public record Want(
    Task task,
    List<UnitKind> kinds,
    int count,
    double boundS,
    long sinceTick,
    boolean announced,
    boolean asked) {

  public Want {
    kinds = List.copyOf(kinds);
  }

  /** Whether a kind of unit will do. */
  boolean isServedBy(UnitKind kind) {
    return kind.can(task) && (kinds.isEmpty() || kinds.contains(kind));
  }

  Want of(int newCount) {
    return new Want(task, kinds, newCount, boundS, sinceTick, announced, asked);
  }

  Want withAnnounced() {
    return new Want(task, kinds, count, boundS, sinceTick, true, asked);
  }

  Want withAsked() {
    return new Want(task, kinds, count, boundS, sinceTick, announced, true);
  }
}
