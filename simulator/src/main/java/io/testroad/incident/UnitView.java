package io.testroad.incident;

import io.testroad.network.VehicleClass;
import java.time.Duration;

/**
 * What a centre knows of one of its units.
 *
 * @param name the unit's name
 * @param kind what it is
 * @param ringMin the ring it belongs to: 1, 3 or 5 minutes; 0 when to none
 * @param road id of the road it is believed to be on
 * @param positionM where along that road, m
 * @param engagement what it is doing
 * @param priority of the incident it is on its way to, 1 to 4; else 0
 * @param turnout from an order until it gets going; zero when it is under way
 * @param speedFactor how many times faster than others it gets along, positive
 * @param vehicleClass which roads it may use
 */
public record UnitView(
    String name,
    UnitKind kind,
    int ringMin,
    String road,
    double positionM,
    Engagement engagement,
    int priority,
    Duration turnout,
    double speedFactor,
    VehicleClass vehicleClass) {

  /** What a unit is doing. */
  public enum Engagement {
    /** Nothing, at its station or on patrol. */
    FREE,
    /** It is on its way home and may be sent. */
    HOMEWARD,
    /** It is on its way to an incident. */
    UNDER_WAY,
    /** It is at an incident, or out of service. */
    BUSY
  }

  /** Whether it may be sent anywhere. */
  public boolean isFree() {
    return engagement == Engagement.FREE || engagement == Engagement.HOMEWARD;
  }

  /** Whether it is on its way to an incident of lower priority than one. */
  public boolean isUnderWayToLess(int thanPriority) {
    return engagement == Engagement.UNDER_WAY && priority > thanPriority;
  }
}
