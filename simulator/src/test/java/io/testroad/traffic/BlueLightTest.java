package io.testroad.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import io.testroad.demand.VehicleType;
import io.testroad.engine.RoadDecision.Halt;
import io.testroad.network.Network;
import io.testroad.traffic.Arterial.Means;
import org.junit.jupiter.api.Test;

/**
 * What blue light and signals that clear its way are worth on a busy arterial with six signals, and
 * what they cost others: means over departures at different times of the cycle in both directions.
 */
class BlueLightTest {

  private static final int DRIVES = 4;

  /** Means of drives: the unit's time, s, and that of all others, s. */
  private record Outcome(double unitS, double othersS) {}

  private static Outcome drives(Means means) {
    Arterial arterial = new Arterial(6, 13.89, 1000, 400);
    double unit = 0;
    double others = 0;
    for (int i = 0; i < DRIVES; i++) {
      Arterial.Drive drive = arterial.drive(means, Types.RESCUE, 23 * i, i % 2 == 0, i + 1);
      unit += drive.unitS();
      others += drive.othersS();
      assertThat(drive.collisions()).isZero();
    }
    return new Outcome(unit / DRIVES, others / DRIVES);
  }

  /**
   * Lights and siren: 38.5 to 40.4 % less time in a city, 30.9 % in the country. Pre-emption of
   * three to six signals: 14 to 23 % less, at the cost of 2.4 % to others for three signals.
   */
  @Test
  void isWorthWhatStudiesFound() {
    Outcome none = drives(Means.NONE);
    Outcome blueLight = drives(Means.BLUE_LIGHT);
    Outcome preEmption = drives(Means.PRE_EMPTION);
    assertThat(1 - blueLight.unitS / none.unitS).isBetween(0.29, 0.42);
    assertThat(1 - preEmption.unitS / blueLight.unitS).isBetween(0.14, 0.23);
    assertThat(preEmption.othersS / none.othersS - 1).isBetween(0.0, 0.12);
  }

  /** A motorcycle is 1.5 to 2.5 times as fast as a car in a jam; assumption of the fact sheet. */
  @Test
  void aMotorcycleIsFasterInAJam() {
    double car = secondsThroughAJam(Types.RESCUE);
    double motorcycle = secondsThroughAJam(narrow(Types.RESCUE));
    assertThat(car / motorcycle).isBetween(1.5, 2.5);
  }

  private static VehicleType narrow(VehicleType type) {
    return new VehicleType(
        "motorcycle",
        type.vehicleClass(),
        type.model(),
        2.2,
        0.9,
        type.minGapM(),
        type.maxSpeedMps(),
        type.accelMps2(),
        type.decelMps2(),
        type.emergencyDecelMps2(),
        type.tauS(),
        type.sigma(),
        type.delta(),
        type.speedFactor(),
        type.laneChange(),
        type.impatience(),
        300);
  }

  /** How long it takes from 450 to 690 m between two columns that stand from 400 to 700 m. */
  private static double secondsThroughAJam(VehicleType type) {
    Network road = Roads.of("node a 0 0\nnode b 1000 0\nroad first a b lanes 2");
    RoadWorld world = RoadWorld.on(road);
    for (int lane = 0; lane < 2; lane++) {
      world.departing(Ride.of("block-" + lane, "first").from(lane, 700, 0));
      world.order(0.2, new Halt("block-" + lane, 9, false));
      for (int i = 1; i < 40; i++) {
        String car = "car-" + i + "-" + lane;
        world.departing(Ride.of(car, "first").from(lane, 700 - 7.5 * i, 0));
      }
    }
    world.tracking(Ride.of("unit", "first").by(type).at(20), true).runTo(21);
    world.runUntil(300, w -> w.get("unit").positionM() > 450);
    double from = world.nowS();
    world.runUntil(300, w -> w.get("unit").positionM() > 690);
    return world.nowS() - from;
  }
}
