package io.testroad.traffic;

import io.testroad.network.Router;
import io.testroad.network.VehicleClass;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * Other ways for vehicles whose own is barred: because roads were closed, or because they stand at
 * the end of a lane that does not lead where they want to go. Where no other way leads there
 * either, they turn from the wrong lane, and those on the right one let them.
 */
final class Detours {

  private static final double WRONG_LANE_PATIENCE_S = 40;
  private static final double NEAR_THE_END_M = 15;

  private final Region region;
  private final RoadTables tables;
  private final VehicleTable v;
  private final Router router;

  /** For how many ticks drivers wait at the end of a wrong lane. */
  private final long patience;

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
    patience = Math.round(WRONG_LANE_PATIENCE_S / region.dt);
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

  private static int[] join(int first, int[] rest) {
    int[] joined = new int[rest.length + 1];
    joined[0] = first;
    System.arraycopy(rest, 0, joined, 1, rest.length);
    return joined;
  }

  /** Notes a vehicle that stands on a lane from which no link of its route leads on. */
  void note(int row) {
    if (v.stuckTicks[row] % patience == 0) {
      stuck = GrowingList.with(stuck, stuckCount++, v.number[row]);
    }
  }

  /** Vehicles that stand at the end of a wrong lane take another way, from the lane they are on. */
  void ofStuckVehicles() {
    for (int i = 0; i < stuckCount; i++) {
      int row = region.ownRowOf(stuck[i]);
      int lane = row < 0 ? -1 : v.lane[row];
      if (lane >= 0
          && !tables.internal[lane]
          && tables.lengthM[lane] - v.pos[row] < NEAR_THE_END_M
          && !v.has(row, VehicleTable.HALTING | VehicleTable.ASIDE)) {
        turnOff(row, lane);
      }
    }
    stuckCount = 0;
  }

  private void turnOff(int row, int lane) {
    int[] route = v.route[row];
    int at = v.routeAt[row];
    if (at == route.length - 1) {
      return;
    }
    VehicleClass vehicleClass = region.typeOf(row).vehicleClass();
    int[] best = null;
    double bestSeconds = Double.POSITIVE_INFINITY;
    for (int link = tables.linkStart[lane]; link < tables.linkStart[lane + 1]; link++) {
      int to = tables.linkTo[link];
      if (!tables.allows(to, vehicleClass) || region.roads.isClosedFor(to, vehicleClass)) {
        continue;
      }
      Optional<int[]> way = way(row, tables.edgeOf[to], route[route.length - 1], edge -> false);
      double seconds =
          way.map(edges -> Arrays.stream(edges).mapToDouble(region.traffic.graph::freeFlowSeconds))
              .map(java.util.stream.DoubleStream::sum)
              .orElse(Double.POSITIVE_INFINITY);
      if (seconds < bestSeconds) {
        bestSeconds = seconds;
        best = way.orElseThrow();
      }
    }
    if (best != null) {
      take(row, join(route[at], best));
      region.report.rerouted(row, "wrong-lane");
    } else if (region.order.first(lane) == row) {
      v.set(row, VehicleTable.TURNS_FROM_WRONG_LANE, true);
      region.findWayOn(row);
    }
  }
}
