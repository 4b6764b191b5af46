package io.testroad.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class ConflictMeasuresTest {

  private static final double STEP = 0.001;

  /** 15 m/s at a wall 60 m off. */
  @Test
  void towardsAWall() {
    assertThat(ConflictMeasures.timeToCollisionS(60, 15, 0)).isEqualTo(4);
    assertThat(ConflictMeasures.dracMps2(60, 15, 0)).isEqualTo(1.875);
    TtcExposure exposure = new TtcExposure(1.5);
    for (int i = 0; i < 4000; i++) {
      double gap = 60 - 15 * (i + 0.5) * STEP;
      exposure.add(ConflictMeasures.timeToCollisionS(gap, 15, 0), STEP);
    }
    assertThat(exposure.tetS()).isCloseTo(1.5, within(STEP));
    assertThat(exposure.titS2()).isCloseTo(1.125, within(STEP));
    assertThat(exposure.leastTtcS()).isCloseTo(0, within(STEP));
    exposure.clear();
    assertThat(exposure.tetS() + exposure.titS2()).isZero();
    assertThat(exposure.leastTtcS()).isInfinite();
  }

  /** 20 behind 10 m/s, 50 m apart, braking with 3 m/s² after 1 s. */
  @Test
  void lateBraking() {
    TtcExposure exposure = new TtcExposure(5);
    double speed = 20;
    double gap = 50;
    double leastGap = gap;
    double mostDrac = 0;
    for (int i = 0; i < 5000; i++) {
      mostDrac = Math.max(mostDrac, ConflictMeasures.dracMps2(gap, speed, 10));
      double next = i < 1000 ? speed : Math.max(0, speed - 3 * STEP);
      double middle = (speed + next) / 2;
      gap -= (middle - 10) * STEP / 2;
      exposure.add(ConflictMeasures.timeToCollisionS(gap, middle, 10), STEP);
      gap -= (middle - 10) * STEP / 2;
      speed = next;
      leastGap = Math.min(leastGap, gap);
    }
    assertThat(leastGap).isCloseTo(23.333, within(0.001));
    assertThat(mostDrac).isCloseTo(1.25, within(0.001));
    assertThat(exposure.leastTtcS()).isCloseTo(4, within(0.001));
    assertThat(exposure.tetS()).isCloseTo(2.406, within(0.002));
    assertThat(exposure.titS2()).isCloseTo(1.420, within(0.002));
  }

  @Test
  void postEncroachment() {
    assertThat(ConflictMeasures.postEncroachmentTimeS(12.40, 13.75)).isCloseTo(1.35, within(1e-9));
  }

  @Test
  void theEdges() {
    assertThat(ConflictMeasures.timeToCollisionS(10, 5, 5)).isInfinite();
    assertThat(ConflictMeasures.timeToCollisionS(-1, 6, 5)).isZero();
    assertThat(ConflictMeasures.dracMps2(10, 5, 6)).isZero();
    assertThat(ConflictMeasures.dracMps2(0, 6, 5)).isInfinite();
    assertThat(ConflictMeasures.modifiedDracMps2(60, 15, 0, 1)).isEqualTo(2.5);
    assertThat(ConflictMeasures.modifiedDracMps2(60, 15, 0, 4)).isInfinite();
    assertThat(ConflictMeasures.modifiedDracMps2(60, 0, 15, 4)).isZero();
  }

  @Property(tries = 300)
  void worseWhenFasterOrNearer(
      @ForAll @DoubleRange(min = 0.1, max = 200) double gap,
      @ForAll @DoubleRange(min = 0, max = 40) double speed,
      @ForAll @DoubleRange(min = 0, max = 40) double leaderSpeed,
      @ForAll @DoubleRange(min = 0, max = 20) double more) {
    double ttc = ConflictMeasures.timeToCollisionS(gap, speed, leaderSpeed);
    double drac = ConflictMeasures.dracMps2(gap, speed, leaderSpeed);
    assertThat(ConflictMeasures.timeToCollisionS(gap, speed + more, leaderSpeed))
        .isLessThanOrEqualTo(ttc);
    assertThat(ConflictMeasures.timeToCollisionS(gap + more, speed, leaderSpeed))
        .isGreaterThanOrEqualTo(ttc);
    assertThat(ConflictMeasures.dracMps2(gap, speed + more, leaderSpeed))
        .isGreaterThanOrEqualTo(drac);
    assertThat(ConflictMeasures.dracMps2(gap + more, speed, leaderSpeed)).isLessThanOrEqualTo(drac);
  }

  @Test
  void hardBrakingIsNoticedOnceItHasLasted() {
    HardBraking braking = new HardBraking(HardBraking.THRESHOLD_MPS2, 0.25);
    assertThat(braking.add(-3.9, 0.1)).isFalse();
    assertThat(braking.add(-5, 0.1)).isFalse();
    assertThat(braking.add(-7, 0.1)).isFalse();
    assertThat(braking.add(-4, 0.1)).isTrue();
    assertThat(braking.add(-4, 0.1)).isFalse();
    assertThat(braking.hardestMps2()).isEqualTo(7);
    assertThat(braking.add(0, 0.1)).isFalse();
    assertThat(braking.hardestMps2()).isZero();
    HardBraking atOnce = new HardBraking(4, 0);
    assertThat(atOnce.add(-4, 1)).isTrue();
    assertThat(atOnce.add(-4, 1)).isFalse();
  }
}
