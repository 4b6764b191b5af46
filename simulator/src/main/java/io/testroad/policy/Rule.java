package io.testroad.policy;

import io.testroad.finding.Position;
import java.util.List;
import java.util.Optional;

/**
 * One rule of a pack.
 *
 * @param id kebab-case, unique in the pack and those it extends
 * @param pack the id of the pack that holds it
 * @param title what it demands, in a few words
 * @param source where it comes from
 * @param on when it is evaluated
 * @param checkedBy the authority that looks at it where several confirm together
 * @param applies the guard: the rule is silent where it is false
 * @param require what must be so
 * @param otherwise what follows when it isn't
 * @param position where it is written
 */
public record Rule(
    String id,
    String pack,
    Label title,
    Source source,
    Moment on,
    String checkedBy,
    Optional<Expression> applies,
    Expression require,
    List<Consequence> otherwise,
    Position position) {

  public Rule {
    otherwise = List.copyOf(otherwise);
  }
}
