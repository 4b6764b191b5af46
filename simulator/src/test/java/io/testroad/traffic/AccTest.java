package io.testroad.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

/** With v0 = 20 m/s, T = 1.5 s, a = 1 m/s², b = 1.5625 m/s² (so that √(a·b) = 1.25), s0 = 2 m. */
class AccTest {

  private static final double FREE = Double.POSITIVE_INFINITY;

  private static double acceleration(
      double speed, double gap, double leaderSpeed, double leaderAccel) {
    return Acc.acceleration(speed, 20, gap, leaderSpeed, leaderAccel, 1.5, 1, 1.5625, 2, 4, 0.99);
  }

  @Test
  void freeAndInEquilibriumItIsTheIidm() {
    assertThat(acceleration(10, FREE, 0, 0)).isEqualTo(0.9375);
    assertThat(acceleration(10, 17, 10, 0)).isZero();
  }

  /**
   * 10 m/s faster at 25 m: −100/50; one who draws away: 100·1/(400 − 50), at most a being believed.
   */
  @Test
  void heuristicOfASteadyLeader() {
    assertThat(Acc.constantAcceleration(20, 25, 10, 0, 1)).isEqualTo(-2);
    assertThat(Acc.constantAcceleration(10, 25, 20, 0, 1)).isZero();
    assertThat(Acc.constantAcceleration(10, 25, 20, 5, 1)).isCloseTo(100 / 350.0, within(1e-12));
  }

  /** The leader stops first: 10·0 < 2·50·2; 100·(−2)/(100 + 200). */
  @Test
  void heuristicOfALeaderWhoStopsBeforeTheGapIsUsedUp() {
    assertThat(Acc.constantAcceleration(10, 50, 10, -2, 1)).isCloseTo(-200 / 300.0, within(1e-12));
  }

  /** At vₗ·(v − vₗ) = −2·s·aₗ both branches say v·aₗ/vₗ: 10·10 = 2·25·2, 20·(−2)/10. */
  @Test
  void theHeuristicIsContinuous() {
    assertThat(Acc.constantAcceleration(20, 25, 10, -2, 1)).isCloseTo(-4, within(1e-9));
    assertThat(Acc.constantAcceleration(20, 25, 10, -2.0001, 1)).isCloseTo(-4, within(1e-3));
    assertThat(Acc.constantAcceleration(20, 25, 0, 0, 1)).isEqualTo(-8);
  }

  /** c·(−2 + 1.5·tanh(−4/1.5)) + (1 − c)·(−6); tanh(2.66667) = 0.990391. */
  @Test
  void mix() {
    assertThat(Acc.mix(-6, -2, 1.5, 0.99))
        .isCloseTo(0.99 * (-2 - 1.5 * 0.990391) - 0.06, within(1e-5));
    assertThat(Acc.mix(-1, -2, 1.5, 0.99)).isEqualTo(-1);
    assertThat(Acc.mix(-6, -2, 1.5, 0)).isEqualTo(-6);
  }

  /** A car as fast that cuts in at 8 m: the IIDM brakes with 1 − (17/8)², the ACC hardly. */
  @Test
  void aCutInIsTakenCalmly() {
    assertThat(Iidm.acceleration(10, 20, 8, 10, 1.5, 1, 1.5625, 2, 4))
        .isCloseTo(1 - 2.125 * 2.125, within(1e-9));
    assertThat(acceleration(10, 8, 10, 0)).isBetween(-1.6, -1.4);
  }

  @Property(tries = 500)
  void fallsWithTheClosingSpeedAndNeverBelowTheIidm(
      @ForAll @DoubleRange(min = 0, max = 30) double speed,
      @ForAll @DoubleRange(min = 0.1, max = 200) double gap,
      @ForAll @DoubleRange(min = 0, max = 30) double leaderSpeed,
      @ForAll @DoubleRange(min = -4, max = 0) double leaderAccel,
      @ForAll @DoubleRange(min = 0, max = 20) double more) {
    double here = acceleration(speed, gap, leaderSpeed, leaderAccel);
    assertThat(here).isFinite();
    assertThat(acceleration(speed, gap, leaderSpeed + more, leaderAccel))
        .isGreaterThanOrEqualTo(here - 1e-9);
    assertThat(here)
        .isGreaterThanOrEqualTo(
            Iidm.acceleration(speed, 20, gap, leaderSpeed, 1.5, 1, 1.5625, 2, 4) - 1e-9);
  }
}
