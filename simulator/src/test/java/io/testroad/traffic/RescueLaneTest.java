package io.testroad.traffic;

import static org.assertj.core.api.Assertions.assertThat;

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

  /** A car every few seconds; ambulance and an ordinary car at its place leave at the same time. */
  private static RoadWorld flow(Network network, boolean blueLight, double everyS) {
    RoadWorld world = RoadWorld.on(network);
    int lanes =
        network.edges().stream().filter(e -> e.isRoad()).findFirst().orElseThrow().laneCount();
    List<Ride> rides = new ArrayList<>();
    for (int i = 0; i * everyS < 200; i++) {
      rides.add(
          Ride.of("car-" + i, "first second")
              .by(Types.various("cars", io.testroad.demand.VehicleType.Model.KRAUSS))
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

  @ParameterizedTest
  @ValueSource(doubles = {2, 3, 5, 8})
  void isFasterThanAnOrdinaryCar(double everyS) {
    for (Network network : List.of(ONE_LANE, TWO_LANES)) {
      double slow = duration(flow(network, false, everyS));
      double fast = duration(flow(network, true, everyS));
      System.out.println(
          (network == ONE_LANE ? 1 : 2)
              + " lanes, every "
              + everyS
              + " s: "
              + slow
              + " "
              + fast
              + " factor "
              + slow / fast);
    }
  }

  /** Everybody stands behind a halted car at the end; the others let the ambulance through. */
  @Test
  void passesAStandingQueue() {
    for (Network network : List.of(ONE_LANE, TWO_LANES)) {
      RoadWorld world = RoadWorld.on(network);
      int lanes = network == ONE_LANE ? 1 : 2;
      for (int i = 0; i < lanes; i++) {
        world.departing(Ride.of("block-" + i, "first second").from(i, 700, 0));
        world.order(0.2, new Halt("block-" + i, 9, false));
        world.order(200, new Resume("block-" + i));
      }
      for (int i = 0; i < 40; i++) {
        world.departing(Ride.of("car-" + i, "first second").at(i * 2).from(i % lanes, 0, 10));
      }
      world.tracking(Ride.of("rescue", "first second").by(Types.RESCUE).at(120), true);
      world.runTo(170);
      System.out.println(world.find("rescue") + " at 170");
      System.out.println("over " + duration(world) + " at " + world.nowS());
    }
  }
}
