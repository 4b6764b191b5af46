package io.testroad.protocol;

import io.testroad.engine.AgentId;
import io.testroad.engine.Facts;
import io.testroad.policy.Consequence;
import io.testroad.policy.Obligation;
import io.testroad.units.Term;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Letters about declarations, plates, sanctions and what is owed to authorities. */
public sealed interface PermitLetter extends Correspondence {

  /** What is applied for; the written form is that of the fact {@code request.kind}. */
  enum Matter {
    /** A safety self-declaration, or its next stage. */
    DECLARATION("declaration"),
    /** A change of what was declared. */
    CHANGE("change"),
    /** Vehicles of the same configuration. */
    ADDITION("addition"),
    /** A temporary plate. */
    PLATE("plate");

    private final String written;

    Matter(String written) {
      this.written = written;
    }

    /** The written form. */
    public String written() {
      return written;
    }
  }

  // applications ------------------------------------------------------------------------------

  /**
   * An application.
   *
   * @param application the applicant's number for it
   * @param matter what is applied for
   * @param vehicle the vehicle's name; empty for what covers the whole fleet
   * @param request the facts that the rules look at
   */
  record ApplicationFiled(int application, Matter matter, String vehicle, Facts request)
      implements PermitLetter {}

  /** A timer of the authority's own: the working time for an application is over. */
  record DecisionDue(AgentId applicant, ApplicationFiled filed) implements PermitLetter {}

  /** Those who confirm together are asked what they say to an application. */
  record OpinionAsked(AgentId applicant, ApplicationFiled filed) implements PermitLetter {}

  /** A timer of the authority's own: its working time for an opinion is over. */
  record OpinionDue(AgentId lead, AgentId applicant, ApplicationFiled filed)
      implements PermitLetter {}

  /** An opinion; without reasons it is in favour. */
  record OpinionGiven(AgentId applicant, int application, List<String> reasons)
      implements PermitLetter {
    public OpinionGiven {
      reasons = List.copyOf(reasons);
    }
  }

  /** An application was refused, with the reasons the broken rules give. */
  record ApplicationRefused(int application, Matter matter, String vehicle, List<String> reasons)
      implements PermitLetter {
    public ApplicationRefused {
      reasons = List.copyOf(reasons);
    }
  }

  /**
   * A self-declaration was confirmed by the three bureaus; to the applicant, who passes it on to
   * its vehicles.
   *
   * @param stage the stage confirmed
   * @param crew where the safety officer must be
   * @param zone the name of the zone declared
   * @param validUntil its last instant
   */
  record DeclarationConfirmed(
      int application, String stage, String crew, String zone, Instant validUntil)
      implements PermitLetter {}

  /**
   * A change was confirmed; to the applicant, who passes it on to its vehicles.
   *
   * @param kind roads, software, drivers or period
   * @param value the zone, the version, or empty
   */
  record ChangeConfirmed(int application, String kind, String value) implements PermitLetter {}

  /** Vehicles were added; to the applicant. */
  record AdditionConfirmed(int application, List<String> vehicles) implements PermitLetter {
    public AdditionConfirmed {
      vehicles = List.copyOf(vehicles);
    }
  }

  /** A temporary plate; to the applicant and to the vehicle. */
  record PlateIssued(String vehicle, String plate, Instant validFrom, Instant validUntil)
      implements PermitLetter {}

  /** A timer of the authority's own: a declaration is over. */
  record DeclarationEnds(AgentId applicant, int application) implements PermitLetter {}

  /** An operator has no declaration any more; to those who confirmed it together. */
  record DeclarationOver(AgentId applicant) implements PermitLetter {}

  // sanctions ---------------------------------------------------------------------------------

  /**
   * A rule was broken; to the authority that keeps the vehicle's record.
   *
   * @param vehicle the vehicle; empty when it is about the operator
   * @param operator its operator
   * @param software the version it drives with
   * @param road where it happened; empty when that doesn't matter
   * @param consequences what is to follow, as far as it is for an authority
   * @param given the facts {@code given.…} as they are then
   */
  record BreachReported(
      String vehicle,
      AgentId operator,
      String software,
      String road,
      String rule,
      List<Consequence> consequences,
      Facts given)
      implements PermitLetter {
    public BreachReported {
      consequences = List.copyOf(consequences);
    }
  }

  /** A violation went on a vehicle's record; to its operator. */
  record ViolationNoted(String vehicle, String rule) implements PermitLetter {}

  /** The vehicle may not drive automated for now; to the vehicle and its operator. */
  record PermitSuspended(String vehicle, String rule, @Nullable Instant until)
      implements PermitLetter {}

  /** A timer of the authority's own: a suspension ends. */
  record SuspensionEnds(String vehicle, int serial) implements PermitLetter {}

  /** A suspension is over; to the vehicle and its operator. */
  record PermitReinstated(String vehicle) implements PermitLetter {}

  /** The vehicle's permit is withdrawn and its plate void; to the vehicle and its operator. */
  record PermitWithdrawn(String vehicle, String rule) implements PermitLetter {}

  /**
   * What the vehicle may do is restricted from now on; to the vehicle and its operator. A later one
   * of the same kind takes its place; where several are in force, the strictest cap is told.
   *
   * @param to what is left
   * @param speedMps the cap for {@link Consequence.Limit#SPEED}, m/s
   * @param road the road barred for {@link Consequence.Limit#OTHER_ROADS}
   */
  record PermitRestricted(
      String vehicle, String rule, Consequence.Limit to, double speedMps, String road)
      implements PermitLetter {}

  /** A restriction is lifted; to the vehicle and its operator. */
  record RestrictionLifted(String vehicle, Consequence.Limit to) implements PermitLetter {}

  /** A timer of the authority's own: the restriction of that number ends. */
  record RestrictionEnds(int restriction) implements PermitLetter {}

  /** The police hold the vehicle; to the vehicle and its operator. */
  record VehicleDetained(String vehicle, String rule, Consequence.Until until)
      implements PermitLetter {}

  /**
   * The reason for which a vehicle is held is gone; to the police, or a timer of their own.
   *
   * @param shown what is shown; a vehicle that is held for something else stays
   */
  record ReleaseAsked(String vehicle, Consequence.Until shown) implements PermitLetter {}

  /** The police let the vehicle go; to the vehicle and its operator. */
  record VehicleReleased(String vehicle) implements PermitLetter {}

  /** The operator must put something right; to the operator. */
  record CorrectionOrdered(String vehicle, String rule, Instant due) implements PermitLetter {}

  /** The operator has put it right; to the authority. */
  record CorrectionShown(String vehicle, String rule) implements PermitLetter {}

  /**
   * Something was put right after its term was over; from the authority that ordered it to the one
   * that keeps the vehicles' records.
   */
  record CorrectedLate(AgentId operator, String vehicle, String rule) implements PermitLetter {}

  /** A timer of the authority's own: the term of a correction is over. */
  record CorrectionDue(AgentId operator, String vehicle, String rule) implements PermitLetter {}

  /** The operator appeals against the sanction of a vehicle. */
  record AppealFiled(String vehicle, String rule, Facts request) implements PermitLetter {}

  /** A timer of the authority's own: an appeal is to be decided. */
  record AppealDue(AgentId operator, AppealFiled filed) implements PermitLetter {}

  /** An appeal was decided; to the operator. */
  record AppealDecided(String vehicle, String rule, boolean granted) implements PermitLetter {}

  // what is owed ------------------------------------------------------------------------------

  /**
   * The clock of an obligation begins to run; to the authority that it is owed to.
   *
   * @param name its name in the policy
   * @param by who must do it
   * @param within its term
   * @param repeats whether the clock begins anew when the term is over
   * @param vehicle the vehicle it is about; empty when it is about the operator
   * @param facts the facts of the moment, which rules read again when it is due
   */
  record ObligationStarts(
      String name,
      String by,
      Term within,
      boolean repeats,
      AgentId operator,
      String vehicle,
      Facts facts)
      implements PermitLetter {

    /** The letter for an obligation that arises at a moment. */
    public static ObligationStarts of(
        Obligation obligation, AgentId operator, String vehicle, Facts facts) {
      return new ObligationStarts(
          obligation.name(),
          obligation.by(),
          obligation.within(),
          obligation.repeats(),
          operator,
          vehicle,
          facts);
    }
  }

  /** Something is owed by the operator; to the operator. */
  record ObligationArises(int number, String name, Instant due) implements PermitLetter {}

  /** What was owed was done; to the authority. */
  record ObligationFulfilled(int number) implements PermitLetter {}

  /** A timer of the authority's own: it does what it owes itself, or an appraiser does. */
  record ObligationPerformed(int number) implements PermitLetter {}

  /** A timer of the authority's own: an obligation's term is over. */
  record ObligationDue(int number) implements PermitLetter {}

  // accidents ---------------------------------------------------------------------------------

  /**
   * A vehicle collided; to the traffic police.
   *
   * @param facts the facts of the moment
   * @param responsibility what the inquiry will find: full, main, equal, secondary or none
   */
  record AccidentReported(String vehicle, AgentId operator, Facts facts, String responsibility)
      implements PermitLetter {}

  /** A timer of the police's own: who is responsible is determined. */
  record DeterminationDue(int accident) implements PermitLetter {}

  /** Who is responsible for an accident; to the operator. */
  record ResponsibilityDetermined(
      String vehicle, int accident, String severity, String responsibility)
      implements PermitLetter {}

  // inspections -------------------------------------------------------------------------------

  /** A timer of the operator's own: it is inspected. */
  record InspectionDue() implements PermitLetter {}

  /** What an operator shows of itself when it is inspected; to the authority. */
  record OrganisationShown(Facts facts) implements PermitLetter {}

  /**
   * A plate was read at a checkpoint; to the traffic police, who look it up.
   *
   * @param read the number read; empty when none could be read
   * @param facts the facts of the vehicle that rules look at
   */
  record PlateRead(String vehicle, AgentId operator, String read, Facts facts)
      implements PermitLetter {}
}
