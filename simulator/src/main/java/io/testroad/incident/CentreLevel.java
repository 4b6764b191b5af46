package io.testroad.incident;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** For how much a command centre answers, from the smallest up. Written in kebab-case. */
public enum CentreLevel {
  /** A fleet's own rescue desk: commands nobody but the fleet's crews. */
  OPERATOR,
  DISTRICT,
  CITY,
  PROVINCE;

  /** The written form. */
  @JsonValue
  public String written() {
    return name().toLowerCase(Locale.ROOT);
  }
}
