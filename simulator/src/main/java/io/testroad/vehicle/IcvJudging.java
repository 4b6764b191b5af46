package io.testroad.vehicle;

import io.testroad.engine.Facts;
import io.testroad.policy.Consequence;
import io.testroad.policy.Judgement;
import io.testroad.policy.Moment;
import io.testroad.policy.RuleBook;
import io.testroad.policy.Ruling;
import io.testroad.protocol.PermitLetter;

/** What the rule book says of a vehicle at a moment, and what of it the authority hears. */
final class IcvJudging {

  private final IcvDriving driving;
  private final IcvSpec spec;
  private final RuleBook rules;

  IcvJudging(IcvDriving driving, RuleBook rules) {
    this.driving = driving;
    spec = driving.spec();
    this.rules = rules;
  }

  Judgement judge(Moment moment) {
    return judge(moment, Facts.empty());
  }

  Judgement judge(Moment moment, Facts further) {
    return judge(moment, further, driving.state().place().road());
  }

  /** A judgement, put on record, as if the vehicle were on the road given. */
  Judgement judge(Moment moment, Facts further, String road) {
    return judgeQuietly(moment, further, road).record(driving.out(), spec.id().value());
  }

  /** A judgement of what is looked at again and again; nothing goes on record. */
  Judgement judgeQuietly(Moment moment) {
    return judgeQuietly(moment, Facts.empty(), driving.state().place().road());
  }

  private Judgement judgeQuietly(Moment moment, Facts further, String road) {
    Facts facts = IcvFacts.at(spec, driving.state(), driving.now(), road).and(further);
    return Judgement.of(rules, moment, facts);
  }

  /** Reports to the authority what the rules count as a breach. */
  void report(Judgement judgement) {
    judgement.broken().forEach(this::report);
  }

  private void report(Ruling ruling) {
    var violation = ruling.consequences(Consequence.Violation.class).stream().findFirst();
    int days =
        ruling.consequences(Consequence.Suspend.class).stream()
            .mapToInt(Consequence.Suspend::days)
            .max()
            .orElse(-1);
    boolean withdraw = !ruling.consequences(Consequence.Withdraw.class).isEmpty();
    if (violation.isPresent() || days >= 0 || withdraw) {
      driving
          .out()
          .post(
              spec.authority(),
              new PermitLetter.BreachReported(
                  spec.name(),
                  ruling.rule(),
                  violation.map(Consequence.Violation::violationClass).orElse(null),
                  violation.map(Consequence.Violation::addressee).orElse("operator"),
                  days,
                  withdraw));
    }
  }
}
