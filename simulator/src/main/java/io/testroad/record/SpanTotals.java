package io.testroad.record;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Mean and 95th percentile of lengths of time. Kept is how often each length came, in whole
 * milliseconds, so that memory grows with the lengths that differ and sums are exact.
 */
final class SpanTotals {

  private static final double P95 = 0.95;

  private final SortedMap<Long, Long> timesByMillis = new TreeMap<>();
  private long count;
  private long sumMillis;

  /** Takes in a length of time; one below zero counts as zero. */
  void add(long millis) {
    long length = Math.max(0, millis);
    timesByMillis.merge(length, 1L, Long::sum);
    count++;
    sumMillis += length;
  }

  /** What they come to. */
  IncidentTotals.Span span() {
    return count == 0
        ? IncidentTotals.Span.NONE
        : new IncidentTotals.Span(count, sumMillis / 1000.0 / count, p95S());
  }

  /** The 95th percentile by nearest rank: the least length that 95 % do not exceed. */
  private double p95S() {
    long rank = (long) Math.ceil(P95 * count);
    long passed = 0;
    for (Map.Entry<Long, Long> entry : timesByMillis.entrySet()) {
      passed += entry.getValue();
      if (passed >= rank) {
        return entry.getKey() / 1000.0;
      }
    }
    return timesByMillis.lastKey() / 1000.0;
  }
}
