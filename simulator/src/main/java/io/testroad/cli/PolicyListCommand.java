package io.testroad.cli;

import io.testroad.finding.Findings;
import io.testroad.policy.Grade;
import io.testroad.policy.Moment;
import io.testroad.policy.Policy;
import io.testroad.policy.Rule;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command {@code policy list}. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Lists the rules of policy packs, those of the packs they extend included, one a line: id,"
          + " moment, grade, source and title; of each pack how many rules have which grade.",
    },
    footer = {
      "",
      "Examples:",
      "  testroad policy list",
      "  testroad policy list scenarios/policies/cn-wuhan.yaml --on trip-requested --lang zh",
      "  testroad policy list --grade assumption --format json"
    })
final class PolicyListCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      paramLabel = "PACK",
      arity = "0..*",
      description = "Packs, or folders of packs; scenarios/policies unless told.")
  private List<Path> packs = List.of();

  @Option(
      names = "--grade",
      paramLabel = "GRADE",
      converter = Values.GradeValue.class,
      description = "Only rules of this grade: primary, secondary, draft or assumption.")
  private @Nullable Grade grade;

  @Option(
      names = "--on",
      paramLabel = "MOMENT",
      converter = Values.MomentValue.class,
      description = "Only rules that are evaluated at this moment.")
  private @Nullable Moment moment;

  @Mixin private Telling telling = new Telling();

  /** What {@code --format json} prints. */
  record Listing(List<PackEntry> packs) {}

  /** A pack in JSON. */
  record PackEntry(
      String file,
      String id,
      String nameEn,
      String nameZh,
      int count,
      int parameters,
      int facts,
      int obligations,
      SortedMap<String, Long> byGrade,
      List<RuleEntry> rules) {}

  /** A rule in JSON. */
  record RuleEntry(
      String id,
      String pack,
      String on,
      String grade,
      String instrument,
      String article,
      String titleEn,
      String titleZh) {

    static RuleEntry of(Rule rule) {
      return new RuleEntry(
          rule.id(),
          rule.pack(),
          rule.on().written(),
          rule.source().grade().written(),
          rule.source().instrument(),
          rule.source().article(),
          rule.title().en(),
          rule.title().zh());
    }
  }

  @Override
  public Integer call() {
    Findings findings = new Findings();
    Map<Path, Policy> policies = PackFiles.read(PackFiles.list(packs, findings), findings);
    if (findings.hasErrors()) {
      return Refused.print(spec, telling.json(), findings);
    }
    List<PackEntry> entries = new ArrayList<>();
    policies.forEach((file, policy) -> entries.add(entry(file, policy)));
    PrintWriter out = spec.commandLine().getOut();
    if (telling.json()) {
      Printer.printJson(new Listing(entries), out);
      return ExitCode.OK;
    }
    Printer.print(findings, spec.commandLine().getErr());
    policies.forEach((file, policy) -> print(file, policy, out));
    return ExitCode.OK;
  }

  private List<Rule> rules(Policy policy) {
    return policy.rules().stream()
        .filter(rule -> grade == null || rule.source().grade() == grade)
        .filter(rule -> moment == null || rule.on() == moment)
        .toList();
  }

  private PackEntry entry(Path file, Policy policy) {
    List<Rule> rules = rules(policy);
    return new PackEntry(
        file.toString(),
        policy.id(),
        policy.name().en(),
        policy.name().zh(),
        rules.size(),
        policy.parameters().size(),
        policy.given().byName().size(),
        policy.obligations().size(),
        byGrade(rules),
        rules.stream().map(RuleEntry::of).toList());
  }

  private static SortedMap<String, Long> byGrade(List<Rule> rules) {
    return rules.stream()
        .collect(
            Collectors.groupingBy(
                rule -> rule.source().grade().written(), TreeMap::new, Collectors.counting()));
  }

  private void print(Path file, Policy policy, PrintWriter out) {
    RuleWords words = new RuleWords(telling.language(), policy, ZoneOffset.ofHours(8));
    List<Rule> rules = rules(policy);
    Columns columns = new Columns();
    for (Rule rule : rules) {
      String article = rule.source().article();
      columns.row(
          rule.id(),
          rule.on().written(),
          rule.source().grade().written(),
          rule.source().instrument() + (article.isEmpty() ? "" : ", " + article),
          words.label(rule.title()));
    }
    out.println(words.label(policy.name()) + " (" + policy.id() + ", " + file + ")");
    columns.lines().forEach(line -> out.println("  " + line));
    out.println(
        "  "
            + (rules.isEmpty()
                ? words.words().say("policy.none-fit")
                : words
                    .words()
                    .say(
                        "policy.count",
                        policy.id(),
                        rules.size(),
                        words
                            .words()
                            .list(
                                byGrade(rules).entrySet().stream()
                                    .map(
                                        e ->
                                            words
                                                .words()
                                                .say("policy.count-of", e.getValue(), e.getKey()))
                                    .toList()))));
  }
}
