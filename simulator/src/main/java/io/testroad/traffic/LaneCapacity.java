package io.testroad.traffic;

import io.testroad.demand.RssEnvelope;
import io.testroad.demand.VehicleType;

/**
 * What a lane carries at most of vehicles of one type that all keep the gaps of its model's
 * equilibrium, and how much longer headways must be for it to carry a share of that.
 *
 * <p>Source of the equilibria: M. Treiber and A. Kesting, "Traffic Flow Dynamics", Springer 2013,
 * chapters 11 and 12: the IDM's gap grows beyond s0 + v·T near the desired speed; those of all
 * other models do not. Who keeps RSS' envelope keeps at least its distance. Not in it: Krauss'
 * dawdling, the instability of traffic.
 */
final class LaneCapacity {

  private static final int SPEEDS = 60;
  private static final int HALVINGS = 50;
  private static final double LONGEST = 1000;

  private LaneCapacity() {}

  /**
   * The capacity of a lane, vehicles per second.
   *
   * @param headwayS desired time headway, s
   * @param desiredMps desired speed, m/s, positive
   */
  static double flowPerS(VehicleType type, double headwayS, double desiredMps) {
    double low = 0;
    double high = desiredMps;
    for (int i = 0; i < SPEEDS; i++) {
      double third = (high - low) / 3;
      if (flowAt(type, headwayS, desiredMps, low + third)
          < flowAt(type, headwayS, desiredMps, high - third)) {
        low += third;
      } else {
        high -= third;
      }
    }
    return flowAt(type, headwayS, desiredMps, (low + high) / 2);
  }

  private static double flowAt(VehicleType type, double headwayS, double desiredMps, double speed) {
    double gap =
        type.model() == VehicleType.Model.IDM
            ? SteadyState.idmGapM(speed, desiredMps, headwayS, type.minGapM(), type.delta())
            : type.minGapM() + speed * headwayS;
    return speed / (Bounds.most(gap, envelopeM(type, speed)) + type.lengthM());
  }

  private static double envelopeM(VehicleType type, double speed) {
    RssEnvelope rss = type.automation().rss();
    return rss.on()
        ? Rss.sameDirection(
            speed, speed, rss.responseS(), rss.accelMps2(), rss.brakeMinMps2(), rss.brakeMaxMps2())
        : 0;
  }

  /**
   * How many times longer headways must be for a lane to carry a share of its ordinary capacity; at
   * least 1.
   *
   * @param headwayS the ordinary desired headway, s
   * @param ordinaryMps the ordinary desired speed, m/s
   * @param nowMps the desired speed now, m/s
   */
  static double headwayFactor(
      VehicleType type, double share, double headwayS, double ordinaryMps, double nowMps) {
    double wanted = share * flowPerS(type, headwayS, ordinaryMps);
    double low = 1;
    double high = LONGEST;
    if (flowPerS(type, headwayS, nowMps) <= wanted) {
      return low;
    }
    for (int i = 0; i < HALVINGS; i++) {
      double middle = (low + high) / 2;
      if (flowPerS(type, headwayS * middle, nowMps) > wanted) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return (low + high) / 2;
  }
}
