package io.testroad.network;

/**
 * The set of vehicle classes that may use a lane.
 *
 * @param mask one bit a {@link VehicleClass}
 */
public record Permissions(long mask) {

  /** Everybody. */
  public static final Permissions ALL = new Permissions(-1L);

  /** Nobody but those who ignore permissions. */
  public static final Permissions NONE = new Permissions(0L);

  /** Whether a class may use the lane. */
  public boolean allow(VehicleClass vehicleClass) {
    return vehicleClass == VehicleClass.IGNORING || (mask & vehicleClass.bit()) != 0;
  }
}
