package io.testroad.network;

import java.util.Arrays;

/**
 * A polyline in the network's plane.
 *
 * @param x eastings, m
 * @param y northings, m; as many as x, two at the least
 */
public record Shape(double[] x, double[] y) {

  public Shape {
    if (x.length != y.length || x.length < 1) {
      throw new IllegalArgumentException("a shape needs as many y as x, and a point");
    }
  }

  /** Number of points. */
  public int size() {
    return x.length;
  }

  /** Length of the polyline in the plane, m. */
  public double lengthM() {
    double length = 0;
    for (int i = 1; i < x.length; i++) {
      length += StrictMath.hypot(x[i] - x[i - 1], y[i] - y[i - 1]);
    }
    return length;
  }

  /**
   * The point at a share of the length.
   *
   * @param share 0 at the beginning, 1 at the end; values beyond count as these
   * @return easting, northing, m, and heading, rad, counter-clockwise from east
   */
  public double[] pointAt(double share) {
    double left = Math.max(0, Math.min(1, share)) * lengthM();
    int i = 1;
    double piece = 0;
    for (; i < x.length; i++) {
      piece = StrictMath.hypot(x[i] - x[i - 1], y[i] - y[i - 1]);
      if (left <= piece || i == x.length - 1) {
        break;
      }
      left -= piece;
    }
    if (x.length == 1) {
      return new double[] {x[0], y[0], 0};
    }
    double dx = x[i] - x[i - 1];
    double dy = y[i] - y[i - 1];
    double t = piece > 0 ? Math.min(1, left / piece) : 0;
    return new double[] {x[i - 1] + t * dx, y[i - 1] + t * dy, StrictMath.atan2(dy, dx)};
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Shape shape && Arrays.equals(x, shape.x) && Arrays.equals(y, shape.y);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(x) + Arrays.hashCode(y);
  }

  @Override
  public String toString() {
    return "Shape" + Arrays.toString(x) + Arrays.toString(y);
  }
}
