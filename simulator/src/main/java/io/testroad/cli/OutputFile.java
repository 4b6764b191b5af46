package io.testroad.cli;

import io.testroad.finding.Findings;
import io.testroad.finding.Position;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Checks that a file can be written before anything is. */
final class OutputFile {

  private OutputFile() {}

  /** Records an error when a file can't be written: {@code output-unwritable}. */
  static void check(Path file, Findings findings) {
    Path folder = file.toAbsolutePath().getParent();
    String fault = null;
    if (Files.isDirectory(file)) {
      fault = "it is a folder";
    } else if (folder == null || !Files.isDirectory(folder)) {
      fault = "its folder is not there";
    } else if (!Files.isWritable(Files.exists(file) ? file : folder)) {
      fault = "writing is not allowed";
    }
    if (fault != null) {
      findings.error(
          "output-unwritable",
          Position.of(file.toString()),
          "The file can't be written: " + fault + ".",
          "Name a file in a folder you may write to.");
    }
  }

  /**
   * Records an error when files can't be written to a folder, which need not be there yet: {@code
   * output-unwritable}. Null is right.
   */
  static void checkFolder(@Nullable Path folder, Findings findings) {
    if (folder == null) {
      return;
    }
    Path there = folder.toAbsolutePath();
    while (there.getParent() != null && !Files.exists(there)) {
      there = there.getParent();
    }
    if (!Files.isDirectory(there) || !Files.isWritable(there)) {
      findings.error(
          "output-unwritable",
          Position.of(folder.toString()),
          "Nothing can be written there: '" + there + "' is no folder you may write to.",
          "Name a folder that can be made.");
    }
  }
}
