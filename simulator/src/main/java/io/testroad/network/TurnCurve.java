package io.testroad.network;

/**
 * The middle line of a way over a junction: a cubic Bézier curve that leaves and arrives along the
 * lanes.
 */
final class TurnCurve {

  private static final int SEGMENTS = 8;

  /** Handle of a cubic that comes nearest to a quarter circle, over its radius. */
  private static final double QUARTER_CIRCLE = 0.5523;

  /** Sideways acceleration that drivers accept in a turn, m/s²; SUMO's limit-turn-speed. */
  private static final double SIDEWAYS_MPS2 = 5.5;

  private static final double STRAIGHT_RAD = 0.01;
  private static final double SLOWEST_MPS = 2.5;

  private TurnCurve() {}

  /** The line from the end of a lane to the beginning of another, to the centimetre. */
  static Shape between(Shape from, Shape to) {
    int end = from.size() - 1;
    double x0 = from.x()[end];
    double y0 = from.y()[end];
    double x3 = to.x()[0];
    double y3 = to.y()[0];
    double heading = Polyline.endHeading(from);
    double dx0 = StrictMath.cos(heading);
    double dy0 = StrictMath.sin(heading);
    double dx1 = StrictMath.cos(Polyline.startHeading(to));
    double dy1 = StrictMath.sin(Polyline.startHeading(to));
    double distance = StrictMath.hypot(x3 - x0, y3 - y0);
    if (isStraight(heading, Polyline.startHeading(to), x3 - x0, y3 - y0)) {
      return Polyline.toCentimetre(new Shape(new double[] {x0, x3}, new double[] {y0, y3}));
    }
    double cross = dx0 * dy1 - dy0 * dx1;
    double ahead = ((x3 - x0) * dy1 - (y3 - y0) * dx1) / cross;
    double behind = ((x3 - x0) * dy0 - (y3 - y0) * dx0) / cross;
    boolean meets = Math.abs(cross) > 0.3 && ahead > 0 && behind < 0;
    double far = 0.9 * distance;
    double out =
        meets ? Math.min(far, QUARTER_CIRCLE * ahead) : handle(distance, dx0 * dx1 + dy0 * dy1);
    double in = meets ? Math.min(far, -QUARTER_CIRCLE * behind) : out;
    return bezier(
        new double[] {x0, x0 + out * dx0, x3 - in * dx1, x3},
        new double[] {y0, y0 + out * dy0, y3 - in * dy1, y3});
  }

  private static double handle(double distance, double cosine) {
    return cosine < 0 ? distance * 2 / 3 : distance / 3;
  }

  private static boolean isStraight(double heading, double next, double dx, double dy) {
    double direct = StrictMath.atan2(dy, dx);
    return Math.abs(Polyline.wrap(next - heading)) < STRAIGHT_RAD
        && Math.abs(Polyline.wrap(direct - heading)) < STRAIGHT_RAD;
  }

  private static Shape bezier(double[] px, double[] py) {
    double[] x = new double[SEGMENTS + 1];
    double[] y = new double[SEGMENTS + 1];
    for (int i = 0; i <= SEGMENTS; i++) {
      double t = i / (double) SEGMENTS;
      x[i] = cubic(px, t);
      y[i] = cubic(py, t);
    }
    return Polyline.toCentimetre(new Shape(x, y));
  }

  private static double cubic(double[] p, double t) {
    double u = 1 - t;
    return u * u * u * p[0] + 3 * u * u * t * p[1] + 3 * u * t * t * p[2] + t * t * t * p[3];
  }

  /** Speed at which a curve is driven between roads of given limits, m/s, two decimals. */
  static double speedMps(Shape curve, double fromMps, double toMps) {
    double bend = 0;
    for (int i = 1; i + 1 < curve.size(); i++) {
      bend += Math.abs(Polyline.wrap(Polyline.heading(curve, i) - Polyline.heading(curve, i - 1)));
    }
    double limit = (fromMps + toMps) / 2;
    if (bend > STRAIGHT_RAD) {
      double radius = curve.lengthM() / bend;
      limit = Math.min(limit, Math.max(SLOWEST_MPS, StrictMath.sqrt(SIDEWAYS_MPS2 * radius)));
    }
    return Polyline.toCentimetre(limit);
  }
}
