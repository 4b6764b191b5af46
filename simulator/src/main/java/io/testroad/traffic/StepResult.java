package io.testroad.traffic;

import io.testroad.engine.Event;
import io.testroad.engine.Percept;
import java.util.List;

/**
 * What a region reports of a tick.
 *
 * @param percepts what agents are to be told of their vehicles
 * @param events what happened, for the log; in no particular order
 * @param trips the trips that ended
 * @param vehiclesOnRoad vehicles on the region's lanes
 * @param vehiclesResting those of them that stand aside and wait for orders
 * @param vehiclesWaiting vehicles whose time to depart has come but that found no room
 * @param departed vehicles that departed in this tick
 * @param arrived vehicles that arrived in this tick
 * @param collisions collisions that began in this tick
 * @param counts what was counted on the region's roads: parts of {@link Percept.Tally}, by scene,
 *     and of {@link Percept.TravelTimes}
 * @param nextDueTick the next departure's tick; {@link io.testroad.engine.Clock#NEVER} if none
 */
public record StepResult(
    List<Perceived> percepts,
    List<Event> events,
    List<Trip> trips,
    int vehiclesOnRoad,
    int vehiclesResting,
    int vehiclesWaiting,
    int departed,
    int arrived,
    int collisions,
    List<Percept> counts,
    long nextDueTick) {

  public StepResult {
    percepts = List.copyOf(percepts);
    events = List.copyOf(events);
    trips = List.copyOf(trips);
    counts = List.copyOf(counts);
  }

  /**
   * A percept and the vehicle it is about.
   *
   * @param vehicle the vehicle's name
   * @param percept what is to be told
   */
  public record Perceived(String vehicle, Percept percept) {}
}
