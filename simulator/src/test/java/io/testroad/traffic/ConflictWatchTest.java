package io.testroad.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.testroad.demand.VehicleType;
import io.testroad.demand.VehicleType.LaneChange;
import io.testroad.demand.VehicleType.Model;
import io.testroad.demand.VehicleType.SpeedFactor;
import io.testroad.engine.Event;
import io.testroad.engine.EventType;
import io.testroad.engine.RoadDecision.Halt;
import io.testroad.engine.RoadDecision.Remove;
import io.testroad.engine.RoadDecision.Resume;
import io.testroad.network.Network;
import io.testroad.network.VehicleClass;
import io.testroad.safety.ConflictRules;
import io.testroad.safety.ConflictRules.Scope;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Conflicts of vehicles on the road, against figures worked by hand. */
class ConflictWatchTest {

  private static final double TICK_S = 0.01;
  private static final Network ROAD = Roads.of("node a 0 0\nnode b 2000 0\nroad only a b speed 30");

  /** A vehicle of 5 m that drives evenly and brakes as hard as told. */
  private static VehicleType even(double decelMps2) {
    return new VehicleType(
        "even" + decelMps2,
        VehicleClass.PASSENGER,
        Model.KRAUSS,
        5,
        1.8,
        0,
        55,
        1e-9,
        decelMps2,
        decelMps2,
        0.01,
        0,
        4,
        new SpeedFactor(1, 0, 1, 1),
        new LaneChange(0, 0, 0, 0),
        0,
        1500);
  }

  private static double number(Event event, String name) {
    return (Double) java.util.Objects.requireNonNull(event.attributes().find(name));
  }

  /** 15 m/s at a wall 60 m off: TTC 4 s, DRAC 1.875; TET(1.5) 1.5 s, TIT(1.5) 1.125 s². */
  @Test
  void runsIntoAWall() {
    ConflictRules rules = new ConflictRules(Scope.ALL, 1.5, 2, 1e9, 1e9);
    RoadWorld world =
        RoadWorld.on(ROAD)
            .tickMillis(10)
            .watching(rules)
            .departing(Ride.of("wall", "only").by(even(9)).from(0, 565, 0))
            .order(0.01, new Halt("wall", 9, false))
            .departing(Ride.of("car", "only").by(even(1e5)).at(0.5).from(0, 400, 15));
    world.runTo(20);
    Event conflict = world.events(EventType.CONFLICT).get(0);
    assertThat(conflict.subject()).isEqualTo("vehicle:car");
    assertThat(conflict.attributes().find("kind")).isEqualTo("rear-end");
    assertThat(number(conflict, "tetS")).isCloseTo(1.5, within(2 * TICK_S));
    assertThat(number(conflict, "titS2")).isCloseTo(1.125, within(0.02));
    assertThat(world.traffic().collisions).isLessThanOrEqualTo(1);
  }

  /** 60 m before a wall that is then taken away: TTC 4 s, DRAC 1.875 m/s². */
  @Test
  void needsLessThanTwoMetresPerSecondSquared() {
    ConflictRules rules = new ConflictRules(Scope.ALL, 5, 2, 1e9, 1e9);
    RoadWorld world =
        RoadWorld.on(ROAD)
            .tickMillis(10)
            .watching(rules)
            .departing(Ride.of("wall", "only").by(even(9)).from(0, 565, 0))
            .order(0.01, new Halt("wall", 9, false))
            .departing(Ride.of("car", "only").by(even(1e5)).at(0.5).from(0, 400, 15))
            .runUntil(20, w -> w.find("car").map(c -> c.positionM() >= 499.99).orElse(false));
    world.step();
    world.order(world.nowS(), new Remove("wall")).runTo(world.nowS() + 2);
    Event conflict = world.events(EventType.CONFLICT).get(0);
    assertThat(number(conflict, "ttcS")).isCloseTo(4, within(2 * TICK_S));
    assertThat(number(conflict, "dracMps2")).isCloseTo(1.875, within(0.01));
  }

  /** 20 v 10 m/s, gap 50, brakes 3 m/s² after 1 s: least TTC 4 s, most DRAC 1.25, TET(5) 2.406. */
  @Test
  void comesUpAndBrakes() {
    ConflictRules rules = new ConflictRules(Scope.ALL, 5, 2, 1e9, 2.9);
    RoadWorld world =
        RoadWorld.on(ROAD)
            .tickMillis(10)
            .watching(rules)
            .departing(Ride.of("ahead", "only").by(even(1e5)).from(0, 155, 10))
            .departing(Ride.of("car", "only").by(even(1e5)).from(0, 100, 20));
    world.runUntil(5, w -> gap(w) <= 40.05);
    world.order(world.nowS(), new Halt("car", 3, false));
    world.runTo(world.nowS() + 10 / 3.0);
    assertThat(gap(world)).isCloseTo(70 / 3.0, within(0.2));
    world.order(world.nowS(), new Resume("car")).runTo(12);
    Event conflict = world.events(EventType.CONFLICT).get(0);
    assertThat(number(conflict, "ttcS")).isCloseTo(4, within(2 * TICK_S));
    assertThat(number(conflict, "dracMps2")).isCloseTo(1.25, within(0.005));
    assertThat(number(conflict, "tetS")).isCloseTo(2.406, within(2 * TICK_S));
    assertThat(number(conflict, "titS2")).isCloseTo(1.420, within(0.02));
    Event braking = world.events(EventType.HARD_BRAKING).get(0);
    assertThat(number(braking, "decelerationMps2")).isCloseTo(3, within(1e-6));
    assertThat(number(braking, "durationS")).isCloseTo(10 / 3.0, within(2 * TICK_S));
    assertThat(number(braking, "speedMps")).isCloseTo(20, within(1e-6));
  }

  private static double gap(RoadWorld world) {
    if (world.find("car").isEmpty()) {
      return Double.POSITIVE_INFINITY;
    }
    return world.get("ahead").positionM() - 5 - world.get("car").positionM();
  }

  /** One leaves the crossing point at 12.40 s, two reaches it at 13.75 s: PET 1.35 s. */
  @Test
  void crossesSoonAfterAnother() {
    Network network = Roads.crossing("priority");
    RoadTables tables = RoadTables.of(network);
    int west = inside(tables, "from-west", "to-east");
    int south = inside(tables, "from-south", "to-north");
    double oneM = way(tables, west, south);
    double twoM = way(tables, south, west);
    RoadWorld world =
        RoadWorld.on(network)
            .tickMillis(10)
            .watching(new ConflictRules(Scope.ALL, 3, 2, 3, 4))
            .departing(
                Ride.of("one", "from-west to-east")
                    .by(even(1e5))
                    .from(0, oneM + 5 - 12.40 * 12, 12),
                Ride.of("two", "from-south to-north").by(even(1e5)).from(0, twoM - 13.75 * 12, 12))
            .runOut(100);
    assertThat(world.events(EventType.CONFLICT)).hasSize(1);
    Event conflict = world.events(EventType.CONFLICT).get(0);
    assertThat(conflict.subject()).isEqualTo("vehicle:two");
    assertThat(conflict.attributes().find("kind")).isEqualTo("crossing");
    assertThat(number(conflict, "petS")).isCloseTo(1.35, within(TICK_S));
  }

  private static int inside(RoadTables tables, String from, String to) {
    int lane = tables.firstLane[tables.network.findEdge(from).orElseThrow()];
    for (int link = tables.linkStart[lane]; link < tables.linkStart[lane + 1]; link++) {
      if (tables.network.edges().get(tables.edgeOf[tables.linkTo[link]]).id().equals(to)) {
        return tables.linkNext[link];
      }
    }
    throw new AssertionError(from + " does not lead to " + to);
  }

  /** From the beginning of the road to the point where a path crosses another, m. */
  private static double way(RoadTables tables, int lane, int other) {
    for (int k = 0; k < tables.crossLane[lane].length; k++) {
      if (tables.crossLane[lane][k] == other) {
        return tables.lengthM[tables.previous[lane][0]] + tables.crossOwnM[lane][k];
      }
    }
    throw new AssertionError("the paths do not cross");
  }

  @Test
  void onlyThoseAskedForAreWatched() {
    for (Scope scope : Scope.values()) {
      RoadWorld world =
          RoadWorld.on(ROAD)
              .watching(ConflictRules.sumo(scope))
              .departing(Ride.of("ahead", "only").from(0, 155, 10))
              .departing(Ride.of("car", "only").by(Types.KRAUSS).from(0, 100, 20))
              .order(4, new Halt("ahead", 9, false))
              .order(20, new Resume("ahead"))
              .runOut(200);
      List<Event> braking = world.events(EventType.HARD_BRAKING);
      if (scope == Scope.ALL) {
        assertThat(braking).isNotEmpty();
        assertThat(world.events(EventType.CONFLICT)).isNotEmpty();
      } else {
        assertThat(braking).isEmpty();
        assertThat(world.events(EventType.CONFLICT)).isEmpty();
      }
    }
  }
}
