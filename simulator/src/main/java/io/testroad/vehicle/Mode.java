package io.testroad.vehicle;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Who drives a vehicle. The written forms are those of the fact {@code vehicle.mode}. */
public enum Mode {
  /** A person drives. */
  MANUAL,
  /** The automated driving system drives. */
  AUTOMATED,
  /** The system drives and has asked a person to take over. */
  TAKEOVER_REQUESTED,
  /**
   * The system brings the vehicle to a safe stop (SAE J3016: achieves a minimal risk condition).
   */
  MINIMAL_RISK,
  /** It stands and won't go on by itself. */
  STOPPED;

  /** The written form, kebab-case. */
  @JsonValue
  public String written() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
