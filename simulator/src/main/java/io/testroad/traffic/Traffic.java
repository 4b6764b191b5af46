package io.testroad.traffic;

import io.testroad.demand.Demand;
import io.testroad.demand.Departure;
import io.testroad.demand.VehicleType;
import io.testroad.engine.Clock;
import io.testroad.engine.RandomStream;
import io.testroad.network.Network;
import io.testroad.network.RoadGraph;
import io.testroad.safety.ConflictRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * All that regions share and never change: the road network as tables, vehicle types, the register,
 * departures, the random streams and the look-ahead distance.
 */
public final class Traffic {

  private static final double SHORTEST_LOOK_AHEAD_M = 120;
  private static final double HIGHEST_SPEED_FACTOR = 1.5;
  private static final double LOOK_BEYOND_M = 60;

  /** How much farther than to the last link a driver looks for room, m. */
  private static final double ROOM_BEYOND_M = 150;

  final RoadTables tables;
  final RoadGraph graph;
  final VehicleRegister register;
  final List<Departure> departures;

  /** All vehicle types of the register, and what stands for obstacles. */
  final VehicleType[] types;

  final double[] spaceOfType;

  final double dt;
  final long tickMillis;
  final double lookAheadM;
  final RandomStream dawdling;
  final RandomStream speedFactors;
  final RandomStream choices;
  final ConflictRules conflicts;

  /** How many times longer careful drivers' headways are, as far as it has been found out. */
  final Map<CarefulDrivers.Care, Double> longerHeadways = new ConcurrentHashMap<>();

  private Traffic(
      Network network,
      Demand demand,
      VehicleRegister register,
      Clock clock,
      long seed,
      ConflictRules conflicts) {
    this.conflicts = conflicts;
    tables = RoadTables.of(network);
    graph = RoadGraph.of(network);
    this.register = register;
    departures = demand.departures();
    types =
        Stream.concat(register.types().stream(), Stream.of(Obstacles.type()))
            .toArray(VehicleType[]::new);
    spaceOfType = Stream.of(types).mapToDouble(t -> t.lengthM() + t.minGapM()).toArray();
    dt = clock.tickSeconds();
    tickMillis = clock.tickMillis();
    dawdling = RandomStream.of(seed, "dawdling");
    speedFactors = RandomStream.of(seed, "speed-factor");
    choices = RandomStream.of(seed, "departure");
    lookAheadM = lookAhead(network);
  }

  /** The shared part of a run's traffic. */
  public static Traffic of(
      Network network, Demand demand, VehicleRegister register, Clock clock, long seed) {
    return of(network, demand, register, clock, seed, ConflictRules.NONE);
  }

  /** The same with conflicts watched; the traffic is no other for it. */
  public static Traffic of(
      Network network,
      Demand demand,
      VehicleRegister register,
      Clock clock,
      long seed,
      ConflictRules conflicts) {
    return new Traffic(network, demand, register, clock, seed, conflicts);
  }

  private double lookAhead(Network network) {
    double fastest =
        network.lanes().stream().mapToDouble(lane -> lane.speedLimitMps()).max().orElse(0);
    double farthest = SHORTEST_LOOK_AHEAD_M;
    for (VehicleType type : types) {
      double speed = Math.min(type.maxSpeedMps(), fastest * HIGHEST_SPEED_FACTOR);
      farthest = Math.max(farthest, reachM(type, speed));
    }
    return farthest;
  }

  /** How far ahead a vehicle of a type and speed looks, m. */
  double reachM(VehicleType type, double speed) {
    double next = speed + type.accelMps2() * dt;
    double braking = next * dt + Krauss.brakeGap(next, type.decelMps2(), type.tauS(), dt);
    return type.model() != VehicleType.Model.KRAUSS
        ? Math.max(braking + LOOK_BEYOND_M / 2, SHORTEST_LOOK_AHEAD_M)
        : braking + type.minGapM() + 1;
  }

  /** The regions of a partition, each with its first departures waiting. */
  public List<Region> regions(Partition partition) {
    List<Region> regions = new ArrayList<>();
    Halos halos = Halos.of(tables, partition, lookAheadM + ROOM_BEYOND_M);
    for (int i = 0; i < partition.regions(); i++) {
      regions.add(new Region(this, partition, halos, i));
    }
    return regions;
  }

  /** The network. */
  public Network network() {
    return tables.network;
  }

  /** The vehicles' names, numbers and types. */
  public VehicleRegister register() {
    return register;
  }
}
