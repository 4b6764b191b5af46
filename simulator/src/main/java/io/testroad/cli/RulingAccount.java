package io.testroad.cli;

import io.testroad.engine.Event;
import io.testroad.engine.Facts;
import io.testroad.policy.Change;
import io.testroad.policy.Expression;
import io.testroad.policy.FactsText;
import io.testroad.policy.Grade;
import io.testroad.policy.Rule;
import io.testroad.policy.Way;
import io.testroad.policy.WhatIf;
import io.testroad.policy.WhatIf.Over;
import io.testroad.policy.WhatIf.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a recorded ruling said, about what, by which rule, and what would have changed it. */
final class RulingAccount {

  private static final String INDENT = "    ";

  private final Event event;
  private final RuleWords told;
  private final Words words;
  private final Optional<Rule> rule;
  private final Optional<Facts> facts;
  private final boolean held;
  private final List<String> notes = new ArrayList<>();
  private final List<Way> toHold;
  private final List<Way> toBreak;
  private final List<Way> toSilence;
  private final List<Way> otherPolicy;

  RulingAccount(Event event, RunLog run, RuleWords told) {
    this.event = event;
    this.told = told;
    words = told.words();
    rule = run.policy().findRule(text("rule"));
    facts = FactsText.parse(text("facts"));
    held = text("verdict").equals("held");
    Optional<WhatIf> what = whatIf(run);
    toHold = held ? List.of() : ways(what, Verdict.HELD, Over.FACTS);
    toBreak = held ? ways(what, Verdict.BROKEN, Over.FACTS) : List.of();
    toSilence = held ? List.of() : ways(what, Verdict.SILENT, Over.FACTS);
    otherPolicy = held ? List.of() : ways(what, Verdict.HELD, Over.PARAMETERS);
    if (what.isPresent() && (held ? toBreak : toHold).isEmpty()) {
      notes.add(words.say("explain.nothing"));
    }
  }

  private static List<Way> ways(Optional<WhatIf> what, Verdict wanted, Over over) {
    return what.map(w -> w.ways(wanted, over)).orElse(List.of());
  }

  private Optional<WhatIf> whatIf(RunLog run) {
    if (facts.isEmpty()) {
      notes.add(words.say("note.facts-unread"));
      return Optional.empty();
    }
    if (run.policy().rules().isEmpty()) {
      return Optional.empty(); // the account says why there is no pack
    }
    if (rule.isEmpty()) {
      notes.add(words.say("note.rule-gone", text("rule")));
      return Optional.empty();
    }
    Optional<WhatIf> what = run.policy().whatIf(text("rule"), facts.get());
    if (what.isEmpty()) {
      notes.add(words.say("note.reads-others"));
      return Optional.empty();
    }
    if (what.get().verdict().filter(v -> v == (held ? Verdict.HELD : Verdict.BROKEN)).isEmpty()) {
      notes.add(words.say("note.verdict-differs"));
      return Optional.empty();
    }
    return what;
  }

  private String text(String attribute) {
    return Links.text(event, attribute);
  }

  /** Whether the rule was kept. */
  boolean held() {
    return held;
  }

  /** What would have changed it, as lines; the shortest account of why. */
  List<String> why() {
    List<String> lines = new ArrayList<>();
    lines.addAll(told.ways("explain.held-if", toHold));
    lines.addAll(told.ways("explain.broken-if", toBreak));
    lines.addAll(told.ways("explain.silent-if", toSilence));
    lines.addAll(told.ways("explain.parameter-if", otherPolicy));
    boolean untried =
        toHold.stream().anyMatch(way -> !way.tried())
            || toBreak.stream().anyMatch(way -> !way.tried());
    if (untried) {
      lines.add(words.say("explain.untried"));
    }
    lines.addAll(notes);
    return lines;
  }

  /** All there is to say, as lines below the sentence. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    rule.flatMap(Rule::applies).ifPresent(guard -> lines.add(row("applies", guard.text())));
    rule.ifPresent(r -> lines.add(row("require", r.require().text())));
    lines.add(row("source", told.source(text("instrument"), text("article"), text("grade"))));
    Grade.find(text("grade"))
        .ifPresent(grade -> lines.add(row("grade", grade + ": " + told.grade(grade))));
    lines.add(row("pack", text("pack")));
    if (!text("by").isEmpty()) {
      lines.add(row("judge", judge()));
    }
    lines.add(row("saw", ""));
    facts.ifPresent(
        seen -> seen.asMap().forEach((name, value) -> lines.add(INDENT + fact(name, value))));
    if (!text("consequence").isEmpty()) {
      lines.add(row("consequences", told.consequences(text("consequence"))));
    }
    lines.addAll(why());
    return lines;
  }

  private String judge() {
    String by = text("by");
    return by.startsWith("authority:") ? told.party(by.substring(by.indexOf(':') + 1)) : by;
  }

  private String fact(String name, Object value) {
    String fact = words.say("explain.fact", name, told.value(name, value));
    String meaning = told.meaning(name);
    return meaning.isEmpty() ? fact : fact + "  " + meaning;
  }

  private String row(String head, String text) {
    String label = words.say("head." + head);
    return (label + " ".repeat(Math.max(1, 14 - Columns.width(label))) + text).stripTrailing();
  }

  /** As JSON has it. */
  Account.RulingView view() {
    return new Account.RulingView(
        text("rule"),
        text("pack"),
        text("on"),
        text("verdict"),
        text("by").isEmpty() ? null : text("by"),
        rule.map(r -> r.title().en()).orElse(null),
        rule.map(r -> r.title().zh()).orElse(null),
        text("instrument"),
        text("article"),
        text("grade"),
        Grade.find(text("grade")).map(told::grade).orElse(""),
        rule.flatMap(Rule::applies).map(Expression::text).orElse(null),
        rule.map(r -> r.require().text()).orElse(null),
        facts
            .map(
                seen ->
                    seen.asMap().entrySet().stream()
                        .map(
                            e ->
                                new Account.FactView(
                                    e.getKey(),
                                    plain(e.getValue()),
                                    told.unit(e.getKey()),
                                    told.meaning(e.getKey())))
                        .toList())
            .orElse(List.of()),
        text("consequence").isEmpty() ? List.of() : List.of(text("consequence").split("; ", -1)),
        views(toHold),
        views(toBreak),
        views(toSilence),
        views(otherPolicy),
        List.copyOf(notes));
  }

  private List<Account.WayView> views(List<Way> ways) {
    return ways.stream()
        .map(
            way ->
                new Account.WayView(
                    way.tried(), told.way(way), way.changes().stream().map(this::view).toList()))
        .toList();
  }

  private Account.ChangeView view(Change change) {
    return new Account.ChangeView(
        change.fact(),
        told.unit(change.fact()),
        plain(change.was()),
        change.conditions().stream()
            .map(
                condition ->
                    new Account.ConditionView(
                        condition.relation().written(), plain(condition.bound()), condition.part()))
            .toList(),
        plain(change.value()));
  }

  /** A value as JSON can have it. */
  static Object plain(Object value) {
    return value instanceof Instant || (value instanceof Double number && !Double.isFinite(number))
        ? value.toString()
        : value;
  }
}
