package io.testroad.traffic;

import io.testroad.engine.RoadDecision;
import io.testroad.network.Signal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What all signals show: a pure function of their programs, the time, and when they were told to
 * run another program or to clear the way for somebody.
 *
 * <p>A signal that is pre-empted shows green to all links from one road and red to all others. It
 * comes to that, and goes back from it, by way of a clearance: who has green and loses it has
 * yellow for 3 s; who gets green gets it 5 s after the change began where others had to be cleared,
 * 2 s after where all had red, at once where the road had green and nobody else. Grade of the
 * times: assumption. A program may be cut short anywhere, also in its yellow, which then begins
 * anew.
 */
final class SignalHeads {

  /** Yellow for those who lose their green, ms. */
  static final long YELLOW_MS = 3_000;

  /** Red for all before others get green, ms. */
  static final long ALL_RED_MS = 2_000;

  private static final String OFF = "off";
  private static final String FLASHING = "flashing";
  private static final long LONG_AGO = Long.MIN_VALUE / 2;

  private final RoadTables tables;

  /** SUMO's letter for each link now; that of the network where no signal rules it. */
  final char[] state;

  /** The letter of each link when the latest change of its signal began. */
  private final char[] before;

  private final int[][] linksOfSignal;
  private final Signal.Program[] program;
  private final boolean[] dark;
  private final long[] showsUntilMs;
  private final long[] cycleMs;

  /** The edge that has green by pre-emption, or -1. */
  private final int[] clearedFor;

  private final long[] changeBeganMs;
  private final long[] changeTakesMs;

  SignalHeads(RoadTables tables) {
    this.tables = tables;
    List<Signal> signals = tables.network.signals();
    program = new Signal.Program[signals.size()];
    dark = new boolean[signals.size()];
    showsUntilMs = new long[signals.size()];
    cycleMs = new long[signals.size()];
    clearedFor = new int[signals.size()];
    Arrays.fill(clearedFor, -1);
    changeBeganMs = new long[signals.size()];
    Arrays.fill(changeBeganMs, LONG_AGO);
    changeTakesMs = new long[signals.size()];
    state = tables.linkState.clone();
    before = state.clone();
    linksOfSignal = findLinks(signals.size());
    for (Signal signal : signals) {
      start(signal.index(), signal.programs().get(signal.programs().size() - 1));
    }
  }

  private int[][] findLinks(int signals) {
    List<List<Integer>> found = new ArrayList<>();
    for (int s = 0; s < signals; s++) {
      found.add(new ArrayList<>());
    }
    for (int link = 0; link < tables.links(); link++) {
      if (tables.linkSignal[link] >= 0) {
        found.get(tables.linkSignal[link]).add(link);
      }
    }
    return found.stream()
        .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
        .toArray(int[][]::new);
  }

  private void start(int signal, Signal.Program started) {
    program[signal] = started;
    cycleMs[signal] = started.cycleMs();
    showsUntilMs[signal] = Long.MIN_VALUE;
  }

  // orders ----------------------------------------------------------------------------------------

  /** Runs another program from a time on, ms; one that was pre-empted clears the junction first. */
  void run(RoadDecision.RunProgram run, long now) {
    int signal = tables.network.findSignal(run.signal()).orElseThrow();
    boolean darkens = run.program().equals(OFF) || run.program().equals(FLASHING);
    boolean clears = clearedFor[signal] >= 0 && !darkens;
    if (clears) {
      beginChange(signal, now);
      changeTakesMs[signal] = YELLOW_MS + ALL_RED_MS;
    } else {
      changeBeganMs[signal] = LONG_AGO;
    }
    clearedFor[signal] = -1;
    dark[signal] = darkens;
    showsUntilMs[signal] = Long.MIN_VALUE;
    if (!darkens) {
      start(
          signal,
          tables.network.signals().get(signal).programs().stream()
              .filter(p -> p.id().equals(run.program()))
              .findFirst()
              .orElseThrow());
    }
  }

  /**
   * Clears the way for who comes from an edge, from a time on, ms. Nothing happens at a signal that
   * is dark or flashes, or that doesn't rule the edge's end.
   */
  void preEmpt(RoadDecision.PreEmpt order, int edge, long now) {
    int signal = tables.network.findSignal(order.signal()).orElseThrow();
    boolean rules = Arrays.stream(linksOfSignal[signal]).anyMatch(link -> comesFrom(link, edge));
    if (dark[signal] || !rules || clearedFor[signal] == edge) {
      return;
    }
    beginChange(signal, now);
    boolean othersGo = false;
    boolean goesAlready = false;
    for (int link : linksOfSignal[signal]) {
      if (comesFrom(link, edge)) {
        goesAlready |= isGreen(before[link]);
      } else {
        othersGo |= isRuled(link) && !RightOfWay.isRed(before[link]);
      }
    }
    changeTakesMs[signal] = othersGo ? YELLOW_MS + ALL_RED_MS : goesAlready ? 0 : ALL_RED_MS;
    clearedFor[signal] = edge;
    showsUntilMs[signal] = Long.MIN_VALUE;
  }

  private void beginChange(int signal, long now) {
    if (now >= showsUntilMs[signal]) {
      show(signal, now);
    }
    for (int link : linksOfSignal[signal]) {
      before[link] = state[link];
    }
    changeBeganMs[signal] = now;
  }

  private boolean comesFrom(int link, int edge) {
    return tables.edgeOf[tables.linkFrom[link]] == edge;
  }

  private boolean isRuled(int link) {
    return tables.linkSignalIndex[link] >= 0;
  }

  private static boolean isGreen(char letter) {
    return !RightOfWay.isRedOrYellow(letter);
  }

  // what is shown ---------------------------------------------------------------------------------

  /** Works out what all signals show at a time, ms. */
  void show(long now) {
    for (int s = 0; s < program.length; s++) {
      if (now >= showsUntilMs[s]) {
        show(s, now);
      }
    }
  }

  private void show(int signal, long now) {
    if (dark[signal]) {
      showsUntilMs[signal] = Long.MAX_VALUE;
      for (int link : linksOfSignal[signal]) {
        state[link] = tables.yieldTo[link].length > 0 ? 'o' : 'O';
      }
    } else if (now < changeBeganMs[signal] + changeTakesMs[signal]) {
      showChange(signal, now);
    } else if (clearedFor[signal] >= 0) {
      showsUntilMs[signal] = Long.MAX_VALUE;
      for (int link : linksOfSignal[signal]) {
        state[link] = goal(signal, link, program[signal].phases().get(0));
      }
    } else {
      showProgram(signal, now);
    }
  }

  private void showProgram(int signal, long now) {
    Signal.Program running = program[signal];
    long at = Math.floorMod(now - running.offsetMs(), cycleMs[signal]);
    Signal.Phase phase = running.phases().get(0);
    long left = phase.durationMs();
    for (Signal.Phase candidate : running.phases()) {
      if (at < candidate.durationMs()) {
        phase = candidate;
        left = candidate.durationMs() - at;
        break;
      }
      at -= candidate.durationMs();
    }
    showsUntilMs[signal] = now + left;
    for (int link : linksOfSignal[signal]) {
      state[link] = goal(signal, link, phase);
    }
  }

  /** On the way to another state: yellow, then red, for those who lose their green. */
  private void showChange(int signal, long now) {
    long ends = changeBeganMs[signal] + changeTakesMs[signal];
    long yellowEnds = Math.min(ends, changeBeganMs[signal] + YELLOW_MS);
    boolean yellow = now < yellowEnds;
    showsUntilMs[signal] = yellow ? yellowEnds : ends;
    Signal.Phase phase = phaseAt(signal, ends);
    for (int link : linksOfSignal[signal]) {
      if (RightOfWay.isRed(before[link])) {
        state[link] = 'r';
      } else if (isGreen(before[link]) && isGreen(goal(signal, link, phase))) {
        state[link] = before[link];
      } else {
        state[link] = yellow ? 'y' : 'r';
      }
    }
  }

  private Signal.Phase phaseAt(int signal, long time) {
    List<Signal.Phase> phases = program[signal].phases();
    long at = Math.floorMod(time - program[signal].offsetMs(), cycleMs[signal]);
    for (Signal.Phase phase : phases) {
      if (at < phase.durationMs()) {
        return phase;
      }
      at -= phase.durationMs();
    }
    return phases.get(0);
  }

  /** What a link shows once no change is under way, in a phase of the program. */
  private char goal(int signal, int link, Signal.Phase phase) {
    int index = tables.linkSignalIndex[link];
    char letter = 'O';
    if (index >= 0 && clearedFor[signal] >= 0) {
      letter = comesFrom(link, clearedFor[signal]) ? 'G' : 'r';
    } else if (index >= 0 && index < phase.state().length()) {
      letter = phase.state().charAt(index);
    }
    return letter == 'G' && tables.linkAgrees[link] ? 'g' : letter;
  }
}
