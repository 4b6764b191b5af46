package io.testroad.actors;

import akka.actor.typed.ActorRef;
import akka.actor.typed.Behavior;
import akka.actor.typed.javadsl.AbstractBehavior;
import akka.actor.typed.javadsl.ActorContext;
import akka.actor.typed.javadsl.Behaviors;
import akka.actor.typed.javadsl.Receive;
import io.testroad.engine.Agent;
import io.testroad.engine.Clock;
import io.testroad.engine.Mail;
import io.testroad.engine.Outcome;
import io.testroad.engine.Turn;
import java.util.List;

/**
 * Hosts one agent: keeps its state, gives it its turns, and sends the outcome to the director.
 *
 * @param <S> the agent's state
 */
final class AgentHost<S> extends AbstractBehavior<AgentHost.Command> {

  /** What an agent's host understands. */
  sealed interface Command extends Wire {}

  /** Handle the mail due now. */
  record TakeTurn(long tick, List<Mail> inbox, ActorRef<Director.Command> replyTo)
      implements Command {
    TakeTurn {
      inbox = List.copyOf(inbox);
    }
  }

  private final Agent<S> agent;
  private final Clock clock;
  private S state;

  private AgentHost(ActorContext<Command> context, Agent<S> agent, Clock clock) {
    super(context);
    this.agent = agent;
    this.clock = clock;
    this.state = agent.initialState();
  }

  /** A host for an agent. */
  static <S> Behavior<Command> create(Agent<S> agent, Clock clock) {
    return Behaviors.setup(context -> new AgentHost<>(context, agent, clock));
  }

  @Override
  public Receive<Command> createReceive() {
    return newReceiveBuilder().onMessage(TakeTurn.class, this::onTakeTurn).build();
  }

  private Behavior<Command> onTakeTurn(TakeTurn turn) {
    Outcome<S> outcome;
    try {
      outcome = agent.take(state, new Turn(turn.tick(), clock, turn.inbox()));
    } catch (RuntimeException | AssertionError cause) {
      throw new SimulationFault(agent.id().value(), turn.tick(), turn.inbox().toString(), cause);
    }
    state = outcome.state();
    turn.replyTo()
        .tell(
            new Director.TurnTaken(
                agent.id(),
                turn.tick(),
                outcome.decisions(),
                outcome.outbox(),
                outcome.events(),
                outcome.facts()));
    return this;
  }
}
