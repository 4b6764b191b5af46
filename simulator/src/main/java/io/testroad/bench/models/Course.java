package io.testroad.bench.models;

import io.testroad.demand.Demand;
import io.testroad.demand.Departure;
import io.testroad.demand.VehicleType;
import io.testroad.engine.Clock;
import io.testroad.engine.RoadDecision;
import io.testroad.network.Network;
import io.testroad.traffic.Lockstep;
import io.testroad.traffic.Partition;
import io.testroad.traffic.Sample;
import io.testroad.traffic.StepResult;
import io.testroad.traffic.Traffic;
import io.testroad.traffic.VehicleRegister;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A network and vehicles in the kernel, told first, then stepped and looked at. Vehicles are known
 * by the order in which they were added, from 0. After a step the time is that of the state.
 */
final class Course {

  private static final double FOREVER_M = Double.NaN;

  private final Network network;
  private final long tickMs;
  private final List<VehicleType> types = new ArrayList<>();
  private final List<Departure> departures = new ArrayList<>();
  private final List<RoadDecision> orders = new ArrayList<>();
  private @Nullable Lockstep roads;
  private int[] indexOf = {};
  private int[] lane = {};
  private double[] position = {};
  private double[] speed = {};
  private double[] accel = {};
  private long tick;
  private int collisions;

  /** A world without vehicles, stepped by seconds, a whole number of milliseconds. */
  Course(Network network, double stepS) {
    this.network = network;
    tickMs = Math.round(stepS * 1000);
  }

  /** Makes a type known of which no vehicle departs. */
  Course knowing(VehicleType type) {
    typeOf(type);
    return this;
  }

  /** Adds a vehicle that departs at a place and speed as soon as there is room. */
  int add(VehicleType type, double departS, int[] edges, int onLane, double atM, double speedMps) {
    return add(type, departS, edges, onLane, atM, speedMps, List.of());
  }

  int add(
      VehicleType type,
      double departS,
      int[] edges,
      int onLane,
      double atM,
      double speedMps,
      List<Departure.Stop> stops) {
    departures.add(
        new Departure(
            Integer.toString(departures.size()),
            typeOf(type),
            Math.round(departS * 1000),
            edges,
            Departure.Lanes.GIVEN,
            onLane,
            atM,
            speedMps,
            FOREVER_M,
            stops,
            0));
    return departures.size() - 1;
  }

  private int typeOf(VehicleType type) {
    if (!types.contains(type)) {
      types.add(type);
    }
    return types.indexOf(type);
  }

  /** The edges of roads by name. */
  int[] edges(String... names) {
    return Arrays.stream(names).mapToInt(name -> network.findEdge(name).orElseThrow()).toArray();
  }

  Network network() {
    return network;
  }

  int vehicles() {
    return departures.size();
  }

  /** Decides something about the roads or a vehicle for the next step. */
  Course order(RoadDecision decision) {
    orders.add(decision);
    return this;
  }

  /** Gives all vehicles another type for the next step. */
  void restyleAll(VehicleType type) {
    for (int i = 0; i < departures.size(); i++) {
      order(new RoadDecision.Restyle(name(i), type.id()));
    }
  }

  String name(int vehicle) {
    return Integer.toString(vehicle);
  }

  /** Goes on by a step, and looks. */
  Course step() {
    for (StepResult result : started().step(tick, List.copyOf(orders))) {
      collisions += result.collisions();
    }
    orders.clear();
    tick++;
    Arrays.fill(lane, -1);
    Sample sample = started().regions().get(0).sample();
    for (int k = 0; k < sample.size(); k++) {
      int i = indexOf[sample.vehicle()[k]];
      lane[i] = sample.lane()[k];
      position[i] = sample.positionM()[k];
      speed[i] = sample.speedMps()[k];
      accel[i] = sample.accelMps2()[k];
    }
    return this;
  }

  /** Steps until a time. */
  Course runTo(double second) {
    while (nowS() < second - 1e-9) {
      step();
    }
    return this;
  }

  private Lockstep started() {
    if (roads == null) {
      List<Departure> sorted = new ArrayList<>(departures);
      sorted.sort(Comparator.comparingLong(Departure::departMs));
      Demand demand = new Demand(types, sorted, Map.of());
      VehicleRegister register = VehicleRegister.of(demand, List.of());
      int count = departures.size();
      indexOf = new int[count];
      for (int number = 0; number < count; number++) {
        indexOf[number] = Integer.parseInt(register.name(number));
      }
      lane = new int[count];
      position = new double[count];
      speed = new double[count];
      accel = new double[count];
      Clock clock = new Clock(Instant.EPOCH, ZoneOffset.UTC, tickMs);
      Traffic traffic = Traffic.of(network, demand, register, clock, 1);
      roads = new Lockstep(traffic, Partition.of(network, 1));
    }
    return roads;
  }

  /** Time of the state, s: a vehicle that departs at 0 has driven so long. */
  double nowS() {
    return Math.max(0, tick - 1) * tickMs / 1000.0;
  }

  double stepS() {
    return tickMs / 1000.0;
  }

  int collisions() {
    return collisions;
  }

  boolean isOnRoad(int vehicle) {
    return lane[vehicle] >= 0;
  }

  int lane(int vehicle) {
    return lane[vehicle];
  }

  double position(int vehicle) {
    return position[vehicle];
  }

  double speed(int vehicle) {
    return speed[vehicle];
  }

  double accel(int vehicle) {
    return accel[vehicle];
  }

  /** Where a vehicle's front is on a line, m; not a number when it is not there. */
  double x(int vehicle, Line line) {
    return lane[vehicle] < 0 ? Double.NaN : line.startOf(lane[vehicle]) + position[vehicle];
  }
}
