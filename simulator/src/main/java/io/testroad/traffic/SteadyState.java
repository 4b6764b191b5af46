package io.testroad.traffic;

/**
 * Homogeneous traffic of one model: the gap at which nobody accelerates, flow, capacity, and
 * whether a disturbance grows from car to car.
 *
 * <p>Source: M. Treiber and A. Kesting, "Traffic Flow Dynamics", Springer 2013, chapters 11 and 15.
 */
public final class SteadyState {

  private static final double WIDEST_GAP_M = 1e5;
  private static final double STEP = 1e-4;

  private SteadyState() {}

  /** An acceleration function of identical vehicles. */
  @FunctionalInterface
  public interface Following {

    /**
     * Acceleration, m/s².
     *
     * @param speedMps own speed
     * @param gapM net distance to the leader
     * @param leaderSpeedMps the leader's speed
     */
    double acceleration(double speedMps, double gapM, double leaderSpeedMps);
  }

  /**
   * A state of homogeneous traffic.
   *
   * @param speedMps speed
   * @param densityPerM vehicles per metre
   * @param flowPerS vehicles per second
   */
  public record State(double speedMps, double densityPerM, double flowPerS) {}

  /** The IDM's equilibrium gap (s0 + v·T)/√(1 − (v/v0)^δ), m; infinite from v0 on. */
  public static double idmGapM(
      double speedMps, double desiredMps, double headwayS, double minGapM, double delta) {
    double free = 1 - StrictMath.pow(speedMps / desiredMps, delta);
    return free <= 0 ? Double.POSITIVE_INFINITY : (minGapM + speedMps * headwayS) / Math.sqrt(free);
  }

  /** The gap at which the acceleration is 0 behind a leader as fast, m; infinite without one. */
  public static double gapM(Following model, double speedMps) {
    double low = 0;
    double high = WIDEST_GAP_M;
    if (model.acceleration(speedMps, high, speedMps) < 0) {
      return Double.POSITIVE_INFINITY;
    }
    for (int i = 0; i < 80; i++) {
      double middle = (low + high) / 2;
      if (model.acceleration(speedMps, middle, speedMps) < 0) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return high;
  }

  /** The state at a speed. */
  public static State state(Following model, double speedMps, double lengthM) {
    double density = 1 / (gapM(model, speedMps) + lengthM);
    return new State(speedMps, density, speedMps * density);
  }

  /** The state of the highest flow, searched up to a speed; the flow has one maximum. */
  public static State capacity(Following model, double lengthM, double fastestMps) {
    double low = 0;
    double high = fastestMps;
    for (int i = 0; i < 200; i++) {
      double third = (high - low) / 3;
      double left = state(model, low + third, lengthM).flowPerS();
      double right = state(model, high - third, lengthM).flowPerS();
      if (left < right) {
        low += third;
      } else {
        high -= third;
      }
    }
    return state(model, (low + high) / 2, lengthM);
  }

  /**
   * The criterion of string stability, 1/s²: f_v²/2 + f_v·f_Δv − f_s, with the approach rate Δv = v
   * − vₗ; negative: long waves grow. Derivatives are central differences at the equilibrium.
   */
  public static double stringStability(Following model, double speedMps) {
    return stringStability(model, speedMps, gapM(model, speedMps));
  }

  /** The criterion of string stability at a gap, 1/s². */
  public static double stringStability(Following model, double speedMps, double gapM) {
    double bySpeed = slope(model, speedMps, gapM, STEP, 0, STEP);
    double byRate = -slope(model, speedMps, gapM, 0, 0, STEP);
    double byGap = slope(model, speedMps, gapM, 0, STEP, 0);
    return bySpeed * bySpeed / 2 + bySpeed * byRate - byGap;
  }

  private static double slope(
      Following model, double speed, double gap, double byOwn, double byGap, double byLeader) {
    double above = model.acceleration(speed + byOwn, gap + byGap, speed + byLeader);
    double below = model.acceleration(speed - byOwn, gap - byGap, speed - byLeader);
    return (above - below) / (2 * STEP);
  }

  /**
   * The speed between two, m/s, at which the criterion of string stability changes its sign; NaN
   * when it has the same at both.
   */
  public static double stabilityLimitMps(Following model, double fromMps, double toMps) {
    boolean below = stringStability(model, fromMps) < 0;
    if (below == stringStability(model, toMps) < 0) {
      return Double.NaN;
    }
    double low = fromMps;
    double high = toMps;
    for (int i = 0; i < 50; i++) {
      double middle = (low + high) / 2;
      if (stringStability(model, middle) < 0 == below) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return (low + high) / 2;
  }
}
