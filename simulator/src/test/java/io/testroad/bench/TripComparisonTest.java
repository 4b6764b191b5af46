package io.testroad.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Objects;
import org.junit.jupiter.api.Test;

class TripComparisonTest {

  private static TripTable trips(Object... idsAndDurations) {
    TripTable table = new TripTable();
    for (int i = 0; i < idsAndDurations.length; i += 2) {
      double duration = (Integer) idsAndDurations[i + 1];
      table.add((String) idsAndDurations[i], duration, 1000, duration / 2, 0, 0, 7);
    }
    return table;
  }

  @Test
  void meansDistancesAndPairs() {
    TripComparison c =
        TripComparison.of(
            trips("a", 100, "b", 200, "c", 300), trips("a", 110, "b", 170, "d", 120, "e", 100));
    assertThat(c.trips()).isEqualTo(3);
    assertThat(c.referenceTrips()).isEqualTo(4);
    assertThat(c.commonTrips()).isEqualTo(2);
    assertThat(c.duration().ours()).isEqualTo(200);
    assertThat(c.duration().reference()).isEqualTo(125);
    assertThat(c.duration().relative()).isEqualTo(0.6, within(1e-12));
    assertThat(c.waitingTime().relative()).as("of nothing").isNull();
    assertThat(c.ksDuration()).as("up to 170 s: 1/3 and 4/4").isEqualTo(2 / 3.0, within(1e-12));
    assertThat(c.ksTimeLoss()).isEqualTo(2 / 3.0, within(1e-12));
    assertThat(Objects.requireNonNull(c.meanAbsoluteDurationDifference())).isEqualTo(20);
  }

  @Test
  void withoutTripsThereIsNoMean() {
    TripComparison c = TripComparison.of(trips(), trips("a", 110));
    assertThat(c.duration().ours()).isNull();
    assertThat(c.duration().relative()).isNull();
    assertThat(c.ksDuration()).isZero();
    assertThat(c.meanAbsoluteDurationDifference()).isNull();
  }

  @Test
  void distanceOfSamplesWithTies() {
    assertThat(TripComparison.distance(new double[] {1, 1, 2}, new double[] {1, 2, 2}))
        .isEqualTo(1 / 3.0, within(1e-12));
    assertThat(TripComparison.distance(new double[] {1, 2}, new double[] {3, 4})).isEqualTo(1);
  }
}
