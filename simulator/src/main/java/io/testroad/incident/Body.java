package io.testroad.incident;

import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * Something that stands or lies at a scene.
 *
 * @param name a vehicle's, or an obstacle's on the road
 * @param matter what it is
 * @param lane counted from the right; -1: beside the road
 * @param positionM its front, m along the road
 * @param lengthM its length, m
 * @param icv whether it is an ICV
 * @param canMove whether it can leave by itself once somebody lets it
 * @param stands whether it stands; what drives on blocks nothing
 */
public record Body(
    String name,
    Matter matter,
    int lane,
    double positionM,
    double lengthM,
    boolean icv,
    boolean canMove,
    boolean stands) {

  /** What a body is. */
  public enum Matter {
    /** A vehicle of the simulation. */
    VEHICLE,
    /** A vehicle that is none of the simulation's: an obstacle. */
    WRECK,
    DEBRIS,
    /** What has leaked; goes when it is contained. */
    SPILL,
    /** Flames and the room the fire engines need; go when the fire is out. */
    FLAMES
  }

  static Body vehicle(String name, Spot spot, boolean icv, boolean canMove) {
    return new Body(name, Matter.VEHICLE, spot.lane(), spot.positionM(), 0, icv, canMove, true);
  }

  static Body thing(String name, Matter matter, Spot spot, double lengthM) {
    return new Body(name, matter, spot.lane(), spot.positionM(), lengthM, false, false, true);
  }

  /** Whether somebody must tow it, or it must leave. */
  @JsonIgnore
  boolean isVehicle() {
    return matter == Matter.VEHICLE || matter == Matter.WRECK;
  }

  /** Whether it lies on a lane that nobody can use. */
  @JsonIgnore
  boolean blocks() {
    return stands && lane >= 0;
  }

  Body at(Spot spot) {
    return new Body(name, matter, spot.lane(), spot.positionM(), lengthM, icv, canMove, true);
  }

  Body driving() {
    return new Body(name, matter, lane, positionM, lengthM, icv, canMove, false);
  }

  /** The same that can't move any more. */
  Body ruined() {
    return new Body(name, matter, lane, positionM, lengthM, icv, false, stands);
  }
}
