package io.testroad.traffic;

import io.testroad.demand.VehicleType;
import io.testroad.demand.VehicleType.LaneChange;
import io.testroad.demand.VehicleType.Model;
import io.testroad.demand.VehicleType.SpeedFactor;
import io.testroad.network.VehicleClass;

/** Vehicle types without chance: cars of 5 m and 2.5 m gap, 2.6 and 4.5 m/s², 1 s headway. */
final class Types {

  static final VehicleType IDM = exact("idm", Model.IDM, 55.55);
  static final VehicleType KRAUSS = exact("krauss", Model.KRAUSS, 55.55);
  static final VehicleType SLOW = exact("slow", Model.IDM, 5);
  static final VehicleType RESCUE =
      new VehicleType(
          "rescue",
          VehicleClass.EMERGENCY,
          Model.IDM,
          6.5,
          2.2,
          2.5,
          55.55,
          2.6,
          4.5,
          9,
          1,
          0,
          4,
          new SpeedFactor(1, 0, 1, 1),
          new LaneChange(1, 1, 1, 1),
          0,
          4000);

  private Types() {}

  /** SUMO's passenger car, with its drivers' differences. */
  static VehicleType various(String id, Model model) {
    return VehicleType.passenger(id, model);
  }

  private static VehicleType exact(String id, Model model, double maxSpeedMps) {
    return new VehicleType(
        id,
        VehicleClass.PASSENGER,
        model,
        5,
        1.8,
        2.5,
        maxSpeedMps,
        2.6,
        4.5,
        9,
        1,
        0,
        4,
        new SpeedFactor(1, 0, 1, 1),
        new LaneChange(1, 1, 1, 1),
        0,
        1500);
  }
}
