package io.testroad.cli;

import io.testroad.finding.Findings;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command {@code validate}. */
@Command(
    name = "validate",
    mixinStandardHelpOptions = true,
    description = {
      "Checks files without running them: scenarios, policy packs, incident plans, road networks"
          + " (.net.xml) and SUMO configurations.",
      "Prints every fault with file, line and column; exits with 2 if there is an error."
    },
    footer = {
      "",
      "Examples:",
      "  testroad validate scenarios/quickstart.yaml",
      "  testroad validate scenarios/*.yaml scenarios/policies/*.yaml --format json",
      "  testroad validate scenarios/quickstart.yaml --set seed=8"
    })
final class ValidateCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "FILE", arity = "1..*", description = "What to check.")
  private List<Path> files = List.of();

  @Option(
      names = "--set",
      paramLabel = "PATH=VALUE",
      description = "Replace a value of each scenario; may be given several times.")
  private List<String> sets = List.of();

  @Option(
      names = "--format",
      paramLabel = "text|json",
      converter = Values.FormatValue.class,
      defaultValue = "text",
      description = "How to print; text unless told.")
  private Format format = Format.TEXT;

  /** What {@code --format json} prints of a file. */
  record Checked(
      String file, String kind, int errors, int leftOut, List<Printer.FindingEntry> findings) {}

  /** What {@code --format json} prints. */
  record Check(int errors, int warnings, List<Checked> files) {}

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    List<Checked> checked = new ArrayList<>();
    int errors = 0;
    int warnings = 0;
    for (Path file : files) {
      InputKind kind = InputKind.of(file);
      Findings findings = new Findings();
      kind.check(file, sets, findings);
      errors += findings.errors();
      warnings += Printer.warnings(findings);
      if (format == Format.TEXT) {
        Printer.print(findings, out);
        if (!findings.hasErrors()) {
          out.println(file + ": sound as a " + kind.word());
        }
        out.flush();
      }
      checked.add(
          new Checked(
              file.toString(),
              kind.word(),
              findings.errors(),
              findings.leftOut(),
              Printer.FindingEntry.list(findings)));
    }
    if (format == Format.JSON) {
      Printer.printJson(new Check(errors, warnings, checked), out);
    } else {
      out.println(
          files.size()
              + (files.size() == 1 ? " file: " : " files: ")
              + Printer.counts(errors, warnings));
    }
    return errors > 0 ? ExitCode.BAD_INPUT : ExitCode.OK;
  }
}
