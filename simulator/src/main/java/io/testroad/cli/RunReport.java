package io.testroad.cli;

import io.testroad.engine.Event;
import io.testroad.engine.EventType;
import io.testroad.policy.Rule;
import io.testroad.record.Metrics;
import io.testroad.scenario.Expectation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What {@code run --format json} prints.
 *
 * @param status completed or interrupted
 * @param exitCode the code the command ends with
 * @param digest {@code sha256:} and 64 hexadecimal digits
 * @param rulesBroken by rule id
 * @param modesForced the first changes of mode that a rule forced
 */
record RunReport(
    String scenario,
    String scenarioFile,
    long seed,
    String start,
    String status,
    int exitCode,
    String digest,
    String runDirectory,
    double simulatedS,
    double wallS,
    Map<String, BrokenRule> rulesBroken,
    List<Entry> modesForced,
    Expectations expectations,
    Metrics metrics) {

  /** A rule that was broken. */
  record BrokenRule(
      long times,
      int subjects,
      @Nullable String titleEn,
      @Nullable String titleZh,
      String instrument,
      String article,
      String grade,
      Entry first) {}

  /** An event. */
  record Entry(String time, String subject, Map<String, String> attributes) {}

  /** The scenario's expectations. */
  record Expectations(List<String> held, List<Entry> failed) {}

  /** The report of a run. */
  static RunReport of(RunOutcome outcome) {
    Map<String, BrokenRule> broken = new TreeMap<>();
    outcome.story().broken().forEach((id, rule) -> broken.put(id, broken(outcome, id, rule)));
    return new RunReport(
        outcome.scenario().name(),
        outcome.scenario().file().toString(),
        outcome.scenario().seed(),
        outcome.scenario().clock().dateTimeOf(0).toString(),
        outcome.status().written(),
        outcome.exitCode(),
        "sha256:" + outcome.digestHex(),
        outcome.directory().toString(),
        outcome.metrics().simulatedS(),
        outcome.wallSeconds(),
        broken,
        outcome.story().forced().stream().map(event -> entry(outcome, event)).toList(),
        new Expectations(
            outcome.held().stream().map(Expectation::name).toList(),
            outcome.story().first(EventType.EXPECTATION_FAILED).stream()
                .map(event -> entry(outcome, event))
                .toList()),
        outcome.metrics());
  }

  private static BrokenRule broken(RunOutcome outcome, String id, RunStory.Broken broken) {
    Optional<Rule> rule = outcome.scenario().policy().findRule(id);
    Event first = broken.first();
    return new BrokenRule(
        broken.count(),
        broken.subjects(),
        rule.map(r -> r.title().en()).orElse(null),
        rule.map(r -> r.title().zh()).orElse(null),
        first.attributes().getString("instrument"),
        first.attributes().getString("article"),
        first.attributes().getString("grade"),
        entry(outcome, first));
  }

  private static Entry entry(RunOutcome outcome, Event event) {
    Map<String, String> attributes =
        event.attributes().asMap().entrySet().stream()
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey,
                    each -> String.valueOf(each.getValue()),
                    (a, b) -> a,
                    TreeMap::new));
    return new Entry(
        outcome.scenario().clock().dateTimeOf(event.tick()).toString(),
        event.subject(),
        attributes);
  }
}
