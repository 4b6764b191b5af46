package io.testroad.traffic;

import io.testroad.network.Router;
import io.testroad.network.VehicleClass;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * Other ways for vehicles whose own is barred: because roads were closed, because they stand at the
 * end of a lane that does not lead where they want to go, or because nobody gets onto their next
 * road, or past one who stands before them, for as long as nobody waits at a red light. Where no
 * other way leads on from a wrong lane, they turn from it, and those on the right one let them.
 */
final class Detours {

  private static final double WRONG_LANE_PATIENCE_S = 40;
  private static final double NEAR_THE_END_M = 15;

  /** After so long at the end of a lane one gives up, s; SUMO takes vehicles away by then. */
  private static final double JAM_PATIENCE_S = 300;

  /** Who of these stands won't go on soon. */
  private static final int PARKED =
      VehicleTable.HALTING | VehicleTable.COLLIDED | VehicleTable.OBSTACLE;

  private final Region region;
  private final RoadTables tables;
  private final VehicleTable v;
  private final Router router;

  /** For how many ticks drivers wait at the end of a wrong lane, and of the right one. */
  private final int patience;

  private final int jamPatience;

  private int version;

  /** The numbers of those whose patience has ended in this tick. */
  private int[] stuck = new int[8];

  private int stuckCount;

  Detours(Region region) {
    this.region = region;
    this.tables = region.tables;
    this.v = region.v;
    router = new Router(region.traffic.graph);
    version = region.roads.version;
    patience = (int) Math.round(WRONG_LANE_PATIENCE_S / region.dt);
    jamPatience = (int) Math.round(JAM_PATIENCE_S / region.dt);
  }

  /** When lanes were closed or opened: new plans for all, new routes for those who need one. */
  void afterClosures() {
    if (version == region.roads.version) {
      return;
    }
    version = region.roads.version;
    for (int row = 0; row < v.own; row++) {
      int[] route = v.route[row];
      if (isBarred(row, route)) {
        avoidClosures(row);
      } else {
        v.set(row, VehicleTable.NO_WAY_ON, false);
        region.replan(row, route);
      }
    }
  }

  /** A vehicle that departs while roads of its route are closed takes another way at once. */
  void onDeparture(int row) {
    if (version > 0 && isBarred(row, v.route[row])) {
      avoidClosures(row);
    }
  }

  private boolean isBarred(int row, int[] route) {
    VehicleClass vehicleClass = region.typeOf(row).vehicleClass();
    for (int i = v.routeAt[row] + 1; i < route.length; i++) {
      if (region.roads.isEdgeClosedFor(route[i], vehicleClass)) {
        return true;
      }
    }
    return false;
  }

  private void avoidClosures(int row) {
    int[] route = v.route[row];
    int start = placeToTurnFrom(row);
    Optional<int[]> way = way(row, route[start], route[route.length - 1], edge -> false);
    if (way.isPresent()) {
      take(row, start, way.get(), "closure");
    } else {
      region.replan(row, route);
      if (!v.has(row, VehicleTable.NO_WAY_ON)) {
        v.set(row, VehicleTable.NO_WAY_ON, true);
        region.report.noWayOn(row, "closure");
      }
    }
  }

  /** The first place of a vehicle's route from which it can go another way. */
  int placeToTurnFrom(int row) {
    int at = v.routeAt[row];
    return tables.internal[v.lane[row]] && at + 1 < v.route[row].length ? at + 1 : at;
  }

  /** A vehicle goes another way from a place of its route on, which is told with its cause. */
  void take(int row, int start, int[] edges, String cause) {
    int at = v.routeAt[row];
    take(row, start > at ? join(v.route[row][at], edges) : edges);
    region.report.rerouted(row, cause);
  }

  private void take(int row, int[] edges) {
    v.routeAt[row] = 0;
    v.set(row, VehicleTable.NO_WAY_ON, false);
    region.replan(row, edges);
  }

  /** The quickest way for a vehicle that keeps off closed roads and others. */
  Optional<int[]> way(int row, int from, int to, IntPredicate avoid) {
    VehicleClass vehicleClass = region.typeOf(row).vehicleClass();
    return router.find(
        from,
        to,
        vehicleClass,
        edge ->
            avoid.test(edge) || region.roads.isEdgeClosedFor(edge, vehicleClass)
                ? Double.POSITIVE_INFINITY
                : region.traffic.graph.freeFlowSeconds(edge));
  }

  /** A route that is told from its first road on, or from the one after, with its first road. */
  static int[] onFrom(int first, int[] told) {
    return told[0] == first ? told : join(first, told);
  }

  private static int[] join(int first, int[] rest) {
    int[] joined = new int[rest.length + 1];
    joined[0] = first;
    System.arraycopy(rest, 0, joined, 1, rest.length);
    return joined;
  }

  /** Notes a vehicle that stands, once its driver's patience is at an end. */
  void note(int row) {
    if (v.stuckTicks[row] % (v.link[row] < 0 ? patience : jamPatience) == 0) {
      stuck = GrowingList.with(stuck, stuckCount++, v.number[row]);
    }
  }

  /** Vehicles that stand at the end of a lane, or before one that won't go on, take another way. */
  void ofStuckVehicles() {
    for (int i = 0; i < stuckCount; i++) {
      int row = region.ownRowOf(stuck[i]);
      int lane = row < 0 ? -1 : v.lane[row];
      if (lane >= 0
          && !tables.internal[lane]
          && v.routeAt[row] < v.route[row].length - 1
          && !v.has(row, VehicleTable.HALTING | VehicleTable.ASIDE)) {
        boolean atTheEnd = tables.lengthM[lane] - v.pos[row] < NEAR_THE_END_M;
        if (v.link[row] < 0 && atTheEnd) {
          turnOff(row, lane);
        } else if (v.link[row] >= 0 && (atTheEnd || isBehindParked(row))) {
          leaveJam(row, tables.edgeOf[lane]);
        }
      }
    }
    stuckCount = 0;
  }

  private boolean isBehindParked(int row) {
    int leader = region.order.rowsAhead()[row];
    return leader >= 0 && v.lane[leader] == v.lane[row] && v.has(leader, PARKED);
  }

  private void turnOff(int row, int lane) {
    int[] route = v.route[row];
    int[] way = quickest(row, lane, lane + 1, edge -> false);
    if (way.length > 0) {
      take(row, join(route[v.routeAt[row]], way));
      region.report.rerouted(row, "wrong-lane");
    } else if (region.order.first(lane) == row) {
      v.set(row, VehicleTable.TURNS_FROM_WRONG_LANE, true);
      region.findWayOn(row);
    }
  }

  /** From any lane of its road a vehicle goes another way than over the road that comes next. */
  private void leaveJam(int row, int on) {
    int[] route = v.route[row];
    int at = v.routeAt[row];
    int first = tables.firstLane[on];
    int cut = route[at + 1];
    int[] way = quickest(row, first, first + tables.laneCount[on], edge -> edge == cut);
    if (way.length > 0) {
      take(row, join(route[at], way));
      region.report.rerouted(row, "jam");
    }
  }

  /** The quickest way on from some lanes, without the road they are on; empty if there is none. */
  private int[] quickest(int row, int fromLane, int toLane, IntPredicate avoid) {
    int[] route = v.route[row];
    VehicleClass vehicleClass = region.typeOf(row).vehicleClass();
    int[] best = {};
    double bestSeconds = Double.POSITIVE_INFINITY;
    for (int link = tables.linkStart[fromLane]; link < tables.linkStart[toLane]; link++) {
      int to = tables.linkTo[link];
      int next = tables.edgeOf[to];
      if (!tables.allows(to, vehicleClass)
          || region.roads.isClosedFor(to, vehicleClass)
          || avoid.test(next)) {
        continue;
      }
      Optional<int[]> way = way(row, next, route[route.length - 1], avoid);
      double seconds =
          way.map(edges -> Arrays.stream(edges).mapToDouble(region.traffic.graph::freeFlowSeconds))
              .map(java.util.stream.DoubleStream::sum)
              .orElse(Double.POSITIVE_INFINITY);
      if (seconds < bestSeconds) {
        bestSeconds = seconds;
        best = way.orElseThrow();
      }
    }
    return best;
  }
}
