package io.testroad.incident;

import io.testroad.engine.RandomStream;
import java.time.Duration;

/**
 * A distribution of working times.
 *
 * @param family log-normal, log-logistic, weibull, exponential or fixed
 * @param a log-normal: mean, s; log-logistic: median α, s; Weibull: shape k; exponential and fixed:
 *     mean, s
 * @param b log-normal: standard deviation, s; log-logistic: shape β; Weibull: scale, s; else 0
 */
public record WorkTime(String family, double a, double b) {

  /** A log-normal working time. */
  public static WorkTime logNormal(Duration mean, Duration deviation) {
    return new WorkTime("log-normal", mean.toMillis() / 1000.0, deviation.toMillis() / 1000.0);
  }

  /**
   * The counter-th draw from a stream.
   *
   * @throws IllegalArgumentException when there is no such family
   */
  public Duration draw(RandomStream stream, long counter) {
    double seconds =
        switch (family) {
          case "log-normal" -> logNormal(stream.gaussian(counter));
          case "log-logistic" -> {
            double u = stream.uniform(counter);
            yield a * StrictMath.pow(u / (1 - u), 1 / b);
          }
          case "weibull" -> b * StrictMath.pow(-StrictMath.log(1 - stream.uniform(counter)), 1 / a);
          case "exponential" -> stream.exponential(counter, a);
          case "fixed" -> a;
          default -> throw new IllegalArgumentException("no family " + family);
        };
    return Duration.ofMillis(Math.round(seconds * 1000));
  }

  private double logNormal(double gaussian) {
    if (b == 0) {
      return a;
    }
    double ratio = b / a;
    double variance = StrictMath.log(1 + ratio * ratio);
    return StrictMath.exp(StrictMath.log(a) - variance / 2 + StrictMath.sqrt(variance) * gaussian);
  }
}
