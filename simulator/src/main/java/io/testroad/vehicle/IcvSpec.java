package io.testroad.vehicle;

import io.testroad.engine.AgentId;
import io.testroad.network.Zone;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * What a scenario says of one intelligent connected vehicle.
 *
 * @param name its name, unique
 * @param operator who runs it
 * @param authority who keeps its record
 * @param platform the supervision platform it reports to
 * @param adsLevel level of driving automation, SAE J3016, 3 to 5
 * @param stage road-test, demonstration, demonstration-operation or commercial
 * @param zone the declared roads
 * @param expressways ids of the roads that are expressways
 * @param plate the plate it carries when the run begins
 * @param permitUntil last instant of its confirmed declaration; empty when it has none yet
 * @param insurance its insurance
 * @param recorder its data recorder
 * @param driver who must take over
 */
public record IcvSpec(
    String name,
    AgentId operator,
    AgentId authority,
    AgentId platform,
    int adsLevel,
    String stage,
    Zone zone,
    Set<String> expressways,
    Optional<Plate> plate,
    Optional<Instant> permitUntil,
    Insurance insurance,
    Recorder recorder,
    Driver driver) {

  public IcvSpec {
    expressways = Set.copyOf(expressways);
  }

  /**
   * A temporary plate (临时行驶车号牌).
   *
   * @param number as painted
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
   * @param place on-board, remote or none
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
      double vehiclesPerSeat) {}

  /** The agent's id. */
  public AgentId id() {
    return AgentId.vehicle(name);
  }
}
