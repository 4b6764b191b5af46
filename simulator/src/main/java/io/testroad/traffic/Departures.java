package io.testroad.traffic;

import io.testroad.demand.Departure;
import io.testroad.demand.VehicleType;
import io.testroad.engine.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Vehicles that want onto the road in a region: a queue for each road, first come first served, in
 * which the first waits until there is room.
 */
final class Departures {

  private static final double SEE_BACK_M = 80;

  /** A vehicle in a queue. */
  private record Waiting(int number, Departure departure, boolean tracked, boolean blueLight) {}

  private final Region region;
  private final List<Departure> planned = new ArrayList<>();
  private final List<Integer> plannedNumbers = new ArrayList<>();
  private int nextPlanned;
  private final SortedMap<Integer, List<Waiting>> queues = new TreeMap<>();
  private int waiting;

  /** Rows inserted in this tick. */
  final List<Integer> inserted = new ArrayList<>();

  private final List<int[]> decided = new ArrayList<>();

  Departures(Region region, Partition partition) {
    this.region = region;
    List<Departure> all = region.traffic.departures;
    for (int number = 0; number < all.size(); number++) {
      Departure departure = all.get(number);
      int edge = departure.edges()[0];
      if (partition.regionOf(region.tables.firstLane[edge]) == region.index()) {
        planned.add(departure);
        plannedNumbers.add(number);
      }
    }
  }

  /** An agent's vehicle is to be put on the road. */
  void add(int number, Departure departure, boolean tracked, boolean blueLight) {
    enqueue(new Waiting(number, departure, tracked, blueLight));
  }

  private void enqueue(Waiting vehicle) {
    queues.computeIfAbsent(vehicle.departure().edges()[0], edge -> new ArrayList<>()).add(vehicle);
    waiting++;
  }

  int waiting() {
    return waiting;
  }

  /** The tick of the next planned departure. */
  long nextDueTick() {
    return nextPlanned < planned.size() ? dueTick(planned.get(nextPlanned)) : Clock.NEVER;
  }

  private long dueTick(Departure departure) {
    long ms = region.traffic.tickMillis;
    return (departure.departMs() + ms - 1) / ms;
  }

  /** Takes up those whose time has come, and decides who finds room; reads the old state only. */
  void decide() {
    while (nextPlanned < planned.size() && dueTick(planned.get(nextPlanned)) <= region.tick) {
      enqueue(new Waiting(plannedNumbers.get(nextPlanned), planned.get(nextPlanned), false, false));
      nextPlanned++;
    }
    decided.clear();
    queues.forEach(
        (edge, queue) -> {
          int lane = queue.isEmpty() ? -1 : findRoom(queue.get(0));
          if (lane >= 0) {
            decided.add(new int[] {edge, lane});
          }
        });
  }

  private int findRoom(Waiting vehicle) {
    Departure departure = vehicle.departure();
    VehicleType type = typeOf(vehicle);
    RoutePlan plan = region.planFor(departure.edges(), vehicle.number(), 0, type);
    int edge = departure.edges()[0];
    int best = -1;
    for (int j = 0; j < region.tables.laneCount[edge]; j++) {
      int lane = region.tables.firstLane[edge] + j;
      if (wanted(departure, plan, j, type)
          && isFree(vehicle, lane, type)
          && (best < 0 || region.order.size(lane) < region.order.size(best))) {
        best = lane;
      }
    }
    return best;
  }

  private boolean wanted(Departure departure, RoutePlan plan, int j, VehicleType type) {
    int lane = region.tables.firstLane[departure.edges()[0]] + j;
    boolean allowed =
        region.tables.allows(lane, type.vehicleClass())
            && !region.roads.isClosedFor(lane, type.vehicleClass());
    if (departure.departLane() == Departure.Lanes.GIVEN) {
      return j == departure.departLaneIndex();
    }
    if (departure.departLane() == Departure.Lanes.FIRST) {
      return allowed && firstAllowed(departure.edges()[0], type) == lane;
    }
    if (departure.departLane() == Departure.Lanes.FREE
        || departure.departLane() == Departure.Lanes.ALLOWED
        || departure.departLane() == Departure.Lanes.RANDOM) {
      return allowed;
    }
    return allowed && plan.offset(0, j) == 0 && plan.reachM(0, j) > 0;
  }

  private int firstAllowed(int edge, VehicleType type) {
    int lane = region.tables.firstLane[edge];
    while (!region.tables.allows(lane, type.vehicleClass())) {
      lane++;
    }
    return lane;
  }

  private boolean isFree(Waiting vehicle, int lane, VehicleType type) {
    double pos = position(vehicle.departure(), lane, type);
    double speed = speed(vehicle, lane, type);
    int k = region.order.aheadOf(lane, pos, vehicle.number());
    if (k > 0) {
      int leader = region.order.at(lane, k - 1);
      double gap = region.v.pos[leader] - region.lengthOf(leader) - pos;
      if (gap < type.minGapM() || region.followSpeed(type, gap, speed, leader) < speed) {
        return false;
      }
    }
    int tail = region.order.rearmostTail(lane, -1);
    if (tail >= 0 && region.order.tailRearOf(tail) - pos < type.minGapM()) {
      return false;
    }
    if (k < region.order.size(lane)) {
      int follower = region.order.at(lane, k);
      double gap = pos - type.lengthM() - region.v.pos[follower];
      return region.followsSafely(follower, gap, speed, type.decelMps2());
    }
    return region.nobodyBehind(lane, pos - type.lengthM(), speed, type, SEE_BACK_M);
  }

  private double position(Departure departure, int lane, VehicleType type) {
    double length = region.tables.lengthM[lane];
    double wanted =
        Double.isNaN(departure.departPositionM()) ? type.lengthM() : departure.departPositionM();
    return Math.min(wanted, length);
  }

  private double speed(Waiting vehicle, int lane, VehicleType type) {
    double wanted = vehicle.departure().departSpeedMps();
    double top =
        Math.min(
            type.maxSpeedMps(),
            region.roads.limitMps[lane] * region.speedFactorOf(vehicle.number(), type));
    return Double.isNaN(wanted) ? 0 : Math.min(wanted, top);
  }

  private VehicleType typeOf(Waiting vehicle) {
    return region.traffic.types[region.traffic.register.type(vehicle.number())];
  }

  /** Puts those who found room on the road, unless a lane change has just taken it. */
  void apply() {
    inserted.clear();
    for (int[] place : decided) {
      List<Waiting> queue = java.util.Objects.requireNonNull(queues.get(place[0]));
      Waiting vehicle = queue.get(0);
      VehicleType type = typeOf(vehicle);
      double pos = position(vehicle.departure(), place[1], type);
      if (stillFree(place[1], pos, type)) {
        queue.remove(0);
        waiting--;
        inserted.add(
            region.insert(
                vehicle.number(),
                vehicle.departure(),
                place[1],
                pos,
                speed(vehicle, place[1], type),
                vehicle.tracked(),
                vehicle.blueLight()));
      }
    }
    queues.values().removeIf(List::isEmpty);
  }

  private boolean stillFree(int lane, double pos, VehicleType type) {
    for (int i = 0; i < region.laneChanging.changedCount; i++) {
      int row = region.laneChanging.changed[i];
      double distance = Math.abs(region.v.pos[row] - pos);
      if (region.v.lane[row] == lane && distance < 30 + type.lengthM() + region.lengthOf(row)) {
        return false;
      }
    }
    return true;
  }

  /** Forgets a vehicle that still waits; true when there was one. */
  boolean remove(int number) {
    for (List<Waiting> queue : queues.values()) {
      if (queue.removeIf(vehicle -> vehicle.number() == number)) {
        waiting--;
        return true;
      }
    }
    return false;
  }
}
