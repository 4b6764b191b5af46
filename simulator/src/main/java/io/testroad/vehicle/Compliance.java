package io.testroad.vehicle;

import io.testroad.engine.AgentId;
import io.testroad.engine.Facts;
import io.testroad.protocol.PermitLetter;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** How an operator meets what it owes: reports, corrections, appeals, inspections. */
final class Compliance {

  private static final String CORRECTION = "correction";

  private final OperatorDesk desk;
  private final OperatorSpec spec;

  Compliance(OperatorDesk desk) {
    this.desk = desk;
    spec = desk.spec();
  }

  void begin() {
    for (Duration after : spec.conduct().inspections()) {
      desk.out().remind(after, new PermitLetter.InspectionDue());
    }
  }

  /** When something owed will be done. */
  private Optional<Instant> performance(String name, Instant due) {
    return spec.calendar().performance(spec.conduct().punctuality(), name, desk.turn().now(), due);
  }

  void owes(PermitLetter.ObligationArises owed, AgentId to) {
    performance(owed.name(), owed.due())
        .ifPresent(
            at -> desk.out().postAt(at, to, new PermitLetter.ObligationFulfilled(owed.number())));
  }

  void mustCorrect(PermitLetter.CorrectionOrdered ordered, AgentId by) {
    performance(CORRECTION, ordered.due())
        .ifPresent(
            at ->
                desk.out()
                    .postAt(
                        at,
                        by,
                        new PermitLetter.CorrectionShown(ordered.vehicle(), ordered.rule())));
  }

  /** Shows the authority what there is to be seen. */
  void inspected() {
    Facts facts =
        spec.papers()
            .facts()
            .and(desk.given())
            .and(Facts.of("operator.name", spec.fleet(), "operator.vehicles", desk.plated()));
    desk.out().post(OperatorDesk.INDUSTRY, new PermitLetter.OrganisationShown(facts));
  }

  /** A vehicle's permit was suspended or withdrawn: the operator may appeal. */
  void sanctioned(String vehicle, String rule) {
    if (spec.conduct().appeals().isPresent()) {
      Instant at =
          spec.calendar().doneAt(spec.conduct().appeals().get(), desk.turn().now()).toInstant();
      LocalDate today = desk.turn().now().toLocalDate();
      LocalDate then = at.atOffset(desk.turn().clock().offset()).toLocalDate();
      desk.out()
          .postAt(
              at,
              OperatorDesk.POLICE,
              new PermitLetter.AppealFiled(
                  vehicle,
                  rule,
                  desk.given()
                      .and(
                          Facts.of(
                              "operator.name",
                              spec.fleet(),
                              "appeal.workingDays",
                              spec.calendar().workingDaysBetween(today, then)))));
    }
  }
}
