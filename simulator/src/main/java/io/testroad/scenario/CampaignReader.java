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
import java.time.Instant;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what a fleet applies for. */
final class CampaignReader {

  private final Reading reading;
  private final Zone zone;
  private final Optional<VehicleType> type;
  private final Papers papers;

  CampaignReader(Reading reading, Zone zone, Optional<VehicleType> type, Papers papers) {
    this.reading = reading;
    this.zone = zone;
    this.type = type;
    this.papers = papers;
  }

  Optional<OperatorSpec.Campaign> read(MappingReader fleet) {
    return fleet.findMapping("apply").map(reader -> campaign(fleet, reader));
  }

  private OperatorSpec.Campaign campaign(MappingReader fleet, MappingReader reader) {
    Duration at = reading.spans().get(reader, "at");
    reading.checkBeforeEnd(at, reader.position());
    Period period = reader.findPeriod("declaration").orElse(Period.ZERO);
    Instant until = reading.spans().start().plus(at).plus(period).toInstant();
    int months = reader.findLong("plate-months", 1, 1200).orElse(1L).intValue();
    Optional<Duration> renewal = reading.spans().find(reader, "renew-before");
    Facts request = experience(reader).and(material(reader)).and(vehicles(fleet));
    reader.finish();
    return new OperatorSpec.Campaign(
        at, AuthoritiesReader.BUREAU, AuthoritiesReader.POLICE, request, until, months, renewal);
  }

  private Facts vehicles(MappingReader fleet) {
    // both were checked when the vehicles were read
    String stage = fleet.findText("stage").orElse("");
    long level = fleet.findScalar("ads-level").flatMap(Scalar::findLong).orElse(0L);
    return Facts.of(
        "request.stage", stage,
        "request.adsLevel", level,
        "request.roads", List.copyOf(zone.roads()),
        "request.vehicleClass",
            type.map(VehicleType::vehicleClass).orElse(VehicleClass.PASSENGER).written(),
        "request.insuranceCny", papers.insurance().sumCny(),
        "request.insuranceUntil", papers.insurance().validUntil(),
        "request.recorderPreS", papers.recorder().preS(),
        "request.recorderPostS", papers.recorder().postS(),
        "vehicle.adsLevel", level,
        "vehicle.stage", stage);
  }

  private static Facts experience(MappingReader reader) {
    return Facts.of(
        "request.hoursTested", reader.findDouble("hours-tested", 0, 1e9).orElse(0.0),
        "request.kmTested", reader.findDouble("km-tested", 0, 1e9).orElse(0.0),
        "request.violations", reader.findLong("violations", 0, 1_000_000).orElse(0L),
        "request.atFaultCollisions",
            reader.findLong("at-fault-collisions", 0, 1_000_000).orElse(0L),
        "request.roadsTested", reader.findBoolean("roads-tested").orElse(false));
  }

  private Facts material(MappingReader reader) {
    return Facts.of(
        "request.documents", documents(reader),
        "request.neverRegistered", reader.findBoolean("never-registered").orElse(false),
        "request.manualModeAvailable", reader.findBoolean("manual-mode").orElse(false),
        "request.recorderRetainDays",
            reader.findLong("recorder-retain-days", 0, 1_000_000).orElse(0L),
        "request.recorderRealtimeItems",
            reader.findLong("recorder-realtime-items", 0, 1000).orElse(0L));
  }

  private List<String> documents(MappingReader reader) {
    List<String> documents = new ArrayList<>();
    for (Node node : reader.list("documents")) {
      if (node instanceof Scalar scalar && FleetForms.DOCUMENTS.contains(scalar.text())) {
        documents.add(scalar.text());
      } else {
        reading
            .findings()
            .error(
                "unknown-value",
                node.position(),
                "'documents' can't hold " + node.described() + ".",
                node instanceof Scalar scalar
                    ? MappingReader.meant(
                        scalar.text(), new java.util.TreeSet<>(FleetForms.DOCUMENTS))
                    : "");
      }
    }
    return documents;
  }
}
