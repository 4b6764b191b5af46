package io.testroad.protocol;

import io.testroad.engine.AgentId;
import io.testroad.engine.Facts;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Letters to and from vehicles and those who operate them. */
public sealed interface VehicleLetter extends Correspondence {

  /**
   * A trip is ordered.
   *
   * @param roads the route, first road to last, connected
   * @param purpose as the fact {@code trip.purpose} knows it: test, passengers, transfer
   * @param passengers people on board who aren't test staff
   * @param cargo as the fact {@code vehicle.cargo} knows it: none, goods, dangerous-goods
   */
  record SetOut(List<String> roads, String purpose, int passengers, String cargo)
      implements VehicleLetter {
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

  /** A timer of the operator's own: it is time to apply for the stage of that number. */
  record CampaignDue(int stage) implements VehicleLetter {}

  /** A timer of the operator's own: a plate is to be renewed. */
  record RenewalDue(String vehicle) implements VehicleLetter {}

  /** A timer of the operator's own: a declaration is to be followed by another. */
  record DeclarationRenewalDue(int application) implements VehicleLetter {}

  /** A timer of the operator's own: it files again the application of that number. */
  record AnotherTryDue(int application) implements VehicleLetter {}

  /** A timer of the operator's own: a shift by the calendar begins or ends. */
  record ShiftDue(boolean begins) implements VehicleLetter {}

  /** A timer of the operator's own: something drawn for a vehicle's shift happens. */
  record OccurrenceDue(String vehicle, long shift, String kind, int number)
      implements VehicleLetter {}

  /** A timer of the operator's own: a stretch of the calendar that is simulated in traffic. */
  record WindowDue(int window, boolean begins) implements VehicleLetter {}

  /**
   * What a trip on the road counts for; to the operator, when it ends.
   *
   * @param automatedS time driven in automated mode on each road, s, by road id
   * @param automatedM way driven in automated mode on each road, m, by road id
   * @param manualS time driven by hand, s
   * @param manualM way driven by hand, m
   * @param takeovers takeovers on the way
   */
  record TripAccounted(
      String vehicle,
      SortedMap<String, Double> automatedS,
      SortedMap<String, Double> automatedM,
      double manualS,
      double manualM,
      int takeovers)
      implements VehicleLetter {
    public TripAccounted {
      automatedS = Collections.unmodifiableSortedMap(new TreeMap<>(automatedS));
      automatedM = Collections.unmodifiableSortedMap(new TreeMap<>(automatedM));
    }
  }

  /** Other values for facts that the scenario gives; to vehicles and operators. */
  record FactsGiven(Facts given) implements VehicleLetter {}

  /**
   * Something about the vehicle changes, declared or not; to the vehicle and its operator.
   *
   * @param kind roads, software or drivers
   * @param value the zone or the version; empty for drivers
   */
  record ChangeMade(String kind, String value) implements VehicleLetter {}

  /** An operator is told to declare a change before or after it makes it; from the script. */
  record ChangeWanted(String kind, String value) implements VehicleLetter {}

  /** An operator is told to add vehicles; from the script. */
  record AdditionWanted(List<String> vehicles, boolean identical) implements VehicleLetter {
    public AdditionWanted {
      vehicles = List.copyOf(vehicles);
    }
  }

  /** Operating data no longer reach the platform. */
  record UploadFails(String cause) implements VehicleLetter {}

  /** Operating data reach the platform again. */
  record UploadMended() implements VehicleLetter {}

  /**
   * An emergency geofence: vehicles inside leave, others keep out; to the vehicles and the centre,
   * and from a centre to operators, who pass it on to their vehicles.
   *
   * @param geofence its name; a later one of that name takes its place
   * @param zone the name of the zone it closes; empty: only the roads
   * @param roads ids of roads that it closes besides
   * @param lastsS how long it holds, from when the letter comes, s
   * @param leaveWithinS how soon those inside must be out, s
   */
  record GeofenceOrdered(
      String geofence, String zone, List<String> roads, double lastsS, double leaveWithinS)
      implements VehicleLetter {
    public GeofenceOrdered {
      roads = List.copyOf(roads);
    }
  }

  /** An emergency geofence is lifted; to the vehicles and the centre. */
  record GeofenceLifted(String geofence) implements VehicleLetter {}

  /** A timer of the vehicle's own, and of the centre's: an emergency geofence ends by itself. */
  record GeofenceEnds(String geofence) implements VehicleLetter {}

  /**
   * A timer of the vehicle's own: the time to leave an emergency geofence is over.
   *
   * @param orderedTick when the geofence was ordered
   */
  record GeofenceDue(String geofence, long orderedTick) implements VehicleLetter {}

  /** The weather turns; to the vehicles. */
  record WeatherTurned(String state) implements VehicleLetter {}

  /** The vehicle's map is wrong: it takes a road that wasn't declared for one that was. */
  record MapErrs(String road) implements VehicleLetter {}

  /** Another number is painted on the vehicle than that of its plate. */
  record PlateForged(String number) implements VehicleLetter {}

  /**
   * A collision that the script brings about, to a vehicle that needn't be on the road.
   *
   * @param facts the facts {@code collision.…}; one that isn't given follows from the vehicle
   * @param responsibility what the inquiry will find
   */
  record CrashScripted(Facts facts, String responsibility) implements VehicleLetter {}

  /** A vehicle shows its plate as it passes a checkpoint; to the checkpoint. */
  record PlateShown(String vehicle, AgentId operator, String number, Facts facts)
      implements VehicleLetter {}

  // when something goes wrong -------------------------------------------------------------------

  /**
   * A vehicle asks for remote help; to its operator.
   *
   * @param serial grows with each of the vehicle's requests
   * @param cause restart, deadlock, or assistance for whatever the system isn't sure of
   * @param blocks whether it stands in a lane
   * @param riders how many people are on board who aren't test staff
   * @param needsCrew whether nobody can help from afar, as the officer will find out
   */
  record AssistanceAsked(
      String vehicle, int serial, String cause, boolean blocks, int riders, boolean needsCrew)
      implements VehicleLetter {}

  /** A vehicle needs no help any more; to its operator. */
  record AssistanceWithdrawn(String vehicle, int serial) implements VehicleLetter {}

  /** A remote officer has helped the vehicle. */
  record AssistanceGiven(int serial) implements VehicleLetter {}

  /** A timer of the vehicle's own: it has waited for help for as long as it goes on driving. */
  record AssistanceOverdue(int serial) implements VehicleLetter {}

  /** A timer of the vehicle's own: it is courteous again. */
  record CourtesyDue(int serial) implements VehicleLetter {}

  /** A timer of the operator's own: a remote session is over. */
  record SessionOver(int session) implements VehicleLetter {}

  /** A timer of the operator's own: the next vehicle may be restarted. */
  record RestartDue() implements VehicleLetter {}

  /**
   * A remote officer makes the vehicle do something, because a centre has asked for it.
   *
   * @param incident the centre's number
   * @param commander the centre
   * @param measure restart, move-aside or unlock-doors
   */
  record RemoteOrder(int incident, AgentId commander, String measure) implements VehicleLetter {}

  /**
   * What has come of it; to the operator.
   *
   * @param outcome done or refused
   */
  record RemoteOrderDone(
      String vehicle, int incident, AgentId commander, String measure, String outcome)
      implements VehicleLetter {}

  /**
   * A vehicle stands and can't go on; to its operator.
   *
   * @param cause kebab-case
   * @param aside whether it stands out of the traffic
   * @param riders how many people are on board who aren't test staff
   * @param asks whether it has asked for help too
   * @param sinceTick since when it stands
   */
  record StopTold(
      String vehicle,
      String cause,
      String road,
      int lane,
      double positionM,
      boolean aside,
      int riders,
      boolean asks,
      long sinceTick)
      implements VehicleLetter {}

  /** Somebody has worked on a vehicle on the spot, and it stands for all that; to its operator. */
  record HelpedInVain(String vehicle) implements VehicleLetter {}

  /** A vehicle that had told of its stop goes on, or is gone; to its operator. */
  record StopOver(String vehicle) implements VehicleLetter {}

  /** The riders of a vehicle get out; from whoever opened the doors. */
  record RidersOut(String by) implements VehicleLetter {}

  /**
   * Something fails for many at once; to vehicles, each of which finds out whether it is concerned,
   * and their operators.
   *
   * @param outage its name; a later one of that name takes its place
   * @param kind sensor, sensor-degraded, positioning, v2x or back-end
   * @param software the version that it strikes; empty: every one
   * @param zone the name of the zone in which it strikes; empty: everywhere
   * @param share the share of the vehicles that it strikes
   * @param withinS over how long its onset is spread, s
   * @param lastsS from this letter until it is over, s
   * @param needsRestart whether a vehicle that it has brought to a stand must be restarted
   * @param crewShare the share of those that can't be restarted from afar
   * @param vehicles how many vehicles are told
   */
  record OutageBegins(
      String outage,
      String kind,
      String software,
      String zone,
      double share,
      double withinS,
      double lastsS,
      boolean needsRestart,
      double crewShare,
      int vehicles)
      implements VehicleLetter {}

  /**
   * A timer of the vehicle's own: the outage strikes it.
   *
   * @param beganTick when the outage began
   */
  record OutageStrikes(OutageBegins outage, long beganTick) implements VehicleLetter {}

  /**
   * A timer of the vehicle's, and of the operator's own: the outage is over.
   *
   * @param beganTick when it began
   */
  record OutageEnds(String outage, long beganTick) implements VehicleLetter {}

  /** A timer of the vehicle's own: it no longer knows where it is. */
  record PositionLost(String outage, long beganTick) implements VehicleLetter {}
}
