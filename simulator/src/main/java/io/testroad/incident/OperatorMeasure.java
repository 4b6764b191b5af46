package io.testroad.incident;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What an operator can be asked to do for a vehicle of its. Written in kebab-case. */
public enum OperatorMeasure {
  RESTART,
  MOVE_ASIDE,
  UNLOCK_DOORS,
  SEND_CREW;

  /** The written form. */
  @JsonValue
  public String written() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
