package io.testroad.traffic;

import java.util.Arrays;

/** Lists in plain arrays that grow when they must; kept from tick to tick, so none is garbage. */
final class GrowingList {

  private GrowingList() {}

  /** The list with a value at a place: the array itself, or a longer copy if it was full. */
  static int[] with(int[] list, int at, int value) {
    int[] longer = at < list.length ? list : Arrays.copyOf(list, 2 * at);
    longer[at] = value;
    return longer;
  }

  /** The same for a list of quantities. */
  static double[] with(double[] list, int at, double value) {
    double[] longer = at < list.length ? list : Arrays.copyOf(list, 2 * at);
    longer[at] = value;
    return longer;
  }
}
