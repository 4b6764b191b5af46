package io.testroad.sensing;

/**
 * How often people call about something, more often the longer they wait: each of them at the rate
 * {@code (1 + t/growth)/first} after a time {@code t}. An assumption; nothing published was found.
 *
 * @param firstS mean time until somebody's first call if the rate didn't grow, s, positive
 * @param growthS after which the rate has doubled, s, positive; infinite: it doesn't grow
 */
public record CallRate(double firstS, double growthS) {

  /**
   * When the next call comes, s since the beginning: the inverse of the cumulative hazard.
   *
   * @param sinceS time since the beginning, s
   * @param people how many may call, 1 or more
   * @param exponential a number drawn from the exponential distribution with mean 1
   */
  double next(double sinceS, int people, double exponential) {
    double calls = exponential * firstS / people;
    if (Double.isInfinite(growthS)) {
      return sinceS + calls;
    }
    double grown = 1 + sinceS / growthS;
    // (sqrt(g² + 2x) − g)·growth, written so that nothing cancels where x is small
    double x = 2 * calls / growthS;
    return sinceS + growthS * x / (StrictMath.sqrt(grown * grown + x) + grown);
  }
}
