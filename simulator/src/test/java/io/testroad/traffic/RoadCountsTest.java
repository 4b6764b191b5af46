package io.testroad.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.testroad.engine.Percept;
import io.testroad.engine.Percept.Tally;
import io.testroad.engine.Percept.TravelTimes;
import io.testroad.engine.RoadDecision.CapSpeed;
import io.testroad.engine.RoadDecision.Count;
import io.testroad.engine.RoadDecision.Halt;
import io.testroad.engine.RoadDecision.Survey;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Traffic counted on roads, and how long it takes to drive along them. */
class RoadCountsTest {

  private static <P extends Percept> List<P> counted(RoadWorld world, Class<P> kind) {
    return world.traffic().counts.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  /** A car stands from the beginning: it loses a second in each. */
  @Test
  void oneWhoStandsLosesTime() {
    RoadWorld world =
        RoadWorld.on(Roads.STRAIGHT)
            .departing(Ride.of("car", "first second").from(0, 100, 0))
            .order(0, new Count(7, List.of("first")))
            .order(0.2, new Halt("car", 9, false))
            .runTo(4);
    assertThat(counted(world, Tally.class).subList(1, 3)).containsOnly(new Tally(7, 1, 1, 1000));
  }

  /** At two thirds of the speed it would like, 10 of 15 m/s, a third of a second is lost. */
  @Test
  void oneWhoIsSlowLosesPart() {
    RoadWorld world =
        RoadWorld.on(Roads.STRAIGHT)
            .departing(Ride.of("slow", "first second").by(Types.SLOW).from(0, 90, 5))
            .departing(Ride.of("car", "first second").by(Types.KRAUSS).from(1, 10, 10))
            .order(0, new Count(1, List.of("first", "second")))
            .runTo(1.05);
    double speed = world.get("car").speedMps();
    long lost = Math.round(1000 * (1 - speed / 15));
    assertThat(counted(world, Tally.class)).containsExactly(new Tally(1, 2, 0, lost));
  }

  @Test
  void nobodyIsNotToldOfAndACountEnds() {
    RoadWorld world =
        RoadWorld.on(Roads.STRAIGHT)
            .departing(Ride.of("car", "first second").from(0, 100, 15))
            .order(0, new Count(1, List.of("second")))
            .order(40, new Count(1, List.of()))
            .runTo(50);
    List<Tally> tallies = counted(world, Tally.class);
    assertThat(tallies).isNotEmpty().hasSizeLessThan(14);
    assertThat(tallies).allMatch(tally -> tally.vehicles() == 1);
  }

  /** Two at 5 and 10 m/s: the mean of those seen is the road's speed, 7.5 of 15 m/s. */
  @Test
  void slowRoadsAreSurveyed() {
    RoadWorld world =
        RoadWorld.on(Roads.STRAIGHT)
            .departing(Ride.of("ahead", "first second").from(0, 250, 10))
            .departing(Ride.of("behind", "first second").from(0, 50, 5))
            .departing(Ride.of("free", "second").from(1, 10, 15))
            .order(0.2, new CapSpeed("ahead", 10))
            .order(1, new CapSpeed("behind", 5))
            .order(0, new Survey(10))
            .runTo(20.5);
    double length = Roads.STRAIGHT.lengthM(Roads.STRAIGHT.findEdge("first").orElseThrow());
    TravelTimes slow = counted(world, TravelTimes.class).get(2);
    assertThat(slow.seconds()).containsOnlyKeys("first");
    assertThat(slow.seconds().get("first")).isCloseTo(length / 7.5, within(0.1));
  }

  @Test
  void whoHaltsSaysNothingAboutTheRoad() {
    RoadWorld alone =
        RoadWorld.on(Roads.STRAIGHT)
            .departing(Ride.of("car", "first second").from(0, 100, 0))
            .order(0, new Survey(10))
            .order(0.2, new Halt("car", 9, false))
            .runTo(20.5);
    assertThat(counted(alone, TravelTimes.class).get(2).seconds()).isEmpty();
  }

  @Test
  void aSurveyEnds() {
    RoadWorld world =
        RoadWorld.on(Roads.STRAIGHT).order(0, new Survey(5)).order(12, new Survey(0)).runTo(60);
    assertThat(counted(world, TravelTimes.class)).hasSize(3).allMatch(t -> t.seconds().isEmpty());
  }
}
