package io.testroad.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class KraussTest {

  private static final double DECEL = 4.5;
  private static final double EMERGENCY = 9;

  /** 10 m/s driven on for 1 s; then steps at 5.5 and 1 m/s. */
  @Test
  void brakeGapOfWholeSeconds() {
    assertThat(Krauss.brakeGap(10, DECEL, 1, 1)).isEqualTo(10 + 5.5 + 1);
    assertThat(Krauss.brakeGap(10, DECEL, 0, 1)).isEqualTo(5.5 + 1);
    assertThat(Krauss.brakeGap(0, DECEL, 1, 1)).isZero();
    assertThat(Krauss.brakeGap(4, DECEL, 0, 1)).isZero();
  }

  /** 22 steps of a tenth of a second: 0.1·(22·10 − 0.45·22·23/2). */
  @Test
  void brakeGapOfTenths() {
    assertThat(Krauss.brakeGap(10, DECEL, 0, 0.1)).isCloseTo(10.615, within(1e-9));
  }

  /** The distance of {@link #brakeGapOfWholeSeconds} and SUMO's millimetre. */
  @Test
  void safeStopSpeedIsThatWhoseBrakeGapIsTheGap() {
    assertThat(Krauss.safeStopSpeed(16.501, DECEL, 1, 1)).isCloseTo(10, within(1e-9));
    assertThat(Krauss.safeStopSpeed(10.616 + 10, DECEL, 1, 0.1)).isCloseTo(10, within(1e-9));
    assertThat(Krauss.safeStopSpeed(0, DECEL, 1, 1)).isZero();
    assertThat(Krauss.safeStopSpeed(-3, DECEL, 1, 1)).isZero();
  }

  /** The leader will roll 6.5 m; x now and x − 4.5 in the next second make 6.499 m. */
  @Test
  void safeFollowSpeedCountsTheLeadersBraking() {
    assertThat(follow(0, 8, 10, 1)).isCloseTo(5.4995, within(1e-9));
  }

  /** Nearer than the minimum gap already: as hard as can be. */
  @Test
  void safeFollowSpeedWithoutAGapBrakesHardest() {
    assertThat(follow(-0.5, 20, 20, 1)).isEqualTo(11);
    assertThat(follow(-0.5, 5, 20, 1)).isZero();
  }

  /** 20 m/s, 30 m before a standing one: 20²/60 m/s², and a fifth more. */
  @Test
  void safeFollowSpeedBrakesNoHarderThanNeeded() {
    assertThat(follow(30, 20, 0, 0.1)).isCloseTo(20 - 1.2 * 400 / 60 * 0.1, within(1e-9));
  }

  /** 14.5, 10 and 5.5 m in three seconds, then 5 m/s have been passed downwards. */
  @Test
  void speedToReach() {
    assertThat(Krauss.speedToReach(30, 5, DECEL, 1)).isCloseTo(14.5, within(1e-9));
    assertThat(Krauss.speedToReach(0, 10, DECEL, 1)).isEqualTo(10);
    assertThat(Krauss.speedToReach(9, 10, DECEL, 1)).isEqualTo(10);
  }

  /** Half the acceleration is lost at most, times the random number; slow ones lose less. */
  @Test
  void dawdle() {
    assertThat(Krauss.dawdle(10, 2.6, 0.5, 0.5, 1)).isCloseTo(9.35, within(1e-12));
    assertThat(Krauss.dawdle(10, 2.6, 0.5, 0.5, 0.1)).isCloseTo(9.935, within(1e-12));
    assertThat(Krauss.dawdle(1, 2.6, 0.5, 0.5, 1)).isCloseTo(0.75, within(1e-12));
    assertThat(Krauss.dawdle(10, 2.6, 0, 0.9, 1)).isEqualTo(10);
  }

  @Property(tries = 500)
  void safeStopSpeedStopsWithinTheGap(
      @ForAll @DoubleRange(min = 0, max = 500) double gap,
      @ForAll @DoubleRange(min = 1, max = 9) double decel,
      @ForAll boolean wholeSeconds) {
    double dt = wholeSeconds ? 1 : 0.1;
    double speed = Krauss.safeStopSpeed(gap, decel, 1, dt);
    assertThat(speed).isGreaterThanOrEqualTo(0);
    assertThat(Krauss.brakeGap(speed, decel, 1, dt)).isLessThanOrEqualTo(gap + 1e-6);
    assertThat(Krauss.brakeGap(speed + 0.01, decel, 1, dt)).isGreaterThan(gap - 0.001 - 1e-6);
  }

  /** As far as brakes go: at no gap the plain formula asks for more than the hardest braking. */
  @Property(tries = 500)
  void safeFollowSpeedIsNeverNegativeAndGrowsWithTheGap(
      @ForAll @DoubleRange(min = -5, max = 200) double gap,
      @ForAll @DoubleRange(min = 0, max = 50) double further,
      @ForAll @DoubleRange(min = 0, max = 40) double speed,
      @ForAll @DoubleRange(min = 0, max = 40) double leaderSpeed,
      @ForAll boolean wholeSeconds) {
    double dt = wholeSeconds ? 1 : 0.1;
    double hardest = speed - EMERGENCY * dt;
    double near = follow(gap, speed, leaderSpeed, dt);
    double far = follow(gap + further, speed, leaderSpeed, dt);
    assertThat(near).isGreaterThanOrEqualTo(0);
    assertThat(Math.max(far, hardest)).isGreaterThanOrEqualTo(Math.max(near, hardest) - 1e-9);
  }

  @Property(tries = 500)
  void speedToReachReaches(
      @ForAll @DoubleRange(min = 0, max = 300) double distance,
      @ForAll @DoubleRange(min = 0, max = 30) double target,
      @ForAll boolean wholeSeconds) {
    double dt = wholeSeconds ? 1 : 0.1;
    double speed = Krauss.speedToReach(distance, target, DECEL, dt);
    assertThat(speed).isGreaterThanOrEqualTo(target - 1e-9);
    double driven = 0;
    while (speed > target + 1e-9) {
      driven += speed * dt;
      speed = Math.max(target, speed - DECEL * dt);
    }
    assertThat(driven).isLessThanOrEqualTo(distance + 1e-6);
  }

  /** A leader who speeds up and brakes at random is never touched. */
  @Property(tries = 200)
  void followingAtSafeSpeedNeverOverlaps(
      @ForAll @LongRange(max = 1_000_000) long seed, @ForAll boolean wholeSeconds) {
    var random = io.testroad.engine.RandomStream.of(seed, "leader");
    double dt = wholeSeconds ? 1 : 0.1;
    double leaderSpeed = 20 * random.uniform(0);
    double speed = leaderSpeed;
    double gap = speed + 1;
    for (int step = 1; step <= 2000; step++) {
      double next = Math.min(speed + 2.6 * dt, follow(gap, speed, leaderSpeed, dt));
      next = Krauss.dawdle(next, 2.6, 0.5, random.uniform(1, step), dt);
      speed = Math.max(0, Math.max(next, speed - EMERGENCY * dt));
      double wish = random.uniform(2, step / 37) < 0.5 ? -DECEL : 2.6;
      leaderSpeed = Math.min(30, Math.max(0, leaderSpeed + wish * dt));
      gap += (leaderSpeed - speed) * dt;
      assertThat(gap).as("step %d", step).isGreaterThanOrEqualTo(0);
    }
  }

  private static double follow(double gap, double speed, double leaderSpeed, double dt) {
    return Krauss.safeFollowSpeed(gap, speed, leaderSpeed, DECEL, DECEL, EMERGENCY, 1, dt);
  }
}
