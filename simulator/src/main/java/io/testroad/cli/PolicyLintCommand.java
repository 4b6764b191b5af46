package io.testroad.cli;

import io.testroad.finding.Findings;
import io.testroad.policy.Policy;
import io.testroad.policy.PolicyLint;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command {@code policy lint}. */
@Command(
    name = "lint",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Checks policy packs and says what is wrong and what is doubtful: titles that aren't"
          + " translated, primary sources without an article, rules that repeat others, parameters"
          + " without the unit their name promises, numbers hidden in expressions.",
      "Exits with 2 if there is an error; with --strict also if there is a warning."
    },
    footer = {
      "",
      "Examples:",
      "  testroad policy lint scenarios/policies/cn-wuhan.yaml",
      "  testroad policy lint scenarios/policies --strict --format json"
    })
final class PolicyLintCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "PACK", arity = "1..*", description = "Packs, or folders of packs.")
  private List<Path> packs = List.of();

  @Option(names = "--strict", description = "Warnings count as errors.")
  private boolean strict;

  @Mixin private Telling telling = new Telling();

  /** What {@code --format json} prints of a pack. */
  record Checked(
      String file,
      int rules,
      int errors,
      int warnings,
      int leftOut,
      List<Printer.FindingEntry> findings) {}

  /** What {@code --format json} prints. */
  record Check(int errors, int warnings, List<Checked> packs) {}

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    Findings paths = new Findings();
    List<Path> files = PackFiles.list(packs, paths);
    List<Checked> checked = new ArrayList<>();
    int errors = paths.errors();
    int warnings = 0;
    if (!telling.json()) {
      Printer.print(paths, out);
    } else if (paths.hasErrors()) {
      checked.add(new Checked("", 0, errors, 0, paths.leftOut(), Printer.FindingEntry.list(paths)));
    }
    for (Path file : files) {
      Findings findings = new Findings();
      Optional<Policy> policy = PolicyLint.check(file, findings);
      int rules = policy.map(p -> p.rules().size()).orElse(0);
      errors += findings.errors();
      warnings += Printer.warnings(findings);
      checked.add(
          new Checked(
              file.toString(),
              rules,
              findings.errors(),
              Printer.warnings(findings),
              findings.leftOut(),
              Printer.FindingEntry.list(findings)));
      if (!telling.json()) {
        Printer.print(findings, out);
        if (policy.isPresent() && findings.list().isEmpty()) {
          out.println(telling.words().say("policy.sound", file, rules));
        }
      }
    }
    if (telling.json()) {
      Printer.printJson(new Check(errors, warnings, checked), out);
    } else {
      out.println(telling.words().say("policy.faults", errors, warnings));
    }
    return errors > 0 || (strict && warnings > 0) ? ExitCode.BAD_INPUT : ExitCode.OK;
  }
}
