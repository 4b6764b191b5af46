package io.testroad.cli;

import io.testroad.finding.Findings;
import picocli.CommandLine.Model.CommandSpec;

/** How a command ends whose input is bad: with its findings and nothing else. */
final class Refused {

  private Refused() {}

  /** What {@code --format json} prints then. */
  record Refusal(int errors, java.util.List<Printer.FindingEntry> findings) {}

  /** Prints the findings, as JSON on the output or as text on the error output. */
  static int print(CommandSpec spec, boolean json, Findings findings) {
    if (json) {
      Printer.printJson(
          new Refusal(findings.errors(), Printer.FindingEntry.list(findings)),
          spec.commandLine().getOut());
    } else {
      Printer.print(findings, spec.commandLine().getErr());
      spec.commandLine().getErr().println(Printer.counts(findings) + ".");
    }
    return ExitCode.BAD_INPUT;
  }
}
