package io.testroad.traffic;

import io.testroad.demand.VehicleType;
import io.testroad.engine.RandomStream;
import io.testroad.engine.RoadDecision;
import io.testroad.network.CorridorNetwork;
import io.testroad.network.Network;
import io.testroad.network.Signal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
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
  private static final String PROGRAM = "busy";
  private static final long OFFSET_MS = 37_000;

  /** From how far before a signal the unit asks for green, m. */
  private static final double REACH_M = 600;

  private static final long TICK_MS = 500;
  private static final double FILLED_S = 200;
  private static final double GOES_ON_S = 200;
  private static final double LATEST_S = 1500;

  private final int crossings;
  private final Network network;
  private final double vehiclesPerHour;
  private final double crossVehiclesPerHour;

  Arterial(int crossings, double speedMps, double vehiclesPerHour, double crossVehiclesPerHour) {
    this.crossings = crossings;
    this.vehiclesPerHour = vehiclesPerHour;
    this.crossVehiclesPerHour = crossVehiclesPerHour;
    Network coordinated =
        new CorridorNetwork(crossings, 300, 2, 1, 150, speedMps, 11.11, true).generate();
    Map<String, List<Signal.Program>> programs = new TreeMap<>();
    for (Signal signal : coordinated.signals()) {
      programs.put(signal.id(), List.of(uncoordinated(signal)));
    }
    network = coordinated.withPrograms(programs);
  }

  /** The signal's program shifted, so that there is no green wave for either direction. */
  private static Signal.Program uncoordinated(Signal signal) {
    Signal.Program own = signal.programs().get(0);
    return new Signal.Program(PROGRAM, own.kind(), OFFSET_MS * signal.index(), own.phases());
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
    RoadWorld world =
        RoadWorld.on(network)
            .tickMillis(TICK_MS)
            .departing(others(seed, FILLED_S + departS + GOES_ON_S));
    double departsS = FILLED_S + departS;
    world.tracking(
        Ride.of(UNIT, along(east, 0, crossings)).by(type).at(departsS), means != Means.NONE);
    world.runTo(departsS + 1);
    Set<String> asked = new TreeSet<>();
    while (!world.traffic().isOver()) {
      if (world.nowS() > LATEST_S) {
        throw new AssertionError("not there yet: " + world.state());
      }
      if (means == Means.PRE_EMPTION) {
        ask(world, asked);
      }
      world.step();
    }
    Trip trip = world.trip(UNIT);
    double others =
        world.traffic().trips.stream()
            .filter(other -> !other.id().equals(UNIT))
            .mapToDouble(Trip::duration)
            .average()
            .orElseThrow();
    return new Drive(trip.duration() + trip.departDelay(), others, world.traffic().collisions);
  }

  /** Signals ahead within reach clear the unit's way; those behind it go back. */
  private void ask(RoadWorld world, Set<String> asked) {
    Optional<RoadWorld.Spot> spot = world.find(UNIT);
    if (spot.isPresent() && spot.get().road().startsWith(":")) {
      return;
    }
    Map<String, String> wanted = spot.map(this::signalsAhead).orElse(Map.of());
    for (String signal : List.copyOf(asked)) {
      if (!wanted.containsKey(signal)) {
        world.order(world.nowS(), new RoadDecision.RunProgram(signal, PROGRAM));
        asked.remove(signal);
      }
    }
    wanted.forEach(
        (signal, road) -> {
          if (asked.add(signal)) {
            world.order(world.nowS(), new RoadDecision.PreEmpt(signal, road));
          }
        });
  }

  /** The signals at the ends of the roads ahead within reach, and the roads. */
  private Map<String, String> signalsAhead(RoadWorld.Spot spot) {
    Map<String, String> ahead = new TreeMap<>();
    boolean east = spot.road().contains("east");
    int number = Integer.parseInt(spot.road().replaceAll("\\D", ""));
    double distance = -spot.positionM();
    for (int i = number; i >= 0 && i <= crossings; i += east ? 1 : -1) {
      String road = "arterial-" + (east ? "east-" : "west-") + i;
      int edge = network.findEdge(road).orElseThrow();
      distance += network.lengthM(edge);
      if (distance <= REACH_M || i == number) {
        network.findSignalAt(edge).ifPresent(signal -> ahead.put(signal, road));
      }
    }
    return ahead;
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
