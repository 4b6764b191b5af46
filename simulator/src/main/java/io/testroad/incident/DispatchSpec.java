package io.testroad.incident;

import java.time.Duration;
import java.util.Optional;

/**
 * How a centre chooses the units it sends.
 *
 * @param rule which of several
 * @param order who of those that wait is served first
 * @param reserve how many free units that can do a task are held back for incidents of priority 1
 * @param preEmptionGain how much sooner a unit that is on its way to an incident of lower priority
 *     must be there for being sent here instead; empty: it never is
 * @param droneFirst whether a drone is preferred where somebody has to look
 * @param joint whether all units of a plan are sent at once, or the others when the first has told
 *     what it found
 * @param droneSpeedMps of drones, as the crow flies, m/s
 * @param droneLaunch from a drone's turnout until it flies
 * @param reach units that would take longer aren't looked for
 */
public record DispatchSpec(
    DispatchRule rule,
    QueueOrder order,
    int reserve,
    Optional<Duration> preEmptionGain,
    boolean droneFirst,
    boolean joint,
    double droneSpeedMps,
    Duration droneLaunch,
    Duration reach) {

  /**
   * The soonest unit, nothing held back, nobody called away, all at once; drones at 15 m/s after 90
   * s (grade: assumption).
   */
  public static final DispatchSpec STANDARD =
      new DispatchSpec(
          DispatchRule.NEAREST_TIME,
          QueueOrder.FIRST_COME,
          0,
          Optional.empty(),
          false,
          true,
          15,
          Duration.ofSeconds(90),
          Duration.ofHours(2));

  /** The same with another rule. */
  public DispatchSpec withRule(DispatchRule other) {
    return new DispatchSpec(
        other,
        order,
        reserve,
        preEmptionGain,
        droneFirst,
        joint,
        droneSpeedMps,
        droneLaunch,
        reach);
  }

  /** The same with another order of those that wait. */
  public DispatchSpec withOrder(QueueOrder other) {
    return new DispatchSpec(
        rule, other, reserve, preEmptionGain, droneFirst, joint, droneSpeedMps, droneLaunch, reach);
  }

  /** The same with a number of units held back. */
  public DispatchSpec withReserve(int other) {
    return new DispatchSpec(
        rule, order, other, preEmptionGain, droneFirst, joint, droneSpeedMps, droneLaunch, reach);
  }

  /** The same with units called away from lower priorities for a gain in time. */
  public DispatchSpec withPreEmption(Duration gain) {
    return new DispatchSpec(
        rule,
        order,
        reserve,
        Optional.of(gain),
        droneFirst,
        joint,
        droneSpeedMps,
        droneLaunch,
        reach);
  }

  /** The same with drones preferred, or not. */
  public DispatchSpec withDroneFirst(boolean other) {
    return new DispatchSpec(
        rule, order, reserve, preEmptionGain, other, joint, droneSpeedMps, droneLaunch, reach);
  }
}
