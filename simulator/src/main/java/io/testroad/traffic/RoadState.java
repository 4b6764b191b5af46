package io.testroad.traffic;

import io.testroad.engine.RoadDecision;
import io.testroad.network.Network;
import io.testroad.network.Signal;
import io.testroad.network.VehicleClass;
import java.util.ArrayList;
import java.util.List;

/**
 * What may change about the roads: closures, limits, signal programs, weather. Every region keeps
 * the same state, since every decision about roads is given to all of them.
 */
final class RoadState {

  private static final String OFF = "off";
  private static final String FLASHING = "flashing";

  final RoadTables tables;
  final double[] limitMps;
  final boolean[] closed;

  private boolean someClosed;

  double speedFactor = 1;
  double headwayFactor = 1;

  /** What lies on the lanes. */
  final Obstacles obstacles;

  /** Where drivers are careful. */
  final Cautions cautions = new Cautions();

  /** Grows by one with whatever changes how drivers follow one another. */
  int kindsVersion;

  /** Grows by one with each closure or opening, so that plans know when they are stale. */
  int version;

  /** SUMO's letter for each link now; that of the network where no signal rules it. */
  private final char[] state;

  /** Length of road taken by vehicles on each lane as all were told last, m. */
  final double[] takenM;

  /** Grows by one whenever {@link #takenM} is told anew. */
  int takenVersion;

  private final int[][] linksOfSignal;
  private final Signal.Program[] program;
  private final boolean[] off;
  private final boolean[] flashing;
  private final long[] showsUntilMs;
  private final long[] cycleMs;
  private final long tickMillis;

  /**
   * The roads as the network has them.
   *
   * @param vehicles how many vehicles there are: what lies on the lanes has higher numbers
   */
  RoadState(RoadTables tables, long tickMillis, int vehicles) {
    obstacles = new Obstacles(tables, vehicles);
    this.tables = tables;
    this.tickMillis = tickMillis;
    limitMps = tables.limitMps.clone();
    closed = new boolean[tables.lanes];
    List<Signal> signals = tables.network.signals();
    program = new Signal.Program[signals.size()];
    off = new boolean[signals.size()];
    flashing = new boolean[signals.size()];
    showsUntilMs = new long[signals.size()];
    state = tables.linkState.clone();
    takenM = new double[tables.lanes];
    linksOfSignal = findLinks(signals.size());
    cycleMs = new long[signals.size()];
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

  /** Works out the signals' states at a tick: a pure function of program and time. */
  void showSignals(long tick) {
    long now = tick * tickMillis;
    for (int s = 0; s < program.length; s++) {
      if (now >= showsUntilMs[s]) {
        show(s, now);
      }
    }
  }

  private void show(int signal, long now) {
    if (off[signal] || flashing[signal]) {
      showsUntilMs[signal] = Long.MAX_VALUE;
      for (int link : linksOfSignal[signal]) {
        state[link] = tables.yieldTo[link].length > 0 ? 'o' : 'O';
      }
      return;
    }
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
      int index = tables.linkSignalIndex[link];
      boolean ruled = index >= 0 && index < phase.state().length();
      char shown = ruled ? phase.state().charAt(index) : 'O';
      state[link] = shown == 'G' && tables.linkAgrees[link] ? 'g' : shown;
    }
  }

  /** The letters of all links, see {@link #stateOf}; not to be changed. */
  char[] states() {
    return state;
  }

  /** SUMO's letter for a link now; that of the network where no signal rules it. */
  char stateOf(int link) {
    return state[link];
  }

  /** Carries out a decision about the roads; false when it is about something else. */
  boolean apply(RoadDecision decision) {
    if (decision instanceof RoadDecision.CloseLane close) {
      setClosed(close.road(), close.lane(), true);
    } else if (decision instanceof RoadDecision.OpenLane open) {
      setClosed(open.road(), open.lane(), false);
    } else if (decision instanceof RoadDecision.LimitSpeed limit) {
      limit(limit);
    } else if (decision instanceof RoadDecision.SetWeather weather) {
      speedFactor = weather.speedFactor();
      headwayFactor = weather.headwayFactor();
      kindsVersion++;
    } else if (decision instanceof RoadDecision.Caution caution) {
      cautions.tell(caution, edge(caution.road()));
      kindsVersion++;
    } else if (decision instanceof RoadDecision.RunProgram run) {
      run(run);
    } else {
      return false;
    }
    return true;
  }

  /** Whether a lane is closed to a class; police, fire and rescue pass closures. */
  boolean isClosedFor(int lane, VehicleClass vehicleClass) {
    return closed[lane]
        && vehicleClass != VehicleClass.EMERGENCY
        && vehicleClass != VehicleClass.AUTHORITY;
  }

  /** Whether any lane has been closed since the beginning. */
  boolean hasClosures() {
    return someClosed;
  }

  /** Whether all lanes of an edge that a class may use are closed to it. */
  boolean isEdgeClosedFor(int edge, VehicleClass vehicleClass) {
    boolean some = false;
    for (int j = 0; j < tables.laneCount[edge]; j++) {
      int lane = tables.firstLane[edge] + j;
      if (tables.allows(lane, vehicleClass)) {
        if (!isClosedFor(lane, vehicleClass)) {
          return false;
        }
        some |= closed[lane];
      }
    }
    return some;
  }

  private void setClosed(String road, int laneIndex, boolean value) {
    int edge = edge(road);
    for (int j = 0; j < tables.laneCount[edge]; j++) {
      if (laneIndex < 0 || laneIndex == j) {
        closed[tables.firstLane[edge] + j] = value;
      }
    }
    someClosed |= value;
    version++;
  }

  private void limit(RoadDecision.LimitSpeed limit) {
    int edge = edge(limit.road());
    for (int j = 0; j < tables.laneCount[edge]; j++) {
      int lane = tables.firstLane[edge] + j;
      limitMps[lane] =
          Double.isNaN(limit.speedLimitMps()) ? tables.limitMps[lane] : limit.speedLimitMps();
    }
    kindsVersion++;
  }

  private void run(RoadDecision.RunProgram run) {
    int index = tables.network.findSignal(run.signal()).orElseThrow();
    off[index] = run.program().equals(OFF);
    flashing[index] = run.program().equals(FLASHING);
    showsUntilMs[index] = Long.MIN_VALUE;
    if (!off[index] && !flashing[index]) {
      start(
          index,
          tables.network.signals().get(index).programs().stream()
              .filter(p -> p.id().equals(run.program()))
              .findFirst()
              .orElseThrow());
    }
  }

  /** The edge of a road's id. */
  int edge(String road) {
    Network network = tables.network;
    return network
        .findEdge(road)
        .orElseThrow(() -> new IllegalArgumentException("no road " + road));
  }
}
