package io.testroad.cli;

import io.testroad.engine.Event;
import io.testroad.engine.EventType;
import io.testroad.policy.Label;
import io.testroad.policy.Rule;
import io.testroad.record.Manifest;
import io.testroad.record.Metrics;
import io.testroad.scenario.Expectation;
import io.testroad.scenario.Scenario;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tells a run in words a regulator understands. */
final class RunSummary {

  private static final int LINES = 12;

  private final Language language;
  private final Words words;
  private final RunOutcome outcome;
  private final EventSentences sentences;
  private final PrintWriter out;

  /** The summary of a run in a language. */
  RunSummary(Language language, RunOutcome outcome, PrintWriter out) {
    this.language = language;
    this.words = Words.of(language);
    this.outcome = outcome;
    this.sentences =
        new EventSentences(words, outcome.scenario().clock(), outcome.endTick(), this::ruleTitle);
    this.out = out;
  }

  /** What stands above everything, before the run. */
  static String headline(Language language, Scenario scenario) {
    Words words = Words.of(language);
    EventSentences sentences =
        new EventSentences(words, scenario.clock(), 0, rule -> Optional.empty());
    return words.say(
        "headline",
        scenario.name(),
        sentences.dateAndTime(0),
        text(language, scenario.policy().name()),
        Long.toString(scenario.seed()));
  }

  private static String text(Language language, Label label) {
    return language == Language.ZH ? label.zh() : label.en();
  }

  /** Prints it. */
  void print() {
    traffic();
    permits();
    rules();
    modes();
    new IncidentLines(words, outcome, sentences).list().forEach(out::println);
    sanctions();
    expectations();
    out.println();
    out.println(words.say("written", outcome.directory()));
  }

  private void title(String key) {
    out.println();
    out.println(words.say(key));
  }

  private void line(String text) {
    out.println("  " + text);
  }

  private void more(long all, int shown) {
    if (all > shown) {
      line(words.say("more", all - shown));
    }
  }

  private void traffic() {
    Metrics metrics = outcome.metrics();
    Metrics.Vehicles vehicles = metrics.vehicles();
    boolean interrupted = outcome.status() == Manifest.Status.INTERRUPTED;
    out.println(
        words.say(
            interrupted ? "simulated.interrupted" : "simulated",
            words.duration(metrics.simulatedS()),
            sentences.time(outcome.endTick()),
            words.duration(outcome.wallSeconds()),
            Math.round(outcome.realTimeFactor())));
    title("title.traffic");
    line(
        words.say(
            "traffic.vehicles",
            vehicles.departed(),
            vehicles.arrived(),
            vehicles.onRoadAtEnd(),
            vehicles.removed()));
    Metrics.Trips trips = metrics.trips();
    if (trips.meanDurationS() != null && trips.meanTimeLossS() != null) {
      line(
          words.say(
              "traffic.trips",
              words.duration(trips.meanDurationS()),
              words.duration(trips.meanTimeLossS())));
    }
    line(words.say("traffic.collisions", vehicles.collisions()));
    outcome.story().first(EventType.COLLISION).stream().limit(LINES).forEach(this::dated);
    Metrics.Conflicts conflicts = metrics.conflicts();
    if (conflicts.count() > 0 || conflicts.hardBrakings() > 0) {
      line(words.say("traffic.conflicts", conflicts.count(), conflicts.hardBrakings()));
    }
    if (conflicts.leastTtcS() != null) {
      line(words.say("traffic.least-ttc", words.duration(conflicts.leastTtcS())));
    }
    if (conflicts.leastPetS() != null) {
      line(words.say("traffic.least-pet", words.duration(conflicts.leastPetS())));
    }
  }

  private void dated(Event event) {
    line("  " + sentences.time(event.tick()) + "  " + sentences.of(event));
  }

  private void permits() {
    RunStory story = outcome.story();
    long filed = story.count(EventType.APPLICATION_FILED);
    long issued = story.count(EventType.PLATE_ISSUED);
    List<String> changes = new ArrayList<>();
    for (EventType type :
        List.of(
            EventType.PLATE_RENEWED,
            EventType.PLATE_EXPIRED,
            EventType.PERMIT_SUSPENDED,
            EventType.PERMIT_REINSTATED,
            EventType.PERMIT_WITHDRAWN,
            EventType.PLATE_VOIDED)) {
      if (story.count(type) > 0) {
        changes.add(words.say("permits." + type.written(), story.count(type)));
      }
    }
    if (filed == 0 && issued == 0 && changes.isEmpty()) {
      return;
    }
    title("title.permits");
    if (filed > 0) {
      line(words.say("permits.filed", filed, sentences.counts(story.filed())));
      line(
          words.say(
              "permits.decided",
              story.count(EventType.DECLARATION_CONFIRMED),
              issued,
              story.count(EventType.APPLICATION_REFUSED)));
    }
    story.refusals().entrySet().stream().limit(LINES).forEach(this::refusal);
    changes.forEach(this::line);
    story.first(EventType.PERMIT_SUSPENDED).stream().limit(LINES).forEach(this::dated);
    story.first(EventType.PERMIT_WITHDRAWN).stream().limit(LINES).forEach(this::dated);
  }

  private void refusal(Map.Entry<String, Long> refusal) {
    line(
        "  " + words.say("permits.reason", sentences.reason(refusal.getKey()), refusal.getValue()));
  }

  private Optional<String> ruleTitle(String rule) {
    return outcome.scenario().policy().findRule(rule).map(r -> text(language, r.title()));
  }

  private void rules() {
    RunStory story = outcome.story();
    if (story.rulesEvaluated() == 0) {
      return;
    }
    title("title.rules");
    line(words.say("rules.count", story.rulesEvaluated(), story.broken().size()));
    story.broken().entrySet().stream().limit(LINES).forEach(e -> rule(e.getKey(), e.getValue()));
    more(story.broken().size(), LINES);
  }

  private void rule(String id, RunStory.Broken broken) {
    Event first = broken.first();
    Optional<Rule> rule = outcome.scenario().policy().findRule(id);
    line(
        words.say(
            "rules.broken",
            rule.map(r -> text(language, r.title())).orElse(id),
            id,
            broken.count(),
            sentences.time(first.tick()),
            sentences.subject(first.subject())));
    String article = first.attributes().getString("article");
    line(
        "  "
            + words.say(
                sourceKey(article),
                first.attributes().getString("instrument"),
                words.term("grade-" + first.attributes().getString("grade")),
                article));
    line("  " + words.say("rules.facts", first.attributes().getString("facts")));
  }

  private static String sourceKey(String article) {
    if (article.isEmpty()) {
      return "rules.source";
    }
    return Character.isDigit(article.charAt(0)) ? "rules.source-article" : "rules.source-part";
  }

  private void modes() {
    List<Event> forced = outcome.story().forced();
    if (forced.isEmpty()) {
      return;
    }
    title("title.modes");
    forced.stream().limit(LINES).forEach(this::modeChange);
    more(outcome.story().forcedCount(), LINES);
  }

  private void modeChange(Event event) {
    line(sentences.time(event.tick()) + "  " + sentences.of(event));
  }

  private void sanctions() {
    Metrics metrics = outcome.metrics();
    if (metrics.violations().isEmpty()) {
      return;
    }
    title("title.violations");
    line(sentences.counts(metrics.violations()));
    outcome.story().first(EventType.VIOLATION_RECORDED).stream().limit(LINES).forEach(this::dated);
    more(outcome.story().count(EventType.VIOLATION_RECORDED), LINES);
  }

  private void expectations() {
    if (outcome.scenario().expectations().isEmpty() && outcome.failed().isEmpty()) {
      return;
    }
    title("title.expectations");
    for (Expectation held : outcome.held()) {
      boolean open = outcome.status() == Manifest.Status.INTERRUPTED;
      line(words.say(open ? "expectation.open" : "expectation.held", held.name()));
    }
    printFailures();
  }

  /** Prints the expectations that failed. */
  void printFailures() {
    for (Event failure : outcome.story().first(EventType.EXPECTATION_FAILED)) {
      line(
          words.say(
              "expectation.failed",
              failure.attributes().getString("expectation"),
              sentences.time(failure.tick()),
              sentences.subject(failure.subject()),
              failure.attributes().getString("reason")));
      String values = failure.attributes().getString("values");
      if (!values.isEmpty()) {
        line("  " + words.say("expectation.values", values));
      }
    }
  }
}
