package io.testroad.incident;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What comes first at a scene, the road or the evidence. Written in kebab-case. */
public enum Procedure {
  /** Vehicles that can move leave the roadway once photographs are taken. */
  CLEAR_FIRST,
  /** Nothing is moved before the evidence is taken. */
  KEEP_SCENE;

  /** The written form. */
  @JsonValue
  public String written() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The other. */
  public Procedure other() {
    return this == CLEAR_FIRST ? KEEP_SCENE : CLEAR_FIRST;
  }
}
