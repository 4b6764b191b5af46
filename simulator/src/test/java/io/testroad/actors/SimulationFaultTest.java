package io.testroad.actors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import akka.actor.typed.ActorSystem;
import io.testroad.engine.Agent;
import io.testroad.engine.AgentId;
import io.testroad.engine.Event;
import io.testroad.engine.Outcome;
import io.testroad.engine.RoadDecision;
import io.testroad.record.RunSink;
import io.testroad.scenario.Scenario;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A fault of the program ends the run and says where and when; nobody waits for ever. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SimulationFaultTest {

  private static final Scenario EMPTY = TestRoads.scenario(TestRoads.EMPTY);
  private static final Scenario TOWN = TestRoads.scenario(TestRoads.TOWN);

  @Test
  void ofAnAgent() {
    assertThat(faultOf(out -> fail(new IllegalStateException("no idea"))))
        .isInstanceOf(SimulationFault.class)
        .hasMessageContainingAll("at tick 7", "SeatFree", "no idea")
        .hasMessageStartingWith(faultyId().value() + " failed")
        .hasRootCauseInstanceOf(IllegalStateException.class);
  }

  @Test
  void ofAnAgentThatFailsAnAssertion() {
    assertThat(faultOf(out -> fail(new AssertionError("never"))))
        .isInstanceOf(SimulationFault.class)
        .hasMessageContainingAll("at tick 7", "SeatFree", "never")
        .hasMessageStartingWith(faultyId().value() + " failed");
  }

  @Test
  void ofARegion() {
    assertThat(faultOf(out -> out.decide(new RoadDecision.CapSpeed("nobody", 1))))
        .isInstanceOf(SimulationFault.class)
        .hasMessageStartingWith("traffic region ")
        .hasMessageContainingAll("at tick 8", "Advance", "no vehicle nobody");
  }

  @Test
  void ofALetterToNobody() {
    AgentId nobody = AgentId.of("nobody", "at-all");
    assertThat(faultOf(out -> out.post(nobody, new io.testroad.engine.RunBegan())))
        .isInstanceOf(SimulationFault.class)
        .hasMessageStartingWith("director failed at tick 8")
        .hasMessageContaining("no agent nobody:at-all");
  }

  @Test
  void ofAnAgentThatCanNotEvenBegin() {
    Agent<?> faulty =
        new FaultyAgent(faultyId(), () -> fail(new IllegalStateException("stillborn")), out -> {});
    assertThat(faultOf(faulty))
        .isInstanceOf(SimulationFault.class)
        .hasMessageStartingWith(faultyId().value() + " failed at tick 0")
        .hasMessageContaining("stillborn");
  }

  @Test
  void ofTheRecord() {
    RunSink full =
        new RunLog() {
          @Override
          public void events(long tick, List<Event> events) {
            if (tick > 20) {
              throw new IllegalStateException("the disk is full");
            }
          }
        };
    RunOptions options = new RunOptions(2, Duration.ZERO);
    try (Simulation simulation = Simulation.start(TOWN, options, full, RunObserver.silent())) {
      assertThatThrownBy(simulation::await)
          .isInstanceOf(CompletionException.class)
          .cause()
          .isInstanceOf(SimulationFault.class)
          .hasMessageStartingWith("director failed at tick ")
          .hasMessageContaining("the disk is full");
    }
  }

  @Test
  void aRunThatIsClosedBeforeItsEndKeepsNobodyWaiting() {
    Scenario endless = TestRoads.scenario(TestRoads.TOWN, "duration=30 h");
    RunOptions options = new RunOptions(2, Duration.ZERO);
    Simulation simulation = Simulation.start(endless, options, new RunLog(), RunObserver.silent());
    simulation.close();
    assertThatThrownBy(simulation::await).isInstanceOf(CompletionException.class);
  }

  private static void fail(RuntimeException fault) {
    throw fault;
  }

  private static void fail(Error fault) {
    throw fault;
  }

  private static AgentId faultyId() {
    return TestRoads.plan(EMPTY, 1).agents().get(0).id();
  }

  private static Throwable faultOf(Consumer<Outcome.Builder> amiss) {
    return faultOf(new FaultyAgent(faultyId(), () -> {}, amiss));
  }

  /** What a run ends with in which an agent takes the place of another. */
  private static Throwable faultOf(Agent<?> faulty) {
    ScenarioPlan plan = TestRoads.plan(EMPTY, 2);
    List<Agent<?>> agents = new ArrayList<>(plan.agents());
    agents.replaceAll(agent -> agent.id().equals(faulty.id()) ? faulty : agent);
    CompletableFuture<RunStatus> ended = new CompletableFuture<>();
    TickLedger ledger = new TickLedger(plan, new RunLog(), RunObserver.silent());
    ActorSystem<Director.Command> system =
        ActorSystem.create(
            Director.create(plan.regions(), agents, EMPTY.clock(), ledger, ended), "faulty");
    try {
      system.tell(new Director.Begin());
      assertThat(ended).failsWithin(Duration.ofSeconds(20)).withThrowableThat().isNotNull();
      return ended.handle((status, fault) -> fault).join();
    } finally {
      system.terminate();
    }
  }
}
