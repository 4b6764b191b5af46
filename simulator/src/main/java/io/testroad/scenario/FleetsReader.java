package io.testroad.scenario;

import io.testroad.demand.VehicleType;
import io.testroad.engine.AgentId;
import io.testroad.engine.Facts;
import io.testroad.engine.WorkingCalendar;
import io.testroad.network.VehicleClass;
import io.testroad.network.Zone;
import io.testroad.policy.Policy;
import io.testroad.vehicle.Fallback;
import io.testroad.vehicle.IcvSpec;
import io.testroad.vehicle.OperatorSpec;
import io.testroad.vehicle.OperatorState;
import io.testroad.yaml.Mapping;
import io.testroad.yaml.MappingReader;
import io.testroad.yaml.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads the fleets: their vehicles and their operators. */
final class FleetsReader {

  private static final long MOST_VEHICLES = 20_000;

  private final Reading reading;
  private final Setting setting;
  private final SortedMap<String, Zone> zones;
  private final String platePrefix;
  private final List<RegisteredVehicle> vehicles = new ArrayList<>();
  private final List<IcvSpec> icvs = new ArrayList<>();
  private final List<OperatorSpec> operators = new ArrayList<>();
  private final RescueReader rescue;

  FleetsReader(Reading reading, Setting setting, String platePrefix) {
    this.reading = reading;
    this.setting = setting;
    zones = setting.zones();
    this.platePrefix = platePrefix;
    rescue = new RescueReader(reading);
  }

  /**
   * What fleets live in.
   *
   * @param zones by name
   * @param grounds the zones as the books need them
   * @param policy what is allowed
   * @param given values for the facts that the policy leaves to scenarios, for all fleets
   * @param calendar the working days
   * @param centre the command centre that operators report to
   */
  record Setting(
      SortedMap<String, Zone> zones,
      SortedMap<String, OperatorSpec.Ground> grounds,
      Policy policy,
      Facts given,
      WorkingCalendar calendar,
      AgentId centre) {}

  List<RegisteredVehicle> vehicles() {
    return vehicles;
  }

  List<IcvSpec> icvs() {
    return icvs;
  }

  List<OperatorSpec> operators() {
    return operators;
  }

  /** The desks that command fleets' own crews, with these, in order. */
  List<RescueReader.Desk> rescueDesks() {
    return rescue.desks();
  }

  /** The ids of vehicle types that ICVs may change to. */
  List<String> furtherTypes() {
    return icvs.stream()
        .map(icv -> icv.fallback().losses().v2xFallbackType())
        .filter(type -> !type.isEmpty())
        .distinct()
        .toList();
  }

  /** The crews' vehicles, in order. */
  List<RegisteredVehicle> rescueVehicles() {
    return rescue.vehicles();
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
            .orElse(Zone.of("", "", Set.of()));
    List<String> names = names(entry, count);
    Papers papers = new PapersReader(reading, platePrefix).read(reader);
    VehicleClass vehicleClass = type.map(VehicleType::vehicleClass).orElse(VehicleClass.PASSENGER);
    Fallback fallback =
        new SetbackReader(reading, zones).read(reader, typeId.map(Scalar::text).orElse(""));
    VehicleMaker maker = new VehicleMaker(reading, zone, zones, vehicleClass, papers, fallback);
    OperatorSpec operator = operator(entry.key(), names, type, zone, papers, reader);
    operators.add(operator);
    for (IcvSpec icv : maker.make(entry.key(), names, operator, reader)) {
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
    VehicleClass vehicleClass = type.map(VehicleType::vehicleClass).orElse(VehicleClass.PASSENGER);
    SeatsReader seats = new SeatsReader(reading);
    OperatorSpec.Remote remote = seats.read(reader, names.size());
    Facts given =
        setting
            .given()
            .and(
                reader
                    .findMapping("given")
                    .map(section -> reading.given(section.mapping()))
                    .orElse(Facts.empty()));
    return new OperatorSpec(
        fleet,
        names,
        remote,
        new TripsReader(reading, names, vehicleClass).read(reader),
        papers(fleet, names, zone, papers, remote, reader),
        new CampaignReader(reading, zone, zones, type, papers).read(reader, names.size()),
        new DutyReader(reading, zone, vehicleClass).read(reader, fleet, names.size()),
        new ConductReader(reading, setting.policy()).read(reader),
        given,
        setting.grounds(),
        setting.calendar(),
        seats.emergencies(reader, setting.centre(), rescue.read(fleet, reader)));
  }

  private OperatorSpec.Papers papers(
      String fleet,
      List<String> names,
      Zone zone,
      Papers papers,
      OperatorSpec.Remote remote,
      MappingReader reader) {
    SortedMap<String, IcvSpec.Plate> plates = new TreeMap<>();
    names.forEach(name -> papers.plateOf(name).ifPresent(plate -> plates.put(name, plate)));
    String stage = reader.findText("stage").orElse("road-test");
    String software = reader.findText("software").orElse("");
    String crew = reader.findText("crew").orElse("on-board");
    double each = remote.seats() == 0 ? 0 : (double) names.size() / remote.seats();
    Facts facts =
        Facts.of(
            "operator.name", fleet,
            "operator.vehiclesPerSeat", each,
            "vehicle.adsLevel", reader.findScalar("ads-level").flatMap(Scalar::findLong).orElse(4L),
            "vehicle.insurance.validUntil", papers.insurance().validUntil(),
            "vehicle.insurance.sumCny", papers.insurance().sumCny(),
            "vehicle.recorder.on", papers.recorder().on(),
            "vehicle.recorder.preS", papers.recorder().preS(),
            "vehicle.recorder.postS", papers.recorder().postS(),
            "driver.experienceYears", experience(reader));
    return new OperatorSpec.Papers(
        facts,
        plates,
        papers
            .permitUntil()
            .map(
                until ->
                    new OperatorState.Declared(
                        0, stage, crew, zone.name(), reading.spans().start().toInstant(), until)),
        papers.insurance().validUntil(),
        software);
  }

  /** Years since the licence; faults in them are found where the vehicles are made. */
  private static double experience(MappingReader fleet) {
    return fleet.mapping().find("safety-driver").orElse(null) instanceof Mapping driver
            && driver.find("experience").orElse(null) instanceof Scalar years
        ? years.findDouble().orElse(0.0)
        : 0;
  }
}
