package io.testroad.policy;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The moments at which rules are evaluated. */
public enum Moment {
  /** A safety self-declaration (安全性自我声明) is handed in for confirmation. */
  DECLARATION_APPLIED("a safety self-declaration is handed in for confirmation"),
  /** A temporary plate is applied for, or its renewal. */
  PLATE_APPLIED("a temporary plate, or its renewal, is applied for"),
  /** A vehicle is about to set out on a trip. */
  TRIP_REQUESTED("a vehicle is about to set out on a trip"),
  /** A vehicle is about to change to automated mode. */
  AUTOMATION_REQUESTED("a vehicle is about to change to automated mode"),
  /** A vehicle's front enters a road. */
  ROAD_ENTERED("a vehicle enters a road"),
  /** A vehicle's speed is looked at. */
  SPEED_SEEN("a vehicle's speed is looked at"),
  /** A vehicle's plate has reached the end of its validity. */
  PLATE_ENDED("a vehicle's temporary plate reaches the end of its validity"),
  /** A vehicle's insurance has reached its end. */
  INSURANCE_ENDED("a vehicle's insurance reaches its end"),
  /** A driver's duty time is looked at. */
  DUTY_CHECKED("a driver's or safety operator's duty time is looked at"),
  /** Nobody took over within the lead time of a takeover request. */
  TAKEOVER_UNANSWERED("a takeover request stays unanswered for its lead time"),
  /** A vehicle has a fault on the road. */
  FAULT_OCCURRED("a vehicle has a fault on the road"),
  /** A vehicle has collided. */
  COLLISION_OCCURRED("a vehicle collides"),
  /** A vehicle's data recorder has secured the time around an event. */
  RECORDER_SECURED("a vehicle's data recorder secures the time around an event"),
  /** A report was not filed when it was due. */
  REPORT_MISSED("a report isn't filed when it is due"),
  /** A violation was added to a vehicle's record. */
  VIOLATION_COUNTED("a violation is added to a vehicle's record");

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
