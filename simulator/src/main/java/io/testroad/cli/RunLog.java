package io.testroad.cli;

import io.testroad.engine.Clock;
import io.testroad.finding.Findings;
import io.testroad.finding.Position;
import io.testroad.policy.PackChain;
import io.testroad.policy.PackFile;
import io.testroad.policy.Policy;
import io.testroad.policy.PolicyReader;
import io.testroad.record.EventLogReader;
import io.testroad.record.Manifest;
import io.testroad.record.RunDirectory;
import io.testroad.yaml.Mapping;
import io.testroad.yaml.Node;
import io.testroad.yaml.Scalar;
import io.testroad.yaml.YamlReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A finished run as its directory tells it: manifest, events, and the policy it ran under.
 *
 * @param directory the run directory
 * @param manifest what it was made from
 * @param clock its ticks
 * @param policy the pack as it is now, with the scenario's values for its parameters; without rules
 *     when it can't be found or read
 * @param fleets the names of the scenario's fleets
 * @param doubts what a reader must know: a key of the bundle and what it speaks of
 */
record RunLog(
    RunDirectory directory,
    Manifest manifest,
    Clock clock,
    Policy policy,
    Set<String> fleets,
    List<Doubt> doubts) {

  /** A note to what is told. */
  record Doubt(String key, String about) {}

  /**
   * The run in a directory. Errors: {@code not-a-run-directory}, {@code run-unreadable}, and those
   * of a pack named in place of the run's.
   *
   * @param pack the pack to be used in place of the run's; null: the run's
   */
  static Optional<RunLog> open(Path path, @Nullable Path pack, Findings findings) {
    Optional<RunDirectory> directory = RunDirectory.open(path, findings);
    if (directory.isEmpty()) {
      return Optional.empty();
    }
    try {
      Manifest manifest = directory.get().readManifest();
      requireComplete(manifest);
      Clock clock =
          Clock.of(OffsetDateTime.parse(manifest.start()), Duration.ofMillis(manifest.tickMs()));
      List<Doubt> doubts = new ArrayList<>();
      if (manifest.status() != Manifest.Status.COMPLETED) {
        doubts.add(new Doubt("note.unfinished", ""));
      }
      Optional<Mapping> scenario =
          YamlReader.read(directory.get().resolvedScenario(), new Findings())
              .filter(Mapping.class::isInstance)
              .map(Mapping.class::cast);
      Policy policy = new Packs(manifest, scenario, doubts).read(pack, findings);
      return findings.hasErrors()
          ? Optional.empty()
          : Optional.of(
              new RunLog(directory.get(), manifest, clock, policy, fleets(scenario), doubts));
    } catch (IOException | DateTimeException | IllegalArgumentException e) {
      findings.error(
          "run-unreadable",
          Position.of(directory.get().manifest().toString()),
          "The run's manifest can't be understood.",
          "Run the scenario again.");
      return Optional.empty();
    }
  }

  /** A manifest that somebody edited may lack what the program always writes. */
  private static void requireComplete(Manifest manifest) throws IOException {
    if (Stream.of(
            Optional.ofNullable(manifest.start()),
            Optional.ofNullable(manifest.status()),
            Optional.ofNullable(manifest.scenario()),
            Optional.ofNullable(manifest.scenarioFile()))
        .anyMatch(Optional::isEmpty)) {
      throw new IOException("incomplete manifest");
    }
  }

  private static Set<String> fleets(Optional<Mapping> scenario) {
    Set<String> fleets = new TreeSet<>();
    if (scenario.flatMap(s -> s.find("fleets")).orElse(null) instanceof Mapping section) {
      section.entries().forEach(entry -> fleets.add(entry.key()));
    }
    return fleets;
  }

  /** Hands every event to a reader, in order. */
  boolean each(Consumer<EventLogReader.Logged> reader, Findings findings) {
    return EventLogReader.read(directory.events(), reader, findings);
  }

  /** Hands the events of some lines to a reader, in order; faults are passed over. */
  void each(Predicate<String> wanted, Consumer<EventLogReader.Logged> reader) {
    EventLogReader.read(directory.events(), wanted, reader, new Findings());
  }

  /** Looks for the packs of a run. */
  private record Packs(Manifest manifest, Optional<Mapping> scenario, List<Doubt> doubts) {

    Policy read(@Nullable Path named, Findings findings) {
      Map<String, Node> overrides = new TreeMap<>();
      if (scenario.flatMap(s -> s.find("parameters")).orElse(null) instanceof Mapping section) {
        section.entries().forEach(entry -> overrides.put(entry.key(), entry.value()));
      }
      if (named != null) {
        changed(named);
        return PolicyReader.read(named, overrides, findings).orElseGet(Policy::none);
      }
      Optional<Path> file = file();
      if (file.isEmpty()) {
        return Policy.none();
      }
      if (!Files.isRegularFile(file.get())) {
        doubts.add(new Doubt("note.pack-missing", file.get().toString()));
        return Policy.none();
      }
      Optional<Policy> policy = PolicyReader.read(file.get(), overrides, new Findings());
      if (policy.isEmpty()) {
        doubts.add(new Doubt("note.pack-faulty", file.get().toString()));
        return Policy.none();
      }
      changed(file.get());
      return policy.get();
    }

    /** Where the scenario said the pack is. */
    private Optional<Path> file() {
      if (scenario.flatMap(s -> s.find("policy")).orElse(null) instanceof Scalar written
          && !written.isNull()) {
        try {
          return Optional.of(
              Path.of(manifest.scenarioFile()).resolveSibling(written.text()).normalize());
        } catch (InvalidPathException e) {
          doubts.add(new Doubt("note.pack-missing", written.text()));
          return Optional.empty();
        }
      }
      doubts.add(new Doubt("note.no-policy", ""));
      return Optional.empty();
    }

    /** Notes the files of a pack that aren't what the run read. */
    private void changed(Path file) {
      for (PackFile pack : PackChain.of(file)) {
        Optional<Manifest.InputFile> input = inputOf(pack.file());
        boolean itself = pack.file().equals(file);
        if (input.isEmpty() ? itself : !digest(pack.file()).equals(input.get().sha256())) {
          doubts.add(new Doubt("note.pack-changed", pack.file().toString()));
        }
      }
    }

    /** By path; a pack that was moved is known by its name, which the scenario may share. */
    private Optional<Manifest.InputFile> inputOf(Path file) {
      return manifest.inputs().stream()
          .filter(input -> Path.of(input.file()).normalize().equals(file.normalize()))
          .findFirst()
          .or(
              () ->
                  manifest.inputs().stream()
                      .filter(input -> !input.file().equals(manifest.scenarioFile()))
                      .filter(input -> Path.of(input.file()).endsWith(file.getFileName()))
                      .findFirst());
    }

    private static String digest(Path file) {
      try {
        return Manifest.InputFile.of("", file).sha256();
      } catch (IOException e) {
        return "";
      }
    }
  }
}
