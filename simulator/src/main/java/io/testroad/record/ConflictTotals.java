package io.testroad.record;

import io.testroad.engine.Event;
import io.testroad.engine.EventType;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Sums conflicts, hard braking and collisions from their events. Not thread-safe. */
public final class ConflictTotals {

  private final SortedMap<String, Long> byKind = new TreeMap<>();
  private @Nullable Double leastTtcS;
  private @Nullable Double leastPetS;
  private @Nullable Double mostDracMps2;
  private double tetS;
  private double titS2;
  private long hardBrakings;
  private @Nullable Double hardestMps2;
  private @Nullable Double mostDeltaVMps;

  /** Takes in events, in order; those of other types are passed over. */
  public void add(List<Event> events) {
    events.forEach(this::add);
  }

  /** Takes in an event; one of another type is passed over. */
  public void add(Event event) {
    if (event.type() == EventType.CONFLICT) {
      byKind.merge(String.valueOf(event.attributes().find("kind")), 1L, Long::sum);
      leastTtcS = least(leastTtcS, event, "ttcS");
      leastPetS = least(leastPetS, event, "petS");
      mostDracMps2 = most(mostDracMps2, event, "dracMps2");
      tetS += number(event, "tetS");
      titS2 += number(event, "titS2");
    } else if (event.type() == EventType.HARD_BRAKING) {
      hardBrakings++;
      hardestMps2 = most(hardestMps2, event, "decelerationMps2");
    } else if (event.type() == EventType.COLLISION) {
      mostDeltaVMps = most(most(mostDeltaVMps, event, "deltaVMps"), event, "otherDeltaVMps");
    }
  }

  private static @Nullable Double least(@Nullable Double old, Event event, String name) {
    Double value = (Double) event.attributes().find(name);
    return old == null || (value != null && value < old) ? value : old;
  }

  private static @Nullable Double most(@Nullable Double old, Event event, String name) {
    Double value = (Double) event.attributes().find(name);
    return old == null || (value != null && value > old) ? value : old;
  }

  private static double number(Event event, String name) {
    Double value = (Double) event.attributes().find(name);
    return value == null ? 0 : value;
  }

  /** The totals until now. */
  public Metrics.Conflicts totals() {
    return new Metrics.Conflicts(
        byKind.values().stream().mapToLong(Long::longValue).sum(),
        new TreeMap<>(byKind),
        leastTtcS,
        leastPetS,
        mostDracMps2,
        tetS,
        titS2,
        hardBrakings,
        hardestMps2,
        mostDeltaVMps);
  }
}
