package io.testroad.cli;

import io.testroad.network.Network;
import io.testroad.network.NetworkSummary;
import io.testroad.network.RoadGraph;
import io.testroad.network.SumoNetworkWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What the commands that make a network have in common: where it goes. */
@Command(mixinStandardHelpOptions = true)
abstract class NetworkGenerator implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--out",
      paramLabel = "FILE",
      required = true,
      converter = Values.NetworkFile.class,
      description = "Where it goes: a name that ends in .net.xml or .net.xml.gz.")
  private Path out = Path.of("");

  @Option(names = "--overwrite", description = "Replace the file if it is there.")
  private boolean overwrite;

  /** What is wrong with the options taken together. */
  List<String> faults() {
    return List.of();
  }

  /** The network; called when the options are right. */
  abstract Network generate();

  /** Further files that go beside the network, by name. */
  Map<Path, byte[]> beside(Path network) {
    return Map.of();
  }

  @Override
  public Integer call() {
    List<String> faults = new ArrayList<>(faultsOfFile(out));
    faults.addAll(faults());
    if (faults.isEmpty()) {
      beside(out).keySet().forEach(file -> faults.addAll(faultsOfFile(file)));
    }
    if (!faults.isEmpty()) {
      return UsageFaults.print(spec.commandLine(), faults);
    }
    Network network = generate();
    try {
      SumoNetworkWriter.write(network, out);
      for (Map.Entry<Path, byte[]> file : beside(out).entrySet()) {
        Files.write(file.getKey(), file.getValue());
      }
    } catch (IOException e) {
      return UsageFaults.print(
          spec.commandLine(), List.of(out + " can't be written: " + e.getMessage() + "."));
    }
    NetworkSummary summary = NetworkSummary.of(network, RoadGraph.of(network));
    spec.commandLine()
        .getOut()
        .println(
            String.format(
                Locale.ROOT,
                "%s: %,d roads of %.2f km in all, signals: %,d",
                out,
                summary.roads(),
                summary.roadKm(),
                summary.signals()));
    return ExitCode.OK;
  }

  private List<String> faultsOfFile(Path file) {
    List<String> faults = new ArrayList<>();
    String name = file.toString();
    if (Files.isDirectory(file)) {
      faults.add("--out '" + name + "' is a folder.");
    } else if (Files.exists(file) && !overwrite) {
      faults.add("--out '" + name + "' is there already. Name another file, or --overwrite it.");
    }
    return faults;
  }
}
