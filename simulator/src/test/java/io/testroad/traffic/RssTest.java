package io.testroad.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.testroad.demand.RssEnvelope;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RssTest {

  private static final RssEnvelope P = RssEnvelope.OFF;

  private static double same(double kmh, double frontKmh, double response, double accel) {
    return Rss.sameDirection(
        kmh / 3.6, frontKmh / 3.6, response, accel, P.brakeMinMps2(), P.brakeMaxMps2());
  }

  @ParameterizedTest
  @CsvSource({
    "30, 30, 1, 3.5, 23.247",
    "40, 40, 1, 3.5, 31.831",
    "50, 50, 1, 3.5, 41.379",
    "60, 60, 1, 3.5, 51.892",
    "80, 80, 1, 3.5, 75.812",
    "50, 50, 2, 3.5, 77.265",
    "50, 50, 1, 0, 25.945",
    "50, 0, 1, 3.5, 53.436",
    "0, 100, 1, 3.5, 0",
  })
  void sameDirection(double kmh, double frontKmh, double response, double accel, double distanceM) {
    assertThat(same(kmh, frontKmh, response, accel)).isCloseTo(distanceM, within(0.001));
  }

  @Test
  void oppositeDirection() {
    double distance =
        Rss.oppositeDirection(
            50 / 3.6,
            50 / 3.6,
            P.responseS(),
            P.otherResponseS(),
            P.accelMps2(),
            P.brakeMinCorrectMps2(),
            P.brakeMinMps2());
    assertThat(distance).isCloseTo(155.355, within(0.001));
  }

  private static double lateral(double left, double right) {
    return Rss.lateral(
        left,
        right,
        P.responseS(),
        P.otherResponseS(),
        P.lateralAccelMps2(),
        P.lateralBrakeMps2(),
        P.lateralMarginM());
  }

  @Test
  void lateralAtRest() {
    assertThat(lateral(0, 0)).isCloseTo(0.725, within(0.001));
    assertThat(lateral(-5, 5)).isEqualTo(0.1);
  }

  @Test
  void properResponse() {
    assertThat(Rss.properResponse(1, 20, 30, 4)).isEqualTo(-4);
    assertThat(Rss.properResponse(-6, 20, 30, 4)).isEqualTo(-6);
    assertThat(Rss.properResponse(1, 31, 30, 4)).isEqualTo(1);
  }

  @Property(tries = 300)
  void growsWithOwnSpeedAndShrinksWithTheFrontsSpeed(
      @ForAll @DoubleRange(min = 0, max = 150) double kmh,
      @ForAll @DoubleRange(min = 0, max = 150) double frontKmh,
      @ForAll @DoubleRange(min = 0, max = 3) double response,
      @ForAll @DoubleRange(min = 0, max = 50) double more) {
    double here = same(kmh, frontKmh, response, 3.5);
    assertThat(here).isNotNegative();
    assertThat(same(kmh + more, frontKmh, response, 3.5)).isGreaterThanOrEqualTo(here);
    assertThat(same(kmh, frontKmh + more, response, 3.5)).isLessThanOrEqualTo(here);
    assertThat(same(kmh, frontKmh, response + more, 3.5)).isGreaterThanOrEqualTo(here);
  }

  @Property(tries = 300)
  void lateralDistanceGrowsWithTheApproach(
      @ForAll @DoubleRange(min = -3, max = 3) double left,
      @ForAll @DoubleRange(min = -3, max = 3) double right,
      @ForAll @DoubleRange(min = 0, max = 3) double more) {
    assertThat(lateral(left + more, right)).isGreaterThanOrEqualTo(lateral(left, right) - 1e-12);
    assertThat(lateral(left, right - more)).isGreaterThanOrEqualTo(lateral(left, right) - 1e-12);
  }
}
