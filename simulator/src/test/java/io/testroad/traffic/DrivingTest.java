package io.testroad.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.testroad.demand.VehicleType;
import io.testroad.engine.RoadDecision.CapSpeed;
import io.testroad.engine.RoadDecision.LimitSpeed;
import io.testroad.engine.RoadDecision.SetWeather;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One or two vehicles on a straight road of 15 m/s. */
class DrivingTest {

  private static Ride ride(String name) {
    return Ride.of(name, "first second").from(0, 5, 0);
  }

  @ParameterizedTest
  @ValueSource(longs = {100, 1000})
  void aloneItReachesTheLimit(long tickMillis) {
    RoadWorld idm = RoadWorld.on(Roads.STRAIGHT).tickMillis(tickMillis).departing(ride("car"));
    assertThat(idm.runTo(30).get("car").speedMps()).isCloseTo(15, within(0.05));
    Ride ride = ride("car").by(Types.KRAUSS);
    RoadWorld krauss = RoadWorld.on(Roads.STRAIGHT).tickMillis(tickMillis).departing(ride);
    assertThat(krauss.runTo(30).get("car").speedMps()).isCloseTo(15, within(1e-9));
  }

  /** Krauss in steps of a second: 0, 2.6, 5.2, … 13, 15; positions are sums of speeds. */
  @Test
  void kraussAcceleratesInSteps() {
    RoadWorld world =
        RoadWorld.on(Roads.STRAIGHT)
            .tickMillis(1000)
            .departing(ride("car").by(Types.KRAUSS))
            .runTo(4);
    assertThat(world.state()).isEqualTo("car on first_0 at 20.6 m, 7.8 m/s\n");
    world.runTo(8);
    assertThat(world.state()).isEqualTo("car on first_0 at 74.0 m, 15.0 m/s\n");
  }

  @Test
  void itsOwnTopSpeedAndSpeedFactorCount() {
    RoadWorld world = RoadWorld.on(Roads.STRAIGHT).departing(ride("slow").by(Types.SLOW)).runTo(30);
    assertThat(world.get("slow").speedMps()).isCloseTo(5, within(0.01));
  }

  /** IDM at 5 m/s: (2.5 + 5)/√(1 − (5/15)⁴) = 7.547 m; both 5 m long. */
  @Test
  void itFollowsAtTheEquilibriumGap() {
    RoadWorld world =
        RoadWorld.on(Roads.of("node a 0 0\nnode b 2000 0\nroad only a b"))
            .departing(
                Ride.of("leader", "only").from(0, 100, 0).by(Types.SLOW),
                Ride.of("follower", "only").from(0, 5, 0))
            .runTo(150);
    double gap = world.get("leader").positionM() - 5 - world.get("follower").positionM();
    assertThat(gap).isCloseTo(7.547, within(0.02));
    assertThat(world.get("follower").speedMps()).isCloseTo(5, within(0.01));
  }

  /** Krauss behind one at 5 m/s: 2.5 m and what a second's reaction needs, at the most. */
  @Test
  void kraussFollowsAtItsHeadway() {
    RoadWorld world =
        RoadWorld.on(Roads.of("node a 0 0\nnode b 2000 0\nroad only a b"))
            .departing(
                Ride.of("leader", "only").from(0, 100, 0).by(Types.SLOW),
                Ride.of("follower", "only").from(0, 5, 0).by(Types.KRAUSS))
            .runTo(150);
    double gap = world.get("leader").positionM() - 5 - world.get("follower").positionM();
    assertThat(gap).isCloseTo(2.5 + 5, within(0.1));
  }

  /** A lower limit behind the first road is reached before its end. */
  @Test
  void itSlowsDownBeforeALowerLimit() {
    RoadWorld world =
        RoadWorld.on(
                Roads.of(
                    """
                    node a 0 0
                    node b 400 0
                    node c 800 0
                    road fast a b speed 20
                    road slow b c speed 8
                    """))
            .departing(Ride.of("idm", "fast slow"), Ride.of("k", "fast slow").by(Types.KRAUSS))
            .runUntil(60, w -> w.isOn("idm", "slow"));
    assertThat(world.get("idm").speedMps()).isLessThan(8.5);
    world.runUntil(60, w -> w.isOn("k", "slow"));
    assertThat(world.get("k").speedMps()).isLessThan(8.5);
  }

  @Test
  void capsLimitsAndWeather() {
    RoadWorld world =
        RoadWorld.on(Roads.of("node a 0 0\nnode b 3000 0\nroad only a b"))
            .departing(Ride.of("car", "only"))
            .runTo(20);
    world.order(20, new CapSpeed("car", 7)).runTo(40);
    assertThat(world.get("car").speedMps()).isCloseTo(7, within(0.05));
    world.order(40, new CapSpeed("car", Double.POSITIVE_INFINITY));
    world.order(40, new LimitSpeed("only", 10)).runTo(70);
    assertThat(world.get("car").speedMps()).isCloseTo(10, within(0.05));
    world.order(70, new SetWeather(0.8, 1.5)).runTo(100);
    assertThat(world.get("car").speedMps()).isCloseTo(8, within(0.05));
    world.order(100, new SetWeather(1, 1), new LimitSpeed("only", Double.NaN)).runTo(130);
    assertThat(world.get("car").speedMps()).isCloseTo(15, within(0.05));
    assertThat(world.events())
        .isEqualTo(
            """
            40.0 s speed-limit-changed road:only {road=only, speedLimitMps=10.0}
            100.0 s speed-limit-changed road:only {road=only, speedLimitMps=15.0}
            """);
  }

  /** Twice the headway: (2.5 + 2·5)/√(1 − (5/15)⁴) = 12.578 m. */
  @Test
  void weatherStretchesHeadways() {
    RoadWorld world =
        RoadWorld.on(Roads.of("node a 0 0\nnode b 2000 0\nroad only a b"))
            .order(0, new SetWeather(1, 2))
            .departing(
                Ride.of("leader", "only").from(0, 100, 0).by(Types.SLOW),
                Ride.of("follower", "only").from(0, 5, 0))
            .runTo(150);
    double gap = world.get("leader").positionM() - 5 - world.get("follower").positionM();
    assertThat(gap).isCloseTo(12.578, within(0.02));
  }

  @ParameterizedTest
  @ValueSource(longs = {100, 1000})
  void itStopsForTheDuration(long tickMillis) {
    RoadWorld world =
        RoadWorld.on(Roads.STRAIGHT)
            .tickMillis(tickMillis)
            .departing(ride("car").by(kraussOrIdm(tickMillis)).stopping("first 0 300 20"))
            .runTo(45);
    assertThat(world.get("car").speedMps()).isZero();
    assertThat(world.get("car").positionM()).isBetween(290.0, 300.1);
    world.runOut(120);
    assertThat(world.trip("car").stopTime()).isCloseTo(20, within(0.001 * tickMillis + 0.01));
    assertThat(world.trip("car").waitingTime()).isLessThan(5);
  }

  private static VehicleType kraussOrIdm(long tickMillis) {
    return tickMillis == 1000 ? Types.KRAUSS : Types.IDM;
  }

  @Test
  void theTripIsAccountedFor() {
    RoadWorld world =
        RoadWorld.on(Roads.STRAIGHT)
            .tickMillis(1000)
            .departing(ride("car").by(Types.KRAUSS).at(3).to(100))
            .runOut(200);
    Trip trip = world.trip("car");
    assertThat(trip.depart()).isEqualTo(3);
    assertThat(trip.departLane()).isEqualTo("first_0");
    assertThat(trip.departPos()).isEqualTo(5);
    assertThat(trip.arrivalLane()).isEqualTo("second_0");
    assertThat(trip.duration()).isEqualTo(trip.arrival() - trip.depart());
    assertThat(trip.waitingCount()).isZero();
  }
}
