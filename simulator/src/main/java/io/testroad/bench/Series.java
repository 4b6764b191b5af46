package io.testroad.bench;

import java.util.Arrays;

/** Points (x, y) in the order in which they came. */
public final class Series {

  private double[] xs = new double[64];
  private double[] ys = new double[64];
  private int size;

  /** Adds a point. */
  public Series add(double x, double y) {
    if (size == xs.length) {
      xs = Arrays.copyOf(xs, 2 * size);
      ys = Arrays.copyOf(ys, 2 * size);
    }
    xs[size] = x;
    ys[size++] = y;
    return this;
  }

  /** Number of points. */
  public int size() {
    return size;
  }

  /** The x of a point. */
  public double x(int i) {
    return xs[i];
  }

  /** The y of a point. */
  public double y(int i) {
    return ys[i];
  }

  /** All ys, in order. */
  public double[] ys() {
    return Arrays.copyOf(ys, size);
  }
}
