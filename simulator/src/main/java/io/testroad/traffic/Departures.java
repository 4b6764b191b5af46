package io.testroad.traffic;

import io.testroad.demand.Departure;
import io.testroad.demand.VehicleType;
import io.testroad.engine.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Vehicles that want onto the road in a region: a queue for each road, first come first served.
 * Where there is no room for the first on the lanes that would do for it, those behind it who want
 * others go before it.
 */
final class Departures {

  private static final double SEE_BACK_M = 80;

  /** Who has come nearer than this in the same tick takes the room, m. */
  private static final double NEAR_M = 30;

  /** A vehicle in a queue, with what is asked about it in every tick. */
  private static final class Waiting {
    final int number;
    final Departure departure;
    final boolean tracked;
    final boolean blueLight;
    final VehicleType type;
    final double speedFactor;

    /** Its place among all that have come. */
    final long order;

    Waiting(
        Region region,
        int number,
        Departure departure,
        boolean tracked,
        boolean blueLight,
        long order) {
      this.order = order;
      this.number = number;
      this.departure = departure;
      this.tracked = tracked;
      this.blueLight = blueLight;
      type = region.traffic.types[region.traffic.register.type(number)];
      speedFactor = region.speedFactorOf(number, type);
    }
  }

  /** Those of a queue for whom the same lanes would do, first come first served. */
  private static final class Line {
    final long lanes;
    final List<Waiting> vehicles = new ArrayList<>();

    /** How many have found room in this tick. */
    int found;

    /** Whether the next one may find room in this tick. */
    boolean hopes;

    Line(long lanes) {
      this.lanes = lanes;
    }

    Waiting next() {
      return vehicles.get(found);
    }
  }

  /** The vehicles that want onto a road. */
  private static final class Queue {
    final int edge;
    final List<Line> lines = new ArrayList<>();

    /** The version of the state of the roads that the lines are for. */
    int version;

    Queue(int edge, int version) {
      this.edge = edge;
      this.version = version;
    }

    Line lineFor(long lanes) {
      for (Line line : lines) {
        if (line.lanes == lanes) {
          return line;
        }
      }
      Line line = new Line(lanes);
      lines.add(line);
      return line;
    }

    boolean isEmpty() {
      return lines.stream().allMatch(line -> line.vehicles.isEmpty());
    }

    /** The line whose next vehicle has come before those of all others that may find room. */
    @Nullable Line foremost() {
      Line foremost = null;
      for (Line line : lines) {
        if (line.hopes && (foremost == null || line.next().order < foremost.next().order)) {
          foremost = line;
        }
      }
      return foremost;
    }
  }

  /** A vehicle that found room, the line it is in, and where it found it. */
  private record Place(Line line, Waiting vehicle, int lane, double speedMps) {}

  private final Region region;
  private final List<Departure> planned = new ArrayList<>();
  private final List<Integer> plannedNumbers = new ArrayList<>();
  private int nextPlanned;

  /** The queues that are not empty, by road. */
  private final SortedMap<Integer, Queue> queues = new TreeMap<>();

  private int waiting;
  private long come;

  /** Rows inserted in this tick. */
  final List<Integer> inserted = new ArrayList<>();

  private final List<Place> decided = new ArrayList<>();

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

  /** A vehicle is to be put on the road. */
  void add(int number, Departure departure, boolean tracked, boolean blueLight) {
    Waiting vehicle = new Waiting(region, number, departure, tracked, blueLight, come++);
    Queue queue =
        queues.computeIfAbsent(departure.edges()[0], edge -> new Queue(edge, region.roads.version));
    queue.lineFor(lanesWanted(vehicle)).vehicles.add(vehicle);
    waiting++;
  }

  int waiting() {
    return waiting;
  }

  /** The tick of the next planned departure: it drives in the tick after it is due. */
  long nextDueTick() {
    return nextPlanned < planned.size() ? dueTick(planned.get(nextPlanned)) : Clock.NEVER;
  }

  private long dueTick(Departure departure) {
    long ms = region.traffic.tickMillis;
    return (departure.departMs() + ms - 1) / ms + 1;
  }

  /** Takes up those whose time has come, and decides who finds room; reads the old state only. */
  void decide() {
    while (nextPlanned < planned.size() && dueTick(planned.get(nextPlanned)) <= region.tick) {
      add(plannedNumbers.get(nextPlanned), planned.get(nextPlanned), false, false);
      nextPlanned++;
    }
    decided.clear();
    queues.values().forEach(this::decideQueue);
  }

  /** One vehicle a lane and tick; a lane whose first found no room is not asked again. */
  private void decideQueue(Queue queue) {
    if (queue.version != region.roads.version) {
      lineUp(queue);
    }
    for (Line line : queue.lines) {
      line.found = 0;
      line.hopes = !line.vehicles.isEmpty();
    }
    int first = region.tables.firstLane[queue.edge];
    long lanes = (1L << region.tables.laneCount[queue.edge]) - 1;
    for (Line line = queue.foremost(); line != null; line = queue.foremost()) {
      long tried = line.lanes & lanes;
      int lane = findRoom(line.next(), tried);
      if (lane >= 0) {
        double speed = speed(line.next(), lane, region.kindOfNumber(line.next().number));
        decided.add(new Place(line, line.next(), lane, speed));
        line.found++;
        line.hopes = line.found < line.vehicles.size();
        lanes &= ~(1L << (lane - first));
      } else {
        line.hopes = false;
        lanes &= ~tried;
      }
    }
  }

  /** Lines a queue up anew, since lanes have been closed or opened. */
  private void lineUp(Queue queue) {
    List<Waiting> all =
        queue.lines.stream()
            .flatMap(line -> line.vehicles.stream())
            .sorted(Comparator.comparingLong(vehicle -> vehicle.order))
            .toList();
    queue.lines.clear();
    for (Waiting vehicle : all) {
      queue.lineFor(lanesWanted(vehicle)).vehicles.add(vehicle);
    }
    queue.version = region.roads.version;
  }

  /** The lanes that would do for a vehicle as the roads are now, as bits. */
  private long lanesWanted(Waiting vehicle) {
    Departure departure = vehicle.departure;
    RoutePlan plan = region.planFor(vehicle.number, departure.edges(), vehicle.type);
    long lanes = 0;
    for (int j = 0; j < region.tables.laneCount[departure.edges()[0]]; j++) {
      lanes |= wanted(departure, plan, j, vehicle.type) ? 1L << j : 0;
    }
    return lanes;
  }

  private int findRoom(Waiting vehicle, long lanes) {
    int first = region.tables.firstLane[vehicle.departure.edges()[0]];
    int best = -1;
    for (int j = 0; lanes >>> j != 0; j++) {
      int lane = first + j;
      if ((lanes & (1L << j)) != 0
          && isFree(vehicle, lane)
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
      return j == departure.departLaneIndex()
          && !region.roads.isClosedFor(lane, type.vehicleClass());
    }
    if (departure.departLane() == Departure.Lanes.FIRST) {
      return allowed && firstAllowed(departure.edges()[0], type) == lane;
    }
    if (departure.departLane() == Departure.Lanes.FREE
        || departure.departLane() == Departure.Lanes.ALLOWED
        || departure.departLane() == Departure.Lanes.RANDOM) {
      return allowed;
    }
    return allowed && plan.offset(j) == 0 && plan.reachM(j) > 0;
  }

  private int firstAllowed(int edge, VehicleType type) {
    int lane = region.tables.firstLane[edge];
    while (!region.tables.allows(lane, type.vehicleClass())) {
      lane++;
    }
    return lane;
  }

  private boolean isFree(Waiting vehicle, int lane) {
    DriverKind kind = region.kindOfNumber(vehicle.number);
    double pos = position(vehicle.departure, lane, kind);
    double rear = pos - kind.length;
    int leader = region.order.lastAhead(lane, pos, vehicle.number);
    double gap =
        leader < 0
            ? Double.POSITIVE_INFINITY
            : region.v.pos[leader] - region.lengthOf(leader) - pos;
    if (region.roads.obstacles.cover(lane, rear, pos)) {
      return false;
    }
    int tail = region.order.rearmostTail(lane, -1);
    if (gap < kind.minGap || (tail >= 0 && region.order.tailRearOf(tail) - pos < kind.minGap)) {
      return false;
    }
    double speed = speed(vehicle, lane, kind);
    if (leader >= 0 && region.followSpeed(kind, gap, speed, leader) < speed) {
      return false;
    }
    int follower = region.order.firstBehind(lane, pos, vehicle.number);
    if (follower >= 0) {
      return region.followsSafely(follower, rear - region.v.pos[follower], speed, kind);
    }
    return region.nobodyBehind(lane, rear, speed, kind, SEE_BACK_M);
  }

  private double position(Departure departure, int lane, DriverKind kind) {
    double length = region.tables.lengthM[lane];
    double wanted =
        Double.isNaN(departure.departPositionM()) ? kind.length : departure.departPositionM();
    return Bounds.least(wanted, length);
  }

  private double speed(Waiting vehicle, int lane, DriverKind kind) {
    double wanted = vehicle.departure.departSpeedMps();
    double top = Bounds.least(kind.maxSpeed, region.roads.limitMps[lane] * vehicle.speedFactor);
    return Double.isNaN(wanted) ? safeSpeed(vehicle, lane, kind, top) : Bounds.least(wanted, top);
  }

  /** As fast as the vehicle ahead and the lane's end allow. */
  private double safeSpeed(Waiting vehicle, int lane, DriverKind kind, double top) {
    double pos = position(vehicle.departure, lane, kind);
    double room = region.tables.lengthM[lane] - pos;
    double safe = Bounds.least(top, kind.stopping.safeSpeed(room));
    int leader = region.order.lastAhead(lane, pos, vehicle.number);
    if (leader >= 0) {
      double gap = region.v.pos[leader] - region.lengthOf(leader) - pos;
      safe =
          gap > kind.minGap ? Bounds.least(safe, region.followSpeed(kind, gap, safe, leader)) : 0;
    }
    return safe;
  }

  /** Puts those who found room on the road, as fast as was safe then, unless it has been taken. */
  void apply() {
    inserted.clear();
    for (Place place : decided) {
      Waiting vehicle = place.vehicle();
      DriverKind kind = region.kindOfNumber(vehicle.number);
      double pos = position(vehicle.departure, place.lane(), kind);
      if (stillFree(place.lane(), pos, kind)) {
        place.line().vehicles.remove(vehicle);
        waiting--;
        inserted.add(
            region.insert(
                vehicle.number,
                vehicle.departure,
                place.lane(),
                pos,
                place.speedMps(),
                vehicle.tracked,
                vehicle.blueLight));
      }
    }
    if (!inserted.isEmpty()) {
      dropEmpty();
    }
  }

  private void dropEmpty() {
    queues.values().removeIf(Queue::isEmpty);
  }

  /**
   * Whether nobody has changed to a lane in this tick, or come back from its side, near a place.
   */
  private boolean stillFree(int lane, double pos, DriverKind kind) {
    LaneChanging changing = region.laneChanging;
    return IntStream.concat(
            Arrays.stream(changing.changed, 0, changing.changedCount), region.roadside.returned())
        .noneMatch(row -> isNear(row, lane, pos, kind));
  }

  private boolean isNear(int row, int lane, double pos, DriverKind kind) {
    double distance = Math.abs(region.v.pos[row] - pos);
    return region.v.lane[row] == lane && distance < NEAR_M + kind.length + region.lengthOf(row);
  }

  /** A vehicle that still waits goes another way, from the road where it is to depart. */
  void reroute(int number, int[] wanted, double arrivalPositionM) {
    Waiting waits = find(number);
    if (waits == null) {
      return;
    }
    Departure departure = waits.departure;
    int start = departure.edges()[0];
    int[] route = Detours.onFrom(start, wanted);
    if (route.length == 1
        || region.traffic.graph.connects(start, route[1], waits.type.vehicleClass())) {
      replace(waits, departure.along(route, arrivalPositionM), waits.blueLight);
    }
  }

  /** A vehicle that still waits will have its blue light on, or off. */
  void light(int number, boolean on) {
    Waiting waits = find(number);
    if (waits != null) {
      replace(waits, waits.departure, on);
    }
  }

  private @Nullable Waiting find(int number) {
    return queues.values().stream()
        .flatMap(queue -> queue.lines.stream())
        .flatMap(line -> line.vehicles.stream())
        .filter(vehicle -> vehicle.number == number)
        .findFirst()
        .orElse(null);
  }

  /** It keeps its place among those who came before it and after. */
  private void replace(Waiting waits, Departure departure, boolean blueLight) {
    Waiting fresh =
        new Waiting(region, waits.number, departure, waits.tracked, blueLight, waits.order);
    Line line = takeOut(waits).lineFor(lanesWanted(fresh));
    line.vehicles.add(fresh);
    line.vehicles.sort(Comparator.comparingLong(vehicle -> vehicle.order));
  }

  /** Forgets a vehicle that still waits; true when there was one. */
  boolean remove(int number) {
    Waiting waits = find(number);
    if (waits == null) {
      return false;
    }
    takeOut(waits);
    waiting--;
    dropEmpty();
    return true;
  }

  /** Takes a vehicle out of its line; the queue it was in. */
  private Queue takeOut(Waiting waits) {
    Queue queue = java.util.Objects.requireNonNull(queues.get(waits.departure.edges()[0]));
    queue.lines.forEach(line -> line.vehicles.remove(waits));
    return queue;
  }
}
