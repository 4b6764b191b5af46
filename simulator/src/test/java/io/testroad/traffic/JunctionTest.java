package io.testroad.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import io.testroad.engine.RoadDecision.RunProgram;
import io.testroad.network.Network;
import io.testroad.network.Signal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A crossing of single-lane roads, 300 m each way. */
class JunctionTest {

  private static final Network SIGNALS = Roads.crossing("traffic_light");

  /** West and east have a minute of red, then a minute of green, then yellow and red. */
  private static Network withRedFor(String road, long redMs) {
    Signal signal = SIGNALS.signals().get(0);
    StringBuilder red = new StringBuilder();
    for (int i = 0; i < signal.linkCount(); i++) {
      red.append('r');
    }
    StringBuilder green = new StringBuilder(red);
    SIGNALS.links().stream()
        .filter(link -> link.signal() == 0)
        .filter(link -> SIGNALS.lanes().get(link.fromLane()).id().startsWith(road))
        .forEach(link -> green.setCharAt(link.signalIndex(), 'G'));
    var phases =
        List.of(
            new Signal.Phase(redMs, redMs, redMs, red.toString()),
            new Signal.Phase(600_000, 600_000, 600_000, green.toString()));
    var program = new Signal.Program("test", "static", 0, phases);
    return SIGNALS.withPrograms(Map.of(signal.id(), List.of(program)));
  }

  @ParameterizedTest
  @ValueSource(longs = {100, 1000})
  void stopsAtRedAndGoesAtGreen(long tickMillis) {
    RoadWorld world =
        RoadWorld.on(withRedFor("from-west", 60_000))
            .tickMillis(tickMillis)
            .departing(Ride.of("car", "from-west to-east"))
            .runTo(59);
    RoadWorld.Spot spot = world.get("car");
    assertThat(spot.road()).isEqualTo("from-west");
    assertThat(spot.speedMps()).isLessThan(0.1);
    assertThat(spot.positionM()).isGreaterThan(280);
    world.runUntil(66, w -> !w.isOn("car", "from-west"));
    assertThat(world.nowS()).isGreaterThan(60);
  }

  /** Saturation headways of 1.4 s (no dawdling) to 2.6 s, counted from the fourth vehicle on. */
  @ParameterizedTest
  @ValueSource(strings = {"idm", "krauss"})
  void aQueueDischargesAtAPlausibleRate(String model) {
    RoadWorld world = RoadWorld.on(withRedFor("from-west", 90_000));
    for (int i = 0; i < 20; i++) {
      Ride ride = Ride.of("car-" + i, "from-west to-east").at(i * 3);
      world.departing(ride.by(model.equals("idm") ? Types.IDM : Types.KRAUSS));
    }
    List<Double> passed = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      String car = "car-" + i;
      world.runUntil(200, w -> w.nowS() > 60 && !w.isOn(car, "from-west"));
      passed.add(world.nowS());
    }
    assertThat(passed.get(0)).isBetween(90.0, 94.0);
    assertThat((passed.get(19) - passed.get(3)) / 16).isBetween(1.4, 2.6);
  }

  @Test
  void yieldsToThePriorityRoad() {
    RoadWorld world = RoadWorld.on(Roads.crossing("priority"));
    for (int i = 0; i < 6; i++) {
      world.departing(Ride.of("main-" + i, "from-west to-east").at(i * 2.5));
    }
    world.departing(Ride.of("minor", "from-south to-north").at(0)).runOut(200);
    double last = world.trip("main-5").arrival();
    assertThat(world.trip("minor").arrival()).isGreaterThan(last - 5);
    assertThat(world.trip("main-5").waitingTime()).isZero();
    assertThat(world.traffic().collisions).isZero();
  }

  @Test
  void theMinorRoadIsFreeWhenNobodyComes() {
    RoadWorld world =
        RoadWorld.on(Roads.crossing("priority"))
            .departing(Ride.of("minor", "from-south to-north"))
            .runOut(100);
    assertThat(world.trip("minor").waitingTime()).isZero();
  }

  @Test
  void turningLeftYieldsToThoseWhoComeTowards() {
    RoadWorld world = RoadWorld.on(Roads.crossing("priority"));
    for (int i = 0; i < 6; i++) {
      world.departing(Ride.of("on-" + i, "from-east to-west").at(i * 2.5));
    }
    world.departing(Ride.of("left", "from-west to-north")).runOut(200);
    assertThat(world.trip("left").arrival()).isGreaterThan(world.trip("on-5").arrival() - 5);
  }

  @Test
  void stopsAtAStopSign() {
    RoadWorld world =
        RoadWorld.on(Roads.crossing("priority_stop"))
            .departing(Ride.of("minor", "from-south to-north"))
            .runOut(100);
    assertThat(world.trip("minor").waitingCount()).isEqualTo(1);
  }

  @Test
  void firstComeFirstServedWhereAllStop() {
    RoadWorld world =
        RoadWorld.on(Roads.crossing("allway_stop"))
            .departing(
                Ride.of("south", "from-south to-north"),
                Ride.of("west", "from-west to-east").at(3),
                Ride.of("north", "from-north to-south").at(6),
                Ride.of("east", "from-east to-west").at(9))
            .runOut(200);
    List<String> order = world.traffic().trips.stream().map(Trip::id).toList();
    assertThat(order).containsExactly("south", "west", "north", "east");
    assertThat(world.traffic().trips).allMatch(trip -> trip.waitingCount() >= 1);
  }

  @Test
  void theRightHasRightOfWay() {
    RoadWorld world =
        RoadWorld.on(Roads.crossing("right_before_left"))
            .departing(
                Ride.of("west", "from-west to-east"), Ride.of("south", "from-south to-north"))
            .runOut(200);
    assertThat(world.trip("south").arrival()).isLessThan(world.trip("west").arrival());
  }

  @Test
  void blueLightPassesRed() {
    RoadWorld world =
        RoadWorld.on(withRedFor("from-west", 300_000))
            .tracking(Ride.of("rescue", "from-west to-east").by(Types.RESCUE).from(-1, 10, 0), true)
            .runOut(100);
    assertThat(world.trip("rescue").duration()).isLessThan(60);
    assertThat(world.traffic().collisions).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"off", "flashing"})
  void aDarkOrFlashingSignalLetsGo(String program) {
    RoadWorld world =
        RoadWorld.on(withRedFor("from-west", 500_000))
            .order(40, new RunProgram("c", program))
            .departing(
                Ride.of("main", "from-west to-east"), Ride.of("minor", "from-south to-north"))
            .runTo(40);
    assertThat(world.traffic().trips).isEmpty();
    world.runOut(140);
    assertThat(world.traffic().collisions).isZero();
    assertThat(world.events())
        .isEqualTo("40.0 s signal-program-changed signal:c {program=" + program + "}\n");
  }

  @Test
  void anotherProgramRuns() {
    RoadWorld world =
        RoadWorld.on(withRedFor("from-west", 500_000))
            .order(40, new RunProgram("c", "0"))
            .departing(Ride.of("main", "from-west to-east"))
            .runOut(160);
    assertThat(world.trip("main").arrival()).isGreaterThan(40);
  }

  /** Each gives way to the one from the right: four who come at once must agree who goes first. */
  @ParameterizedTest
  @ValueSource(longs = {100, 1000})
  void whoWaitForEachOtherAgree(long tickMillis) {
    String[] ways = {
      "from-west to-east", "from-south to-north", "from-east to-west", "from-north to-south"
    };
    Ride[] rides = new Ride[40];
    for (int i = 0; i < rides.length; i++) {
      rides[i] = Ride.of("car-" + i, ways[i % ways.length]).at(i / ways.length * 2);
    }
    RoadWorld world =
        RoadWorld.on(Roads.crossing("right_before_left")).tickMillis(tickMillis).departing(rides);
    world.runOut(900);
    assertThat(world.traffic().collisions).isZero();
  }
}
