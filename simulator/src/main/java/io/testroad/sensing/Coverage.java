package io.testroad.sensing;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The roads that somebody sees.
 *
 * @param lengthsM the roads' lengths, m, by id
 */
public record Coverage(SortedMap<String, Double> lengthsM) {

  /** A place on a road: its id, and the position along it, m. */
  record Place(String road, double positionM) {}

  public Coverage {
    lengthsM = Collections.unmodifiableSortedMap(new TreeMap<>(lengthsM));
  }

  /** Whether a road is among them. */
  public boolean sees(String road) {
    return lengthsM.containsKey(road);
  }

  /** All they measure, m. */
  public double totalM() {
    return lengthsM.values().stream().mapToDouble(Double::doubleValue).sum();
  }

  /** The position on a road that is nearest to one that may lie beyond its ends, m. */
  double within(String road, double positionM) {
    double lengthM = lengthsM.getOrDefault(road, Double.POSITIVE_INFINITY);
    return Math.max(0, Math.min(lengthM, positionM));
  }

  /**
   * The place at a share of all the length, in order of the roads' ids.
   *
   * @param share from 0 to below 1
   * @throws IllegalStateException when there are no roads
   */
  Place at(double share) {
    double leftM = share * totalM();
    for (Map.Entry<String, Double> road : lengthsM.entrySet()) {
      if (leftM < road.getValue()) {
        return new Place(road.getKey(), leftM);
      }
      leftM -= road.getValue();
    }
    if (lengthsM.isEmpty()) {
      throw new IllegalStateException("no roads");
    }
    String last = lengthsM.lastKey();
    return new Place(last, lengthsM.getOrDefault(last, 0.0));
  }
}
