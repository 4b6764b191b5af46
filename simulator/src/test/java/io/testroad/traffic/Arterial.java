package io.testroad.traffic;

import io.testroad.demand.VehicleType;
import io.testroad.engine.RandomStream;
import io.testroad.engine.RoadDecision;
import io.testroad.network.CorridorNetwork;
import io.testroad.network.Network;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A busy urban arterial with signals, and a unit that drives along it: as anybody, with blue light,
 * or with blue light and signals that clear its way.
 */
final class Arterial {

  /** How the unit drives. */
  enum Means {
    NONE,
    BLUE_LIGHT,
    PRE_EMPTION
  }

  private static final String UNIT = "unit";
  private static final double FILLED_S = 240;
  private static final double LATEST_S = 1500;

  boolean trace;
  private final int crossings;
  private final Network network;
  private final double vehiclesPerHour;
  private final double crossVehiclesPerHour;

  Arterial(int crossings, double speedMps, double vehiclesPerHour, double crossVehiclesPerHour) {
    this.crossings = crossings;
    this.vehiclesPerHour = vehiclesPerHour;
    this.crossVehiclesPerHour = crossVehiclesPerHour;
    network = new CorridorNetwork(crossings, 400, 2, 1, 200, speedMps, 11.11, true).generate();
  }

  /** What came of a drive: the unit's time, s, and the mean time of all others, s. */
  record Drive(double unitS, double othersS, int collisions) {}

  /**
   * A drive of the unit.
   *
   * @param departS when it departs, counted from when the road is filled
   * @param east its direction
   */
  Drive drive(Means means, VehicleType type, double departS, boolean east, long seed) {
    RoadWorld world = RoadWorld.on(network).departing(others(seed, FILLED_S + departS + 400));
    double departsS = FILLED_S + departS;
    world.tracking(
        Ride.of(UNIT, along(east, 0, crossings)).by(type).at(departsS), means != Means.NONE);
    world.runTo(departsS + 1);
    Optional<String> asked = Optional.empty();
    while (world.traffic().trips.stream().noneMatch(trip -> trip.id().equals(UNIT))) {
      if (world.nowS() > LATEST_S) {
        throw new AssertionError("not there yet: " + world.get(UNIT));
      }
      if (means == Means.PRE_EMPTION) {
        asked = ask(world, asked);
      }
      world.step();
      if (trace && world.traffic().tick % 20 == 0)
        world
            .find(UNIT)
            .ifPresent(
                sp -> {
                  int n = 0, st = 0;
                  for (Region r : world.traffic().regions())
                    for (int row = 0; row < r.v.own; row++) {
                      if (r.v.has(row, VehicleTable.CLEARED)) n++;
                    }
                  System.out.printf(
                      "%.0f %s_%d %.0f v=%.1f aside=%d %s%n",
                      world.nowS(), sp.road(), sp.lane(), sp.positionM(), sp.speedMps(), n, "");
                });
    }
    Trip trip = world.trip(UNIT);
    world.runTo(departsS + 400);
    double others =
        world.traffic().trips.stream()
            .filter(other -> !other.id().equals(UNIT))
            .mapToDouble(Trip::duration)
            .average()
            .orElseThrow();
    return new Drive(trip.duration() + trip.departDelay(), others, world.traffic().collisions);
  }

  /** The signal before which the unit is clears its way; the one behind it goes back. */
  private Optional<String> ask(RoadWorld world, Optional<String> asked) {
    Optional<String> road = world.find(UNIT).map(RoadWorld.Spot::road);
    if (road.isEmpty() || road.get().startsWith(":")) {
      return asked;
    }
    Optional<String> signal = network.findSignalAt(network.findEdge(road.get()).orElseThrow());
    if (!signal.equals(asked)) {
      asked.ifPresent(old -> world.order(world.nowS(), new RoadDecision.RunProgram(old, "0")));
      signal.ifPresent(
          next -> world.order(world.nowS(), new RoadDecision.PreEmpt(next, road.get())));
    }
    return signal;
  }

  private static String along(boolean east, int from, int to) {
    return IntStream.rangeClosed(from, to)
        .map(i -> east ? i : to - i + from)
        .mapToObj(i -> "arterial-" + (east ? "east-" : "west-") + i)
        .collect(Collectors.joining(" "));
  }

  /** Traffic along the arterial in both directions, and across it and turning at each crossing. */
  private Ride[] others(long seed, double untilS) {
    List<Ride> rides = new ArrayList<>();
    VehicleType cars = Types.various("cars", VehicleType.Model.IDM);
    for (boolean east : new boolean[] {true, false}) {
      String name = "along-" + east;
      flow(rides, name, along(east, 0, crossings), cars, vehiclesPerHour, seed, untilS);
    }
    for (int k = 0; k < crossings; k++) {
      String cross = "cross-" + k + "-";
      for (String side : new String[] {"north", "south"}) {
        String other = side.equals("north") ? "south" : "north";
        String in = cross + side + "-in ";
        double rate = crossVehiclesPerHour;
        flow(rides, in + "over", in + cross + other + "-out", cars, rate * 0.7, seed, untilS);
        String east = in + along(true, k + 1, crossings);
        flow(rides, in + "east", east, cars, rate * 0.15, seed, untilS);
        flow(rides, in + "west", in + along(false, 0, k), cars, rate * 0.15, seed, untilS);
      }
    }
    return rides.toArray(Ride[]::new);
  }

  private static void flow(
      List<Ride> rides,
      String name,
      String roads,
      VehicleType type,
      double perHour,
      long seed,
      double untilS) {
    RandomStream random = RandomStream.of(seed, "arterial", name);
    double at = random.exponential(0, 3600 / perHour);
    for (int i = 1; at < untilS; i++) {
      rides.add(Ride.of((name + i).replace(' ', '-'), roads).by(type).at(Math.floor(10 * at) / 10));
      at += random.exponential(i, 3600 / perHour);
    }
  }
}
