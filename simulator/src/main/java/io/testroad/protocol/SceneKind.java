package io.testroad.protocol;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What can go wrong on a road. Written in kebab-case. */
public enum SceneKind {
  /** A vehicle stands where it shouldn't and doesn't go on by itself. */
  VEHICLE_STALLED,
  /** Vehicles, or a vehicle and a pedestrian, a cyclist or a thing have collided. */
  COLLISION,
  /** A vehicle burns. */
  FIRE,
  /** Hazardous goods leak. */
  HAZMAT_SPILL,
  /** A vehicle can't brake. */
  RUNAWAY_VEHICLE,
  /** A vehicle drives without a plate. */
  UNPLATED_VEHICLE,
  /** A vehicle drives with another's number. */
  FORGED_PLATE,
  /** Something lies on the road. */
  DEBRIS,
  /** A signal is dark or flashes. */
  SIGNAL_FAILURE,
  /** Water stands on the road. */
  FLOOD,
  /** Hardly anything can be seen. */
  FOG,
  /** Vehicles wait for one another. */
  DEADLOCK,
  /** Traffic stands and nobody knows why; what loops see of anything else. */
  CONGESTION;

  /** The written form. */
  @JsonValue
  public String written() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The kind of a written form. */
  public static Optional<SceneKind> find(String written) {
    return Arrays.stream(values()).filter(kind -> kind.written().equals(written)).findFirst();
  }
}
