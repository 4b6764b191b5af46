package io.testroad.cli;

import io.testroad.engine.Event;
import io.testroad.policy.Expression;
import io.testroad.policy.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tells of a rule in a run: what it says, and who kept and broke it. */
final class RuleAccount {

  private final AccountWriter writer;
  private final RunIndex index;
  private final Words words;
  private final RuleWords told;
  private final String id;

  RuleAccount(AccountWriter writer, RunIndex index, String id) {
    this.writer = writer;
    this.index = index;
    this.id = id;
    words = writer.words();
    told = writer.told();
  }

  /** The account. */
  Account tell() {
    Optional<Rule> rule = writer.run().policy().findRule(id);
    RunIndex.RuleCount count = index.rules().getOrDefault(id, new RunIndex.RuleCount());
    AccountWriter.Shelf broken = writer.shelf();
    writer
        .run()
        .each(
            line -> line.contains(id),
            logged -> {
              Event event = logged.event();
              if (Links.isBroken(event) && Links.text(event, "rule").equals(id)) {
                broken.add(logged);
              }
            });
    List<String> about = new ArrayList<>();
    rule.ifPresent(r -> about(r, about));
    about.add(words.say("explain.rule-count", count.held(), count.broken()));
    if (count.firstTick() >= 0) {
      about.add(
          words.say(
              "explain.rule-first",
              writer.sentences().time(count.firstTick()),
              writer.sentences().time(count.lastTick())));
    }
    about.add(
        count.broken() == 0
            ? words.say("explain.rule-kept-only")
            : words.say("explain.rule-broken-by", writer.by(count.brokenBy())));
    writer.section("rulings", AccountWriter.lines(about));
    if (!broken.isEmpty()) {
      writer.section("broken-rulings", broken);
    }
    return writer.account("rule", id, told.title(id) + " (" + id + ")");
  }

  private void about(Rule rule, List<String> lines) {
    lines.add(rule.title().en() + " · " + rule.title().zh());
    lines.add(
        words.say("head.moment")
            + ": "
            + words.say("policy.moment", rule.on(), told.moment(rule.on())));
    rule.applies()
        .map(Expression::text)
        .ifPresent(guard -> lines.add(words.say("head.applies") + ": " + guard));
    lines.add(words.say("head.require") + ": " + rule.require().text());
    lines.add(words.say("head.source") + ": " + told.source(rule.source()));
    lines.add(
        words.say("head.grade")
            + ": "
            + rule.source().grade()
            + ": "
            + told.grade(rule.source().grade()));
    lines.add(words.say("head.pack") + ": " + rule.pack());
    rule.otherwise()
        .forEach(each -> lines.add(words.say("head.otherwise") + ": " + told.consequence(each)));
  }
}
