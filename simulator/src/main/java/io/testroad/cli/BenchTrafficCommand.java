package io.testroad.cli;

import io.testroad.bench.TrafficBench;
import io.testroad.bench.TrafficCase;
import io.testroad.bench.TrafficFigures;
import io.testroad.finding.Findings;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command {@code bench traffic}. */
@Command(
    name = "traffic",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Steps traffic as fast as it can and tells vehicle updates per second (the sum over steps of"
          + " vehicles on the road, over wall seconds of stepping), and the means of the trips.",
      "The traffic is a network with route files, or a SUMO configuration. Without --steps"
          + " it runs until all vehicles have arrived, at most 6 h after the last departure."
    },
    footer = {
      "",
      "Examples:",
      "  testroad bench traffic --network grid.net.xml --routes grid.rou.xml --steps 900",
      "  testroad bench traffic --sumo run.sumocfg --tripinfo trips.xml --format json",
      "  testroad bench traffic --sumo run.sumocfg --threads 2 --warm-up 2 --repeat 3"
    })
final class BenchTrafficCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private BenchTrafficInput input = new BenchTrafficInput();

  @Option(
      names = "--threads",
      paramLabel = "N",
      converter = Values.Threads.class,
      description = "Threads; ${DEFAULT-VALUE} unless told. The traffic is the same.")
  private int threads = 1;

  @Option(
      names = "--regions",
      paramLabel = "N",
      converter = Values.Threads.class,
      description =
          "Parts the network is cut into; as many as threads unless told. The traffic is the same.")
  private @Nullable Integer regions;

  @Option(
      names = "--warm-up",
      paramLabel = "N",
      converter = WarmUp.class,
      description =
          "Repetitions before the measured one, so that Java has compiled what runs;"
              + " ${DEFAULT-VALUE} unless told, 0 for the cold figure.")
  private int warmUp = 1;

  @Option(
      names = "--repeat",
      paramLabel = "N",
      converter = Values.Threads.class,
      description = "Measured repetitions, of which the median counts; ${DEFAULT-VALUE}.")
  private int repeat = 1;

  @Option(
      names = "--tripinfo",
      paramLabel = "FILE",
      description = "Also write completed trips in SUMO's tripinfo format.")
  private @Nullable Path tripInfo;

  @Option(
      names = "--format",
      paramLabel = "text|json",
      converter = Values.FormatValue.class,
      defaultValue = "text",
      description = "How to print; text unless told. JSON is one object, nothing else.")
  private Format format = Format.TEXT;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Also write the figures to a file, as JSON.")
  private @Nullable Path out;

  /** Repetitions to warm up. */
  static final class WarmUp extends Values.Whole {
    WarmUp() {
      super(0, 1024);
    }
  }

  @Override
  public Integer call() {
    List<String> faults = input.faults();
    if (!faults.isEmpty()) {
      return UsageFaults.print(spec.commandLine(), faults);
    }
    Findings findings = new Findings();
    long began = System.nanoTime();
    checkOutput(tripInfo, findings);
    checkOutput(out, findings);
    Optional<TrafficCase> traffic = input.read(findings);
    long readNanos = System.nanoTime() - began;
    if (traffic.isEmpty() || findings.hasErrors()) {
      return refuse(findings);
    }
    Printer.print(findings, err());
    try {
      TrafficFigures figures = measure(traffic.get(), readNanos);
      print(figures);
    } catch (IOException | RuntimeException e) {
      return OwnFault.report(e, null, err());
    }
    return ExitCode.OK;
  }

  private static void checkOutput(@Nullable Path file, Findings findings) {
    if (file != null) {
      OutputFile.check(file, findings);
    }
  }

  private int refuse(Findings findings) {
    if (format == Format.JSON) {
      Printer.printJson(
          new RunCommand.Refusal(findings.errors(), Printer.FindingEntry.list(findings)),
          spec.commandLine().getOut());
    } else {
      Printer.print(findings, err());
      err().println("Nothing was measured: " + Printer.counts(findings) + ".");
    }
    return ExitCode.BAD_INPUT;
  }

  private TrafficFigures measure(TrafficCase traffic, long readNanos) throws IOException {
    int parts = regions == null ? threads : regions;
    TrafficBench.Plan plan = new TrafficBench.Plan(parts, threads, warmUp, repeat, tripInfo);
    try (BenchBar bar = BenchBar.of(traffic, warmUp, repeat)) {
      return TrafficBench.of(traffic, plan, bar).run(readNanos);
    }
  }

  private void print(TrafficFigures figures) throws IOException {
    if (out != null) {
      Files.writeString(out, Printer.json(figures) + "\n", StandardCharsets.UTF_8);
    }
    if (format == Format.JSON) {
      Printer.printJson(figures, spec.commandLine().getOut());
    } else {
      new BenchTrafficText(figures).print(spec.commandLine().getOut());
    }
  }

  private PrintWriter err() {
    return spec.commandLine().getErr();
  }
}
