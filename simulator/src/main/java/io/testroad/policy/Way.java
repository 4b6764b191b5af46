package io.testroad.policy;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A way to another verdict: changes all of which are needed.
 *
 * @param changes in order of fact
 * @param tried whether the rule was evaluated with the changed values and gave the verdict; false
 *     when a part of the expression couldn't be traced to facts
 */
public record Way(List<Change> changes, boolean tried) {

  /** Those that are sure first, then those with fewest changes, then the nearest. */
  static final Comparator<Way> ORDER =
      Comparator.comparing((Way way) -> !way.tried)
          .thenComparing(way -> way.changes.size())
          .thenComparing(Way::distance)
          .thenComparing(
              way -> way.changes.stream().map(Change::fact).collect(Collectors.joining(" ")));

  public Way {
    changes = List.copyOf(changes);
  }

  private double distance() {
    return changes.stream().mapToDouble(Change::distance).sum();
  }
}
