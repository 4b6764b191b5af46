package io.testroad.intersection;

import io.testroad.engine.AgentId;
import java.time.Duration;
import java.util.List;

/**
 * What a scenario says of a signalised intersection.
 *
 * @param signal the signal's id in the network
 * @param programs ids of its programs, the one that runs first last
 * @param plan which program runs from when, in order
 */
public record SignalSpec(String signal, List<String> programs, List<Switch> plan) {

  public SignalSpec {
    programs = List.copyOf(programs);
    plan = List.copyOf(plan);
  }

  /**
   * A change of program.
   *
   * @param after since the start of the run
   * @param program the program's id
   */
  public record Switch(Duration after, String program) {}

  /** The agent's id. */
  public AgentId id() {
    return AgentId.of("signal", signal);
  }
}
