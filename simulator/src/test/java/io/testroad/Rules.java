package io.testroad;

import io.testroad.engine.Facts;
import io.testroad.finding.Position;
import io.testroad.policy.Consequence;
import io.testroad.policy.Grade;
import io.testroad.policy.Instruction;
import io.testroad.policy.Moment;
import io.testroad.policy.Obligation;
import io.testroad.policy.RuleBook;
import io.testroad.policy.Ruling;
import io.testroad.policy.Source;
import io.testroad.units.Term;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Small rule books. */
public final class Rules {

  private Rules() {}

  /** A book of one rule: at a moment, something must hold of the facts. */
  public static RuleBook rule(
      String id, Moment moment, Predicate<Facts> requirement, Consequence... otherwise) {
    return new RuleBook() {
      @Override
      public List<Ruling> rule(Moment asked, Facts facts) {
        return asked == moment ? List.of(ruling(requirement.test(facts))) : List.of();
      }

      @Override
      public boolean concerns(Moment asked) {
        return asked == moment;
      }

      private Ruling ruling(boolean held) {
        return new Ruling(
            id,
            "test",
            moment,
            held,
            held ? List.of() : List.of(otherwise),
            new Source("Test rules", "1", Grade.ASSUMPTION, ""),
            Facts.empty());
      }
    };
  }

  /** A book of one obligation to the traffic police, owed by the operator within a day. */
  public static RuleBook obligation(String name, Moment on) {
    return new RuleBook() {
      @Override
      public List<Ruling> rule(Moment asked, Facts facts) {
        return List.of();
      }

      @Override
      public List<Obligation> obligations(Moment asked, Facts facts) {
        return asked == on
            ? List.of(
                new Obligation(
                    name,
                    "test",
                    on,
                    Optional.empty(),
                    "operator",
                    "traffic-police",
                    new Term(1, Term.Unit.DAYS),
                    false,
                    Position.of("test")))
            : List.of();
      }

      @Override
      public boolean concerns(Moment asked) {
        return asked == on;
      }
    };
  }

  /** A book of one rule that is always broken. */
  public static RuleBook never(String id, Moment moment, Consequence... consequences) {
    return rule(id, moment, facts -> false, consequences);
  }

  /** Several books as one. */
  public static RuleBook all(RuleBook... books) {
    return new RuleBook() {
      @Override
      public List<Ruling> rule(Moment moment, Facts facts) {
        return Arrays.stream(books)
            .flatMap(book -> book.rule(moment, facts).stream())
            .sorted(Comparator.comparing(Ruling::rule))
            .toList();
      }

      @Override
      public List<Obligation> obligations(Moment moment, Facts facts) {
        return Arrays.stream(books)
            .flatMap(book -> book.obligations(moment, facts).stream())
            .toList();
      }

      @Override
      public boolean concerns(Moment moment) {
        return Arrays.stream(books).anyMatch(book -> book.concerns(moment));
      }
    };
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
