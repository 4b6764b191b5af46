package io.testroad.incident;

import io.testroad.engine.Facts;
import io.testroad.policy.Label;
import io.testroad.policy.Parameter;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The plans a centre works by, read by {@link PlanReader}. Immutable; thread-safe.
 *
 * @param id kebab-case
 * @param label its name for people
 * @param parameters what conditions read as {@code parameters.<name>}
 * @param severities the classes of incidents: the first that holds counts
 * @param plans the first that holds counts
 */
public record PlanBook(
    String id,
    Label label,
    SortedMap<String, Parameter> parameters,
    List<SeverityClass> severities,
    List<Plan> plans) {

  public PlanBook {
    parameters = Collections.unmodifiableSortedMap(new TreeMap<>(parameters));
    severities = List.copyOf(severities);
    plans = List.copyOf(plans);
  }

  /**
   * What is known, completed: what nobody has reported reads as {@link PlanFacts} says, and the
   * incident is classified. {@link PlanFacts#SEVERITY} and {@link PlanFacts#PRIORITY} are set here.
   *
   * @param known facts {@code incident.…} and {@code centre.…}; others are ignored
   */
  public Situation situation(Facts known) {
    SortedMap<String, Object> values = PlanFacts.complete(known);
    parameters.forEach((name, parameter) -> values.put("parameters." + name, parameter.value()));
    Situation unclassified =
        new Situation(Collections.unmodifiableSortedMap(values), SeverityClass.OTHER);
    SeverityClass severity =
        severities.stream()
            .filter(each -> each.when().holds(unclassified))
            .findFirst()
            .orElse(SeverityClass.OTHER);
    SortedMap<String, Object> classified = new TreeMap<>(values);
    classified.put(PlanFacts.SEVERITY, severity.name());
    classified.put(PlanFacts.PRIORITY, (long) severity.priority());
    return new Situation(Collections.unmodifiableSortedMap(classified), severity);
  }

  /** Whether incidents must be looked at again as time passes and nothing else happens. */
  boolean isTimed() {
    return plans.stream().anyMatch(Plan::isTimed);
  }

  /** The plan for a situation; empty when there is none. */
  public Optional<Plan> plan(Situation situation) {
    return plans.stream().filter(plan -> plan.when().holds(situation)).findFirst();
  }
}
