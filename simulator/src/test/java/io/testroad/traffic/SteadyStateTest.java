package io.testroad.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.testroad.demand.AccGains;
import io.testroad.demand.CaccGains;
import io.testroad.traffic.SteadyState.Following;
import io.testroad.traffic.SteadyState.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SteadyStateTest {

  @ParameterizedTest
  @CsvSource({
    "IDM 2000, 20, 10.893",
    "IDM 2000, 30, 15.363",
    "IDM 2000, 40, 19.901",
    "IDM 2000, 50, 24.596",
    "IDM 2000, 60, 29.607",
    "IDM 2000, 80, 41.924",
    "IDM 2000, 100, 64.547",
    "motorway, 20, 7.558",
    "motorway, 30, 10.354",
    "motorway, 40, 13.193",
    "motorway, 50, 16.134",
    "motorway, 60, 19.279",
    "motorway, 80, 27.040",
    "motorway, 100, 41.384",
    "city, 20, 7.628",
    "city, 30, 10.864",
    "city, 40, 15.683",
    "city, 50, 30.867",
    "ACC 2010, 20, 10.337",
    "ACC 2010, 30, 14.528",
    "ACC 2010, 40, 18.783",
    "ACC 2010, 50, 23.185",
    "ACC 2010, 60, 27.885",
    "ACC 2010, 80, 39.443",
    "ACC 2010, 100, 60.686",
  })
  void equilibriumGap(String name, double kmh, double gapM) {
    ModelSets set = ModelSets.of(name);
    double speed = kmh / 3.6;
    assertThat(SteadyState.idmGapM(speed, set.v0(), set.headway(), set.s0(), 4))
        .isCloseTo(gapM, within(0.0006));
    assertThat(SteadyState.gapM(set.idm(), speed)).isCloseTo(gapM, within(0.0006));
    double straight = set.s0() + speed * set.headway();
    assertThat(SteadyState.gapM(set.iidm(), speed)).isCloseTo(straight, within(1e-6));
    assertThat(SteadyState.gapM(set.acc(), speed)).isCloseTo(straight, within(1e-6));
  }

  @Test
  void thereIsNoEquilibriumAboveTheDesiredSpeed() {
    assertThat(SteadyState.gapM(ModelSets.CITY.idm(), 16)).isInfinite();
    assertThat(SteadyState.idmGapM(15, 15, 1, 2, 4)).isInfinite();
  }

  @ParameterizedTest
  @CsvSource({
    "IDM 2000, 1742.8, 66.84, 26.07, 1989.0, -15.75",
    "motorway, 2519.2, 72.22, 34.88, 2975.2, -25.20",
    "city, 1957.5, 36.54, 53.57, 2454.5, -25.20",
    "ACC 2010, 1836.4, 67.57, 27.18, 2105.3, -16.80",
  })
  void capacityAndDiagram(
      String name, double flow, double kmh, double density, double iidmFlow, double waveKmh) {
    ModelSets set = ModelSets.of(name);
    State idm = SteadyState.capacity(set.idm(), ModelSets.LENGTH_M, set.v0());
    assertThat(idm.flowPerS() * 3600).isCloseTo(flow, within(0.06));
    assertThat(idm.speedMps() * 3.6).isCloseTo(kmh, within(0.01));
    assertThat(idm.densityPerM() * 1000).isCloseTo(density, within(0.01));
    State iidm = SteadyState.capacity(set.iidm(), ModelSets.LENGTH_M, set.v0());
    assertThat(iidm.flowPerS() * 3600).isCloseTo(iidmFlow, within(0.06));
    assertThat(SteadyState.state(set.iidm(), 0, ModelSets.LENGTH_M).densityPerM() * 1000)
        .isCloseTo(142.86, within(0.01));
    // The wave's speed is the slope of the congested branch, which is straight for the IIDM.
    State slow = SteadyState.state(set.iidm(), 2, ModelSets.LENGTH_M);
    State fast = SteadyState.state(set.iidm(), 4, ModelSets.LENGTH_M);
    double wave = (fast.flowPerS() - slow.flowPerS()) / (fast.densityPerM() - slow.densityPerM());
    assertThat(wave * 3.6).isCloseTo(waveKmh, within(0.01));
  }

  @ParameterizedTest
  @CsvSource({
    "IDM 2000, 40, 110, 82.6",
    "motorway, 40, 110, 72.4",
    "city, 20, 45, 32.2",
    "ACC 2010, 5, 40, 17.1",
    "ACC 2010, 40, 110, 59.1",
  })
  void stringStabilityLimits(String name, double fromKmh, double toKmh, double limitKmh) {
    double limit =
        SteadyState.stabilityLimitMps(ModelSets.of(name).idm(), fromKmh / 3.6, toKmh / 3.6);
    assertThat(limit * 3.6).isCloseTo(limitKmh, within(0.1));
  }

  @Test
  void slowTrafficIsUnstableButForAcc2010() {
    assertThat(SteadyState.stringStability(ModelSets.IDM_2000.idm(), 0.5)).isNegative();
    assertThat(SteadyState.stringStability(ModelSets.MOTORWAY.idm(), 0.5)).isNegative();
    assertThat(SteadyState.stringStability(ModelSets.CITY.idm(), 0.5)).isNegative();
    assertThat(SteadyState.stringStability(ModelSets.ACC_2010.idm(), 0.5)).isPositive();
    assertThat(SteadyState.stabilityLimitMps(ModelSets.CITY.idm(), 1, 2)).isNaN();
  }

  /** The two sets of the ring road with 22 cars. */
  @ParameterizedTest
  @CsvSource({"0.5, -0.0790", "2.0, 0.1513"})
  void criterionOfTheRingRoad(double a, double criterion) {
    Following model = (v, s, vl) -> Idm.acceleration(v, 15, s, vl, 1, a, 1.5, 1.5, 4);
    double speed = 4.432;
    assertThat(SteadyState.gapM(model, speed)).isCloseTo(230.0 / 22 - 4.5, within(0.001));
    assertThat(SteadyState.stringStability(model, speed)).isCloseTo(criterion, within(0.0001));
  }

  @ParameterizedTest
  @CsvSource({"1.1, -0.180", "1.6, -0.137", "2.2, -0.067", "2.66, 0.000"})
  void pathAccIsUnstableAtUsualHeadways(double headway, double criterion) {
    Following model = (v, s, vl) -> PathAcc.acceleration(AccGains.PATH, v, 30, s, vl, headway, 2);
    assertThat(SteadyState.gapM(model, 20)).isCloseTo(2 + headway * 20, within(1e-6));
    assertThat(SteadyState.stringStability(model, 20)).isCloseTo(criterion, within(0.0006));
  }

  /** Stable when kp·h² is at least twice the step, whatever kd is: h from √(0.2/0.45) = 0.667 s. */
  @ParameterizedTest
  @CsvSource({"0.25, 0.66, -1", "0.25, 0.68, 1", "0.0125, 0.66, -1", "0.0125, 0.68, 1"})
  void caccIsStableFromTwoThirdsOfASecond(double kd, double headway, int sign) {
    Following model = (v, s, vl) -> Cacc.solve(0.45, kd, s - 2 - headway * v, vl - v, headway, 0.1);
    assertThat(Math.signum(SteadyState.stringStability(model, 20))).isEqualTo(sign);
    assertThat(CaccGains.PUBLISHED.gap()).isEqualTo(0.45);
  }
}
