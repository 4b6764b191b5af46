package io.testroad.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.testroad.demand.AccGains;
import io.testroad.demand.CaccGains;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

/** The PATH controllers: headway 1.1 or 0.6 s, 2 m when standing. */
class CruiseControlTest {

  private static final double FREE = Double.POSITIVE_INFINITY;

  private static double acc(double speed, double gap, double leaderSpeed) {
    return PathAcc.acceleration(AccGains.PATH, speed, 30, gap, leaderSpeed, 1.1, 2);
  }

  private static double cacc(double speed, double gap, double leaderSpeed, double dt) {
    return Cacc.acceleration(CaccGains.PUBLISHED, speed, 30, gap, leaderSpeed, 0.6, 2, dt);
  }

  @Test
  void withNobodyNearTheSpeedErrorCounts() {
    assertThat(acc(20, FREE, 0)).isEqualTo(4);
    assertThat(acc(35, 121, 10)).isEqualTo(-2);
    assertThat(cacc(20, FREE, 0, 0.1)).isEqualTo(4);
    assertThat(cacc(20, 42.1, 0, 0.1)).isEqualTo(4);
  }

  /** At 20 m/s the wanted gap is 24 m. */
  @Test
  void modesOfAcc() {
    assertThat(acc(20, 24.1, 20.05)).isCloseTo(0.23 * 0.1 + 0.07 * 0.05, within(1e-9));
    assertThat(acc(20, 34, 19)).isCloseTo(0.04 * 10 - 0.8, within(1e-9));
    assertThat(acc(20, 20, 19)).isCloseTo(-0.8 * 4 - 0.23, within(1e-9));
    assertThat(acc(29, 100, 35)).isCloseTo(0.4, within(1e-9));
  }

  /** At 20 m/s the wanted gap is 14 m; the step and kd·h make 0.25, 0.13 and 0.13 s. */
  @Test
  void modesOfCacc() {
    assertThat(cacc(20, 14.1, 20.05, 0.1))
        .isCloseTo((0.45 * 0.1 + 0.25 * 0.05) / 0.25, within(1e-9));
    assertThat(cacc(20, 24, 19, 0.1)).isCloseTo((0.005 * 10 - 0.05) / 0.13, within(1e-9));
    assertThat(cacc(20, 13, 19, 0.1)).isCloseTo((-0.45 - 0.05) / 0.13, within(1e-9));
  }

  @Test
  void shorterTicksDoNotMakeItHarder() {
    assertThat(cacc(20, 13, 19, 0.02)).isEqualTo(cacc(20, 13, 19, 0.1));
    assertThat(cacc(20, 13, 19, 1)).isCloseTo(-0.5 / 1.03, within(1e-9));
  }

  /** x·0.1 = 0.45·0.1 + 0.25·(0.05 − 0.6·x). */
  @Test
  void theAccelerationSolvesItsOwnRate() {
    double x = cacc(20, 14.1, 20.05, 0.1);
    assertThat(x * 0.1).isCloseTo(0.45 * 0.1 + 0.25 * (0.05 - 0.6 * x), within(1e-9));
  }

  @Property(tries = 300)
  void fallsWithTheClosingSpeedWithinAMode(
      @ForAll @DoubleRange(min = 0, max = 30) double speed,
      @ForAll @DoubleRange(min = 0, max = 100) double gap,
      @ForAll @DoubleRange(min = 0.2, max = 30) double closing,
      @ForAll @DoubleRange(min = 0, max = 20) double more) {
    assertThat(acc(speed, gap, speed - closing - more))
        .isLessThanOrEqualTo(acc(speed, gap, speed - closing) + 1e-9);
    assertThat(cacc(speed, gap, speed - closing - more, 0.1))
        .isLessThanOrEqualTo(cacc(speed, gap, speed - closing, 0.1) + 1e-9);
  }
}
