package io.testroad.scenario;

import io.testroad.finding.Findings;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads scenario files. */
public final class ScenarioReader {

  private ScenarioReader() {}

  /**
   * The scenario in a file.
   *
   * @param sets settings that replace what the file says, {@code path=value}
   * @param seed replaces the file's
   * @return empty when an error was found; all faults are in the findings
   */
  public static Optional<Scenario> read(
      Path file, List<String> sets, OptionalLong seed, Findings findings) {
    return Optional.empty();
  }
}
