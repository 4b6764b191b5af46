package io.testroad.scenario;

import io.testroad.engine.Event;
import io.testroad.engine.EventType;

/**
 * A ruling that a scenario says will be given: a rule is kept, or broken, by a fleet or a vehicle.
 *
 * @param rule the rule's id
 * @param held whether it is kept
 * @param by the name of the operator or vehicle it is about, with {@code *} and {@code ?}
 */
public record RulingCase(String rule, boolean held, String by) {

  /** The name under which its failure goes on record. */
  public String name() {
    return "rule " + rule + (held ? " is kept by " : " is broken by ") + by;
  }

  /** Whether an event is this ruling. */
  boolean isMetBy(Event event) {
    if (event.type() != EventType.RULING
        || !rule.equals(event.attributes().find("rule"))
        || held != "held".equals(event.attributes().find("verdict"))) {
      return false;
    }
    String subject = event.subject();
    String name = subject.substring(subject.indexOf(':') + 1);
    return new Glob(by).matches(name) || isVehicleOf(by, name);
  }

  /** Whether a name is that of a vehicle of a fleet: {@code pilot-3} of {@code pilot}. */
  private static boolean isVehicleOf(String fleet, String name) {
    return name.startsWith(fleet + "-") && name.substring(fleet.length() + 1).matches("[0-9]+");
  }
}
