package io.testroad.policy;

import io.testroad.engine.Facts;
import java.util.List;

/** Answers what the rules say about the facts of a moment. Implementations are thread-safe. */
public interface RuleBook {

  /** A book without rules: everything is allowed. */
  RuleBook NONE = (moment, facts) -> List.of();

  /**
   * The rulings of every rule of that moment whose guard holds, in order of rule id.
   *
   * @param facts the facts of {@link Vocabulary} available at that moment; those that may be absent
   *     (see {@link Fact#absent}) can be left out, further ones are ignored
   * @throws IllegalArgumentException when a fact that a rule reads is missing, or of another type
   */
  List<Ruling> rule(Moment moment, Facts facts);
}
