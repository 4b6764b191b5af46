package io.testroad.policy;

import java.util.AbstractList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.RandomAccess;

/**
 * A list that an expression may look into only so often: what a scenario gives can be long, and
 * loops multiply. All lists of one evaluation share what is left. Not thread-safe.
 */
final class CountedList extends AbstractList<Object> implements RandomAccess {

  /** How many items one evaluation may look at. */
  static final int MAX_LOOKS = 5_000_000;

  /** An evaluation that looked at too many items. */
  static final class Exhausted extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Exhausted() {
      super(null, null, false, false);
    }
  }

  private final List<?> items;
  private final int[] left;

  private CountedList(List<?> items, int[] left) {
    this.items = items;
    this.left = left;
  }

  /** The same values, with their lists counted together. */
  static Map<String, Object> of(Map<String, Object> values) {
    if (values.values().stream().noneMatch(List.class::isInstance)) {
      return values;
    }
    int[] left = {MAX_LOOKS};
    Map<String, Object> counted = new HashMap<>(values);
    counted.replaceAll(
        (name, value) -> value instanceof List<?> list ? new CountedList(list, left) : value);
    return counted;
  }

  @Override
  public Object get(int index) {
    if (--left[0] < 0) {
      throw new Exhausted();
    }
    return items.get(index);
  }

  @Override
  public int size() {
    return items.size();
  }
}
