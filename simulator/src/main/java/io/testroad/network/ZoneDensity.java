package io.testroad.network;

import io.testroad.engine.RandomStream;

/** How densely a zone is built: most in the centre, less around two lesser centres, falling off. */
final class ZoneDensity {

  private static final double FALL = 3.5;
  private static final double LESSER_FALL = 9;
  private static final double LESSER_WEIGHT = 0.45;
  private static final double LESSER_SHARE = 0.5;

  private final double radiusM;
  private final double[][] lesser = new double[2][];

  ZoneDensity(ZonePlane plane, RandomStream random) {
    radiusM = plane.radiusM();
    double first = 2 * Math.PI * random.uniform(0);
    for (int i = 0; i < lesser.length; i++) {
      double theta = first + Math.PI * (i + 0.6 * random.uniform(1 + i));
      lesser[i] = plane.outer(Polyline.wrap(theta), LESSER_SHARE * radiusM);
    }
  }

  /** The density at a point, over that of the centre, about. */
  double at(double[] point) {
    double sum = StrictMath.exp(-FALL * StrictMath.hypot(point[0], point[1]) / radiusM);
    for (double[] centre : lesser) {
      double offM = StrictMath.hypot(point[0] - centre[0], point[1] - centre[1]);
      sum += LESSER_WEIGHT * StrictMath.exp(-LESSER_FALL * offM / radiusM);
    }
    return sum;
  }
}
