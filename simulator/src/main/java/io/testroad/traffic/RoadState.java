package io.testroad.traffic;

import io.testroad.engine.RoadDecision;
import io.testroad.network.Network;
import io.testroad.network.VehicleClass;

/**
 * What may change about the roads: closures, limits, signal programs, weather. Every region keeps
 * the same state, since every decision about roads is given to all of them.
 */
final class RoadState {

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

  /** The edge of a road's id. */
  int edge(String road) {
    Network network = tables.network;
    return network
        .findEdge(road)
        .orElseThrow(() -> new IllegalArgumentException("no road " + road));
  }
}
