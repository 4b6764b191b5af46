package io.testroad.incident;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Which of the units that can do something is sent. Written in kebab-case. */
public enum DispatchRule {
  /** The one that is there soonest at the travel times the centre knows. */
  NEAREST_TIME,
  /** The one with the shortest way. */
  NEAREST_DISTANCE,
  /**
   * One of the 1-minute ring that is there within 1 minute, else of the 3-minute ring within 3,
   * else of the 5-minute ring within 5, else the soonest (Wuhan's rings as reported; that they take
   * turns so is our assumption).
   */
  RING;

  /** The written form. */
  @JsonValue
  public String written() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The rule of a written form. */
  public static Optional<DispatchRule> find(String written) {
    return Arrays.stream(values()).filter(rule -> rule.written().equals(written)).findFirst();
  }
}
