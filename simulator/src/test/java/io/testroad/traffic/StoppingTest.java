package io.testroad.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.testroad.demand.VehicleType;
import io.testroad.network.VehicleClass;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

/** What is worked out once comes to the same as Krauss' formulas. */
class StoppingTest {

  /** From 10 m/s at 4.5 m/s² in ticks of 1 s: 5.5 m, then 1 m. */
  @Test
  void stopsInTicks() {
    Stopping stopping = new Stopping(4.5, 1, 1);
    assertThat(stopping.distance(10)).isCloseTo(6.5, within(1e-12));
    assertThat(stopping.reactingDistance(10)).isCloseTo(16.5, within(1e-12));
    assertThat(stopping.safeSpeed(16.5 + Krauss.EPS)).isCloseTo(10, within(1e-9));
    assertThat(stopping.safeSpeed(0)).isZero();
    assertThat(stopping.safeSpeed(-3)).isZero();
  }

  /** For more ticks of braking than lines are worked out for, and for speeds below none. */
  @Test
  void isKraussWhereThereAreNoLines() {
    Stopping stopping = new Stopping(1, 1, 0.1);
    for (double speed : new double[] {-3, -0.01, 6.3, 6.5, 40}) {
      assertThat(stopping.distance(speed))
          .isCloseTo(Krauss.brakeGap(speed, 1, 0, 0.1), within(1e-9));
    }
    for (double gap : new double[] {25, 26, 30, 900}) {
      assertThat(stopping.safeSpeed(gap))
          .isCloseTo(Krauss.safeStopSpeed(gap, 1, 1, 0.1), within(1e-9));
    }
  }

  @Property
  void isKrauss(
      @ForAll @DoubleRange(min = 0, max = 60) double speed,
      @ForAll @DoubleRange(min = -5, max = 500) double gap,
      @ForAll @DoubleRange(min = 0.5, max = 9) double decel,
      @ForAll @DoubleRange(min = 0, max = 3) double headway,
      @ForAll @DoubleRange(min = 0.05, max = 1) double dt) {
    Stopping stopping = new Stopping(decel, headway, dt);
    assertThat(stopping.distance(speed))
        .isCloseTo(Krauss.brakeGap(speed, decel, 0, dt), within(1e-9));
    assertThat(stopping.reactingDistance(speed))
        .isCloseTo(Krauss.brakeGap(speed, decel, headway, dt), within(1e-9));
    assertThat(stopping.safeSpeed(gap))
        .isCloseTo(Krauss.safeStopSpeed(gap, decel, headway, dt), within(1e-7));
  }

  /** Who stops within the safe speed's way and reaction comes to stand within the gap. */
  @Property
  void theSafeSpeedStopsWithinTheGap(
      @ForAll @DoubleRange(min = 0.1, max = 500) double gap,
      @ForAll @DoubleRange(min = 0.5, max = 9) double decel,
      @ForAll @DoubleRange(min = 0.05, max = 1) double dt) {
    Stopping stopping = new Stopping(decel, 1, dt);
    double safe = stopping.safeSpeed(gap);
    assertThat(stopping.reactingDistance(safe)).isLessThanOrEqualTo(gap + 1e-6);
    assertThat(stopping.reactingDistance(safe + 0.01)).isGreaterThan(gap - 0.01);
  }

  @Property
  void followingIsKrauss(
      @ForAll @DoubleRange(min = -2, max = 200) double gap,
      @ForAll @DoubleRange(min = 0, max = 40) double speed,
      @ForAll @DoubleRange(min = 0, max = 40) double leaderSpeed,
      @ForAll boolean behindTruck,
      @ForAll @DoubleRange(min = 0.1, max = 1) double dt) {
    VehicleType car = VehicleType.passenger("car", VehicleType.Model.KRAUSS);
    DriverKind own = DriverKind.of(car, 1, dt);
    DriverKind leader =
        behindTruck ? DriverKind.of(VehicleType.ofClass("truck", VehicleClass.TRUCK), 1, dt) : own;
    assertThat(own.safeFollowSpeed(gap, speed, leaderSpeed, leader))
        .isCloseTo(
            Krauss.safeFollowSpeed(
                gap,
                speed,
                leaderSpeed,
                leader.decel,
                car.decelMps2(),
                car.emergencyDecelMps2(),
                car.tauS(),
                dt),
            within(1e-6));
  }

  /** In weather that makes headways longer, drivers keep farther from others. */
  @Test
  void weatherLengthensHeadways() {
    VehicleType car = VehicleType.passenger("car", VehicleType.Model.KRAUSS);
    assertThat(DriverKind.of(car, 1.5, 0.1).tau).isEqualTo(1.5 * car.tauS());
    assertThat(DriverKind.of(car, 1.5, 0.1).stopping.safeSpeed(30))
        .isLessThan(DriverKind.of(car, 1, 0.1).stopping.safeSpeed(30));
  }
}
