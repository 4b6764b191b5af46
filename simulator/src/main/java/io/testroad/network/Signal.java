package io.testroad.network;

import java.util.List;

/**
 * A signal (SUMO: traffic light) and its programs.
 *
 * @param index dense index, the position in {@link Network#signals}
 * @param id the file's id
 * @param linkCount number of places in each phase's state
 * @param programs in the file's order, at least one; the last one read runs first, as in SUMO
 */
public record Signal(int index, String id, int linkCount, List<Program> programs) {

  public Signal {
    programs = List.copyOf(programs);
  }

  /**
   * A fixed-time program (actuated ones are run with their stated durations).
   *
   * @param id the program's id
   * @param kind SUMO's type: static, actuated, delay_based
   * @param offsetMs the program's offset, ms
   * @param phases in turn, at least one
   */
  public record Program(String id, String kind, long offsetMs, List<Phase> phases) {
    public Program {
      phases = List.copyOf(phases);
    }

    /** Length of a cycle, ms. */
    public long cycleMs() {
      return phases.stream().mapToLong(Phase::durationMs).sum();
    }
  }

  /**
   * A phase.
   *
   * @param durationMs ms, positive
   * @param minDurationMs shortest duration when actuated, ms
   * @param maxDurationMs longest duration when actuated, ms
   * @param state a letter a link: r red, y yellow, g green yielding, G green, u red-yellow, o off
   *     blinking, O off, s green right turn after stop
   */
  public record Phase(long durationMs, long minDurationMs, long maxDurationMs, String state) {}
}
