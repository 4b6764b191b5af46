package io.testroad.policy;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonValue;
import io.testroad.units.Term;
import java.util.Locale;

/** What follows when a rule is broken. The string form is compact and goes on record. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "consequence")
public sealed interface Consequence {

  /** Whether an authority must do something about it, or put it on record. */
  @JsonIgnore
  default boolean isForAuthorities() {
    return false;
  }

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
    public boolean isForAuthorities() {
      return true;
    }

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
   * Permits are suspended.
   *
   * @param days for how many days; 0 until they are reinstated
   * @param scope whose
   */
  record Suspend(int days, Scope scope) implements Consequence {
    /** The vehicle's own permit. */
    public Suspend(int days) {
      this(days, Scope.VEHICLE);
    }

    @Override
    public boolean isForAuthorities() {
      return true;
    }

    @Override
    public String toString() {
      return "suspend(" + days + (scope == Scope.VEHICLE ? "" : ", " + scope) + ")";
    }
  }

  /** The vehicle's permit is withdrawn and its plate is void. */
  record Withdraw() implements Consequence {
    @Override
    public boolean isForAuthorities() {
      return true;
    }

    @Override
    public String toString() {
      return "withdraw";
    }
  }

  /**
   * A fine.
   *
   * @param amountCny CNY
   * @param addressee who pays: {@code driver}, {@code operator} or {@code owner}
   */
  record Fine(double amountCny, String addressee) implements Consequence {
    @Override
    public boolean isForAuthorities() {
      return true;
    }

    @Override
    public String toString() {
      return "fine(" + amountCny + ", " + addressee + ")";
    }
  }

  /** The police hold the vehicle until something is shown. */
  record Detain(Until until) implements Consequence {
    @Override
    public boolean isForAuthorities() {
      return true;
    }

    @Override
    public String toString() {
      return "detain(" + until + ")";
    }
  }

  /** Until when the police hold a vehicle. */
  enum Until {
    /** Until it has a valid temporary plate. */
    PLATED,
    /** Until its compulsory insurance holds. */
    INSURED,
    /** For the inquiry: a day. */
    EXAMINED;

    /** The written form, kebab-case. */
    @JsonValue
    public String written() {
      return name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
      return written();
    }
  }

  /**
   * The operator must put right what is wrong.
   *
   * @param within how soon
   */
  record Correct(Term within) implements Consequence {
    @Override
    public boolean isForAuthorities() {
      return true;
    }

    @Override
    public String toString() {
      return "correct(" + within + ")";
    }
  }

  /**
   * Permits are restricted.
   *
   * @param scope whose
   * @param to what they are restricted to
   * @param speedMps the cap on speed, m/s, for {@link Limit#SPEED}; else 0
   * @param days for how many days; 0 until the restriction is lifted
   */
  record Restrict(Scope scope, Limit to, double speedMps, int days) implements Consequence {
    @Override
    public boolean isForAuthorities() {
      return true;
    }

    @Override
    public String toString() {
      String speed = to == Limit.SPEED ? " " + speedMps + " m/s" : "";
      return "restrict(" + scope + ", " + to + speed + ", " + days + ")";
    }
  }

  /** Whose permits a sanction touches. */
  enum Scope {
    /** The vehicle's. */
    VEHICLE,
    /** Those of all vehicles of the operator with the same software. */
    SOFTWARE,
    /** Those of all vehicles of the operator. */
    FLEET;

    /** The written form. */
    @JsonValue
    public String written() {
      return name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
      return written();
    }
  }

  /** What a restriction leaves. */
  enum Limit {
    /** Automated mode up to a speed. */
    SPEED,
    /** Automated mode in clear weather. */
    CLEAR_WEATHER,
    /** Automated mode on all declared roads but the one where it happened. */
    OTHER_ROADS,
    /** Driving by hand. */
    MANUAL;

    /** The written form, kebab-case. */
    @JsonValue
    public String written() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public String toString() {
      return written();
    }
  }

  /**
   * The operator may not apply for some time.
   *
   * @param months for how many
   */
  record Bar(int months) implements Consequence {
    @Override
    public boolean isForAuthorities() {
      return true;
    }

    @Override
    public String toString() {
      return "bar(" + months + ")";
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
