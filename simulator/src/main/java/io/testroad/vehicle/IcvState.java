package io.testroad.vehicle;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a vehicle's agent knows.
 *
 * @param mode who drives
 * @param plate the plate it carries, or null
 * @param permit its permit
 * @param place where it is
 * @param trip its trip, or null
 * @param duty its driver's duty
 * @param serial grows with each takeover request, so that late answers are known as such
 * @param requestTick when the open takeover request was made
 * @param fault the cause of its fault, empty when it has none
 * @param hazardLights whether the hazard lights are on
 * @param breaches the breaches that go on
 */
public record IcvState(
    Mode mode,
    IcvSpec.@Nullable Plate plate,
    Permit permit,
    Place place,
    @Nullable Trip trip,
    Duty duty,
    int serial,
    long requestTick,
    String fault,
    boolean hazardLights,
    Breaches breaches) {

  /**
   * The rules that were broken when last looked at, so that a breach that goes on is one breach.
   *
   * @param speed ids of rules about speed
   * @param duty ids of rules about duty
   */
  public record Breaches(List<String> speed, List<String> duty) {
    static final Breaches NONE = new Breaches(List.of(), List.of());

    public Breaches {
      speed = List.copyOf(speed);
      duty = List.copyOf(duty);
    }
  }

  /**
   * The vehicle's permit.
   *
   * @param status none, valid, suspended or withdrawn
   * @param validUntil last instant
   */
  public record Permit(String status, Instant validUntil) {}

  /**
   * Where the vehicle is.
   *
   * @param onRoad whether it is on the road at all
   * @param road the road's id, empty before the first trip
   * @param lane lane, counted from the right
   * @param positionM m along the road
   * @param speedMps m/s
   * @param speedLimitMps the road's limit, m/s
   * @param aside whether it stands out of the traffic
   */
  public record Place(
      boolean onRoad,
      String road,
      int lane,
      double positionM,
      double speedMps,
      double speedLimitMps,
      boolean aside) {
    static final Place NOWHERE = new Place(false, "", 0, 0, 0, 0, false);
  }

  /**
   * A trip.
   *
   * @param purpose test, passengers or transfer
   * @param passengers people on board who aren't test staff
   * @param declared whether all its roads are declared
   */
  public record Trip(String purpose, int passengers, boolean declared) {}

  /**
   * A driver's duty.
   *
   * @param drivingS continuous driving since the last rest, s
   * @param todayS driving since the run began, s
   * @param lastRestS the last rest, s
   * @param serial grows with each rest
   */
  public record Duty(double drivingS, double todayS, double lastRestS, int serial) {}

  IcvState with(Mode newMode) {
    return new IcvState(
        newMode,
        plate,
        permit,
        place,
        trip,
        duty,
        serial,
        requestTick,
        fault,
        hazardLights,
        breaches);
  }

  IcvState with(IcvSpec.@Nullable Plate newPlate) {
    return new IcvState(
        mode,
        newPlate,
        permit,
        place,
        trip,
        duty,
        serial,
        requestTick,
        fault,
        hazardLights,
        breaches);
  }

  IcvState with(Permit newPermit) {
    return new IcvState(
        mode,
        plate,
        newPermit,
        place,
        trip,
        duty,
        serial,
        requestTick,
        fault,
        hazardLights,
        breaches);
  }

  IcvState with(Place newPlace) {
    return new IcvState(
        mode,
        plate,
        permit,
        newPlace,
        trip,
        duty,
        serial,
        requestTick,
        fault,
        hazardLights,
        breaches);
  }

  IcvState withTrip(@Nullable Trip newTrip) {
    return new IcvState(
        mode,
        plate,
        permit,
        place,
        newTrip,
        duty,
        serial,
        requestTick,
        fault,
        hazardLights,
        breaches);
  }

  IcvState with(Duty newDuty) {
    return new IcvState(
        mode,
        plate,
        permit,
        place,
        trip,
        newDuty,
        serial,
        requestTick,
        fault,
        hazardLights,
        breaches);
  }

  IcvState withRequest(int newSerial, long tick) {
    return new IcvState(
        mode, plate, permit, place, trip, duty, newSerial, tick, fault, hazardLights, breaches);
  }

  IcvState withFault(String newFault, boolean lights) {
    return new IcvState(
        mode, plate, permit, place, trip, duty, serial, requestTick, newFault, lights, breaches);
  }

  IcvState with(Breaches newBreaches) {
    return new IcvState(
        mode,
        plate,
        permit,
        place,
        trip,
        duty,
        serial,
        requestTick,
        fault,
        hazardLights,
        newBreaches);
  }

  /** Whether the automated driving system drives. */
  boolean isAutomated() {
    return mode == Mode.AUTOMATED || mode == Mode.TAKEOVER_REQUESTED;
  }

  /** Whether it moves. */
  boolean isMoving() {
    return place.onRoad() && place.speedMps() > 0.1;
  }
}
