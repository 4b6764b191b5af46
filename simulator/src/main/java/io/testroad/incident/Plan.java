package io.testroad.incident;

import io.testroad.policy.Label;
import io.testroad.policy.Source;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What a centre does about a kind of incident. All lists are in the order written.
 *
 * @param id kebab-case, unique in its book
 * @param label its name for people
 * @param when which incidents it is for, unless one before it is
 * @param source where it comes from
 * @param verify how reports are made sure of, in order of preference
 * @param sendings which units are sent
 * @param procedure what comes first at the scene, where the next doesn't hold
 * @param otherProcedure when the other procedure is followed
 * @param measures what is done besides
 * @param escalations when it goes to a higher centre
 * @param reports who has to be told
 * @param standDown when units on their way are called back
 * @param fund when the relief fund is notified
 */
public record Plan(
    String id,
    Label label,
    PlanCondition when,
    Source source,
    List<Verification> verify,
    List<Sending> sendings,
    Procedure procedure,
    PlanCondition otherProcedure,
    List<PlannedMeasure> measures,
    List<Escalation> escalations,
    List<ReportDuty> reports,
    PlanCondition standDown,
    PlanCondition fund) {

  public Plan {
    verify = List.copyOf(verify);
    sendings = List.copyOf(sendings);
    measures = List.copyOf(measures);
    escalations = List.copyOf(escalations);
    reports = List.copyOf(reports);
  }

  /** Whether what is sent, or done, may change as time passes and nothing else happens. */
  boolean isTimed() {
    return standDown.hangsOn(PlanFacts.WAITS)
        || sendings.stream().anyMatch(each -> each.when().hangsOn(PlanFacts.WAITS))
        || measures.stream().anyMatch(each -> each.when().hangsOn(PlanFacts.WAITS));
  }

  /** Which units are to be sent as things stand; those with a count of 0 are left out. */
  public List<Sending> sendings(Situation situation) {
    return sendings.stream()
        .filter(each -> each.when().holds(situation) && each.count().value(situation) > 0)
        .toList();
  }

  /** What comes first at the scene as things stand. */
  public Procedure procedure(Situation situation) {
    return otherProcedure.holds(situation) ? procedure.other() : procedure;
  }

  /** What is to be done besides as things stand. */
  public List<Measure> measures(Situation situation) {
    return measures.stream()
        .filter(each -> each.when().holds(situation))
        .map(PlannedMeasure::measure)
        .toList();
  }

  /**
   * The highest centre it goes to as things stand; empty when to none.
   *
   * @param since how long ago it was reported
   */
  public Optional<CentreLevel> escalation(Situation situation, Duration since) {
    return escalations.stream()
        .filter(each -> each.after().compareTo(since) <= 0 && each.when().holds(situation))
        .map(Escalation::to)
        .max(Comparator.naturalOrder());
  }

  /** When escalations are to be looked at, after the report: each time once, ascending. */
  public List<Duration> escalationTimes() {
    return escalations.stream().map(Escalation::after).distinct().sorted().toList();
  }

  /** Who has to be told as things stand. */
  public List<ReportDuty> reports(Situation situation) {
    return reports.stream().filter(each -> each.when().holds(situation)).toList();
  }
}
