package io.testroad.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import io.testroad.demand.VehicleType;
import io.testroad.engine.RoadDecision.Halt;
import io.testroad.engine.RoadDecision.Resume;
import io.testroad.network.Network;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Others make way for blue light. */
class RescueLaneTest {

  private static final Network ONE_LANE =
      Roads.of("node a 0 0\nnode b 800 0\nnode c 1600 0\nroad first a b\nroad second b c");
  private static final Network TWO_LANES =
      Roads.of(
          "node a 0 0\nnode b 800 0\nnode c 1600 0\n"
              + "road first a b lanes 2\nroad second b c lanes 2");

  private static final VehicleType KEEPS_LANE =
      Types.IDM.withLaneChange(new VehicleType.LaneChange(1, 1, 1, 0));

  /** A car every few seconds; ambulance and an ordinary car at its place leave at the same time. */
  private static RoadWorld flow(Network network, boolean blueLight, double everyS) {
    RoadWorld world = RoadWorld.on(network);
    int lanes =
        network.edges().stream().filter(e -> e.isRoad()).findFirst().orElseThrow().laneCount();
    List<Ride> rides = new ArrayList<>();
    for (int i = 0; i * everyS < 200; i++) {
      rides.add(
          Ride.of("car-" + i, "first second")
              .by(Types.various("cars", VehicleType.Model.KRAUSS))
              .at(i * everyS)
              .from(i % lanes, 0, 10));
    }
    return world
        .departing(rides.toArray(Ride[]::new))
        .tracking(Ride.of("rescue", "first second").by(Types.RESCUE).at(60), blueLight);
  }

  private static double duration(RoadWorld world) {
    while (!world.traffic().isOver() || world.nowS() < 60) {
      world.step();
      assertThat(world.nowS()).isLessThan(900);
      assertThat(Overlaps.of(world.traffic())).isEmpty();
    }
    assertThat(world.traffic().collisions).isZero();
    return world.trip("rescue").duration();
  }

  /** One to four vehicles in ten seconds: facts, 1.5, in flowing traffic. */
  @ParameterizedTest
  @ValueSource(doubles = {2, 3, 5, 8})
  void isFasterThanAnOrdinaryCar(double everyS) {
    for (Network network : List.of(ONE_LANE, TWO_LANES)) {
      double ordinary = duration(flow(network, false, everyS));
      double withBlueLight = duration(flow(network, true, everyS));
      assertThat(ordinary / withBlueLight).as("every %s s", everyS).isBetween(1.25, 1.7);
    }
  }

  /**
   * Everybody stands behind a car that has halted at 700 m; the others let the ambulance through.
   */
  @Test
  void passesAStandingQueue() {
    for (int lanes = 1; lanes <= 2; lanes++) {
      RoadWorld world = RoadWorld.on(lanes == 1 ? ONE_LANE : TWO_LANES);
      for (int i = 0; i < lanes; i++) {
        world.departing(Ride.of("block-" + i, "first second").from(i, 700, 0));
        world.order(0.2, new Halt("block-" + i, 9, false));
        world.order(200, new Resume("block-" + i));
      }
      for (int i = 0; i < 40; i++) {
        world.departing(Ride.of("car-" + i, "first second").at(i * 2).from(i % lanes, 0, 10));
      }
      world.tracking(Ride.of("rescue", "first second").by(Types.RESCUE).at(120), true);
      world.runTo(195);
      assertThat(world.get("rescue").positionM()).isBetween(685.0, 695.0);
      double duration = duration(world);
      assertThat(duration).isLessThan(130);
      assertThat(world.traffic().trips).hasSize(41 + lanes);
    }
  }

  /** Those who made way are back on the road soon, and their trips tell what it cost. */
  @Test
  void whoMadeWayComesBack() {
    RoadWorld world =
        RoadWorld.on(ONE_LANE)
            .departing(Ride.of("car", "first second").from(0, 100, 10))
            .tracking(Ride.of("rescue", "first second").by(Types.RESCUE).at(8), true)
            .runOut(200);
    double alone =
        RoadWorld.on(ONE_LANE)
            .departing(Ride.of("car", "first second").from(0, 100, 10))
            .runOut(200)
            .trip("car")
            .duration();
    assertThat(world.trip("rescue").duration()).isLessThan(world.trip("car").duration());
    assertThat(world.trip("car").duration()).isBetween(alone + 5, alone + 25);
    assertThat(world.traffic().collisions).isZero();
  }

  /** On a road with two lanes nobody has to stop for it. */
  @Test
  void goesByWithoutStoppingAnybodyWhereThereAreLanes() {
    RoadWorld world =
        RoadWorld.on(TWO_LANES)
            .departing(Ride.of("car", "first second").by(KEEPS_LANE).from(1, 150, 12))
            .tracking(Ride.of("rescue", "first second").by(Types.RESCUE).at(1).from(1, 5, 12), true)
            .runOut(200);
    assertThat(world.trip("car").waitingTime()).isZero();
    assertThat(world.trip("rescue").arrival()).isLessThan(world.trip("car").arrival());
  }

  @Test
  void withoutBlueLightNobodyMakesWay() {
    RoadWorld world = flow(TWO_LANES, false, 3);
    while (world.nowS() < 100) {
      world.step();
      for (Region region : world.traffic().regions()) {
        for (int row = 0; row < region.v.own; row++) {
          assertThat(region.v.has(row, VehicleTable.MAKES_WAY | VehicleTable.ASIDE)).isFalse();
        }
      }
    }
  }
}
