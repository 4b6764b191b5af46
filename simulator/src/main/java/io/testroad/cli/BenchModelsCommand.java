package io.testroad.cli;

import io.testroad.bench.models.ModelPlots;
import io.testroad.bench.models.ModelRow;
import io.testroad.bench.models.ModelsBench;
import io.testroad.bench.models.Parameters;
import io.testroad.bench.models.UnbuildableWorld;
import io.testroad.finding.Findings;
import io.testroad.finding.Position;
import io.testroad.yaml.MappingReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command {@code bench models}. */
@Command(
    name = "models",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Drives vehicles through small worlds, measures what the models' acceptance cases demand"
          + " (equilibrium gaps, capacity, waves, discharge of queues, delays, gap acceptance,"
          + " incidents, lane changes, safe distances, conflicts, injuries), and prints it beside"
          + " what is expected.",
      "Parameters are sets of numbers; 'testroad bench models --print-parameters' shows them. Where"
          + " one is changed, the formula tells what to expect; rows without a formula say so and"
          + " are not judged.",
      "The exit code is 1 when a row is out of tolerance."
    },
    footer = {
      "",
      "Examples:",
      "  testroad bench models",
      "  testroad bench models --case AF-04 --case 'AF-1*' --format json",
      "  testroad bench models --case AF-01 --set city.tau=1.2 --set city.v0='60 km/h'",
      "  testroad bench models --parameters mine.yaml --plots plots"
    })
final class BenchModelsCommand implements Callable<Integer> {

  private static final int BAR_WIDTH = 80;
  private static final int BAR_REFRESH_MS = 500;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--case",
      paramLabel = "NAME",
      description = "A case, or several by * and ?; all unless told. May be given several times.")
  private List<String> cases = List.of();

  @Option(
      names = "--parameters",
      paramLabel = "FILE",
      description = "YAML with sets of parameters; what it leaves out is as published.")
  private @Nullable Path file;

  @Option(
      names = "--set",
      paramLabel = "SET.KEY=VALUE",
      description = "Replace a parameter; may be given several times.")
  private List<String> sets = List.of();

  @Option(
      names = "--print-parameters",
      description = "Print the published parameters as YAML, and measure nothing.")
  private boolean printParameters;

  @Option(
      names = "--threads",
      paramLabel = "N",
      converter = Values.Threads.class,
      description = "Threads; as many as processors unless told. The figures are the same.")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Option(
      names = "--plots",
      paramLabel = "DIR",
      description =
          "Also draw the fundamental diagram, the ring road in space and time and the discharge of"
              + " a queue, as SVG, into a folder.")
  private @Nullable Path plots;

  @Option(
      names = "--format",
      paramLabel = "text|json",
      converter = Values.FormatValue.class,
      defaultValue = "text",
      description = "How to print; text unless told. JSON is one array of objects, nothing else.")
  private Format format = Format.TEXT;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    if (printParameters) {
      out.print(Parameters.publishedText());
      out.flush();
      return ExitCode.OK;
    }
    List<String> faults = new ArrayList<>();
    List<String> names = names(faults);
    if (!faults.isEmpty()) {
      return UsageFaults.print(spec.commandLine(), faults);
    }
    Findings findings = new Findings();
    OutputFile.checkFolder(plots, findings);
    Optional<Parameters> parameters = Parameters.read(file, sets, findings);
    if (parameters.isEmpty() || findings.hasErrors()) {
      return refuse(findings);
    }
    try {
      return measure(names, parameters.get(), out);
    } catch (UnbuildableWorld e) {
      findings.error(
          "unbuildable-world",
          Position.of(file == null ? "--set" : file.toString()),
          String.valueOf(e.getMessage()),
          "Change the parameters.");
      return refuse(findings);
    } catch (IOException | RuntimeException e) {
      return OwnFault.report(e, null, spec.commandLine().getErr());
    }
  }

  private List<String> names(List<String> faults) {
    TreeSet<String> known = new TreeSet<>(ModelsBench.names());
    TreeSet<String> chosen = new TreeSet<>(cases.isEmpty() ? known : List.of());
    for (String pattern : cases) {
      List<String> meant = ModelsBench.names(pattern);
      if (meant.isEmpty()) {
        faults.add("There is no case '" + pattern + "'. " + MappingReader.meant(pattern, known));
      }
      chosen.addAll(meant);
    }
    return List.copyOf(chosen);
  }

  private int refuse(Findings findings) {
    if (format == Format.JSON) {
      Printer.printJson(
          new RunCommand.Refusal(findings.errors(), Printer.FindingEntry.list(findings)),
          spec.commandLine().getOut());
    } else {
      PrintWriter err = spec.commandLine().getErr();
      Printer.print(findings, err);
      err.println("Nothing was measured: " + Printer.counts(findings) + ".");
    }
    return ExitCode.BAD_INPUT;
  }

  private int measure(List<String> names, Parameters parameters, PrintWriter out)
      throws IOException {
    List<ModelRow> rows;
    try (ProgressBar bar = bar()) {
      rows =
          ModelsBench.measure(
              names,
              parameters,
              threads,
              (measured, parts) -> {
                if (bar != null) {
                  bar.maxHint(parts);
                  bar.stepTo(measured);
                }
              });
    }
    if (plots != null) {
      new ModelPlots(parameters).write(plots);
    }
    if (format == Format.JSON) {
      Printer.printJson(rows, out);
    } else {
      new BenchModelsText(rows).print(out);
    }
    return rows.stream().anyMatch(ModelRow::fails) ? ExitCode.EXPECTATION_FAILED : ExitCode.OK;
  }

  private static @Nullable ProgressBar bar() {
    if (!Boolean.getBoolean("testroad.terminal")) {
      return null;
    }
    return new ProgressBarBuilder()
        .setTaskName("measuring")
        .setUpdateIntervalMillis(BAR_REFRESH_MS)
        .setStyle(ProgressBarStyle.ASCII)
        .setConsumer(new ConsoleProgressBarConsumer(System.err, BAR_WIDTH))
        .clearDisplayOnFinish()
        .hideEta()
        .build();
  }
}
