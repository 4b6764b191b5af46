package io.testroad.demand;

import io.testroad.engine.RandomStream;
import java.util.List;

/**
 * Chooses where trips begin and end: a square by its homes or workplaces, and from there, by a
 * gravity model, one by its workplaces or homes, less likely the farther away.
 *
 * <p>Source: the gravity model with exponential deterrence, Ortúzar and Willumsen, "Modelling
 * Transport", 4th edition, section 5.3.
 */
final class OriginDestination {

  private final List<TrafficZones.Square> squares;
  private final double decayM;
  private final double[] homeSums;
  private final double[] workSums;

  OriginDestination(TrafficZones zones, double decayM) {
    squares = zones.squares();
    this.decayM = decayM;
    homeSums = new double[squares.size()];
    workSums = new double[squares.size()];
    for (int i = 0; i < homeSums.length; i++) {
      homeSums[i] = squares.get(i).homes + (i == 0 ? 0 : homeSums[i - 1]);
      workSums[i] = squares.get(i).work + (i == 0 ? 0 : workSums[i - 1]);
    }
  }

  /** A square to begin in. */
  int origin(boolean atHome, double chance) {
    return pick(atHome ? homeSums : workSums, chance);
  }

  /** For each square the summed wish to go there from one. */
  double[] wishes(int origin, boolean toWork) {
    TrafficZones.Square from = squares.get(origin);
    double[] sums = new double[squares.size()];
    double sum = 0;
    for (int i = 0; i < sums.length; i++) {
      TrafficZones.Square to = squares.get(i);
      double offM = StrictMath.hypot(to.x - from.x, to.y - from.y);
      sum += (toWork ? to.work : to.homes) * StrictMath.exp(-offM / decayM);
      sums[i] = sum;
    }
    return sums;
  }

  /** The first place whose sum is above a share of the last. */
  static int pick(double[] sums, double chance) {
    double wanted = chance * sums[sums.length - 1];
    int low = 0;
    int high = sums.length - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sums[middle] > wanted) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  /** A road of a square. */
  int road(int square, RandomStream random, long counter) {
    return squares.get(square).road(random.uniform(counter));
  }
}
