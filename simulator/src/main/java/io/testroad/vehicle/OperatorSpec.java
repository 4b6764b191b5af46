package io.testroad.vehicle;

import io.testroad.engine.AgentId;
import io.testroad.engine.Facts;
import io.testroad.engine.WorkingCalendar;
import io.testroad.protocol.VehicleLetter;
import io.testroad.units.Term;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a scenario says of a fleet's operator.
 *
 * @param fleet the fleet's name
 * @param vehicles its vehicles' names, in order
 * @param remote its remote operators
 * @param timetable its trips, in order
 * @param papers the papers that the vehicles have at the start, and what they are like
 * @param campaign the permits it applies for; empty when the scenario gives them
 * @param duty its duty by the calendar; empty when it drives on the road only
 * @param conduct how it keeps to what it owes
 * @param given the facts that the scenario gives
 * @param grounds the zones it drives in, by name
 * @param calendar the working days
 * @param emergencies what it does when something goes wrong
 */
public record OperatorSpec(
    String fleet,
    List<String> vehicles,
    Remote remote,
    List<TimetabledTrip> timetable,
    Papers papers,
    Optional<Campaign> campaign,
    Optional<CalendarDuty> duty,
    Conduct conduct,
    Facts given,
    SortedMap<String, Ground> grounds,
    WorkingCalendar calendar,
    Emergencies emergencies) {

  public OperatorSpec {
    vehicles = List.copyOf(vehicles);
    timetable = List.copyOf(timetable);
    grounds = Collections.unmodifiableSortedMap(new TreeMap<>(grounds));
  }

  /**
   * Remote operators.
   *
   * @param seats how many are on duty; 0 when there are none
   * @param takeover how long one needs for a takeover
   * @param session how long one needs for any other help
   * @param restartsPerMinute how many restarts may begin in a minute; 0: any number
   */
  public record Remote(int seats, DrawnTime takeover, DrawnTime session, double restartsPerMinute) {

    /** Log-normal times of the usual spread, and no bound on restarts. */
    public static Remote of(int seats, Duration serviceTime) {
      DrawnTime time = DrawnTime.usual(serviceTime);
      return new Remote(seats, time, time, 0);
    }
  }

  /**
   * What an operator does when something goes wrong with its vehicles.
   *
   * @param police the command centre that it reports stops in a lane and crashes to; empty: it
   *     doesn't
   * @param reportDelay from when a remote officer sees the stop until it is reported
   * @param rescue the desk that commands its own crews; empty: it has none
   * @param geofenceDelay from a centre's order of a geofence until the vehicles have it
   * @param driverless whether nobody on board can see to a crash
   */
  public record Emergencies(
      Optional<AgentId> police,
      Duration reportDelay,
      Optional<AgentId> rescue,
      Duration geofenceDelay,
      boolean driverless) {

    /** Nobody is told of anything. */
    public static final Emergencies NONE =
        new Emergencies(Optional.empty(), Duration.ZERO, Optional.empty(), Duration.ZERO, false);
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
   * What the vehicles are like and have at the start.
   *
   * @param facts the facts {@code vehicle.…}, {@code driver.…} and {@code operator.…} that don't
   *     change
   * @param plates each vehicle's plate at the start, by vehicle
   * @param permit the declaration confirmed before the start; empty without one
   * @param insuredUntil last instant of the insurance
   * @param software the version of the driving system
   */
  public record Papers(
      Facts facts,
      SortedMap<String, IcvSpec.Plate> plates,
      Optional<OperatorState.Declared> permit,
      Instant insuredUntil,
      String software) {
    public Papers {
      plates = Collections.unmodifiableSortedMap(new TreeMap<>(plates));
    }
  }

  /**
   * Applications for a declaration and plates for the whole fleet.
   *
   * @param leads who leads the confirmation of declarations
   * @param plates who issues plates
   * @param request the facts {@code request.…} that don't change
   * @param stages the stages applied for, in order
   * @param plateMonths months of validity asked for each plate
   * @param renewalLead how long before a plate ends its renewal is applied for; empty: never
   * @param declarationLead how long before a declaration ends the next of the same stage is applied
   *     for; empty: never
   * @param capPlates whether plates are asked for no longer than declaration and insurance last
   * @param first how many vehicles are in the first declaration
   * @param brought what was driven elsewhere or before, on the roads applied for
   * @param confirmations who has confirmed the declaration, by what is handed in for plates
   */
  public record Campaign(
      AgentId leads,
      AgentId plates,
      Facts request,
      List<StageStep> stages,
      int plateMonths,
      Optional<Duration> renewalLead,
      Optional<Duration> declarationLead,
      boolean capPlates,
      int first,
      Brought brought,
      List<String> confirmations) {
    public Campaign {
      stages = List.copyOf(stages);
      confirmations = List.copyOf(confirmations);
    }
  }

  /**
   * Experience that a scenario gives.
   *
   * @param hours h
   * @param km km
   */
  public record Brought(double hours, double km, int violations, int atFault, boolean roads) {}

  /**
   * A stage that is applied for.
   *
   * @param stage road-test, demonstration, demonstration-operation or commercial
   * @param crew where the safety officer is: on-board, passenger-seat or remote
   * @param zone the zone declared; empty when no roads are named
   * @param after when it is filed, since the start; empty: as soon as the rules would allow it
   * @param period how long it is to last
   */
  public record StageStep(
      String stage, String crew, String zone, Optional<Duration> after, Period period) {}

  /**
   * How an operator keeps to what it owes.
   *
   * @param punctuality how long it needs for an obligation, by name; an empty term stands for
   *     never; halfway through the term if it isn't there
   * @param inspections when it is inspected, since the start
   * @param appeals how long after a sanction it appeals; empty: never
   * @param heedsRefusals whether it stays off the road when a rule refuses a shift
   * @param restartsCount whether it counts anew after a violation or an accident at fault
   * @param tries how often it files an application that was refused again, with a day between
   */
  public record Conduct(
      SortedMap<String, Optional<Term>> punctuality,
      List<Duration> inspections,
      Optional<Term> appeals,
      boolean heedsRefusals,
      boolean restartsCount,
      int tries) {
    public Conduct {
      punctuality = Collections.unmodifiableSortedMap(new TreeMap<>(punctuality));
      inspections = List.copyOf(inspections);
    }
  }

  /**
   * A zone as the books need it.
   *
   * @param lengths the length of each of its roads, m, by road id
   * @param expressway whether most of it is expressway
   * @param speedLimitMps the mean limit over its length, m/s
   */
  public record Ground(
      String zone, SortedMap<String, Double> lengths, boolean expressway, double speedLimitMps) {
    public Ground {
      lengths = Collections.unmodifiableSortedMap(new TreeMap<>(lengths));
    }

    /** The length of all its roads, m. */
    double lengthM() {
      return lengths.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    /** The share of it that is among some roads, by length. */
    double shareIn(java.util.Collection<String> roads) {
      double total = 0;
      double in = 0;
      for (var road : lengths.entrySet()) {
        total += road.getValue();
        in += roads.contains(road.getKey()) ? road.getValue() : 0;
      }
      return total == 0 ? 0 : in / total;
    }
  }

  /** Whether there is anybody to do something about a vehicle that stands. */
  public boolean listens() {
    return remote.seats() > 0
        || emergencies.police().isPresent()
        || emergencies.rescue().isPresent();
  }

  /** The agent's id. */
  public AgentId id() {
    return AgentId.of("operator", fleet);
  }
}
