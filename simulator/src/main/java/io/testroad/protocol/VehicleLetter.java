package io.testroad.protocol;

import java.util.List;

/** Letters to and from vehicles and those who operate them. */
public sealed interface VehicleLetter extends Correspondence {

  /**
   * A trip is ordered.
   *
   * @param roads the route, first road to last, connected
   * @param purpose as the fact {@code trip.purpose} knows it: test, passengers, transfer
   * @param passengers people on board who aren't test staff
   */
  record SetOut(List<String> roads, String purpose, int passengers) implements VehicleLetter {
    public SetOut {
      roads = List.copyOf(roads);
    }
  }

  /**
   * Something fails in the vehicle.
   *
   * @param cause kebab-case, for instance sensor-fault
   * @param canMove whether it can still steer itself out of the traffic
   */
  record FaultArises(String cause, boolean canMove) implements VehicleLetter {}

  /** The fault is mended on the spot; the vehicle may drive on. */
  record FaultMended() implements VehicleLetter {}

  /** A timer of the vehicle's own: the plate's last instant. */
  record PlateEnds(String plate) implements VehicleLetter {}

  /** A timer of the vehicle's own: the insurance's last instant. */
  record InsuranceEnds() implements VehicleLetter {}

  /** A timer of the vehicle's own: nobody has taken over until now. */
  record TakeoverDeadline(int serial) implements VehicleLetter {}

  /** A remote operator is asked to take over. */
  record TakeoverAsked(String vehicle, int serial) implements VehicleLetter {}

  /** The driver on board, or a remote operator, takes over. */
  record TakeoverGiven(int serial) implements VehicleLetter {}

  /** A timer of the operator's own: a seat is free again. */
  record SeatFree() implements VehicleLetter {}

  /** A timer of the vehicle's own: the driver's rest is over. */
  record RestOver(int serial) implements VehicleLetter {}

  /** A timer of the operator's own: a trip of its timetable is due. */
  record TripDue(int trip) implements VehicleLetter {}

  /** A timer of the operator's own: it is time to apply. */
  record CampaignDue() implements VehicleLetter {}

  /** A timer of the operator's own: a plate is to be renewed. */
  record RenewalDue(String vehicle) implements VehicleLetter {}
}
