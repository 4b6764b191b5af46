package io.testroad.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.testroad.demand.VehicleType;
import io.testroad.demand.VehicleType.Model;
import io.testroad.engine.Event;
import io.testroad.engine.EventType;
import io.testroad.engine.RoadDecision.Halt;
import io.testroad.engine.RoadDecision.Resume;
import io.testroad.network.VehicleClass;
import io.testroad.safety.ConflictType;
import org.junit.jupiter.api.Test;

/** What collisions do. */
class CrashTest {

  private static final double KMH = 3.6;

  private static VehicleType ofMass(double massKg) {
    VehicleType car = VehicleType.passenger("car-" + massKg, Model.KRAUSS);
    return new VehicleType(
        car.id(),
        car.vehicleClass(),
        car.model(),
        car.lengthM(),
        car.widthM(),
        car.minGapM(),
        car.maxSpeedMps(),
        car.accelMps2(),
        car.decelMps2(),
        car.emergencyDecelMps2(),
        car.tauS(),
        0,
        car.delta(),
        new VehicleType.SpeedFactor(1, 0, 1, 1),
        car.laneChange(),
        car.impatience(),
        massKg);
  }

  /** 12 t into 1.8 t at 40 km/h: delta-v 34.78 and 5.22 km/h. */
  @Test
  void theLighterOneChangesItsVelocityMore() {
    Crash crash = Crash.of(ofMass(12_000), 40 / KMH, ofMass(1800), 0, 0);
    assertThat(crash.kind()).isEqualTo(ConflictType.REAR_END);
    assertThat(crash.closingSpeedMps() * KMH).isCloseTo(40, within(1e-9));
    assertThat(crash.otherDeltaVMps() * KMH).isCloseTo(34.78, within(0.01));
    assertThat(crash.deltaVMps() * KMH).isCloseTo(5.22, within(0.01));
    assertThat(crash.curve()).isEqualTo("richards-frontal");
  }

  /** At a right angle the velocities differ by 50 km/h; side impacts kill more. */
  @Test
  void crossingIsASideImpact() {
    Crash crash = Crash.of(ofMass(1500), 40 / KMH, ofMass(1500), 30 / KMH, 90);
    assertThat(crash.kind()).isEqualTo(ConflictType.CROSSING);
    assertThat(crash.closingSpeedMps() * KMH).isCloseTo(50, within(1e-9));
    assertThat(crash.deltaVMps() * KMH).isCloseTo(25, within(1e-9));
    assertThat(crash.otherDeathProbability()).isGreaterThan(crash.deathProbability());
    assertThat(Crash.of(ofMass(1500), 10, ofMass(1500), 10, 60).kind())
        .isEqualTo(ConflictType.LANE_CHANGE);
  }

  /** Tefft's curve at 50 km/h: 0.2186. */
  @Test
  void ridersAreUnprotected() {
    VehicleType bicycle = VehicleType.ofClass("bicycle", VehicleClass.BICYCLE);
    Crash crash = Crash.of(ofMass(1500), 50 / KMH, bicycle, 0, 0);
    assertThat(crash.curve()).isEqualTo("tefft");
    assertThat(crash.otherDeathProbability()).isCloseTo(0.2186, within(0.002));
  }

  /** One who comes back to a lane on which another drives at speed without brakes. */
  @Test
  void isToldWithTheCollision() {
    VehicleType heavy = ofMass(12_000);
    RoadWorld world =
        RoadWorld.on(Roads.of("node a 0 0\nnode b 800 0\nroad only a b"))
            .departing(Ride.of("wall", "only").by(ofMass(1800)).from(0, 300, 0))
            .order(0.2, new Halt("wall", 9, false))
            .departing(Ride.of("truck", "only").by(heavy.withActionStepS(9)).at(1).from(0, 150, 15))
            .order(60, new Resume("wall"))
            .runTo(60);
    assertThat(world.events(EventType.COLLISION)).hasSize(1);
    Event collision = world.events(EventType.COLLISION).get(0);
    assertThat(collision.subject()).isEqualTo("vehicle:truck");
    assertThat(collision.attributes().find("kind")).isEqualTo("rear-end");
    double closing = (Double) collision.attributes().find("closingSpeedMps");
    assertThat(closing).isEqualTo(collision.attributes().find("speedMps"));
    assertThat((Double) collision.attributes().find("otherDeltaVMps"))
        .isCloseTo(closing * 12 / 13.8, within(1e-9));
  }
}
