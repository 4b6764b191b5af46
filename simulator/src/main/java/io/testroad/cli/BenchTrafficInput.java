package io.testroad.cli;

import io.testroad.bench.BenchSubject;
import io.testroad.bench.ScenarioCase;
import io.testroad.bench.TrafficFiles;
import io.testroad.demand.SumoConfiguration;
import io.testroad.finding.Findings;
import io.testroad.safety.ConflictRules;
import io.testroad.safety.ConflictRules.Scope;
import io.testroad.scenario.ScenarioReader;
import io.testroad.units.Dimension;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The options of {@code bench traffic} that say what is simulated. */
final class BenchTrafficInput {

  @Option(names = "--network", paramLabel = "FILE", description = "The network, in SUMO's format.")
  private @Nullable Path network;

  @Option(
      names = "--routes",
      paramLabel = "FILE[,FILE]",
      split = ",",
      description = "Route files, in SUMO's format.")
  private List<Path> routes = List.of();

  @Option(
      names = "--additional",
      paramLabel = "FILE[,FILE]",
      split = ",",
      description = "Additional files: vehicle types, bus stops, signal programs.")
  private List<Path> additional = List.of();

  @Option(
      names = "--sumo",
      paramLabel = "FILE",
      description = "A SUMO configuration, which names these files, and the time.")
  private @Nullable Path sumo;

  @Option(
      names = "--scenario",
      paramLabel = "FILE",
      description = "A scenario, run as 'testroad run' does, with its agents.")
  private @Nullable Path scenario;

  @Option(
      names = "--set",
      paramLabel = "PATH=VALUE",
      description = "Replace a value of the scenario; may be given several times.")
  private List<String> sets = List.of();

  @Option(
      names = "--steps",
      paramLabel = "N",
      converter = Steps.class,
      description = "Steps to simulate; to the end unless told.")
  private @Nullable Integer steps;

  @Option(
      names = "--step-length",
      paramLabel = "SECONDS",
      converter = StepLength.class,
      description = "Length of a step, s; the SUMO configuration's, otherwise 1, unless told.")
  private @Nullable Long stepMs;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Seed of all that is random; the scenario's, otherwise 1, unless told.")
  private @Nullable Long seed;

  @Option(
      names = "--conflicts",
      description =
          "Watch everybody's conflicts (TTC, PET, DRAC, hard braking) with SUMO's thresholds. Their"
              + " events go into the digest; the traffic is the same.")
  private boolean conflicts;

  /** Steps to simulate. */
  static final class Steps extends Values.Whole {
    Steps() {
      super(1, Integer.MAX_VALUE);
    }
  }

  /** The length of a step in s, or with its unit. */
  static final class StepLength implements ITypeConverter<Long> {
    @Override
    public Long convert(String text) {
      double seconds;
      try {
        seconds = Double.parseDouble(text);
      } catch (NumberFormatException e) {
        seconds = Values.quantity(Dimension.DURATION, text);
      }
      long millis = Math.round(seconds * 1000);
      if (millis < 1 || millis > 10_000 || millis != seconds * 1000) {
        throw new TypeConversionException(
            "'" + text + "' is not a number of whole milliseconds from 0.001 s to 10 s.");
      }
      return millis;
    }
  }

  /** What is wrong with the options taken together. */
  List<String> faults() {
    List<String> faults = new ArrayList<>();
    long named = Stream.of(network, sumo, scenario).filter(Objects::nonNull).count();
    boolean files = !routes.isEmpty() || !additional.isEmpty();
    if (named == 0) {
      faults.add("Name the traffic: --network with --routes, --sumo or --scenario.");
    } else if (named > 1) {
      faults.add("Name one of --network, --sumo, --scenario.");
    }
    if (network != null && !files) {
      faults.add("--network needs --routes.");
    } else if (network == null && named > 0 && files) {
      faults.add("--routes and --additional go with --network; the other inputs name their files.");
    }
    if (scenario != null && (steps != null || stepMs != null)) {
      faults.add("A scenario has its own time: instead of --steps, --set duration='10 min'.");
    }
    if (scenario != null && conflicts) {
      faults.add("A scenario says itself whose conflicts are watched: --set conflicts.watch=all.");
    }
    if (scenario == null && !sets.isEmpty()) {
      faults.add("--set goes with --scenario.");
    }
    return faults;
  }

  /** Whether the traffic is a scenario's. */
  boolean isScenario() {
    return scenario != null;
  }

  /** Reads what is to be measured; empty when an error was recorded. */
  Optional<BenchSubject> read(Findings findings) {
    if (scenario != null) {
      OptionalLong replaced = seed == null ? OptionalLong.empty() : OptionalLong.of(seed);
      return ScenarioReader.read(scenario, sets, replaced, findings).map(ScenarioCase::new);
    }
    OptionalLong count = steps == null ? OptionalLong.empty() : OptionalLong.of(steps);
    long chance = seed == null ? 1 : seed;
    return files(findings)
        .flatMap(files -> files.read(chance, count, findings))
        .map(traffic -> conflicts ? traffic.watching(ConflictRules.sumo(Scope.ALL)) : traffic)
        .map(BenchSubject.class::cast);
  }

  private Optional<TrafficFiles> files(Findings findings) {
    if (network != null) {
      long length = stepMs == null ? 1000 : stepMs;
      return Optional.of(TrafficFiles.of(network, additional, routes, length));
    }
    OptionalLong length = stepMs == null ? OptionalLong.empty() : OptionalLong.of(stepMs);
    return Optional.ofNullable(sumo)
        .flatMap(file -> SumoConfiguration.read(file, findings))
        .map(configuration -> TrafficFiles.of(configuration, length));
  }
}
