package io.testroad.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.testroad.engine.IncidentCapacity.Shoulder;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What scenes leave of a road's capacity, and the deterministic queue that follows (AF-12). */
class IncidentCapacityTest {

  @ParameterizedTest
  @CsvSource({
    "2, 0.95, 0.81, 0.35, 0",
    "3, 0.99, 0.83, 0.49, 0.17",
    "4, 0.99, 0.85, 0.58, 0.25",
    "8, 0.99, 0.93, 0.78, 0.63"
  })
  void isTheExhibits(int lanes, double disabled, double crash, double one, double two) {
    assertThat(IncidentCapacity.share(lanes, 0, Shoulder.CLEAR)).isEqualTo(1);
    assertThat(IncidentCapacity.share(lanes, 0, Shoulder.DISABLED)).isEqualTo(disabled);
    assertThat(IncidentCapacity.share(lanes, 0, Shoulder.CRASH)).isEqualTo(crash);
    assertThat(IncidentCapacity.share(lanes, 1, Shoulder.CRASH)).isEqualTo(one);
    assertThat(IncidentCapacity.share(lanes, 2, Shoulder.CLEAR)).isEqualTo(two);
  }

  /** 0.35 of two lanes on one of them; 0.17 of three on one. */
  @Test
  void anOpenLaneCarriesItsPart() {
    assertThat(IncidentCapacity.perOpenLane(0.35, 2, 1)).isCloseTo(0.70, within(1e-9));
    assertThat(IncidentCapacity.perOpenLane(0.17, 3, 2)).isCloseTo(0.51, within(1e-9));
    assertThat(IncidentCapacity.perOpenLane(0.9, 2, 1)).isEqualTo(1);
    assertThat(IncidentCapacity.perOpenLane(0, 2, 2)).isEqualTo(1);
  }

  @Test
  void eachUnitRestoresAQuarterOfWhatWasLost() {
    assertThat(IncidentCapacity.restored(0.35, 0)).isEqualTo(0.35);
    assertThat(IncidentCapacity.restored(0.35, 1)).isCloseTo(0.5125, within(1e-9));
    assertThat(IncidentCapacity.restored(0.35, 4)).isEqualTo(1);
    assertThat(IncidentCapacity.restored(0.35, 9)).isEqualTo(1);
  }

  @Property
  void moreBlockedLanesLeaveLess(
      @ForAll @IntRange(min = 1, max = 12) int lanes,
      @ForAll @IntRange(min = 0, max = 11) int blocked) {
    if (blocked < lanes) {
      double share = IncidentCapacity.share(lanes, blocked, Shoulder.CLEAR);
      assertThat(share).isBetween(0.0, 1.0);
      assertThat(IncidentCapacity.share(lanes, blocked + 1, Shoulder.CLEAR))
          .isLessThan(share + 1e-9);
    }
  }

  @Test
  void moreLanesThanThereAreCannotBeBlocked() {
    assertThatThrownBy(() -> IncidentCapacity.share(2, 3, Shoulder.CLEAR))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** Q = (q − f·c)·r, recovery Q/(c − q), delay Q·(r + Q/(c − q))/2; c = 4,000 veh/h. */
  @ParameterizedTest
  @CsvSource({
    "1, 2400, 30, 500, 18.75, 203.1",
    "1, 3000, 30, 800, 48.00, 520.0",
    "2, 2400, 20, 800, 30.00, 333.3"
  })
  void theQueueFollows(
      int blocked, double q, double minutes, double queue, double recoveryMin, double delayVehH) {
    double share = IncidentCapacity.share(2, blocked, Shoulder.CLEAR);
    double hours = minutes / 60;
    double most = (q - share * 4000) * hours;
    double gone = most / (4000 - q);
    assertThat(most).isCloseTo(queue, within(0.5));
    assertThat(gone * 60).isCloseTo(recoveryMin, within(0.01));
    assertThat(most * (hours + gone) / 2).isCloseTo(delayVehH, within(0.1));
  }
}
