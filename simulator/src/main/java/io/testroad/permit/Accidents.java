package io.testroad.permit;

import io.testroad.engine.AgentId;
import io.testroad.engine.EventType;
import io.testroad.engine.Facts;
import io.testroad.policy.Moment;
import io.testroad.protocol.PermitLetter;

/** What the traffic police do about accidents and about plates that are read. */
final class Accidents {

  private final Desk desk;
  private final Sanctions sanctions;

  Accidents(Desk desk, Sanctions sanctions) {
    this.desk = desk;
    this.sanctions = sanctions;
  }

  void reported(PermitLetter.AccidentReported reported) {
    desk.count(desk.counts().withAccident());
    int number = desk.counts().accidents();
    String operator = reported.operator().name();
    desk.accidents()
        .put(
            number,
            new AuthorityState.Accident(
                reported.vehicle(), operator, reported.facts(), reported.responsibility()));
    desk.out()
        .record(
            EventType.ACCIDENT_FILED,
            AgentId.vehicle(reported.vehicle()).value(),
            Facts.of(
                "accident", number,
                "vehicle", reported.vehicle(),
                "severity", severity(reported.facts())))
        .remindAt(
            desk.spec()
                .calendar()
                .doneAt(desk.spec().times().determination(), desk.turn().now())
                .toInstant(),
            new PermitLetter.DeterminationDue(number));
    sanctions.follow(
        desk.judge(
            Moment.ACCIDENT_REPORTED,
            reported.facts().and(ofRecord(reported.vehicle())),
            operator,
            reported.vehicle()),
        operator,
        reported.vehicle());
  }

  private Facts ofRecord(String vehicle) {
    return Facts.of("vehicle.permit.status", desk.recordOf(vehicle).status().written());
  }

  private static String severity(Facts facts) {
    return facts.find("collision.severity") instanceof String severity
        ? severity
        : "property-damage";
  }

  void determined(int number) {
    AuthorityState.Accident accident = desk.accidents().remove(number);
    if (accident == null) {
      return;
    }
    String vehicle = accident.vehicle();
    desk.records().put(vehicle, desk.recordOf(vehicle).responsible(accident.responsibility()));
    String severity = severity(accident.facts());
    desk.out()
        .record(
            EventType.RESPONSIBILITY_DETERMINED,
            AgentId.vehicle(vehicle).value(),
            Facts.of(
                "accident", number,
                "vehicle", vehicle,
                "severity", severity,
                "responsibility", accident.responsibility()))
        .post(
            AgentId.of("operator", accident.operator()),
            new PermitLetter.ResponsibilityDetermined(
                vehicle, number, severity, accident.responsibility()));
    sanctions.follow(
        desk.judge(
            Moment.ACCIDENT_DETERMINED,
            accident
                .facts()
                .and(ofRecord(vehicle))
                .with("accident.responsibility", accident.responsibility()),
            accident.operator(),
            vehicle),
        accident.operator(),
        vehicle);
  }

  /** A plate was read: the register says what is to be thought of it. */
  void plateRead(PermitLetter.PlateRead read) {
    String found = found(read);
    desk.out()
        .record(
            EventType.PLATE_CHECKED,
            AgentId.vehicle(read.vehicle()).value(),
            Facts.of(
                "vehicle",
                read.vehicle(),
                "read",
                read.read().isEmpty() ? "nothing" : read.read(),
                "found",
                found));
    boolean insured =
        read.facts().find("vehicle.insurance.validUntil") instanceof java.time.Instant until
            && !desk.now().isAfter(until);
    Facts facts =
        read.facts()
            .and(
                Facts.of(
                    "check.read", read.read(), "check.found", found, "check.insured", insured));
    String operator = read.operator().name();
    sanctions.follow(
        desk.judge(Moment.PLATE_CHECKED, facts, operator, read.vehicle()),
        operator,
        read.vehicle());
  }

  private String found(PermitLetter.PlateRead read) {
    if (read.read().isEmpty()) {
      boolean plated = Boolean.TRUE.equals(read.facts().find("vehicle.plated"));
      return plated ? "unread" : "none";
    }
    AuthorityState.Plate plate = desk.plates().find(read.read());
    if (plate == null) {
      return "unknown";
    } else if (!plate.vehicle().equals(read.vehicle())) {
      return "forged";
    } else if (!plate.standing().equals("valid")) {
      return "void";
    }
    return plate.validUntil().isBefore(desk.now()) ? "expired" : "valid";
  }
}
