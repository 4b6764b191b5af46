package io.testroad.safety;

/**
 * Notices, step by step, when a vehicle brakes hard: once per braking, as soon as it has lasted
 * long enough. Not thread-safe; allocates nothing after its making.
 *
 * <p>Grade of the default threshold: assumption; 4 m/s² is between comfortable braking and an
 * emergency, and equals MOBIL's b_safe.
 */
public final class HardBraking {

  /** Deceleration from which braking is hard, m/s²; assumption. */
  public static final double THRESHOLD_MPS2 = 4;

  private final double thresholdMps2;
  private final double leastS;
  private double lastedS;
  private double hardestMps2;

  /**
   * Notices braking that lasts.
   *
   * @param thresholdMps2 deceleration from which it is hard, positive
   * @param leastS how long it must last; 0: one step is enough
   */
  public HardBraking(double thresholdMps2, double leastS) {
    this.thresholdMps2 = thresholdMps2;
    this.leastS = leastS;
  }

  /**
   * Adds a step.
   *
   * @return whether the braking is noticed in this step
   */
  public boolean add(double accelMps2, double stepS) {
    if (!isHard(accelMps2, thresholdMps2)) {
      lastedS = 0;
      hardestMps2 = 0;
      return false;
    }
    boolean known = lastedS > 0 && lastedS >= leastS;
    lastedS += stepS;
    hardestMps2 = Math.max(hardestMps2, -accelMps2);
    return !known && lastedS >= leastS;
  }

  /** The hardest deceleration of the present braking, m/s², positive; 0 when there is none. */
  public double hardestMps2() {
    return hardestMps2;
  }

  /** Whether an acceleration is hard braking. */
  public static boolean isHard(double accelMps2, double thresholdMps2) {
    return accelMps2 <= -thresholdMps2;
  }
}
