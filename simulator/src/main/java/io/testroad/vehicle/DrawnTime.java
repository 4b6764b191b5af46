package io.testroad.vehicle;

import io.testroad.engine.RandomStream;
import java.time.Duration;

/**
 * How long people need for something: reaction times and remote sessions.
 *
 * @param family log-normal, exponential or fixed
 * @param mean its mean, positive
 * @param sigma of the logarithm of a log-normal time; 0 for the others
 */
public record DrawnTime(String family, Duration mean, double sigma) {

  /** The spread of the logarithm where nothing is said of it (assumption). */
  public static final double USUAL_SIGMA = 0.4;

  public static final String LOG_NORMAL = "log-normal";
  public static final String EXPONENTIAL = "exponential";
  public static final String FIXED = "fixed";

  /** A log-normal time of the usual spread. */
  public static DrawnTime usual(Duration mean) {
    return new DrawnTime(LOG_NORMAL, mean, USUAL_SIGMA);
  }

  /** The spread of the logarithm of a log-normal time. */
  public static double sigma(Duration mean, Duration deviation) {
    double ratio = (double) deviation.toMillis() / mean.toMillis();
    return StrictMath.sqrt(StrictMath.log(1 + ratio * ratio));
  }

  /**
   * The counter-th time drawn from a stream.
   *
   * @throws IllegalArgumentException when there is no such family
   */
  Duration draw(RandomStream stream, long counter) {
    double ms = mean.toMillis();
    double drawn =
        switch (family) {
          case LOG_NORMAL -> {
            double mu = StrictMath.log(ms) - sigma * sigma / 2;
            yield StrictMath.exp(mu + sigma * stream.gaussian(counter));
          }
          case EXPONENTIAL -> stream.exponential(counter, ms);
          case FIXED -> ms;
          default -> throw new IllegalArgumentException("no family " + family);
        };
    return Duration.ofMillis(Math.round(drawn));
  }
}
