package io.testroad.incident;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * What a centre's plans say about an incident as it is believed to be.
 *
 * @param situation what is known, classified
 * @param plan what is done about it; empty when there is no plan for it
 */
record Assessment(Situation situation, Optional<Plan> plan) {

  /** How long it is waited for a unit of one's own where the plan says nothing (assumption), s. */
  private static final double WAITS_S = 600;

  static Assessment of(PlanBook book, CentreFacts facts, Desk desk, Picture picture) {
    Situation situation = book.situation(facts.of(desk, picture));
    return new Assessment(situation, book.plan(situation));
  }

  SeverityClass severity() {
    return situation.severity();
  }

  /** The ruling that follows for what the incident is taken for. */
  Picture.Ruling ruling(String kind) {
    return new Picture.Ruling(
        kind,
        severity().name(),
        severity().priority(),
        plan.map(Plan::id).orElse(Picture.Ruling.NO_PLAN));
  }

  /** How reports are made sure of, in order of preference. */
  List<Verification> verification() {
    return plan.map(Plan::verify).orElse(List.of(Verification.values()));
  }

  /** The units that are to be sent. */
  List<Needs.Line> lines(Picture picture, boolean joint) {
    if (plan.isEmpty() || plan.get().standDown().holds(situation)) {
      return List.of();
    }
    List<Needs.Line> lines =
        plan.get().sendings(situation).stream()
            .map(this::line)
            .filter(line -> !picture.course().gone() || staysWithPeople(line))
            .map(line -> lessOperators(picture, line))
            .filter(line -> line.count() > 0)
            .toList();
    boolean firstOnly = !joint && !picture.course().seen() && !lines.isEmpty();
    return firstOnly ? List.of(lines.get(0).of(1)) : lines;
  }

  private Needs.Line line(Sending sending) {
    return new Needs.Line(
        sending.task(),
        sending.kinds(),
        sending.count().value(situation),
        sending.within().map(Assessment::seconds).orElse(WAITS_S));
  }

  /** Where the vehicles have left, people may still need somebody. */
  private boolean staysWithPeople(Needs.Line line) {
    return switch (line.task()) {
      case TREAT -> situation.values().get(PlanFacts.INJURED) instanceof Long many && many > 0;
      case CONTAIN ->
          situation.values().get(PlanFacts.SUBSTANCE) instanceof String un && !un.isEmpty();
      default -> false;
    };
  }

  /** What an operator's crew that is under way sees to needn't be done by others. */
  private static Needs.Line lessOperators(Picture picture, Needs.Line line) {
    SortedMap<String, String> asked = picture.dealings().operators();
    long crews =
        asked.entrySet().stream()
            .filter(each -> each.getKey().endsWith("/" + OperatorMeasure.SEND_CREW.written()))
            .filter(each -> !Operators.isRefusal(each.getValue()))
            .filter(each -> !each.getValue().equals(Operators.ASKED))
            .count();
    return switch (line.task()) {
      case RECOVER, TOW -> line.of(Math.max(0, line.count() - Math.toIntExact(crews)));
      default -> line;
    };
  }

  /** The centre that must command it by its severity or its plan; empty when this one may. */
  Optional<CentreLevel> commandedBy(CentreLevel own, Duration since) {
    Optional<CentreLevel> planned = plan.flatMap(each -> each.escalation(situation, since));
    Optional<CentreLevel> bySeverity =
        own == CentreLevel.OPERATOR ? Optional.empty() : Optional.of(severity().level());
    return java.util.stream.Stream.of(planned, bySeverity)
        .flatMap(Optional::stream)
        .max(java.util.Comparator.naturalOrder())
        .filter(level -> level.compareTo(own) > 0);
  }

  static double seconds(Duration duration) {
    return duration.toMillis() / 1000.0;
  }
}
