package io.testroad.network;

import java.util.Arrays;

/** Plane geometry of polylines: headings, parallels, cuts, distances. */
final class Polyline {

  private Polyline() {}

  /** A length or coordinate to the centimetre, as network files state them; never -0. */
  static double toCentimetre(double metres) {
    return Math.round(metres * 100) / 100.0;
  }

  /** A shape with its coordinates to the centimetre. */
  static Shape toCentimetre(Shape shape) {
    double[] x = new double[shape.size()];
    double[] y = new double[shape.size()];
    for (int i = 0; i < x.length; i++) {
      x[i] = toCentimetre(shape.x()[i]);
      y[i] = toCentimetre(shape.y()[i]);
    }
    return new Shape(x, y);
  }

  /** Heading of the i-th segment, rad, anticlockwise from east. */
  static double heading(Shape shape, int i) {
    return StrictMath.atan2(shape.y()[i + 1] - shape.y()[i], shape.x()[i + 1] - shape.x()[i]);
  }

  /** Heading of the first segment, rad. */
  static double startHeading(Shape shape) {
    return heading(shape, 0);
  }

  /** Heading of the last segment, rad. */
  static double endHeading(Shape shape) {
    return heading(shape, shape.size() - 2);
  }

  /** An angle brought into (-π, π]. */
  static double wrap(double angle) {
    double wrapped = angle % (2 * Math.PI);
    if (wrapped <= -Math.PI) {
      return wrapped + 2 * Math.PI;
    }
    return wrapped > Math.PI ? wrapped - 2 * Math.PI : wrapped;
  }

  /** The parallel at a distance to the right (negative: to the left), with mitred corners. */
  static Shape parallel(Shape shape, double rightM) {
    int last = shape.size() - 1;
    double[] x = new double[last + 1];
    double[] y = new double[last + 1];
    for (int i = 0; i <= last; i++) {
      double before = heading(shape, Math.max(0, i - 1));
      double after = heading(shape, Math.min(last - 1, i));
      double half = wrap(after - before) / 2;
      double normal = before + half - Math.PI / 2;
      double mitre = rightM / Math.max(0.5, StrictMath.cos(half));
      x[i] = shape.x()[i] + mitre * StrictMath.cos(normal);
      y[i] = shape.y()[i] + mitre * StrictMath.sin(normal);
    }
    return new Shape(x, y);
  }

  /** What remains when lengths are cut off at both ends; less than the whole must be cut. */
  static Shape cut(Shape shape, double startM, double endM) {
    double total = shape.lengthM();
    double from = startM;
    double to = total - endM;
    double[] x = new double[shape.size() + 2];
    double[] y = new double[shape.size() + 2];
    int size = 0;
    double at = 0;
    for (int i = 0; i + 1 < shape.size(); i++) {
      double length = segmentM(shape, i);
      if (at + length > from && at < to && length > 0) {
        double first = Math.max(0, (from - at) / length);
        double last = Math.min(1, (to - at) / length);
        if (size == 0) {
          x[size] = along(shape.x(), i, first);
          y[size++] = along(shape.y(), i, first);
        }
        x[size] = along(shape.x(), i, last);
        y[size++] = along(shape.y(), i, last);
      }
      at += length;
    }
    return new Shape(Arrays.copyOf(x, size), Arrays.copyOf(y, size));
  }

  private static double along(double[] values, int i, double part) {
    return values[i] + part * (values[i + 1] - values[i]);
  }

  private static double segmentM(Shape shape, int i) {
    return StrictMath.hypot(shape.x()[i + 1] - shape.x()[i], shape.y()[i + 1] - shape.y()[i]);
  }

  /** Whether two polylines cross, or come nearer than a distance. */
  static boolean areNearer(Shape a, Shape b, double distanceM) {
    double limit = distanceM * distanceM;
    for (int i = 0; i + 1 < a.size(); i++) {
      for (int j = 0; j + 1 < b.size(); j++) {
        if (squaredDistance(a, i, b, j) < limit) {
          return true;
        }
      }
    }
    return false;
  }

  private static double squaredDistance(Shape a, int i, Shape b, int j) {
    if (side(a, i, b, j) * side(a, i, b, j + 1) < 0
        && side(b, j, a, i) * side(b, j, a, i + 1) < 0) {
      return 0;
    }
    return Math.min(
        Math.min(squaredDistance(a, i, b, j, 0), squaredDistance(a, i, b, j, 1)),
        Math.min(squaredDistance(b, j, a, i, 0), squaredDistance(b, j, a, i, 1)));
  }

  /** On which side of a segment a point lies. */
  private static double side(Shape segment, int i, Shape point, int j) {
    double dx = segment.x()[i + 1] - segment.x()[i];
    double dy = segment.y()[i + 1] - segment.y()[i];
    return dx * (point.y()[j] - segment.y()[i]) - dy * (point.x()[j] - segment.x()[i]);
  }

  private static double squaredDistance(Shape segment, int i, Shape points, int j, int end) {
    double dx = segment.x()[i + 1] - segment.x()[i];
    double dy = segment.y()[i + 1] - segment.y()[i];
    double px = points.x()[j + end] - segment.x()[i];
    double py = points.y()[j + end] - segment.y()[i];
    double square = dx * dx + dy * dy;
    double part = square == 0 ? 0 : Math.max(0, Math.min(1, (px * dx + py * dy) / square));
    double ex = px - part * dx;
    double ey = py - part * dy;
    return ex * ex + ey * ey;
  }
}
