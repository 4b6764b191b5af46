package io.testroad.cli;

import io.testroad.engine.Event;
import io.testroad.engine.EventType;
import io.testroad.policy.Label;
import io.testroad.policy.Rule;
import io.testroad.record.Manifest;
import io.testroad.record.Metrics;
import io.testroad.record.PlateCounts;
import io.testroad.scenario.Expectation;
import io.testroad.scenario.Scenario;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Tells a run in words a regulator understands. */
final class RunSummary {

  private static final int LINES = 12;
  private static final int RULES = 10;
  private static final int REASONS = 5;
  private static final int FEW = 3;

  /** Sanctions in the order in which they are told. */
  private static final List<EventType> SANCTIONS =
      List.of(
          EventType.VIOLATION_RECORDED,
          EventType.FINE_IMPOSED,
          EventType.VEHICLE_DETAINED,
          EventType.CORRECTION_ORDERED,
          EventType.CORRECTION_OVERDUE,
          EventType.RESTRICTION_ORDERED,
          EventType.PERMIT_SUSPENDED,
          EventType.PERMIT_REINSTATED,
          EventType.PERMIT_WITHDRAWN,
          EventType.APPLICANT_BARRED);

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
    Metrics.Permits permits = outcome.metrics().permits();
    PlateCounts plates = permits == null ? PlateCounts.NONE : permits.plates();
    List<String> lines = new ArrayList<>();
    long filed = story.count(EventType.APPLICATION_FILED);
    if (filed > 0) {
      lines.add(words.say("permits.filed", filed, sentences.counts(story.filed())));
    }
    long confirmed = story.count(EventType.DECLARATION_CONFIRMED);
    if (confirmed > 0) {
      lines.add(words.say("permits.stages", confirmed, sentences.counts(story.stages())));
    }
    plateChanges().ifPresent(lines::add);
    lines.addAll(refusals());
    lines.addAll(sanctionsByKind());
    lines.addAll(accidents());
    counted("permits.missed", EventType.OBLIGATION_OVERDUE, "", story.missed())
        .ifPresent(lines::add);
    counted("permits.appeals", EventType.APPEAL_DECIDED, "", story.appeals()).ifPresent(lines::add);
    if (plates.issued() > 0) {
      lines.add(
          words.say(
              "permits.plates",
              plates.issued(),
              plates.valid(),
              plates.expired(),
              plates.withdrawn(),
              plates.returned()));
    }
    if (!lines.isEmpty()) {
      title("title.permits");
      lines.forEach(this::line);
    }
  }

  private Optional<String> plateChanges() {
    List<EventType> types =
        List.of(
            EventType.PLATE_ISSUED,
            EventType.PLATE_RENEWED,
            EventType.PLATE_EXPIRED,
            EventType.PLATE_RETURNED,
            EventType.PLATE_VOIDED);
    Object[] counts = types.stream().map(outcome.story()::count).toArray();
    return types.stream().allMatch(type -> outcome.story().count(type) == 0)
        ? Optional.empty()
        : Optional.of(words.say("permits.issued", counts));
  }

  /** The reasons given most often. */
  private List<String> refusals() {
    long refused = outcome.story().count(EventType.APPLICATION_REFUSED);
    if (refused == 0) {
      return List.of();
    }
    Map<String, Long> reasons = outcome.story().refusals();
    List<String> lines = new ArrayList<>();
    lines.add(words.say("permits.refused", refused, reasons.size()));
    mostFirst(reasons)
        .limit(REASONS)
        .forEach(
            reason ->
                lines.add(
                    "  "
                        + words.say(
                            "permits.reason",
                            sentences.reason(reason.getKey()),
                            reason.getValue())));
    if (reasons.size() > REASONS) {
      lines.add("  " + words.say("more", reasons.size() - REASONS));
    }
    return lines;
  }

  private static Stream<Map.Entry<String, Long>> mostFirst(Map<String, Long> counts) {
    return counts.entrySet().stream()
        .sorted(
            Map.Entry.<String, Long>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()));
  }

  /** Sanctions by kind; of few suspensions and withdrawals each. */
  private List<String> sanctionsByKind() {
    RunStory story = outcome.story();
    List<String> kinds = new ArrayList<>();
    for (EventType type : SANCTIONS) {
      if (story.count(type) > 0) {
        kinds.add(words.say("count-of", words.say("topic." + type.written()), story.count(type)));
      }
    }
    if (kinds.isEmpty()) {
      return List.of();
    }
    List<String> lines = new ArrayList<>();
    lines.add(words.say("permits.sanctions", words.list(kinds)));
    for (EventType type : List.of(EventType.PERMIT_SUSPENDED, EventType.PERMIT_WITHDRAWN)) {
      if (story.count(type) <= FEW) {
        story
            .first(type)
            .forEach(
                event ->
                    lines.add("  " + sentences.time(event.tick()) + "  " + sentences.of(event)));
      }
    }
    return lines;
  }

  private List<String> accidents() {
    List<String> lines = new ArrayList<>();
    counted("permits.accidents", EventType.ACCIDENT_FILED, "", outcome.story().severities())
        .ifPresent(lines::add);
    if (!outcome.story().responsibilities().isEmpty()) {
      lines.add(
          words.say(
              "permits.responsibility",
              sentences.counts("responsibility", outcome.story().responsibilities())));
    }
    return lines;
  }

  private Optional<String> counted(
      String key, EventType type, String kind, Map<String, Long> counts) {
    long count = outcome.story().count(type);
    return count == 0
        ? Optional.empty()
        : Optional.of(words.say(key, count, sentences.counts(kind, counts)));
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
    story.broken().entrySet().stream()
        .sorted(
            Comparator.comparing((Map.Entry<String, RunStory.Broken> e) -> -e.getValue().count())
                .thenComparing(Map.Entry::getKey))
        .limit(RULES)
        .forEach(e -> rule(e.getKey(), e.getValue()));
    more(story.broken().size(), RULES);
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
    int rulings = outcome.scenario().rulings().size();
    if (outcome.scenario().expectations().isEmpty() && rulings == 0 && outcome.failed().isEmpty()) {
      return;
    }
    title("title.expectations");
    for (Expectation held : outcome.held()) {
      boolean open = outcome.status() == Manifest.Status.INTERRUPTED;
      line(words.say(open ? "expectation.open" : "expectation.held", held.name()));
    }
    Set<String> failed = outcome.failed();
    long given =
        outcome.scenario().rulings().stream()
            .filter(ruling -> !failed.contains(ruling.name()))
            .count();
    if (rulings > 0 && outcome.status() != Manifest.Status.INTERRUPTED) {
      line(words.say("expectation.rulings", given, rulings));
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
