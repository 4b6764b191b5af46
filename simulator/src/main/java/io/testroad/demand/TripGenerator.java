package io.testroad.demand;

import io.testroad.engine.RandomStream;
import io.testroad.network.EdgeCosts;
import io.testroad.network.Junction;
import io.testroad.network.Network;
import io.testroad.network.NetworkSummary;
import io.testroad.network.RoadGraph;
import io.testroad.network.Router;
import io.testroad.network.VehicleClass;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.DoubleConsumer;

/**
 * Makes up the traffic of a network: origins and destinations by density and distance, departures
 * by a day's profile, routes quickest at free flow with a wait at each signal.
 *
 * <p>Trips from one road make a group with one search of routes. Each group sees travel times up to
 * a quarter off, by chance, so that not all choose one way.
 *
 * <p>Deterministic: the same network, parameters and seed make the same trips.
 */
public final class TripGenerator {

  /** How much longer than at free flow trips are expected to last; an assumption. */
  public static final double DELAY = 1.3;

  private static final int MOST_GROUPS = 1_600;
  private static final int PILOT_TRIPS = 1_000;
  private static final double SIGNAL_WAIT_S = 15;
  private static final double TASTE = 0.25;
  private static final int TRIES = 8;
  private static final double LONGEST_WARM_UP = 4;

  private final Network network;
  private final RoadGraph graph;
  private final Router router;
  private final TrafficZones zones;
  private final double[] seconds;
  private final DayProfile profile;
  private final double truckShare;
  private final long seed;
  private final OriginDestination choice;

  /**
   * A generator for a network.
   *
   * @param decayM distance over which the wish to travel falls to 1/e, m; NaN: 6 km, or less in a
   *     small network
   * @param truckShare share of trucks, 0 to 1
   */
  public TripGenerator(
      Network network, DayProfile profile, double decayM, double truckShare, long seed) {
    this.network = network;
    this.profile = profile;
    this.truckShare = truckShare;
    this.seed = seed;
    graph = RoadGraph.of(network);
    router = new Router(graph);
    zones = TrafficZones.of(network, graph, NetworkSummary.largestPart(network, graph));
    double usual = Math.min(6_000, 0.8 * zones.meanOffM());
    choice = new OriginDestination(zones, Double.isNaN(decayM) ? Math.max(100, usual) : decayM);
    seconds = new double[network.edges().size()];
    for (int edge = 0; edge < seconds.length; edge++) {
      Junction end = network.junctions().get(network.edges().get(edge).to());
      seconds[edge] = graph.freeFlowSeconds(edge) + (end.signal() < 0 ? 0 : SIGNAL_WAIT_S);
    }
  }

  /** Whether there are roads between which trips can be made. */
  public boolean hasRoads() {
    return zones.squares().stream().mapToInt(square -> square.roads.size()).sum() > 1;
  }

  /** A trip before its route is known. */
  private record Wish(double departS, int group, boolean fromHome, int number) {}

  /**
   * Trips of so many vehicles, their departures spread over a span.
   *
   * @param beginS begin of the span, s since midnight
   * @param progress told the share that is done
   */
  public GeneratedTrips departing(
      int vehicles, double beginS, double endS, DoubleConsumer progress) {
    List<GeneratedTrips.Trip> trips = GeneratedTrips.list();
    double sumS = make("trip", vehicles, profile, beginS, endS, beginS, trips, progress);
    return new GeneratedTrips(sorted(trips), sumS / Math.max(1, trips.size()));
  }

  /**
   * Trips of which so many are under way at a time, by Little's law from the estimated mean
   * duration, while they do not hinder each other more than estimated. Departures are even,
   * whatever the profile.
   *
   * @param warm whether as many are under way already at the beginning; else it begins empty
   */
  public GeneratedTrips underWay(
      int vehicles, double beginS, double endS, boolean warm, DoubleConsumer progress) {
    List<GeneratedTrips.Trip> pilot = GeneratedTrips.list();
    double meanS =
        make("pilot", PILOT_TRIPS, DayProfile.FLAT, beginS, endS, beginS, pilot, share -> {})
            / Math.max(1, pilot.size());
    double rate = vehicles / meanS;
    List<GeneratedTrips.Trip> trips = GeneratedTrips.list();
    double early = beginS - (warm ? LONGEST_WARM_UP * meanS : 0);
    int count = (int) Math.round(rate * (endS - early));
    make("trip", count, DayProfile.FLAT, early, endS, beginS, trips, progress);
    return new GeneratedTrips(sorted(trips), meanS);
  }

  private static List<GeneratedTrips.Trip> sorted(List<GeneratedTrips.Trip> trips) {
    trips.sort(Comparator.comparingLong(GeneratedTrips.Trip::departMs));
    return trips;
  }

  /** Adds trips; those that are over before a time are left out. Returns their durations' sum. */
  private double make(
      String what,
      int count,
      DayProfile departures,
      double beginS,
      double endS,
      double fromS,
      List<GeneratedTrips.Trip> trips,
      DoubleConsumer progress) {
    RandomStream random = RandomStream.of(seed, "trip-generator." + what);
    int groups = Math.max(1, Math.min(MOST_GROUPS, count / 2));
    List<List<Wish>> wishes = new ArrayList<>();
    for (int i = 0; i < groups; i++) {
      wishes.add(new ArrayList<>());
    }
    for (int i = 0; i < count; i++) {
      double at = departures.timeOf(random.uniform(i, 0), beginS, endS);
      boolean fromHome = random.uniform(i, 1) < DayProfile.shareFromHome(at);
      int side = (groups + (fromHome ? 1 : 0)) / 2;
      int group = (int) (random.uniform(i, 2) * side);
      group = Math.min(groups - 1, 2 * group + (fromHome ? 0 : 1));
      wishes.get(group).add(new Wish(at, group, fromHome, i));
    }
    double sumS = 0;
    for (int group = 0; group < groups; group++) {
      sumS += makeGroup(group, wishes.get(group), random, fromS, trips);
      progress.accept((group + 1.0) / groups);
    }
    return sumS;
  }

  private double makeGroup(
      int group,
      List<Wish> wishes,
      RandomStream random,
      double fromS,
      List<GeneratedTrips.Trip> trips) {
    if (wishes.isEmpty()) {
      return 0;
    }
    RandomStream own = random.forEntity(-1 - group);
    boolean atHome = group % 2 == 0;
    int origin = choice.origin(atHome, own.uniform(0));
    int from = choice.road(origin, own, 1);
    double[] sums = choice.wishes(origin, atHome);
    int[] to = new int[wishes.size()];
    for (int i = 0; i < to.length; i++) {
      to[i] = destination(sums, from, random.forEntity(wishes.get(i).number()));
    }
    EdgeCosts costs = edge -> seconds[edge] * (1 + TASTE * (2 * own.uniform(edge, 0) - 1));
    List<int[]> routes = router.findAll(from, to, VehicleClass.PASSENGER, costs);
    double sumS = 0;
    for (int i = 0; i < to.length; i++) {
      int[] route = routes.get(i);
      if (route.length > 1) {
        sumS += durationS(route);
        add(wishes.get(i), route, random, fromS, trips);
      }
    }
    return sumS;
  }

  /** A road to go to, another than that on which the trip begins. */
  private int destination(double[] sums, int from, RandomStream random) {
    int to = from;
    for (int i = 0; i < TRIES && to == from; i++) {
      int square = OriginDestination.pick(sums, random.uniform(10 + 2L * i));
      to = choice.road(square, random, 11 + 2L * i);
    }
    return to;
  }

  private double durationS(int[] route) {
    double sum = 0;
    for (int i = 0; i < route.length; i++) {
      sum += stepS(route, i);
    }
    return sum;
  }

  /** Estimated time for a road of a route and the turn that follows, s. */
  private double stepS(int[] route, int i) {
    double turnS = i + 1 < route.length ? graph.turnSeconds(route[i], route[i + 1]) : 0;
    return DELAY * (seconds[route[i]] + turnS);
  }

  /** Adds a trip, or what is left of it at the time from which trips are wanted. */
  private void add(
      Wish wish, int[] route, RandomStream random, double fromS, List<GeneratedTrips.Trip> trips) {
    boolean truck = random.uniform(wish.number(), 3) < truckShare;
    double drivenS = fromS - wish.departS();
    if (drivenS <= 0) {
      long departMs = Math.round(-drivenS * 100) * 10;
      trips.add(new GeneratedTrips.Trip(departMs, truck, route, Double.NaN));
      return;
    }
    int first = 0;
    while (first < route.length && drivenS > stepS(route, first)) {
      drivenS -= stepS(route, first++);
    }
    if (first < route.length) {
      int[] rest = java.util.Arrays.copyOfRange(route, first, route.length);
      double share = drivenS / stepS(route, first);
      double lengthM = network.lengthM(rest[0]);
      double at = Math.min(lengthM - 1, Math.max(Math.min(8, lengthM - 1), share * lengthM));
      trips.add(new GeneratedTrips.Trip(0, truck, rest, Math.round(at * 10) / 10.0));
    }
  }
}
