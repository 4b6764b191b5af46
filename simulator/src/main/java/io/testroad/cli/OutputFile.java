package io.testroad.cli;

import io.testroad.finding.Findings;
import io.testroad.finding.Position;
import java.nio.file.Files;
import java.nio.file.Path;

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
}
