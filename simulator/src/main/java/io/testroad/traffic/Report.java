package io.testroad.traffic;

import io.testroad.engine.Event;
import io.testroad.engine.EventType;
import io.testroad.engine.Facts;
import io.testroad.engine.Percept;
import io.testroad.network.Edge;
import io.testroad.network.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Gathers what a tick brings: percepts, events, completed trips, counts. */
final class Report {

  private final Region region;
  private final VehicleTable v;
  private final LeaderSight leader;
  private List<StepResult.Perceived> percepts = new ArrayList<>();
  private List<Event> events = new ArrayList<>();
  private List<Trip> trips = new ArrayList<>();
  private int departed;
  private int arrived;
  private int collisions;

  Report(Region region) {
    this.region = region;
    this.v = region.v;
    leader = new LeaderSight(region);
  }

  void begin() {
    percepts = new ArrayList<>();
    events = new ArrayList<>();
    trips = new ArrayList<>();
    departed = 0;
    arrived = 0;
    collisions = 0;
  }

  StepResult finish() {
    sightings();
    return new StepResult(
        percepts,
        events,
        trips,
        region.vehicles(),
        resting(),
        region.departures.waiting(),
        departed,
        arrived,
        collisions,
        region.departures.nextDueTick());
  }

  private int resting() {
    int resting = 0;
    for (int row = 0; row < v.own && v.mayHave(VehicleTable.ASIDE); row++) {
      resting += rests(row) ? 1 : 0;
    }
    return resting;
  }

  private boolean rests(int row) {
    return v.has(row, VehicleTable.ASIDE) && v.has(row, VehicleTable.HALTING);
  }

  /** The road a vehicle is on; inside a junction the one it came from. */
  String roadOf(int row) {
    return edge(v.route[row][v.routeAt[row]]).id();
  }

  /** The lane, counted from the right, that a vehicle is on; inside a junction the one it left. */
  int laneIndexOf(int row) {
    int lane = v.lane[row];
    for (int k = 0; k < VehicleTable.BACK && region.tables.internal[lane]; k++) {
      if (v.back(row, k) < 0) {
        break;
      }
      lane = v.back(row, k);
    }
    return region.tables.indexOnEdge[lane];
  }

  /** Metres along the road; inside a junction the length of the road one came from. */
  double placeOf(int row) {
    int lane = v.lane[row];
    return region.tables.internal[lane]
        ? region.tables.lengthM[region.tables.firstLane[v.route[row][v.routeAt[row]]]]
        : v.pos[row];
  }

  String nameOf(int row) {
    return nameOfNumber(v.number[row]);
  }

  /** The name of a vehicle, or the subject of an obstacle. */
  String nameOfNumber(int number) {
    return region.roads.obstacles.hasNumber(number)
        ? region.roads.obstacles.subject(number)
        : region.traffic.register.name(number);
  }

  private Edge edge(int index) {
    return region.tables.network.edges().get(index);
  }

  private boolean tracked(int row) {
    return v.has(row, VehicleTable.TRACKED);
  }

  private void percept(int row, Supplier<Percept> percept) {
    if (tracked(row)) {
      percepts.add(new StepResult.Perceived(nameOf(row), percept.get()));
    }
  }

  void event(EventType type, String subject, Facts facts) {
    events.add(new Event(region.tick, type, subject, facts));
  }

  void vehicleEvent(EventType type, int row, Facts facts) {
    event(type, "vehicle:" + nameOf(row), facts);
  }

  void departed(int row) {
    departed++;
    percept(row, () -> new Percept.Departed(roadOf(row), laneIndexOf(row), v.departPos(row)));
    if (tracked(row)) {
      vehicleEvent(
          EventType.VEHICLE_DEPARTED,
          row,
          Facts.of(
              "road",
              roadOf(row),
              "lane",
              laneIndexOf(row),
              "vehicleType",
              region.typeOf(row).id()));
    }
  }

  void enteredRoad(int row) {
    percept(row, () -> new Percept.EnteredRoad(roadOf(row), laneIndexOf(row), v.speed[row]));
  }

  void arrived(int row) {
    arrived++;
    region.conflicts.leaves(v.number[row]);
    double duration = (region.tick - v.departTick(row)) * region.dt;
    trips.add(tripOf(row, duration));
    percept(row, () -> new Percept.Arrived(roadOf(row), duration, v.driven[row]));
    if (tracked(row)) {
      vehicleEvent(
          EventType.VEHICLE_ARRIVED,
          row,
          Facts.of("road", roadOf(row), "durationS", duration, "distanceM", v.driven[row]));
    }
  }

  private Trip tripOf(int row, double duration) {
    var lanes = region.tables.network.lanes();
    return new Trip(
        nameOf(row),
        v.departTick(row) * region.dt,
        lanes.get(v.departLane(row)).id(),
        v.departPos(row),
        v.departSpeed(row),
        v.departDelayMs(row) / 1000.0,
        region.tick * region.dt,
        lanes.get(v.lane[row]).id(),
        v.pos[row],
        v.speed[row],
        duration,
        v.driven[row],
        (v.waitingTicks(row) + v.stuckTicks[row]) * region.dt,
        v.waitingCount(row),
        v.stoppedTicks(row) * region.dt,
        v.timeLoss[row],
        v.reroutes(row),
        region.typeOf(row).id(),
        v.speedFactor[row]);
  }

  void removed(int row) {
    region.conflicts.leaves(v.number[row]);
    percept(row, () -> new Percept.Removed(roadOf(row)));
    vehicleEvent(EventType.VEHICLE_REMOVED, row, Facts.of("road", roadOf(row)));
  }

  void halted(int row, boolean aside) {
    percept(row, () -> new Percept.Halted(roadOf(row), laneIndexOf(row), placeOf(row), aside));
    if (!aside) {
      vehicleEvent(
          EventType.VEHICLE_STALLED,
          row,
          Facts.of("road", roadOf(row), "lane", laneIndexOf(row), "positionM", placeOf(row)));
    }
  }

  void collided(int row, int other) {
    collisions++;
    Crash crash =
        Crash.of(
            region.typeOf(row),
            v.speed[row],
            region.typeOf(other),
            v.speed[other],
            Heading.between(region, row, other));
    tellOfCollision(row, other, crash, true);
    tellOfCollision(other, row, crash, false);
    Facts place =
        Facts.of(
            "road",
            roadOf(row),
            "lane",
            laneIndexOf(row),
            "positionM",
            placeOf(row),
            "other",
            nameOf(other),
            "speedMps",
            v.speed[row],
            "otherSpeedMps",
            v.speed[other]);
    vehicleEvent(EventType.COLLISION, row, place.and(crash.facts()));
  }

  private void tellOfCollision(int row, int other, Crash crash, boolean struck) {
    percept(
        row,
        () ->
            new Percept.Collided(
                roadOf(row),
                laneIndexOf(row),
                placeOf(row),
                v.speed[row],
                nameOf(other),
                Heading.written(crash.kind()),
                struck));
  }

  void rerouted(int row, String cause) {
    v.countReroute(row);
    percept(row, () -> new Percept.Rerouted(routeOf(row)));
    if (tracked(row)) {
      vehicleEvent(EventType.VEHICLE_REROUTED, row, Facts.of("road", roadOf(row), "cause", cause));
    }
  }

  private List<String> routeOf(int row) {
    List<String> roads = new ArrayList<>();
    for (int i = v.routeAt[row]; i < v.route[row].length; i++) {
      roads.add(edge(v.route[row][i]).id());
    }
    return roads;
  }

  void noWayOn(int row, String cause) {
    percept(row, () -> new Percept.NoWayOn(roadOf(row), cause));
    vehicleEvent(EventType.ROUTE_IMPOSSIBLE, row, Facts.of("road", roadOf(row), "cause", cause));
  }

  void standsForMinutes(int row) {
    percept(row, () -> new Percept.Waiting(roadOf(row), laneIndexOf(row), region.standsForS(row)));
  }

  /** Whether a second begins with this tick. */
  private boolean isSecond() {
    long ms = region.traffic.tickMillis;
    return Math.floorDiv(region.tick * ms, 1000) != Math.floorDiv((region.tick - 1) * ms, 1000);
  }

  /**
   * Tells agents whom their vehicles follow, once a second; when all regions see the same state,
   * before anything moves.
   */
  void followings() {
    if (!isSecond()) {
      return;
    }
    for (int row = 0; row < v.own && v.mayHave(VehicleTable.TRACKED); row++) {
      if (tracked(row) && !v.has(row, VehicleTable.ASIDE) && leader.find(row)) {
        double gapM = leader.gapM;
        double leaderSpeedMps = v.speed[leader.row];
        double speedMps = v.speed[row];
        percept(row, () -> new Percept.Following(gapM, speedMps, leaderSpeedMps));
      }
    }
  }

  /** Tells agents where their vehicles are, once a second. */
  private void sightings() {
    if (!isSecond()) {
      return;
    }
    for (int row = 0; row < v.own && v.mayHave(VehicleTable.TRACKED); row++) {
      if (tracked(row) && !rests(row)) {
        sighted(row);
      }
    }
  }

  private void sighted(int row) {
    int lane = v.lane[row];
    Shape shape = region.tables.network.lanes().get(lane).shape();
    double[] place = shape.pointAt(v.pos[row] / region.tables.lengthM[lane]);
    percept(
        row,
        () ->
            new Percept.Sighted(
                roadOf(row),
                laneIndexOf(row),
                placeOf(row),
                v.speed[row],
                region.roads.limitMps[lane],
                place[0],
                place[1]));
  }
}
