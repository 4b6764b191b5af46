package io.testroad.sensing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class CallRateTest {

  /** At first 300 s and growth 600 s, 3 calls are expected until 600·(√4 − 1) = 600 s. */
  @Test
  void growsWithTheTime() {
    CallRate rate = new CallRate(300, 600);
    assertThat(rate.next(0, 1, 3)).isCloseTo(600, within(1e-9));
    // two people: the same after half as many calls each
    assertThat(rate.next(0, 2, 6)).isCloseTo(600, within(1e-9));
  }

  @Test
  void staysAsItIsIfItDoesntGrow() {
    CallRate rate = new CallRate(300, Double.POSITIVE_INFINITY);
    assertThat(rate.next(1000, 3, 2)).isCloseTo(1200, within(1e-9));
  }

  /** Between two calls lies as much of the cumulative hazard as was drawn. */
  @Property
  void invertsTheHazard(
      @ForAll @DoubleRange(min = 0, max = 10_000) double sinceS,
      @ForAll @IntRange(min = 1, max = 50) int people,
      @ForAll @DoubleRange(min = 0.01, max = 30) double exponential) {
    double firstS = 300;
    double growthS = 900;
    double nextS = new CallRate(firstS, growthS).next(sinceS, people, exponential);
    double hazard = hazard(nextS, firstS, growthS) - hazard(sinceS, firstS, growthS);
    assertThat(people * hazard).isCloseTo(exponential, within(1e-8 * (1 + exponential * people)));
  }

  private static double hazard(double timeS, double firstS, double growthS) {
    return (timeS + timeS * timeS / (2 * growthS)) / firstS;
  }
}
