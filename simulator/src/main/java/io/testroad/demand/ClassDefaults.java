package io.testroad.demand;

import io.testroad.network.VehicleClass;

/**
 * What a vehicle type's parameters are where its file doesn't say, by vehicle class.
 *
 * <p>Where SUMO's documentation and its code differ, the code's value stands, since that is what
 * SUMO simulates (for instance buses: 100 km/h and no deviation of speed factors).
 *
 * <p>Source: "Vehicle Type Parameter Defaults" in SUMO's documentation; {@code
 * SUMOVTypeParameter.cpp} and {@code SUMOVehicleClass.cpp} of SUMO 1.2x.
 *
 * @param lengthM m
 * @param widthM m
 * @param minGapM m
 * @param maxSpeedKmh technical top speed, km/h
 * @param desiredSpeedKmh speed that is never exceeded by wish, km/h
 * @param accelMps2 m/s²
 * @param decelMps2 m/s²
 * @param emergencyDecelMps2 m/s²
 * @param sigma Krauss' dawdling
 * @param speedDeviation standard deviation of the speed factor
 * @param massKg kg
 */
record ClassDefaults(
    double lengthM,
    double widthM,
    double minGapM,
    double maxSpeedKmh,
    double desiredSpeedKmh,
    double accelMps2,
    double decelMps2,
    double emergencyDecelMps2,
    double sigma,
    double speedDeviation,
    double massKg) {

  private static final double ANY = 10_000;

  /** The defaults of a class. */
  static ClassDefaults of(VehicleClass vehicleClass) {
    return switch (vehicleClass) {
      case PEDESTRIAN -> row(0.215, 0.478, 0.25, 37.58, 5, 1.5, 2, 5, 0.5, 0.1, 70);
      case WHEELCHAIR -> row(0.5, 0.8, 0.5, 30, 5, 1.5, 2, 5, 0.5, 0.1, 90);
      case BICYCLE -> row(1.6, 0.65, 0.5, 50, 20, 1.2, 3, 7, 0.5, 0.1, 10);
      case SCOOTER -> row(1.2, 0.5, 0.5, 25, 20, 1.2, 3, 7, 0.5, 0.1, 10);
      case MOPED -> row(2.1, 0.78, 2.5, 60, ANY, 1.1, 7, 10, 0.5, 0.1, 80);
      case MOTORCYCLE -> row(2.2, 0.9, 2.5, 200, ANY, 6, 10, 10, 0.5, 0.1, 200);
      case TRUCK -> row(7.1, 2.4, 2.5, 130, ANY, 1.3, 4, 7, 0.5, 0.05, 4500);
      case TRAILER -> row(16.5, 2.55, 2.5, 130, ANY, 1.1, 4, 7, 0.5, 0.05, 13_000);
      case BUS -> row(12, 2.5, 2.5, 100, ANY, 1.2, 4, 7, 0.5, 0, 12_000);
      case COACH -> row(14, 2.6, 2.5, 100, ANY, 2, 4, 7, 0.5, 0.05, 25_000);
      case DELIVERY -> row(6.5, 2.16, 2.5, 200, ANY, 2.6, 4.5, 9, 0.5, 0.05, 5000);
      case EMERGENCY -> row(6.5, 2.16, 2.5, 200, ANY, 2.6, 4.5, 9, 0.5, 0, 5000);
      case TRAM -> row(22, 2.4, 2.5, 80, ANY, 1, 3, 7, 0, 0, 37_900);
      case RAIL_URBAN -> row(109.5, 3, 5, 100, ANY, 1, 3, 7, 0, 0, 59_000);
      case SUBWAY -> row(109.5, 3, 5, 100, ANY, 2.6, 4.5, 9, 0.5, 0, 59_000);
      case RAIL -> row(135, 2.84, 5, 160, ANY, 0.25, 1.3, 5, 0, 0, 79_500);
      case RAIL_ELECTRIC -> row(200, 2.95, 5, 220, ANY, 0.5, 1.3, 5, 0, 0, 83_000);
      case RAIL_FAST -> row(200, 2.95, 5, 330, ANY, 0.5, 1.3, 5, 0, 0, 409_000);
      case SHIP -> row(17, 4, 2.5, 8 / 1.94 * 3.6, ANY, 0.1, 0.15, 1, 0, 0.1, 100_000);
      case CONTAINER -> row(6.096, 2.5908, 2.5, 200, ANY, 2.6, 4.5, 9, 0.5, 0, 1500);
      case DRONE -> row(0.5, 0.5, 2.5, 200, ANY, 2.6, 4.5, 9, 0.5, 0, 1500);
      case AIRCRAFT -> row(72.7, 79.8, 2.5, 200, ANY, 2.6, 4.5, 9, 0.5, 0, 1500);
      case TAXI -> car(0.05);
      case PRIVATE, VIP, PASSENGER, HOV, EVEHICLE, CUSTOM1, CUSTOM2 -> car(0.1);
      case AUTHORITY, ARMY, CABLE_CAR, IGNORING -> car(0);
    };
  }

  private static ClassDefaults car(double speedDeviation) {
    return row(5, 1.8, 2.5, 200, ANY, 2.6, 4.5, 9, 0.5, speedDeviation, 1500);
  }

  private static ClassDefaults row(
      double lengthM,
      double widthM,
      double minGapM,
      double maxSpeedKmh,
      double desiredSpeedKmh,
      double accelMps2,
      double decelMps2,
      double emergencyDecelMps2,
      double sigma,
      double speedDeviation,
      double massKg) {
    return new ClassDefaults(
        lengthM,
        widthM,
        minGapM,
        maxSpeedKmh,
        desiredSpeedKmh,
        accelMps2,
        decelMps2,
        emergencyDecelMps2,
        sigma,
        speedDeviation,
        massKg);
  }
}
