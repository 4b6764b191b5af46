package io.testroad.cli;

import io.testroad.engine.Event;
import io.testroad.record.Metrics;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Tells of a run as a whole. */
final class RunAccount {

  private final AccountWriter writer;
  private final RunIndex index;
  private final Words words;
  private final EventSentences sentences;

  RunAccount(AccountWriter writer, RunIndex index) {
    this.writer = writer;
    this.index = index;
    words = writer.words();
    sentences = writer.sentences();
  }

  /** The account. */
  Account tell() {
    List<Map.Entry<String, RunIndex.RuleCount>> broken =
        index.rules().entrySet().stream()
            .filter(entry -> entry.getValue().broken() > 0)
            .sorted(
                Comparator.comparing(
                        (Map.Entry<String, RunIndex.RuleCount> e) -> -e.getValue().broken())
                    .thenComparing(Map.Entry::getKey))
            .toList();
    List<String> rules = new ArrayList<>();
    for (Map.Entry<String, RunIndex.RuleCount> each : broken) {
      RunIndex.RuleCount count = each.getValue();
      rules.add(
          words.say(
              "explain.most-broken-line",
              writer.told().title(each.getKey()),
              each.getKey(),
              count.broken(),
              writer.by(count.brokenBy()),
              sentences.time(count.firstBrokenTick())));
    }
    if (rules.isEmpty()) {
      rules.add(words.say("explain.nothing-broken"));
    }
    writer.section("most-broken", AccountWriter.lines(rules));
    vehicles(vehicle -> true);
    incidents();
    RunLog run = writer.run();
    String title =
        words.say(
            "explain.run",
            run.manifest().scenario(),
            sentences.dateAndTime(0),
            sentences.dateAndTime(index.lastTick()),
            Long.toString(run.manifest().seed()),
            run.manifest().status().written());
    return writer.account("run", "", title);
  }

  private void incidents() {
    IncidentFigures figures = new IncidentFigures(words);
    List<String> incidents = new ArrayList<>();
    for (Metrics.Incident each : index.book().incidents()) {
      Event first = index.incidents().get(each.incident());
      incidents.add(
          words.say(
              "explain.incident-line",
              "incident:" + each.incident(),
              words.term(String.valueOf(each.kind())),
              String.valueOf(each.road()),
              first == null ? "" : sentences.time(first.tick()),
              figures.outcome(each)));
    }
    if (!incidents.isEmpty()) {
      writer.section("incidents", AccountWriter.lines(incidents));
    }
    List<String> unfound =
        index.book().scenes().stream()
            .filter(scene -> scene.incidents().isEmpty())
            .map(figures::account)
            .toList();
    if (!unfound.isEmpty()) {
      writer.section("never-found-scenes", AccountWriter.lines(unfound));
    }
  }

  /** A section of the vehicles that broke rules or have violations on record, if there are any. */
  void vehicles(Predicate<String> wanted) {
    SortedMap<String, Long> broken = new TreeMap<>();
    index
        .rules()
        .values()
        .forEach(
            count ->
                count
                    .brokenBy()
                    .forEach(
                        (subject, times) -> {
                          if (subject.startsWith("vehicle:")) {
                            broken.merge(EventSentences.nameOf(subject), times, Long::sum);
                          }
                        }));
    Set<String> names = new TreeSet<>(broken.keySet());
    names.addAll(index.violations().keySet());
    List<String> lines =
        names.stream()
            .filter(wanted)
            .map(
                name ->
                    words.say(
                        "explain.vehicle-line",
                        name,
                        broken.getOrDefault(name, 0L),
                        index.violations().getOrDefault(name, 0L)))
            .toList();
    if (!lines.isEmpty()) {
      writer.section("vehicles", AccountWriter.lines(lines));
    }
  }
}
