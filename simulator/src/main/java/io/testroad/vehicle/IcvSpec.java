package io.testroad.vehicle;

import io.testroad.engine.AgentId;
import io.testroad.engine.Facts;
import io.testroad.network.VehicleClass;
import io.testroad.network.Zone;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a scenario says of one intelligent connected vehicle.
 *
 * @param name its name, unique
 * @param operator who runs it
 * @param authority who keeps its record
 * @param platform the supervision platform it reports to
 * @param make how it is built
 * @param stage the stage its permit is for when the run begins: road-test, demonstration,
 *     demonstration-operation or commercial
 * @param crew where that permit wants the safety officer: on-board, passenger-seat or remote
 * @param zone the roads declared then
 * @param zones every zone by name: those that may be declared, or closed, later
 * @param plate the plate it carries when the run begins
 * @param painted the number painted on it where that is another than its plate's; else empty
 * @param permitUntil last instant of its confirmed declaration; empty when it has none yet
 * @param insurance its insurance
 * @param recorder its data recorder
 * @param driver who must take over
 * @param given the facts {@code given.…} that the scenario gives
 * @param heedsRefusals whether it stays off the road when a rule refuses a trip
 * @param fallback what goes wrong with it, and what it does then
 */
public record IcvSpec(
    String name,
    AgentId operator,
    AgentId authority,
    AgentId platform,
    Make make,
    String stage,
    String crew,
    Zone zone,
    SortedMap<String, Zone> zones,
    Optional<Plate> plate,
    String painted,
    Optional<Instant> permitUntil,
    Insurance insurance,
    Recorder recorder,
    Driver driver,
    Facts given,
    boolean heedsRefusals,
    Fallback fallback) {

  public IcvSpec {
    zones = Collections.unmodifiableSortedMap(zones);
  }

  /** A map of zones by name. */
  public static SortedMap<String, Zone> zones(Zone... zones) {
    SortedMap<String, Zone> byName = new TreeMap<>();
    for (Zone zone : zones) {
      byName.put(zone.name(), zone);
    }
    return byName;
  }

  /**
   * How a vehicle is built.
   *
   * @param adsLevel level of driving automation, SAE J3016, 3 to 5
   * @param vehicleClass which lanes it may use
   * @param seats people it is built to carry
   * @param software version of its driving system when the run begins, which is declared
   */
  public record Make(int adsLevel, VehicleClass vehicleClass, int seats, String software) {}

  /**
   * A temporary plate (临时行驶车号牌).
   *
   * @param number its number
   * @param validUntil its last instant; from then on the vehicle counts as unplated
   */
  public record Plate(String number, Instant validUntil) {}

  /**
   * Insurance.
   *
   * @param validUntil last instant
   * @param sumCny sum insured, CNY
   */
  public record Insurance(Instant validUntil, double sumCny) {}

  /**
   * The data recorder.
   *
   * @param on whether it works
   * @param preS what it keeps before an event, s
   * @param postS what it keeps after an event, s
   */
  public record Recorder(boolean on, double preS, double postS) {}

  /**
   * Who must take over.
   *
   * @param place on-board, passenger-seat, remote or none
   * @param meanReaction mean time until a driver on board has taken over; log-normal
   * @param lead how long the vehicle waits for a takeover
   * @param experienceYears years since the licence
   * @param rest how long the driver rests when told to
   * @param vehiclesPerSeat vehicles to each remote operator; 0 without remote operation
   */
  public record Driver(
      String place,
      Duration meanReaction,
      Duration lead,
      double experienceYears,
      Duration rest,
      double vehiclesPerSeat) {

    /** Whether nobody is there to take over. */
    boolean isMissing() {
      return place.equals("none");
    }

    /** Whether he sits in the vehicle. */
    boolean isOnBoard() {
      return place.equals("on-board") || place.equals("passenger-seat");
    }

    double leadS() {
      return lead.toMillis() / 1000.0;
    }
  }

  /** The agent's id. */
  public AgentId id() {
    return AgentId.vehicle(name);
  }
}
