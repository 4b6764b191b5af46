package io.testroad.policy;

import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The table of facts behind {@link Vocabulary}. */
final class VocabularyTable {

  private static final Set<Moment> ALL = EnumSet.allOf(Moment.class);
  private static final Set<Moment> APPLICATIONS =
      EnumSet.range(Moment.DECLARATION_APPLIED, Moment.PERMIT_ENDED);
  private static final Set<Moment> DRIVING =
      EnumSet.range(Moment.TRIP_REQUESTED, Moment.RECORDER_SECURED);
  private static final Set<Moment> VEHICLES =
      EnumSet.range(Moment.PLATE_APPLIED, Moment.VIOLATION_COUNTED);
  private static final Set<Moment> TRIPS =
      EnumSet.of(Moment.TRIP_REQUESTED, Moment.AUTOMATION_REQUESTED, Moment.ROAD_ENTERED);
  private static final Set<Moment> ROADS =
      EnumSet.complementOf(
          EnumSet.of(
              Moment.DECLARATION_APPLIED,
              Moment.CHANGE_DECLARED,
              Moment.VEHICLES_ADDED,
              Moment.PLATE_APPLIED,
              Moment.PERMIT_GRANTED,
              Moment.PERMIT_ENDED,
              Moment.APPEAL_FILED,
              Moment.DUTY_CHECKED,
              Moment.RECORDER_SECURED,
              Moment.ACCIDENT_REPORTED,
              Moment.ACCIDENT_DETERMINED,
              Moment.OBLIGATION_DUE,
              Moment.VIOLATION_COUNTED,
              Moment.OPERATOR_INSPECTED));
  private static final Set<Moment> ACCIDENTS =
      EnumSet.of(Moment.ACCIDENT_REPORTED, Moment.ACCIDENT_DETERMINED);

  /** The sets of moments at which several facts are known, by the name people call them. */
  static final Map<String, Set<Moment>> GROUPS = new LinkedHashMap<>();

  static {
    GROUPS.put("all", ALL);
    GROUPS.put("applications", APPLICATIONS);
    GROUPS.put("vehicle", VEHICLES);
    GROUPS.put("driving", DRIVING);
    GROUPS.put("road", ROADS);
    GROUPS.put("trips", TRIPS);
    GROUPS.put("accidents", ACCIDENTS);
  }

  private static final String[] CREWS = {"on-board", "passenger-seat", "remote"};
  private static final String[] CREWS_OR_NOT = {"on-board", "passenger-seat", "remote", ""};
  private static final String[] RESPONSIBILITIES = {
    "full", "main", "equal", "secondary", "none", "undetermined"
  };
  private static final String[] STAGES_OR_NONE = {
    "none", "road-test", "demonstration", "demonstration-operation", "commercial"
  };
  private static final String[] STAGES = {
    "road-test", "demonstration", "demonstration-operation", "commercial"
  };

  private final SortedMap<String, Fact> facts = new TreeMap<>();

  /** All facts by name. */
  static SortedMap<String, Fact> create() {
    VocabularyTable table = new VocabularyTable();
    table.generalFacts();
    table.requestFacts();
    table.experienceFacts();
    table.changeFacts();
    table.vehicleFacts();
    table.driverFacts();
    table.wayFacts();
    table.happeningFacts();
    table.accidentFacts();
    table.authorityFacts();
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
    fact("operator.vehicles", FactType.INT, "vehicles", "vehicles of the operator with a plate")
        .absent(0L)
        .at(ALL);
    fact("weather.state", FactType.STRING, "", "the weather").absent("").at(DRIVING);
  }

  private void requestFacts() {
    fact("request.kind", FactType.STRING, "", "what is asked for")
        .values("declaration", "change", "addition", "plate")
        .at(APPLICATIONS);
    fact("request.stage", FactType.STRING, "", "the stage applied for")
        .values(STAGES)
        .at(APPLICATIONS);
    fact("request.crew", FactType.STRING, "", "where the safety officer is to be")
        .values(CREWS)
        .absent("on-board")
        .at(APPLICATIONS);
    fact("request.vehicles", FactType.INT, "vehicles", "how many vehicles it is about")
        .absent(1L)
        .at(APPLICATIONS);
    fact(
            "request.confirmedBy",
            FactType.STRING_LIST,
            "",
            "who confirmed the declaration it rests on")
        .values("industry-bureau", "traffic-police", "transport-bureau")
        .absent(List.of())
        .at(APPLICATIONS);
    fact("request.renewal", FactType.BOOL, "", "whether it follows on an earlier one")
        .absent(false)
        .at(APPLICATIONS);
    fact(
            "request.issue",
            FactType.INT,
            "plates",
            "the how-manieth temporary plate of the vehicle it is")
        .absent(1L)
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

  private void experienceFacts() {
    fact(
            "request.hoursTested",
            FactType.DOUBLE,
            "h",
            "driven in automated mode on the roads applied for, since the count last began")
        .absent(0.0)
        .at(APPLICATIONS);
    fact(
            "request.kmTested",
            FactType.DOUBLE,
            "km",
            "driven in automated mode on the roads applied for, since the count last began")
        .absent(0.0)
        .at(APPLICATIONS);
    fact("request.leastKm", FactType.DOUBLE, "km", "what the vehicle that drove least has of it")
        .absent(0.0)
        .at(APPLICATIONS);
    fact("request.fleetKm", FactType.DOUBLE, "km", "driven in automated mode on any road, ever")
        .absent(0.0)
        .at(APPLICATIONS);
    fact("request.takeovers", FactType.INT, "takeovers", "takeovers since the count last began")
        .absent(0L)
        .at(APPLICATIONS);
    fact("request.violations", FactType.INT, "violations", "traffic violations since then")
        .absent(0L)
        .at(APPLICATIONS);
    fact(
            "request.atFaultCollisions",
            FactType.INT,
            "collisions",
            "collisions since then for which the vehicle's side is responsible")
        .absent(0L)
        .at(APPLICATIONS);
    fact(
            "request.mainFaultCollisions",
            FactType.INT,
            "collisions",
            "those among them with equal or greater responsibility")
        .absent(0L)
        .at(APPLICATIONS);
    fact(
            "request.roadsTested",
            FactType.BOOL,
            "",
            "whether the roads applied for are a subset of those already tested")
        .absent(false)
        .at(APPLICATIONS);
    fact("request.previousStage", FactType.STRING, "", "the stage confirmed before")
        .values(STAGES_OR_NONE)
        .absent("none")
        .at(APPLICATIONS);
    fact("request.previousCrew", FactType.STRING, "", "where the safety officer was before")
        .values(CREWS_OR_NOT)
        .absent("")
        .at(APPLICATIONS);
    fact("request.recognisedFrom", FactType.STRING_LIST, "", "places whose results are handed in")
        .absent(List.of())
        .at(APPLICATIONS);
    fact("request.recognisedKm", FactType.DOUBLE, "km", "driven in automated mode there")
        .absent(0.0)
        .at(APPLICATIONS);
  }

  private void changeFacts() {
    fact("change.kind", FactType.STRING, "", "what changes")
        .values("roads", "software", "drivers", "period")
        .at(EnumSet.of(Moment.CHANGE_DECLARED));
    fact("change.speedLimitIncreaseMps", FactType.DOUBLE, "m/s", "by how much the top speed rises")
        .absent(0.0)
        .at(EnumSet.of(Moment.CHANGE_DECLARED));
    fact("addition.identical", FactType.BOOL, "", "whether the vehicles added are alike in all")
        .at(EnumSet.of(Moment.VEHICLES_ADDED));
    fact("appeal.workingDays", FactType.INT, "working days", "from the sanction to the appeal")
        .at(EnumSet.of(Moment.APPEAL_FILED));
    fact("appeal.rule", FactType.STRING, "", "the rule that the sanction rests on")
        .at(EnumSet.of(Moment.APPEAL_FILED));
    fact("appeal.responsibility", FactType.STRING, "", "the vehicle's, as determined since")
        .values(RESPONSIBILITIES)
        .at(EnumSet.of(Moment.APPEAL_FILED));
  }

  private void vehicleFacts() {
    fact("vehicle.name", FactType.STRING, "", "the vehicle's name").absent("").at(VEHICLES);
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
        .absent(0L)
        .at(VEHICLES);
    fact("vehicle.stage", FactType.STRING, "", "the stage the vehicle is admitted to")
        .values(STAGES)
        .absent("road-test")
        .at(VEHICLES);
    fact(
            "vehicle.plated",
            FactType.BOOL,
            "",
            "whether the vehicle carries a temporary plate, valid or not")
        .absent(false)
        .at(VEHICLES);
    fact("vehicle.plate.number", FactType.STRING, "", "the temporary plate's number")
        .absent("")
        .at(VEHICLES);
    fact("vehicle.plate.validUntil", FactType.TIMESTAMP, "", "the plate's last instant")
        .absent(Instant.EPOCH)
        .at(VEHICLES);
    fact("vehicle.permit.status", FactType.STRING, "", "the state of the vehicle's permit")
        .values("none", "valid", "suspended", "withdrawn")
        .absent("none")
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
        .values("on-board", "passenger-seat", "remote", "none")
        .at(DRIVING);
    fact("vehicle.permit.crew", FactType.STRING, "", "where the permit wants the safety officer")
        .values(CREWS)
        .absent("on-board")
        .at(DRIVING);
    fact("vehicle.permit.speedCapMps", FactType.DOUBLE, "m/s", "the speed a restriction allows")
        .absent(1000.0)
        .at(DRIVING);
    fact("vehicle.permit.clearWeatherOnly", FactType.BOOL, "", "a restriction to clear weather")
        .absent(false)
        .at(DRIVING);
    fact("vehicle.permit.manualOnly", FactType.BOOL, "", "a restriction to driving by hand")
        .absent(false)
        .at(DRIVING);
    fact("vehicle.detained", FactType.BOOL, "", "whether the police hold the vehicle")
        .absent(false)
        .at(DRIVING);
    fact("vehicle.software", FactType.STRING, "", "the version of the driving system")
        .absent("")
        .at(DRIVING);
    fact("vehicle.softwareDeclared", FactType.BOOL, "", "whether that version was declared")
        .absent(true)
        .at(DRIVING);
    fact("vehicle.driverDeclared", FactType.BOOL, "", "whether the safety officer was declared")
        .absent(true)
        .at(DRIVING);
    fact("vehicle.seats", FactType.INT, "persons", "people it is built to carry")
        .absent(4L)
        .at(DRIVING);
    fact("vehicle.cargo", FactType.STRING, "", "what it carries besides people")
        .values("none", "goods", "dangerous-goods")
        .absent("none")
        .at(DRIVING);
    fact("vehicle.uploading", FactType.BOOL, "", "whether it sends its operating data")
        .absent(true)
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
    fact("road.openForHours", FactType.BOOL, "", "whether the permit allows it at this hour")
        .absent(true)
        .at(ROADS);
    fact("road.barred", FactType.BOOL, "", "in an emergency geofence, or barred by a restriction")
        .absent(false)
        .at(ROADS);
    fact("road.lanes", FactType.INT, "lanes", "how many lanes it has").absent(1L).at(ROADS);
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
    fact("takeover.leadS", FactType.DOUBLE, "s", "how long a takeover was waited for")
        .at(EnumSet.of(Moment.TAKEOVER_UNANSWERED));
    fact("takeover.afterS", FactType.DOUBLE, "s", "how long it took until somebody took over")
        .at(EnumSet.of(Moment.TAKEOVER_ANSWERED));
    fact("manoeuvre.cause", FactType.STRING, "", "why the manoeuvre begins")
        .at(EnumSet.of(Moment.MANOEUVRE_BEGUN));
    fact("manoeuvre.decelerationMps2", FactType.DOUBLE, "m/s2", "how hard it brakes")
        .at(EnumSet.of(Moment.MANOEUVRE_BEGUN));
    fact(
            "manoeuvre.afterRequestS",
            FactType.DOUBLE,
            "s",
            "since the takeover request that nobody answered; -1 without one")
        .at(EnumSet.of(Moment.MANOEUVRE_BEGUN));
    fact("gap.m", FactType.DOUBLE, "m", "from the front to the rear of the one ahead")
        .at(EnumSet.of(Moment.GAP_SEEN));
    fact("gap.leaderSpeedMps", FactType.DOUBLE, "m/s", "the speed of the one ahead")
        .at(EnumSet.of(Moment.GAP_SEEN));
    fact("gap.settled", FactType.BOOL, "", "whether both have kept their speed for some seconds")
        .at(EnumSet.of(Moment.GAP_SEEN));
    fact("data.gapS", FactType.DOUBLE, "s", "for how long no operating data came")
        .at(EnumSet.of(Moment.DATA_CHECKED));
    fact("geofence.inside", FactType.BOOL, "", "whether the vehicle is still inside")
        .at(EnumSet.of(Moment.GEOFENCE_DUE));
    fact("geofence.afterS", FactType.DOUBLE, "s", "since the geofence was ordered")
        .at(EnumSet.of(Moment.GEOFENCE_DUE));
  }

  private void accidentFacts() {
    Set<Moment> any = EnumSet.of(Moment.COLLISION_OCCURRED);
    any.addAll(ACCIDENTS);
    fact("collision.injured", FactType.BOOL, "", "whether anyone was hurt").at(any);
    fact("collision.otherKind", FactType.STRING, "", "what the vehicle collided with")
        .values("vehicle", "pedestrian", "cyclist", "facility", "")
        .absent("")
        .at(any);
    fact("collision.severity", FactType.STRING, "", "how bad it is")
        .values("property-damage", "slight-injury", "serious-injury", "death")
        .absent("property-damage")
        .at(any);
    fact("collision.kind", FactType.STRING, "", "how it came about")
        .values("rear-end", "cut-in", "crossing", "head-on", "side", "fixed-object", "")
        .absent("")
        .at(any);
    fact("collision.automated", FactType.BOOL, "", "whether the system drove in the 30 s before")
        .absent(false)
        .at(any);
    fact("collision.speedMps", FactType.DOUBLE, "m/s", "the vehicle's speed before it")
        .absent(0.0)
        .at(any);
    fact("collision.canMove", FactType.BOOL, "", "whether the vehicle can still move")
        .absent(true)
        .at(any);
    fact("collision.ttcS", FactType.DOUBLE, "s", "the time to collision as the other cut in")
        .absent(0.0)
        .at(any);
    fact("collision.closingMps", FactType.DOUBLE, "m/s", "how fast both came together then")
        .absent(0.0)
        .at(any);
    fact("accident.responsibility", FactType.STRING, "", "the vehicle's responsibility")
        .values(RESPONSIBILITIES)
        .at(EnumSet.of(Moment.ACCIDENT_DETERMINED));
    fact("accident.expressway", FactType.BOOL, "", "whether it happened on an expressway")
        .absent(false)
        .at(ACCIDENTS);
  }

  private void authorityFacts() {
    Set<Moment> due = EnumSet.of(Moment.OBLIGATION_DUE);
    fact("obligation.name", FactType.STRING, "", "which obligation it is").at(due);
    fact("obligation.by", FactType.STRING, "", "who must do it").at(due);
    fact("obligation.startedAt", FactType.TIMESTAMP, "", "when its clock began to run").at(due);
    fact("obligation.dueAt", FactType.TIMESTAMP, "", "its last instant").at(due);
    fact("obligation.done", FactType.BOOL, "", "whether it was done").at(due);
    fact("obligation.inTime", FactType.BOOL, "", "whether it was done within its term").at(due);
    fact("obligation.elapsedS", FactType.DOUBLE, "s", "since its clock began to run").at(due);
    fact("obligation.elapsedWorkingDays", FactType.INT, "working days", "since then").at(due);
    Set<Moment> check = EnumSet.of(Moment.PLATE_CHECKED);
    fact("check.read", FactType.STRING, "", "the number read; empty when none could be read")
        .at(check);
    fact("check.found", FactType.STRING, "", "what the register says of it")
        .values("valid", "expired", "void", "unknown", "forged", "unread", "none")
        .at(check);
    fact("check.insured", FactType.BOOL, "", "whether the compulsory insurance holds").at(check);
    fact("violation.class", FactType.STRING, "", "the class of the latest violation")
        .at(EnumSet.of(Moment.VIOLATION_COUNTED));
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
