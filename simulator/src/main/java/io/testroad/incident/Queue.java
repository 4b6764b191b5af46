package io.testroad.incident;

import io.testroad.incident.CentreState.Loan;
import io.testroad.protocol.Task;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * The order in which those that wait for units are served: by priority, then who was reported
 * first, then number, then task.
 */
final class Queue {

  /**
   * Somebody who waits.
   *
   * @param priority 1 (life) to 4
   * @param reportedTick when the incident was reported first
   * @param number the incident's number
   * @param key of the want, or of the loan
   * @param task what is to be done
   * @param isLoan whether another centre has asked
   */
  record Waiting(
      int priority, long reportedTick, int number, String key, Task task, boolean isLoan) {}

  private static final Comparator<Waiting> ORDER =
      Comparator.comparingInt(Waiting::priority)
          .thenComparingLong(Waiting::reportedTick)
          .thenComparingInt(Waiting::number)
          .thenComparing(Waiting::isLoan)
          .thenComparing(Waiting::key);

  private Queue() {}

  /** All who wait, in order. */
  static List<Waiting> of(CentreState state) {
    List<Waiting> all = new ArrayList<>();
    for (Picture picture : state.pictures().values()) {
      for (Map.Entry<String, Want> want : picture.wants().entrySet()) {
        all.add(waiting(picture, want.getKey(), want.getValue()));
      }
    }
    for (Map.Entry<String, Loan> entry : state.loans().entrySet()) {
      Loan loan = entry.getValue();
      all.add(
          new Waiting(
              loan.priority(),
              loan.reportedTick(),
              loan.incident(),
              entry.getKey(),
              loan.task(),
              true));
    }
    all.sort(ORDER);
    return all;
  }

  private static Waiting waiting(Picture picture, String key, Want want) {
    return new Waiting(
        picture.ruling().priority(),
        picture.course().reportedTick(),
        picture.number(),
        key,
        want.task(),
        false);
  }

  /** How many wait for the same task and are served before. */
  static long before(CentreState state, Picture picture, String key) {
    Want want = java.util.Objects.requireNonNull(picture.wants().get(key));
    Waiting own = waiting(picture, key, want);
    return of(state).stream()
        .filter(other -> other.task() == own.task() && ORDER.compare(other, own) < 0)
        .count();
  }
}
