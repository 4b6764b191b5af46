package io.testroad.vehicle;

import io.testroad.engine.Facts;
import io.testroad.policy.Moment;
import io.testroad.protocol.VehicleLetter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Emergency geofences: a vehicle inside leaves by the quickest way out, or stops aside when there
 * is none; one outside drives around, or ends its trip before the border.
 */
final class IcvGeofences {

  private static final String CAUSE = "geofence";

  private final IcvDriving driving;
  private final IcvSpec spec;
  private final IcvJudging judging;
  private final IcvObedience obedience;
  private final IcvStops stops;
  private final IcvCourse course;

  IcvGeofences(
      IcvDriving driving,
      IcvJudging judging,
      IcvObedience obedience,
      IcvStops stops,
      IcvCourse course) {
    this.driving = driving;
    spec = driving.spec();
    this.judging = judging;
    this.obedience = obedience;
    this.stops = stops;
    this.course = course;
  }

  void ordered(VehicleLetter.GeofenceOrdered order) {
    long tick = driving.turn().tick();
    Duration lasts = ofSeconds(order.lastsS());
    var geofence =
        new IcvState.Geofence(order.zone(), order.roads(), tick, driving.now().plus(lasts));
    become(order.geofence(), geofence);
    driving.out().remind(lasts, new VehicleLetter.GeofenceEnds(order.geofence()));
    if (!driving.state().place().onRoad()) {
      return;
    }
    if (isInside(geofence)) {
      driving
          .out()
          .remind(
              ofSeconds(order.leaveWithinS()),
              new VehicleLetter.GeofenceDue(order.geofence(), tick));
    }
    if (!driving.state().isStopping() && driving.state().trip() != null) {
      keepOut();
    }
  }

  private static Duration ofSeconds(double seconds) {
    return Duration.ofMillis(Math.round(seconds * 1000));
  }

  private void become(String name, IcvState.Geofence geofence) {
    SortedMap<String, IcvState.Geofence> all = new TreeMap<>(geofences());
    all.put(name, geofence);
    become(all);
  }

  private void become(SortedMap<String, IcvState.Geofence> all) {
    String weather = driving.state().surroundings().weather();
    driving.become(driving.state().with(new IcvState.Surroundings(weather, all)));
  }

  private SortedMap<String, IcvState.Geofence> geofences() {
    return driving.state().surroundings().geofences();
  }

  private boolean isInside(IcvState.Geofence geofence) {
    IcvState.Place place = driving.state().place();
    return place.onRoad() && driving.domain().closes(geofence, place.road());
  }

  // the way -------------------------------------------------------------------------------------

  /** Leaves, or stays out of, all that is closed. */
  void keepOut() {
    IcvState.Trip trip = driving.state().trip();
    if (trip == null) {
      return;
    }
    Domain domain = driving.domain();
    List<String> ahead = trip.roads().subList(trip.at(), trip.roads().size());
    if (domain.isClosed(driving.state().place().road())) {
      leave(domain, ahead.get(ahead.size() - 1));
    } else if (ahead.stream().anyMatch(domain::isClosed)) {
      goAround(domain, ahead);
    }
  }

  /** Where the vehicle can drive: everywhere with a driver, else where the system may. */
  private Predicate<String> drivable(Domain domain) {
    return road -> !spec.driver().isMissing() || domain.allows(road);
  }

  private Optional<List<String>> way(String from, String to, Domain domain) {
    Predicate<String> drivable = drivable(domain);
    return domain.isClosed(to)
        ? Optional.empty()
        : driving
            .map()
            .findWay(
                from,
                to,
                spec.make().vehicleClass(),
                road -> !domain.isClosed(road) && drivable.test(road));
  }

  private void leave(Domain domain, String destination) {
    Optional<List<String>> out = wayOut(course.start(), domain);
    if (out.isEmpty()) {
      stops.manoeuvre(CAUSE, "");
      return;
    }
    List<String> roads = new ArrayList<>(out.get());
    way(roads.get(roads.size() - 1), destination, domain)
        .ifPresent(onward -> roads.addAll(onward.subList(1, onward.size())));
    course.order(roads);
  }

  private Optional<List<String>> wayOut(String start, Domain domain) {
    return domain.isClosed(start)
        ? driving
            .map()
            .findWayOut(
                start, spec.make().vehicleClass(), drivable(domain), road -> !domain.isClosed(road))
        : Optional.of(List.of(start)); // it is about to turn out of it
  }

  private void goAround(Domain domain, List<String> ahead) {
    String start = course.start();
    if (domain.isClosed(start)) { // it can't help entering; then it leaves again
      leave(domain, ahead.get(ahead.size() - 1));
      return;
    }
    Optional<List<String>> around = way(start, ahead.get(ahead.size() - 1), domain);
    course.order(around.orElseGet(() -> untilBorder(domain, ahead, start)));
  }

  private static List<String> untilBorder(Domain domain, List<String> ahead, String start) {
    return ahead.subList(ahead.indexOf(start), ahead.size()).stream()
        .takeWhile(road -> !domain.isClosed(road))
        .toList();
  }

  // the end -------------------------------------------------------------------------------------

  /** The time to leave is over. */
  void due(VehicleLetter.GeofenceDue due) {
    IcvState.Geofence geofence = geofences().get(due.geofence());
    if (geofence != null && geofence.orderedTick() == due.orderedTick()) {
      obedience.follow(
          judging.judge(
              Moment.GEOFENCE_DUE,
              Facts.of(
                  "geofence.inside",
                  isInside(geofence),
                  "geofence.afterS",
                  driving.secondsSince(geofence.orderedTick()))));
    }
  }

  /** A geofence's time is over; unless it was ordered anew in the meantime. */
  void ends(String name) {
    IcvState.Geofence geofence = geofences().get(name);
    if (geofence != null && !geofence.until().isAfter(driving.now())) {
      lifted(name);
    }
  }

  void lifted(String name) {
    SortedMap<String, IcvState.Geofence> all = new TreeMap<>(geofences());
    if (all.remove(name) == null) {
      return;
    }
    become(all);
    if (!driving.domain().isClosed(driving.state().place().road())) {
      stops.driveOnAfter(CAUSE, "geofence-lifted");
    }
  }
}
