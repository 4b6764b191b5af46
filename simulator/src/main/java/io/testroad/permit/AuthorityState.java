package io.testroad.permit;

import io.testroad.engine.Facts;
import io.testroad.policy.Consequence;
import io.testroad.protocol.PermitLetter;
import io.testroad.units.Term;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What an authority knows. The maps are not to be changed.
 *
 * @param counts how many of what it has had
 * @param records each vehicle's record, by name
 * @param plates the register of temporary plates, by number
 * @param pending applications that others still have to give their opinion on, by {@link
 *     Pending#key}
 * @param declared each operator's confirmed declaration, by name
 * @param barred until when operators may not apply, by name
 * @param owed what is owed to it, by number
 * @param accidents the accidents on file that are not determined yet, by number
 * @param corrections what operators have been ordered to put right, and until when, by operator,
 *     vehicle and rule
 * @param restrictions the restrictions in force, by number
 */
public record AuthorityState(
    Counts counts,
    SortedMap<String, VehicleRecord> records,
    SortedMap<String, Plate> plates,
    SortedMap<String, Pending> pending,
    SortedMap<String, Declared> declared,
    SortedMap<String, Instant> barred,
    SortedMap<Integer, Owed> owed,
    SortedMap<Integer, Accident> accidents,
    SortedMap<String, Instant> corrections,
    SortedMap<Integer, Restriction> restrictions) {

  /** What an authority knows at the start. */
  static AuthorityState of(
      SortedMap<String, VehicleRecord> records, SortedMap<String, Plate> plates) {
    return new AuthorityState(
        new Counts(0, 0, 0, 0, 0),
        records,
        plates,
        new TreeMap<>(),
        new TreeMap<>(),
        new TreeMap<>(),
        new TreeMap<>(),
        new TreeMap<>(),
        new TreeMap<>(),
        new TreeMap<>());
  }

  /**
   * How many of what an authority has had.
   *
   * @param platesIssued plates
   * @param refusals applications refused
   * @param owed obligations
   * @param accidents accidents
   * @param restrictions restrictions
   */
  public record Counts(int platesIssued, int refusals, int owed, int accidents, int restrictions) {
    Counts withPlate() {
      return new Counts(platesIssued + 1, refusals, owed, accidents, restrictions);
    }

    Counts withRefusal() {
      return new Counts(platesIssued, refusals + 1, owed, accidents, restrictions);
    }

    Counts withOwed() {
      return new Counts(platesIssued, refusals, owed + 1, accidents, restrictions);
    }

    Counts withAccident() {
      return new Counts(platesIssued, refusals, owed, accidents + 1, restrictions);
    }

    Counts withRestriction() {
      return new Counts(platesIssued, refusals, owed, accidents, restrictions + 1);
    }
  }

  /** The permit's state of a vehicle. */
  public enum Status {
    /** In force. */
    VALID,
    /** Suspended. */
    SUSPENDED,
    /** Withdrawn. */
    WITHDRAWN;

    /** The written form, that of the fact {@code vehicle.permit.status}. */
    public String written() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /**
   * A vehicle's record.
   *
   * @param operator its operator's name; empty when nothing was heard of it yet
   * @param software the version last heard of
   * @param violations how many were recorded
   * @param standing its permit's state
   * @param plate its plate's number, empty when it has none from here
   * @param issues how many plates it had
   * @param responsibility what was last determined; undetermined if nothing was
   * @param detained until when it is held, or null
   */
  public record VehicleRecord(
      String operator,
      String software,
      int violations,
      Standing standing,
      String plate,
      int issues,
      String responsibility,
      Consequence.@Nullable Until detained) {
    static final VehicleRecord CLEAN =
        new VehicleRecord("", "", 0, Standing.CLEAN, "", 0, "undetermined", null);

    Status status() {
      return standing.status();
    }

    VehicleRecord of(String newOperator, String newSoftware) {
      String version = newSoftware.isEmpty() ? software : newSoftware;
      return new VehicleRecord(
          newOperator, version, violations, standing, plate, issues, responsibility, detained);
    }

    VehicleRecord withViolation() {
      return new VehicleRecord(
          operator, software, violations + 1, standing, plate, issues, responsibility, detained);
    }

    VehicleRecord withPlate(String number) {
      return new VehicleRecord(
          operator, software, violations, standing, number, issues + 1, responsibility, detained);
    }

    VehicleRecord withoutPlate() {
      return new VehicleRecord(
          operator, software, violations, standing, "", issues, responsibility, detained);
    }

    VehicleRecord with(Standing newStanding) {
      return new VehicleRecord(
          operator, software, violations, newStanding, plate, issues, responsibility, detained);
    }

    VehicleRecord responsible(String determined) {
      return new VehicleRecord(
          operator, software, violations, standing, plate, issues, determined, detained);
    }

    VehicleRecord detained(Consequence.@Nullable Until until) {
      return new VehicleRecord(
          operator, software, violations, standing, plate, issues, responsibility, until);
    }
  }

  /**
   * Where a vehicle's permit stands.
   *
   * @param status whether it is in force
   * @param rule the rule for which it was last suspended or withdrawn; empty if it never was
   * @param serial grows with each suspension, so that the end of an older one is known as such
   * @param until when the suspension ends; {@link Instant#MAX} until it is lifted; {@link
   *     Instant#MIN} when there is none
   */
  public record Standing(Status status, String rule, int serial, Instant until) {
    static final Standing CLEAN = new Standing(Status.VALID, "", 0, Instant.MIN);

    Standing suspended(String forRule, Instant newEnd) {
      return new Standing(Status.SUSPENDED, forRule, serial + 1, newEnd);
    }

    Standing withdrawn(String forRule) {
      return new Standing(Status.WITHDRAWN, forRule, serial, Instant.MIN);
    }

    Standing reinstated() {
      return new Standing(Status.VALID, rule, serial, Instant.MIN);
    }
  }

  /**
   * A temporary plate in the register.
   *
   * @param standing valid (until it ends), returned or void
   */
  public record Plate(String vehicle, Instant validUntil, String standing) {
    Plate with(String newStanding) {
      return new Plate(vehicle, validUntil, newStanding);
    }
  }

  /**
   * An application under way.
   *
   * @param opinions who has given an opinion, and what speaks against
   */
  public record Pending(
      PermitLetter.ApplicationFiled filed, SortedMap<String, List<String>> opinions) {

    static String key(String applicant, int application) {
      return applicant + " " + application;
    }
  }

  /** A confirmed declaration. */
  public record Declared(int application, Instant until, Facts request) {}

  /**
   * What somebody owes.
   *
   * @param operator the name of the operator it is about
   * @param vehicle the vehicle it is about, or empty
   * @param began when the first of its terms began; another than {@code startedAt} for one that is
   *     repeated
   * @param round the how-manieth term it is, from 1
   * @param judged whether this term was judged already
   */
  public record Owed(
      String name,
      String by,
      Term within,
      boolean repeats,
      String operator,
      String vehicle,
      Instant began,
      int round,
      Instant startedAt,
      Instant dueAt,
      boolean judged,
      Facts facts) {

    /** The same with this term judged. */
    Owed judgedNow() {
      return new Owed(
          name, by, within, repeats, operator, vehicle, began, round, startedAt, dueAt, true,
          facts);
    }

    /** The next term of one that is repeated: it begins when this one is over. */
    Owed next(Instant due) {
      return new Owed(
          name, by, within, repeats, operator, vehicle, began, round + 1, dueAt, due, false, facts);
    }

    /** Whether it is the same thing about the same operator and vehicle. */
    boolean isSame(Owed other) {
      return name.equals(other.name)
          && operator.equals(other.operator)
          && vehicle.equals(other.vehicle);
    }
  }

  /**
   * A restriction in force.
   *
   * @param vehicles whose permits are restricted
   * @param road where it happened
   */
  public record Restriction(
      String operator,
      List<String> vehicles,
      String rule,
      Consequence.Restrict order,
      String road) {
    public Restriction {
      vehicles = List.copyOf(vehicles);
    }

    /** The restriction as the event log names it. */
    String scope() {
      return order.scope() + ": " + order.to();
    }

    /** Whether it is the same restriction for the same reason. */
    boolean isSame(Restriction other) {
      return operator.equals(other.operator)
          && rule.equals(other.rule)
          && scope().equals(other.scope());
    }
  }

  /** An accident on file. */
  public record Accident(String vehicle, String operator, Facts facts, String responsibility) {}
}
