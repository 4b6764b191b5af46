package io.testroad.vehicle;

import io.testroad.engine.AgentId;
import io.testroad.engine.Facts;
import io.testroad.policy.Consequence;
import io.testroad.policy.Judgement;
import io.testroad.policy.Moment;
import io.testroad.protocol.PermitLetter;
import java.util.List;
import java.util.SortedMap;

/** What happens on shifts by the calendar, judged by the same rules as on the road. */
final class Incidents {

  /** The rule that ordinary violations break: what the pack says nothing of. */
  private static final String TRAFFIC_LAW = "road-traffic-law";

  /** The class of driving where a rule refuses it. */
  private static final String AGAINST_REFUSAL = "driving-against-refusal";

  /** By how much a drawn speeding exceeds the limit (assumption). */
  private static final double SPEEDING = 1.25;

  private final OperatorDesk desk;
  private final ShiftFacts facts;

  Incidents(OperatorDesk desk, ShiftFacts facts) {
    this.desk = desk;
    this.facts = facts;
  }

  private Judgement judge(String vehicle, Moment moment, Facts further) {
    Facts known = facts.of(vehicle).and(further);
    Judgement judgement = Judgement.of(desk.rules(), moment, known);
    judgement.record(desk.out(), AgentId.vehicle(vehicle).value(), desk.spec().id());
    desk.report(judgement, vehicle, "", known);
    return judgement;
  }

  private static Facts driving(boolean automated) {
    return Facts.of("vehicle.mode", automated ? "automated" : "manual", "vehicle.moving", true);
  }

  /** The system drives on outside the declared roads. */
  void strays(String vehicle) {
    judge(vehicle, Moment.ROAD_ENTERED, driving(true).with("road.declared", false));
  }

  /**
   * The system drives although it may not: a violation, whether or not the rules of the road have a
   * word on it.
   *
   * @param refusal the rule that refuses it
   */
  void drivesAnyway(String vehicle, String refusal) {
    Judgement judgement =
        judge(vehicle, Moment.ROAD_ENTERED, driving(true).with("road.declared", true));
    if (judgement
        .broken()
        .allMatch(ruling -> ruling.consequences(Consequence.Violation.class).isEmpty())) {
      desk.report(
          vehicle, "", refusal, List.of(new Consequence.Violation(AGAINST_REFUSAL, "operator")));
    }
  }

  /** A violation: half of them are speeding, the others break rules of traffic that no pack has. */
  void violates(String vehicle, OperatorState.Shift shift, double choice) {
    if (choice < 0.5) {
      double limit =
          facts.of(vehicle).find("road.speedLimitMps") instanceof Double known ? known : 0;
      judge(
          vehicle,
          Moment.SPEED_SEEN,
          driving(shift.automated()).with("vehicle.speedMps", limit * SPEEDING));
    } else {
      desk.report(
          vehicle,
          "",
          TRAFFIC_LAW,
          List.of(new Consequence.Violation("traffic-violation", "driver")));
    }
  }

  void fails(String vehicle, boolean canMove) {
    judge(
        vehicle,
        Moment.FAULT_OCCURRED,
        Facts.of(
            "vehicle.mode",
            "minimal-risk",
            "vehicle.moving",
            false,
            "vehicle.hazardLights",
            true,
            "fault.cause",
            "drawn",
            "fault.canMove",
            canMove));
  }

  void collides(String vehicle, OperatorState.Shift shift, ShiftDraws draws, int number) {
    CalendarDuty.Rates rates = desk.spec().duty().orElseThrow().rates();
    String severity = pick(rates.severities(), draws.choice(1000 + number), "property-damage");
    String responsibility = pick(rates.responsibilities(), draws.choice(2000 + number), "none");
    Facts collision =
        Facts.of(
            "vehicle.mode",
            "stopped",
            "vehicle.moving",
            false,
            "vehicle.hazardLights",
            true,
            "collision.severity",
            severity,
            "collision.injured",
            !severity.equals("property-damage"),
            "collision.otherKind",
            "vehicle",
            "collision.automated",
            shift.automated(),
            "collision.speedMps",
            shift.speedMps(),
            "collision.canMove",
            severity.equals("property-damage"));
    judge(vehicle, Moment.COLLISION_OCCURRED, collision);
    desk.out()
        .post(
            OperatorDesk.POLICE,
            new PermitLetter.AccidentReported(
                vehicle, desk.spec().id(), facts.of(vehicle).and(collision), responsibility));
  }

  /** The word that a number in [0, 1) belongs to; the rest of the probability is the last's. */
  private static String pick(SortedMap<String, Double> shares, double choice, String otherwise) {
    double left = choice;
    for (var share : shares.entrySet()) {
      left -= share.getValue();
      if (left < 0) {
        return share.getKey();
      }
    }
    return otherwise;
  }
}
