package io.testroad.network;

import io.testroad.engine.RandomStream;

/**
 * The ground on which a zone is laid out: a square core that turns into circles, a little warped,
 * and a river that winds past the core from west to east.
 *
 * <p>Units: m and rad, the centre at 0, 0.
 */
final class ZonePlane {

  /** East-west extent over north-south extent. */
  private static final double ASPECT = 1.2;

  private static final double ROUNDNESS = 0.5;
  private static final double SQUARE_SIZE = 0.92;
  private static final double ROOM_FOR_CIRCLE = 1.6;
  private static final double WARP = 0.16;
  private static final double RIVER_OFFSET = 0.17;
  private static final double RIVER_SWING = 0.06;
  private static final double RIVER_WIDTH = 0.01;
  private static final double NARROWEST_M = 30;
  private static final double WIDEST_M = 400;

  /** How far the river pushes things aside, in half widths. */
  private static final double PUSH_REACH = 6;

  private final double radiusM;
  private final double coreM;
  private final double warpPhase;
  private final double riverPhase;
  private final double riverSide;
  private final double halfRiverM;

  ZonePlane(double areaM2, double coreOverRadius, RandomStream random) {
    radiusM = StrictMath.sqrt(areaM2) / 2;
    coreM = radiusM * coreOverRadius;
    warpPhase = 2 * Math.PI * random.uniform(0);
    riverPhase = 2 * Math.PI * random.uniform(1);
    riverSide = random.uniform(2) < 0.5 ? -1 : 1;
    halfRiverM = Math.max(NARROWEST_M, Math.min(WIDEST_M, RIVER_WIDTH * radiusM));
  }

  double radiusM() {
    return radiusM;
  }

  double coreM() {
    return coreM;
  }

  /** A point of the core; u and v run from -1 to 1. */
  double[] core(double u, double v) {
    double r = Math.max(Math.abs(u), Math.abs(v));
    if (r == 0) {
      return besideRiver(warped(0, 0));
    }
    double theta =
        Math.abs(u) >= Math.abs(v)
            ? (u > 0 ? 0 : Math.PI) + v / u * Math.PI / 4
            : (v > 0 ? Math.PI / 2 : -Math.PI / 2) - u / v * Math.PI / 4;
    double square = coreM * SQUARE_SIZE * (1 - ROUNDNESS);
    double disc = coreM * ROUNDNESS * r;
    return besideRiver(
        warped(
            square * u + disc * StrictMath.cos(theta), square * v + disc * StrictMath.sin(theta)));
  }

  /** A point outside the core at an angle and a distance, at ground level. */
  double[] outer(double theta, double distanceM) {
    return besideRiver(raised(theta, distanceM, StrictMath.log(distanceM / coreM)));
  }

  /** The same above the ground, where the river does not count: on a circle if there is room. */
  double[] raised(double theta, double distanceM) {
    return raised(theta, distanceM, distanceM > ROOM_FOR_CIRCLE * coreM ? 1 : 0.5);
  }

  private double[] raised(double theta, double distanceM, double roundness) {
    double side = Math.rint(theta / (Math.PI / 2)) * Math.PI / 2;
    double u = (theta - side) / (Math.PI / 4);
    double cosine = StrictMath.cos(side);
    double sine = StrictMath.sin(side);
    double square = SQUARE_SIZE * (1 - ROUNDNESS);
    double x0 = square * (cosine - u * sine) + ROUNDNESS * StrictMath.cos(theta);
    double y0 = square * (sine + u * cosine) + ROUNDNESS * StrictMath.sin(theta);
    double round = Math.max(0, Math.min(1, roundness));
    double x = (1 - round) * x0 + round * StrictMath.cos(theta);
    double y = (1 - round) * y0 + round * StrictMath.sin(theta);
    return warped(distanceM * x, distanceM * y);
  }

  private double[] warped(double x0, double y0) {
    double share = Math.min(1, StrictMath.hypot(x0, y0) / radiusM);
    double theta = StrictMath.atan2(y0, x0);
    double warp = 1 + WARP * share * (1 - share) * StrictMath.sin(3 * theta + warpPhase);
    double stretch = StrictMath.sqrt(ASPECT);
    return new double[] {x0 * warp * stretch, y0 * warp / stretch};
  }

  /** Makes room for the river. */
  private double[] besideRiver(double[] at) {
    double x = at[0];
    double y = at[1];
    double off = y - riverY(x);
    double push = halfRiverM * StrictMath.exp(-Math.abs(off) / (PUSH_REACH * halfRiverM));
    return new double[] {x, y + (off < 0 ? -push : push)};
  }

  private double riverY(double x) {
    double wave = StrictMath.sin(x / radiusM * 4.5 + riverPhase);
    return radiusM * riverSide * (RIVER_OFFSET + RIVER_SWING * wave);
  }

  /** Whether a straight line leads from one bank of the river to the other. */
  boolean crossesRiver(double[] from, double[] to) {
    return from[1] < riverY(from[0]) != to[1] < riverY(to[0]);
  }
}
