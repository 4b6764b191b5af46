package io.testroad.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import io.testroad.network.Network;
import org.junit.jupiter.api.Test;

/** Who can't get onto the lane that his route demands. */
class WrongLaneTest {

  /**
   * At the end of a lane that leads elsewhere, beside one on which somebody comes every two
   * seconds: when the driver's patience is at an end he goes on all the same, but before nobody who
   * can't stop for him.
   */
  @Test
  void whoTurnsFromItLetsThoseGoFirstWhoCannotStop() {
    Network fork =
        Roads.of(
            """
            node a 0 0 dead_end
            node b 500 0
            node c 800 100 dead_end
            node d 800 -100 dead_end
            road in a b lanes 2
            road left b c
            road right b d
            """);
    Ride[] rides = new Ride[100];
    rides[0] = Ride.of("lost", "in left").by(Types.KRAUSS).at(40).from(0, 480, 0);
    for (int i = 1; i < rides.length; i++) {
      rides[i] =
          Ride.of("car-" + i, "in left").by(Types.KRAUSS).at(1.9 * i).from(1, Double.NaN, 15);
    }
    RoadWorld world = RoadWorld.on(fork).departing(rides).runOut(600);
    assertThat(world.traffic().collisions).isZero();
    assertThat(world.traffic().trips).hasSize(rides.length);
    assertThat(world.trip("lost").waitingTime()).isGreaterThan(30);
  }
}
