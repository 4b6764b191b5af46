package io.testroad.engine;

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

  /** The vehicle has collided with another. */
  record Collided(String road, int lane, double positionM, double speedMps, String other)
      implements Percept {}

  /** No open way leads on; the vehicle waits. Sent once for each cause. */
  record NoWayOn(String road, String cause) implements Percept {}

  /** The vehicle has stood in its lane behind an obstacle for a minute. Repeated each minute. */
  record Waiting(String road, int lane, double seconds) implements Percept {}
}
