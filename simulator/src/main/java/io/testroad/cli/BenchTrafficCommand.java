package io.testroad.cli;

import io.testroad.bench.BenchSubject;
import io.testroad.bench.TrafficBench;
import io.testroad.bench.TrafficFigures;
import io.testroad.bench.TripInfoReader;
import io.testroad.bench.TripTable;
import io.testroad.finding.Findings;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
      "The traffic is a network with route files, a SUMO configuration or a scenario. Without"
          + " --steps it runs to the configuration's or scenario's end; where there is none, until"
          + " all vehicles have arrived, at most 6 h after the last departure."
    },
    footer = {
      "",
      "Examples:",
      "  testroad bench traffic --network grid.net.xml --routes grid.rou.xml --steps 900",
      "  testroad bench traffic --sumo run.sumocfg --tripinfo trips.xml --format json",
      "  testroad bench traffic --sumo run.sumocfg --threads 2 --warm-up 4 --repeat 3",
      "  testroad bench traffic --sumo run.sumocfg --reference sumo-trips.xml --plots plots",
      "  testroad bench traffic --scenario scenarios/quickstart.yaml"
    })
final class BenchTrafficCommand implements Callable<Integer> {

  /** How often, and for how long, there is a warm-up at least where nothing is told, s. */
  private static final int WARM_UP = 2;

  private static final double WARM_UP_S = 8;

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
          "Repetitions before the measured one, so that Java has compiled what runs; at least 2,"
              + " and as many as fit into 8 s, unless told; 0 for the cold figure.")
  private @Nullable Integer warmUp;

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
      names = "--reference",
      paramLabel = "FILE",
      description = "A tripinfo file, for instance SUMO's, to compare trips with.")
  private @Nullable Path reference;

  @Option(
      names = "--plots",
      paramLabel = "DIR",
      description = "Also draw trip durations and vehicles on the road, as SVG, into a folder.")
  private @Nullable Path plots;

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
    List<String> faults = new ArrayList<>(input.faults());
    if (input.isScenario() && regions != null && regions != threads) {
      faults.add("A scenario has as many --regions as --threads.");
    }
    if (!faults.isEmpty()) {
      return UsageFaults.print(spec.commandLine(), faults);
    }
    Findings findings = new Findings();
    checkOutput(tripInfo, findings);
    checkOutput(out, findings);
    OutputFile.checkFolder(plots, findings);
    Optional<TripTable> trips =
        reference == null ? Optional.empty() : TripInfoReader.read(reference, findings);
    long began = System.nanoTime();
    Optional<BenchSubject> subject = input.read(findings);
    long readNanos = System.nanoTime() - began;
    if (subject.isEmpty() || findings.hasErrors()) {
      return refuse(findings);
    }
    Printer.print(findings, err());
    try {
      print(measure(subject.get(), trips.orElse(null), readNanos));
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

  private TrafficFigures measure(BenchSubject subject, @Nullable TripTable trips, long readNanos)
      throws IOException {
    int parts = regions == null ? threads : regions;
    TrafficBench.Plan plan =
        new TrafficBench.Plan(
            parts,
            threads,
            warmUp == null ? WARM_UP : warmUp,
            warmUp == null ? WARM_UP_S : 0,
            repeat,
            tripInfo,
            plots,
            trips);
    try (BenchBar bar = BenchBar.of(subject, warmUp == null ? BenchBar.UNKNOWN : warmUp + repeat)) {
      return new TrafficBench(subject, plan, bar).run(readNanos);
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
