package io.testroad.traffic;

import io.testroad.engine.RoadDecision;
import io.testroad.network.Network;
import io.testroad.network.VehicleClass;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * What may change about the roads: closures, limits, signal programs, weather. Every region keeps
 * the same state, since every decision about roads is given to all of them.
 */
final class RoadState {

  final RoadTables tables;
  final double[] limitMps;
  final boolean[] closed;

  /** Who keeps lanes closed, and who has ordered which limits, m/s, on roads. */
  private final Map<Integer, Set<String>> closers = new HashMap<>();

  private final Map<String, Map<String, Double>> limits = new HashMap<>();

  /** The lanes that the last decision about closures or limits has changed. */
  final List<Integer> changed = new ArrayList<>();

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

  /** Length of road taken by vehicles on each lane as all were told last, m. */
  final double[] takenM;

  /** Grows by one whenever {@link #takenM} is told anew. */
  int takenVersion;

  private final SignalHeads signals;
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
    signals = new SignalHeads(tables);
    takenM = new double[tables.lanes];
  }

  /** Works out the signals' states at a tick: a pure function of orders, program and time. */
  void showSignals(long tick) {
    signals.show(tick * tickMillis);
  }

  /** The letters of all links, see {@link #stateOf}; only {@link HeldLinks} changes them. */
  char[] states() {
    return signals.state;
  }

  /** SUMO's letter for a link now; that of the network where no signal rules it. */
  char stateOf(int link) {
    return signals.state[link];
  }

  /** Carries out a decision about the roads at a tick; false when it is about something else. */
  boolean apply(RoadDecision decision, long tick) {
    if (decision instanceof RoadDecision.CloseLane close) {
      close(close);
    } else if (decision instanceof RoadDecision.OpenLane open) {
      open(open);
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
      signals.run(run, tick * tickMillis);
    } else if (decision instanceof RoadDecision.PreEmpt order) {
      signals.preEmpt(order, edge(order.road()), tick * tickMillis);
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

  /** Whether a class minds signs; police, fire and rescue don't. */
  boolean isBoundBySigns(VehicleClass vehicleClass) {
    return vehicleClass != VehicleClass.EMERGENCY && vehicleClass != VehicleClass.AUTHORITY;
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

  private void close(RoadDecision.CloseLane told) {
    changed.clear();
    for (int lane : lanes(told.road(), told.lane())) {
      closers.computeIfAbsent(lane, l -> new HashSet<>()).add(told.by());
      turn(lane, true);
    }
  }

  private void open(RoadDecision.OpenLane told) {
    changed.clear();
    for (int lane : lanes(told.road(), told.lane())) {
      Set<String> by = closers.get(lane);
      if (by != null && by.remove(told.by()) && by.isEmpty()) {
        turn(lane, false);
      }
    }
  }

  private void turn(int lane, boolean close) {
    if (closed[lane] != close) {
      closed[lane] = close;
      someClosed |= close;
      changed.add(lane);
      version++;
    }
  }

  private int[] lanes(String road, int laneIndex) {
    int edge = edge(road);
    int first = tables.firstLane[edge];
    return IntStream.range(first, first + tables.laneCount[edge])
        .filter(lane -> laneIndex < 0 || lane == first + laneIndex)
        .toArray();
  }

  private void limit(RoadDecision.LimitSpeed told) {
    Map<String, Double> orders = limits.computeIfAbsent(told.road(), r -> new HashMap<>());
    if (Double.isNaN(told.speedLimitMps())) {
      orders.remove(told.by());
    } else {
      orders.put(told.by(), told.speedLimitMps());
    }
    OptionalDouble lowest = orders.values().stream().mapToDouble(Double::doubleValue).min();
    changed.clear();
    for (int lane : lanes(told.road(), -1)) {
      double limit = lowest.orElse(tables.limitMps[lane]);
      if (limit != limitMps[lane]) {
        limitMps[lane] = limit;
        changed.add(lane);
      }
    }
    kindsVersion++;
  }

  /** The edge of a road's id. */
  int edge(String road) {
    Network network = tables.network;
    return network
        .findEdge(road)
        .orElseThrow(() -> new IllegalArgumentException("no road " + road));
  }
}
