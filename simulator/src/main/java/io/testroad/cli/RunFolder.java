package io.testroad.cli;

import java.nio.file.Files;
import java.nio.file.Path;

/** Names the directory of a run for which none was named. */
final class RunFolder {

  private RunFolder() {}

  /**
   * The next directory {@code runs/<scenario>-<n>} that is not there yet.
   *
   * @param scenarioFile from whose name the scenario's is taken
   */
  static Path next(Path scenarioFile) {
    Path fileName = scenarioFile.getFileName();
    String name = fileName == null ? "run" : fileName.toString();
    int dot = name.indexOf('.');
    String stem = dot > 0 ? name.substring(0, dot) : name;
    for (int n = 1; ; n++) {
      Path candidate = Path.of("runs", stem + "-" + n);
      if (!Files.exists(candidate)) {
        return candidate;
      }
    }
  }
}
