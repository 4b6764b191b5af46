package io.testroad.traffic;

import io.testroad.network.VehicleClass;

/**
 * A route worked out lane by lane for a vehicle class: from each lane of each of its edges, which
 * link leads on, how far one can go without a lane change, and how many lanes away the best lane
 * is.
 *
 * <p>Source of the idea: SUMO, MSVehicle::updateBestLanes. Worked backwards from the last edge,
 * with distances cut off at {@link #HORIZON_M}.
 */
final class RoutePlan {

  /** Farther than this ahead a lane's end does not matter, m. */
  static final double HORIZON_M = 3000;

  /** No route at all. */
  static final RoutePlan NONE = new RoutePlan(new int[0], new int[1], 0);

  private final int[] edges;
  private final int[] start;
  private final int[] link;
  private final double[] reachM;
  private final int[] offset;
  private final double[] beyondM;
  private final int[] beyondVersion;

  private RoutePlan(int[] edges, int[] start, int lanes) {
    this.edges = edges;
    this.start = start;
    this.link = new int[lanes];
    this.reachM = new double[lanes];
    this.offset = new int[lanes];
    this.beyondM = new double[lanes];
    this.beyondVersion = new int[lanes];
  }

  /** The plan of a route with its next halt, on the roads as they are now. */
  static RoutePlan of(
      int[] edges, RoadState roads, VehicleClass vehicleClass, PlanCache.Halt halt) {
    RoadTables tables = roads.tables;
    int[] start = new int[edges.length + 1];
    for (int i = 0; i < edges.length; i++) {
      start[i + 1] = start[i] + tables.laneCount[edges[i]];
    }
    RoutePlan plan = new RoutePlan(edges, start, start[edges.length]);
    for (int at = edges.length - 1; at >= 0; at--) {
      plan.workOut(at, roads, vehicleClass, halt);
    }
    return plan;
  }

  private void workOut(int at, RoadState roads, VehicleClass vehicleClass, PlanCache.Halt halt) {
    RoadTables tables = roads.tables;
    int edge = edges[at];
    int count = tables.laneCount[edge];
    boolean last = at == edges.length - 1;
    double best = 0;
    for (int j = 0; j < count; j++) {
      int lane = tables.firstLane[edge] + j;
      int k = start[at] + j;
      link[k] = -1;
      if (!tables.allows(lane, vehicleClass) || roads.isClosedFor(lane, vehicleClass)) {
        reachM[k] = 0;
        link[k] = last ? -1 : bestLink(at, lane, tables);
        continue;
      }
      reachM[k] = tables.lengthM[lane];
      if (!last) {
        link[k] = bestLink(at, lane, tables);
        if (link[k] >= 0) {
          int target = start[at + 1] + tables.indexOnEdge[tables.linkTo[link[k]]];
          reachM[k] = Math.min(HORIZON_M, reachM[k] + reachM[target]);
        }
      }
      if (at == halt.place() && lane != halt.lane()) {
        reachM[k] = Math.min(reachM[k], halt.endM());
      }
      best = Math.max(best, reachM[k]);
    }
    for (int j = 0; j < count; j++) {
      offset[start[at] + j] = nearestBest(at, j, count, best);
    }
  }

  private int nearestBest(int at, int j, int count, double best) {
    if (best <= 0) {
      return 0;
    }
    for (int d = 0; d < count; d++) {
      if (j - d >= 0 && reachM[start[at] + j - d] >= best) {
        return -d;
      }
      if (j + d < count && reachM[start[at] + j + d] >= best) {
        return d;
      }
    }
    return 0;
  }

  private int bestLink(int at, int lane, RoadTables tables) {
    int best = -1;
    double bestReach = -1;
    int bestOffset = Integer.MAX_VALUE;
    for (int l = tables.linkStart[lane]; l < tables.linkStart[lane + 1]; l++) {
      int to = tables.linkTo[l];
      if (tables.edgeOf[to] != edges[at + 1]) {
        continue;
      }
      int target = start[at + 1] + tables.indexOnEdge[to];
      int distance = Math.abs(offset[target]);
      if (reachM[target] > bestReach || (reachM[target] == bestReach && distance < bestOffset)) {
        best = l;
        bestReach = reachM[target];
        bestOffset = distance;
      }
    }
    return best;
  }

  int[] edges() {
    return edges;
  }

  int size() {
    return edges.length;
  }

  /** The link that leads on from a lane of the edge at a place of the route, or -1. */
  int link(int at, int laneIndex) {
    return link[start[at] + laneIndex];
  }

  /** How far one can go from the lane's beginning without a lane change, m. */
  double reachM(int at, int laneIndex) {
    return reachM[start[at] + laneIndex];
  }

  /**
   * The length of road, m, that vehicles take up on the lanes that follow a lane within {@link
   * #HORIZON_M}, as all were told last.
   */
  double takenBeyondM(int at, int laneIndex, RoadState roads) {
    int slot = start[at] + laneIndex;
    if (beyondVersion[slot] != roads.takenVersion) {
      beyondVersion[slot] = roads.takenVersion;
      beyondM[slot] = sumBeyond(at, laneIndex, roads);
    }
    return beyondM[slot];
  }

  private double sumBeyond(int at, int laneIndex, RoadState roads) {
    RoadTables tables = roads.tables;
    double taken = 0;
    double distance = tables.lengthM[tables.firstLane[edges[at]] + laneIndex];
    int next = link[start[at] + laneIndex];
    for (int place = at + 1; next >= 0 && distance < HORIZON_M; place++) {
      int lane = tables.linkTo[next];
      taken += roads.takenM[lane];
      distance += tables.lengthM[lane];
      next = place < edges.length ? link[start[place] + tables.indexOnEdge[lane]] : -1;
    }
    return taken;
  }

  /** How many lanes to the left (negative: right) the best lane is. */
  int offset(int at, int laneIndex) {
    return offset[start[at] + laneIndex];
  }
}
