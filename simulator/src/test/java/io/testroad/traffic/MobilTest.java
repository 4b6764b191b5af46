package io.testroad.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.testroad.traffic.SteadyState.Following;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

/** Motorway IDM, p 0.2, a_thr 0.2, b_safe 4, cars of 5 m, no bias. */
class MobilTest {

  private static final Following IDM = ModelSets.MOTORWAY.idm();

  /** Own gap 30 m to 15 m/s; there 80 m to 25 m/s ahead, 40 m to 25 m/s behind. */
  @Test
  void aBetterLaneIsTaken() {
    double own = IDM.acceleration(20, 30, 15);
    double ownNew = IDM.acceleration(20, 80, 25);
    double behind = IDM.acceleration(25, 40 + 5 + 80, 25);
    double behindNew = IDM.acceleration(25, 40, 20);
    double old = IDM.acceleration(20, 25, 20);
    double oldNew = IDM.acceleration(20, 25 + 5 + 30, 15);
    assertThat(own).isCloseTo(-3.5151, within(0.001));
    assertThat(ownNew).isCloseTo(0.8698, within(0.001));
    assertThat(behind).isCloseTo(0.6369, within(0.001));
    assertThat(behindNew).isCloseTo(-3.1219, within(0.001));
    assertThat(old).isCloseTo(0.0960, within(0.001));
    assertThat(oldNew).isCloseTo(-0.2260, within(0.001));
    double incentive = Mobil.incentive(own, ownNew, behind, behindNew, old, oldNew, 0.2);
    assertThat(incentive).isCloseTo(3.5687, within(0.001));
    assertThat(Mobil.changes(incentive, behindNew, 0.2, 0, 4)).isTrue();
  }

  /** The follower would be 10 m behind at 28 m/s. */
  @Test
  void nobodyIsForcedToBrakeHard() {
    double behindNew = IDM.acceleration(28, 10, 20);
    assertThat(Mobil.isSafe(behindNew, 4)).isFalse();
    assertThat(Mobil.changes(100, behindNew, 0.2, 0, 4)).isFalse();
  }

  /** All at 20 m/s, leaders at 80 m, followers at 60 m, before and after. */
  @Test
  void equalLanesAreNoReason() {
    double ahead = IDM.acceleration(20, 80, 20);
    double alone = IDM.acceleration(20, 60 + 5 + 80, 20);
    double behind = IDM.acceleration(20, 60, 20);
    double incentive = Mobil.incentive(ahead, ahead, alone, behind, behind, alone, 0.2);
    assertThat(incentive).isCloseTo(0, within(1e-12));
    assertThat(Mobil.changes(incentive, behind, 0.2, 0, 4)).isFalse();
    assertThat(Mobil.changes(incentive, behind, 0.2, -0.3, 4)).isTrue();
  }

  @Property(tries = 200)
  void politenessNeverHelpsOneWhoHinders(
      @ForAll @DoubleRange(min = -5, max = 5) double gain,
      @ForAll @DoubleRange(min = -5, max = 0) double loss,
      @ForAll @DoubleRange(min = 0, max = 1) double politeness) {
    assertThat(Mobil.incentive(0, gain, 0, loss, 0, 0, politeness)).isLessThanOrEqualTo(gain);
  }
}
