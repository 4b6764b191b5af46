package io.testroad.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.testroad.demand.VehicleType.Model;
import io.testroad.engine.Event;
import io.testroad.engine.EventType;
import io.testroad.engine.Percept;
import io.testroad.engine.RoadDecision.CutIn;
import io.testroad.engine.RoadDecision.Distract;
import io.testroad.engine.RoadDecision.Halt;
import io.testroad.engine.RoadDecision.Obstruct;
import io.testroad.engine.RoadDecision.Remove;
import io.testroad.network.Network;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Crashes of drivers who do not look. */
class MishapTest {

  private static final Network TWO = Roads.of("node a 0 0\nnode b 1000 0\nroad only a b lanes 2");

  private static Event only(RoadWorld world) {
    List<Event> collisions = world.events(EventType.COLLISION);
    assertThat(collisions).as(world.state()).hasSize(1);
    return collisions.get(0);
  }

  private static double fact(Event event, String name) {
    return (Double) event.attributes().find(name);
  }

  @Test
  void whoDoesNotLookRunsIntoOneWhoStands() {
    Network road = Roads.of("node a 0 0\nnode b 1000 0\nroad only a b");
    RoadWorld world =
        RoadWorld.on(road)
            .tracking(Ride.of("wall", "only").from(-1, 400, 0))
            .order(0.2, new Halt("wall", 9, false))
            .tracking(Ride.of("car", "only").at(1).from(-1, 10, 0))
            .order(15, new Distract("car", 30))
            .runTo(60);
    Event collision = only(world);
    assertThat(collision.attributes().find("kind")).isEqualTo("rear-end");
    assertThat(fact(collision, "closingSpeedMps")).isCloseTo(15, within(0.2));
    assertThat(world.percepts("car", Percept.Collided.class)).hasSize(1);
    assertThat(world.percepts("wall", Percept.Collided.class)).hasSize(1);
    assertThat(world.get("car").speedMps()).isZero();
    assertThat(world.get("wall").speedMps()).isZero();
    world.departing().order(60, new Remove("car"), new Remove("wall")).runOut(100);
  }

  /** A load of 10 t, as kernel obstacles are: a car of 1.5 t loses 15·10/11.5 m/s. */
  @Test
  void whatLiesThereIsRunInto() {
    RoadWorld world =
        RoadWorld.on(Roads.of("node a 0 0\nnode b 1000 0\nroad only a b"))
            .order(0, new Obstruct("load", "only", 0, 400, 2))
            .departing(Ride.of("car", "only").from(0, 100, 15))
            .order(1, new Distract("car", 60))
            .runTo(60);
    Event collision = only(world);
    assertThat(collision.subject()).isEqualTo("vehicle:car");
    assertThat(collision.attributes().find("other")).isEqualTo("obstacle:load");
    assertThat(fact(collision, "deltaVMps")).isCloseTo(15 * 10 / 11.5, within(0.01));
    assertThat(world.get("car").speedMps()).isZero();
  }

  @Test
  void whoLooksInTimeDoesNot() {
    RoadWorld world =
        RoadWorld.on(Roads.of("node a 0 0\nnode b 1000 0\nroad only a b"))
            .departing(Ride.of("wall", "only").from(0, 400, 0))
            .order(0.2, new Halt("wall", 9, false))
            .departing(Ride.of("car", "only").at(1).from(0, 10, 10))
            .order(5, new Distract("car", 5))
            .runTo(60);
    assertThat(world.traffic().collisions).isZero();
    assertThat(world.get("car").positionM()).isLessThan(395);
  }

  /** Alongside at 15 m/s both: they differ by the 1.75 m/s across; each blocks its own lane. */
  @Test
  void alongsideTheyScrape() {
    RoadWorld world =
        RoadWorld.on(TWO)
            .departing(
                Ride.of("left", "only").from(1, 102, 15), Ride.of("right", "only").from(0, 100, 15))
            .order(0.5, new CutIn("left", 0))
            .runTo(20);
    Event collision = only(world);
    assertThat(collision.subject()).isEqualTo("vehicle:left");
    assertThat(collision.attributes().find("kind")).isEqualTo("lane-change");
    assertThat(fact(collision, "closingSpeedMps")).isCloseTo(1.75, within(0.01));
    assertThat(world.isOn("left", "only", 1)).isTrue();
    assertThat(world.isOn("right", "only", 0)).isTrue();
    assertThat(world.get("left").speedMps()).isZero();
    assertThat(world.get("right").speedMps()).isZero();
  }

  /**
   * 5 m ahead of one who is 10 m/s faster and brakes at 9 m/s²: √(10² − 2·9·5) = 3.2 m/s are left,
   * and the 1.75 m/s across.
   */
  @ParameterizedTest
  @ValueSource(longs = {100, 1000})
  void cutsOffOneWhoIsFaster(long tickMillis) {
    RoadWorld world =
        RoadWorld.on(TWO)
            .tickMillis(tickMillis)
            .departing(
                Ride.of("slow", "only").by(Types.SLOW).from(0, 200, 5),
                Ride.of("fast", "only").from(1, 145, 15))
            .runUntil(
                30,
                w ->
                    w.nowS() > 1
                        && w.get("slow").positionM() - 5 - w.get("fast").positionM() < 5.1);
    world.order(world.nowS(), new CutIn("slow", 1)).runTo(20);
    Event collision = only(world);
    assertThat(collision.subject()).isEqualTo("vehicle:fast");
    assertThat(collision.attributes().find("kind")).isEqualTo("lane-change");
    if (tickMillis == 100) {
      double closing = Math.sqrt(100 - 2 * 9 * 5);
      assertThat(fact(collision, "closingSpeedMps"))
          .isCloseTo(Math.hypot(closing, 1.75), within(0.4));
    }
    assertThat(world.get("slow").speedMps()).isZero();
    assertThat(world.get("fast").speedMps()).isZero();
  }

  /** One passes a red light at 15 m/s, another at green; at a right angle. */
  @ParameterizedTest
  @CsvSource({"priority, 100", "priority, 500", "right_before_left, 100"})
  void crossing(String kind, long tickMillis) {
    RoadWorld world =
        RoadWorld.on(Roads.crossing(kind))
            .tickMillis(tickMillis)
            .departing(
                Ride.of("west", "from-west to-east").from(0, 100, 15),
                Ride.of("south", "from-south to-north").from(0, 100, 15))
            .order(1, new Distract("west", 30), new Distract("south", 30))
            .runTo(40);
    Event collision = only(world);
    assertThat(collision.attributes().find("kind")).isEqualTo("crossing");
    assertThat(fact(collision, "angleDeg")).isCloseTo(90, within(1.0));
    assertThat(fact(collision, "closingSpeedMps")).isCloseTo(15 * Math.sqrt(2), within(0.2));
    assertThat(world.get("west").speedMps()).isZero();
    assertThat(world.get("south").speedMps()).isZero();
  }

  /** An ordinary stream behind two who crash: it brakes and stands; nobody else collides. */
  @ParameterizedTest
  @CsvSource({
    "IDM, 15, 100",
    "KRAUSS, 15, 100",
    "IDM, 33, 100",
    "KRAUSS, 33, 100",
    "ACC, 33, 100",
    "IIDM, 33, 100",
    "KRAUSS, 15, 1000",
    "IDM, 15, 1000"
  })
  void thoseBehindBrake(Model model, double speedMps, long tickMillis) {
    Network road = Roads.of("node a 0 0\nnode b 3000 0\nroad only a b speed " + speedMps);
    RoadWorld world = RoadWorld.on(road).tickMillis(tickMillis);
    for (int i = 0; i < 30; i++) {
      world.departing(Ride.of("car-" + i, "only").by(Types.various("various", model)).at(2 * i));
    }
    world.order(55, new Halt("car-2", 9, false), new Distract("car-3", 10)).runTo(160);
    assertThat(only(world).subject()).isEqualTo("vehicle:car-3");
    assertThat(Overlaps.of(world.traffic())).hasSizeLessThan(2);
  }
}
