package io.testroad.scenario;

import io.testroad.engine.RoadDecision;
import io.testroad.policy.FactExpression;
import java.util.List;

/**
 * What the script does once, when a condition becomes true for the first time.
 *
 * @param when the condition
 * @param decisions about the roads, in order
 * @param letters to agents, in order
 */
public record Conditional(
    FactExpression when, List<RoadDecision> decisions, List<Addressed> letters) {

  public Conditional {
    decisions = List.copyOf(decisions);
    letters = List.copyOf(letters);
  }
}
