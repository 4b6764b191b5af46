package io.testroad.cli;

import io.testroad.engine.EventType;
import io.testroad.record.Manifest;
import io.testroad.record.Metrics;
import io.testroad.scenario.Expectation;
import io.testroad.scenario.Scenario;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How a run ended.
 *
 * @param scenario what was run
 * @param status how it ended
 * @param metrics the figures
 * @param story what happened
 * @param digestHex 64 hexadecimal digits
 * @param directory where it was written
 * @param endTick the tick at which it ended
 * @param wallSeconds how long it took, s
 */
record RunOutcome(
    Scenario scenario,
    Manifest.Status status,
    Metrics metrics,
    RunStory story,
    String digestHex,
    Path directory,
    long endTick,
    double wallSeconds) {

  /** Simulated seconds in a second of computing. */
  double realTimeFactor() {
    return wallSeconds > 0 ? metrics.simulatedS() / wallSeconds : 0;
  }

  /** The names of the expectations that failed. */
  Set<String> failed() {
    return story.first(EventType.EXPECTATION_FAILED).stream()
        .map(event -> String.valueOf(event.attributes().find("expectation")))
        .collect(Collectors.toUnmodifiableSet());
  }

  /** The expectations that held, in order. */
  List<Expectation> held() {
    Set<String> failed = failed();
    return scenario.expectations().stream()
        .filter(expectation -> !failed.contains(expectation.name()))
        .toList();
  }

  /** The code the command ends with. */
  int exitCode() {
    if (status == Manifest.Status.INTERRUPTED) {
      return ExitCode.INTERRUPTED;
    }
    return story.count(EventType.EXPECTATION_FAILED) > 0
        ? ExitCode.EXPECTATION_FAILED
        : ExitCode.OK;
  }
}
