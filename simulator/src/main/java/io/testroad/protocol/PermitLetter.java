package io.testroad.protocol;

import io.testroad.engine.AgentId;
import io.testroad.engine.Facts;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Letters about declarations, plates and sanctions. */
public sealed interface PermitLetter extends Correspondence {

  /** What is applied for; the written form is that of the fact {@code request.kind}. */
  enum Matter {
    DECLARATION("declaration"),
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

  /**
   * An application.
   *
   * @param application the applicant's number for it
   * @param matter what is applied for
   * @param vehicle the vehicle's name; empty for a declaration, which covers the whole fleet
   * @param request the facts {@code request.…} and {@code vehicle.…} that the rules look at
   */
  record ApplicationFiled(int application, Matter matter, String vehicle, Facts request)
      implements PermitLetter {}

  /** A timer of the authority's own: the working time for an application is over. */
  record DecisionDue(AgentId applicant, ApplicationFiled filed) implements PermitLetter {}

  /** An application was refused, with the reasons the broken rules give. */
  record ApplicationRefused(int application, Matter matter, String vehicle, List<String> reasons)
      implements PermitLetter {
    public ApplicationRefused {
      reasons = List.copyOf(reasons);
    }
  }

  /** A self-declaration was confirmed by the three bureaus. */
  record DeclarationConfirmed(int application, Instant validUntil) implements PermitLetter {}

  /** A temporary plate; to the applicant and to the vehicle. */
  record PlateIssued(String vehicle, String plate, Instant validFrom, Instant validUntil)
      implements PermitLetter {}

  /**
   * A rule was broken; to the authority that keeps the vehicle's record.
   *
   * @param violationClass the violation's class, or null when the rule names none
   * @param addressee who is dealt with
   * @param suspendDays days of suspension; 0 until reinstated; -1 when the rule asks for none
   * @param withdraw whether the permit is to be withdrawn
   */
  record BreachReported(
      String vehicle,
      String rule,
      @Nullable String violationClass,
      String addressee,
      int suspendDays,
      boolean withdraw)
      implements PermitLetter {}

  /** The vehicle may not drive automated for now. */
  record PermitSuspended(String rule, @Nullable Instant until) implements PermitLetter {}

  /** A timer of the authority's own: a suspension ends. */
  record SuspensionEnds(String vehicle, int serial) implements PermitLetter {}

  /** A suspension is over. */
  record PermitReinstated() implements PermitLetter {}

  /** The vehicle's permit is withdrawn and its plate void. */
  record PermitWithdrawn(String rule) implements PermitLetter {}
}
