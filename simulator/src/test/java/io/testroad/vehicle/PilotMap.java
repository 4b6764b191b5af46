package io.testroad.vehicle;

import io.testroad.engine.AgentId;
import io.testroad.network.VehicleClass;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * The roads that tests drive on: all 1000 m long, limit 16 m/s, d an expressway; which leads where
 * can be told, and where plates are read.
 */
final class PilotMap implements RoadMap {

  private final SortedMap<String, List<String>> following;
  private final Map<String, AgentId> checkpoints;

  PilotMap() {
    this(new TreeMap<>(), Map.of());
  }

  PilotMap(SortedMap<String, List<String>> following, Map<String, AgentId> checkpoints) {
    this.following = following;
    this.checkpoints = checkpoints;
  }

  /** Roads of which each leads to those written behind it: {@code a: b c}. */
  static PilotMap of(String... ways) {
    SortedMap<String, List<String>> following = new TreeMap<>();
    for (String way : ways) {
      String[] parts = way.split(": ", -1);
      following.put(parts[0], List.of(parts[1].split(" ", -1)));
    }
    return new PilotMap(following, Map.of());
  }

  @Override
  public Road road(String id) {
    if (id.isEmpty()) {
      throw new IllegalArgumentException("no road");
    }
    List<AgentId> there = checkpoints.containsKey(id) ? List.of(checkpoints.get(id)) : List.of();
    return new Road("street", 1000, 16, 2, id.equals("d"), there);
  }

  @Override
  public Optional<List<String>> findWay(
      String from, String to, VehicleClass vehicleClass, Predicate<String> open) {
    return from.equals(to) ? Optional.of(List.of(from)) : search(from, open, to::equals);
  }

  @Override
  public Optional<List<String>> findWayOut(
      String from, VehicleClass vehicleClass, Predicate<String> passable, Predicate<String> goal) {
    return search(from, passable, goal);
  }

  private Optional<List<String>> search(
      String from, Predicate<String> open, Predicate<String> goal) {
    Deque<List<String>> ways = new ArrayDeque<>(List.of(List.of(from)));
    List<String> seen = new ArrayList<>(List.of(from));
    while (!ways.isEmpty()) {
      List<String> way = ways.removeFirst();
      String last = way.get(way.size() - 1);
      if (way.size() > 1 && goal.test(last)) {
        return Optional.of(way);
      }
      for (String next : following.getOrDefault(last, Collections.emptyList())) {
        if (!seen.contains(next) && open.test(next)) {
          seen.add(next);
          List<String> longer = new ArrayList<>(way);
          longer.add(next);
          ways.addLast(longer);
        }
      }
    }
    return Optional.empty();
  }
}
