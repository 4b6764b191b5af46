package io.testroad.engine;

/**
 * The decision logic of one kind of agent: a pure function of state and turn.
 *
 * <p>Holds configuration only. Calling {@link #take} twice with equal arguments gives equal
 * outcomes; the state is a record of plain values, so that a list of states is a checkpoint.
 *
 * @param <S> the agent's state
 */
public interface Agent<S> {

  /** The agent's name. */
  AgentId id();

  /** The state before the first turn. */
  S initialState();

  /** Handles the mail of one turn. */
  Outcome<S> take(S state, Turn turn);
}
