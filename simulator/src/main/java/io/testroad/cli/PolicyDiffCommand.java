package io.testroad.cli;

import io.testroad.finding.Findings;
import io.testroad.policy.Parameter;
import io.testroad.policy.Policy;
import io.testroad.policy.PolicyDiff;
import io.testroad.policy.PolicyReader;
import io.testroad.policy.Rule;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command {@code policy diff}. */
@Command(
    name = "diff",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Says how one policy pack differs from another, the packs they extend included: parameters"
          + " with old and new values, facts, obligations and rules added, removed and changed,"
          + " moments.",
      "Exits with 0 when they are equal, 1 when they differ, 2 when one can't be read."
    },
    footer = {
      "",
      "Examples:",
      "  testroad policy diff scenarios/policies/cn-national.yaml scenarios/policies/cn-wuhan.yaml",
      "  testroad policy diff old.yaml new.yaml --format json"
    })
final class PolicyDiffCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(index = "0", paramLabel = "PACK", description = "The pack as it was.")
  private Path first = Path.of("");

  @Parameters(index = "1", paramLabel = "PACK", description = "The pack as it is.")
  private Path second = Path.of("");

  @Mixin private Telling telling = new Telling();

  /** What {@code --format json} prints. */
  record Difference(
      String before,
      String after,
      boolean equal,
      List<ParameterEntry> parameters,
      List<Entry> facts,
      List<Entry> obligations,
      List<RuleEntry> rules,
      List<MomentEntry> moments) {}

  /** A parameter that differs; null where it isn't. */
  record ParameterEntry(
      String name, String kind, List<String> parts, @Nullable Side before, @Nullable Side after) {}

  /** A parameter on one side. */
  record Side(String value, String unit, String meaning, String source, String grade) {
    static Side of(Parameter parameter) {
      return new Side(
          parameter.value().toString(),
          parameter.unit(),
          parameter.meaning(),
          parameter.source().instrument()
              + (parameter.source().article().isEmpty() ? "" : ", " + parameter.source().article()),
          parameter.source().grade().written());
    }
  }

  /** A rule that differs, with its parts that do. */
  record RuleEntry(String id, String kind, String on, Map<String, PolicyDiff.Part> parts) {}

  /** A declared fact or an obligation that differs, with its parts that do. */
  record Entry(String name, String kind, Map<String, PolicyDiff.Part> parts) {}

  /** A moment at which only one has rules. */
  record MomentEntry(String moment, String kind) {}

  @Override
  public Integer call() {
    Findings findings = new Findings();
    Optional<Policy> before = PolicyReader.read(first, findings);
    Optional<Policy> after = PolicyReader.read(second, findings);
    if (before.isEmpty() || after.isEmpty()) {
      return Refused.print(spec, telling.json(), findings);
    }
    PolicyDiff diff = PolicyDiff.of(before.get(), after.get());
    PrintWriter out = spec.commandLine().getOut();
    if (telling.json()) {
      Printer.printJson(entry(diff), out);
    } else {
      print(diff, before.get(), after.get(), out);
    }
    return diff.isEmpty() ? ExitCode.OK : ExitCode.EXPECTATION_FAILED;
  }

  private Difference entry(PolicyDiff diff) {
    return new Difference(
        first.toString(),
        second.toString(),
        diff.isEmpty(),
        diff.parameters().stream()
            .map(
                p ->
                    new ParameterEntry(
                        p.name(),
                        written(p.kind()),
                        p.parts(),
                        p.before().map(Side::of).orElse(null),
                        p.after().map(Side::of).orElse(null)))
            .toList(),
        diff.facts().stream().map(f -> new Entry(f.name(), written(f.kind()), f.parts())).toList(),
        diff.obligations().stream()
            .map(o -> new Entry(o.name(), written(o.kind()), o.parts()))
            .toList(),
        diff.rules().stream()
            .map(r -> new RuleEntry(r.id(), written(r.kind()), rule(r).on().written(), r.parts()))
            .toList(),
        diff.moments().stream()
            .map(m -> new MomentEntry(m.moment().written(), written(m.kind())))
            .toList());
  }

  private static String written(PolicyDiff.Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  private static Rule rule(PolicyDiff.RuleChange change) {
    return change.after().or(change::before).orElseThrow();
  }

  private void print(PolicyDiff diff, Policy before, Policy after, PrintWriter out) {
    Words words = telling.words();
    if (diff.isEmpty()) {
      out.println(words.say("diff.equal"));
      return;
    }
    RuleWords old = new RuleWords(telling.language(), before, ZoneOffset.ofHours(8));
    RuleWords now = new RuleWords(telling.language(), after, ZoneOffset.ofHours(8));
    out.println(old.label(before.name()) + " → " + now.label(after.name()));
    if (!diff.parameters().isEmpty()) {
      out.println(words.say("diff.parameters"));
      diff.parameters().forEach(change -> parameter(change, old, now, out));
    }
    if (!diff.facts().isEmpty()) {
      out.println(words.say("diff.facts"));
      diff.facts().forEach(change -> fact(change, old, now, out));
    }
    if (!diff.obligations().isEmpty()) {
      out.println(words.say("diff.obligations"));
      diff.obligations().forEach(change -> obligation(change, old, now, out));
    }
    if (!diff.rules().isEmpty()) {
      out.println(words.say("diff.rules"));
      diff.rules().forEach(change -> rule(change, now, out));
    }
    if (!diff.moments().isEmpty()) {
      out.println(words.say("diff.moments"));
      diff.moments()
          .forEach(
              m -> out.println("  " + words.say("diff.moment-" + written(m.kind()), m.moment())));
    }
    out.println(
        words.say(
            "diff.summary",
            diff.parameters().size(),
            diff.facts().size(),
            diff.obligations().size(),
            diff.rules().size()));
  }

  private static void parameter(
      PolicyDiff.ParameterChange change, RuleWords old, RuleWords now, PrintWriter out) {
    Words words = now.words();
    String was = change.before().map(p -> old.valueIn(p.value(), p.unit())).orElse("");
    String is = change.after().map(p -> now.valueIn(p.value(), p.unit())).orElse("");
    switch (change.kind()) {
      case ADDED -> out.println("  " + words.say("diff.parameter-added", change.name(), is));
      case REMOVED -> out.println("  " + words.say("diff.parameter-removed", change.name(), was));
      case CHANGED -> {
        if (was.equals(is)) {
          out.println(
              "  "
                  + words.say(
                      "diff.rule-changed", change.name(), is, parts(words, change.parts())));
        } else {
          out.println("  " + words.say("diff.parameter", change.name(), was, is));
        }
        if (change.parts().contains("source")) {
          change
              .before()
              .ifPresent(
                  p -> out.println("      " + words.say("diff.before", old.source(p.source()))));
          change
              .after()
              .ifPresent(
                  p -> out.println("      " + words.say("diff.after", now.source(p.source()))));
        }
      }
    }
  }

  private static void fact(
      PolicyDiff.FactChange change, RuleWords old, RuleWords now, PrintWriter out) {
    Words words = now.words();
    String was = change.before().map(old::standing).orElse("");
    String is = change.after().map(now::standing).orElse("");
    switch (change.kind()) {
      case ADDED -> out.println("  " + words.say("diff.parameter-added", change.name(), is));
      case REMOVED -> out.println("  " + words.say("diff.parameter-removed", change.name(), was));
      case CHANGED -> {
        if (change.parts().containsKey("value") && change.parts().size() == 1) {
          out.println("  " + words.say("diff.parameter", change.name(), was, is));
        } else {
          out.println(
              "  "
                  + words.say(
                      "diff.rule-changed",
                      change.name(),
                      is,
                      parts(words, change.parts().keySet())));
          parts(words, change.parts(), out);
        }
      }
    }
  }

  private static void obligation(
      PolicyDiff.ObligationChange change, RuleWords old, RuleWords now, PrintWriter out) {
    Words words = now.words();
    String was = change.before().map(old::obligation).orElse("");
    String is = change.after().map(now::obligation).orElse("");
    switch (change.kind()) {
      case ADDED -> out.println("  " + words.say("diff.obligation-added", change.name(), is));
      case REMOVED -> out.println("  " + words.say("diff.obligation-removed", change.name(), was));
      case CHANGED -> {
        out.println(
            "  "
                + words.say(
                    "diff.rule-changed", change.name(), is, parts(words, change.parts().keySet())));
        parts(words, change.parts(), out);
      }
    }
  }

  private static String parts(Words words, Iterable<String> parts) {
    return words.list(
        java.util.stream.StreamSupport.stream(parts.spliterator(), false)
            .map(part -> words.say("part." + part))
            .collect(Collectors.toList()));
  }

  private static void rule(PolicyDiff.RuleChange change, RuleWords told, PrintWriter out) {
    Words words = told.words();
    Rule rule = rule(change);
    String title = told.label(rule.title());
    if (change.kind() != PolicyDiff.Kind.CHANGED) {
      out.println(
          "  " + words.say("diff.rule-" + written(change.kind()), rule.id(), title, rule.on()));
      return;
    }
    Map<String, PolicyDiff.Part> parts = change.parts();
    out.println(
        "  " + words.say("diff.rule-changed", rule.id(), title, parts(words, parts.keySet())));
    parts(words, parts, out);
  }

  private static void parts(Words words, Map<String, PolicyDiff.Part> parts, PrintWriter out) {
    parts.forEach(
        (name, part) -> {
          out.println("      " + words.say("part." + name));
          out.println("        " + words.say("diff.before", shown(words, name, part.before())));
          out.println("        " + words.say("diff.after", shown(words, name, part.after())));
        });
  }

  /** A guard that isn't there holds always. */
  private static String shown(Words words, String name, String part) {
    return part.isEmpty() && name.equals("applies") ? words.say("head.unset") : part;
  }
}
