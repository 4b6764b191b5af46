package io.testroad.traffic;

import io.testroad.network.Shape;

/**
 * How far two paths run so close together, from where they begin or before they end, that vehicles
 * on them follow each other.
 *
 * <p>Source of the idea: SUMO, MSLink::computeDistToDivergence.
 */
final class Divergence {

  /** Paths nearer than this count as one, m (SUMO: DIVERGENCE_MIN_WIDTH). */
  private static final double APART_M = 2.5;

  private static final double STEP_M = 0.25;

  private Divergence() {}

  /** The length, m, that two paths have in common at their beginnings, or at their ends. */
  static double lengthM(Shape a, Shape b, boolean atEnds) {
    double most = Math.min(a.lengthM(), b.lengthM());
    double along = 0;
    while (along < most && apartM(a, b, along, atEnds) < APART_M) {
      along += STEP_M;
    }
    return Math.min(along, most);
  }

  private static double apartM(Shape a, Shape b, double along, boolean atEnds) {
    double[] p = a.pointAt(share(a, along, atEnds));
    double[] q = b.pointAt(share(b, along, atEnds));
    return StrictMath.hypot(p[0] - q[0], p[1] - q[1]);
  }

  private static double share(Shape shape, double along, boolean atEnds) {
    double share = along / Math.max(shape.lengthM(), STEP_M);
    return Math.max(0, Math.min(1, atEnds ? 1 - share : share));
  }
}
