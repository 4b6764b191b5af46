package io.testroad.traffic;

import io.testroad.engine.Percept;
import io.testroad.engine.RoadDecision;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Counts the traffic on the roads of scenes once a second, and surveys once in a while how long it
 * takes to drive along roads that are slow. A region counts what is on its own lanes; whole numbers
 * are summed, so that it does not matter where the borders are. A road lies in one region.
 *
 * <p>Not counted: who is inside a junction, who stands aside, and who has not found room to depart.
 */
final class RoadCounts {

  private static final long SECOND_MS = 1000;

  /** A road takes so many times as long as on a free road before it counts as slow. */
  private static final double SLOW = 1.5;

  /** Standing traffic counts as if it drove so fast, m/s. */
  private static final double LEAST_MPS = 1;

  private final Region region;
  private final RoadTables tables;
  private final VehicleTable v;
  private final SortedMap<Integer, int[]> edgesOfScene = new TreeMap<>();
  private long surveyEveryMs;

  RoadCounts(Region region) {
    this.region = region;
    this.tables = region.tables;
    this.v = region.v;
  }

  /** Begins, changes or ends a scene's count. */
  void count(RoadDecision.Count order) {
    int[] own = java.util.Arrays.stream(region.edges(order.roads())).filter(this::owns).toArray();
    if (own.length == 0) {
      edgesOfScene.remove(order.scene());
    } else {
      edgesOfScene.put(order.scene(), own);
    }
  }

  private boolean owns(int edge) {
    return region.ownerOf(tables.firstLane[edge]) == region.index();
  }

  /** Begins or ends the survey. */
  void survey(RoadDecision.Survey order) {
    surveyEveryMs = Math.round(order.everyS() * SECOND_MS);
  }

  /** What is to be told of the tick: scenes with somebody on their roads, and the survey. */
  List<Percept> take() {
    List<Percept> taken = new ArrayList<>();
    if (!edgesOfScene.isEmpty() && begins(SECOND_MS)) {
      edgesOfScene.forEach((scene, edges) -> tally(scene, edges, taken));
    }
    if (surveyEveryMs > 0 && begins(surveyEveryMs)) {
      taken.add(travelTimes());
    }
    return taken;
  }

  /** Whether an interval begins with this tick. */
  private boolean begins(long intervalMs) {
    long ms = region.traffic.tickMillis;
    return Math.floorDiv(region.tick * ms, intervalMs)
        != Math.floorDiv((region.tick - 1) * ms, intervalMs);
  }

  private void tally(int scene, int[] edges, List<Percept> taken) {
    int vehicles = 0;
    int standing = 0;
    long lostMs = 0;
    for (int edge : edges) {
      for (int lane = tables.firstLane[edge]; lane < endOf(edge); lane++) {
        for (int row = region.order.first(lane); row >= 0; row = region.order.behind(row)) {
          vehicles++;
          standing += Travel.stands(v.speed[row]) ? 1 : 0;
          lostMs += lostMs(v.speed[row], region.topSpeed(row, lane));
        }
      }
    }
    if (vehicles > 0) {
      taken.add(new Percept.Tally(scene, vehicles, standing, lostMs));
    }
  }

  private int endOf(int edge) {
    return tables.firstLane[edge] + tables.laneCount[edge];
  }

  /** What one loses in a second at a speed against the speed he would like, ms. */
  private static long lostMs(double speedMps, double topMps) {
    return speedMps < topMps ? Math.round(SECOND_MS * (1 - speedMps / topMps)) : 0;
  }

  private Percept.TravelTimes travelTimes() {
    SortedMap<String, Double> seconds = new TreeMap<>();
    int edges = tables.network.edges().size();
    for (int edge = 0; edge < edges; edge++) {
      if (!tables.internal[tables.firstLane[edge]] && owns(edge)) {
        double taken = secondsAlong(edge);
        if (taken > SLOW * region.traffic.graph.freeFlowSeconds(edge)) {
          seconds.put(tables.network.edges().get(edge).id(), taken);
        }
      }
    }
    return new Percept.TravelTimes(seconds);
  }

  /** How long it takes to drive along a road at the speed of those who are there; 0 if none are. */
  private double secondsAlong(int edge) {
    long vehicles = 0;
    long mmps = 0;
    for (int lane = tables.firstLane[edge]; lane < endOf(edge); lane++) {
      for (int row = region.order.first(lane); row >= 0; row = region.order.behind(row)) {
        vehicles++;
        mmps += Math.round(1000 * v.speed[row]);
      }
    }
    double meanMps = vehicles == 0 ? 0 : Math.max(LEAST_MPS, mmps / (1000.0 * vehicles));
    return vehicles == 0 ? 0 : tables.network.lengthM(edge) / meanMps;
  }
}
