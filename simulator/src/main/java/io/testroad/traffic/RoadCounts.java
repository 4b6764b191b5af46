package io.testroad.traffic;

import io.testroad.engine.Percept;
import io.testroad.engine.RoadDecision;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Counts the traffic on the roads of scenes once a second, and surveys once in a while how long it
 * takes to drive along roads that are slow, by the space mean speed of all whom it has seen there
 * since the last survey. A region counts what is on its own lanes; whole numbers are summed, so
 * that it does not matter where the borders are. A road lies in one region.
 *
 * <p>Not counted: who is inside a junction, who stands aside, and who has not found room to depart.
 * The survey leaves out those, too, who would not go on if the road were free.
 */
final class RoadCounts {

  private static final long SECOND_MS = 1000;

  /** A road takes so many times as long as on a free road before it counts as slow. */
  private static final double SLOW = 1.5;

  /** Standing traffic counts as if it drove so fast, m/s. */
  private static final double LEAST_MPS = 1;

  /** Whoever stands for his own reasons, not because of the road. */
  private static final int STAYS =
      VehicleTable.HALTING
          | VehicleTable.AT_STOP
          | VehicleTable.COLLIDED
          | VehicleTable.OBSTACLE
          | VehicleTable.MAKES_WAY;

  private final Region region;
  private final RoadTables tables;
  private final VehicleTable v;
  private final SortedMap<Integer, int[]> edgesOfScene = new TreeMap<>();
  private long surveyEveryMs;

  /** Vehicles seen since the last survey, by road, one a second each; and the sum of their mm/s. */
  private int[] seen = {};

  private long[] seenMmps = {};

  RoadCounts(Region region) {
    this.region = region;
    this.tables = region.tables;
    this.v = region.v;
  }

  /** Begins, changes or ends a scene's count. */
  void count(RoadDecision.Count order) {
    int[] own = Arrays.stream(region.edges(order.roads())).filter(this::owns).toArray();
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
    int edges = surveyEveryMs > 0 ? tables.network.edges().size() : 0;
    seen = new int[edges];
    seenMmps = new long[edges];
  }

  /** What is to be told of the tick: scenes with somebody on their roads, and the survey. */
  List<Percept> take() {
    List<Percept> taken = new ArrayList<>();
    if (!edgesOfScene.isEmpty() && begins(SECOND_MS)) {
      edgesOfScene.forEach((scene, edges) -> tally(scene, edges, taken));
    }
    if (surveyEveryMs > 0 && begins(SECOND_MS)) {
      look();
      if (begins(surveyEveryMs)) {
        taken.add(travelTimes());
      }
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

  /** Takes note of how fast everybody goes who is on his way. */
  private void look() {
    for (int i = 0; i < region.order.occupied(); i++) {
      int lane = region.order.occupiedLane(i);
      if (!tables.internal[lane] && region.ownerOf(lane) == region.index()) {
        look(lane);
      }
    }
  }

  private void look(int lane) {
    int edge = tables.edgeOf[lane];
    for (int row = region.order.first(lane); row >= 0; row = region.order.behind(row)) {
      if (!v.has(row, STAYS)) {
        seen[edge]++;
        seenMmps[edge] += Math.round(1000 * v.speed[row]);
      }
    }
  }

  private Percept.TravelTimes travelTimes() {
    SortedMap<String, Double> seconds = new TreeMap<>();
    for (int edge = 0; edge < seen.length; edge++) {
      if (seen[edge] > 0) {
        double meanMps = Math.max(LEAST_MPS, seenMmps[edge] / (1000.0 * seen[edge]));
        double taken = tables.network.lengthM(edge) / meanMps;
        if (taken > SLOW * region.traffic.graph.freeFlowSeconds(edge)) {
          seconds.put(tables.network.edges().get(edge).id(), taken);
        }
      }
    }
    Arrays.fill(seen, 0);
    Arrays.fill(seenMmps, 0);
    return new Percept.TravelTimes(seconds);
  }
}
