package io.testroad.cli;

import io.testroad.finding.Findings;
import io.testroad.finding.Position;
import io.testroad.record.RunDirectory;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** Opens the run directories that commands read. */
final class RunInput {

  private RunInput() {}

  /**
   * The run directory of a name.
   *
   * @return empty when it is none; then an error was recorded: {@code not-a-run-directory}
   */
  static Optional<RunDirectory> open(String name, Findings findings) {
    try {
      return RunDirectory.open(Path.of(name), findings);
    } catch (InvalidPathException e) {
      findings.error(
          "not-a-run-directory",
          Position.of(name),
          "That can't be the name of a directory.",
          "Name the directory a run was written to.");
      return Optional.empty();
    }
  }
}
