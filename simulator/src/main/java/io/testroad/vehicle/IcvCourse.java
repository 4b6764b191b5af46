package io.testroad.vehicle;

import io.testroad.engine.RoadDecision;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Where a vehicle's route leads, and what it does so that the system drives only where it may: it
 * hands over before the border of its domain, finds a way that stays inside when there is nobody to
 * hand over to, or stops before the border.
 */
final class IcvCourse {

  /** Between two looks at where the vehicle is, s. */
  private static final double LOOK_S = 1;

  /** From the decision to stop until the brakes are on, s (assumption: two looks). */
  private static final double STOP_DELAY_S = 2;

  /** Left between the vehicle and the border when it stops before it, m (assumption). */
  private static final double MARGIN_M = 5;

  /** A vehicle that stands gets no slower, but may set off until the next look, m/s. */
  private static final double SETS_OFF_MPS = 5;

  /** So long before the end of its hours the system begins to hand over, besides the lead, s. */
  private static final Duration BEFORE_CLOSING = Duration.ofSeconds(15);

  static final String BORDER = "declared-roads-end";

  private final IcvDriving driving;
  private final IcvSpec spec;
  private final IcvTakeover takeover;
  private final IcvStops stops;

  IcvCourse(IcvDriving driving, IcvTakeover takeover, IcvStops stops) {
    this.driving = driving;
    spec = driving.spec();
    this.takeover = takeover;
    this.stops = stops;
  }

  // the route -----------------------------------------------------------------------------------

  /** The vehicle is on a road: of its route, as far as that is known. */
  void enter(String road) {
    IcvState.Trip trip = driving.state().trip();
    if (trip == null) {
      return;
    }
    List<String> ahead = trip.roads().subList(trip.at(), trip.roads().size());
    int steps = ahead.indexOf(road);
    IcvState.Trip onward =
        steps < 0 ? trip.on(List.of(road), 0) : trip.on(trip.roads(), trip.at() + steps);
    driving.become(driving.state().withTrip(withBorder(onward)));
  }

  /** The vehicle has another route, whoever decided so. */
  void take(List<String> roads) {
    IcvState.Trip trip = driving.state().trip();
    if (trip != null && !trip.roads().subList(trip.at(), trip.roads().size()).equals(roads)) {
      IcvState.Trip other = trip.on(roads, 0).withDetourTried(false);
      driving.become(driving.state().withTrip(withBorder(other)));
    }
  }

  /**
   * The roads, or a sign, have led the vehicle another way. Where the system may not drive on it
   * all along, but might have on the old one, it takes one on which it may, if there is one.
   */
  void rerouted(List<String> roads) {
    IcvState.Trip before = driving.state().trip();
    take(roads);
    if (before != null && !before.border().isThere() && driving.state().isSystemDriving()) {
      detour();
    }
  }

  /** What allows or forbids the system to drive has changed. */
  void review(String cause, String rule) {
    IcvState.Trip trip = driving.state().trip();
    if (trip == null || !driving.state().place().onRoad()) {
      return;
    }
    driving.become(driving.state().withTrip(withBorder(trip.withDetourTried(false))));
    if (!driving.domain().allows(driving.state().place().road())) {
      takeover.leaveAutomation(cause, rule);
    }
  }

  private IcvState.Trip withBorder(IcvState.Trip trip) {
    Domain domain = driving.domain();
    List<String> roads = trip.roads();
    double distanceM = 0;
    double fastestMps = 0;
    for (int i = trip.at(); i < roads.size(); i++) {
      if (i > trip.at() && !domain.allows(roads.get(i))) {
        return trip.with(new IcvState.Border(distanceM, fastestMps));
      }
      RoadMap.Road road = driving.map().road(roads.get(i));
      distanceM += road.lengthM();
      fastestMps = Math.max(fastestMps, road.limitMps());
    }
    return trip.with(IcvState.Border.NONE);
  }

  // the border ----------------------------------------------------------------------------------

  private double toBorderM() {
    IcvState.Trip trip = driving.state().trip();
    return trip == null
        ? Double.POSITIVE_INFINITY
        : trip.border().distanceM() - driving.state().place().positionM();
  }

  /** The way on which the vehicle can be stopped, m. */
  private double stopM() {
    double speedMps = Math.max(driving.state().place().speedMps(), SETS_OFF_MPS);
    return speedMps * STOP_DELAY_S + brakeM(speedMps) + MARGIN_M;
  }

  private static double brakeM(double speedMps) {
    return speedMps * speedMps / (2 * IcvDriving.GENTLE_MPS2);
  }

  /**
   * The way on which the system can wait for a driver as long as it waits, and stop if none comes,
   * m. A vehicle that is slow now may be as fast as it is allowed to be in the end.
   */
  private double handOverM(IcvState.Border border) {
    IcvState.Place place = driving.state().place();
    double speedMps =
        Math.max(border.fastestMps(), Math.max(place.speedMps(), place.speedLimitMps()));
    return speedMps * (spec.driver().leadS() + LOOK_S) + brakeM(speedMps) + MARGIN_M;
  }

  /** Whether the system would have to hand over as soon as it drove. */
  boolean isBorderNear() {
    IcvState.Trip trip = driving.state().trip();
    return trip != null
        && trip.border().isThere()
        && !spec.driver().isMissing()
        && toBorderM() <= handOverM(trip.border());
  }

  /** Looks ahead, wherever the vehicle has come. */
  void lookAhead() {
    IcvState.Trip trip = driving.state().trip();
    if (trip == null || !driving.state().isAutomated()) {
      return;
    }
    if (trip.border().isThere()) {
      mindBorder(trip);
    }
    if (!driving.domain().isTakenForOpenIn(spec.driver().lead().plus(BEFORE_CLOSING))) {
      takeover.leaveAutomation("hours-end", "");
    }
  }

  private void mindBorder(IcvState.Trip trip) {
    boolean waits = driving.state().mode() == Mode.TAKEOVER_REQUESTED;
    if (spec.driver().isMissing() && detour()) {
      return;
    }
    if (toBorderM() <= stopM() && (waits || spec.driver().isMissing())) {
      if (!staysInside()) {
        stops.manoeuvre(BORDER, "");
      }
    } else if (!waits && !spec.driver().isMissing() && toBorderM() <= handOverM(trip.border())) {
      takeover.leaveAutomation(BORDER, "");
    }
  }

  /**
   * Whether the system may go on to drive although nobody has taken over: on another way, if the
   * border was all that it asked for.
   */
  boolean staysInside() {
    IcvState.Trip trip = driving.state().trip();
    IcvState.Request request = driving.state().request();
    boolean asked = driving.state().mode() == Mode.TAKEOVER_REQUESTED;
    return trip != null
        && (!asked || request.cause().equals(BORDER))
        && (!trip.border().isThere() || detour());
  }

  /**
   * Takes another way on which the system may drive all along, if there is one; looked for once.
   *
   * @return whether the vehicle now has one
   */
  private boolean detour() {
    IcvState.Trip trip = driving.state().trip();
    if (trip == null || trip.detourTried() || !trip.border().isThere()) {
      return false;
    }
    driving.become(driving.state().withTrip(trip.withDetourTried(true)));
    Domain domain = driving.domain();
    Predicate<String> open = road -> domain.allows(road) && !domain.isClosed(road);
    String to = trip.roads().get(trip.roads().size() - 1);
    if (!open.test(to)) {
      return false;
    }
    Optional<List<String>> way =
        driving.map().findWay(start(), to, spec.make().vehicleClass(), open);
    way.ifPresent(this::order);
    return way.isPresent();
  }

  // orders to the roads -------------------------------------------------------------------------

  /** The road from which another way can begin: the next one when the vehicle is about to turn. */
  String start() {
    IcvState.Trip trip = driving.state().trip();
    IcvState.Place place = driving.state().place();
    double leftM = driving.map().road(place.road()).lengthM() - place.positionM();
    boolean turning = leftM <= place.speedMps() * LOOK_S / 2 + 1;
    return trip != null && turning && trip.at() + 1 < trip.roads().size()
        ? trip.roads().get(trip.at() + 1)
        : place.road();
  }

  /** Gives the vehicle another route, from {@link #start} on. */
  void order(List<String> way) {
    driving.out().decide(new RoadDecision.Reroute(spec.name(), way, Double.NaN));
    String here = driving.state().place().road();
    List<String> roads = new ArrayList<>(way);
    if (!way.get(0).equals(here)) {
      roads.add(0, here);
    }
    take(roads);
  }
}
