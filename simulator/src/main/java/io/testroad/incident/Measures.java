package io.testroad.incident;

import io.testroad.engine.EventType;
import io.testroad.engine.Facts;
import io.testroad.engine.RoadDecision;
import io.testroad.incident.CentreState.InForce;
import io.testroad.protocol.SceneLetter.Sight;
import io.testroad.protocol.VehicleLetter;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The measures a centre has taken on roads and towards operators. Lanes and limits are shared by
 * the incidents that need them, the strictest counts, and they are lifted when none needs them any
 * more; signs, messages and geofences are each incident's own.
 */
final class Measures {

  private static final String CLOSE_LANES = "close-lanes";
  private static final String LIMIT_SPEED = "limit-speed";
  private static final String SIGN = "sign";
  private static final String V2X = "v2x";
  private static final String DIVERT = "divert";
  private static final String PRE_EMPTION = "pre-emption";
  private static final String GEOFENCE = "geofence";

  /** How soon vehicles must be out of an emergency geofence, s (assumption). */
  private static final double LEAVE_WITHIN_S = 120;

  private final RoadsAround roads;

  Measures(RoadsAround roads) {
    this.roads = roads;
  }

  /** Takes what is planned for an incident and lifts what isn't any more. */
  void apply(Desk desk, Picture picture, List<Measure> planned) {
    SortedMap<String, Wanted> wanted = new TreeMap<>();
    for (int i = 0; i < planned.size(); i++) {
      add(wanted, picture, planned.get(i), i);
    }
    for (String key : List.copyOf(desk.measures().entries().keySet())) {
      Wanted still = wanted.get(key);
      if (of(desk, key, picture.number()) && (still == null || !still.holds(desk, picture))) {
        lift(desk, picture, key);
      }
    }
    wanted.forEach(
        (key, each) -> {
          if (!of(desk, key, picture.number())) {
            take(desk, picture, key, each);
          }
        });
  }

  /** Whether units on their way to an incident may ask signals for green. */
  static boolean allowsPreEmption(Desk desk, int number) {
    return desk.measures().find(PRE_EMPTION + "-" + number) != null;
  }

  /** The keys of the measures an incident needs. */
  static List<String> keys(Desk desk, int number) {
    return desk.measures().entries().keySet().stream()
        .filter(key -> of(desk, key, number))
        .toList();
  }

  private static boolean of(Desk desk, String key, int number) {
    InForce inForce = desk.measures().find(key);
    return inForce != null && inForce.strength().containsKey(number);
  }

  // what is wanted ------------------------------------------------------------------------------

  /**
   * A measure as one incident wants it.
   *
   * @param at where drivers are told of it, where they are told
   */
  private record Wanted(
      String measure, String road, int lane, double strength, List<String> at, double lastsS) {

    static Wanted on(String measure, String road, int lane, double strength) {
      return new Wanted(measure, road, lane, strength, List.of(), 0);
    }

    /** Whether the measure is in force just so. */
    boolean holds(Desk desk, Picture picture) {
      return desk.measures().entries().values().stream()
          .anyMatch(
              each ->
                  each.measure().equals(measure)
                      && each.road().equals(road)
                      && each.lane() == lane
                      && Double.valueOf(strength).equals(each.strength().get(picture.number())));
    }
  }

  private void add(SortedMap<String, Wanted> wanted, Picture picture, Measure planned, int index) {
    Sight place = picture.belief().sight();
    String own = planned.written() + "-" + picture.number();
    if (planned instanceof Measure.CloseLanes close) {
      List<Integer> lanes = close.wholeRoad() ? List.of(-1) : picture.belief().blockedLanes();
      lanes.forEach(
          lane ->
              wanted.put(
                  CLOSE_LANES + " " + place.road() + " " + lane,
                  Wanted.on(CLOSE_LANES, place.road(), lane, 1)));
    } else if (planned instanceof Measure.LimitSpeed limit) {
      roads.upstream(place.road(), place.positionM(), limit.upstreamM()).stream()
          .filter(road -> roads.speedLimitMps(road) > limit.speedMps())
          .forEach(
              road ->
                  wanted.put(
                      LIMIT_SPEED + " " + road,
                      Wanted.on(LIMIT_SPEED, road, -1, limit.speedMps())));
    } else if (planned instanceof Measure.Sign sign) {
      List<String> at =
          roads.upstream(
              place.road(), place.positionM(), Math.max(sign.upstreamM(), place.positionM() + 1));
      List<String> before = at.stream().filter(road -> !road.equals(place.road())).toList();
      if (!before.isEmpty()) {
        wanted.put(
            own + "-" + index, new Wanted(SIGN, place.road(), -1, sign.compliance(), before, 0));
      }
    } else if (planned instanceof Measure.Broadcast broadcast) {
      List<String> at = roads.within(place.road(), place.positionM(), broadcast.radiusM());
      wanted.put(own, new Wanted(V2X, place.road(), -1, broadcast.compliance(), at, 0));
    } else if (planned instanceof Measure.Divert divert) {
      wanted.put(own, Wanted.on(DIVERT, place.road(), -1, divert.compliance()));
    } else if (planned instanceof Measure.PreEmption) {
      wanted.put(own, Wanted.on(PRE_EMPTION, place.road(), -1, 1));
    } else if (planned instanceof Measure.Geofence fence) {
      List<String> at = roads.within(place.road(), place.positionM(), fence.radiusM());
      double lastsS = Assessment.seconds(fence.lasts());
      wanted.put(own, new Wanted(GEOFENCE, place.road(), -1, fence.radiusM(), at, lastsS));
    }
  }

  // taken and lifted ----------------------------------------------------------------------------

  private static void take(Desk desk, Picture picture, String key, Wanted wanted) {
    InForce before = desk.measures().find(key);
    SortedMap<Integer, Double> strength =
        new TreeMap<>(before == null ? new TreeMap<>() : before.strength());
    strength.put(picture.number(), wanted.strength());
    InForce after = new InForce(wanted.measure(), wanted.road(), wanted.lane(), strength);
    desk.measures().put(key, after);
    desk.decidedKnowing(EventType.MEASURE_TAKEN, picture, what(after));
    if (isKeptByEach(after)) {
      carryOutFor(desk, after, picture.number());
    } else if (before == null || strictest(before) != strictest(after)) {
      carryOut(desk, key, after, wanted);
    }
  }

  /** Whether the roads themselves know which incidents need a measure. */
  private static boolean isKeptByEach(InForce measure) {
    return measure.measure().equals(CLOSE_LANES) || measure.measure().equals(LIMIT_SPEED);
  }

  private static void carryOutFor(Desk desk, InForce measure, int number) {
    double strength = java.util.Objects.requireNonNull(measure.strength().get(number));
    desk.decide(
        measure.measure().equals(CLOSE_LANES)
            ? new RoadDecision.CloseLane(measure.road(), measure.lane(), by(measure, number))
            : new RoadDecision.LimitSpeed(measure.road(), strength, by(measure, number)));
  }

  private static void takeBack(Desk desk, InForce measure, int number) {
    desk.decide(
        measure.measure().equals(CLOSE_LANES)
            ? new RoadDecision.OpenLane(measure.road(), measure.lane(), by(measure, number))
            : new RoadDecision.LimitSpeed(measure.road(), Double.NaN, by(measure, number)));
  }

  private static String by(InForce measure, int number) {
    return "incident-" + number + (measure.lane() < 0 ? "" : "/lane");
  }

  private static void carryOut(Desk desk, String key, InForce measure, Wanted wanted) {
    String road = measure.road();
    double strength = strictest(measure);
    switch (measure.measure()) {
      case SIGN, V2X, DIVERT -> {
        boolean connected = measure.measure().equals(V2X);
        desk.decide(new RoadDecision.Sign(key, wanted.at(), List.of(road), strength, connected));
      }
      case GEOFENCE ->
          desk.spec()
              .surroundings()
              .operators()
              .forEach(
                  operator ->
                      desk.post(
                          operator,
                          new VehicleLetter.GeofenceOrdered(
                              key, "", wanted.at(), wanted.lastsS(), LEAVE_WITHIN_S)));
      default -> {}
    }
  }

  /** Lifts all measures of an incident that no other needs. */
  void liftAll(Desk desk, Picture picture) {
    keys(desk, picture.number()).forEach(key -> lift(desk, picture, key));
  }

  private static void lift(Desk desk, Picture picture, String key) {
    InForce before = java.util.Objects.requireNonNull(desk.measures().find(key));
    SortedMap<Integer, Double> strength = new TreeMap<>(before.strength());
    strength.remove(picture.number());
    InForce after = new InForce(before.measure(), before.road(), before.lane(), strength);
    if (isKeptByEach(before)) {
      takeBack(desk, before, picture.number());
    }
    if (!strength.isEmpty()) {
      desk.measures().put(key, after);
      return;
    }
    desk.measures().remove(key);
    desk.decided(EventType.MEASURE_LIFTED, picture, what(before));
    switch (before.measure()) {
      case SIGN, V2X, DIVERT -> desk.decide(new RoadDecision.Sign(key, List.of(), List.of(), 0));
      case GEOFENCE ->
          desk.spec()
              .surroundings()
              .operators()
              .forEach(operator -> desk.post(operator, new VehicleLetter.GeofenceLifted(key)));
      default -> {}
    }
  }

  private static double strictest(InForce measure) {
    return measure.strength().values().stream().min(Double::compare).orElse(0.0);
  }

  private static Facts what(InForce measure) {
    String lane = measure.lane() < 0 ? "" : " " + measure.lane();
    return Facts.of("measure", measure.measure(), "what", measure.road() + lane);
  }

  // hand-over -----------------------------------------------------------------------------------

  /** Takes an incident's measures out of this centre's hands, as they are. */
  static SortedMap<String, InForce> give(Desk desk, int number) {
    SortedMap<String, InForce> given = new TreeMap<>();
    for (String key : keys(desk, number)) {
      InForce measure = java.util.Objects.requireNonNull(desk.measures().find(key));
      SortedMap<Integer, Double> left = new TreeMap<>(measure.strength());
      SortedMap<Integer, Double> own = new TreeMap<>();
      own.put(number, java.util.Objects.requireNonNull(left.remove(number)));
      given.put(key, new InForce(measure.measure(), measure.road(), measure.lane(), own));
      if (left.isEmpty()) {
        desk.measures().remove(key);
      } else {
        desk.measures()
            .put(key, new InForce(measure.measure(), measure.road(), measure.lane(), left));
      }
    }
    return given;
  }

  /** Takes measures over that another centre has taken. */
  static void takeOver(Desk desk, SortedMap<String, InForce> given) {
    given.forEach(
        (key, measure) -> {
          InForce own = desk.measures().find(key);
          SortedMap<Integer, Double> all =
              new TreeMap<>(own == null ? new TreeMap<>() : own.strength());
          all.putAll(measure.strength());
          desk.measures()
              .put(key, new InForce(measure.measure(), measure.road(), measure.lane(), all));
        });
  }
}
