package io.testroad.demand;

import java.util.ArrayList;
import java.util.List;

/**
 * Trips that were made up, in order of departure.
 *
 * @param trips the trips
 * @param meanTripS estimated mean duration of a whole trip, s
 */
public record GeneratedTrips(List<Trip> trips, double meanTripS) {

  public GeneratedTrips {
    trips = List.copyOf(trips);
  }

  /**
   * One vehicle's trip.
   *
   * @param departMs ms after the begin of the span
   * @param truck whether a truck drives it
   * @param edges its route, edge indices
   * @param departPositionM where it begins, m; NaN: at the road's beginning
   */
  public record Trip(long departMs, boolean truck, int[] edges, double departPositionM) {}

  /** Begins of a list that is filled. */
  static List<Trip> list() {
    return new ArrayList<>();
  }
}
