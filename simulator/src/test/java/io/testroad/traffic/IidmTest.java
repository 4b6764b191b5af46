package io.testroad.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

/** With v0 = 20 m/s, T = 1.5 s, a = 1 m/s², b = 1.5625 m/s² (so that √(a·b) = 1.25), s0 = 2 m. */
class IidmTest {

  private static final double FREE = Double.POSITIVE_INFINITY;

  private static double acceleration(double speed, double gap, double leaderSpeed) {
    return Iidm.acceleration(speed, 20, gap, leaderSpeed, 1.5, 1, 1.5625, 2, 4);
  }

  @Test
  void freeAcceleration() {
    assertThat(acceleration(0, FREE, 0)).isEqualTo(1);
    assertThat(acceleration(10, FREE, 0)).isEqualTo(0.9375);
    assertThat(acceleration(20, FREE, 0)).isZero();
  }

  /** −b·(1 − (20/40)^(4/1.5625)): 2.56 · ln 2 = 1.77446, e^−1.77446 = 0.169576. */
  @Test
  void aboveTheDesiredSpeedItBrakesComfortably() {
    assertThat(acceleration(40, FREE, 0)).isCloseTo(-1.5625 * (1 - 0.169576), within(1e-6));
    assertThat(acceleration(1e6, FREE, 0)).isCloseTo(-1.5625, within(1e-6));
  }

  @Test
  void equilibriumGapIsStraight() {
    assertThat(acceleration(10, 17, 10)).isZero();
    assertThat(acceleration(0, 2, 0)).isZero();
    assertThat(acceleration(19.9, 2 + 29.85, 19.9)).isCloseTo(0, within(1e-9));
  }

  /** z = 17/34 = 1/2; 0.9375 · (1 − 0.5^(2/0.9375)); 2.13333 · ln 2 = 1.478714. */
  @Test
  void twiceTheWantedGap() {
    double power = StrictMath.exp(-2 / 0.9375 * StrictMath.log(2));
    assertThat(power).isCloseTo(0.227931, within(1e-6));
    assertThat(acceleration(10, 34, 10)).isCloseTo(0.9375 * (1 - power), within(1e-12));
  }

  /** s* = 54.5 m as in the IDM; 1 − (54.5/20)². */
  @Test
  void approach() {
    assertThat(acceleration(15, 20, 10)).isCloseTo(1 - 2.725 * 2.725, within(1e-9));
  }

  @Property(tries = 500)
  void growsWithTheGapAndTheLeadersSpeed(
      @ForAll @DoubleRange(min = 0, max = 30) double speed,
      @ForAll @DoubleRange(min = -1, max = 200) double gap,
      @ForAll @DoubleRange(min = 0, max = 30) double leaderSpeed,
      @ForAll @DoubleRange(min = 0, max = 20) double more) {
    double here = acceleration(speed, gap, leaderSpeed);
    assertThat(here).isFinite().isLessThanOrEqualTo(1);
    assertThat(acceleration(speed, gap + more, leaderSpeed)).isGreaterThanOrEqualTo(here - 1e-12);
    assertThat(acceleration(speed, gap, leaderSpeed + more)).isGreaterThanOrEqualTo(here - 1e-12);
    assertThat(acceleration(speed, FREE, 0)).isGreaterThanOrEqualTo(here);
  }
}
