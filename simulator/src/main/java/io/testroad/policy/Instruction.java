package io.testroad.policy;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a rule may tell a vehicle and those who drive it to do. */
public enum Instruction {
  /** Hand over to the driver. */
  STOP_AUTOMATION("Hand over to the driver."),
  /** Bring the vehicle to a safe stop by itself. */
  MINIMAL_RISK_MANOEUVRE("Bring the vehicle to a safe stop by itself."),
  /** Clear the lane: hazard lights on, to a place out of the traffic. */
  LEAVE_THE_ROADWAY("Clear the lane: hazard lights on, to a place out of the traffic."),
  /** Don't enter the road, or leave it at once. */
  STAY_OFF_THE_ROAD("Don't enter the road, or leave it at once."),
  /** Let the driver rest before going on. */
  REST("Let the driver rest before going on."),
  /** Report the event to the authorities. */
  REPORT("Report the event to the authorities.");

  private final String meaning;

  Instruction(String meaning) {
    this.meaning = meaning;
  }

  /** What it means, a sentence in English. */
  public String meaning() {
    return meaning;
  }

  /** The written form, kebab-case. */
  @JsonValue
  public String written() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The instruction of a written form. */
  public static Optional<Instruction> find(String written) {
    return Arrays.stream(values()).filter(value -> value.written().equals(written)).findFirst();
  }

  @Override
  public String toString() {
    return written();
  }
}
