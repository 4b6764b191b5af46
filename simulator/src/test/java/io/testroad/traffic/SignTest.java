package io.testroad.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import io.testroad.engine.Percept;
import io.testroad.engine.RoadDecision.CloseLane;
import io.testroad.engine.RoadDecision.Sign;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Drivers who are told to keep off roads. */
class SignTest {

  private static final Ride OVER_THE_MIDDLE = Ride.of("car", "in middle out").from(-1, 10, 0);
  private static final int MANY = 120;

  private static Sign sign(String at, double compliance) {
    List<String> where = at.isEmpty() ? List.of() : List.of(at.split(" "));
    return new Sign("round", where, List.of("middle"), compliance);
  }

  private static RoadWorld oneCar(double second, Sign... signs) {
    return RoadWorld.on(Roads.TWO_WAYS).tracking(OVER_THE_MIDDLE).order(second, signs);
  }

  private static List<String> driven(RoadWorld world) {
    world.runOut(200);
    return world.percepts("car", Percept.EnteredRoad.class).stream()
        .map(Percept.EnteredRoad::road)
        .toList();
  }

  @Test
  void whoReadsItTakesAnotherWayAndItsAgentIsTold() {
    for (String at : new String[] {"", "in"}) {
      RoadWorld world = oneCar(3, sign(at, 1));
      assertThat(driven(world)).containsExactly("north", "down", "out");
      assertThat(world.events()).contains("vehicle-rerouted vehicle:car {cause=sign, road=in}");
      assertThat(world.percepts("car", Percept.Rerouted.class))
          .containsExactly(new Percept.Rerouted(List.of("in", "north", "down", "out")));
    }
  }

  /** Of two cars only the one that is an agent is told by a message; the other drives on. */
  @Test
  void aMessageIsForConnectedVehicles() {
    Sign message = new Sign("message", List.of(), List.of("middle"), 1, true);
    assertThat(driven(oneCar(3, message))).containsExactly("north", "down", "out");
    RoadWorld other =
        RoadWorld.on(Roads.TWO_WAYS).departing(OVER_THE_MIDDLE).order(3, message).runTo(25);
    assertThat(other.get("car").road()).isEqualTo("middle");
  }

  @Test
  void itIsReadAtDepartureAndOnComingOntoTheRoad() {
    assertThat(driven(oneCar(0, sign("", 1)))).containsExactly("north", "down", "out");
    RoadWorld behind =
        RoadWorld.on(
                Roads.of(
                    """
                    node z -200 0
                    node w 0 0
                    node a 200 0
                    node n 400 200
                    node b 600 0
                    node e 800 0
                    road before z w
                    road in w a
                    road middle a b
                    road north a n
                    road down n b
                    road out b e
                    """))
            .tracking(Ride.of("car", "before in middle out"))
            .order(2, sign("in", 1));
    assertThat(driven(behind)).containsExactly("in", "north", "down", "out");
  }

  @Test
  void whoDoesNotComplyIsElsewhereOrIsThereAlreadyGoesOn() {
    assertThat(driven(oneCar(3, sign("in", 0)))).containsExactly("middle", "out");
    assertThat(driven(oneCar(3, sign("north", 1)))).containsExactly("middle", "out");
    assertThat(driven(oneCar(25, sign("", 1)))).containsExactly("middle", "out");
  }

  @Test
  void whoWouldHaveToTurnOnTheLastMetresFromAnotherLaneGoesOn() {
    RoadWorld world =
        RoadWorld.on(
                Roads.of(
                    """
                    node w 0 0
                    node a 300 0
                    node n 500 200
                    node b 700 0
                    node e 900 0
                    road in w a lanes 2
                    road middle a b
                    road north a n
                    road down n b
                    road out b e
                    """))
            .tracking(Ride.of("car", "in middle out").from(0, 255, 14))
            .order(1.5, sign("", 1));
    assertThat(driven(world)).containsExactly("middle", "out");
  }

  @Test
  void withoutAnotherWayOneGoesOn() {
    RoadWorld world = oneCar(3, new Sign("round", List.of(), List.of("out"), 1));
    assertThat(driven(world)).containsExactly("middle", "out");
    RoadWorld closed = oneCar(3, sign("", 1)).order(2, new CloseLane("north", -1));
    assertThat(driven(closed)).containsExactly("middle", "out");
  }

  /** Two signs that contradict one another send nobody anywhere. */
  @Test
  void signsThatContradict() {
    RoadWorld world =
        oneCar(3, sign("in", 1), new Sign("back", List.of("in"), List.of("north"), 1));
    assertThat(driven(world)).containsExactly("middle", "out");
  }

  @Test
  void policeFireAndRescueDoNotMindIt() {
    RoadWorld world =
        RoadWorld.on(Roads.TWO_WAYS)
            .tracking(OVER_THE_MIDDLE.by(Types.RESCUE), true)
            .order(3, sign("", 1));
    assertThat(driven(world)).containsExactly("middle", "out");
  }

  @Test
  void takenAwayItLeavesRoutesAsTheyAre() {
    assertThat(driven(oneCar(3, sign("", 1)).order(5, new Sign("round", List.of(), List.of(), 1))))
        .containsExactly("north", "down", "out");
    assertThat(driven(oneCar(0, sign("", 1), new Sign("round", List.of(), List.of(), 1))))
        .containsExactly("middle", "out");
  }

  /** The share that complies is what it should be: within four standard deviations of it. */
  @Test
  void someComply() {
    assertThat(diverted("round", 0.3)).hasSizeBetween(16, 56);
  }

  /** Who complies at a lower probability does so at a higher one; other signs convince others. */
  @Test
  void eachDecidesOnceForEachSign() {
    List<String> few = diverted("round", 0.3);
    assertThat(diverted("round", 0.6)).containsAll(few);
    assertThat(diverted("other", 0.3)).isNotEqualTo(few);
    assertThat(diverted("round", 0.3)).isEqualTo(few);
  }

  private static List<String> diverted(String name, double compliance) {
    RoadWorld world = RoadWorld.on(Roads.TWO_WAYS);
    for (int i = 0; i < MANY; i++) {
      world.departing(Ride.of("car-" + i, "in middle out").at(3 * i));
    }
    world.order(0, new Sign(name, List.of("in"), List.of("middle"), compliance)).runOut(900);
    List<String> diverted = new ArrayList<>();
    world.traffic().trips.stream()
        .filter(trip -> trip.rerouteNo() > 0)
        .forEach(trip -> diverted.add(trip.id()));
    assertThat(world.traffic().arrived).isEqualTo(MANY);
    return diverted;
  }
}
