package io.testroad.actors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.testroad.engine.AgentId;
import io.testroad.engine.Clock;
import io.testroad.engine.Facts;
import io.testroad.engine.Letter;
import io.testroad.engine.Outcome;
import io.testroad.engine.RoadDecision;
import io.testroad.engine.RunBegan;
import io.testroad.protocol.IncidentLetter;
import io.testroad.scenario.Scenario;
import io.testroad.traffic.StateDigest;
import io.testroad.traffic.StepResult;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class TickLedgerTest {

  private static final Scenario TOWN = TestRoads.scenario(TestRoads.TOWN);
  private static final Scenario EMPTY = TestRoads.scenario(TestRoads.EMPTY);
  private static final AgentId WALKER = AgentId.of("walker", "one");
  private static final List<String> IN_ORDER = LedgerCourse.lines(TOWN, replies -> {});

  private final RunLog log = new RunLog();

  @Property(tries = 100)
  void repliesInAnyOrderGiveTheSameRecord(@ForAll long seed) {
    Random random = new Random(seed);
    assertThat(LedgerCourse.lines(TOWN, replies -> Collections.shuffle(replies, random)))
        .isEqualTo(IN_ORDER);
  }

  @Test
  void everythingOfATickIsSorted() {
    assertThat(IN_ORDER.stream().filter(line -> line.startsWith("0 ")))
        .satisfiesExactly(
            line -> assertThat(line).isEqualTo("0 decisions []"),
            line -> assertThat(line).isEqualTo("0 state 3 -3"),
            line -> assertThat(line).isEqualTo("0 sample [0, 1, 2, 7, 8, 9]"),
            line -> assertThat(line).contains("id=car.0.0"),
            line -> assertThat(line).contains("id=car.1.0"),
            line -> assertThat(line).contains("id=car.2.0"),
            line -> assertThat(line).startsWith("0 inboxes {"),
            line -> assertThat(line).startsWith("0 run-started"),
            line -> assertThat(line).startsWith("0 plate-held vehicle:pilot-1"),
            line -> assertThat(line).startsWith("0 plate-held vehicle:pilot-2"),
            line -> assertThat(line).startsWith("0 plate-held vehicle:pilot-3"),
            line -> assertThat(line).startsWith("0 vehicle-stalled vehicle:car.0"),
            line -> assertThat(line).startsWith("0 vehicle-stalled vehicle:car.0"),
            line -> assertThat(line).startsWith("0 vehicle-stalled vehicle:car.1"),
            line -> assertThat(line).startsWith("0 trip-ended walker:w0"),
            line -> assertThat(line).startsWith("0 trip-ended walker:w1"),
            line -> assertThat(line).startsWith("0 trip-ended walker:w2"),
            line -> assertThat(line).startsWith("0 trip-ended walker:w3"));
  }

  @Test
  void decisionsOfAgentsTakeEffectInTheNextTickInOrderOfTheirNames() {
    assertThat(IN_ORDER)
        .filteredOn(line -> line.startsWith("1 decisions"))
        .singleElement()
        .satisfies(
            line ->
                assertThat(line).containsSubsequence("Mps=1.0", "Mps=2.0", "Mps=3.0", "Mps=4.0"));
  }

  @Test
  void theClockJumpsToTheNextLetterWhenTheRoadsAreEmpty() {
    TickLedger ledger = beginning(EMPTY, roads(0, 0, Clock.NEVER), letter(450));
    assertThat(ledger.goOn()).isTrue();
    assertThat(ledger.tick()).isEqualTo(450);
    ledger.roadsAdvanced(List.of(roads(0, 0, Clock.NEVER)));
    assertThat(ledger.deliver(Set.of(WALKER)).get(WALKER)).hasSize(1);
  }

  @Test
  void theClockJumpsToTheNextDepartureOrWhenAllVehiclesRest() {
    TickLedger departing = beginning(EMPTY, roads(0, 0, 77), letter(450));
    assertThat(departing.goOn()).isTrue();
    assertThat(departing.tick()).isEqualTo(77);
    TickLedger resting = beginning(EMPTY, roads(3, 3, Clock.NEVER), letter(450));
    assertThat(resting.goOn()).isTrue();
    assertThat(resting.tick()).isEqualTo(450);
  }

  @Test
  void theClockGoesTickByTickWhileAnythingMovesOrIsDecided() {
    TickLedger moving = beginning(EMPTY, roads(3, 2, Clock.NEVER), letter(450));
    assertThat(moving.goOn()).isTrue();
    assertThat(moving.tick()).isEqualTo(1);
    TickLedger deciding =
        beginning(
            EMPTY,
            roads(0, 0, Clock.NEVER),
            new Director.TurnTaken(
                WALKER,
                0,
                List.of(new RoadDecision.SetWeather(1, 1)),
                List.of(),
                List.of(),
                Facts.empty()));
    assertThat(deciding.goOn()).isTrue();
    assertThat(deciding.tick()).isEqualTo(1);
    assertThat(deciding.takeDecisions()).containsExactly(new RoadDecision.SetWeather(1, 1));
  }

  @Test
  void lettersArriveInTheNextTickAtTheEarliest() {
    TickLedger ledger = beginning(EMPTY, roads(0, 0, Clock.NEVER), letter(-5));
    assertThat(ledger.goOn()).isTrue();
    assertThat(ledger.tick()).isEqualTo(1);
  }

  @Test
  void theRunEndsAtItsLastTick() {
    assertThat(EMPTY.lastTick()).isEqualTo(600);
    TickLedger within = beginning(EMPTY, roads(0, 0, Clock.NEVER), letter(600));
    assertThat(within.goOn()).isTrue();
    assertThat(within.tick()).isEqualTo(600);
    TickLedger beyond = beginning(EMPTY, roads(0, 0, Clock.NEVER), letter(601));
    assertThat(beyond.goOn()).isFalse();
    beyond.end();
    assertThat(beyond.tick()).isEqualTo(600);
  }

  @Test
  void aRunUntilTheRoadsAreEmptyEndsThenEvenIfMailIsWaiting() {
    Scenario untilEmpty = TestRoads.scenario(TestRoads.EMPTY, "duration=until-empty");
    TickLedger empty = beginning(untilEmpty, roads(0, 0, Clock.NEVER), letter(450));
    assertThat(empty.goOn()).isFalse();
    TickLedger departing = beginning(untilEmpty, roads(0, 0, 300), letter(450));
    assertThat(departing.goOn()).isTrue();
    assertThat(departing.tick()).isEqualTo(300);
  }

  @Test
  void theStateIsWantedOnceASecondAndAfterEachJump() {
    TickLedger ledger = beginning(EMPTY, roads(1, 0, Clock.NEVER), letter(450));
    for (int tick = 1; tick <= 10; tick++) {
      assertThat(ledger.goOn()).isTrue();
      assertThat(ledger.wantsDigest()).as("tick %d", tick).isEqualTo(tick == 10);
      assertThat(ledger.wantsSample()).isFalse();
      ledger.roadsAdvanced(List.of(roads(tick == 10 ? 0 : 1, 0, Clock.NEVER)));
      ledger.turnsTaken(List.of());
    }
    assertThat(ledger.goOn()).isTrue();
    assertThat(ledger.tick()).isEqualTo(450);
    assertThat(ledger.wantsDigest()).isTrue();
    assertThat(log.lines()).filteredOn(line -> line.contains(" state ")).hasSize(2);
  }

  @Test
  void aLetterToNobodyIsAFaultOfTheProgram() {
    TickLedger ledger = beginning(EMPTY, roads(0, 0, Clock.NEVER), letter(1));
    assertThat(ledger.goOn()).isTrue();
    assertThatThrownBy(() -> ledger.deliver(Set.of()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("walker:one")
        .hasMessageContaining("TurnedOut");
  }

  /** A ledger after tick 0, in which the roads and one agent did what is given. */
  private TickLedger beginning(
      Scenario scenario, Director.Advanced roads, Director.TurnTaken turn) {
    ScenarioPlan plan = TestRoads.plan(scenario, 1);
    TickLedger ledger = new TickLedger(plan, log, RunObserver.silent());
    assertThat(ledger.takeDecisions()).isEmpty();
    ledger.roadsAdvanced(List.of(roads));
    Set<AgentId> agents = new TreeSet<>();
    plan.agents().forEach(agent -> agents.add(agent.id()));
    assertThat(ledger.deliver(agents).values())
        .hasSameSizeAs(agents)
        .allSatisfy(inbox -> assertThat(inbox.get(0).letter()).isEqualTo(new RunBegan()));
    ledger.turnsTaken(List.of(turn));
    return ledger;
  }

  private static Director.TurnTaken letter(long delay) {
    Letter letter = new IncidentLetter.TurnedOut(1);
    return new Director.TurnTaken(
        WALKER,
        0,
        List.of(),
        List.of(new Outcome.Outgoing(WALKER, delay, letter)),
        List.of(),
        Facts.empty());
  }

  private static Director.Advanced roads(int onRoad, int resting, long nextDue) {
    StepResult result =
        new StepResult(
            List.of(), List.of(), List.of(), onRoad, resting, 0, 0, 0, 0, List.of(), nextDue);
    return new Director.Advanced(0, 0, result, new StateDigest(1, 2), null);
  }
}
