package io.testroad.policy;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The table of facts behind {@link Vocabulary}. */
final class VocabularyTable {

  private static final Set<Moment> ALL = EnumSet.allOf(Moment.class);
  private static final Set<Moment> APPLICATIONS =
      EnumSet.of(Moment.DECLARATION_APPLIED, Moment.PLATE_APPLIED);
  private static final Set<Moment> DRIVING =
      EnumSet.range(Moment.TRIP_REQUESTED, Moment.RECORDER_SECURED);
  private static final Set<Moment> VEHICLES =
      EnumSet.range(Moment.PLATE_APPLIED, Moment.VIOLATION_COUNTED);
  private static final Set<Moment> TRIPS =
      EnumSet.of(Moment.TRIP_REQUESTED, Moment.AUTOMATION_REQUESTED, Moment.ROAD_ENTERED);
  private static final Set<Moment> ROADS =
      EnumSet.of(
          Moment.TRIP_REQUESTED,
          Moment.AUTOMATION_REQUESTED,
          Moment.ROAD_ENTERED,
          Moment.SPEED_SEEN,
          Moment.PLATE_ENDED,
          Moment.INSURANCE_ENDED,
          Moment.TAKEOVER_UNANSWERED,
          Moment.FAULT_OCCURRED,
          Moment.COLLISION_OCCURRED);
  private static final String[] STAGES = {
    "road-test", "demonstration", "demonstration-operation", "commercial"
  };

  private final SortedMap<String, Fact> facts = new TreeMap<>();

  /** All facts by name. */
  static SortedMap<String, Fact> create() {
    VocabularyTable table = new VocabularyTable();
    table.generalFacts();
    table.requestFacts();
    table.vehicleFacts();
    table.driverFacts();
    table.wayFacts();
    table.happeningFacts();
    return table.facts;
  }

  private void generalFacts() {
    fact("now", FactType.TIMESTAMP, "", "the moment's time").at(ALL);
    fact("operator.name", FactType.STRING, "", "the operator's name").absent("").at(ALL);
    fact(
            "operator.vehiclesPerSeat",
            FactType.DOUBLE,
            "vehicles",
            "vehicles to each remote operator; 0 without remote operation")
        .absent(0.0)
        .at(ALL);
    fact("weather.state", FactType.STRING, "", "the weather").absent("").at(DRIVING);
  }

  private void requestFacts() {
    fact("request.kind", FactType.STRING, "", "what is asked for")
        .values("declaration", "plate")
        .at(APPLICATIONS);
    fact("request.stage", FactType.STRING, "", "the stage applied for")
        .values(STAGES)
        .at(APPLICATIONS);
    fact("request.validFrom", FactType.TIMESTAMP, "", "the first instant of the period asked for")
        .at(APPLICATIONS);
    fact("request.validUntil", FactType.TIMESTAMP, "", "the last instant of the period asked for")
        .at(APPLICATIONS);
    fact("request.documents", FactType.STRING_LIST, "", "the documents handed in")
        .values(
            "identity",
            "insurance",
            "certificate",
            "inspection",
            "plan",
            "cybersecurity-assessment",
            "track-test",
            "third-party-report")
        .absent(List.of())
        .at(APPLICATIONS);
    fact("request.insuranceCny", FactType.DOUBLE, "CNY", "the sum insured for each vehicle")
        .absent(0.0)
        .at(APPLICATIONS);
    fact(
            "request.insuranceUntil",
            FactType.TIMESTAMP,
            "",
            "the last instant of the compulsory insurance")
        .absent(Instant.EPOCH)
        .at(APPLICATIONS);
    fact(
            "request.certificateUntil",
            FactType.TIMESTAMP,
            "",
            "the last instant of the confirmed test or demonstration certificate")
        .absent(Instant.EPOCH)
        .at(APPLICATIONS);
    fact("request.roads", FactType.STRING_LIST, "", "the ids of the roads applied for")
        .absent(List.of())
        .at(APPLICATIONS);
    fact(
            "request.adsLevel",
            FactType.INT,
            "SAE J3016 level",
            "the highest level of driving automation")
        .absent(0L)
        .at(APPLICATIONS);
    fact(
            "request.recorderPreS",
            FactType.DOUBLE,
            "s",
            "what the data recorder keeps before an event")
        .absent(0.0)
        .at(APPLICATIONS);
    fact(
            "request.recorderPostS",
            FactType.DOUBLE,
            "s",
            "what the data recorder keeps after an event")
        .absent(0.0)
        .at(APPLICATIONS);
    fact("request.recorderRetainDays", FactType.INT, "days", "how long what was recorded is kept")
        .absent(0L)
        .at(APPLICATIONS);
    fact(
            "request.recorderRealtimeItems",
            FactType.INT,
            "items",
            "how many of the recorder's items are streamed as they arise")
        .absent(0L)
        .at(APPLICATIONS);
    fact(
            "request.hoursTested",
            FactType.DOUBLE,
            "h",
            "driven in automated mode on the roads applied for")
        .absent(0.0)
        .at(APPLICATIONS);
    fact(
            "request.kmTested",
            FactType.DOUBLE,
            "km",
            "driven in automated mode on the roads applied for")
        .absent(0.0)
        .at(APPLICATIONS);
    fact("request.violations", FactType.INT, "violations", "traffic violations during that time")
        .absent(0L)
        .at(APPLICATIONS);
    fact(
            "request.atFaultCollisions",
            FactType.INT,
            "collisions",
            "collisions during that time for which the vehicle's side is responsible")
        .absent(0L)
        .at(APPLICATIONS);
    fact(
            "request.roadsTested",
            FactType.BOOL,
            "",
            "whether the roads applied for are a subset of those already tested")
        .absent(false)
        .at(APPLICATIONS);
    fact("request.vehicleClass", FactType.STRING, "", "the vehicle's class, for instance passenger")
        .absent("")
        .at(APPLICATIONS);
    fact(
            "request.neverRegistered",
            FactType.BOOL,
            "",
            "whether the vehicle never had a normal registration")
        .absent(false)
        .at(APPLICATIONS);
    fact(
            "request.manualModeAvailable",
            FactType.BOOL,
            "",
            "whether a person can take manual control at any time")
        .absent(false)
        .at(APPLICATIONS);
  }

  private void vehicleFacts() {
    fact("vehicle.name", FactType.STRING, "", "the vehicle's name").at(VEHICLES);
    fact("vehicle.mode", FactType.STRING, "", "who drives")
        .values("manual", "automated", "takeover-requested", "minimal-risk", "stopped")
        .at(DRIVING);
    fact("vehicle.moving", FactType.BOOL, "", "whether the vehicle moves").at(DRIVING);
    fact("vehicle.speedMps", FactType.DOUBLE, "m/s", "the vehicle's speed").at(DRIVING);
    fact(
            "vehicle.adsLevel",
            FactType.INT,
            "SAE J3016 level",
            "the vehicle's level of driving automation")
        .at(VEHICLES);
    fact("vehicle.stage", FactType.STRING, "", "the stage the vehicle is admitted to")
        .values(STAGES)
        .at(VEHICLES);
    fact(
            "vehicle.plated",
            FactType.BOOL,
            "",
            "whether the vehicle carries a temporary plate, valid or not")
        .at(VEHICLES);
    fact("vehicle.plate.number", FactType.STRING, "", "the temporary plate's number")
        .absent("")
        .at(VEHICLES);
    fact("vehicle.plate.validUntil", FactType.TIMESTAMP, "", "the plate's last instant")
        .absent(Instant.EPOCH)
        .at(VEHICLES);
    fact("vehicle.permit.status", FactType.STRING, "", "the state of the vehicle's permit")
        .values("none", "valid", "suspended", "withdrawn")
        .at(VEHICLES);
    fact("vehicle.permit.validUntil", FactType.TIMESTAMP, "", "the permit's last instant")
        .absent(Instant.EPOCH)
        .at(VEHICLES);
    fact("vehicle.insurance.validUntil", FactType.TIMESTAMP, "", "the insurance's last instant")
        .absent(Instant.EPOCH)
        .at(VEHICLES);
    fact("vehicle.insurance.sumCny", FactType.DOUBLE, "CNY", "the sum insured")
        .absent(0.0)
        .at(VEHICLES);
    fact("vehicle.recorder.on", FactType.BOOL, "", "whether the data recorder works").at(DRIVING);
    fact(
            "vehicle.recorder.preS",
            FactType.DOUBLE,
            "s",
            "what the data recorder keeps before an event")
        .absent(0.0)
        .at(DRIVING);
    fact(
            "vehicle.recorder.postS",
            FactType.DOUBLE,
            "s",
            "what the data recorder keeps after an event")
        .absent(0.0)
        .at(DRIVING);
    fact("vehicle.passengers", FactType.INT, "persons", "people on board who aren't test staff")
        .absent(0L)
        .at(DRIVING);
    fact("vehicle.safetyDriver", FactType.STRING, "", "where the one who must take over is")
        .values("on-board", "remote", "none")
        .at(DRIVING);
    fact("vehicle.hazardLights", FactType.BOOL, "", "whether the hazard lights are on")
        .absent(false)
        .at(DRIVING);
  }

  private void driverFacts() {
    fact("driver.dutyS", FactType.DOUBLE, "s", "continuous driving since the last rest")
        .absent(0.0)
        .at(DRIVING);
    fact("driver.restS", FactType.DOUBLE, "s", "how long the last rest was")
        .absent(0.0)
        .at(DRIVING);
    fact("driver.dutyTodayS", FactType.DOUBLE, "s", "driving in the last 24 hours")
        .absent(0.0)
        .at(DRIVING);
    fact(
            "driver.experienceYears",
            FactType.DOUBLE,
            "years",
            "since the driver's licence was issued")
        .absent(0.0)
        .at(DRIVING);
  }

  private void wayFacts() {
    fact("road.id", FactType.STRING, "", "the road's id").at(ROADS);
    fact("road.kind", FactType.STRING, "", "the road's kind").absent("").at(ROADS);
    fact("road.declared", FactType.BOOL, "", "whether the road is in the permit's zone").at(ROADS);
    fact("road.speedLimitMps", FactType.DOUBLE, "m/s", "the speed limit").at(ROADS);
    fact("road.expressway", FactType.BOOL, "", "whether it is an expressway")
        .absent(false)
        .at(ROADS);
    fact("trip.purpose", FactType.STRING, "", "what the trip is for")
        .values("test", "passengers", "transfer")
        .at(TRIPS);
    fact(
            "trip.inDeclaredRoads",
            FactType.BOOL,
            "",
            "whether the whole trip is in the permit's zone")
        .at(TRIPS);
  }

  private void happeningFacts() {
    fact("fault.cause", FactType.STRING, "", "the fault's cause")
        .at(EnumSet.of(Moment.FAULT_OCCURRED));
    fact("fault.canMove", FactType.BOOL, "", "whether the vehicle can still move")
        .at(EnumSet.of(Moment.FAULT_OCCURRED));
    fact("collision.injured", FactType.BOOL, "", "whether anyone was hurt")
        .at(EnumSet.of(Moment.COLLISION_OCCURRED));
    fact("collision.otherKind", FactType.STRING, "", "what the vehicle collided with")
        .absent("")
        .at(EnumSet.of(Moment.COLLISION_OCCURRED));
    fact("takeover.leadS", FactType.DOUBLE, "s", "how long a takeover was waited for")
        .at(EnumSet.of(Moment.TAKEOVER_UNANSWERED));
    fact("report.kind", FactType.STRING, "", "which report was due")
        .at(EnumSet.of(Moment.REPORT_MISSED));
    fact("report.lateDays", FactType.INT, "days", "for how long it has been due")
        .at(EnumSet.of(Moment.REPORT_MISSED));
    fact(
            "violations.count",
            FactType.INT,
            "violations",
            "on this vehicle's record, the latest included")
        .at(EnumSet.of(Moment.VIOLATION_COUNTED));
  }

  private Row fact(String name, FactType type, String unit, String meaning) {
    return new Row(name, type, unit, meaning);
  }

  private final class Row {
    private final String name;
    private final FactType type;
    private final String unit;
    private final String meaning;
    private List<String> values = List.of();
    private @Nullable Object absent;

    Row(String name, FactType type, String unit, String meaning) {
      this.name = name;
      this.type = type;
      this.unit = unit;
      this.meaning = meaning;
    }

    Row values(String... allowed) {
      values = List.of(allowed);
      return this;
    }

    Row absent(Object value) {
      absent = value;
      return this;
    }

    void at(Set<Moment> moments) {
      facts.put(name, new Fact(name, type, unit, meaning, values, absent, Set.copyOf(moments)));
    }
  }
}
