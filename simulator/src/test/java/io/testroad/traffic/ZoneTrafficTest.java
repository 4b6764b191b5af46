package io.testroad.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import io.testroad.network.Network;
import io.testroad.network.ZoneNetwork;
import org.junit.jupiter.api.Test;

/** A zone is a network on which everybody arrives. */
class ZoneTrafficTest {

  @Test
  void everyVehicleArrives() {
    Network network = new ZoneNetwork(25_000, 5e6).generate(4).orElseThrow().network();
    RoadWorld world = RoadWorld.on(network).tickMillis(500);
    world.departing(new RandomTrips(network, 1).rides(120, 300, Types.IDM, Types.KRAUSS));
    world.runOut(1800);
    assertThat(world.traffic().arrived).isEqualTo(120);
    assertThat(world.traffic().collisions).isZero();
  }
}
