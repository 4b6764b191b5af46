package io.testroad.vehicle;

import io.testroad.engine.RoadDecision;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where a minimal risk manoeuvre ends: in the lane, aside, or by the road that is a safe place. */
final class IcvRefuge {

  private final IcvDriving driving;
  private final IcvSpec spec;
  private final Fallback.Manoeuvre manoeuvre;

  IcvRefuge(IcvDriving driving) {
    this.driving = driving;
    spec = driving.spec();
    manoeuvre = spec.fallback().manoeuvre();
  }

  /** Brings the vehicle to a stand, or on its way to where it will stand. */
  void comeToAStand() {
    switch (manoeuvre.kind()) {
      case Fallback.Manoeuvre.ASIDE -> driving.halt(IcvDriving.GENTLE_MPS2, true);
      case Fallback.Manoeuvre.IN_LANE ->
          driving.out().decide(new RoadDecision.StopInLane(spec.name(), IcvDriving.GENTLE_MPS2));
      case Fallback.Manoeuvre.SHOULDER -> pullOver();
      case Fallback.Manoeuvre.SAFE_PLACE -> seek();
      default -> throw new IllegalArgumentException("no manoeuvre " + manoeuvre.kind());
    }
  }

  /** Pulls over to the side of the road that the vehicle is on. */
  void pullOver() {
    driving
        .out()
        .decide(
            new RoadDecision.PullOver(spec.name(), IcvDriving.GENTLE_MPS2, manoeuvre.patienceS()));
  }

  /** Drives on slowly to a safe place that is near enough; pulls over at once without one. */
  private void seek() {
    Optional<List<String>> way = way();
    if (way.isEmpty()) {
      pullOver();
      return;
    }
    List<String> roads = new ArrayList<>(way.get());
    become(roads.get(roads.size() - 1));
    driving.capSpeed();
    driving.out().decide(new RoadDecision.Reroute(spec.name(), onward(roads), Double.NaN));
  }

  private Optional<List<String>> way() {
    IcvState.Place place = driving.state().place();
    if (!driving.state().place().onRoad() || manoeuvre.safePlaces().contains(place.road())) {
      return Optional.empty();
    }
    Domain domain = driving.domain();
    return driving
        .map()
        .findWayOut(
            place.road(),
            spec.make().vehicleClass(),
            road -> !domain.isClosed(road),
            manoeuvre.safePlaces()::contains)
        .filter(way -> lengthM(way) - place.positionM() <= manoeuvre.withinM());
  }

  /** From the beginning of the first road to that of the last, m. */
  private double lengthM(List<String> way) {
    double m = 0;
    for (String road : way.subList(0, way.size() - 1)) {
      m += driving.map().road(road).lengthM();
    }
    return m;
  }

  /** The way, and on to the end of the trip, so that the vehicle can go on from there. */
  private List<String> onward(List<String> way) {
    IcvState.Trip trip = driving.state().trip();
    if (trip == null) {
      return way;
    }
    List<String> all = new ArrayList<>(way);
    driving
        .map()
        .findWay(
            way.get(way.size() - 1),
            trip.roads().get(trip.roads().size() - 1),
            spec.make().vehicleClass(),
            road -> !driving.domain().isClosed(road))
        .ifPresent(on -> all.addAll(on.subList(1, on.size())));
    return all;
  }

  /** The vehicle has entered a road: the safe place perhaps. */
  void entered(String road) {
    if (driving.mishap().stand().refuge().equals(road) && driving.state().isStopping()) {
      pullOver();
    }
  }

  /** Drives on as fast as ever. */
  void forget() {
    if (!driving.mishap().stand().refuge().isEmpty()) {
      become("");
      driving.capSpeed();
    }
  }

  private void become(String refuge) {
    driving.become(driving.mishap().with(driving.mishap().stand().at(refuge)));
  }
}
