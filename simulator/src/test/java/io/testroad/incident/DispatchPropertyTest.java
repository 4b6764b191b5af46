package io.testroad.incident;

import static org.assertj.core.api.Assertions.assertThat;

import io.testroad.engine.RandomStream;
import io.testroad.incident.UnitView.Engagement;
import io.testroad.network.Edge;
import io.testroad.network.EdgeCosts;
import io.testroad.network.GridNetwork;
import io.testroad.network.Network;
import io.testroad.network.ReachTimes;
import io.testroad.network.RoadGraph;
import io.testroad.network.VehicleClass;
import io.testroad.protocol.Task;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** What holds of every choice, on a grid with travel times and units drawn at random. */
class DispatchPropertyTest {

  private static final Network GRID = new GridNetwork(6, 5, 150, 1, 12, false).generate();
  private static final RoadGraph GRAPH = RoadGraph.of(GRID);
  private static final List<Edge> ROADS = GRID.edges().stream().filter(Edge::isRoad).toList();
  private static final UnitKind[] KINDS = {
    UnitKind.PATROL_CAR, UnitKind.MOTORCYCLE, UnitKind.DRONE, UnitKind.TOW_TRUCK
  };
  private static final int[] RINGS = {0, 1, 3, 5};

  /** Units and travel times of a seed. */
  private static final class World {
    private final EdgeCosts costs;
    private final RandomStream chance;
    private final List<UnitView> units = new ArrayList<>();
    private long drawn;

    World(int seed, int count) {
      chance = RandomStream.of(seed, "world");
      RandomStream pace = RandomStream.of(seed, "pace");
      costs = edge -> GRAPH.freeFlowSeconds(edge) * (1 + 4 * pace.uniform(edge));
      for (int i = 0; i < count; i++) {
        units.add(unit(i));
      }
    }

    private double uniform() {
      return chance.uniform(drawn++);
    }

    private int below(int bound) {
      return (int) (uniform() * bound);
    }

    private UnitView unit(int number) {
      Edge road = ROADS.get(below(ROADS.size()));
      Engagement engagement = Engagement.values()[below(4)];
      return new UnitView(
          "unit-" + number,
          KINDS[below(KINDS.length)],
          RINGS[below(RINGS.length)],
          road.id(),
          uniform() * GRID.lengthM(road.index()),
          engagement,
          engagement == Engagement.UNDER_WAY ? 1 + below(4) : 0,
          Duration.ofMillis(below(120_000)),
          1 + uniform(),
          VehicleClass.EMERGENCY);
    }

    private DispatchCall call(Task task, int priority, int count) {
      Edge road = ROADS.get((int) (chance.uniform(1_000_000) * ROADS.size()));
      return new DispatchCall(road.id(), 20, priority, task, List.of(), count);
    }

    private DispatchSpec spec(boolean droneFirst) {
      DispatchRule rule = DispatchRule.values()[below(3)];
      DispatchSpec spec =
          DispatchSpec.STANDARD.withRule(rule).withReserve(below(3)).withDroneFirst(droneFirst);
      return uniform() < 0.5 ? spec : spec.withPreEmption(Duration.ofSeconds(below(90)));
    }

    private Optional<DispatchChoice> first(DispatchSpec spec, DispatchCall call) {
      return new Dispatch(spec, GRID, GRAPH).choose(call, units, costs).stream().findFirst();
    }
  }

  @Property(tries = 400)
  void raisingThePriorityNeverGetsALaterUnit(
      @ForAll @IntRange(max = 100_000) int seed, @ForAll @IntRange(max = 12) int count) {
    World world = new World(seed, count);
    DispatchSpec spec = world.spec(seed % 2 == 0);
    Task task = seed % 3 == 0 ? Task.OBSERVE : Task.SECURE;
    double last = Double.POSITIVE_INFINITY;
    for (int priority = 4; priority >= 1; priority--) {
      double arrival =
          world
              .first(spec, world.call(task, priority, 1))
              .map(DispatchChoice::expectedS)
              .orElse(Double.POSITIVE_INFINITY);
      assertThat(arrival).as("priority %d", priority).isLessThanOrEqualTo(last);
      last = arrival;
    }
  }

  @Property(tries = 400)
  void aNearerFreeCapableUnitIsNeverPassedOver(
      @ForAll @IntRange(max = 100_000) int seed, @ForAll @IntRange(max = 12) int count) {
    World world = new World(seed, count);
    DispatchCall call = world.call(Task.SECURE, 2, 1);
    double soonest = Double.POSITIVE_INFINITY;
    ReachTimes reach = new ReachTimes(GRID, GRAPH);
    int place = GRID.findEdge(call.road()).orElseThrow();
    reach.beginQuickest(place, call.positionM(), VehicleClass.EMERGENCY, world.costs);
    reach.widen(100_000);
    for (UnitView unit : world.units) {
      if (unit.isFree() && unit.kind().can(Task.SECURE)) {
        int road = GRID.findEdge(unit.road()).orElseThrow();
        double driving = reach.secondsFrom(road, unit.positionM()) / unit.speedFactor();
        soonest = Math.min(soonest, unit.turnout().toMillis() / 1000.0 + driving);
      }
    }
    Optional<DispatchChoice> choice = world.first(DispatchSpec.STANDARD, call);
    assertThat(choice.map(DispatchChoice::expectedS).orElse(Double.POSITIVE_INFINITY))
        .isEqualTo(soonest);
  }

  @Property(tries = 200)
  void theOrderOfUnitsDoesNotMatter(
      @ForAll @IntRange(max = 100_000) int seed, @ForAll @IntRange(max = 12) int count) {
    World world = new World(seed, count);
    DispatchSpec spec = world.spec(seed % 2 == 0);
    DispatchCall call = world.call(seed % 3 == 0 ? Task.OBSERVE : Task.SECURE, 2, 3);
    Dispatch dispatch = new Dispatch(spec, GRID, GRAPH);
    List<DispatchChoice> choices = dispatch.choose(call, world.units, world.costs);
    List<UnitView> shuffled = new ArrayList<>(world.units);
    Collections.shuffle(shuffled, new Random(seed));
    assertThat(dispatch.choose(call, shuffled, world.costs)).isEqualTo(choices);
  }
}
