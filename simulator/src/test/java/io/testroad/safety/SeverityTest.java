package io.testroad.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeverityTest {

  @ParameterizedTest
  @CsvSource({
    "30, 0.0148, 0.0450, 0.1199",
    "40, 0.0356, 0.1030, 0.2465",
    "50, 0.0832, 0.2186, 0.4400",
    "60, 0.1824, 0.4052, 0.6536",
  })
  void pedestrians(double kmh, double rosenSander, double tefftDeath, double tefftSevere) {
    double speed = kmh / 3.6;
    assertThat(InjuryRisk.pedestrianDeathRosenSander(speed)).isCloseTo(rosenSander, within(1.2e-4));
    assertThat(InjuryRisk.pedestrianDeathTefft(speed)).isCloseTo(tefftDeath, within(1.2e-4));
    assertThat(InjuryRisk.pedestrianSevereInjuryTefft(speed))
        .isCloseTo(tefftSevere, within(1.2e-4));
  }

  /** The points the two curves were fitted to, in mph. */
  @ParameterizedTest
  @CsvSource({
    "0.10, 24.1, 17.1",
    "0.25, 32.5, 24.9",
    "0.50, 40.6, 33.0",
    "0.75, 48.0, 40.8",
    "0.90, 54.6, 48.1",
  })
  void tefftsPoints(double probability, double deathMph, double severeMph) {
    assertThat(InjuryRisk.pedestrianDeathTefft(deathMph * 0.44704))
        .isCloseTo(probability, within(0.0235));
    assertThat(InjuryRisk.pedestrianSevereInjuryTefft(severeMph * 0.44704))
        .isCloseTo(probability, within(0.0085));
  }

  /** At 77.24 and 54.53 km/h the logits are 0. */
  @Test
  void drivers() {
    assertThat(InjuryRisk.driverDeathFrontal(9.315 / 0.1206 / 3.6)).isCloseTo(0.5, within(1e-9));
    assertThat(InjuryRisk.driverDeathSide(9.598 / 0.1760 / 3.6)).isCloseTo(0.5, within(1e-9));
    assertThat(InjuryRisk.driverDeathFrontal(0)).isCloseTo(9.0e-5, within(1e-6));
  }

  @Property(tries = 200)
  void riskGrows(
      @ForAll @DoubleRange(min = 0, max = 40) double speed,
      @ForAll @DoubleRange(min = 0, max = 20) double more) {
    assertThat(InjuryRisk.pedestrianDeathTefft(speed)).isBetween(0.0, 1.0);
    assertThat(InjuryRisk.pedestrianDeathTefft(speed + more))
        .isGreaterThanOrEqualTo(InjuryRisk.pedestrianDeathTefft(speed));
    assertThat(InjuryRisk.driverDeathSide(speed))
        .isGreaterThanOrEqualTo(InjuryRisk.driverDeathFrontal(speed) * 0.75);
  }

  /** 12 t into 1.8 t at 40 km/h. */
  @Test
  void deltaV() {
    double closing = 40 / 3.6;
    assertThat(Impact.deltaVMps(1800, 12_000, closing, 0) * 3.6).isCloseTo(34.78, within(0.005));
    assertThat(Impact.deltaVMps(12_000, 1800, closing, 0) * 3.6).isCloseTo(5.22, within(0.005));
    assertThat(Impact.deltaVMps(1500, 1500, 10, 0.2)).isCloseTo(6, within(1e-12));
  }

  @Property(tries = 200)
  void momentumIsKept(
      @ForAll @DoubleRange(min = 50, max = 40_000) double mass,
      @ForAll @DoubleRange(min = 50, max = 40_000) double otherMass,
      @ForAll @DoubleRange(min = 0, max = 60) double closing,
      @ForAll @DoubleRange(min = 0, max = 1) double restitution) {
    double own = mass * Impact.deltaVMps(mass, otherMass, closing, restitution);
    double other = otherMass * Impact.deltaVMps(otherMass, mass, closing, restitution);
    assertThat(own).isCloseTo(other, within(1e-9 * Math.max(1, own)));
  }

  @Test
  void relativeSpeed() {
    assertThat(Impact.relativeSpeedMps(20, 15, 0)).isCloseTo(5, within(1e-9));
    assertThat(Impact.relativeSpeedMps(20, 15, 180)).isCloseTo(35, within(1e-9));
    assertThat(Impact.relativeSpeedMps(20, 15, 90)).isCloseTo(25, within(1e-9));
    assertThat(Impact.relativeSpeedMps(10, 10, 0)).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "0, REAR_END, REAR_END",
    "2, REAR_END, REAR_END",
    "29.9, REAR_END, LANE_CHANGE",
    "30, LANE_CHANGE, LANE_CHANGE",
    "45, LANE_CHANGE, CROSSING",
    "85, LANE_CHANGE, CROSSING",
    "85.1, CROSSING, CROSSING",
    "180, CROSSING, CROSSING",
  })
  void conflictsByAngle(double angle, ConflictType type, ConflictType first) {
    assertThat(ConflictType.ofAngle(angle)).isEqualTo(type);
    assertThat(ConflictType.ofAngleAtFirst(angle)).isEqualTo(first);
  }

  @ParameterizedTest
  @CsvSource({"10, 350, 20", "350, 10, 20", "0, 180, 180", "90, 90, 0", "-90, 90, 180"})
  void angles(double heading, double other, double angle) {
    assertThat(ConflictType.angleDeg(heading, other)).isEqualTo(angle);
  }
}
