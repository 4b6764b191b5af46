package io.testroad.cli;

import io.testroad.actors.ActorRuntime;
import io.testroad.finding.Findings;
import io.testroad.record.RunDirectory;
import io.testroad.scenario.Scenario;
import io.testroad.scenario.ScenarioReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command {@code run}. */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Runs a scenario, says what happened, and ends with the run's digest: equal inputs give"
          + " equal digests, whatever the number of threads.",
    },
    footer = {
      "",
      "Examples:",
      "  testroad run scenarios/quickstart.yaml",
      "  testroad run scenarios/quickstart.yaml --seed 8 --threads 2 --lang zh",
      "  testroad run scenarios/quickstart.yaml --set duration='5 min' --quiet",
      "  testroad run scenarios/quickstart.yaml --tripinfo trips.xml --fcd fcd.xml"
    })
final class RunCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "FILE", description = "The scenario.")
  private Path file = Path.of("");

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Seed of all that is random; the scenario's unless told.")
  private @Nullable Long seed;

  @Option(
      names = "--set",
      paramLabel = "PATH=VALUE",
      description = "Replace a value of the scenario; may be given several times.")
  private List<String> sets = List.of();

  @Option(
      names = "--threads",
      paramLabel = "N",
      converter = Values.Threads.class,
      description = "Threads; as many as cores unless told. The result is the same.")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "The run directory; runs/<scenario>-<n> unless told, n the next free number.")
  private @Nullable Path out;

  @Option(names = "--overwrite", description = "Replace an earlier run in the run directory.")
  private boolean overwrite;

  @Option(
      names = "--sampling",
      paramLabel = "INTERVAL",
      converter = Values.Sampling.class,
      defaultValue = "1 s",
      description = "Between points of trajectories; ${DEFAULT-VALUE} unless told, 0 for none.")
  private Duration sampling = Duration.ofSeconds(1);

  @Option(
      names = "--tripinfo",
      paramLabel = "FILE",
      description = "Also write completed trips in SUMO's tripinfo format.")
  private @Nullable Path tripInfo;

  @Option(
      names = "--fcd",
      paramLabel = "FILE",
      description = "Also write floating car data in SUMO's format, at the sampling interval.")
  private @Nullable Path fcd;

  @Option(
      names = "--format",
      paramLabel = "text|json",
      converter = Values.FormatValue.class,
      defaultValue = "text",
      description = "How to print; text unless told. JSON is one object, nothing else.")
  private Format format = Format.TEXT;

  @Option(
      names = "--lang",
      paramLabel = "zh|en",
      converter = Values.LanguageValue.class,
      description = "Language of the summary; from LC_ALL, LC_MESSAGES or LANG unless told.")
  private Language language = Language.of(System.getenv());

  @Option(
      names = "--quiet",
      description = "No headline, progress or summary: failed expectations and the digest only.")
  private boolean quiet;

  @Override
  public Integer call() {
    try (Interruption interruption = new Interruption();
        ActorRuntime runtime = ActorRuntime.starting(threads)) {
      Findings findings = new Findings();
      Optional<Scenario> read = read(findings);
      checkOutputs(findings);
      if (read.isEmpty() || findings.hasErrors()) {
        return refuse(findings);
      }
      Path path = out == null ? RunFolder.next(file) : out;
      Optional<RunDirectory> directory = RunDirectory.create(path, overwrite, findings);
      if (directory.isEmpty()) {
        return refuse(findings);
      }
      Printer.print(findings, err());
      return run(runtime, read.get(), directory.get(), interruption);
    }
  }

  private Optional<Scenario> read(Findings findings) {
    OptionalLong replaced = seed == null ? OptionalLong.empty() : OptionalLong.of(seed);
    return ScenarioReader.read(file, sets, replaced, findings);
  }

  private int refuse(Findings findings) {
    if (format == Format.JSON) {
      Printer.printJson(new Refusal(findings.errors(), Printer.FindingEntry.list(findings)), out());
    } else {
      Printer.print(findings, err());
      err().println("Nothing was run: " + Printer.counts(findings) + ".");
    }
    return ExitCode.BAD_INPUT;
  }

  /** What {@code --format json} prints when nothing was run. */
  record Refusal(int errors, List<Printer.FindingEntry> findings) {}

  private void checkOutputs(Findings findings) {
    List<Path> files = new ArrayList<>();
    if (tripInfo != null) {
      files.add(tripInfo);
    }
    if (fcd != null) {
      files.add(fcd);
    }
    files.forEach(output -> OutputFile.check(output, findings));
    if (fcd != null && sampling.isZero()) {
      findings.error(
          "no-sampling",
          io.testroad.finding.Position.of(fcd.toString()),
          "Floating car data needs sampling, and --sampling is 0.",
          "Give an interval, for instance --sampling '1 s'.");
    }
  }

  private int run(
      ActorRuntime runtime, Scenario scenario, RunDirectory directory, Interruption interruption) {
    boolean told = format == Format.TEXT && !quiet;
    if (told) {
      out().println(RunSummary.headline(language, scenario));
      out().flush();
    }
    try {
      Files.writeString(directory.resolvedScenario(), scenario.resolved().print());
      ScenarioRun run =
          new ScenarioRun(
              runtime,
              scenario,
              directory,
              new ScenarioRun.Settings(threads, sampling, tripInfo, fcd));
      boolean bar = told && Boolean.getBoolean("testroad.terminal");
      RunOutcome outcome = run.run(interruption, bar ? Words.of(language) : null);
      print(outcome);
      return outcome.exitCode();
    } catch (IOException | RuntimeException e) {
      return OwnFault.report(e, directory.path(), err());
    }
  }

  private void print(RunOutcome outcome) {
    if (format == Format.JSON) {
      Printer.printJson(RunReport.of(outcome), out());
      return;
    }
    RunSummary summary = new RunSummary(language, outcome, out());
    if (quiet) {
      summary.printFailures();
    } else {
      summary.print();
    }
    if (outcome.exitCode() != ExitCode.INTERRUPTED) {
      out().println("digest sha256:" + outcome.digestHex());
    }
    out().flush();
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }

  private PrintWriter err() {
    return spec.commandLine().getErr();
  }
}
