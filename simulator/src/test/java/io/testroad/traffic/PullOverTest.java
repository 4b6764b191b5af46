package io.testroad.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.testroad.engine.EventType;
import io.testroad.engine.Percept;
import io.testroad.engine.RoadDecision.PullOver;
import io.testroad.engine.RoadDecision.Resume;
import io.testroad.engine.RoadDecision.StopInLane;
import io.testroad.network.Network;
import org.junit.jupiter.api.Test;

/** Vehicles that stand aside after they have found a way to the edge. */
class PullOverTest {

  private static final Network THREE = Roads.of("node a 0 0\nnode b 1500 0\nroad only a b lanes 3");
  private static final Ride CAR = Ride.of("car", "only").from(2, 50, 15);

  @Test
  void changesLaneByLaneAndStandsAside() {
    RoadWorld world =
        RoadWorld.on(THREE).tracking(Ride.of("car", "only").from(-1, 10, 0)).runTo(10);
    world.order(10, new PullOver("car", 2, 30));
    double slowest = 99;
    double hardest = 0;
    while (world.percepts("car", Percept.Halted.class).isEmpty()) {
      world.step();
      hardest = Math.min(hardest, world.get("car").accelMps2());
      assertThat(world.nowS()).isLessThan(60);
      slowest = Math.min(slowest, world.get("car").speedMps());
    }
    assertThat(hardest).isCloseTo(-2, within(1e-3));
    assertThat(slowest).isZero();
    assertThat(world.percepts("car", Percept.Halted.class).get(0).aside()).isTrue();
    assertThat(world.events(EventType.VEHICLE_STALLED)).isEmpty();
    world.order(world.nowS(), new Resume("car")).runOut(300);
    assertThat(world.events(EventType.VEHICLE_RECOVERED)).hasSize(1);
  }

  /** From 15 m/s at 2 m/s² it slows to 20 km/h, and seeks at that speed. */
  @Test
  void fromTheLeftLaneItSlowsAndCrossesOver() {
    RoadWorld world = RoadWorld.on(THREE).departing(CAR).order(2, new PullOver("car", 2, 60));
    boolean[] seen = new boolean[3];
    world.runUntil(
        60,
        w -> {
          w.find("car").ifPresent(spot -> seen[spot.lane()] = true);
          return w.nowS() > 2 && w.get("car").speedMps() < 0.01;
        });
    assertThat(seen).containsExactly(true, true, true);
    assertThat(world.get("car").lane()).isZero();
  }

  /** Others stand all along the right lane: it never finds a gap and blocks the left one. */
  @Test
  void withoutAGapItStandsInItsLane() {
    Network two = Roads.of("node a 0 0\nnode b 600 0\nroad only a b lanes 2");
    RoadWorld world = RoadWorld.on(two);
    for (int i = 0; i < 70; i++) {
      double at = 590 - i * 7.6;
      String stop = "only 0 " + at + " 500";
      Ride ride = Ride.of("queue-" + i, "only").at(0.1 * i).from(0, at, 0);
      world.departing(ride.stopping(stop));
    }
    world
        .departing(Ride.of("car", "only").at(10).from(1, 100, 15))
        .order(11, new PullOver("car", 3, 20))
        .runTo(20);
    assertThat(world.get("car").speedMps()).isCloseTo(20 / 3.6, within(0.01));
    world.runTo(40);
    assertThat(world.isOn("car", "only", 1)).isTrue();
    assertThat(world.get("car").speedMps()).isZero();
    assertThat(world.events(EventType.VEHICLE_STALLED))
        .filteredOn(event -> event.subject().equals("vehicle:car"))
        .hasSize(1);
  }

  /** Told just before the junction, it stands behind it and not inside. */
  @Test
  void leavesAJunctionFirst() {
    Network crossing = Roads.crossing("priority");
    RoadWorld world =
        RoadWorld.on(crossing)
            .departing(Ride.of("car", "from-west to-east").from(0, 200, 15))
            .runUntil(20, w -> w.isOn("car", "from-west") && w.get("car").positionM() > 280);
    world.order(world.nowS(), new PullOver("car", 3, 1)).runTo(40);
    assertThat(world.isOn("car", "to-east")).isTrue();
    assertThat(world.get("car").speedMps()).isZero();
  }

  /** 20 m before the junction it can't stand any more: it does so as soon as it is through. */
  @Test
  void standsInItsLaneBehindTheJunction() {
    RoadWorld world =
        RoadWorld.on(Roads.crossing("priority"))
            .tracking(Ride.of("car", "from-west to-east").from(0, 200, 15));
    world.runUntil(60, w -> w.find("car").filter(c -> c.positionM() > 270).isPresent());
    world.order(world.nowS(), new StopInLane("car", 2));
    world.runUntil(60, w -> !w.percepts("car", Percept.Halted.class).isEmpty());
    assertThat(world.get("car").road()).isEqualTo("to-east");
    assertThat(world.get("car").positionM()).isBetween(18.0, 30.0);
    assertThat(world.percepts("car", Percept.Halted.class).get(0).aside()).isFalse();
  }

  /** With room before the junction it stands there, as one does who is told to halt. */
  @Test
  void standsInItsLaneAtOnceWhereItCan() {
    RoadWorld world =
        RoadWorld.on(Roads.crossing("priority"))
            .tracking(Ride.of("car", "from-west to-east").from(0, 50, 15))
            .order(2, new StopInLane("car", 2));
    world.runUntil(60, w -> !w.percepts("car", Percept.Halted.class).isEmpty());
    assertThat(world.get("car").road()).isEqualTo("from-west");
    world.order(world.nowS(), new Resume("car")).runOut(100);
    assertThat(world.events(EventType.VEHICLE_RECOVERED)).hasSize(1);
  }
}
