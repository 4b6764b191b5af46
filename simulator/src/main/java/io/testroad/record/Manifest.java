package io.testroad.record;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonValue;
import io.testroad.engine.Clock;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a run was made from and how it ended: {@code manifest.json}.
 *
 * @param formatVersion version of the run directory's format, {@link #FORMAT}
 * @param program always {@link #PROGRAM}
 * @param programVersion version of the program
 * @param scenario the scenario's name
 * @param scenarioFile the scenario's file as the user gave it
 * @param seed the run's seed
 * @param start date and time of tick 0, ISO 8601
 * @param tickMs length of a tick, ms
 * @param threads threads the run was given
 * @param javaVersion version of Java
 * @param status how the run ended
 * @param endTick the tick at which it ended; null while it runs
 * @param digest {@code sha256:} and the run's digest; null while it runs
 * @param inputs the files the run was made from
 * @param wallS wall-clock seconds; null while it runs
 * @param realTimeFactor simulated over wall-clock seconds; null while it runs
 */
@JsonPropertyOrder({
  "formatVersion",
  "program",
  "programVersion",
  "scenario",
  "scenarioFile",
  "seed",
  "start",
  "tickMs",
  "threads",
  "javaVersion",
  "status",
  "endTick",
  "digest",
  "inputs",
  "wallS",
  "realTimeFactor"
})
public record Manifest(
    int formatVersion,
    String program,
    String programVersion,
    String scenario,
    String scenarioFile,
    long seed,
    String start,
    long tickMs,
    int threads,
    String javaVersion,
    Status status,
    @Nullable Long endTick,
    @Nullable String digest,
    List<InputFile> inputs,
    @Nullable Double wallS,
    @Nullable Double realTimeFactor) {

  /** The version of the run directory's format that this program writes. */
  public static final int FORMAT = 1;

  /** The program's name, by which a run directory is known. */
  public static final String PROGRAM = "testroad";

  public Manifest {
    inputs = List.copyOf(inputs);
  }

  /** How a run ended. */
  public enum Status {
    /** It has not ended, or the program was killed. */
    RUNNING,
    /** It reached its end. */
    COMPLETED,
    /** It was stopped from outside. */
    INTERRUPTED,
    /** The program failed. */
    FAILED;

    /** The written form, lower case. */
    @JsonValue
    public String written() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * A file a run was made from.
   *
   * @param file its path as the user or the scenario gave it
   * @param sha256 SHA-256 of its bytes, hexadecimal, lower case
   */
  @JsonPropertyOrder({"file", "sha256"})
  public record InputFile(String file, String sha256) {

    /**
     * The entry of a file.
     *
     * @param name its path as the user or the scenario gave it
     * @param path where it is
     * @throws IOException when it can't be read
     */
    public static InputFile of(String name, Path path) throws IOException {
      try {
        MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
        try (InputStream in = new DigestInputStream(Files.newInputStream(path), sha256)) {
          in.transferTo(OutputStream.nullOutputStream());
        }
        return new InputFile(name, HexFormat.of().formatHex(sha256.digest()));
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("every Java has SHA-256", e);
      }
    }
  }

  /** The manifest of a run that begins. */
  public static Manifest begun(
      String programVersion,
      String scenario,
      String scenarioFile,
      long seed,
      Clock clock,
      int threads,
      List<InputFile> inputs) {
    return new Manifest(
        FORMAT,
        PROGRAM,
        programVersion,
        scenario,
        scenarioFile,
        seed,
        TimeText.of(clock.dateTimeOf(0)),
        clock.tickMillis(),
        threads,
        Runtime.version().toString(),
        Status.RUNNING,
        null,
        null,
        inputs,
        null,
        null);
  }

  /**
   * The manifest of this run when it has ended.
   *
   * @param digestHex {@link RunDigest#hex}
   * @param wallSeconds wall-clock seconds the run took
   */
  public Manifest ended(Status how, long tick, String digestHex, double wallSeconds) {
    double simulatedS = tick * tickMs / 1000.0;
    return new Manifest(
        formatVersion,
        program,
        programVersion,
        scenario,
        scenarioFile,
        seed,
        start,
        tickMs,
        threads,
        javaVersion,
        how,
        tick,
        "sha256:" + digestHex,
        inputs,
        wallSeconds,
        wallSeconds > 0 ? Double.valueOf(simulatedS / wallSeconds) : null);
  }
}
