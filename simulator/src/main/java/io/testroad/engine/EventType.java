package io.testroad.engine;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The vocabulary of the event log.
 *
 * <p>In files and expressions an event type is written in kebab-case, for instance {@code
 * vehicle-departed}. Each type names the attributes it carries; an attribute marked with a trailing
 * {@code ?} may be missing. Sentences for people are in the resource bundle {@code events}, keyed
 * by the written form.
 */
public enum EventType {
  // the run
  RUN_STARTED("scenario", "seed"),
  WEATHER_CHANGED("state"),
  // vehicles on the road
  VEHICLE_DEPARTED("road", "lane", "vehicleType"),
  VEHICLE_ARRIVED("road", "durationS", "distanceM"),
  VEHICLE_ENTERED_ROAD("road", "declared"),
  VEHICLE_STALLED("road", "lane", "positionM", "cause?"),
  VEHICLE_RECOVERED("road"),
  VEHICLE_REMOVED("road"),
  VEHICLE_REROUTED("road", "cause"),
  ROUTE_IMPOSSIBLE("road", "cause"),
  COLLISION(
      "road",
      "lane",
      "positionM",
      "other",
      "speedMps",
      "otherSpeedMps",
      "kind",
      "angleDeg",
      "closingSpeedMps",
      "deltaVMps",
      "otherDeltaVMps",
      "deathProbability",
      "otherDeathProbability",
      "curve"),
  CONFLICT(
      "kind",
      "other",
      "road",
      "lane",
      "positionM",
      "speedMps",
      "durationS?",
      "ttcS?",
      "dracMps2?",
      "tetS?",
      "titS2?",
      "petS?"),
  HARD_BRAKING("road", "lane", "positionM", "speedMps", "decelerationMps2", "durationS"),
  // roads
  LANE_CLOSED("road", "lane", "cause?"),
  LANE_REOPENED("road", "lane"),
  OBSTACLE_APPEARED("road", "lane", "positionM", "lengthM"),
  OBSTACLE_CLEARED("road", "lane"),
  SPEED_LIMIT_CHANGED("road", "speedLimitMps"),
  SIGNAL_PROGRAM_CHANGED("program"),
  SIGNAL_FAILED("mode"),
  SIGNAL_RESTORED("program"),
  SIGNAL_PRE_EMPTED("unit", "road"),
  SIGNAL_RELEASED("unit", "afterS"),
  // intelligent connected vehicles
  MODE_CHANGED("from", "to", "cause", "rule?", "road?"),
  TAKEOVER_REQUESTED("cause", "leadS"),
  TAKEOVER_ANSWERED("afterS"),
  TAKEOVER_UNANSWERED("leadS"),
  TRIP_STARTED("from", "to", "stage"),
  TRIP_REFUSED("rule", "reason"),
  TRIP_ENDED("outcome"),
  RECORDER_SECURED("preS", "postS", "cause"),
  DRIVER_RESTED("dutyS"),
  // rules
  RULING(
      "rule",
      "pack",
      "on",
      "verdict",
      "consequence?",
      "instrument",
      "article",
      "grade",
      "facts",
      "by?"),
  VIOLATION_RECORDED("rule", "class", "vehicle", "addressee"),
  // permits
  APPLICATION_FILED("kind", "applicant", "stage?", "vehicle?"),
  OPINION_GIVEN("kind", "applicant", "verdict", "reasons?"),
  APPLICATION_REFUSED("kind", "applicant", "vehicle?", "reasons"),
  DECLARATION_CONFIRMED("applicant", "stage", "crew", "validUntil"),
  DECLARATION_ENDED("applicant"),
  CHANGE_CONFIRMED("applicant", "change"),
  VEHICLES_ADDED("applicant", "vehicles"),
  PLATE_HELD("plate", "vehicle", "validUntil"),
  PLATE_ISSUED("plate", "vehicle", "validFrom", "validUntil"),
  PLATE_RENEWED("plate", "vehicle", "validUntil"),
  PLATE_EXPIRED("plate", "vehicle"),
  PLATE_RETURNED("plate", "vehicle"),
  PLATE_VOIDED("plate", "vehicle"),
  PLATE_VOIDING_PUBLISHED("plate", "vehicle"),
  PERMIT_SUSPENDED("vehicle", "rule", "until?"),
  PERMIT_REINSTATED("vehicle"),
  PERMIT_WITHDRAWN("vehicle", "rule"),
  RESTRICTION_ORDERED("scope", "rule", "vehicles", "until?", "value?"),
  RESTRICTION_LIFTED("scope", "rule", "vehicles"),
  CORRECTION_ORDERED("operator", "rule", "due"),
  CORRECTION_ACCEPTED("operator", "rule"),
  CORRECTION_OVERDUE("operator", "rule"),
  FINE_IMPOSED("rule", "vehicle?", "operator", "addressee", "amountCny"),
  VEHICLE_DETAINED("vehicle", "rule"),
  VEHICLE_RELEASED("vehicle", "rule"),
  APPLICANT_BARRED("operator", "rule", "until"),
  APPEAL_FILED("operator", "vehicle", "rule"),
  APPEAL_DECIDED("operator", "vehicle", "rule", "verdict"),
  OBLIGATION_STARTED("obligation", "by", "operator", "vehicle?", "due"),
  OBLIGATION_DONE("obligation", "by", "operator", "vehicle?", "afterS"),
  OBLIGATION_OVERDUE("obligation", "by", "operator", "vehicle?"),
  OPERATOR_INSPECTED("operator"),
  ACCIDENT_FILED("accident", "vehicle", "severity"),
  RESPONSIBILITY_DETERMINED("accident", "vehicle", "severity", "responsibility"),
  PLATE_CHECKED("vehicle", "read", "found"),
  DATA_UPLOAD_STOPPED("cause"),
  DATA_UPLOAD_RESUMED("afterS"),
  GEOFENCE_ORDERED("geofence", "zone", "until"),
  GEOFENCE_LIFTED("geofence", "zone"),
  // operations by the calendar
  DUTY_DAY("vehicles", "hours", "automatedHours", "km", "automatedKm", "takeovers"),
  SHIFT_DRIVEN("from", "until", "zone", "mode", "hours", "km", "takeovers"),
  OCCURRENCE("kind", "zone"),
  TRIP_ACCOUNTED("automatedS", "automatedM", "takeovers"),
  // scenes: what is really there
  SCENE_BEGAN("scene", "kind", "road", "lane", "positionM", "cause", "vehicles", "facts"),
  SCENE_CHANGED("scene", "what", "facts"),
  SCENE_BLOCKS("scene", "road", "lanes", "open", "share"),
  SECONDARY_CRASH("scene", "primary", "afterS", "distanceM"),
  RIDERS_STUCK("vehicle", "riders", "scene?"),
  RIDERS_FREED("vehicle", "riders", "afterS", "by"),
  WORK_BEGUN("scene", "incident", "unit", "task", "item?", "workS"),
  WORK_DONE("scene", "incident", "unit", "task", "item?", "afterS"),
  EVIDENCE_SECURED("scene", "incident", "unit", "kinds", "responsibility"),
  SCENE_CLEARED("scene", "road", "afterS"),
  SCENE_RECOVERED("scene", "afterS"),
  SCENE_ENDED(
      "scene",
      "afterS",
      "laneMinutes",
      "delayVehicleHours",
      "maxStanding",
      "riderMinutes",
      "idleCo2Kg"),
  // intelligence
  CALL_MADE("scene", "caller", "road", "afterS"),
  CALL_ANSWERED("caller", "waitedS"),
  CALL_ABANDONED("caller", "waitedS"),
  FALSE_ALARM("source", "road"),
  SENSOR_FAILED("cause"),
  SENSOR_MENDED("afterS"),
  INCIDENT_REPORTED(
      "incident", "scene", "kind", "road", "lane", "source", "means", "latencyS", "vehicle?"),
  REPORT_FUSED("incident", "scene", "kind", "source", "means", "latencyS"),
  VERIFICATION_BEGUN("incident", "means", "by", "decidedBy"),
  INCIDENT_VERIFIED(
      "incident", "kind", "severity", "plan", "priority", "means", "decidedBy", "known"),
  INCIDENT_RECLASSIFIED(
      "incident", "kind", "severity", "plan", "priority", "reason", "decidedBy", "known"),
  INCIDENT_DISMISSED("incident", "reason", "means?", "decidedBy"),
  // command
  UNIT_DISPATCHED(
      "incident",
      "unit",
      "unitKind",
      "tasks",
      "road",
      "reason",
      "expectedS",
      "distanceM",
      "plan",
      "decidedBy",
      "known"),
  UNIT_UNAVAILABLE("incident", "task", "waiting", "plan", "decidedBy"),
  UNIT_RECALLED("incident", "unit", "reason", "plan", "decidedBy"),
  MEASURE_TAKEN("incident", "measure", "what", "plan", "decidedBy", "known"),
  MEASURE_LIFTED("incident", "measure", "what", "plan", "decidedBy"),
  OPERATOR_ASKED("incident", "operator", "vehicle", "measure", "plan", "decidedBy"),
  OPERATOR_ANSWERED("incident", "operator", "vehicle", "measure", "outcome"),
  INCIDENT_ESCALATED("incident", "to", "reason", "plan", "decidedBy", "known"),
  COMMAND_HANDED_OVER("incident", "to", "reason", "decidedBy"),
  SUPPORT_GIVEN("incident", "to", "unit", "task", "decidedBy"),
  REPORT_FILED("incident", "to", "report", "dueS", "afterS", "plan", "decidedBy", "known"),
  REPORT_OVERDUE("incident", "to", "report", "dueS", "plan", "decidedBy"),
  // action
  UNIT_SET_OUT("incident", "unit", "road"),
  UNIT_ON_FOOT("incident", "unit", "road", "distanceM", "lastsS"),
  UNIT_ARRIVED("incident", "unit", "afterS"),
  UNIT_STUCK("incident", "unit", "road", "cause"),
  UNIT_RELEASED("incident", "unit", "reason?"),
  UNIT_HOME("unit", "road"),
  ROADWAY_CLEARED("incident", "afterS", "decidedBy"),
  INCIDENT_CLOSED("incident", "afterS", "decidedBy"),
  INCIDENT_LEFT_OPEN("incident", "stage", "reason", "decidedBy"),
  // afterwards
  FUND_NOTIFIED("incident", "costCny", "ground"),
  FUND_REVIEWED("incident", "verdict", "reason", "afterWorkingDays"),
  FUND_PAID("incident", "amountCny", "afterWorkingDays"),
  // remote operation of fleets
  ASSISTANCE_ASKED("cause"),
  ASSISTANCE_BEGUN("vehicle", "waitedS", "queue"),
  ASSISTANCE_DONE("vehicle", "sessionS", "outcome"),
  OUTAGE_BEGAN("kind", "extent", "vehicles"),
  OUTAGE_ENDED("kind", "afterS"),
  RESTART_DONE("afterS", "by"),
  CREW_WANTED("vehicle", "road", "cause"),
  // expectations
  EXPECTATION_FAILED("expectation", "reason", "values");

  private static final Map<String, EventType> BY_WRITTEN =
      Arrays.stream(values())
          .collect(Collectors.toUnmodifiableMap(EventType::written, Function.identity()));

  private final String written;

  @SuppressWarnings("ImmutableEnumChecker") // List.of is immutable
  private final List<String> attributes;

  EventType(String... attributes) {
    this.written = name().toLowerCase(Locale.ROOT).replace('_', '-');
    this.attributes = List.of(attributes);
  }

  /** The attributes an event of this type carries; a trailing {@code ?} marks one that may miss. */
  public List<String> attributes() {
    return attributes;
  }

  /** The written form, kebab-case. */
  @JsonValue
  public String written() {
    return written;
  }

  /** The type of a written form. */
  public static Optional<EventType> find(String written) {
    return Optional.ofNullable(BY_WRITTEN.get(written));
  }

  @Override
  public String toString() {
    return written();
  }
}
