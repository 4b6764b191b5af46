package io.testroad.permit;

import io.testroad.engine.AgentId;
import io.testroad.engine.EventType;
import io.testroad.engine.Facts;
import io.testroad.engine.Letter;
import io.testroad.policy.Consequence;
import io.testroad.policy.Judgement;
import io.testroad.policy.Moment;
import io.testroad.protocol.PermitLetter;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an authority does when a rule was broken, and when it is over. */
final class Sanctions {

  /** How long the police examine a vehicle that they hold (assumption). */
  private static final Duration EXAMINATION = Duration.ofDays(1);

  /** Stands for the term of a correction that is over. */
  private static final Instant OVERDUE = Instant.MIN;

  private final Desk desk;

  Sanctions(Desk desk) {
    this.desk = desk;
  }

  /**
   * What was broken, and about whom.
   *
   * @param vehicle empty when it is about the operator
   */
  record Breach(
      String vehicle, String operator, String software, String road, String rule, Facts given) {}

  void reported(PermitLetter.BreachReported reported) {
    String vehicle = reported.vehicle();
    String operator = reported.operator().name();
    if (!vehicle.isEmpty()) {
      desk.records().put(vehicle, desk.recordOf(vehicle).of(operator, reported.software()));
    }
    follow(
        new Breach(
            vehicle,
            operator,
            reported.software(),
            reported.road(),
            reported.rule(),
            reported.given()),
        reported.consequences());
  }

  /** Does what follows from the broken rules of a judgement of this authority's own. */
  void follow(Judgement judgement, String operator, String vehicle) {
    judgement
        .broken()
        .forEach(
            ruling ->
                follow(
                    new Breach(vehicle, operator, "", "", ruling.rule(), Facts.empty()),
                    ruling.consequences()));
  }

  private void follow(Breach breach, List<Consequence> all) {
    List<Consequence> consequences = desk.spec().keepsRecords() ? all : passOn(breach, all);
    for (Consequence consequence : consequences) {
      if (consequence instanceof Consequence.Violation violation) {
        count(breach, violation);
      }
    }
    for (Consequence consequence : consequences) {
      follow(breach, consequence);
    }
  }

  /**
   * An authority that doesn't keep the vehicles' records has the one that does deal with a breach;
   * what it wants corrected it sees to itself, and is left over here.
   */
  private List<Consequence> passOn(Breach breach, List<Consequence> all) {
    List<Consequence> own = all.stream().filter(Consequence.Correct.class::isInstance).toList();
    List<Consequence> others =
        all.stream().filter(Consequence::isForAuthorities).filter(c -> !own.contains(c)).toList();
    if (!others.isEmpty()) {
      desk.out()
          .post(
              AuthoritySpec.KEEPER,
              new PermitLetter.BreachReported(
                  breach.vehicle(),
                  AgentId.of("operator", breach.operator()),
                  breach.software(),
                  breach.road(),
                  breach.rule(),
                  others,
                  breach.given()));
    }
    return own;
  }

  private void follow(Breach breach, Consequence consequence) {
    if (consequence instanceof Consequence.Fine fine) {
      fine(breach, fine);
    } else if (consequence instanceof Consequence.Detain detain) {
      detain(breach, detain);
    } else if (consequence instanceof Consequence.Suspend suspend) {
      vehicles(breach, suspend.scope()).forEach(v -> suspend(v, breach.rule(), suspend.days()));
    } else if (consequence instanceof Consequence.Withdraw) {
      vehicles(breach, Consequence.Scope.VEHICLE).forEach(v -> withdraw(v, breach.rule()));
    } else if (consequence instanceof Consequence.Restrict restrict) {
      restrict(breach, restrict);
    } else if (consequence instanceof Consequence.Correct correct) {
      correct(breach, correct);
    } else if (consequence instanceof Consequence.Bar bar) {
      bar(breach, bar);
    }
  }

  /** The vehicles that a sanction touches, in order of name. */
  private List<String> vehicles(Breach breach, Consequence.Scope scope) {
    if (scope == Consequence.Scope.VEHICLE && !breach.vehicle().isEmpty()) {
      return List.of(breach.vehicle());
    }
    String software =
        breach.software().isEmpty() && !breach.vehicle().isEmpty()
            ? desk.recordOf(breach.vehicle()).software()
            : breach.software();
    List<String> vehicles = new ArrayList<>();
    desk.records()
        .entries()
        .forEach(
            (vehicle, known) -> {
              if (known.operator().equals(breach.operator())
                  && (scope != Consequence.Scope.SOFTWARE || known.software().equals(software))) {
                vehicles.add(vehicle);
              }
            });
    return vehicles;
  }

  private void tell(String vehicle, Letter letter) {
    desk.out().post(AgentId.vehicle(vehicle), letter);
    String operator = desk.recordOf(vehicle).operator();
    if (!operator.isEmpty()) {
      desk.out().post(AgentId.of("operator", operator), letter);
    }
  }

  // violations and fines ------------------------------------------------------------------------

  private void count(Breach breach, Consequence.Violation violation) {
    String vehicle = breach.vehicle();
    desk.out()
        .record(
            EventType.VIOLATION_RECORDED,
            Facts.of(
                "rule", breach.rule(),
                "class", violation.violationClass(),
                "vehicle", vehicle,
                "addressee", violation.addressee()));
    if (vehicle.isEmpty()) {
      return;
    }
    AuthorityState.VehicleRecord counted = desk.recordOf(vehicle).withViolation();
    desk.records().put(vehicle, counted);
    desk.out()
        .post(
            AgentId.of("operator", breach.operator()),
            new PermitLetter.ViolationNoted(vehicle, breach.rule()));
    Judgement judgement =
        desk.judge(
            Moment.VIOLATION_COUNTED,
            breach
                .given()
                .and(desk.factsOf(vehicle))
                .and(
                    Facts.of(
                        "violations.count", counted.violations(),
                        "violation.class", violation.violationClass())),
            breach.operator(),
            vehicle);
    follow(judgement, breach.operator(), vehicle);
  }

  private void fine(Breach breach, Consequence.Fine fine) {
    Facts event =
        Facts.of(
            "rule", breach.rule(),
            "operator", breach.operator(),
            "addressee", fine.addressee(),
            "amountCny", fine.amountCny());
    desk.out()
        .record(
            EventType.FINE_IMPOSED,
            breach.vehicle().isEmpty() ? event : event.with("vehicle", breach.vehicle()));
  }

  // detention -----------------------------------------------------------------------------------

  private void detain(Breach breach, Consequence.Detain detain) {
    String vehicle = breach.vehicle();
    AuthorityState.VehicleRecord known = desk.recordOf(vehicle);
    if (vehicle.isEmpty() || known.detained() != null) {
      return;
    }
    desk.records().put(vehicle, known.detained(detain.until()));
    desk.out()
        .record(EventType.VEHICLE_DETAINED, Facts.of("vehicle", vehicle, "rule", breach.rule()));
    tell(vehicle, new PermitLetter.VehicleDetained(vehicle, breach.rule(), detain.until()));
    if (detain.until() == Consequence.Until.EXAMINED) {
      desk.out()
          .remind(EXAMINATION, new PermitLetter.ReleaseAsked(vehicle, Consequence.Until.EXAMINED));
    }
  }

  /** Lets a vehicle go if what it was held for is shown. */
  void release(PermitLetter.ReleaseAsked asked) {
    String vehicle = asked.vehicle();
    AuthorityState.VehicleRecord known = desk.recordOf(vehicle);
    if (known.detained() == null || known.detained() != asked.shown()) {
      return;
    }
    desk.records().put(vehicle, known.detained(null));
    desk.out()
        .record(
            EventType.VEHICLE_RELEASED,
            Facts.of("vehicle", vehicle, "rule", known.detained().written()));
    tell(vehicle, new PermitLetter.VehicleReleased(vehicle));
  }

  // suspension and withdrawal -------------------------------------------------------------------

  /** Suspends a permit; a suspension that ends no later than one in force changes nothing. */
  private void suspend(String vehicle, String rule, int days) {
    AuthorityState.VehicleRecord old = desk.recordOf(vehicle);
    Instant until = days == 0 ? null : desk.now().plus(Duration.ofDays(days));
    Instant end = until == null ? Instant.MAX : until;
    if (old.status() == AuthorityState.Status.WITHDRAWN
        || (old.status() == AuthorityState.Status.SUSPENDED
            && !end.isAfter(old.standing().until()))) {
      return;
    }
    AuthorityState.Standing suspended = old.standing().suspended(rule, end);
    desk.records().put(vehicle, old.with(suspended));
    Facts event = Facts.of("vehicle", vehicle, "rule", rule);
    desk.out()
        .record(EventType.PERMIT_SUSPENDED, until == null ? event : event.with("until", until));
    tell(vehicle, new PermitLetter.PermitSuspended(vehicle, rule, until));
    remindOfEnd(vehicle, suspended.serial(), until);
  }

  private void remindOfEnd(String vehicle, int serial, @Nullable Instant until) {
    if (until != null) {
      desk.out().remindAt(until, new PermitLetter.SuspensionEnds(vehicle, serial));
    }
  }

  void suspensionEnds(PermitLetter.SuspensionEnds ends) {
    AuthorityState.VehicleRecord known = desk.recordOf(ends.vehicle());
    if (known.status() == AuthorityState.Status.SUSPENDED
        && known.standing().serial() == ends.serial()) {
      reinstate(ends.vehicle());
    }
  }

  /** Lifts a suspension or a withdrawal. */
  private void reinstate(String vehicle) {
    AuthorityState.VehicleRecord known = desk.recordOf(vehicle);
    if (known.status() == AuthorityState.Status.VALID) {
      return;
    }
    desk.records().put(vehicle, known.with(known.standing().reinstated()));
    desk.out().record(EventType.PERMIT_REINSTATED, Facts.of("vehicle", vehicle));
    tell(vehicle, new PermitLetter.PermitReinstated(vehicle));
  }

  /**
   * Withdraws a permit: the plate is taken back, and made public as void where it isn't handed in.
   */
  private void withdraw(String vehicle, String rule) {
    AuthorityState.VehicleRecord old = desk.recordOf(vehicle);
    if (old.status() == AuthorityState.Status.WITHDRAWN) {
      return;
    }
    desk.out().record(EventType.PERMIT_WITHDRAWN, Facts.of("vehicle", vehicle, "rule", rule));
    AuthorityState.Plate plate = desk.plates().find(old.plate());
    if (plate != null && plate.standing().equals("valid")) {
      desk.plates().put(old.plate(), plate.with("void"));
      desk.out()
          .record(
              EventType.PLATE_VOIDING_PUBLISHED,
              Facts.of("plate", old.plate(), "vehicle", vehicle));
    }
    desk.records().put(vehicle, old.with(old.standing().withdrawn(rule)).withoutPlate());
    tell(vehicle, new PermitLetter.PermitWithdrawn(vehicle, rule));
  }

  // restrictions --------------------------------------------------------------------------------

  private void restrict(Breach breach, Consequence.Restrict order) {
    List<String> vehicles = vehicles(breach, order.scope());
    if (vehicles.isEmpty()) {
      return;
    }
    var restriction =
        new AuthorityState.Restriction(
            breach.operator(), vehicles, breach.rule(), order, breach.road());
    desk.count(desk.counts().withRestriction());
    int number = desk.counts().restrictions();
    desk.restrictions().put(number, restriction);
    Facts event = factsOf(restriction);
    if (order.to() == Consequence.Limit.SPEED) {
      event = event.with("value", Math.round(order.speedMps() * 3.6) + " km/h");
    } else if (order.to() == Consequence.Limit.OTHER_ROADS) {
      event = event.with("value", breach.road());
    }
    String subject = Desk.subject(breach.operator(), "");
    if (order.days() == 0) {
      desk.out().record(EventType.RESTRICTION_ORDERED, subject, event);
    } else {
      Instant until = desk.now().plus(Duration.ofDays(order.days()));
      desk.out()
          .record(EventType.RESTRICTION_ORDERED, subject, event.with("until", until))
          .remindAt(until, new PermitLetter.RestrictionEnds(number));
    }
    vehicles.forEach(vehicle -> tellOfRestriction(vehicle, restriction));
  }

  private static Facts factsOf(AuthorityState.Restriction restriction) {
    return Facts.of(
        "scope", restriction.scope(),
        "rule", restriction.rule(),
        "vehicles", restriction.vehicles().size());
  }

  /** Of several caps on speed in force the lowest is told; else the restriction itself. */
  private void tellOfRestriction(String vehicle, AuthorityState.Restriction restriction) {
    Consequence.Limit to = restriction.order().to();
    double speedMps = restriction.order().speedMps();
    for (AuthorityState.Restriction other : desk.restrictions().entries().values()) {
      if (other.order().to() == to && other.vehicles().contains(vehicle)) {
        speedMps = Math.min(speedMps, other.order().speedMps());
      }
    }
    tell(
        vehicle,
        new PermitLetter.PermitRestricted(
            vehicle, restriction.rule(), to, speedMps, restriction.road()));
  }

  /** A restriction ends; another of the same kind that is still in force takes its place. */
  void restrictionEnds(int number) {
    AuthorityState.Restriction ended = desk.restrictions().remove(number);
    if (ended == null) {
      return;
    }
    var left = desk.restrictions().entries().values();
    if (left.stream().noneMatch(ended::isSame)) {
      desk.out()
          .record(EventType.RESTRICTION_LIFTED, Desk.subject(ended.operator(), ""), factsOf(ended));
    }
    Consequence.Limit to = ended.order().to();
    for (String vehicle : ended.vehicles()) {
      left.stream()
          .filter(other -> other.order().to() == to && other.vehicles().contains(vehicle))
          .reduce((earlier, later) -> later)
          .ifPresentOrElse(
              other -> tellOfRestriction(vehicle, other),
              () -> tell(vehicle, new PermitLetter.RestrictionLifted(vehicle, to)));
    }
  }

  // corrections and bars ------------------------------------------------------------------------

  private static String key(String operator, String vehicle, String rule) {
    return operator + " " + vehicle + " " + rule;
  }

  private void correct(Breach breach, Consequence.Correct correct) {
    OffsetDateTime due = desk.spec().calendar().end(correct.within(), desk.turn().now());
    String key = key(breach.operator(), breach.vehicle(), breach.rule());
    if (desk.corrections().find(key) != null) {
      return;
    }
    desk.corrections().put(key, due.toInstant());
    desk.out()
        .record(
            EventType.CORRECTION_ORDERED,
            Desk.subject(breach.operator(), breach.vehicle()),
            Facts.of("operator", breach.operator(), "rule", breach.rule(), "due", due.toInstant()));
    AgentId operator = AgentId.of("operator", breach.operator());
    desk.out()
        .post(
            operator,
            new PermitLetter.CorrectionOrdered(breach.vehicle(), breach.rule(), due.toInstant()))
        .remindAt(
            due.toInstant().plusMillis(1),
            new PermitLetter.CorrectionDue(operator, breach.vehicle(), breach.rule()));
  }

  /** A correction is shown; one that comes late lifts the suspension that came in between. */
  void corrected(AgentId operator, PermitLetter.CorrectionShown shown) {
    Instant due = desk.corrections().remove(key(operator.name(), shown.vehicle(), shown.rule()));
    if (due == null) {
      return;
    }
    desk.out()
        .record(
            EventType.CORRECTION_ACCEPTED,
            Desk.subject(operator.name(), shown.vehicle()),
            Facts.of("operator", operator.name(), "rule", shown.rule()));
    if (due.equals(OVERDUE)) {
      var late = new PermitLetter.CorrectedLate(operator, shown.vehicle(), shown.rule());
      if (desk.spec().keepsRecords()) {
        correctedLate(late);
      } else {
        desk.out().post(AuthoritySpec.KEEPER, late);
      }
    }
  }

  /** Lifts the suspensions that lasted until something was put right. */
  void correctedLate(PermitLetter.CorrectedLate late) {
    Breach breach =
        new Breach(late.vehicle(), late.operator().name(), "", "", late.rule(), Facts.empty());
    for (String vehicle : vehicles(breach, Consequence.Scope.VEHICLE)) {
      AuthorityState.Standing standing = desk.recordOf(vehicle).standing();
      if (standing.status() == AuthorityState.Status.SUSPENDED
          && standing.until().equals(Instant.MAX)
          && standing.rule().equals(late.rule())) {
        reinstate(vehicle);
      }
    }
  }

  /** A correction that wasn't made in time suspends the permits until it is. */
  void correctionDue(PermitLetter.CorrectionDue due) {
    String operator = due.operator().name();
    String key = key(operator, due.vehicle(), due.rule());
    Instant until = desk.corrections().find(key);
    if (until == null || until.equals(OVERDUE) || !until.isBefore(desk.now())) {
      return; // made, and perhaps ordered again since
    }
    desk.corrections().put(key, OVERDUE);
    desk.out()
        .record(
            EventType.CORRECTION_OVERDUE,
            Desk.subject(operator, due.vehicle()),
            Facts.of("operator", operator, "rule", due.rule()));
    follow(
        new Breach(due.vehicle(), operator, "", "", due.rule(), Facts.empty()),
        List.of(new Consequence.Suspend(0)));
  }

  private void bar(Breach breach, Consequence.Bar bar) {
    Instant until = desk.turn().now().plusMonths(bar.months()).toInstant();
    Instant known = desk.barred().find(breach.operator());
    if (known != null && !known.isBefore(until)) {
      return;
    }
    desk.barred().put(breach.operator(), until);
    desk.out()
        .record(
            EventType.APPLICANT_BARRED,
            Facts.of("operator", breach.operator(), "rule", breach.rule(), "until", until));
  }

  // appeals -------------------------------------------------------------------------------------

  void appealFiled(AgentId operator, PermitLetter.AppealFiled filed) {
    desk.out()
        .record(
            EventType.APPEAL_FILED,
            AgentId.vehicle(filed.vehicle()).value(),
            Facts.of("operator", operator.name(), "vehicle", filed.vehicle(), "rule", filed.rule()))
        .remindAt(
            desk.spec()
                .calendar()
                .doneAt(desk.spec().times().appeal(), desk.turn().now())
                .toInstant(),
            new PermitLetter.AppealDue(operator, filed));
  }

  void appealDue(PermitLetter.AppealDue due) {
    PermitLetter.AppealFiled filed = due.filed();
    AuthorityState.VehicleRecord known = desk.recordOf(filed.vehicle());
    Facts facts =
        filed
            .request()
            .and(desk.factsOf(filed.vehicle()))
            .and(
                Facts.of(
                    "appeal.responsibility", known.responsibility(),
                    "appeal.rule", filed.rule()));
    Judgement judgement =
        desk.judge(Moment.APPEAL_FILED, facts, due.operator().name(), filed.vehicle());
    boolean granted = judgement.refusals().isEmpty();
    desk.out()
        .record(
            EventType.APPEAL_DECIDED,
            AgentId.vehicle(filed.vehicle()).value(),
            Facts.of(
                "operator", due.operator().name(),
                "vehicle", filed.vehicle(),
                "rule", filed.rule(),
                "verdict", granted ? "granted" : "denied"))
        .post(
            due.operator(), new PermitLetter.AppealDecided(filed.vehicle(), filed.rule(), granted));
    if (granted && known.standing().rule().equals(filed.rule())) {
      reinstate(filed.vehicle());
    }
  }
}
