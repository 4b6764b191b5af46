package io.testroad.cli;

import io.testroad.bench.TrafficCase;
import io.testroad.bench.TrafficFiles;
import io.testroad.demand.SumoConfiguration;
import io.testroad.finding.Findings;
import io.testroad.units.Dimension;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
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
      description = "Seed of all that is random; ${DEFAULT-VALUE} unless told.")
  private long seed = 1;

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
    if (network == null && sumo == null) {
      faults.add("Name the traffic: --network with --routes, or --sumo.");
    }
    if (sumo != null && (network != null || !routes.isEmpty() || !additional.isEmpty())) {
      faults.add("--sumo names all files; leave out --network, --routes and --additional.");
    }
    if (network != null && sumo == null && routes.isEmpty() && additional.isEmpty()) {
      faults.add("--network needs --routes.");
    }
    return faults;
  }

  /** Reads the traffic; empty when an error was recorded. */
  Optional<TrafficCase> read(Findings findings) {
    OptionalLong count = steps == null ? OptionalLong.empty() : OptionalLong.of(steps);
    return files(findings).flatMap(files -> files.read(seed, count, findings));
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
