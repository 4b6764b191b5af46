package io.testroad.traffic;

/**
 * The safe distances of Responsibility-Sensitive Safety.
 *
 * <p>Source: S. Shalev-Shwartz, S. Shammah and A. Shashua, "On a Formal Model of Safe and Scalable
 * Self-driving Cars", arXiv 1708.06374, definitions 1, 2 and 6. Units: m, m/s, m/s², s.
 */
public final class Rss {

  private Rss() {}

  /**
   * The least distance to a vehicle ahead that drives the same way, m.
   *
   * @param speed of the one behind, not negative
   * @param frontSpeed of the one ahead, not negative
   * @param response ρ of the one behind
   * @param accel hardest acceleration of the one behind within ρ
   * @param brakeMin least braking of the one behind after ρ
   * @param brakeMax hardest braking of the one ahead
   */
  public static double sameDirection(
      double speed,
      double frontSpeed,
      double response,
      double accel,
      double brakeMin,
      double brakeMax) {
    double front = frontSpeed * frontSpeed / (2 * brakeMax);
    return Math.max(0, stopping(speed, response, accel, brakeMin) - front);
  }

  /**
   * The least distance to a vehicle that comes towards the own one, which is on its own lane, m.
   *
   * @param speed own, not negative
   * @param otherSpeed the other's, not negative
   * @param response own ρ
   * @param otherResponse the other's ρ
   * @param accel hardest acceleration of both within ρ
   * @param brakeMinCorrect least own braking after ρ
   * @param brakeMin least braking of the other after his ρ
   */
  public static double oppositeDirection(
      double speed,
      double otherSpeed,
      double response,
      double otherResponse,
      double accel,
      double brakeMinCorrect,
      double brakeMin) {
    return stopping(speed, response, accel, brakeMinCorrect)
        + stopping(otherSpeed, otherResponse, accel, brakeMin);
  }

  /**
   * The least lateral distance of two vehicles side by side, m.
   *
   * @param leftSpeed lateral speed of the left one, positive to the right
   * @param rightSpeed lateral speed of the right one, positive to the right
   * @param leftResponse ρ of the left one
   * @param rightResponse ρ of the right one
   * @param accel hardest lateral acceleration of both within ρ, towards each other
   * @param brake least lateral braking of both after ρ
   * @param margin kept for small movements
   */
  public static double lateral(
      double leftSpeed,
      double rightSpeed,
      double leftResponse,
      double rightResponse,
      double accel,
      double brake,
      double margin) {
    double left = drift(leftSpeed, leftResponse, accel, brake);
    double right = drift(-rightSpeed, rightResponse, accel, brake);
    return margin + Math.max(0, left + right);
  }

  /**
   * The wanted acceleration, or at least the least braking where the gap is too short.
   *
   * @param gap net distance
   * @param safe the least safe distance
   */
  public static double properResponse(double wanted, double gap, double safe, double brakeMin) {
    return gap < safe ? Math.min(wanted, -brakeMin) : wanted;
  }

  /** Way until a stand: accelerating within the response time, then braking. */
  private static double stopping(double speed, double response, double accel, double brake) {
    double fastest = speed + response * accel;
    return (speed + fastest) / 2 * response + fastest * fastest / (2 * brake);
  }

  /** Way towards the other, negative away from him. */
  private static double drift(double speed, double response, double accel, double brake) {
    double fastest = speed + response * accel;
    return (speed + fastest) / 2 * response + fastest * Math.abs(fastest) / (2 * brake);
  }
}
