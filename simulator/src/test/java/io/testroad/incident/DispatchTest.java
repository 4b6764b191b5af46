package io.testroad.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.testroad.incident.UnitView.Engagement;
import io.testroad.network.EdgeCosts;
import io.testroad.network.Network;
import io.testroad.network.RoadGraph;
import io.testroad.network.Streets;
import io.testroad.network.VehicleClass;
import io.testroad.protocol.Task;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Cases worked out by hand on a line of roads of 1 km, 10 m/s both ways. */
class DispatchTest {

  private static final Network LINE =
      Streets.of(
          10,
          """
          point n0 0 0
          point n1 1000 0
          point n2 2000 0
          point n3 3000 0
          road east-0 n0 n1 1000
          road east-1 n1 n2 1000
          road east-2 n2 n3 1000
          road west-2 n3 n2 1000
          road west-1 n2 n1 1000
          road west-0 n1 n0 1000""");

  private static final RoadGraph GRAPH = RoadGraph.of(LINE);
  private static final EdgeCosts FREE = GRAPH::freeFlowSeconds;
  private static final List<UnitKind> ANY = List.of();

  private static UnitView unit(String name, UnitKind kind, String road, double positionM) {
    return new UnitView(
        name,
        kind,
        0,
        road,
        positionM,
        Engagement.FREE,
        0,
        Duration.ZERO,
        1,
        VehicleClass.EMERGENCY);
  }

  private static UnitView car(String name, String road, double positionM) {
    return unit(name, UnitKind.PATROL_CAR, road, positionM);
  }

  private static UnitView inRing(UnitView unit, int minutes) {
    return new UnitView(
        unit.name(),
        unit.kind(),
        minutes,
        unit.road(),
        unit.positionM(),
        unit.engagement(),
        unit.priority(),
        unit.turnout(),
        unit.speedFactor(),
        unit.vehicleClass());
  }

  private static UnitView doing(UnitView unit, Engagement engagement, int priority) {
    return new UnitView(
        unit.name(),
        unit.kind(),
        unit.ringMin(),
        unit.road(),
        unit.positionM(),
        engagement,
        priority,
        unit.turnout(),
        unit.speedFactor(),
        unit.vehicleClass());
  }

  private static UnitView paced(UnitView unit, Duration turnout, double speedFactor) {
    return new UnitView(
        unit.name(),
        unit.kind(),
        unit.ringMin(),
        unit.road(),
        unit.positionM(),
        unit.engagement(),
        unit.priority(),
        turnout,
        speedFactor,
        unit.vehicleClass());
  }

  private static DispatchCall secure(int priority, int count) {
    return new DispatchCall("east-2", 500, priority, Task.SECURE, ANY, count);
  }

  private static List<String> names(List<DispatchChoice> choices) {
    return choices.stream().map(choice -> choice.unit().name()).toList();
  }

  private static List<DispatchChoice> choose(
      DispatchSpec spec, DispatchCall call, UnitView... units) {
    return new Dispatch(spec, LINE, GRAPH).choose(call, List.of(units), FREE);
  }

  @Test
  void theSoonestIsSentAlongItsWay() {
    List<DispatchChoice> choices =
        choose(
            DispatchSpec.STANDARD,
            secure(2, 1),
            car("far", "east-0", 0),
            car("near", "east-1", 200),
            car("behind", "east-2", 600));
    DispatchChoice choice = choices.get(0);
    assertThat(names(choices)).containsExactly("near");
    assertThat(choice.roads()).containsExactly("east-1", "east-2");
    // 800 m and 500 m at 10 m/s; who has passed the place turns at the end and again at n2
    assertThat(choice.expectedS()).isCloseTo(130, within(1e-9));
    assertThat(choice.distanceM()).isCloseTo(1300, within(1e-9));
    assertThat(choice.preEmpts()).isFalse();
    assertThat(choice.reason()).isEqualTo("nearest-time: near 130 s 1300 m; +2");
  }

  @Test
  void turnoutAndPaceCount() {
    UnitView near = paced(car("near", "east-1", 200), Duration.ofMinutes(5), 1);
    UnitView fast = paced(car("fast", "east-0", 0), Duration.ZERO, 2);
    List<DispatchChoice> choices = choose(DispatchSpec.STANDARD, secure(2, 2), near, fast);
    assertThat(names(choices)).containsExactly("fast", "near");
    assertThat(choices.get(0).expectedS()).isCloseTo(125, within(1e-9));
    assertThat(choices.get(1).expectedS()).isCloseTo(430, within(1e-9));
  }

  @Test
  void ofEquallySoonUnitsTheFirstIsSent() {
    UnitView one = car("one", "east-1", 200);
    UnitView two = car("two", "east-1", 200);
    assertThat(names(choose(DispatchSpec.STANDARD, secure(2, 1), two, one))).containsExactly("two");
  }

  @Test
  void theCentreSendsByTheTravelTimesItKnows() {
    int jammed = LINE.findEdge("east-1").orElseThrow();
    EdgeCosts costs = edge -> edge == jammed ? 1000 : GRAPH.freeFlowSeconds(edge);
    List<UnitView> units = List.of(car("west", "east-1", 200), car("east", "west-2", 0));
    DispatchCall call = secure(2, 1);
    assertThat(names(new Dispatch(DispatchSpec.STANDARD, LINE, GRAPH).choose(call, units, FREE)))
        .containsExactly("west");
    assertThat(names(new Dispatch(DispatchSpec.STANDARD, LINE, GRAPH).choose(call, units, costs)))
        .containsExactly("east");
    DispatchSpec byWay = DispatchSpec.STANDARD.withRule(DispatchRule.NEAREST_DISTANCE);
    List<DispatchChoice> shortest = new Dispatch(byWay, LINE, GRAPH).choose(call, units, costs);
    assertThat(names(shortest)).containsExactly("west");
    // 0.8 of the jam's 1000 s, and 500 m at 10 m/s
    assertThat(shortest.get(0).expectedS()).isCloseTo(850, within(1e-9));
  }

  @Test
  void onlyWhoCanDoTheTaskIsSent() {
    DispatchCall tow = new DispatchCall("east-2", 500, 2, Task.TOW, ANY, 1);
    UnitView truck = unit("truck", UnitKind.TOW_TRUCK, "east-0", 0);
    assertThat(names(choose(DispatchSpec.STANDARD, tow, car("near", "east-2", 400), truck)))
        .containsExactly("truck");
    DispatchCall byMotorcycle =
        new DispatchCall("east-2", 500, 2, Task.SECURE, List.of(UnitKind.MOTORCYCLE), 1);
    assertThat(choose(DispatchSpec.STANDARD, byMotorcycle, car("near", "east-2", 400))).isEmpty();
  }

  @Test
  void whoIsBusyOrOnAnUnknownRoadIsNotSentWhoIsOnItsWayHomeIs() {
    UnitView busy = doing(car("busy", "east-2", 400), Engagement.BUSY, 0);
    UnitView lost = car("lost", "nowhere", 0);
    UnitView homeward = doing(car("homeward", "east-1", 0), Engagement.HOMEWARD, 0);
    assertThat(names(choose(DispatchSpec.STANDARD, secure(1, 3), busy, lost, homeward)))
        .containsExactly("homeward");
  }

  @Test
  void theRingsAreAskedInTurn() {
    DispatchSpec rings = DispatchSpec.STANDARD.withRule(DispatchRule.RING);
    UnitView five = inRing(car("five", "east-2", 400), 5); // 10 s
    UnitView three = inRing(car("three", "east-1", 0), 3); // 150 s
    UnitView one = inRing(car("one", "east-2", 0), 1); // 50 s
    UnitView slowOne = inRing(car("slow-one", "east-1", 500), 1); // 100 s
    assertThat(names(choose(rings, secure(2, 1), five, three, one))).containsExactly("one");
    assertThat(names(choose(rings, secure(2, 1), five, three, slowOne))).containsExactly("three");
    assertThat(names(choose(rings, secure(2, 1), five, slowOne))).containsExactly("five");
    UnitView slowFive = inRing(paced(five, Duration.ofMinutes(6), 1), 5);
    assertThat(names(choose(rings, secure(2, 1), slowFive, slowOne))).containsExactly("slow-one");
  }

  @Test
  void theReserveIsForPriorityOne() {
    DispatchSpec reserve = DispatchSpec.STANDARD.withReserve(1);
    UnitView one = car("one", "east-2", 400);
    UnitView two = car("two", "east-2", 300);
    assertThat(names(choose(reserve, secure(2, 2), one, two))).containsExactly("one");
    assertThat(choose(reserve, secure(2, 1), one)).isEmpty();
    assertThat(names(choose(reserve, secure(1, 2), one, two))).containsExactly("one", "two");
  }

  @Test
  void aUnitUnderWayToLessIsCalledAwayWhereThatSavesEnough() {
    DispatchSpec calling = DispatchSpec.STANDARD.withPreEmption(Duration.ofSeconds(60));
    UnitView under = doing(car("under", "east-2", 400), Engagement.UNDER_WAY, 3); // 10 s
    UnitView free = car("free", "east-1", 900); // 60 s
    UnitView farther = car("farther", "east-1", 800); // 70 s
    assertThat(names(choose(calling, secure(2, 1), under, free))).containsExactly("free");
    List<DispatchChoice> called = choose(calling, secure(2, 1), under, farther);
    assertThat(names(called)).containsExactly("under");
    assertThat(called.get(0).preEmpts()).isTrue();
    assertThat(called.get(0).reason())
        .isEqualTo(
            "nearest-time: under 10 s 100 m called away from priority 3; farther 70 s 700 m");
    assertThat(names(choose(calling, secure(3, 1), under, farther))).containsExactly("farther");
    assertThat(names(choose(DispatchSpec.STANDARD, secure(1, 1), under, farther)))
        .containsExactly("farther");
    UnitView there = doing(under, Engagement.BUSY, 0);
    assertThat(names(choose(calling, secure(1, 1), there, farther))).containsExactly("farther");
  }

  @Test
  void aDroneFliesStraightAfterItsLaunch() {
    DispatchCall look = new DispatchCall("east-2", 500, 3, Task.OBSERVE, ANY, 1);
    UnitView drone = unit("drone", UnitKind.DRONE, "east-0", 250);
    UnitView car = car("car", "east-1", 500);
    // 2250 m at 15 m/s after 90 s; the car has 1000 m at 10 m/s
    assertThat(names(choose(DispatchSpec.STANDARD, look, drone, car))).containsExactly("car");
    List<DispatchChoice> flown =
        choose(DispatchSpec.STANDARD.withDroneFirst(true), look, drone, car);
    assertThat(names(flown)).containsExactly("drone");
    assertThat(flown.get(0).expectedS()).isCloseTo(90 + 150, within(1e-9));
    assertThat(flown.get(0).roads()).isEmpty();
    UnitView airborne = doing(drone, Engagement.HOMEWARD, 0);
    assertThat(choose(DispatchSpec.STANDARD, look, airborne).get(0).expectedS())
        .isCloseTo(150, within(1e-9));
  }

  @Test
  void severalCallsGetUnitsOfTheirOwn() {
    UnitView engine = unit("engine", UnitKind.FIRE_ENGINE, "east-2", 0);
    UnitView second = unit("second", UnitKind.FIRE_ENGINE, "east-1", 0);
    List<DispatchCall> calls =
        List.of(
            new DispatchCall("east-2", 500, 1, Task.EXTINGUISH, ANY, 1),
            new DispatchCall("east-2", 500, 1, Task.RESCUE, ANY, 1),
            secure(1, 2));
    List<DispatchChoice> choices =
        new Dispatch(DispatchSpec.STANDARD, LINE, GRAPH)
            .chooseAll(calls, List.of(second, engine, car("car", "east-0", 0)), FREE);
    assertThat(choices)
        .extracting(choice -> choice.task().written() + " " + choice.unit().name())
        .containsExactly("extinguish engine", "rescue second", "secure car");
  }

  @Test
  void callsOfOneChoiceAreFromOneIncident() {
    DispatchCall other = new DispatchCall("east-1", 500, 1, Task.TOW, ANY, 1);
    Dispatch dispatch = new Dispatch(DispatchSpec.STANDARD, LINE, GRAPH);
    assertThatThrownBy(() -> dispatch.chooseAll(List.of(secure(1, 1), other), List.of(), FREE))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(dispatch.chooseAll(List.of(), List.of(), FREE)).isEmpty();
    DispatchCall nowhere = new DispatchCall("nowhere", 0, 1, Task.TOW, ANY, 1);
    assertThat(dispatch.choose(nowhere, List.of(), FREE)).isEmpty();
  }

  @Test
  void whoWouldTakeTooLongIsNotLookedFor() {
    DispatchSpec near =
        new DispatchSpec(
            DispatchRule.NEAREST_TIME,
            QueueOrder.FIRST_COME,
            0,
            Optional.empty(),
            false,
            true,
            15,
            Duration.ZERO,
            Duration.ofSeconds(100));
    assertThat(choose(near, secure(1, 1), car("far", "east-0", 0))).isEmpty();
    assertThat(names(choose(near, secure(1, 1), car("near", "east-1", 500))))
        .containsExactly("near");
  }
}
