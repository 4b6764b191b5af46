package io.testroad.incident;

import io.testroad.protocol.Task;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What an incident needs against what was sent: a unit that is there, or on its way, counts for
 * each of the tasks it can do, once for each; whoever has done his part counts too.
 *
 * @param units those sent, with the tasks they now have
 * @param missing the units that are missing, by task and place in the plan
 * @param surplus units on their way that nobody needs any more
 */
record Needs(
    SortedMap<String, Assigned> units, SortedMap<String, Line> missing, Set<String> surplus) {

  /**
   * Units that are needed.
   *
   * @param task what they are to do
   * @param kinds the kinds that will do; empty: all that can do the task
   * @param count how many
   * @param withinS how soon they should be there, s
   */
  record Line(Task task, List<UnitKind> kinds, int count, double withinS) {
    boolean takes(UnitKind kind) {
      return kind.can(task) && (kinds.isEmpty() || kinds.contains(kind));
    }

    Line of(int newCount) {
      return new Line(task, kinds, newCount, withinS);
    }
  }

  static Needs of(List<Line> lines, SortedMap<String, Assigned> sent) {
    SortedMap<String, Assigned> units = new TreeMap<>(sent);
    Set<String> needed = new TreeSet<>();
    SortedMap<String, Line> missing = new TreeMap<>();
    Map<Task, Set<String>> counted = new TreeMap<>();
    for (int i = 0; i < lines.size(); i++) {
      Line line = lines.get(i);
      Set<String> taken = counted.computeIfAbsent(line.task(), task -> new TreeSet<>());
      int left = line.count() - take(line, line.count(), units, taken, needed, false);
      left -= take(line, left, units, taken, needed, true);
      if (left > 0) {
        missing.put(key(line.task(), i), line.of(left));
      }
    }
    Set<String> surplus = new TreeSet<>();
    units.forEach(
        (name, unit) -> {
          if (unit.phase() == Assigned.Phase.SENT && !needed.contains(name)) {
            surplus.add(name);
          }
        });
    return new Needs(units, missing, surplus);
  }

  /** Counts units for a line, those that have the task, or those that can take it on. */
  private static int take(
      Line line,
      int wanted,
      SortedMap<String, Assigned> units,
      Set<String> taken,
      Set<String> needed,
      boolean anew) {
    int found = 0;
    for (Map.Entry<String, Assigned> entry : units.entrySet()) {
      Assigned unit = entry.getValue();
      boolean has = unit.tasks().contains(line.task());
      boolean will = anew ? !has && unit.phase() != Assigned.Phase.DONE : has;
      if (found < wanted && will && line.takes(unit.kind()) && taken.add(entry.getKey())) {
        found++;
        needed.add(entry.getKey());
        if (anew) {
          entry.setValue(unit.and(line.task()));
        }
      }
    }
    return found;
  }

  /** The key of a want: those of a task stand together, in the order of the plan. */
  static String key(Task task, int line) {
    return String.format(java.util.Locale.ROOT, "%02d-%02d", task.ordinal(), line);
  }
}
