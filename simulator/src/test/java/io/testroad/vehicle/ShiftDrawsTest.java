package io.testroad.vehicle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.testroad.engine.RandomStream;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What is drawn for shifts. The seeds are fixed, so nothing here can fail by chance; the bounds are
 * four standard errors.
 */
class ShiftDrawsTest {

  private static final RandomStream STREAM = RandomStream.of(11, "calendar", "fleet");
  private static final int SHIFTS = 4000;

  @Test
  void theSameAgain() {
    for (long shift = 0; shift < 50; shift++) {
      ShiftDraws first = ShiftDraws.of(STREAM, "v1", shift);
      ShiftDraws again = ShiftDraws.of(STREAM, "v1", shift);
      assertThat(again.available()).isEqualTo(first.available());
      assertThat(again.speed()).isEqualTo(first.speed());
      assertThat(again.choice(3)).isEqualTo(first.choice(3));
      assertThat(again.arrivals(2, 0.05, 10, 28_800_000))
          .isEqualTo(first.arrivals(2, 0.05, 10, 28_800_000));
    }
  }

  @Test
  void othersForOtherVehiclesShiftsAndThings() {
    ShiftDraws draws = ShiftDraws.of(STREAM, "v1", 1);
    assertThat(ShiftDraws.of(STREAM, "v2", 1).available()).isNotEqualTo(draws.available());
    assertThat(ShiftDraws.of(STREAM, "v1", 2).available()).isNotEqualTo(draws.available());
    assertThat(draws.choice(1)).isNotEqualTo(draws.choice(2));
    assertThat(draws.arrivals(1, 1, 10, 3_600_000))
        .isNotEqualTo(draws.arrivals(2, 1, 10, 3_600_000));
  }

  /** A shift that is cut short has the same events until then. */
  @Test
  void shorterShiftsHaveTheFirstOfThem() {
    ShiftDraws draws = ShiftDraws.of(STREAM, "v1", 1);
    List<Long> all = draws.arrivals(1, 0.2, 10, 28_800_000);
    List<Long> first = draws.arrivals(1, 0.2, 10, 10_000_000);
    assertThat(all).isSorted().isNotEmpty().allMatch(ms -> ms >= 0 && ms < 28_800_000);
    assertThat(first).isEqualTo(all.subList(0, first.size()));
    assertThat(all.subList(first.size(), all.size())).allMatch(ms -> ms >= 10_000_000);
  }

  /** 0.01 events a km on 288 km: mean and variance of the counts are 2.88. */
  @Test
  void countsArePoisson() {
    double sum = 0;
    double squares = 0;
    for (int shift = 0; shift < SHIFTS; shift++) {
      int count = ShiftDraws.of(STREAM, "v1", shift).arrivals(1, 0.01, 10, 28_800_000).size();
      sum += count;
      squares += count * count;
    }
    double mean = sum / SHIFTS;
    double variance = squares / SHIFTS - mean * mean;
    double error = Math.sqrt(2.88 / SHIFTS);
    assertThat(mean).isCloseTo(2.88, within(4 * error));
    // The variance of a Poisson variable's sample variance is (m + 2 m²) / n.
    assertThat(variance).isCloseTo(2.88, within(4 * Math.sqrt((2.88 + 2 * 2.88 * 2.88) / SHIFTS)));
  }

  /** A log-normal speed has the mean and the deviation that it was given. */
  @Test
  void speedsAreLogNormal() {
    CalendarDuty.Speed speed = new CalendarDuty.Speed(7, 2);
    double sum = 0;
    double squares = 0;
    for (int shift = 0; shift < SHIFTS; shift++) {
      double drawn = speed.at(ShiftDraws.of(STREAM, "v1", shift).speed());
      assertThat(drawn).isPositive();
      sum += drawn;
      squares += drawn * drawn;
    }
    double mean = sum / SHIFTS;
    assertThat(mean).isCloseTo(7, within(4 * 2 / Math.sqrt(SHIFTS)));
    assertThat(Math.sqrt(squares / SHIFTS - mean * mean)).isCloseTo(2, within(0.15));
    assertThat(new CalendarDuty.Speed(7, 0).at(3)).isEqualTo(7);
  }

  @Test
  void availabilityIsUniform() {
    int available = 0;
    for (int shift = 0; shift < SHIFTS; shift++) {
      available += ShiftDraws.of(STREAM, "v1", shift).available() < 0.8 ? 1 : 0;
    }
    assertThat(available / (double) SHIFTS)
        .isCloseTo(0.8, within(4 * Math.sqrt(0.8 * 0.2 / SHIFTS)));
  }

  @Test
  void nothingHappensWhereNothingCan() {
    ShiftDraws draws = ShiftDraws.of(STREAM, "v1", 1);
    assertThat(draws.arrivals(1, 0, 10, 28_800_000)).isEmpty();
    assertThat(draws.arrivals(1, 0.1, 0, 28_800_000)).isEmpty();
    assertThat(draws.arrivals(1, 0.1, 10, 0)).isEmpty();
  }
}
