package io.testroad.protocol;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What units do at a scene. Written in kebab-case. */
public enum Task {
  /** Looks and tells; whoever arrives does it. */
  OBSERVE,
  /** Puts up warning, guides the traffic, takes evidence, and hears those concerned. */
  SECURE,
  /** Looks after the injured and takes them away. */
  TREAT,
  /** Puts out a fire. */
  EXTINGUISH,
  /** Frees people who are trapped. */
  RESCUE,
  /** Stops a leak and takes up what has leaked. */
  CONTAIN,
  /** Restarts an ICV, or moves it by hand, and sees to its riders. */
  RECOVER,
  /** Takes a vehicle away. */
  TOW,
  /** Takes debris off the road. */
  SWEEP,
  /** Mends a signal. */
  MEND_SIGNAL,
  /** Stops a vehicle and checks its papers and plate. */
  CHECK;

  /** The written form. */
  @JsonValue
  public String written() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The task of a written form. */
  public static Optional<Task> find(String written) {
    return Arrays.stream(values()).filter(task -> task.written().equals(written)).findFirst();
  }
}
