package io.testroad.sensing;

import java.time.Duration;

/**
 * How well something is noticed.
 *
 * @param probability that it is, 0 to 1
 * @param latency until that has been worked out
 */
public record Detection(double probability, Duration latency) {

  /** A detection of whole seconds. */
  static Detection of(double probability, long latencyS) {
    return new Detection(probability, Duration.ofSeconds(latencyS));
  }

  /** The same where only a share of it is noticed. */
  Detection times(double share) {
    return new Detection(probability * share, latency);
  }
}
