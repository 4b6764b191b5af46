package io.testroad.network;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Abstract vehicle classes, as SUMO's permissions name them ("Vehicle Permissions" in its docs).
 */
public enum VehicleClass {
  PRIVATE,
  EMERGENCY,
  AUTHORITY,
  ARMY,
  VIP,
  PEDESTRIAN,
  PASSENGER,
  HOV,
  TAXI,
  BUS,
  COACH,
  DELIVERY,
  TRUCK,
  TRAILER,
  MOTORCYCLE,
  MOPED,
  BICYCLE,
  EVEHICLE,
  TRAM,
  RAIL_URBAN,
  RAIL,
  RAIL_ELECTRIC,
  RAIL_FAST,
  SHIP,
  CONTAINER,
  CABLE_CAR,
  SUBWAY,
  AIRCRAFT,
  WHEELCHAIR,
  SCOOTER,
  DRONE,
  CUSTOM1,
  CUSTOM2,
  /** May use every lane, whatever its permissions. */
  IGNORING;

  /** The class's bit in a permission mask. */
  public long bit() {
    return 1L << ordinal();
  }

  /** The written form, for instance {@code rail_urban}. */
  public String written() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The class of a written form. */
  public static Optional<VehicleClass> find(String written) {
    return Arrays.stream(values()).filter(c -> c.written().equals(written)).findFirst();
  }
}
