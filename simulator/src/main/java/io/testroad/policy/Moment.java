package io.testroad.policy;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The moments at which rules are evaluated. */
public enum Moment {
  /** A safety self-declaration (安全性自我声明) is handed in for confirmation. */
  DECLARATION_APPLIED(
      "a safety self-declaration, or its next stage, is handed in for confirmation"),
  /** A change of roads, software, drivers or period is declared. */
  CHANGE_DECLARED("a change of roads, software, drivers or period is declared"),
  /** Vehicles are to be added to a confirmed declaration. */
  VEHICLES_ADDED("vehicles are to be added to a confirmed declaration"),
  /** A temporary plate is applied for, or its renewal. */
  PLATE_APPLIED("a temporary plate, or its renewal, is applied for"),
  /** A declaration, or a later stage, has been confirmed. */
  PERMIT_GRANTED("a declaration, or a later stage, has been confirmed"),
  /** A declaration has ended. */
  PERMIT_ENDED("a declaration is over, or was withdrawn"),
  /** An operator appeals against a sanction. */
  APPEAL_FILED("an operator appeals against a sanction"),
  /** A vehicle is about to set out on a trip. */
  TRIP_REQUESTED("a vehicle is about to set out on a trip, or on a shift"),
  /** A vehicle is about to change to automated mode. */
  AUTOMATION_REQUESTED("a vehicle is about to change to automated mode"),
  /** A vehicle's front enters a road. */
  ROAD_ENTERED("a vehicle enters a road"),
  /** A vehicle's speed is looked at. */
  SPEED_SEEN("a vehicle's speed is looked at, once a second"),
  /** The gap to the one ahead is looked at. */
  GAP_SEEN("the gap to the one ahead is looked at while the system drives, once a second"),
  /** Whether a vehicle sends its operating data is looked at. */
  DATA_CHECKED(
      "the platform looks whether a vehicle on the road sends its operating data, once a minute"),
  /** The time to leave an emergency geofence is over. */
  GEOFENCE_DUE("the time to leave an emergency geofence is over"),
  /** A vehicle's plate has reached the end of its validity. */
  PLATE_ENDED("a vehicle's temporary plate reaches the end of its validity"),
  /** A vehicle's insurance has reached its end. */
  INSURANCE_ENDED("a vehicle's insurance reaches its end"),
  /** A driver's duty time is looked at. */
  DUTY_CHECKED("a driver's or safety operator's duty time is looked at"),
  /** Somebody has taken over. */
  TAKEOVER_ANSWERED("somebody takes over after a takeover request"),
  /** Nobody took over within the lead time of a takeover request. */
  TAKEOVER_UNANSWERED("a takeover request stays unanswered for its lead time"),
  /** A minimal risk manoeuvre begins. */
  MANOEUVRE_BEGUN("the system begins a minimal risk manoeuvre"),
  /** A vehicle has a fault on the road. */
  FAULT_OCCURRED("a vehicle has a fault on the road"),
  /** A vehicle has collided. */
  COLLISION_OCCURRED("a vehicle collides"),
  /** A vehicle's data recorder has secured the time around an event. */
  RECORDER_SECURED("a vehicle's data recorder secures the time around an event"),
  /** A vehicle's plate is checked at a checkpoint or by a patrol. */
  PLATE_CHECKED("a vehicle's plate is checked at a checkpoint"),
  /** The traffic police take an accident on file. */
  ACCIDENT_REPORTED("the traffic police take an accident on file"),
  /** The traffic police have determined who is responsible for an accident. */
  ACCIDENT_DETERMINED("the traffic police have determined who is responsible for an accident"),
  /** What somebody must do was done, or its term is over. */
  OBLIGATION_DUE("what somebody had to do within a term is done, or the term is over"),
  /** A violation was added to a vehicle's record. */
  VIOLATION_COUNTED("a violation is added to a vehicle's record"),
  /** An authority inspects an operator. */
  OPERATOR_INSPECTED("an authority inspects an operator");

  private final String meaning;

  Moment(String meaning) {
    this.meaning = meaning;
  }

  /** When this is, as a clause in English. */
  public String meaning() {
    return meaning;
  }

  /** The written form, kebab-case. */
  @JsonValue
  public String written() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The moment of a written form. */
  public static Optional<Moment> find(String written) {
    return Arrays.stream(values()).filter(moment -> moment.written().equals(written)).findFirst();
  }

  @Override
  public String toString() {
    return written();
  }
}
