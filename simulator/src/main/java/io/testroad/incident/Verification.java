package io.testroad.incident;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How a centre makes sure of a report. Written in kebab-case. */
public enum Verification {
  /** A camera that covers the road looks. */
  CAMERA,
  /** A drone is sent to look. */
  DRONE,
  /** The operator of the vehicle looks through its cameras. */
  OPERATOR,
  /** Another report of the same, by somebody else, is waited for. */
  CALLER,
  /** The nearest patrol looks. */
  PATROL;

  /** The written form. */
  @JsonValue
  public String written() {
    return name().toLowerCase(Locale.ROOT);
  }
}
