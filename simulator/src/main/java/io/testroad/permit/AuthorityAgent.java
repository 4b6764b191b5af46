package io.testroad.permit;

import io.testroad.engine.Agent;
import io.testroad.engine.AgentId;
import io.testroad.engine.EventType;
import io.testroad.engine.Facts;
import io.testroad.engine.Letter;
import io.testroad.engine.Mail;
import io.testroad.engine.Outcome;
import io.testroad.engine.RunBegan;
import io.testroad.engine.Turn;
import io.testroad.policy.Consequence;
import io.testroad.policy.Judgement;
import io.testroad.policy.Moment;
import io.testroad.policy.RuleBook;
import io.testroad.policy.Ruling;
import io.testroad.protocol.PermitLetter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A permit authority: takes applications, checks them against the rules when its working time is
 * over, confirms, issues or refuses with the reasons; keeps each vehicle's record and sanctions
 * what the rules say.
 */
public final class AuthorityAgent implements Agent<AuthorityState> {

  private final AuthoritySpec spec;
  private final RuleBook rules;

  /** The agent of an authority. */
  public AuthorityAgent(AuthoritySpec spec, RuleBook rules) {
    this.spec = spec;
    this.rules = rules;
  }

  @Override
  public AgentId id() {
    return spec.id();
  }

  @Override
  public AuthorityState initialState() {
    return new AuthorityState(0, 0, new TreeMap<>());
  }

  @Override
  public Outcome<AuthorityState> take(AuthorityState state, Turn turn) {
    var out = new Outcome.Builder(id(), turn);
    AuthorityState next = state;
    for (Mail mail : turn.inbox()) {
      next = handle(next, mail, turn, out);
    }
    return out.become(
        next,
        Facts.of(
            "authority.name", spec.name(),
            "authority.platesIssued", next.platesIssued(),
            "authority.refusals", next.refusals()));
  }

  private AuthorityState handle(AuthorityState state, Mail mail, Turn turn, Outcome.Builder out) {
    Letter letter = mail.letter();
    if (letter instanceof RunBegan) {
      return state;
    } else if (letter instanceof PermitLetter.ApplicationFiled filed) {
      boolean plate = filed.matter() == PermitLetter.Matter.PLATE;
      out.remind(
          plate ? spec.plateTime() : spec.declarationTime(),
          new PermitLetter.DecisionDue(mail.from(), filed));
      return state;
    } else if (letter instanceof PermitLetter.DecisionDue due) {
      return decide(state, due, turn, out);
    } else if (letter instanceof PermitLetter.BreachReported breach) {
      return breach(state, breach, turn, out);
    } else if (letter instanceof PermitLetter.SuspensionEnds ends) {
      return reinstate(state, ends, out);
    }
    throw new IllegalArgumentException(id() + " does not understand " + letter);
  }

  // applications --------------------------------------------------------------------------------

  private AuthorityState decide(
      AuthorityState state, PermitLetter.DecisionDue due, Turn turn, Outcome.Builder out) {
    PermitLetter.ApplicationFiled filed = due.filed();
    boolean plate = filed.matter() == PermitLetter.Matter.PLATE;
    AuthorityState.VehicleRecord known = state.of(filed.vehicle());
    Facts facts =
        filed
            .request()
            .and(
                Facts.of(
                    "now", now(turn),
                    "operator.name", due.applicant().name(),
                    "vehicle.plated", !known.plate().isEmpty(),
                    "vehicle.permit.status", known.status()));
    Judgement judgement =
        Judgement.of(rules, plate ? Moment.PLATE_APPLIED : Moment.DECLARATION_APPLIED, facts);
    judgement.record(out, spec.id().value());
    List<String> reasons = reasons(judgement);
    if (!reasons.isEmpty()) {
      refuse(due, reasons, out);
      return new AuthorityState(state.platesIssued(), state.refusals() + 1, state.records());
    }
    return plate ? issue(state, due, known, out) : confirm(state, due, out);
  }

  private static List<String> reasons(Judgement judgement) {
    List<String> reasons = new ArrayList<>();
    for (Ruling ruling : judgement.refusals()) {
      for (var refuse : ruling.consequences(Consequence.Refuse.class)) {
        reasons.add(refuse.reason() + " (" + ruling.rule() + ")");
      }
    }
    return reasons;
  }

  private static void refuse(
      PermitLetter.DecisionDue due, List<String> reasons, Outcome.Builder out) {
    PermitLetter.ApplicationFiled filed = due.filed();
    Facts event =
        Facts.of(
            "kind", filed.matter().written(),
            "applicant", due.applicant().name(),
            "reasons", reasons);
    out.record(
        EventType.APPLICATION_REFUSED,
        filed.vehicle().isEmpty() ? event : event.with("vehicle", filed.vehicle()));
    out.post(
        due.applicant(),
        new PermitLetter.ApplicationRefused(
            filed.application(), filed.matter(), filed.vehicle(), reasons));
  }

  private AuthorityState confirm(
      AuthorityState state, PermitLetter.DecisionDue due, Outcome.Builder out) {
    Facts request = due.filed().request();
    Instant until = instant(request, "request.validUntil");
    out.record(
        EventType.DECLARATION_CONFIRMED,
        Facts.of(
            "applicant", due.applicant().name(),
            "stage", request.getString("request.stage"),
            "validUntil", until));
    out.post(
        due.applicant(), new PermitLetter.DeclarationConfirmed(due.filed().application(), until));
    return state;
  }

  private AuthorityState issue(
      AuthorityState state,
      PermitLetter.DecisionDue due,
      AuthorityState.VehicleRecord known,
      Outcome.Builder out) {
    PermitLetter.ApplicationFiled filed = due.filed();
    boolean renewal = !known.plate().isEmpty();
    int count = state.platesIssued() + 1;
    String plate = String.format(Locale.ROOT, "%s%04d", spec.platePrefix(), count);
    Instant from = instant(filed.request(), "request.validFrom");
    Instant until = instant(filed.request(), "request.validUntil");
    Facts event = Facts.of("plate", plate, "vehicle", filed.vehicle(), "validUntil", until);
    out.record(
        renewal ? EventType.PLATE_RENEWED : EventType.PLATE_ISSUED,
        renewal ? event : event.with("validFrom", from));
    var letter = new PermitLetter.PlateIssued(filed.vehicle(), plate, from, until);
    out.post(due.applicant(), letter);
    out.post(AgentId.vehicle(filed.vehicle()), letter);
    return new AuthorityState(count, state.refusals(), state.records())
        .with(filed.vehicle(), known.withPlate(plate));
  }

  private static Instant instant(Facts facts, String name) {
    if (facts.find(name) instanceof Instant instant) {
      return instant;
    }
    throw new IllegalArgumentException("no instant " + name + " in " + facts);
  }

  private static Instant now(Turn turn) {
    return turn.clock().instantOf(turn.tick());
  }

  // sanctions -----------------------------------------------------------------------------------

  private AuthorityState breach(
      AuthorityState state, PermitLetter.BreachReported breach, Turn turn, Outcome.Builder out) {
    AuthorityState next = state;
    String violationClass = breach.violationClass();
    if (violationClass != null) {
      next = count(next, breach, violationClass, turn, out);
    }
    return sanction(
        next, breach.vehicle(), breach.rule(), breach.suspendDays(), breach.withdraw(), turn, out);
  }

  private AuthorityState count(
      AuthorityState state,
      PermitLetter.BreachReported breach,
      String violationClass,
      Turn turn,
      Outcome.Builder out) {
    String vehicle = breach.vehicle();
    AuthorityState.VehicleRecord counted = state.of(vehicle).withViolation();
    out.record(
        EventType.VIOLATION_RECORDED,
        Facts.of(
            "rule",
            breach.rule(),
            "class",
            violationClass,
            "vehicle",
            vehicle,
            "addressee",
            breach.addressee()));
    AuthorityState next = state.with(vehicle, counted);
    Judgement judgement =
        Judgement.of(
                rules,
                Moment.VIOLATION_COUNTED,
                Facts.of(
                    "now", now(turn),
                    "vehicle.name", vehicle,
                    "vehicle.plated", true,
                    "vehicle.permit.status", counted.status(),
                    "violations.count", counted.violations()))
            .record(out, spec.id().value());
    for (Ruling ruling : judgement.broken().toList()) {
      int days =
          ruling.consequences(Consequence.Suspend.class).stream()
              .mapToInt(Consequence.Suspend::days)
              .max()
              .orElse(-1);
      boolean withdraw = !ruling.consequences(Consequence.Withdraw.class).isEmpty();
      next = sanction(next, vehicle, ruling.rule(), days, withdraw, turn, out);
    }
    return next;
  }

  private AuthorityState sanction(
      AuthorityState state,
      String vehicle,
      String rule,
      int suspendDays,
      boolean withdraw,
      Turn turn,
      Outcome.Builder out) {
    AuthorityState.VehicleRecord old = state.of(vehicle);
    if (old.status().equals("withdrawn")) {
      return state;
    }
    if (withdraw) {
      return withdraw(state, vehicle, rule, out);
    }
    return suspendDays < 0 ? state : suspend(state, vehicle, rule, suspendDays, turn, out);
  }

  /** Suspends a permit; a suspension that ends no later than one in force changes nothing. */
  private AuthorityState suspend(
      AuthorityState state, String vehicle, String rule, int days, Turn turn, Outcome.Builder out) {
    AuthorityState.VehicleRecord old = state.of(vehicle);
    Instant until = days == 0 ? null : now(turn).plus(Duration.ofDays(days));
    Instant end = until == null ? Instant.MAX : until;
    if (old.status().equals("suspended") && !end.isAfter(old.suspendedUntil())) {
      return state;
    }
    AuthorityState.VehicleRecord suspended = old.suspended(end);
    Facts event = Facts.of("vehicle", vehicle, "rule", rule);
    out.record(EventType.PERMIT_SUSPENDED, until == null ? event : event.with("until", until));
    out.post(AgentId.vehicle(vehicle), new PermitLetter.PermitSuspended(rule, until));
    remindOfEnd(vehicle, suspended.serial(), until, out);
    return state.with(vehicle, suspended);
  }

  private static void remindOfEnd(
      String vehicle, int serial, @Nullable Instant until, Outcome.Builder out) {
    if (until != null) {
      out.remindAt(until, new PermitLetter.SuspensionEnds(vehicle, serial));
    }
  }

  /** Withdraws a permit; the plate is void as soon as the vehicle is told. */
  private static AuthorityState withdraw(
      AuthorityState state, String vehicle, String rule, Outcome.Builder out) {
    out.record(EventType.PERMIT_WITHDRAWN, Facts.of("vehicle", vehicle, "rule", rule));
    out.post(AgentId.vehicle(vehicle), new PermitLetter.PermitWithdrawn(rule));
    return state.with(vehicle, state.of(vehicle).withdrawn());
  }

  private static AuthorityState reinstate(
      AuthorityState state, PermitLetter.SuspensionEnds ends, Outcome.Builder out) {
    AuthorityState.VehicleRecord old = state.of(ends.vehicle());
    if (!old.status().equals("suspended") || old.serial() != ends.serial()) {
      return state;
    }
    out.record(EventType.PERMIT_REINSTATED, Facts.of("vehicle", ends.vehicle()));
    out.post(AgentId.vehicle(ends.vehicle()), new PermitLetter.PermitReinstated());
    return state.with(ends.vehicle(), old.reinstated());
  }
}
