package io.testroad.engine;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the roads tell an agent about a tracked vehicle. The recipient is {@code vehicle:<name>};
 * the sender {@link AgentId#ROADS}. Lane indices count from the right, as in SUMO. Delivered in the
 * tick in which it was perceived, after the roads have advanced.
 */
public sealed interface Percept extends Letter {

  /** The vehicle stands on the road and begins its trip. */
  record Departed(String road, int lane, double positionM) implements Percept {}

  /** The vehicle's front has passed onto a road of its route (never a junction's inside). */
  record EnteredRoad(String road, int lane, double speedMps) implements Percept {}

  /** Where a tracked vehicle is; sent once a second of simulated time while it is on the road. */
  record Sighted(
      String road,
      int lane,
      double positionM,
      double speedMps,
      double speedLimitMps,
      double x,
      double y)
      implements Percept {}

  /** A vehicle told to halt now stands. */
  record Halted(String road, int lane, double positionM, boolean aside) implements Percept {}

  /** The vehicle has reached the end of its trip and left the road. */
  record Arrived(String road, double durationS, double distanceM) implements Percept {}

  /** The vehicle was taken off the road by a {@link RoadDecision.Remove}. */
  record Removed(String road) implements Percept {}

  /**
   * The vehicle has collided with another.
   *
   * @param speedMps its speed, m/s
   * @param other the other's name
   * @param kind rear-end, lane-change or crossing, by the angle between their directions
   * @param struck whether it ran into the other; otherwise the other ran into it
   */
  record Collided(
      String road,
      int lane,
      double positionM,
      double speedMps,
      String other,
      String kind,
      boolean struck)
      implements Percept {}

  /** No open way leads on; the vehicle waits. Sent once for each cause. */
  record NoWayOn(String road, String cause) implements Percept {}

  /**
   * Somebody is ahead of the vehicle on its way, within sight; once a second, as long as it is so.
   * All as it was before the tick's movement.
   *
   * @param gapM from the vehicle's front to the rear of the one ahead, m, not negative
   * @param speedMps the vehicle's speed, m/s
   * @param leaderSpeedMps the speed of the one ahead, m/s
   */
  record Following(double gapM, double speedMps, double leaderSpeedMps) implements Percept {}

  /**
   * The vehicle has another route from now on, by an order or because of a closure.
   *
   * @param roads from the one it is on, or comes from, to the last
   */
  record Rerouted(List<String> roads) implements Percept {
    public Rerouted {
      roads = List.copyOf(roads);
    }
  }

  /**
   * The vehicle has stood in its lane for a minute: behind an obstacle, or at a junction where it
   * lets others pass. Repeated each minute.
   */
  record Waiting(String road, int lane, double seconds) implements Percept {}

  /**
   * What {@link RoadDecision.Count} counted in the second that has passed; to the scenes.
   *
   * @param scene whose count it is
   * @param vehicles vehicles on the roads
   * @param standing those of them that stand
   * @param lostMs what all of them together lost in the second against the speed they would like,
   *     ms
   */
  record Tally(int scene, int vehicles, int standing, long lostMs) implements Percept {}

  /**
   * How long it takes to drive along roads, where it takes much longer than on a free road; to the
   * command centres.
   *
   * @param seconds s, by road id; a road that isn't there is free
   */
  record TravelTimes(SortedMap<String, Double> seconds) implements Percept {
    public TravelTimes {
      seconds = Collections.unmodifiableSortedMap(new TreeMap<>(seconds));
    }
  }
}
