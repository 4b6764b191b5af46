package io.testroad.traffic;

import io.testroad.engine.RoadDecision;
import io.testroad.network.Network;
import io.testroad.network.Signal;
import io.testroad.network.VehicleClass;
import java.util.Arrays;
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
  double speedFactor = 1;
  double headwayFactor = 1;

  /** Grows by one with each closure or opening, so that plans know when they are stale. */
  int version;

  private final Signal.Program[] program;
  private final boolean[] off;
  private final boolean[] flashing;
  private final String[] phaseNow;
  private final long[] cycleMs;
  private final long tickMillis;

  RoadState(RoadTables tables, long tickMillis) {
    this.tables = tables;
    this.tickMillis = tickMillis;
    limitMps = tables.limitMps.clone();
    closed = new boolean[tables.lanes];
    List<Signal> signals = tables.network.signals();
    program = new Signal.Program[signals.size()];
    off = new boolean[signals.size()];
    flashing = new boolean[signals.size()];
    phaseNow = new String[signals.size()];
    Arrays.fill(phaseNow, "");
    cycleMs = new long[signals.size()];
    for (Signal signal : signals) {
      start(signal.index(), signal.programs().get(signal.programs().size() - 1));
    }
  }

  private void start(int signal, Signal.Program started) {
    program[signal] = started;
    cycleMs[signal] = started.cycleMs();
  }

  /** Works out the signals' states at a tick: a pure function of program and time. */
  void showSignals(long tick) {
    for (int s = 0; s < program.length; s++) {
      phaseNow[s] = stateAt(program[s], cycleMs[s], tick * tickMillis);
    }
  }

  private static String stateAt(Signal.Program program, long cycle, long timeMs) {
    long at = Math.floorMod(timeMs - program.offsetMs(), cycle);
    for (Signal.Phase phase : program.phases()) {
      if (at < phase.durationMs()) {
        return phase.state();
      }
      at -= phase.durationMs();
    }
    return program.phases().get(0).state();
  }

  /** SUMO's letter for a link now; that of the network where no signal rules it. */
  char stateOf(int link) {
    int signal = tables.linkSignal[link];
    if (signal < 0) {
      return tables.linkState[link];
    }
    if (off[signal] || flashing[signal]) {
      return flashing[signal] ? 'o' : 'O';
    }
    String state = phaseNow[signal];
    int index = tables.linkSignalIndex[link];
    return index >= 0 && index < state.length() ? state.charAt(index) : 'O';
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
    version++;
  }

  private void limit(RoadDecision.LimitSpeed limit) {
    int edge = edge(limit.road());
    for (int j = 0; j < tables.laneCount[edge]; j++) {
      int lane = tables.firstLane[edge] + j;
      limitMps[lane] =
          Double.isNaN(limit.speedLimitMps()) ? tables.limitMps[lane] : limit.speedLimitMps();
    }
  }

  private void run(RoadDecision.RunProgram run) {
    int index = tables.network.findSignal(run.signal()).orElseThrow();
    off[index] = run.program().equals(OFF);
    flashing[index] = run.program().equals(FLASHING);
    if (!off[index] && !flashing[index]) {
      start(
          index,
          tables.network.signals().get(index).programs().stream()
              .filter(p -> p.id().equals(run.program()))
              .findFirst()
              .orElseThrow());
    }
  }

  private int edge(String road) {
    Network network = tables.network;
    return network
        .findEdge(road)
        .orElseThrow(() -> new IllegalArgumentException("no road " + road));
  }
}
