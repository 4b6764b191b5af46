package io.testroad.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

/** With v0 = 20 m/s, T = 1.5 s, a = 1 m/s², b = 1.5625 m/s² (so that √(a·b) = 1.25), s0 = 2 m. */
class IdmTest {

  private static final double FREE = Double.POSITIVE_INFINITY;

  private static double acceleration(double speed, double gap, double leaderSpeed) {
    return Idm.acceleration(speed, 20, gap, leaderSpeed, 1.5, 1, 1.5625, 2, 4);
  }

  /** 1 − (v/20)⁴. */
  @Test
  void freeAcceleration() {
    assertThat(acceleration(0, FREE, 0)).isEqualTo(1);
    assertThat(acceleration(10, FREE, 0)).isEqualTo(0.9375);
    assertThat(acceleration(20, FREE, 0)).isZero();
    assertThat(acceleration(40, FREE, 0)).isEqualTo(-15);
  }

  /** At 10 m/s behind one as fast: (2 + 15) / √(1 − 0.5⁴) = 17.5575 m. */
  @Test
  void equilibriumGap() {
    assertThat(acceleration(10, 17.557524, 10)).isCloseTo(0, within(1e-6));
    assertThat(acceleration(0, 2, 0)).isZero();
  }

  /** s* = 2 + 22.5 + 15·5/2.5 = 54.5 m; 1 − 0.75⁴ − (54.5/20)². */
  @Test
  void approach() {
    assertThat(acceleration(15, 20, 10)).isCloseTo(-6.74203125, within(1e-9));
  }

  /** A leader who draws away leaves s0 only: 1 − 0.5⁴ − (2/10)². */
  @Test
  void aFasterLeaderDoesNotPull() {
    assertThat(acceleration(10, 10, 40)).isCloseTo(0.8975, within(1e-12));
  }

  @Test
  void exponentOtherThanFour() {
    assertThat(Idm.acceleration(10, 20, FREE, 0, 1.5, 1, 1.5625, 2, 2)).isEqualTo(0.75);
  }

  @Property(tries = 500)
  void growsWithTheGapAndTheLeadersSpeed(
      @ForAll @DoubleRange(min = 0, max = 30) double speed,
      @ForAll @DoubleRange(min = -1, max = 200) double gap,
      @ForAll @DoubleRange(min = 0, max = 30) double leaderSpeed,
      @ForAll @DoubleRange(min = 0, max = 20) double more) {
    double here = acceleration(speed, gap, leaderSpeed);
    assertThat(here).isFinite();
    assertThat(acceleration(speed, gap + more, leaderSpeed)).isGreaterThanOrEqualTo(here);
    assertThat(acceleration(speed, gap, leaderSpeed + more)).isGreaterThanOrEqualTo(here);
    assertThat(acceleration(speed, FREE, 0)).isGreaterThanOrEqualTo(here);
  }
}
