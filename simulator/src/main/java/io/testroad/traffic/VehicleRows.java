package io.testroad.traffic;

import java.util.Arrays;

/**
 * Vehicles on their way between regions: rows of {@link VehicleTable}.
 *
 * @param count number of vehicles
 * @param ints the whole numbers of the first vehicle, then of the second, and so on
 * @param doubles the real ones, likewise
 * @param routes each vehicle's route, edge indices
 */
public record VehicleRows(int count, int[] ints, double[] doubles, int[][] routes) {

  /** The number of the i-th vehicle. */
  int number(int i) {
    return ints[i * (ints.length / count)];
  }

  /** The vehicles' numbers. */
  int[] numbers() {
    int[] numbers = new int[count];
    Arrays.setAll(numbers, this::number);
    return numbers;
  }
}
