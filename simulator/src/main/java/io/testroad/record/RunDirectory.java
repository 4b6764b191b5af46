package io.testroad.record;

import io.testroad.finding.Findings;
import io.testroad.finding.Position;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The directory that holds what a run leaves behind. */
public final class RunDirectory {

  private static final String MANIFEST = "manifest.json";
  private static final long MAX_MANIFEST_BYTES = 16 << 20;

  /** Everything of ours that a run directory may hold. */
  private static final List<String> OURS =
      List.of(
          "scenario.resolved.yaml",
          "events.jsonl",
          "trajectories.parquet",
          "permits.parquet",
          "metrics.json",
          "metrics.json.tmp",
          "report.html",
          "junit.xml",
          "checkpoints",
          ".unfinished",
          MANIFEST,
          MANIFEST + ".tmp");

  private final Path path;

  private RunDirectory(Path path) {
    this.path = path;
  }

  /**
   * A new, empty run directory.
   *
   * @param overwrite whether an earlier run in it may be deleted; files that are not a run's are
   *     left alone
   * @return empty when there can't be one; then an error was recorded: {@code
   *     run-directory-not-empty}, {@code run-directory-is-file}, {@code run-directory-unwritable}
   */
  public static Optional<RunDirectory> create(Path path, boolean overwrite, Findings findings) {
    Position position = Position.of(path.toString());
    try {
      if (Files.exists(path) && !Files.isDirectory(path)) {
        findings.error(
            "run-directory-is-file",
            position,
            "The run directory " + path + " is a file.",
            "Name a directory that is empty or not there yet.");
        return Optional.empty();
      }
      if (!isEmpty(path) && !makeRoom(path, overwrite, findings)) {
        return Optional.empty();
      }
      Files.createDirectories(path);
      return Optional.of(new RunDirectory(path));
    } catch (IOException e) {
      findings.error(
          "run-directory-unwritable",
          position,
          "The run directory " + path + " can't be made: " + reason(e) + ".",
          "Name a directory you may write to.");
      return Optional.empty();
    }
  }

  /**
   * The directory of an earlier run.
   *
   * @return empty when it is none; then an error was recorded: {@code not-a-run-directory}
   */
  public static Optional<RunDirectory> open(Path path, Findings findings) {
    if (isRun(path)) {
      return Optional.of(new RunDirectory(path));
    }
    findings.error(
        "not-a-run-directory",
        Position.of(path.toString()),
        path + " holds no run: it has no manifest.json of this program.",
        "Name the directory a run was written to.");
    return Optional.empty();
  }

  private static boolean makeRoom(Path path, boolean overwrite, Findings findings)
      throws IOException {
    boolean run = isRun(path);
    if (overwrite && run) {
      for (String name : OURS) {
        delete(path.resolve(name));
      }
      return true;
    }
    findings.error(
        "run-directory-not-empty",
        Position.of(path.toString()),
        "The run directory " + path + " holds " + (run ? "an earlier run." : "other files."),
        run
            ? "Name another directory, or ask to overwrite it."
            : "Name a directory that is empty or not there yet.");
    return false;
  }

  private static boolean isEmpty(Path path) throws IOException {
    if (!Files.exists(path)) {
      return true;
    }
    try (Stream<Path> files = Files.list(path)) {
      return files.findAny().isEmpty();
    }
  }

  private static boolean isRun(Path path) {
    try {
      return Manifest.PROGRAM.equals(read(path.resolve(MANIFEST)).program());
    } catch (IOException e) {
      return false;
    }
  }

  private static Manifest read(Path file) throws IOException {
    if (Files.size(file) > MAX_MANIFEST_BYTES) {
      throw new IOException("too long");
    }
    return JsonText.read(Files.readAllBytes(file), Manifest.class);
  }

  private static String reason(IOException e) {
    return e.getClass().getSimpleName().replaceAll("Exception$", "");
  }

  /** Deletes a file, or a directory and what is in it; links are not followed. */
  static void delete(Path doomed) throws IOException {
    if (!Files.isDirectory(doomed, LinkOption.NOFOLLOW_LINKS)) {
      Files.deleteIfExists(doomed);
      return;
    }
    Files.walkFileTree(
        doomed,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException fault)
              throws IOException {
            Files.deleteIfExists(directory);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  /** The directory itself. */
  public Path path() {
    return path;
  }

  /** The event log. */
  public Path events() {
    return path.resolve("events.jsonl");
  }

  /** The trajectories. */
  public Path trajectories() {
    return path.resolve("trajectories.parquet");
  }

  /** What became of plates and permits; not there when there were none. */
  public Path permits() {
    return path.resolve("permits.parquet");
  }

  /** The scenario with everything it took from elsewhere. */
  public Path resolvedScenario() {
    return path.resolve("scenario.resolved.yaml");
  }

  /** The report for people. */
  public Path report() {
    return path.resolve("report.html");
  }

  /** The report for continuous integration. */
  public Path junit() {
    return path.resolve("junit.xml");
  }

  /** The directory of checkpoints; it may not be there. */
  public Path checkpoints() {
    return path.resolve("checkpoints");
  }

  /** The metrics. */
  public Path metrics() {
    return path.resolve("metrics.json");
  }

  /** The manifest. */
  public Path manifest() {
    return path.resolve(MANIFEST);
  }

  /** A directory for what is not finished; gone when the run has ended. */
  Path unfinished() {
    return path.resolve(".unfinished");
  }

  /** Writes the manifest: whole, or not at all. */
  public void write(Manifest manifest) throws IOException {
    JsonText.write(manifest(), manifest);
  }

  /** Writes the metrics: whole, or not at all. */
  public void write(Metrics metrics) throws IOException {
    JsonText.write(metrics(), metrics);
  }

  /**
   * Reads the manifest.
   *
   * @throws IOException when it isn't there or can't be read
   */
  public Manifest readManifest() throws IOException {
    return read(manifest());
  }

  /**
   * Reads the metrics.
   *
   * @throws IOException when they aren't there or can't be read
   */
  public Metrics readMetrics() throws IOException {
    return JsonText.read(Files.readAllBytes(metrics()), Metrics.class);
  }
}
