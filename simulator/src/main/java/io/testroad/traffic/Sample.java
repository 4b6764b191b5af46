package io.testroad.traffic;

import java.util.List;
import java.util.stream.IntStream;

/**
 * All vehicles at a tick as columns, sorted by vehicle number.
 *
 * @param vehicle vehicle numbers
 * @param lane lane indices
 * @param positionM fronts, m along the lane
 * @param speedMps m/s
 * @param accelMps2 m/s²
 */
public record Sample(
    int[] vehicle, int[] lane, double[] positionM, double[] speedMps, double[] accelMps2) {

  /** Number of vehicles. */
  public int size() {
    return vehicle.length;
  }

  /** The samples of all regions as one. */
  public static Sample merge(List<Sample> parts) {
    int size = parts.stream().mapToInt(Sample::size).sum();
    Sample all =
        new Sample(
            new int[size], new int[size], new double[size], new double[size], new double[size]);
    int at = 0;
    for (Sample part : parts) {
      System.arraycopy(part.vehicle, 0, all.vehicle, at, part.size());
      System.arraycopy(part.lane, 0, all.lane, at, part.size());
      System.arraycopy(part.positionM, 0, all.positionM, at, part.size());
      System.arraycopy(part.speedMps, 0, all.speedMps, at, part.size());
      System.arraycopy(part.accelMps2, 0, all.accelMps2, at, part.size());
      at += part.size();
    }
    return all.sorted();
  }

  private Sample sorted() {
    int[] order =
        IntStream.range(0, size())
            .boxed()
            .sorted((a, b) -> Integer.compare(vehicle[a], vehicle[b]))
            .mapToInt(Integer::intValue)
            .toArray();
    Sample sorted =
        new Sample(
            new int[size()],
            new int[size()],
            new double[size()],
            new double[size()],
            new double[size()]);
    for (int i = 0; i < order.length; i++) {
      sorted.vehicle[i] = vehicle[order[i]];
      sorted.lane[i] = lane[order[i]];
      sorted.positionM[i] = positionM[order[i]];
      sorted.speedMps[i] = speedMps[order[i]];
      sorted.accelMps2[i] = accelMps2[order[i]];
    }
    return sorted;
  }
}
