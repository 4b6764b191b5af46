package io.testroad.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import io.testroad.finding.Findings;
import io.testroad.scenario.Scenario;
import io.testroad.scenario.ScenarioReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The scenarios of this folder, each read and run no more often than needed. */
final class Shelf {

  private static final Path FOLDER = Path.of("").toAbsolutePath();
  private static final String ENDING = ".yaml";
  private static final Map<String, Scenario> SCENARIOS = new ConcurrentHashMap<>();
  private static final Map<String, TracedRun> RUNS = new ConcurrentHashMap<>();

  private Shelf() {}

  /** Where scenarios are that every build runs; studies take longer. */
  private static final List<String> FOLDERS = List.of("", "incidents/", "permits/", "rules/");

  /** A long evening and its variants: minutes of work, so builds run them in small. */
  private static final String EVENING = "incidents/wuhan-2026-03-31";

  /** Names of the scenarios with their folders, sorted; the long evening's left out. */
  static List<String> names() {
    return FOLDERS.stream()
        .flatMap(folder -> namesIn(folder).stream())
        .filter(name -> !name.startsWith(EVENING))
        .sorted()
        .toList();
  }

  /** Names of the scenarios of a folder, which ends in a slash or is empty. */
  static List<String> namesIn(String folder) {
    try (Stream<Path> files = Files.list(FOLDER.resolve(folder))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(ENDING))
          .map(name -> folder + name.substring(0, name.length() - ENDING.length()))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The scenario of that name, read without a finding. */
  static Scenario scenario(String name) {
    return SCENARIOS.computeIfAbsent(name, Shelf::read);
  }

  private static Scenario read(String name) {
    return read(name, List.of());
  }

  /** The scenario of that name with other values, {@code path=value}, read without a finding. */
  static Scenario read(String name, List<String> sets) {
    Findings findings = new Findings();
    Optional<Scenario> scenario =
        ScenarioReader.read(FOLDER.resolve(name + ENDING), sets, OptionalLong.empty(), findings);
    assertThat(findings.list()).as("findings in %s", name).isEmpty();
    return scenario.orElseThrow();
  }

  /** The scenario's run with a number of threads. */
  static TracedRun run(String name, int threads) {
    Scenario scenario = scenario(name);
    return RUNS.computeIfAbsent(name + " with " + threads, key -> TracedRun.of(scenario, threads));
  }

  /** The run of a scenario with other values, {@code path=value}, with a number of threads. */
  static TracedRun run(String name, List<String> sets, int threads) {
    return RUNS.computeIfAbsent(
        name + " with " + threads + " and " + sets, key -> TracedRun.of(read(name, sets), threads));
  }

  /** Where a scenario's digest is kept: one line of 64 hexadecimal digits. */
  static Path golden(String name) {
    return FOLDER.resolve("golden").resolve(name + ".txt");
  }
}
