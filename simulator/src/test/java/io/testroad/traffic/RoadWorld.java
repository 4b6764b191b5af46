package io.testroad.traffic;

import io.testroad.demand.Demand;
import io.testroad.demand.Departure;
import io.testroad.demand.VehicleType;
import io.testroad.engine.Clock;
import io.testroad.engine.Event;
import io.testroad.engine.EventType;
import io.testroad.engine.Percept;
import io.testroad.engine.RoadDecision;
import io.testroad.network.Edge;
import io.testroad.network.Lane;
import io.testroad.network.Network;
import io.testroad.safety.ConflictRules;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A network, vehicles and orders, told first and then run: the tests' small world.
 *
 * <p>Vehicles of {@link #departing} are background traffic; those of {@link #tracking} have an
 * agent: an order inserts them, and they perceive. Orders are carried out at the first tick at or
 * after their time.
 */
final class RoadWorld {

  /** Where a vehicle is; the road of one inside a junction is the junction's path. */
  record Spot(String road, int lane, double positionM, double speedMps, double accelMps2) {}

  private final Network network;
  private final List<VehicleType> types = new ArrayList<>();
  private final List<Ride> rides = new ArrayList<>();
  private final List<VehicleRegister.Registered> tracked = new ArrayList<>();
  private final SortedMap<Long, List<RoadDecision>> orders = new TreeMap<>();
  private long tickMillis = 100;
  private long seed = 1;
  private @Nullable Partition partition;
  private long deliverySeed;
  private ConflictRules conflicts = ConflictRules.NONE;
  private @Nullable LocalTraffic started;

  private RoadWorld(Network network) {
    this.network = network;
  }

  static RoadWorld on(Network network) {
    return new RoadWorld(network);
  }

  // told before the start -----------------------------------------------------------------------

  RoadWorld tickMillis(long newTickMillis) {
    tickMillis = newTickMillis;
    return this;
  }

  RoadWorld regions(int newRegions) {
    return partitioned(Partition.of(network, newRegions));
  }

  RoadWorld partitioned(Partition newPartition) {
    partition = newPartition;
    return this;
  }

  /** Delivers what regions exchange in an order of chance; 0: in their order. */
  RoadWorld shuffling(long newDeliverySeed) {
    deliverySeed = newDeliverySeed;
    return this;
  }

  /** Watches conflicts. */
  RoadWorld watching(ConflictRules rules) {
    conflicts = rules;
    return this;
  }

  RoadWorld departing(Ride... departing) {
    rides.addAll(List.of(departing));
    return this;
  }

  /** A vehicle with an agent, put on the road by an order at its time. */
  RoadWorld tracking(Ride ride, boolean blueLight) {
    typeIndex(ride.type());
    tracked.add(new VehicleRegister.Registered(ride.name(), ride.type().id()));
    double position = ride.positionM();
    return order(
        ride.departS(),
        new RoadDecision.Insert(
            ride.name(),
            List.of(ride.roads().split(" +")),
            position,
            ride.arrivalM(),
            true,
            blueLight));
  }

  RoadWorld tracking(Ride ride) {
    return tracking(ride, false);
  }

  // orders; may be told at any time -------------------------------------------------------------

  RoadWorld order(double second, RoadDecision... decisions) {
    long due = Math.round(Math.ceil(second * 1000 / tickMillis));
    orders.computeIfAbsent(due, tick -> new ArrayList<>()).addAll(List.of(decisions));
    return this;
  }

  // running -------------------------------------------------------------------------------------

  LocalTraffic traffic() {
    if (started == null) {
      rides.sort(Comparator.comparingDouble(Ride::departS));
      List<Departure> departures =
          rides.stream().map(ride -> ride.departure(network, typeIndex(ride.type()))).toList();
      Demand demand = new Demand(types, departures, Map.of());
      VehicleRegister register = VehicleRegister.of(demand, tracked);
      Clock clock = new Clock(Instant.EPOCH, ZoneOffset.UTC, tickMillis);
      Traffic traffic = Traffic.of(network, demand, register, clock, seed, conflicts);
      Partition parts = partition == null ? Partition.of(network, 1) : partition;
      started = new LocalTraffic(traffic, parts, 1, deliverySeed);
    }
    return started;
  }

  private int typeIndex(VehicleType type) {
    if (!types.contains(type)) {
      types.add(type);
    }
    return types.indexOf(type);
  }

  /** Runs a tick. */
  RoadWorld step() {
    LocalTraffic traffic = traffic();
    traffic.step(orders.getOrDefault(traffic.tick, List.of()));
    return this;
  }

  /** Runs all ticks that begin before a time. */
  RoadWorld runTo(double second) {
    while (traffic().tick * tickMillis < Math.round(second * 1000)) {
      step();
    }
    return this;
  }

  /** Runs until something holds; fails when it does not by a time. */
  RoadWorld runUntil(double latestSecond, Predicate<RoadWorld> holds) {
    while (!holds.test(this)) {
      if (nowS() >= latestSecond) {
        throw new AssertionError("not so by " + latestSecond + " s:\n" + state() + events());
      }
      step();
    }
    return this;
  }

  /** Runs until all orders are carried out and nobody is on the road or waits for it. */
  RoadWorld runOut(double latestSecond) {
    long lastOrder = orders.isEmpty() ? 0 : orders.lastKey();
    return runUntil(
        latestSecond, world -> world.traffic().tick > lastOrder && world.traffic().isOver());
  }

  double nowS() {
    return traffic().tick * tickMillis / 1000.0;
  }

  // asked ---------------------------------------------------------------------------------------

  VehicleRegister register() {
    return traffic().regions().get(0).traffic.register;
  }

  Sample sample() {
    return Sample.merge(traffic().regions().stream().map(Region::sample).toList());
  }

  Optional<Spot> find(String vehicle) {
    int number = register().findNumber(vehicle).orElseThrow();
    Sample sample = sample();
    for (int i = 0; i < sample.size(); i++) {
      if (sample.vehicle()[i] == number) {
        return Optional.of(spot(sample, i));
      }
    }
    return Optional.empty();
  }

  Spot get(String vehicle) {
    return find(vehicle)
        .orElseThrow(() -> new AssertionError(vehicle + " is not on the road:\n" + state()));
  }

  private Spot spot(Sample sample, int i) {
    Lane lane = network.lanes().get(sample.lane()[i]);
    Edge edge = network.edgeOf(lane);
    return new Spot(
        edge.id(),
        lane.indexOnEdge(),
        sample.positionM()[i],
        sample.speedMps()[i],
        sample.accelMps2()[i]);
  }

  boolean isOn(String vehicle, String road) {
    return find(vehicle).filter(spot -> spot.road().equals(road)).isPresent();
  }

  boolean isOn(String vehicle, String road, int lane) {
    return isOn(vehicle, road) && get(vehicle).lane() == lane;
  }

  /** A line a vehicle: name, lane, position, speed. */
  String state() {
    StringBuilder text = new StringBuilder();
    Sample sample = sample();
    for (int i = 0; i < sample.size(); i++) {
      Spot spot = spot(sample, i);
      text.append(
          String.format(
              Locale.ROOT,
              "%s on %s_%d at %.1f m, %.1f m/s%n",
              register().name(sample.vehicle()[i]),
              spot.road(),
              spot.lane(),
              spot.positionM(),
              spot.speedMps()));
    }
    return text.toString();
  }

  /** A line an event: second, type, subject, attributes. */
  String events() {
    StringBuilder text = new StringBuilder();
    for (Event event : traffic().events) {
      text.append(event.tick() * tickMillis / 1000.0)
          .append(" s ")
          .append(event.type())
          .append(' ')
          .append(event.subject())
          .append(' ')
          .append(event.attributes())
          .append('\n');
    }
    return text.toString();
  }

  List<Event> events(EventType type) {
    return traffic().events.stream().filter(event -> event.type() == type).toList();
  }

  /** What a tracked vehicle's agent was told, of one kind. */
  <P extends Percept> List<P> percepts(String vehicle, Class<P> kind) {
    return traffic().percepts.stream()
        .filter(perceived -> perceived.vehicle().equals(vehicle))
        .map(StepResult.Perceived::percept)
        .filter(kind::isInstance)
        .map(kind::cast)
        .toList();
  }

  Trip trip(String vehicle) {
    return traffic().trips.stream()
        .filter(trip -> trip.id().equals(vehicle))
        .findFirst()
        .orElseThrow(() -> new AssertionError(vehicle + " has not arrived:\n" + state()));
  }
}
