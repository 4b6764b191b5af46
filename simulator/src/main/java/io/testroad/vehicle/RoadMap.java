package io.testroad.vehicle;

import io.testroad.engine.AgentId;
import io.testroad.network.VehicleClass;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What vehicles know of the roads. Thread-safe; the same question has the same answer. */
public interface RoadMap {

  /**
   * A road.
   *
   * @param kind the network's word for it, empty when it has none
   * @param lengthM length, m
   * @param limitMps the network's speed limit, m/s
   * @param lanes how many lanes it has
   * @param expressway whether it is an expressway
   * @param checkpoints those that read plates there
   */
  record Road(
      String kind,
      double lengthM,
      double limitMps,
      int lanes,
      boolean expressway,
      List<AgentId> checkpoints) {
    public Road {
      checkpoints = List.copyOf(checkpoints);
    }
  }

  /**
   * The road of an id.
   *
   * @throws IllegalArgumentException when there is none
   */
  Road road(String id);

  /**
   * The quickest way over open roads; the first need not be open, for the vehicle is on it.
   *
   * @return road ids from the first to the last; empty when there is no way
   */
  Optional<List<String>> findWay(
      String from, String to, VehicleClass vehicleClass, Predicate<String> open);

  /**
   * The quickest way to another road that will do, over roads that can be passed.
   *
   * @return road ids from the first to the one that will do; empty when there is no way
   */
  Optional<List<String>> findWayOut(
      String from, VehicleClass vehicleClass, Predicate<String> passable, Predicate<String> goal);
}
