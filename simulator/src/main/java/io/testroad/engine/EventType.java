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
  // incidents
  INCIDENT_REPORTED("incident", "kind", "road", "lane", "source", "latencyS", "vehicle"),
  INCIDENT_VERIFIED("incident", "kind", "severity"),
  INCIDENT_DISMISSED("incident", "reason"),
  UNIT_DISPATCHED("incident", "unit", "road", "plan", "expectedS", "decidedBy"),
  UNIT_UNAVAILABLE("incident", "capability"),
  UNIT_ARRIVED("incident", "unit", "afterS"),
  UNIT_WORK_STARTED("incident", "unit", "task"),
  UNIT_RELEASED("incident", "unit"),
  ROADWAY_CLEARED("incident", "afterS"),
  INCIDENT_CLOSED("incident", "afterS"),
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
