package io.testroad.demand;

import io.testroad.finding.Findings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A SUMO configuration: which files make a simulation, and its time.
 *
 * <p>Options of output, report and the user interface are passed over.
 *
 * <p>Source: "Configuration Files" and "sumo" in SUMO's documentation.
 *
 * @param file the configuration
 * @param netFile the network
 * @param routeFiles route files, in order
 * @param additionalFiles additional files, in order
 * @param beginMs ms
 * @param endMs ms, -1 when there is none
 * @param stepLengthS s
 */
public record SumoConfiguration(
    Path file,
    Path netFile,
    List<Path> routeFiles,
    List<Path> additionalFiles,
    long beginMs,
    long endMs,
    double stepLengthS) {

  public SumoConfiguration {
    routeFiles = List.copyOf(routeFiles);
    additionalFiles = List.copyOf(additionalFiles);
  }

  /**
   * Reads a configuration.
   *
   * @return empty when an error was recorded; then all errors of the file were
   */
  public static Optional<SumoConfiguration> read(Path file, Findings findings) {
    return new SumoConfigurationReader(file).read(findings);
  }

  /** The files that hold demand, in the order in which SUMO reads them: additional files first. */
  public List<Path> demandFiles() {
    List<Path> files = new ArrayList<>(additionalFiles);
    files.addAll(routeFiles);
    return files;
  }
}
