package io.testroad.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** With b = 4.5 m/s² and τ = 1 s. */
class KraussOriginalTest {

  @ParameterizedTest
  @CsvSource({
    "10, 10, 10.000",
    "10, 20, 12.828",
    "0, 30, 12.537",
    "0, 50, 17.185",
    "20, 40, 23.433",
    "0, 0, 0",
    "0, -5, 0",
  })
  void safeSpeed(double leaderSpeed, double gap, double speed) {
    assertThat(KraussOriginal.safeSpeed(leaderSpeed, gap, 4.5, 1)).isCloseTo(speed, within(0.001));
  }

  /** In equilibrium the gap is v·τ; at the limit half of the dawdling is lost: 0.5·2.6/2. */
  @Test
  void nextSpeed() {
    assertThat(KraussOriginal.safeSpeed(14, 14, 4.5, 1)).isCloseTo(14, within(1e-9));
    assertThat(KraussOriginal.nextSpeed(13, 50 / 3.6, 100, 2.6, 0.5, 0.5, 1))
        .isCloseTo(50 / 3.6 - 0.65, within(1e-9));
    assertThat(KraussOriginal.nextSpeed(0, 10, 0.2, 2.6, 0.5, 1, 1)).isZero();
  }
}
