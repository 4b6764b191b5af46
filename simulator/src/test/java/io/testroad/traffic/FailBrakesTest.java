package io.testroad.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.testroad.demand.VehicleType;
import io.testroad.engine.Event;
import io.testroad.engine.EventType;
import io.testroad.engine.Percept;
import io.testroad.engine.RoadDecision.FailBrakes;
import io.testroad.engine.RoadDecision.Halt;
import io.testroad.engine.RoadDecision.Resume;
import io.testroad.network.Network;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Vehicles without brakes. */
class FailBrakesTest {

  private static final double KMH = 3.6;
  private static final Network RAMP =
      Roads.of(
          "node a 0 0\nnode b 500 0\nnode c 700 0\nroad slope a b speed 40\nroad ramp b c speed 5");

  /** L = V² / (254 (R + G)): 112.5 m from 100 km/h in pea gravel upgrade, 162.0 m from 120. */
  @ParameterizedTest
  @CsvSource({"100, 112.5, IDM", "120, 162.0, IDM", "100, 112.5, KRAUSS"})
  void aRampStopsIt(double kmh, double lengthM, String model) {
    VehicleType type = model.equals("IDM") ? Types.IDM : Types.KRAUSS;
    RoadWorld world =
        RoadWorld.on(RAMP)
            .tracking(Ride.of("truck", "slope ramp").by(type).from(-1, 10, 0))
            .runUntil(60, w -> w.find("truck").filter(s -> s.positionM() > 300).isPresent());
    while (world.percepts("truck", Percept.EnteredRoad.class).isEmpty()) {
      double speed = world.get("truck").speedMps();
      world.order(world.nowS(), new FailBrakes("truck", (kmh / KMH - speed) / 0.1)).step();
    }
    RoadWorld.Spot entered = world.get("truck");
    assertThat(entered.speedMps() * KMH).isCloseTo(kmh, within(0.2));
    world.order(world.nowS(), new FailBrakes("truck", -(0.25 + 0.10) * 9.81));
    world.runTo(world.nowS() + 30);
    double covered = world.get("truck").positionM() - entered.positionM();
    assertThat(covered).isCloseTo(lengthM, within(0.02 * lengthM));
    assertThat(world.percepts("truck", Percept.Halted.class))
        .containsExactly(new Percept.Halted("ramp", 0, world.get("truck").positionM(), false));
    assertThat(world.events(EventType.VEHICLE_STALLED)).hasSize(1);
    world.order(world.nowS(), new Resume("truck")).runOut(300);
    assertThat(world.events(EventType.VEHICLE_RECOVERED)).hasSize(1);
  }

  /** Down the slope it grows faster up to 150 km/h, limit or not; it obeys no halt. */
  @Test
  void growsFasterUpToABound() {
    Network road = Roads.of("node a 0 0\nnode b 6000 0\nroad only a b speed 15");
    RoadWorld world =
        RoadWorld.on(road)
            .departing(Ride.of("truck", "only").from(0, 100, 15))
            .order(1, new FailBrakes("truck", 0.5))
            .order(2, new Halt("truck", 5, false))
            .runTo(11);
    assertThat(world.get("truck").speedMps()).isCloseTo(20, within(0.1));
    world.runTo(100);
    assertThat(world.get("truck").speedMps() * KMH).isCloseTo(150, within(1e-6));
  }

  /** At red it drives on, and so where others have the right of way. */
  @Test
  void ignoresSignals() {
    RoadWorld world =
        RoadWorld.on(Roads.crossing("traffic_light"))
            .departing(
                Ride.of("one", "from-west to-east").from(0, 100, 15),
                Ride.of("two", "from-south to-north").at(30).from(0, 100, 15))
            .order(1, new FailBrakes("one", 0))
            .order(31, new FailBrakes("two", 0));
    world.runTo(80);
    assertThat(world.trip("one").timeLoss()).isLessThan(1);
    assertThat(world.trip("two").timeLoss()).isLessThan(1);
  }

  /**
   * 20 m/s into one who stands: closing speed 20 m/s, equal masses, hence 10 m/s for each; both
   * then slide 10²/(2·6) = 8.3 m.
   */
  @ParameterizedTest
  @CsvSource({"100", "500", "1000"})
  void runsIntoWhoeverIsAhead(long tickMillis) {
    Network road = Roads.of("node a 0 0\nnode b 1000 0\nroad only a b speed 20");
    RoadWorld world =
        RoadWorld.on(road)
            .tickMillis(tickMillis)
            .departing(Ride.of("wall", "only").from(0, 600, 0))
            .order(2 * tickMillis / 1000.0, new Halt("wall", 9, false))
            .tracking(Ride.of("truck", "only").by(Types.KRAUSS).at(2).from(-1, 10, 0))
            .runUntil(60, w -> w.find("truck").filter(s -> s.speedMps() > 19.9).isPresent());
    double wall = world.get("wall").positionM();
    world.order(world.nowS(), new FailBrakes("truck", 0)).runTo(90);
    assertThat(world.events(EventType.COLLISION)).hasSize(1);
    Event collision = world.events(EventType.COLLISION).get(0);
    assertThat(collision.subject()).isEqualTo("vehicle:truck");
    assertThat(collision.attributes().find("kind")).isEqualTo("rear-end");
    assertThat((Double) collision.attributes().find("closingSpeedMps")).isCloseTo(20, within(0.1));
    assertThat((Double) collision.attributes().find("deltaVMps")).isCloseTo(10, within(0.05));
    assertThat(world.percepts("truck", Percept.Collided.class)).hasSize(1);
    assertThat(world.get("truck").speedMps()).isZero();
    double slid = world.get("wall").positionM() - wall;
    assertThat(slid).isBetween(3.0, 10.0);
    assertThat(world.get("truck").positionM() - wall).isBetween(-5.0, slid);
  }
}
