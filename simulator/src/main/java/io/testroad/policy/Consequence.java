package io.testroad.policy;

/** What follows when a rule is broken. The string form is compact and goes on record. */
public sealed interface Consequence {

  /**
   * The request is refused.
   *
   * @param reason kebab-case reason, shown to the applicant
   */
  record Refuse(String reason) implements Consequence {
    @Override
    public String toString() {
      return "refuse(" + reason + ")";
    }
  }

  /** Nothing follows but a warning on record. */
  record Warn(String message) implements Consequence {
    @Override
    public String toString() {
      return "warn(" + message + ")";
    }
  }

  /**
   * A violation goes on record.
   *
   * @param violationClass kebab-case class, for instance {@code speeding}
   * @param addressee who is dealt with: {@code driver}, {@code operator} or {@code owner}
   */
  record Violation(String violationClass, String addressee) implements Consequence {
    @Override
    public String toString() {
      return "violation(" + violationClass + ", " + addressee + ")";
    }
  }

  /** The vehicle, or who drives it, must do something. */
  record Instruct(Instruction instruction) implements Consequence {
    @Override
    public String toString() {
      return "instruct(" + instruction + ")";
    }
  }

  /**
   * The vehicle's permit is suspended.
   *
   * @param days for how many days; 0 until it is reinstated
   */
  record Suspend(int days) implements Consequence {
    @Override
    public String toString() {
      return "suspend(" + days + ")";
    }
  }

  /** The vehicle's permit is withdrawn and its plate is void. */
  record Withdraw() implements Consequence {
    @Override
    public String toString() {
      return "withdraw";
    }
  }

  /**
   * Somebody is told.
   *
   * @param whom {@code traffic-police}, {@code industry-bureau}, {@code transport-bureau}, {@code
   *     operator} or {@code command-centre}
   */
  record Notify(String whom) implements Consequence {
    @Override
    public String toString() {
      return "notify(" + whom + ")";
    }
  }
}
