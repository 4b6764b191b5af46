package io.testroad.vehicle;

import io.testroad.engine.EventType;
import io.testroad.engine.Facts;
import io.testroad.policy.Consequence;
import io.testroad.policy.Judgement;
import io.testroad.policy.Moment;
import io.testroad.policy.Obligation;
import io.testroad.policy.RuleBook;
import io.testroad.policy.Ruling;
import io.testroad.protocol.PermitLetter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What the rule book says of a vehicle at a moment, and what of it authorities hear. */
final class IcvJudging {

  private static final Judgement NOTHING = new Judgement(List.of(), List.of());

  private final IcvDriving driving;
  private final IcvSpec spec;
  private final RuleBook rules;

  IcvJudging(IcvDriving driving, RuleBook rules) {
    this.driving = driving;
    spec = driving.spec();
    this.rules = rules;
  }

  /** Whether any rule is of a moment. */
  boolean concerns(Moment moment) {
    return rules.concerns(moment);
  }

  Judgement judge(Moment moment) {
    return judge(moment, Facts.empty());
  }

  Judgement judge(Moment moment, Facts further) {
    return judge(moment, further, driving.state().place().road());
  }

  /** A judgement, put on record, as if the vehicle were on the road given. */
  Judgement judge(Moment moment, Facts further, String road) {
    Judgement judgement = ask(moment, further, road);
    judgement.record(driving.out(), spec.id().value());
    judgement.obligations().forEach(owed -> start(owed, further, road));
    return judgement;
  }

  private Judgement ask(Moment moment, Facts further, String road) {
    if (!rules.concerns(moment)) {
      return NOTHING;
    }
    Set<String> read = rules.factsRead(moment);
    IcvFacts.Scene scene = driving.scene(road);
    Facts facts = read.isEmpty() ? IcvFacts.all(scene) : IcvFacts.some(scene, read);
    return Judgement.of(rules, moment, facts.and(further));
  }

  /** All facts of a moment, as those see them who take the matter up later. */
  Facts facts(Facts further, String road) {
    return IcvFacts.all(driving.scene(road)).and(further);
  }

  private void start(Obligation owed, Facts further, String road) {
    driving
        .out()
        .post(
            owed.keeper(),
            PermitLetter.ObligationStarts.of(
                owed, spec.operator(), spec.name(), facts(further, road)));
  }

  /**
   * A judgement of what is looked at again and again. On record goes what was never said before, or
   * has changed, of rules kept and of rules broken; a breach that goes on is reported once.
   *
   * @return what is to be done now, for as long as a breach goes on
   */
  Judgement look(Moment moment, Facts further) {
    if (!rules.concerns(moment)) {
      return NOTHING;
    }
    IcvState.Look before = driving.state().looks().of(moment);
    String road = driving.state().place().road();
    Judgement judgement = ask(moment, further, road);
    for (Ruling ruling : judgement.rulings()) {
      boolean known = ruling.held() ? heldIn(before, ruling) : brokenIn(before, ruling);
      if (!known) {
        driving.out().record(EventType.RULING, spec.id().value(), ruling.attributes());
      }
    }
    judgement.broken().filter(ruling -> !brokenIn(before, ruling)).forEach(this::report);
    judgement.obligations().stream()
        .filter(owed -> !before.owed().contains(owed.name()))
        .forEach(owed -> start(owed, further, road));
    keep(moment, before, judgement);
    return judgement;
  }

  private static boolean heldIn(IcvState.Look look, Ruling ruling) {
    return look.held().contains(ruling.rule());
  }

  private static boolean brokenIn(IcvState.Look look, Ruling ruling) {
    return look.broken().contains(ruling.rule());
  }

  private void keep(Moment moment, IcvState.Look before, Judgement judgement) {
    List<String> broken = judgement.broken().map(Ruling::rule).toList();
    List<String> owed = judgement.obligations().stream().map(Obligation::name).toList();
    List<String> held = new ArrayList<>(before.held());
    held.removeAll(broken);
    for (Ruling ruling : judgement.rulings()) {
      if (ruling.held() && !held.contains(ruling.rule())) {
        held.add(ruling.rule());
      }
    }
    var look = new IcvState.Look(held, broken, owed);
    if (!look.equals(before)) {
      driving.become(driving.state().with(driving.state().looks().with(moment, look)));
    }
  }

  /** Reports to the authority what the rules count as a breach. */
  void report(Judgement judgement) {
    judgement.broken().forEach(this::report);
  }

  private void report(Ruling ruling) {
    List<Consequence> forAuthorities = ruling.forAuthorities();
    if (!forAuthorities.isEmpty()) {
      driving
          .out()
          .post(
              spec.authority(),
              new PermitLetter.BreachReported(
                  spec.name(),
                  spec.operator(),
                  driving.state().outfit().software(),
                  driving.state().place().road(),
                  ruling.rule(),
                  forAuthorities,
                  driving.state().outfit().given()));
    }
  }
}
