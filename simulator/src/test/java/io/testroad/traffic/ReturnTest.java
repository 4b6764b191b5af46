package io.testroad.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import io.testroad.engine.EventType;
import io.testroad.engine.Percept;
import io.testroad.engine.RoadDecision.Halt;
import io.testroad.engine.RoadDecision.Resume;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One comes back from the side of the road where another departs in about the same tick. */
class ReturnTest {

  @ParameterizedTest
  @ValueSource(doubles = {29.8, 29.9, 30, 30.1, 30.2})
  void nobodyDepartsIntoOneWhoComesBack(double departS) {
    RoadWorld world =
        RoadWorld.on(Roads.STRAIGHT)
            .tracking(Ride.of("aside", "first second").from(0, 80, 10))
            .order(1, new Halt("aside", 4, true))
            .runTo(25);
    assertThat(world.percepts("aside", Percept.Halted.class)).hasSize(1);
    double stoodM = world.get("aside").positionM();
    world = again(departS, stoodM - 1).runTo(60);
    assertThat(world.events(EventType.COLLISION)).isEmpty();
    assertThat(world.events(EventType.VEHICLE_DEPARTED)).hasSize(1);
    assertThat(world.traffic().departed).isEqualTo(2);
  }

  private static RoadWorld again(double departS, double departM) {
    return RoadWorld.on(Roads.STRAIGHT)
        .tracking(Ride.of("aside", "first second").from(0, 80, 10))
        .departing(Ride.of("fresh", "first second").at(departS).from(0, departM, 0))
        .order(1, new Halt("aside", 4, true))
        .order(30, new Resume("aside"));
  }
}
