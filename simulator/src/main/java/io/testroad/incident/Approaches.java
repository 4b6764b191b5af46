package io.testroad.incident;

import io.testroad.network.EdgeCosts;
import io.testroad.network.Network;
import io.testroad.network.ReachTimes;
import io.testroad.network.RoadGraph;
import io.testroad.network.Shape;
import io.testroad.network.VehicleClass;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Looks how units would get to an incident: one search from there for all units of a class, widened
 * until nobody outside could be better than enough of those found. Not thread-safe.
 */
final class Approaches {

  private static final double FIRST_S = 30;
  private static final double FIRST_M = 300;
  private static final double WIDER = 1.3;

  /** The fastest any unit gets along, m/s: turns a bound in time into one in distance. */
  private static final double FASTEST_MPS = 60;

  private final DispatchSpec spec;
  private final Network network;
  private final ReachTimes reach;

  Approaches(DispatchSpec spec, Network network, RoadGraph graph) {
    this.spec = spec;
    this.network = network;
    reach = new ReachTimes(network, graph);
  }

  /** A unit on a known road. */
  private record Place(UnitView unit, int order, int edge) {}

  /** What is looked for: units for each call, and how many. */
  private record Wanted(List<DispatchCall> calls, int count) {

    static Wanted by(List<DispatchCall> calls) {
      return new Wanted(calls, calls.stream().mapToInt(DispatchCall::count).sum());
    }

    /** Whether each call has enough free units among those that some hold good for. */
    boolean satisfied(Collection<Place> places, Predicate<Place> near) {
      return calls.stream()
          .allMatch(
              call ->
                  places.stream()
                          .filter(each -> each.unit.isFree() && call.takes(each.unit.kind()))
                          .filter(near)
                          .limit(count)
                          .count()
                      == count);
    }
  }

  /**
   * How the units would get there that matter for a choice; those that can't, or not within the
   * bound, are left out. Order: that of the units.
   *
   * @param calls all about the same place
   */
  List<Approach> find(List<DispatchCall> calls, List<UnitView> units, EdgeCosts costs) {
    DispatchCall place = calls.get(0);
    OptionalInt to = network.findEdge(place.road());
    if (to.isEmpty()) {
      return List.of();
    }
    List<Approach> found = new ArrayList<>();
    SortedMap<VehicleClass, List<Place>> driving = new TreeMap<>();
    for (int i = 0; i < units.size(); i++) {
      UnitView unit = units.get(i);
      OptionalInt at = network.findEdge(unit.road());
      if (at.isEmpty() || !mayCome(unit, calls)) {
        continue;
      }
      Place from = new Place(unit, i, at.getAsInt());
      if (unit.kind().flies()) {
        found.add(flight(from, to.getAsInt(), place.positionM()));
      } else {
        driving.computeIfAbsent(unit.vehicleClass(), c -> new ArrayList<>()).add(from);
      }
    }
    Wanted wanted = Wanted.by(calls);
    driving.forEach(
        (vehicleClass, places) -> {
          Predicate<Place> looked =
              search(to.getAsInt(), place.positionM(), vehicleClass, places, wanted, costs);
          places.stream().filter(looked).forEach(each -> found.add(drive(each, costs)));
        });
    found.removeIf(each -> each.arrivalS() > seconds(spec.reach()));
    found.sort(Comparator.comparingInt(Approach::order));
    return found;
  }

  private boolean mayCome(UnitView unit, List<DispatchCall> calls) {
    boolean mayBeSent =
        unit.isFree()
            || (spec.preEmptionGain().isPresent()
                && unit.isUnderWayToLess(calls.get(0).priority()));
    return mayBeSent && calls.stream().anyMatch(call -> call.takes(unit.kind()));
  }

  /** Searches as far as needed; what comes back holds for units whose way was found. */
  private Predicate<Place> search(
      int edge,
      double positionM,
      VehicleClass vehicleClass,
      List<Place> places,
      Wanted wanted,
      EdgeCosts costs) {
    if (spec.rule() == DispatchRule.NEAREST_DISTANCE) {
      reach.beginShortest(edge, positionM, vehicleClass);
      return widenByDistance(places, wanted);
    }
    reach.beginQuickest(edge, positionM, vehicleClass, costs);
    return widenByTime(places, wanted);
  }

  private Predicate<Place> widenByTime(List<Place> places, Wanted wanted) {
    double leastTurnout =
        places.stream().mapToDouble(each -> seconds(each.unit.turnout())).min().orElse(0);
    double fastest = places.stream().mapToDouble(each -> each.unit.speedFactor()).max().orElse(1);
    double most = seconds(spec.reach()) * fastest;
    for (double until = FIRST_S; until < most && reach.widen(until); until *= WIDER) {
      double bound = leastTurnout + until / fastest;
      boolean beyondRings = spec.rule() != DispatchRule.RING || bound >= Dispatch.widestRingS();
      Predicate<Place> near = each -> arrivalS(each) <= bound;
      if ((beyondRings && wanted.satisfied(places, near)) || places.stream().allMatch(near)) {
        return near;
      }
    }
    reach.widen(most);
    return each -> arrivalS(each) <= leastTurnout + most / fastest;
  }

  private Predicate<Place> widenByDistance(List<Place> places, Wanted wanted) {
    double most = seconds(spec.reach()) * FASTEST_MPS;
    for (double until = FIRST_M; until < most && reach.widen(until); until *= WIDER) {
      double bound = until;
      Predicate<Place> near = each -> distanceM(each) <= bound;
      boolean enough = spec.preEmptionGain().isEmpty() && wanted.satisfied(places, near);
      if (enough || places.stream().allMatch(near)) {
        return near;
      }
    }
    reach.widen(most);
    return each -> distanceM(each) <= most;
  }

  /** How far a unit has to go, once a search by distance has got there; m. */
  private double distanceM(Place from) {
    return reach.secondsFrom(from.edge, from.unit.positionM());
  }

  /** When a unit is there, once a search by time has got there; s. */
  private double arrivalS(Place from) {
    return seconds(from.unit.turnout())
        + reach.secondsFrom(from.edge, from.unit.positionM()) / from.unit.speedFactor();
  }

  private Approach drive(Place from, EdgeCosts costs) {
    double positionM = from.unit.positionM();
    int[] way = reach.way(from.edge, positionM);
    double arrivalS =
        spec.rule() == DispatchRule.NEAREST_DISTANCE
            ? seconds(from.unit.turnout())
                + reach.secondsAlong(way, positionM, costs) / from.unit.speedFactor()
            : arrivalS(from);
    double distanceM = reach.metresAlong(way, positionM);
    return new Approach(from.unit, from.order, arrivalS, distanceM, way);
  }

  private Approach flight(Place from, int to, double positionM) {
    double[] here = point(from.edge, from.unit.positionM());
    double[] there = point(to, positionM);
    double distanceM = StrictMath.hypot(there[0] - here[0], there[1] - here[1]);
    boolean onGround = from.unit.engagement() == UnitView.Engagement.FREE;
    double arrivalS =
        seconds(from.unit.turnout())
            + (onGround ? seconds(spec.droneLaunch()) : 0)
            + distanceM / spec.droneSpeedMps();
    return new Approach(from.unit, from.order, arrivalS, distanceM, new int[0]);
  }

  private double[] point(int edge, double positionM) {
    Shape shape = network.lanes().get(network.edges().get(edge).firstLane()).shape();
    return shape.pointAt(positionM / network.lengthM(edge));
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / 1000.0;
  }
}
