package io.testroad.cli;

import io.testroad.finding.Findings;
import io.testroad.network.Network;
import io.testroad.network.NetworkSummary;
import io.testroad.network.RoadGraph;
import io.testroad.network.SumoNetworkReader;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command {@code network info}. */
@Command(
    name = "info",
    mixinStandardHelpOptions = true,
    description = "Says what a road network consists of and what is doubtful in it.",
    footer = {
      "",
      "Examples:",
      "  testroad network info scenarios/networks/district.net.xml",
      "  testroad network info city.net.xml.gz --format json"
    })
final class NetworkInfoCommand implements Callable<Integer> {

  private static final int TYPES = 12;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "FILE", description = "A SUMO network, .net.xml or .net.xml.gz.")
  private Path file = Path.of("");

  @Option(
      names = "--format",
      paramLabel = "text|json",
      converter = Values.FormatValue.class,
      defaultValue = "text",
      description = "How to print; text unless told.")
  private Format format = Format.TEXT;

  /** What {@code --format json} prints. */
  record Description(
      String file,
      int roads,
      int internalEdges,
      int lanes,
      int internalLanes,
      SortedMap<String, Integer> junctions,
      int signals,
      int links,
      int roundabouts,
      double roadKm,
      double laneKm,
      SortedMap<String, Double> typeKm,
      List<Integer> partSizes,
      List<String> warnings,
      List<Printer.FindingEntry> findings) {

    static Description of(Path file, NetworkSummary summary, Findings findings) {
      return new Description(
          file.toString(),
          summary.roads(),
          summary.internalEdges(),
          summary.lanes(),
          summary.internalLanes(),
          kinds(summary),
          summary.signals(),
          summary.links(),
          summary.roundabouts(),
          summary.roadKm(),
          summary.laneKm(),
          summary.typeKm(),
          summary.partSizes(),
          summary.warnings(),
          Printer.FindingEntry.list(findings));
    }
  }

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    Findings findings = new Findings();
    Optional<Network> network = SumoNetworkReader.read(file, findings);
    if (network.isEmpty()) {
      Printer.print(findings, spec.commandLine().getErr());
      return ExitCode.BAD_INPUT;
    }
    NetworkSummary summary = NetworkSummary.of(network.get(), RoadGraph.of(network.get()));
    if (format == Format.JSON) {
      Printer.printJson(Description.of(file, summary, findings), out);
    } else {
      Printer.print(findings, spec.commandLine().getErr());
      print(summary, out);
    }
    return ExitCode.OK;
  }

  private void print(NetworkSummary summary, PrintWriter out) {
    out.println(file);
    row(out, "roads", count(summary.roads()));
    row(out, "length", String.format(Locale.ROOT, "%.2f km", summary.roadKm()));
    row(
        out,
        "lanes",
        String.format(Locale.ROOT, "%,d, %.2f lane-km", summary.lanes(), summary.laneKm()));
    if (!summary.typeKm().isEmpty()) {
      row(out, "types", types(summary.typeKm()));
    }
    row(
        out,
        "junctions",
        kinds(summary).entrySet().stream()
            .map(kind -> count(kind.getValue()) + " " + kind.getKey())
            .collect(Collectors.joining(", ")));
    row(out, "movements", count(summary.links()));
    row(out, "signals", count(summary.signals()));
    row(out, "roundabouts", count(summary.roundabouts()));
    row(out, "parts", parts(summary.partSizes()));
    summary.warnings().forEach(warning -> out.println("warning: " + warning));
  }

  private static void row(PrintWriter out, String name, String value) {
    out.println(String.format(Locale.ROOT, "  %-12s %s", name, value));
  }

  /** Types with their lengths; of many those with the longest roads. */
  private static String types(SortedMap<String, Double> typeKm) {
    List<String> longest =
        typeKm.keySet().stream()
            .sorted(Comparator.comparing((String type) -> -typeKm.getOrDefault(type, 0.0)))
            .limit(TYPES)
            .toList();
    String more = typeKm.size() > TYPES ? ", …" : "";
    return typeKm.entrySet().stream()
            .filter(type -> longest.contains(type.getKey()))
            .map(type -> String.format(Locale.ROOT, "%s %,.1f km", type.getKey(), type.getValue()))
            .collect(Collectors.joining(", "))
        + more;
  }

  private static String count(int number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  private static String parts(List<Integer> sizes) {
    if (sizes.isEmpty()) {
      return "no road that cars may use";
    }
    if (sizes.size() == 1) {
      return "1: every road can be reached from every other";
    }
    return sizes.size() + ", the largest of " + count(sizes.get(0)) + " roads";
  }

  private static SortedMap<String, Integer> kinds(NetworkSummary summary) {
    SortedMap<String, Integer> kinds = new TreeMap<>();
    for (Map.Entry<io.testroad.network.Junction.Kind, Integer> kind :
        summary.junctions().entrySet()) {
      kinds.put(kind.getKey().name().toLowerCase(Locale.ROOT), kind.getValue());
    }
    return kinds;
  }
}
