package io.testroad.policy;

import io.testroad.engine.AgentId;
import io.testroad.finding.Position;
import io.testroad.units.Term;
import java.util.Optional;

/**
 * What somebody must do within a term, counted from a moment on: a report, a determination, a
 * check. Rules on {@link Moment#OBLIGATION_DUE} say what follows when it isn't done.
 *
 * @param name kebab-case, unique in the pack and those it extends
 * @param pack the id of the pack that holds it
 * @param on the moment at which its clock begins to run
 * @param applies the guard: no clock runs where it is false
 * @param by who must do it: {@link #PERFORMERS}
 * @param to the authority that it is owed to and that keeps the clock
 * @param within its term
 * @param repeats whether the clock begins anew when the term is over, until the declaration ends
 * @param position where it is written
 */
public record Obligation(
    String name,
    String pack,
    Moment on,
    Optional<Expression> applies,
    String by,
    String to,
    Term within,
    boolean repeats,
    Position position) {

  /** Who may have to do something. */
  public static final java.util.List<String> PERFORMERS =
      java.util.List.of(
          "operator",
          "driver",
          "technical-supervisor",
          "traffic-police",
          "industry-bureau",
          "transport-bureau",
          "appraiser");

  /** Those whom something may be owed to. */
  public static final java.util.List<String> AUTHORITIES =
      java.util.List.of("traffic-police", "industry-bureau", "transport-bureau");

  /** The authority that keeps its clock. */
  public AgentId keeper() {
    return AgentId.of("authority", to);
  }
}
