package io.testroad.traffic;

import io.testroad.engine.RandomStream;
import io.testroad.engine.RoadDecision;
import io.testroad.network.VehicleClass;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Signs, and whatever else tells drivers to keep off roads: who reads one, has one of its roads
 * ahead of him and complies takes another way. All regions know the same signs.
 *
 * <p>Whether a driver complies is drawn once for each vehicle and each sign's name, whatever region
 * asks and how often. He then keeps off the roads of all signs with which he complies, so that one
 * sign never sends him where another one sends him away. He goes on as planned when no other way
 * leads there, and when he would have to change lanes on the last metres of his road. Police, fire
 * and rescue don't mind signs. Who is on such a road already goes on. Messages to connected
 * vehicles are signs that no others read.
 */
final class Signs {

  /** Nearer to the road's end nobody changes lanes because of a sign, m; assumption. */
  private static final double TOO_LATE_M = 50;

  private record Sign(
      RandomStream draws,
      boolean everywhere,
      BitSet at,
      BitSet avoid,
      double compliance,
      boolean connected) {
    boolean isReadOn(int edge) {
      return everywhere || at.get(edge);
    }

    boolean convinces(VehicleTable v, int row) {
      return (!connected || v.has(row, VehicleTable.TRACKED))
          && draws.uniform(v.number[row], 0) < compliance;
    }
  }

  /** A search that found nothing; it need not be made again while roads and signs are the same. */
  private record NoWay(int from, int to, VehicleClass vehicleClass, BitSet avoid) {}

  private final Region region;
  private final RoadTables tables;
  private final VehicleTable v;
  private final SortedMap<String, Sign> signs = new TreeMap<>();
  private final List<Sign> fresh = new ArrayList<>();
  private final Set<NoWay> noWays = new HashSet<>();
  private int version;

  Signs(Region region) {
    this.region = region;
    this.tables = region.tables;
    this.v = region.v;
  }

  /** Puts a sign up, in place of one of that name, or takes it away. */
  void put(RoadDecision.Sign order) {
    signs.remove(order.sign());
    if (!order.avoid().isEmpty()) {
      Sign sign =
          new Sign(
              region.traffic.compliance.forEntity(RandomStream.hash(order.sign())),
              order.at().isEmpty(),
              edges(order.at()),
              edges(order.avoid()),
              order.compliance(),
              order.connected());
      signs.put(order.sign(), sign);
      fresh.add(sign);
    }
    noWays.clear();
  }

  private BitSet edges(List<String> roads) {
    BitSet edges = new BitSet();
    for (int edge : region.edges(roads)) {
      edges.set(edge);
    }
    return edges;
  }

  /** Those who are where a new sign has been put up read it. */
  void afterOrders() {
    for (Sign sign : fresh) {
      for (int row = 0; row < v.own; row++) {
        if (sign.isReadOn(v.route[row][v.routeAt[row]])) {
          read(row, sign);
        }
      }
    }
    fresh.clear();
  }

  /** A vehicle has come onto a road, or begins its trip there: it reads what it is told there. */
  void onRoad(int row) {
    if (signs.isEmpty()) {
      return;
    }
    int edge = v.route[row][v.routeAt[row]];
    for (Sign sign : signs.values()) {
      if (sign.isReadOn(edge)) {
        read(row, sign);
      }
    }
  }

  private void read(int row, Sign sign) {
    if (hasAhead(row, sign.avoid())
        && region.roads.isBoundBySigns(region.typeOf(row).vehicleClass())
        && sign.convinces(v, row)) {
      takeAnotherWay(row);
    }
  }

  private boolean hasAhead(int row, BitSet avoid) {
    int[] route = v.route[row];
    int at = v.routeAt[row];
    if (avoid.get(route[at])) {
      return false;
    }
    for (int i = at + 1; i < route.length; i++) {
      if (avoid.get(route[i])) {
        return true;
      }
    }
    return false;
  }

  private void takeAnotherWay(int row) {
    BitSet avoid = new BitSet();
    for (Sign sign : signs.values()) {
      if (sign.convinces(v, row)) {
        avoid.or(sign.avoid());
      }
    }
    int[] route = v.route[row];
    int start = region.detours.placeToTurnFrom(row);
    int to = route[route.length - 1];
    if (avoid.get(to) || avoid.get(route[start])) {
      return;
    }
    find(row, route[start], to, avoid)
        .filter(way -> start > v.routeAt[row] || isInTime(row, way))
        .ifPresent(way -> region.detours.take(row, start, way, "sign"));
  }

  private Optional<int[]> find(int row, int from, int to, BitSet avoid) {
    if (version != region.roads.version) {
      version = region.roads.version;
      noWays.clear();
    }
    NoWay search = new NoWay(from, to, region.typeOf(row).vehicleClass(), avoid);
    if (noWays.contains(search)) {
      return Optional.empty();
    }
    Optional<int[]> way = region.detours.way(row, from, to, avoid::get);
    if (way.isEmpty()) {
      noWays.add(search);
    }
    return way;
  }

  /** Whether a driver need not change lanes for a way, or has room for it. */
  private boolean isInTime(int row, int[] way) {
    int lane = v.lane[row];
    if (way.length < 2 || tables.lengthM[lane] - v.pos[row] > TOO_LATE_M) {
      return true;
    }
    for (int link = tables.linkStart[lane]; link < tables.linkStart[lane + 1]; link++) {
      if (tables.edgeOf[tables.linkTo[link]] == way[1]) {
        return true;
      }
    }
    return false;
  }
}
