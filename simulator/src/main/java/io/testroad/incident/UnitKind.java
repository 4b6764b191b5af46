package io.testroad.incident;

import com.fasterxml.jackson.annotation.JsonValue;
import io.testroad.protocol.Task;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a response unit is, and what it can do. Written in kebab-case. */
public enum UnitKind {
  PATROL_CAR("patrol-car", true, Task.SECURE, Task.CHECK, Task.SWEEP),
  MOTORCYCLE("police-motorcycle", true, Task.SECURE, Task.CHECK),
  /** Flies and sees; can't do anything else. */
  DRONE("drone", false, Task.OBSERVE),
  AMBULANCE("ambulance", true, Task.TREAT),
  FIRE_ENGINE("fire-engine", true, Task.EXTINGUISH, Task.RESCUE),
  /** Has a lamp of its own: engineering rescue vehicles (Road Traffic Safety Law, article 53). */
  TOW_TRUCK("tow-truck", true, Task.TOW),
  HAZMAT_TEAM("hazmat-truck", true, Task.CONTAIN),
  /** An operator's own: restarts its ICVs, or drives them away. */
  FIELD_CREW("crew-van", false, Task.RECOVER),
  ROAD_CREW("crew-van", false, Task.SWEEP, Task.MEND_SIGNAL);

  private final String vehicleType;
  private final boolean blueLight;

  @SuppressWarnings("ImmutableEnumChecker") // List.of is immutable
  private final List<Task> tasks;

  UnitKind(String vehicleType, boolean blueLight, Task... tasks) {
    this.vehicleType = vehicleType;
    this.blueLight = blueLight;
    this.tasks = List.of(tasks);
  }

  /** The vehicle type it drives unless the scenario says otherwise. */
  public String vehicleType() {
    return vehicleType;
  }

  /** Whether it has a blue light. */
  public boolean hasBlueLight() {
    return blueLight;
  }

  /** Whether it can do its work with what its crew can carry. */
  public boolean walks() {
    return switch (this) {
      case PATROL_CAR, MOTORCYCLE, AMBULANCE, FIELD_CREW -> true;
      case DRONE, FIRE_ENGINE, TOW_TRUCK, HAZMAT_TEAM, ROAD_CREW -> false;
    };
  }

  /** Whether it flies. */
  public boolean flies() {
    return this == DRONE;
  }

  /** What it can do, in the order in which it would; whoever is there can observe. */
  public List<Task> tasks() {
    return tasks;
  }

  /** Whether it can do something. */
  public boolean can(Task task) {
    return task == Task.OBSERVE || tasks.contains(task);
  }

  /** The written form. */
  @JsonValue
  public String written() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The kind of a written form. */
  public static Optional<UnitKind> find(String written) {
    return Arrays.stream(values()).filter(kind -> kind.written().equals(written)).findFirst();
  }
}
