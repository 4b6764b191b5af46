package io.testroad.scenario;

import io.testroad.demand.VehicleType;
import io.testroad.network.VehicleClass;
import io.testroad.network.Zone;
import io.testroad.vehicle.IcvSpec;
import io.testroad.vehicle.OperatorSpec;
import io.testroad.yaml.Mapping;
import io.testroad.yaml.MappingReader;
import io.testroad.yaml.Scalar;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/** Reads the fleets: their vehicles and their operators. */
final class FleetsReader {

  private static final long MOST_VEHICLES = 20_000;

  private final Reading reading;
  private final SortedMap<String, Zone> zones;
  private final Set<String> expressways;
  private final String platePrefix;
  private final List<RegisteredVehicle> vehicles = new ArrayList<>();
  private final List<IcvSpec> icvs = new ArrayList<>();
  private final List<OperatorSpec> operators = new ArrayList<>();

  FleetsReader(
      Reading reading, SortedMap<String, Zone> zones, Set<String> expressways, String platePrefix) {
    this.reading = reading;
    this.zones = zones;
    this.expressways = expressways;
    this.platePrefix = platePrefix;
  }

  List<RegisteredVehicle> vehicles() {
    return vehicles;
  }

  List<IcvSpec> icvs() {
    return icvs;
  }

  List<OperatorSpec> operators() {
    return operators;
  }

  void read(MappingReader root) {
    root.findMapping("fleets")
        .ifPresent(
            section -> {
              for (Mapping.Entry entry : section.mapping().entries()) {
                if (Names.check(entry, reading.findings())) {
                  MappingReader.of(entry.value(), FleetForms.FLEET.what(), reading.findings())
                      .ifPresent(reader -> fleet(entry, reader));
                }
              }
            });
  }

  private void fleet(Mapping.Entry entry, MappingReader reader) {
    reader.require("vehicles");
    int count = reader.findLong("vehicles", 1, MOST_VEHICLES).orElse(0L).intValue();
    Optional<Scalar> typeId = reader.findScalar("type");
    Optional<VehicleType> type =
        typeId.flatMap(id -> reading.types().find(id.text(), id.position()));
    Zone zone =
        reader
            .requireScalar("zone")
            .flatMap(written -> ZonesReader.find(zones, written, reading))
            .orElse(new Zone("", "", Set.of()));
    List<String> names = names(entry, count);
    Papers papers = new PapersReader(reading, platePrefix).read(reader);
    VehicleMaker maker = new VehicleMaker(reading, zone, expressways, papers);
    OperatorSpec operator = operator(entry.key(), names, type, zone, papers, reader);
    operators.add(operator);
    for (IcvSpec icv : maker.make(entry.key(), names, operator.seats(), reader)) {
      icvs.add(icv);
      vehicles.add(new RegisteredVehicle(icv.name(), typeId.map(Scalar::text).orElse("")));
    }
    reader.finish();
  }

  private List<String> names(Mapping.Entry entry, int count) {
    List<String> names = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      String name = entry.key() + "-" + i;
      if (!reading.vehicles().take(name, Reading.ICV, entry.keyPosition())) {
        break;
      }
      names.add(name);
    }
    return names;
  }

  private OperatorSpec operator(
      String fleet,
      List<String> names,
      Optional<VehicleType> type,
      Zone zone,
      Papers papers,
      MappingReader reader) {
    int seats = 0;
    Duration serviceTime = Duration.ofSeconds(1);
    Optional<MappingReader> section = reader.findMapping("operator");
    if (section.isPresent()) {
      int each = section.get().findLong("vehicles-per-seat", 1, 1000).orElse(1L).intValue();
      seats =
          section
              .get()
              .findLong("seats", 0, 100_000)
              .orElse((names.size() + each - 1L) / each)
              .intValue();
      serviceTime = max(serviceTime, reading.spans().get(section.get(), "service-time"));
      section.get().finish();
    }
    return new OperatorSpec(
        fleet,
        names,
        seats,
        serviceTime,
        new TripsReader(
                reading, names, type.map(VehicleType::vehicleClass).orElse(VehicleClass.PASSENGER))
            .read(reader),
        new CampaignReader(reading, zone, type, papers).read(reader));
  }

  private static Duration max(Duration a, Duration b) {
    return a.compareTo(b) > 0 ? a : b;
  }
}
