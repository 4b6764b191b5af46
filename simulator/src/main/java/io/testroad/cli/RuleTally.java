package io.testroad.cli;

import io.testroad.engine.Event;
import io.testroad.engine.EventType;
import io.testroad.record.RunSink;
import io.testroad.traffic.Sample;
import io.testroad.traffic.Trip;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Counts rulings of a run by the pack that holds the rule and its id, and by verdict. */
final class RuleTally implements RunSink {

  private final SortedMap<PackFiles.RuleKey, Count> counts = new TreeMap<>();

  /** How often a rule was kept and broken. */
  record Count(long kept, long broken) {
    static final Count NONE = new Count(0, 0);

    private Count plus(Count other) {
      return new Count(kept + other.kept, broken + other.broken);
    }
  }

  /** Counts an event, if it is a ruling. */
  void add(Event event) {
    if (event.type() == EventType.RULING) {
      boolean held = "held".equals(event.attributes().find("verdict"));
      PackFiles.RuleKey key =
          new PackFiles.RuleKey(
              String.valueOf(event.attributes().find("pack")),
              String.valueOf(event.attributes().find("rule")));
      counts.merge(key, new Count(held ? 1 : 0, held ? 0 : 1), Count::plus);
    }
  }

  /** The counts so far. */
  SortedMap<PackFiles.RuleKey, Count> counts() {
    return counts;
  }

  @Override
  public void events(long tick, List<Event> events) {
    events.forEach(this::add);
  }

  @Override
  public void state(long tick, long sumA, long sumB) {}

  @Override
  public void sample(long tick, Sample sample) {}

  @Override
  public void trips(long tick, List<Trip> trips) {}
}
