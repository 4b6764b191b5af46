package io.testroad.scenario;

import io.testroad.demand.VehicleType;
import io.testroad.engine.Facts;
import io.testroad.network.VehicleClass;
import io.testroad.network.Zone;
import io.testroad.vehicle.OperatorSpec;
import io.testroad.yaml.MappingReader;
import io.testroad.yaml.Node;
import io.testroad.yaml.Scalar;
import java.time.Duration;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/** Reads what a fleet applies for. */
final class CampaignReader {

  private final Reading reading;
  private final Zone zone;
  private final SortedMap<String, Zone> zones;
  private final Optional<VehicleType> type;
  private final Papers papers;

  CampaignReader(
      Reading reading,
      Zone zone,
      SortedMap<String, Zone> zones,
      Optional<VehicleType> type,
      Papers papers) {
    this.reading = reading;
    this.zone = zone;
    this.zones = zones;
    this.type = type;
    this.papers = papers;
  }

  Optional<OperatorSpec.Campaign> read(MappingReader fleet, int vehicles) {
    return fleet.findMapping("apply").map(reader -> campaign(fleet, reader, vehicles));
  }

  private OperatorSpec.Campaign campaign(MappingReader fleet, MappingReader reader, int all) {
    List<OperatorSpec.StageStep> stages = stages(fleet, reader);
    int months = reader.findLong("plate-months", 1, 1200).orElse(1L).intValue();
    Optional<Duration> renewal = reading.spans().find(reader, "renew-before");
    Optional<Duration> again = reading.spans().find(reader, "renew-declaration-before");
    boolean cap = reader.findBoolean("cap-plates").orElse(true);
    int first = reader.findLong("first", 1, all).orElse((long) all).intValue();
    OperatorSpec.Brought brought = brought(reader);
    List<String> confirmations = words(reader, "confirmations", AuthoritiesReader.CONFIRMING);
    Facts request = material(reader).and(vehicles(fleet)).and(recognised(reader));
    reader.finish();
    return new OperatorSpec.Campaign(
        AuthoritiesReader.BUREAU,
        AuthoritiesReader.POLICE,
        request,
        stages,
        months,
        renewal,
        again,
        cap,
        first,
        brought,
        confirmations);
  }

  private List<OperatorSpec.StageStep> stages(MappingReader fleet, MappingReader reader) {
    List<OperatorSpec.StageStep> stages = new ArrayList<>();
    Duration at = reading.spans().get(reader, "at");
    reading.checkBeforeEnd(at, reader.position());
    stages.add(
        new OperatorSpec.StageStep(
            fleet.findText("stage").orElse("road-test"),
            crew(reader),
            reader.findBoolean("names-roads").orElse(true) ? zone.name() : "",
            Optional.of(at),
            reader.findPeriod("declaration").orElse(Period.ZERO)));
    for (Node node : reader.list("advance")) {
      MappingReader.of(node, FleetForms.ADVANCE.what(), reading.findings())
          .ifPresent(step -> stages.add(stage(step)));
    }
    return stages;
  }

  private OperatorSpec.StageStep stage(MappingReader reader) {
    String stage =
        reader.requireChoice("stage", VehicleMaker.same(FleetForms.STAGES)).orElse("road-test");
    String declared =
        reader
            .findScalar("zone")
            .flatMap(written -> ZonesReader.find(zones, written, reading))
            .map(Zone::name)
            .orElse(zone.name());
    Optional<Duration> at = reading.spans().find(reader, "at");
    Period period = reader.findPeriod("declaration").orElse(Period.ZERO);
    String crew = crew(reader);
    reader.finish();
    return new OperatorSpec.StageStep(stage, crew, declared, at, period);
  }

  private static String crew(MappingReader reader) {
    return reader.findChoice("crew", VehicleMaker.same(FleetForms.CREWS)).orElse("on-board");
  }

  private Facts recognised(MappingReader reader) {
    Optional<MappingReader> section = reader.findMapping("recognised");
    if (section.isEmpty()) {
      return Facts.empty();
    }
    List<String> from =
        Names.texts(section.get(), "from", reading.findings()).stream().map(Scalar::text).toList();
    section.get().require("from");
    double km = section.get().findDouble("km", 0, 1e9).orElse(0.0);
    section.get().finish();
    return Facts.of("request.recognisedFrom", from, "request.recognisedKm", km);
  }

  private Facts vehicles(MappingReader fleet) {
    // both were checked when the vehicles were read
    String stage = fleet.findText("stage").orElse("");
    long level = fleet.findScalar("ads-level").flatMap(Scalar::findLong).orElse(0L);
    return Facts.of(
        "request.adsLevel", level,
        "request.vehicleClass",
            type.map(VehicleType::vehicleClass).orElse(VehicleClass.PASSENGER).written(),
        "request.insuranceCny", papers.insurance().sumCny(),
        "request.insuranceUntil", papers.insurance().validUntil(),
        "request.recorderPreS", papers.recorder().preS(),
        "request.recorderPostS", papers.recorder().postS(),
        "vehicle.adsLevel", level,
        "vehicle.stage", stage);
  }

  private static OperatorSpec.Brought brought(MappingReader reader) {
    return new OperatorSpec.Brought(
        reader.findDouble("hours-tested", 0, 1e9).orElse(0.0),
        reader.findDouble("km-tested", 0, 1e9).orElse(0.0),
        reader.findLong("violations", 0, 1_000_000).orElse(0L).intValue(),
        reader.findLong("at-fault-collisions", 0, 1_000_000).orElse(0L).intValue(),
        reader.findBoolean("roads-tested").orElse(false));
  }

  private Facts material(MappingReader reader) {
    return Facts.of(
        "request.documents", words(reader, "documents", FleetForms.DOCUMENTS),
        "request.neverRegistered", reader.findBoolean("never-registered").orElse(false),
        "request.manualModeAvailable", reader.findBoolean("manual-mode").orElse(false),
        "request.recorderRetainDays",
            reader.findLong("recorder-retain-days", 0, 1_000_000).orElse(0L),
        "request.recorderRealtimeItems",
            reader.findLong("recorder-realtime-items", 0, 1000).orElse(0L));
  }

  private List<String> words(MappingReader reader, String key, List<String> known) {
    List<String> words = new ArrayList<>();
    for (Node node : reader.list(key)) {
      if (node instanceof Scalar scalar && known.contains(scalar.text())) {
        words.add(scalar.text());
      } else {
        reading
            .findings()
            .error(
                "unknown-value",
                node.position(),
                "'" + key + "' can't hold " + node.described() + ".",
                node instanceof Scalar scalar
                    ? MappingReader.meant(scalar.text(), new java.util.TreeSet<>(known))
                    : "");
      }
    }
    return words;
  }
}
