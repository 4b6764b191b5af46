package io.testroad.record;

import io.testroad.engine.Event;
import io.testroad.network.Network;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Adds up how long lanes were closed. Closing a closed lane, or opening an open one, is nothing.
 */
final class LaneClosureTimes {

  private static final double MILLIS_A_MINUTE = 60_000;

  private final Network network;
  private final SortedMap<String, SortedMap<Integer, Long>> closedSince = new TreeMap<>();
  private final SortedMap<String, Long> ticksByRoad = new TreeMap<>();

  LaneClosureTimes(Network network) {
    this.network = network;
  }

  void closed(Event event) {
    String road = String.valueOf(event.attributes().find("road"));
    int lane = laneOf(event);
    SortedMap<Integer, Long> since = closedSince.computeIfAbsent(road, r -> new TreeMap<>());
    int first = Math.max(0, lane);
    int behind = lane < 0 ? laneCount(road) : lane + 1;
    for (int i = first; i < behind; i++) {
      since.putIfAbsent(i, event.tick());
    }
  }

  void reopened(Event event) {
    String road = String.valueOf(event.attributes().find("road"));
    SortedMap<Integer, Long> since = closedSince.getOrDefault(road, new TreeMap<>());
    int lane = laneOf(event);
    if (lane < 0) {
      since.values().forEach(from -> add(ticksByRoad, road, event.tick() - from));
      since.clear();
      return;
    }
    Long from = since.remove(lane);
    if (from != null) {
      add(ticksByRoad, road, event.tick() - from);
    }
  }

  /** The times when the run ends at a tick, with the lanes that are closed still. */
  Metrics.LaneClosures until(long endTick, long tickMillis) {
    SortedMap<String, Long> ticks = new TreeMap<>(ticksByRoad);
    closedSince.forEach(
        (road, since) ->
            since.values().forEach(from -> add(ticks, road, Math.max(0, endTick - from))));
    SortedMap<String, Double> minutes = new TreeMap<>();
    ticks.forEach((road, sum) -> minutes.put(road, sum * tickMillis / MILLIS_A_MINUTE));
    long total = ticks.values().stream().mapToLong(Long::longValue).sum();
    return new Metrics.LaneClosures(total * tickMillis / MILLIS_A_MINUTE, minutes);
  }

  private int laneCount(String road) {
    OptionalInt edge = network.findEdge(road);
    return edge.isPresent() ? network.edges().get(edge.getAsInt()).laneCount() : 1;
  }

  /** The lane an event is about, -1 for the whole road. */
  private static int laneOf(Event event) {
    return event.attributes().find("lane") instanceof Long lane ? Math.toIntExact(lane) : -1;
  }

  private static void add(SortedMap<String, Long> sums, String key, long value) {
    sums.merge(key, value, Long::sum);
  }
}
