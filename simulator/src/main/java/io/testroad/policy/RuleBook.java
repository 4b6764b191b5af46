package io.testroad.policy;

import io.testroad.engine.Facts;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Answers what the rules say about the facts of a moment. Implementations are thread-safe. */
public interface RuleBook {

  /** A book without rules: everything is allowed. */
  RuleBook NONE =
      new RuleBook() {
        @Override
        public List<Ruling> rule(Moment moment, Facts facts) {
          return List.of();
        }

        @Override
        public boolean concerns(Moment moment) {
          return false;
        }
      };

  /**
   * The rulings of every rule of that moment whose guard holds, in order of rule id.
   *
   * @param facts the facts of {@link Vocabulary} available at that moment; those that may be absent
   *     (see {@link Fact#absent}) can be left out, further ones are ignored
   * @throws IllegalArgumentException when a fact that a rule reads is missing, or of another type
   */
  List<Ruling> rule(Moment moment, Facts facts);

  /**
   * What somebody must do within a term that begins to run at a moment, in order of name.
   *
   * @param facts as for {@link #rule}
   */
  default List<Obligation> obligations(Moment moment, Facts facts) {
    return List.of();
  }

  /** Whether any rule or obligation is of a moment; where there is none nobody need ask. */
  default boolean concerns(Moment moment) {
    return true;
  }

  /** The names of the facts that rules and guards of obligations of a moment read; may be empty. */
  default SortedSet<String> factsRead(Moment moment) {
    return new TreeSet<>();
  }

  /** The same book with only those rules of a moment that an authority looks at. */
  default RuleBook checkedBy(String authority) {
    return this;
  }
}
