package io.testroad.traffic;

/**
 * The lane-change model MOBIL: a change is made when it gains more, for the driver and, by his
 * politeness, for the followers, than a threshold, and forces nobody to brake hard.
 *
 * <p>All accelerations come from the car-following model, m/s²: those after the change are called
 * new. A follower who is not there has 0 for both.
 *
 * <p>Source: A. Kesting, M. Treiber and D. Helbing, "General lane-changing model MOBIL for
 * car-following models", Transportation Research Record 1999 (2007), equations 2 to 7.
 */
public final class Mobil {

  private Mobil() {}

  /**
   * What a change gains, m/s².
   *
   * @param own own acceleration on the lane
   * @param ownNew own acceleration on the other lane
   * @param newFollower acceleration of the follower on the other lane as it is
   * @param newFollowerNew his acceleration behind the one who changes
   * @param oldFollower acceleration of the follower as it is
   * @param oldFollowerNew his acceleration when the one ahead has left
   * @param politeness p
   */
  public static double incentive(
      double own,
      double ownNew,
      double newFollower,
      double newFollowerNew,
      double oldFollower,
      double oldFollowerNew,
      double politeness) {
    double others = newFollowerNew - newFollower + oldFollowerNew - oldFollower;
    return ownNew - own + politeness * others;
  }

  /** Whether the new follower need not brake harder than is safe. */
  public static boolean isSafe(double newFollowerNew, double safeDecel) {
    return newFollowerNew >= -safeDecel;
  }

  /**
   * Whether to change.
   *
   * @param incentive {@link #incentive}
   * @param newFollowerNew acceleration of the new follower after the change
   * @param threshold a_thr
   * @param bias added to the threshold: positive to the left, negative to the right where the right
   *     lane is preferred; 0 without a preference
   * @param safeDecel b_safe, positive
   */
  public static boolean changes(
      double incentive, double newFollowerNew, double threshold, double bias, double safeDecel) {
    return isSafe(newFollowerNew, safeDecel) && incentive > threshold + bias;
  }
}
