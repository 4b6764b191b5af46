package io.testroad.incident;

import io.testroad.engine.AgentId;
import io.testroad.engine.EventType;
import io.testroad.engine.Facts;
import io.testroad.protocol.IncidentLetter;
import io.testroad.protocol.SceneFacts;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What a centre asks of the operators of the vehicles in an incident, and what comes of it. */
final class Operators {

  static final String ASKED = "asked";

  private static final String LATE = "late";
  private static final String DONE = "done";

  /** What a timer of an operator's answer is about begins with this. */
  static final String ANSWER = "answer ";

  private Operators() {}

  /** Whether nothing comes of a measure: others must see to it. */
  static boolean isRefusal(String outcome) {
    return outcome.equals("refused") || outcome.equals("failed") || outcome.equals(LATE);
  }

  /** The operator that is believed to run a vehicle of the incident. */
  static Optional<AgentId> find(Desk desk, Belief belief) {
    String named = belief.text(SceneFacts.OPERATOR);
    return desk.spec().surroundings().operators().stream()
        .filter(operator -> operator.value().equals(named) || operator.name().equals(named))
        .findFirst();
  }

  /** Asks once for each vehicle; the picture as it is then. */
  static Picture ask(
      Desk desk, Picture picture, OperatorMeasure measure, Optional<Duration> within) {
    Optional<AgentId> operator = find(desk, picture.belief());
    Picture asked = picture;
    if (operator.isPresent()) {
      for (String vehicle : vehicles(operator.get(), picture.belief().sight().vehicles())) {
        asked = ask(desk, asked, operator.get(), vehicle, measure, within);
      }
    }
    return asked;
  }

  /** An operator's vehicles bear its fleet's name; all that are there, when none does. */
  private static List<String> vehicles(AgentId operator, List<String> all) {
    List<String> own =
        all.stream().filter(vehicle -> vehicle.startsWith(operator.name() + "-")).toList();
    return own.isEmpty() ? all : own;
  }

  private static Picture ask(
      Desk desk,
      Picture picture,
      AgentId operator,
      String vehicle,
      OperatorMeasure measure,
      Optional<Duration> within) {
    String key = key(vehicle, measure.written());
    if (picture.dealings().operators().containsKey(key)) {
      return picture;
    }
    desk.decided(
        EventType.OPERATOR_ASKED,
        picture,
        Facts.of("operator", operator.name(), "vehicle", vehicle, "measure", measure.written()));
    desk.post(
        operator, new IncidentLetter.OperatorAsked(picture.number(), vehicle, measure.written()));
    within.ifPresent(
        limit -> desk.review(picture.number(), ANSWER + key, 0, Assessment.seconds(limit)));
    return picture.with(picture.dealings().withOperator(key, ASKED));
  }

  private static String key(String vehicle, String measure) {
    return vehicle + "/" + measure;
  }

  /**
   * Takes an answer down; the picture as it is then.
   *
   * @param sender the operator, or a centre that passes its answer on
   */
  static Picture answered(
      Desk desk, Picture picture, AgentId sender, IncidentLetter.OperatorAnswered answer) {
    AgentId from = find(desk, picture.belief()).orElse(sender);
    desk.record(
        EventType.OPERATOR_ANSWERED,
        picture.number(),
        Facts.of(
            "operator", from.name(),
            "vehicle", answer.vehicle(),
            "measure", answer.measure(),
            "outcome", answer.outcome()));
    String key = key(answer.vehicle(), answer.measure());
    Picture known = picture.with(picture.dealings().withOperator(key, answer.outcome()));
    boolean freed =
        answer.measure().equals(OperatorMeasure.UNLOCK_DOORS.written())
            && answer.outcome().equals(DONE);
    var teller = new Belief.Told(from.value(), Means.OFFICER, desk.tick());
    return freed ? known.with(known.belief().with(SceneFacts.RIDERS, 0L, teller)) : known;
  }

  /** Whether an answer means that the vehicle isn't in the way any more. */
  static boolean isGone(IncidentLetter.OperatorAnswered answer) {
    boolean moves = !answer.measure().equals(OperatorMeasure.UNLOCK_DOORS.written());
    return moves && answer.outcome().equals(DONE);
  }

  /** An answer hasn't come in time; the picture as it is then. */
  static Picture late(Picture picture, String what) {
    String key = what.substring(ANSWER.length());
    return ASKED.equals(picture.dealings().operators().get(key))
        ? picture.with(picture.dealings().withOperator(key, LATE))
        : picture;
  }
}
