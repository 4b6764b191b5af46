package io.testroad.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import io.testroad.engine.EventType;
import io.testroad.engine.RoadDecision.CloseLane;
import io.testroad.engine.RoadDecision.Halt;
import io.testroad.engine.RoadDecision.OpenLane;
import io.testroad.engine.RoadDecision.Resume;
import io.testroad.network.Network;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** On roads of two or three lanes. */
class LaneChangeTest {

  /** Left from the leftmost lane only. */
  private static final Network FORK =
      Roads.of(
          """
          node w 0 0
          node m 600 0
          node n 600 400
          node e 1000 0
          node s 600 -400
          road in w m lanes 3
          road left m n
          road on m e lanes 2
          road right m s
          """);

  @ParameterizedTest
  @ValueSource(longs = {100, 1000})
  void changesToFollowItsRoute(long tickMillis) {
    RoadWorld world =
        RoadWorld.on(FORK)
            .tickMillis(tickMillis)
            .departing(
                Ride.of("left", "in left").from(0, 10, 10),
                Ride.of("right", "in right").from(2, 30, 10))
            .runUntil(90, w -> w.isOn("left", "in", 2) && w.isOn("right", "in", 0))
            .runOut(200);
    assertThat(world.trip("left").waitingTime() + world.trip("right").waitingTime()).isZero();
  }

  @ParameterizedTest
  @ValueSource(longs = {100, 1000})
  void overtakesASlowOneAndKeepsRightAgain(long tickMillis) {
    RoadWorld world =
        RoadWorld.on(Roads.of("node a 0 0\nnode b 3000 0\nroad only a b lanes 2"))
            .tickMillis(tickMillis)
            .departing(
                Ride.of("slow", "only").from(0, 80, 5).by(Types.SLOW),
                Ride.of("fast", "only").from(0, 10, 10))
            .runUntil(40, w -> w.isOn("fast", "only", 1))
            .runUntil(90, w -> w.get("fast").positionM() > w.get("slow").positionM() + 10)
            .runUntil(150, w -> w.isOn("fast", "only", 0));
    assertThat(world.get("slow").lane()).isZero();
  }

  @Test
  void leavesALaneThatIsClosedAhead() {
    RoadWorld world =
        RoadWorld.on(Roads.STRAIGHT)
            .order(0, new CloseLane("second", 0))
            .departing(Ride.of("car", "first second").from(0, 10, 0))
            .runUntil(60, w -> w.isOn("car", "second"));
    assertThat(world.get("car").lane()).isEqualTo(1);
    world.runOut(120);
    assertThat(world.events(EventType.LANE_CLOSED)).hasSize(1);
    assertThat(world.trip("car").waitingTime()).isZero();
  }

  @Test
  void usesALaneThatHasBeenOpenedAgain() {
    RoadWorld world =
        RoadWorld.on(Roads.STRAIGHT)
            .order(0, new CloseLane("second", 0))
            .order(1, new OpenLane("second", 0))
            .departing(Ride.of("car", "first second").from(0, 10, 0))
            .runUntil(60, w -> w.isOn("car", "second"));
    assertThat(world.get("car").lane()).isZero();
    assertThat(world.events())
        .isEqualTo(
            """
            0.0 s lane-closed road:second {lane=0, road=second}
            1.0 s lane-reopened road:second {lane=0, road=second}
            """);
  }

  @Test
  void othersPassAStalledVehicle() {
    RoadWorld world =
        RoadWorld.on(Roads.STRAIGHT)
            .departing(Ride.of("stalled", "first second").from(0, 150, 10))
            .order(2, new Halt("stalled", 4, false));
    for (int i = 0; i < 10; i++) {
      world.departing(Ride.of("car-" + i, "first second").at(5 + i * 4).from(0, 5, 10));
    }
    world.runUntil(200, w -> w.traffic().trips.size() == 10);
    assertThat(world.get("stalled").speedMps()).isZero();
    assertThat(world.events(EventType.VEHICLE_STALLED)).hasSize(1);
    world.order(world.nowS(), new Resume("stalled")).runOut(world.nowS() + 120);
    assertThat(world.events(EventType.VEHICLE_RECOVERED)).hasSize(1);
    assertThat(world.traffic().collisions).isZero();
  }
}
