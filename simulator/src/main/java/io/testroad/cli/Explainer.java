package io.testroad.cli;

import io.testroad.finding.Findings;
import io.testroad.finding.Position;
import io.testroad.record.EventLogReader.Logged;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells why things happened in a run: finds out what somebody asks about, and has it told. The log
 * is read twice, once to learn of whom it speaks and once for what is told; kept is only that.
 */
final class Explainer {

  private static final Pattern EVENT = Pattern.compile("(?:#|event:)(\\d{1,12})");

  private final RunLog run;
  private final RuleWords told;
  private final boolean all;
  private final Findings findings;
  private final RunIndex index;

  /**
   * A teller about a run.
   *
   * @param all whether long lists are told to their end
   */
  Explainer(RunLog run, Language language, boolean all, Findings findings) {
    this.run = run;
    this.all = all;
    this.findings = findings;
    index = new RunIndex(run.clock());
    told = new RuleWords(language, run.policy(), run.clock().offset());
  }

  /**
   * What is told of an entity or event. Errors: {@code unknown-entity}, {@code unknown-event}, and
   * those of reading the log.
   *
   * @param entity what the user named; empty: the run as a whole
   */
  Optional<Account> tell(String entity) {
    Matcher event = EVENT.matcher(entity);
    long line = event.matches() ? Long.parseLong(event.group(1)) : -1;
    AtomicReference<Logged> asked = new AtomicReference<>();
    run.each(
        logged -> {
          index.accept(logged);
          if (logged.line() == line) {
            asked.set(logged);
          }
        },
        findings);
    if (findings.hasErrors()) {
      return Optional.empty();
    }
    AccountWriter writer = writer();
    if (event.matches()) {
      return event(writer, line, Optional.ofNullable(asked.get()));
    }
    if (entity.isEmpty()) {
      return Optional.of(new RunAccount(writer, index).tell());
    }
    String rule = entity.startsWith("rule:") ? entity.substring(5) : entity;
    boolean named = index.subjects().contains(entity) || index.subjectNamed(entity).isPresent();
    if (!named && (index.rules().containsKey(rule) || run.policy().findRule(rule).isPresent())) {
      return Optional.of(new RuleAccount(writer, index, rule).tell());
    }
    Optional<String> subject = subject(entity);
    if (subject.isEmpty()) {
      unknown(entity);
    }
    return subject.map(
        each ->
            each.startsWith("incident:") || each.startsWith("scene:")
                ? new IncidentAccount(writer, index, each).tell()
                : new SubjectAccount(writer, index, each).tell());
  }

  private AccountWriter writer() {
    EventSentences sentences =
        new EventSentences(
            told.words(),
            run.clock(),
            index.lastTick(),
            rule -> run.policy().findRule(rule).map(r -> told.label(r.title())));
    return new AccountWriter(run, told, sentences, all);
  }

  private Optional<String> subject(String entity) {
    if (run.fleets().contains(entity) && !index.subjects().contains("vehicle:" + entity)) {
      return Optional.of("operator:" + entity);
    }
    if (entity.startsWith("fleet:") && run.fleets().contains(entity.substring(6))) {
      return Optional.of("operator:" + entity.substring(6));
    }
    if (index.incidents().containsKey(entity)) {
      return Optional.of("incident:" + entity);
    }
    return index.subjects().contains(entity) ? Optional.of(entity) : index.subjectNamed(entity);
  }

  private Optional<Account> event(AccountWriter writer, long line, Optional<Logged> event) {
    if (event.isEmpty()) {
      findings.error(
          "unknown-event",
          Position.of(run.directory().events().toString()),
          "The log has no event in line " + line + ".",
          "Its lines are 1 to " + index.lines() + ".");
    }
    return event.map(found -> new EventAccount(writer, found).tell());
  }

  private void unknown(String entity) {
    Set<String> known = new TreeSet<>(index.rules().keySet());
    run.policy().rules().forEach(each -> known.add(each.id()));
    index.subjects().forEach(each -> known.add(EventSentences.nameOf(each)));
    if (entity.contains(":")) {
      known.addAll(index.subjects());
    }
    findings.error(
        "unknown-entity",
        Position.of(run.directory().events().toString()),
        "No event of the run speaks of '" + entity + "'.",
        Findings.nearest(entity, known)
            .map(nearest -> "Did you mean '" + nearest + "'?")
            .orElse(
                "Name a vehicle, a rule, an operator, an authority, an incident, a scene, or a line"
                    + " of the log as #123; without a name the command lists some."));
  }
}
