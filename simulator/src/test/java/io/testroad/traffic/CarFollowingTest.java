package io.testroad.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.testroad.demand.AccGains;
import io.testroad.demand.VehicleType;
import io.testroad.demand.VehicleType.Model;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** SUMO's passenger car (2.6 and 4.5 m/s², 9 m/s², 1 s, 2.5 m) by each model. */
class CarFollowingTest {

  private static double acceleration(
      Model model, double speed, double gap, double leaderSpeed, boolean cooperates, double dt) {
    VehicleType type = VehicleType.passenger("t", model);
    return CarFollowing.acceleration(type, 1, 2.5, speed, 20, gap, leaderSpeed, 0, cooperates, dt);
  }

  @Test
  void eachModelIsAsked() {
    assertThat(acceleration(Model.IDM, 10, 20, 8, false, 0.1))
        .isEqualTo(Idm.acceleration(10, 20, 20, 8, 1, 2.6, 4.5, 2.5, 4));
    assertThat(acceleration(Model.IIDM, 10, 20, 8, false, 0.1))
        .isEqualTo(Iidm.acceleration(10, 20, 20, 8, 1, 2.6, 4.5, 2.5, 4));
    assertThat(acceleration(Model.ACC, 10, 8, 8, false, 0.1))
        .isEqualTo(Acc.acceleration(10, 20, 8, 8, 0, 1, 2.6, 4.5, 2.5, 4, 0.99));
    assertThat(acceleration(Model.PATH_ACC, 10, 20, 9, false, 0.1))
        .isEqualTo(PathAcc.acceleration(AccGains.PATH, 10, 20, 20, 9, 1, 2.5));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> acceleration(Model.KRAUSS, 10, 20, 8, false, 0.1));
  }

  @Test
  void caccNeedsACooperatingLeader() {
    assertThat(acceleration(Model.CACC, 10, 12, 10, true, 0.1)).isCloseTo(-1.5, within(1e-9));
    assertThat(acceleration(Model.CACC, 10, 12, 10, false, 0.1))
        .isEqualTo(acceleration(Model.PATH_ACC, 10, 12, 10, false, 0.1));
  }

  @Test
  void theFallbackHeadwayKeepsTheWeathersFactor() {
    VehicleType cacc = VehicleType.passenger("t", Model.CACC);
    double wet = CarFollowing.acceleration(cacc, 1.2, 2.5, 10, 20, 14.5, 10, 0, false, 0.1);
    assertThat(wet).isCloseTo(0, within(1e-9));
  }

  @ParameterizedTest
  @EnumSource(
      value = Model.class,
      names = {"KRAUSS"},
      mode = EnumSource.Mode.EXCLUDE)
  void startsFreelyAndKeepsTheDesiredSpeed(Model model) {
    double free = Double.POSITIVE_INFINITY;
    assertThat(acceleration(model, 0, free, 0, false, 0.1)).isCloseTo(2.6, within(1e-9));
    assertThat(acceleration(model, 20, free, 0, false, 0.1)).isZero();
  }

  /** Speed step, then the mean speed's distance, as the kernel moves. */
  @Property(tries = 200)
  void stopsBehindAStandingLeader(
      @ForAll Model model,
      @ForAll boolean cooperates,
      @ForAll @DoubleRange(min = 0, max = 35) double startSpeed,
      @ForAll @DoubleRange(min = 5, max = 100) double reserve) {
    if (model == Model.KRAUSS) {
      return;
    }
    double dt = 0.1;
    double speed = startSpeed;
    double gap = speed * speed / (2 * 4.5) + speed + reserve;
    for (int i = 0; i < 3000; i++) {
      double a = acceleration(model, speed, gap, 0, cooperates, dt);
      double next = Math.max(0, speed + a * dt);
      gap -= (speed + next) / 2 * dt;
      speed = next;
      assertThat(gap).as("gap of %s after %d steps", model, i).isPositive();
    }
    assertThat(speed).isLessThan(0.5);
    assertThat(gap).isLessThan(10);
  }
}
