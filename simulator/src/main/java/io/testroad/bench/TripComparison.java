package io.testroad.bench;

import io.testroad.bench.TripTable.Quantity;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Trips beside a reference's, for instance SUMO's on the same files.
 *
 * @param trips number of our trips
 * @param referenceTrips number of the reference's
 * @param commonTrips number of ids in both
 * @param ksDuration Kolmogorov–Smirnov distance of the durations, 0 to 1
 * @param ksTimeLoss Kolmogorov–Smirnov distance of the time losses
 * @param meanAbsoluteDurationDifference over trips of equal id, s; null when there are none
 */
public record TripComparison(
    int trips,
    int referenceTrips,
    int commonTrips,
    Difference duration,
    Difference routeLength,
    Difference timeLoss,
    Difference waitingTime,
    Difference departDelay,
    double ksDuration,
    double ksTimeLoss,
    @Nullable Double meanAbsoluteDurationDifference) {

  /**
   * Two means.
   *
   * @param ours null when there are no trips
   * @param reference null when there are no trips
   * @param relative ours over the reference's, less 1; null when that is not a number
   */
  public record Difference(
      @Nullable Double ours, @Nullable Double reference, @Nullable Double relative) {

    private static Difference of(TripTable ours, TripTable reference, Quantity quantity) {
      Double a = ours.mean(quantity);
      Double b = reference.mean(quantity);
      return new Difference(a, b, a == null || b == null || b == 0 ? null : a / b - 1);
    }
  }

  /** The comparison of our trips with a reference's. */
  static TripComparison of(TripTable ours, TripTable reference) {
    Map<String, Integer> places = reference.places();
    double[] a = ours.values(Quantity.DURATION);
    double[] b = reference.values(Quantity.DURATION);
    int common = 0;
    double sum = 0;
    for (int i = 0; i < ours.size(); i++) {
      Integer place = places.get(ours.id(i));
      if (place != null) {
        common++;
        sum += Math.abs(a[i] - b[place]);
      }
    }
    return new TripComparison(
        ours.size(),
        reference.size(),
        common,
        Difference.of(ours, reference, Quantity.DURATION),
        Difference.of(ours, reference, Quantity.ROUTE_LENGTH),
        Difference.of(ours, reference, Quantity.TIME_LOSS),
        Difference.of(ours, reference, Quantity.WAITING_TIME),
        Difference.of(ours, reference, Quantity.DEPART_DELAY),
        distance(a, b),
        distance(ours.values(Quantity.TIME_LOSS), reference.values(Quantity.TIME_LOSS)),
        common == 0 ? null : sum / common);
  }

  /**
   * The Kolmogorov–Smirnov distance of two samples: the largest difference between the shares of
   * their values up to any value; 0 when either is empty.
   */
  static double distance(double[] first, double[] second) {
    double[] a = first.clone();
    double[] b = second.clone();
    Arrays.sort(a);
    Arrays.sort(b);
    int i = 0;
    int j = 0;
    double distance = 0;
    while (i < a.length && j < b.length) {
      double x = Math.min(a[i], b[j]);
      while (i < a.length && a[i] <= x) {
        i++;
      }
      while (j < b.length && b[j] <= x) {
        j++;
      }
      distance = Math.max(distance, Math.abs((double) i / a.length - (double) j / b.length));
    }
    return distance;
  }
}
