package io.testroad.vehicle;

import io.testroad.engine.AgentId;
import io.testroad.engine.Facts;
import io.testroad.protocol.VehicleLetter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a scenario says of a fleet's operator.
 *
 * @param fleet the fleet's name
 * @param vehicles its vehicles' names, in order
 * @param seats remote operators on duty; 0 when there are none
 * @param serviceTime mean time a remote operator needs for a takeover; log-normal
 * @param timetable its trips, in order
 * @param campaign the permits it applies for; empty when the scenario gives them
 */
public record OperatorSpec(
    String fleet,
    List<String> vehicles,
    int seats,
    Duration serviceTime,
    List<TimetabledTrip> timetable,
    Optional<Campaign> campaign) {

  public OperatorSpec {
    vehicles = List.copyOf(vehicles);
    timetable = List.copyOf(timetable);
  }

  /**
   * A trip of the timetable.
   *
   * @param after since the start of the run
   * @param vehicle who drives it
   * @param order the trip
   */
  public record TimetabledTrip(Duration after, String vehicle, VehicleLetter.SetOut order) {}

  /**
   * An application for a declaration and plates for the whole fleet.
   *
   * @param after when it is filed, since the start of the run
   * @param declarations who confirms declarations
   * @param plates who issues plates
   * @param request the facts {@code request.…} other than kind and period
   * @param declarationUntil last instant of the period declared
   * @param plateMonths months of validity asked for each plate
   * @param renewalLead how long before a plate ends its renewal is applied for; empty: never
   */
  public record Campaign(
      Duration after,
      AgentId declarations,
      AgentId plates,
      Facts request,
      Instant declarationUntil,
      int plateMonths,
      Optional<Duration> renewalLead) {}

  /** The agent's id. */
  public AgentId id() {
    return AgentId.of("operator", fleet);
  }
}
