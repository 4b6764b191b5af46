package io.testroad.traffic;

/**
 * The car-following model of Krauss as published, in continuous form; SUMO's discrete one is {@link
 * Krauss}.
 *
 * <p>Source: S. Krauss, P. Wagner and C. Gawron, Physical Review E 55 (1997); SUMO,
 * MSCFModel_KraussOrig1.cpp.
 */
public final class KraussOriginal {

  private KraussOriginal() {}

  /**
   * The safe speed, m/s: −bτ + √((bτ)² + vₗ² + 2bg).
   *
   * @param leaderSpeed vₗ, m/s
   * @param gap g, space to the leader's rear less the minimum gap, m; negative: too near already
   * @param decel b, m/s²
   * @param headway reaction time τ, s
   */
  public static double safeSpeed(double leaderSpeed, double gap, double decel, double headway) {
    double lost = decel * headway;
    double square = lost * lost + leaderSpeed * leaderSpeed + 2 * decel * gap;
    return square <= 0 ? 0 : Math.max(0, Math.sqrt(square) - lost);
  }

  /**
   * The next speed, m/s: max(0, min(v + a·Δt, v_safe, v_max) − σ·a·Δt·r).
   *
   * @param random r, 0 to 1
   */
  public static double nextSpeed(
      double speed,
      double desired,
      double safe,
      double accel,
      double sigma,
      double random,
      double dt) {
    double possible = Math.min(Math.min(speed + accel * dt, desired), safe);
    return Math.max(0, possible - sigma * accel * dt * random);
  }
}
