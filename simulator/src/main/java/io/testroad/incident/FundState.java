package io.testroad.incident;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the relief fund knows.
 *
 * @param cases those it was told of, by number
 */
public record FundState(SortedMap<Integer, Case> cases) {

  public FundState {
    cases = Collections.unmodifiableSortedMap(new TreeMap<>(cases));
  }

  /**
   * A case.
   *
   * @param incident the incident's number
   * @param costCny what is asked of the fund, CNY
   * @param rescueDay the last day of rescue
   * @param lateReason why rescue went on for so long, or empty
   * @param stepTick when the step that is under way was begun
   */
  public record Case(
      int incident, double costCny, int rescueDay, String lateReason, long stepTick) {

    Case at(long tick) {
      return new Case(incident, costCny, rescueDay, lateReason, tick);
    }
  }

  FundState with(int number, Case newCase) {
    SortedMap<Integer, Case> more = new TreeMap<>(cases);
    more.put(number, newCase);
    return new FundState(more);
  }
}
