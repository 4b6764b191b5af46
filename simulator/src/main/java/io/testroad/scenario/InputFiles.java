package io.testroad.scenario;

import io.testroad.finding.Findings;
import io.testroad.finding.Position;
import io.testroad.yaml.Scalar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The files that a scenario names, by their paths from the scenario's own. */
final class InputFiles {

  private static final int MOST_NEIGHBOURS = 1000;

  private final Path scenario;
  private final Findings findings;
  private final List<Path> inputs = new ArrayList<>();
  private final Set<Path> seen = new TreeSet<>();

  InputFiles(Path scenario, Findings findings) {
    this.scenario = scenario;
    this.findings = findings;
    add(scenario);
  }

  /** The file of a path that must exist; otherwise a finding {@code missing-file}. */
  Optional<Path> find(Scalar written) {
    Path path;
    try {
      path = scenario.resolveSibling(written.text()).normalize();
    } catch (InvalidPathException e) {
      findings.error(
          "bad-path", written.position(), "'" + written.text() + "' can't be a path.", "");
      return Optional.empty();
    }
    if (!Files.isRegularFile(path)) {
      findings.error(
          "missing-file",
          written.position(),
          "There is no file '" + written.text() + "'.",
          remedy(path));
      return Optional.empty();
    }
    add(path);
    return Optional.of(path);
  }

  private String remedy(Path path) {
    Path folder = path.getParent();
    Path name = path.getFileName();
    if (name != null && folder != null && Files.isDirectory(folder)) {
      Optional<String> near = Findings.nearest(name.toString(), namesIn(folder));
      if (near.isPresent()) {
        return "Did you mean '" + near.get() + "'?";
      }
    }
    return "Paths count from the folder of the scenario.";
  }

  private static Set<String> namesIn(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .limit(MOST_NEIGHBOURS)
          .filter(Files::isRegularFile)
          .map(file -> String.valueOf(file.getFileName()))
          .collect(Collectors.toCollection(TreeSet::new));
    } catch (IOException e) {
      return Set.of();
    }
  }

  /** The scenario's file as a whole. */
  Position position() {
    return Position.of(scenario.toString());
  }

  /** Notes a file that was read. */
  void add(Path file) {
    if (seen.add(file)) {
      inputs.add(file);
    }
  }

  /** The files read, the scenario first. */
  List<Path> inputs() {
    return inputs;
  }
}
