package io.testroad.incident;

/**
 * A class of incidents.
 *
 * @param name kebab-case
 * @param when which incidents belong to it, unless to one before it
 * @param priority 1 (life) to 4
 * @param level the lowest centre that may command it
 */
public record SeverityClass(String name, PlanCondition when, int priority, CentreLevel level) {

  /** What belongs to no other class. */
  public static final SeverityClass OTHER =
      new SeverityClass("other", PlanCondition.ALWAYS, 4, CentreLevel.DISTRICT);
}
