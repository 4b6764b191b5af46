package io.testroad.actors;

import akka.actor.typed.ActorRef;
import akka.actor.typed.Behavior;
import akka.actor.typed.ChildFailed;
import akka.actor.typed.DispatcherSelector;
import akka.actor.typed.javadsl.AbstractBehavior;
import akka.actor.typed.javadsl.ActorContext;
import akka.actor.typed.javadsl.Behaviors;
import akka.actor.typed.javadsl.Receive;
import io.testroad.engine.Agent;
import io.testroad.engine.AgentId;
import io.testroad.engine.Clock;
import io.testroad.engine.Event;
import io.testroad.engine.Facts;
import io.testroad.engine.Mail;
import io.testroad.engine.Outcome;
import io.testroad.engine.RoadDecision;
import io.testroad.traffic.Region;
import io.testroad.traffic.Sample;
import io.testroad.traffic.StateDigest;
import io.testroad.traffic.StepResult;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the tick: advances the roads, wakes the agents that have mail, gathers what they decide,
 * and goes on to the next tick at which anything can happen.
 *
 * <p>Order within a tick: the roads advance with the decisions made before; then every agent with
 * mail due takes one turn; then expectations and script conditions see what happened. Replies may
 * arrive in any order; {@link TickLedger} sorts before anything is handled.
 */
final class Director extends AbstractBehavior<Director.Command> {

  /** What the director understands. */
  sealed interface Command extends Wire {}

  /** Begin the run. */
  record Begin() implements Command {}

  /** A region has advanced to a tick. */
  record Advanced(
      int region,
      long tick,
      StepResult result,
      @Nullable StateDigest digest,
      @Nullable Sample sample)
      implements Command {}

  /** An agent has taken its turn. */
  record TurnTaken(
      AgentId agent,
      long tick,
      List<RoadDecision> decisions,
      List<Outcome.Outgoing> outbox,
      List<Event> events,
      Facts facts)
      implements Command {}

  /** End the run after the tick under way. */
  record Interrupt() implements Command {}

  private final TickLedger ledger;
  private final CompletableFuture<RunStatus> ended;
  private final List<ActorRef<TrafficRegion.Command>> regions = new ArrayList<>();
  private final SortedMap<AgentId, ActorRef<AgentHost.Command>> agents = new TreeMap<>();
  private final List<Advanced> advanced = new ArrayList<>();
  private final List<TurnTaken> turns = new ArrayList<>();
  private int turnsAwaited;
  private boolean interrupted;

  private Director(
      ActorContext<Command> context,
      List<Region> roads,
      List<Agent<?>> agents,
      Clock clock,
      TickLedger ledger,
      CompletableFuture<RunStatus> ended) {
    super(context);
    this.ledger = ledger;
    this.ended = ended;
    for (Region region : roads) {
      var actor =
          context.spawn(
              TrafficRegion.create(region),
              "region-" + region.index(),
              DispatcherSelector.fromConfig("testroad.regions-dispatcher"));
      context.watch(actor);
      regions.add(actor);
    }
    regions.forEach(region -> region.tell(new TrafficRegion.Meet(regions)));
    int number = 0;
    for (Agent<?> agent : agents) {
      var actor = context.spawn(AgentHost.create(agent, clock), "agent-" + number++);
      context.watch(actor);
      this.agents.put(agent.id(), actor);
    }
  }

  /**
   * A director of a run.
   *
   * @param roads the kernel's regions, in order of their number
   * @param agents all agents
   * @param ledger what is pending and what goes on record
   * @param ended completed when the run has ended, exceptionally on the program's own fault
   */
  static Behavior<Command> create(
      List<Region> roads,
      List<Agent<?>> agents,
      Clock clock,
      TickLedger ledger,
      CompletableFuture<RunStatus> ended) {
    return Behaviors.setup(context -> new Director(context, roads, agents, clock, ledger, ended));
  }

  @Override
  public Receive<Command> createReceive() {
    return newReceiveBuilder()
        .onMessage(Begin.class, command -> guarded(this::advanceRoads))
        .onMessage(Advanced.class, command -> guarded(() -> onAdvanced(command)))
        .onMessage(TurnTaken.class, command -> guarded(() -> onTurnTaken(command)))
        .onMessage(Interrupt.class, command -> onInterrupt())
        .onSignal(ChildFailed.class, this::onChildFailed)
        .build();
  }

  private Behavior<Command> guarded(Runnable action) {
    try {
      action.run();
    } catch (RuntimeException | AssertionError cause) {
      ended.completeExceptionally(
          cause instanceof SimulationFault
              ? cause
              : new SimulationFault("director", ledger.tick(), "the tick's replies", cause));
    }
    return ended.isDone() ? Behaviors.stopped() : this;
  }

  private Behavior<Command> onInterrupt() {
    interrupted = true;
    return this;
  }

  private Behavior<Command> onChildFailed(ChildFailed failure) {
    Throwable cause = failure.cause();
    ended.completeExceptionally(
        cause instanceof SimulationFault
            ? cause
            : new SimulationFault(
                nameOf(failure.getRef()), ledger.tick(), "its start or a command", cause));
    return Behaviors.stopped();
  }

  private String nameOf(ActorRef<Void> child) {
    return agents.entrySet().stream()
        .filter(agent -> agent.getValue().path().equals(child.path()))
        .map(agent -> agent.getKey().value())
        .findFirst()
        .orElse(child.path().name());
  }

  private void advanceRoads() {
    advanced.clear();
    List<RoadDecision> decisions = ledger.takeDecisions();
    for (ActorRef<TrafficRegion.Command> region : regions) {
      region.tell(
          new TrafficRegion.Advance(
              ledger.tick(),
              decisions,
              ledger.wantsDigest(),
              ledger.wantsSample(),
              getContext().getSelf()));
    }
  }

  private void onAdvanced(Advanced reply) {
    advanced.add(reply);
    if (advanced.size() == regions.size()) {
      ledger.roadsAdvanced(advanced);
      wakeAgents();
    }
  }

  private void wakeAgents() {
    turns.clear();
    SortedMap<AgentId, List<Mail>> inboxes = ledger.deliver(agents.keySet());
    turnsAwaited = inboxes.size();
    inboxes.forEach(
        (agent, inbox) ->
            java.util.Objects.requireNonNull(agents.get(agent))
                .tell(new AgentHost.TakeTurn(ledger.tick(), inbox, getContext().getSelf())));
    if (turnsAwaited == 0) {
      endTick();
    }
  }

  private void onTurnTaken(TurnTaken reply) {
    turns.add(reply);
    if (turns.size() == turnsAwaited) {
      endTick();
    }
  }

  private void endTick() {
    ledger.turnsTaken(turns);
    if (interrupted) {
      ended.complete(RunStatus.INTERRUPTED);
    } else if (ledger.goOn()) {
      advanceRoads();
    } else {
      ledger.end();
      ended.complete(RunStatus.COMPLETED);
    }
  }
}
