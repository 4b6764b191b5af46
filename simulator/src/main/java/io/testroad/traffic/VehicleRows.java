package io.testroad.traffic;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Vehicles on their way between regions: rows of {@link VehicleTable}.
 *
 * @param count number of vehicles
 * @param ints the whole numbers of the first vehicle, then of the second, and so on
 * @param doubles the real ones, likewise
 * @param routes each vehicle's route, edge indices
 * @param rare what few vehicles have; null for those who have none of it
 */
public record VehicleRows(
    int count, int[] ints, double[] doubles, int[][] routes, int[] @Nullable [] rare) {

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
