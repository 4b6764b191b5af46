package io.testroad.scenario;

import io.testroad.demand.VehicleType;
import io.testroad.demand.VehicleType.Model;
import io.testroad.demand.VehicleType.SpeedFactor;
import io.testroad.finding.Findings;
import io.testroad.finding.Position;
import io.testroad.network.VehicleClass;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Vehicle types by id: the built-in ones, and those of the scenario in their place or besides.
 *
 * <p>The built-in types start from SUMO's defaults for their class and drive by IDM. ICVs keep the
 * limit exactly and drive with the parameters of the facts for Chinese ICVs (T 1.5 s, a 1.2 m/s², b
 * 2 m/s²; assumption). Units are of the class emergency, which closures don't stop.
 */
final class TypeTable {

  private final SortedMap<String, VehicleType> types = new TreeMap<>(builtIn());
  private final Findings findings;

  TypeTable(Findings findings) {
    this.findings = findings;
  }

  /** The built-in types by id. */
  static SortedMap<String, VehicleType> builtIn() {
    SortedMap<String, VehicleType> types = new TreeMap<>();
    add(types, icv("robotaxi-l4", VehicleClass.PASSENGER, 4.9, 80, 1.2));
    add(types, icv("robovan-l4", VehicleClass.DELIVERY, 3.2, 40, 1.0));
    add(types, icv("robobus-l4", VehicleClass.BUS, 6.0, 40, 0.9));
    add(types, idm("private-car", VehicleClass.PASSENGER));
    add(types, idm("taxi", VehicleClass.TAXI));
    add(types, idm("van", VehicleClass.DELIVERY));
    add(types, idm("truck", VehicleClass.TRUCK));
    add(types, idm("bus", VehicleClass.BUS));
    add(types, idm("motorcycle", VehicleClass.MOTORCYCLE));
    add(types, TypeEdit.of(idm("tow-truck", VehicleClass.EMERGENCY)).lengthM(8).build());
    add(types, TypeEdit.of(idm("patrol-car", VehicleClass.EMERGENCY)).lengthM(5).build());
    add(types, idm("ambulance", VehicleClass.EMERGENCY));
    add(types, TypeEdit.of(idm("fire-engine", VehicleClass.EMERGENCY)).lengthM(9).build());
    add(types, TypeEdit.of(idm("hazmat-truck", VehicleClass.EMERGENCY)).lengthM(8).build());
    add(
        types,
        TypeEdit.of(idm("police-motorcycle", VehicleClass.EMERGENCY))
            .lengthM(2.2)
            .widthM(0.9)
            .build());
    add(types, TypeEdit.of(idm("crew-van", VehicleClass.EMERGENCY)).lengthM(5.5).build());
    return types;
  }

  private static void add(Map<String, VehicleType> types, VehicleType type) {
    types.put(type.id(), type);
  }

  private static VehicleType idm(String id, VehicleClass vehicleClass) {
    return TypeEdit.of(VehicleType.ofClass(id, vehicleClass)).model(Model.IDM).build();
  }

  private static VehicleType icv(
      String id, VehicleClass vehicleClass, double lengthM, double maxKmh, double accelMps2) {
    return TypeEdit.of(idm(id, vehicleClass))
        .lengthM(lengthM)
        .maxSpeedMps(maxKmh / 3.6)
        .accelMps2(accelMps2)
        .decelMps2(2)
        .tauS(1.5)
        .speedFactor(new SpeedFactor(1, 0, 1, 1))
        .build();
  }

  void put(VehicleType type) {
    types.put(type.id(), type);
  }

  Optional<VehicleType> get(String id) {
    return Optional.ofNullable(types.get(id));
  }

  /** A type that must exist; otherwise a finding {@code unknown-type}. */
  Optional<VehicleType> find(String id, Position position) {
    VehicleType type = types.get(id);
    if (type == null) {
      findings.error(
          "unknown-type",
          position,
          "There is no vehicle type '" + id + "'.",
          io.testroad.yaml.MappingReader.meant(id, new TreeSet<>(types.keySet())));
    }
    return Optional.ofNullable(type);
  }
}
