package io.testroad;

import io.testroad.engine.Facts;
import io.testroad.policy.Consequence;
import io.testroad.policy.Grade;
import io.testroad.policy.Instruction;
import io.testroad.policy.Moment;
import io.testroad.policy.RuleBook;
import io.testroad.policy.Ruling;
import io.testroad.policy.Source;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/** Small rule books. */
public final class Rules {

  private Rules() {}

  /** A book of one rule: at a moment, something must hold of the facts. */
  public static RuleBook rule(
      String id, Moment moment, Predicate<Facts> requirement, Consequence... otherwise) {
    return (asked, facts) -> {
      if (asked != moment) {
        return List.of();
      }
      boolean held = requirement.test(facts);
      return List.of(
          new Ruling(
              id,
              "test",
              moment,
              held,
              held ? List.of() : List.of(otherwise),
              new Source("Test rules", "1", Grade.ASSUMPTION, ""),
              Facts.empty()));
    };
  }

  /** A book of one rule that is always broken. */
  public static RuleBook never(String id, Moment moment, Consequence... consequences) {
    return rule(id, moment, facts -> false, consequences);
  }

  /** Several books as one. */
  public static RuleBook all(RuleBook... books) {
    return (moment, facts) ->
        List.of(books).stream()
            .flatMap(book -> book.rule(moment, facts).stream())
            .sorted(Comparator.comparing(Ruling::rule))
            .toList();
  }

  /** What a rule instructs. */
  public static Consequence instruct(Instruction instruction) {
    return new Consequence.Instruct(instruction);
  }

  /** That a request is refused. */
  public static Consequence refuse(String reason) {
    return new Consequence.Refuse(reason);
  }
}
