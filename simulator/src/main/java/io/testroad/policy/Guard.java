package io.testroad.policy;

import dev.cel.runtime.CelEvaluationException;
import io.testroad.engine.Facts;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Whether a rule applies. Most guards read what rarely changes, such as a stage or a kind of road,
 * and are asked every second: what came out of the same values before is kept. Thread-safe.
 */
final class Guard {

  /** So many answers are kept; then all are forgotten. */
  private static final int MOST = 1_000;

  private final Reading reading;
  private final Map<List<Object>, Boolean> known = new ConcurrentHashMap<>();

  Guard(Reading reading) {
    this.reading = reading;
  }

  Reading reading() {
    return reading;
  }

  /**
   * Whether it is true of these facts.
   *
   * @throws CelEvaluationException when it can't be computed
   */
  boolean holds(Facts given, SortedMap<String, Parameter> parameters)
      throws CelEvaluationException {
    Map<String, Object> read = reading.values(given, parameters);
    List<Object> values = List.copyOf(read.values());
    Boolean before = known.get(values);
    if (before != null) {
      return before;
    }
    boolean holds = reading.expression().holds(read);
    if (known.size() >= MOST) {
      known.clear();
    }
    known.put(values, holds);
    return holds;
  }
}
