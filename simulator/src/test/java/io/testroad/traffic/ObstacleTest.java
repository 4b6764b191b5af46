package io.testroad.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.testroad.demand.VehicleType;
import io.testroad.engine.EventType;
import io.testroad.engine.RoadDecision.Caution;
import io.testroad.engine.RoadDecision.ClearObstacle;
import io.testroad.engine.RoadDecision.Obstruct;
import io.testroad.network.CorridorNetwork;
import io.testroad.network.Network;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Things that lie on lanes, and stretches that are driven with caution. */
class ObstacleTest {

  private static final Ride CAR = Ride.of("car", "first second").from(0, 10, 10);

  private static Obstruct onFirst(int lane) {
    return new Obstruct("load-" + lane, "first", lane, 300, 20);
  }

  @Test
  void whoComesChangesLanes() {
    RoadWorld world = RoadWorld.on(Roads.STRAIGHT).order(0, onFirst(0)).tracking(CAR).runTo(30);
    assertThat(world.get("car").lane()).isEqualTo(1);
    assertThat(world.get("car").positionM()).isGreaterThan(300);
    world.runOut(150);
    assertThat(world.trip("car").waitingTime()).isZero();
  }

  @Test
  void whereAllLanesAreBlockedTheyQueueUntilItIsCleared() {
    RoadWorld world =
        RoadWorld.on(Roads.STRAIGHT)
            .order(0, onFirst(0), onFirst(1))
            .tracking(CAR)
            .departing(Ride.of("other", "first second").at(3).from(1, 10, 10))
            .runTo(100);
    assertThat(world.get("car").speedMps()).isZero();
    assertThat(world.get("car").positionM()).isCloseTo(277.5, within(1.0));
    assertThat(world.traffic().onRoad).isEqualTo(2);
    assertThat(world.events())
        .contains("obstacle-appeared obstacle:load-0")
        .contains("{lane=0, lengthM=20.0, positionM=300.0, road=first}");
    world
        .order(100, new ClearObstacle("load-0", "first"), new ClearObstacle("load-1", "first"))
        .order(101, new ClearObstacle("load-1", "first"))
        .runOut(250);
    assertThat(world.events(EventType.OBSTACLE_CLEARED)).hasSize(2);
    assertThat(world.traffic().collisions).isZero();
  }

  /**
   * Two lanes of three are blocked; the third leads past, and back to the lane for the right turn.
   */
  @ParameterizedTest
  @ValueSource(strings = {"cross-0-south-out", "arterial-east-1"})
  void whoStandsBehindItGetsPastOnALaneFartherOver(String onwards) {
    Network corridor = new CorridorNetwork(3, 300, 3, 1, 150, 16.67, 11.11, false).generate();
    RoadWorld world =
        RoadWorld.on(corridor)
            .order(0, new Obstruct("one", "arterial-east-0", 0, 150, 10))
            .order(0, new Obstruct("two", "arterial-east-0", 1, 150, 10))
            .tracking(Ride.of("car", "arterial-east-0 " + onwards).from(0, 120, 0))
            .runOut(120);
    assertThat(world.traffic().collisions).isZero();
    assertThat(world.trip("car").waitingTime()).isLessThan(10);
  }

  /** Wherever exactly they have come to a stand before two obstacles side by side. */
  @ParameterizedTest
  @CsvSource({"IDM, 100", "IDM, 500", "KRAUSS, 100", "KRAUSS, 500", "IIDM, 100", "CACC, 100"})
  void nobodyIsStuckBeforeSeveral(VehicleType.Model model, long tickMillis) {
    Ride[] rides = new Ride[120];
    for (int i = 0; i < rides.length; i++) {
      rides[i] =
          Ride.of("car-" + i, "first")
              .by(Types.various("cars", model))
              .at(4 * i)
              .from(i % 3, Double.NaN, Double.NaN);
    }
    RoadWorld world =
        RoadWorld.on(Roads.of("node a 0 0\nnode b 1000 0\nroad first a b lanes 3"))
            .tickMillis(tickMillis)
            .order(0, onFirst(0), onFirst(1))
            .departing(rides)
            .runOut(700);
    assertThat(world.traffic().collisions).isZero();
    assertThat(world.traffic().trips)
        .hasSize(rides.length)
        .allSatisfy(trip -> assertThat(trip.waitingTime()).isLessThan(30));
  }

  /** At 10 s the car is at about 140 m; the obstacle begins at 130 m and ends at 150 m. */
  @Test
  void whoIsAlreadyThereDrivesOn() {
    RoadWorld world = RoadWorld.on(Roads.STRAIGHT).tracking(CAR).runTo(10);
    double at = world.get("car").positionM();
    Obstruct around = new Obstruct("load", "first", 0, at + 10, 20);
    world.order(10, around).runOut(150);
    assertThat(world.traffic().collisions).isZero();
    assertThat(world.trip("car").waitingTime()).isZero();
  }

  @Test
  void nobodyDepartsOntoIt() {
    RoadWorld world =
        RoadWorld.on(Roads.STRAIGHT)
            .order(0, onFirst(0))
            .departing(Ride.of("on-it", "first second").at(2).from(0, 295, 0))
            .runTo(20);
    assertThat(world.traffic().waiting).isEqualTo(1);
    world.order(20, new ClearObstacle("load-0", "first")).runOut(150);
    assertThat(world.traffic().collisions).isZero();
  }

  @Test
  void aLaterOneOfItsNameTakesItsPlace() {
    RoadWorld world =
        RoadWorld.on(Roads.STRAIGHT)
            .order(0, onFirst(1), new Obstruct("load-1", "first", 1, 450, 5))
            .order(0, new Obstruct("wall", "first", 0, 450, 5))
            .tracking(CAR.from(1, 10, 10))
            .runTo(100);
    assertThat(world.get("car").positionM()).isCloseTo(442.5, within(1.0));
  }

  @Test
  void aLaneThatIsNotThereIsAFault() {
    RoadWorld world = RoadWorld.on(Roads.STRAIGHT).order(0, onFirst(2));
    assertThatThrownBy(() -> world.runTo(1)).isInstanceOf(IllegalArgumentException.class);
  }

  /** Of two cautions the lower share counts; lifted, drivers are as they were. */
  @Test
  void cautionLengthensHeadwaysOnItsStretchOnly() {
    double ordinary = headwayS(1, 1);
    assertThat(headwayS(0.5, 1)).isGreaterThan(1.5 * ordinary);
    assertThat(headwayS(0.5, 0.8)).isCloseTo(headwayS(0.5, 1), within(0.1));
    assertThat(headwayS(0.8, 0.5)).isCloseTo(headwayS(0.5, 1), within(0.1));
  }

  /** Time gap, s, of a car behind a slow one, in the middle of the stretch. */
  private static double headwayS(double share, double otherShare) {
    RoadWorld world =
        RoadWorld.on(Roads.STRAIGHT)
            .order(
                0,
                new Caution("one", "first", 100, 480, share),
                new Caution("two", "first", 50, 490, otherShare))
            .tracking(Ride.of("slow", "first second").by(Types.SLOW).from(0, 40, 5))
            .tracking(Ride.of("car", "first second").from(0, 10, 5))
            .tracking(Ride.of("beside", "first second").by(Types.SLOW).from(1, 35, 5))
            .runTo(65);
    return (world.get("slow").positionM() - 5 - world.get("car").positionM())
        / world.get("car").speedMps();
  }
}
