package io.testroad.bench.models;

import io.testroad.demand.VehicleType;
import io.testroad.demand.VehicleType.Model;

/** Vehicles that keep their speed to the last moment, and can be put anywhere at any speed. */
final class Coasting {

  private static final CarSet CARS = new CarSet(50, 0.01, 1e-9, 50, 0.01, 5);

  private Coasting() {}

  static VehicleType type(String id) {
    return CARS.car(id, Model.KRAUSS);
  }
}
