package io.testroad.demand;

import java.util.List;

/**
 * One vehicle that is to drive.
 *
 * @param vehicle its name, unique
 * @param type index into {@link Demand#types}
 * @param departMs when it wants to depart, ms since the start of the run
 * @param edges its route, edge indices, connected; a trip's route is already found
 * @param departLane which lane it begins on
 * @param departLaneIndex the lane's number for {@link Lanes#GIVEN}
 * @param departPositionM where its front begins, m; NaN: SUMO's "base" (its length, just inside)
 * @param departSpeedMps speed it begins with, m/s; NaN: as fast as is safe (SUMO: max)
 * @param arrivalPositionM where its trip ends on the last edge, m; NaN: at the end
 * @param stops in order along the route
 * @param line the file's line that asked for it, 0 when it was made otherwise
 */
public record Departure(
    String vehicle,
    int type,
    long departMs,
    int[] edges,
    Lanes departLane,
    int departLaneIndex,
    double departPositionM,
    double departSpeedMps,
    double arrivalPositionM,
    List<Stop> stops,
    int line) {

  public Departure {
    stops = List.copyOf(stops);
  }

  /** The same along another route, to a position on its last road, m. */
  public Departure along(int[] route, double toM) {
    return new Departure(
        vehicle,
        type,
        departMs,
        route,
        departLane,
        departLaneIndex,
        departPositionM,
        departSpeedMps,
        toM,
        stops,
        line);
  }

  /** The departure as it is for a run that begins at a time, ms. */
  Departure beginningAt(long beginMs) {
    return new Departure(
        vehicle,
        type,
        departMs - beginMs,
        edges,
        departLane,
        departLaneIndex,
        departPositionM,
        departSpeedMps,
        arrivalPositionM,
        stops.stream().map(stop -> stop.beginningAt(beginMs)).toList(),
        line);
  }

  /** How the first lane is chosen. */
  public enum Lanes {
    GIVEN,
    BEST,
    FIRST,
    FREE,
    RANDOM,
    ALLOWED
  }

  /**
   * A halt on the way.
   *
   * @param lane lane index
   * @param startM where the stop begins, m
   * @param endM where the vehicle's front stands at the latest, m
   * @param durationMs how long it stands at the least, ms
   * @param untilMs not before, ms since the start; -1 when there is none
   */
  public record Stop(int lane, double startM, double endM, long durationMs, long untilMs) {

    private Stop beginningAt(long beginMs) {
      long until = untilMs < 0 ? -1 : Math.max(0, untilMs - beginMs);
      return new Stop(lane, startM, endM, durationMs, until);
    }
  }
}
