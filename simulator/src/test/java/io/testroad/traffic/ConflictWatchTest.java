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
import io.testroad.network.Network;
import io.testroad.network.VehicleClass;
import io.testroad.safety.ConflictRules;
import io.testroad.safety.ConflictRules.Scope;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Conflicts of vehicles on the road, against figures worked by hand. */
class ConflictWatchTest {

  private static final double TICK_S = 0.01;
  private static final Network ROAD =
      Roads.of("node a 0 0\nnode b 2000 0\nroad only a b speed 30");
  private static final ConflictRules ALL = ConflictRules.sumo(Scope.ALL);

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

  /** 60 m before it, TTC is 4 s and DRAC 1.875 m/s². */
  @Test
  void firstValuesBeforeAWall() {
    ConflictRules rules = new ConflictRules(Scope.ALL, 4.005, 2, 1e9, 1e9);
    RoadWorld world =
        RoadWorld.on(ROAD)
            .tickMillis(10)
            .watching(rules)
            .departing(Ride.of("wall", "only").by(even(9)).from(0, 565, 0))
            .order(0.01, new Halt("wall", 9, false))
            .order(7.18, new io.testroad.engine.RoadDecision.Remove("wall"))
            .departing(Ride.of("car", "only").by(even(1e5)).at(0.5).from(0, 400, 15));
    world.runTo(30);
    System.out.println(world.events());
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
    world.runUntil(5, w -> w.find("car").isPresent() && w.get("ahead").positionM() - 5 - w.get("car").positionM() <= 40);
    world.order(world.nowS(), new Halt("car", 3, false));
    world.runTo(world.nowS() + 10 / 3.0);
    world.order(world.nowS(), new io.testroad.engine.RoadDecision.Resume("car"));
    world.runTo(12);
    System.out.println(world.events());
  }

  /** The first leaves the crossing point and the second comes 1.35 s later. */
  @Test
  void crossesSoonAfterAnother() {
    RoadWorld world =
        RoadWorld.on(Roads.crossing("priority"))
            .tickMillis(10)
            .watching(new ConflictRules(Scope.ALL, 3, 60, 3, 4))
            .departing(Ride.of("one", "from-west to-east").by(even(1e5)).from(0, 10, 12))
            .departing(Ride.of("two", "from-south to-north").by(even(1e5)).from(0, 10, 10));
    world.runOut(100);
    System.out.println(world.events());
  }
}
