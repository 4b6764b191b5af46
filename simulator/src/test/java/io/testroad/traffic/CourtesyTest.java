package io.testroad.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import io.testroad.engine.Percept;
import io.testroad.engine.RoadDecision.Courtesy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two who let each other pass. */
class CourtesyTest {

  private static RoadWorld pair(String kind, double apartS, boolean... courteous) {
    RoadWorld world =
        RoadWorld.on(Roads.crossing(kind))
            .tracking(Ride.of("west", "from-west to-east").from(-1, 10, 0))
            .tracking(Ride.of("south", "from-south to-north").at(apartS).from(-1, 10, 0));
    return world
        .order(apartS + 1, new Courtesy("west", courteous[0]))
        .order(apartS + 1, new Courtesy("south", courteous[1]));
  }

  @ParameterizedTest
  @ValueSource(strings = {"priority", "right_before_left", "allway_stop"})
  void waitForOneAnotherForEver(String kind) {
    RoadWorld world = pair(kind, 0, true, true);
    for (int i = 0; i < 5; i++) {
      world.departing(
          Ride.of("behind-" + i, "from-west to-east").at(10 + i),
          Ride.of("left-" + i, "from-north to-south").at(40 + 4 * i),
          Ride.of("right-" + i, "from-east to-west").at(40 + 4 * i));
    }
    world.runTo(200);
    assertThat(world.isOn("west", "from-west")).isTrue();
    assertThat(world.isOn("south", "from-south")).isTrue();
    for (int i = 0; i < 5; i++) {
      assertThat(world.isOn("behind-" + i, "from-west")).isTrue();
      assertThat(world.find("left-" + i)).isEmpty();
      assertThat(world.find("right-" + i)).isEmpty();
    }
    assertThat(world.percepts("west", Percept.Waiting.class)).hasSizeBetween(2, 3);
    world.order(200, new Courtesy("west", false)).runOut(300);
    assertThat(world.traffic().collisions).isZero();
  }

  @Test
  void oneAloneWaitsForNobody() {
    RoadWorld world = pair("priority", 0, true, false).runOut(100);
    assertThat(world.trip("west").waitingTime()).isZero();
  }

  @Test
  void whoComesLaterLetsTheOtherGo() {
    RoadWorld world = pair("priority", 12, true, true).runOut(100);
    assertThat(world.trip("west").waitingTime()).isZero();
    assertThat(world.trip("south").waitingTime()).isZero();
  }
}
