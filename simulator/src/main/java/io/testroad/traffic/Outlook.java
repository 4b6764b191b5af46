package io.testroad.traffic;

import io.testroad.demand.Departure;
import io.testroad.demand.RssEnvelope;

/**
 * The road ahead of the driver under consideration, lane by lane along his route, and the speed it
 * leaves him: leaders, limits, and the entries that tell others of him.
 *
 * <p>Source of the structure: SUMO, MSVehicle::planMoveInternal.
 */
final class Outlook {

  static final double EPS_M = 0.1;

  /** Others are told of an arrival so long before, s. */
  static final double TOLD_BEFORE_S = 12;

  /** How long a vehicle on a wrong lane waits beside its stop before it leaves it out, s. */
  private static final double STOP_PATIENCE_S = 60;

  /** How many lanes of the way ahead are kept. */
  private static final int MOST = 64;

  private final Region region;
  private final RoadTables tables;
  private final VehicleTable v;
  private final Approaches approaches;
  private final Driver driver;
  private final double dt;

  /** The vehicle. */
  int row;

  /** The lane looked at, at first that of the vehicle's front. */
  int lane;

  /** The place on the route of the road that {@link #lane} is on, or comes from. */
  int at;

  /** From the vehicle's front to the end of {@link #lane}, m. */
  double seen;

  /** The next speed that all that has been looked at allows, m/s. */
  double speed;

  /** The driver's last entry that others may ask about, or -1. */
  int last;

  /** Gap to the leader on the vehicle's lane, m; negative: they overlap. */
  double pathGap;

  int leaderRow;

  private double laneTop;

  // what the speed at the end of the lane looked at follows from
  private double passFrom;
  private double passDistance;
  private double passAtMost;
  private boolean leaderFound;
  private double nextGap;
  private double inside;
  private double outside;
  private boolean leftJunction;
  private final int[] path = new int[MOST];
  private int pathLength;

  Outlook(Region region) {
    this.region = region;
    this.tables = region.tables;
    this.v = region.v;
    this.approaches = region.approaches;
    this.driver = region.driver;
    this.dt = region.dt;
  }

  /**
   * Turns to a vehicle and finds its leader.
   *
   * @param onLane the lane its front is on
   * @param leader the vehicle ahead of it there, or -1
   * @param tail the rearmost tail there, see {@link LaneOrder#rearmostTail}
   */
  void turnTo(int vehicle, int onLane, int leader, int tail) {
    row = vehicle;
    lane = onLane;
    leaderRow = leader;
    pathGap =
        leader < 0
            ? Double.POSITIVE_INFINITY
            : v.pos[leader] - region.lengthOf(leader) - v.pos[row];
    if (tail >= 0 && region.order.tailRowOf(tail) != row) {
      double gap = region.order.tailRearOf(tail) - v.pos[row];
      if (gap < pathGap) {
        pathGap = gap;
        leaderRow = region.order.tailRowOf(tail);
      }
    }
  }

  /**
   * Takes over what has been found of the lane that a vehicle is on.
   *
   * @param leader the vehicle's leader there, or -1
   * @param leaves the next speed that the lane and the leader leave, m/s
   */
  void take(int vehicle, int onLane, int leader, double leaves) {
    row = vehicle;
    lane = onLane;
    leaderRow = leader;
    speed = leaves;
    seen = tables.lengthM[onLane] - v.pos[vehicle];
    at = v.routeAt[vehicle];
  }

  /** Finds the speed that the leader and the lane the vehicle is on leave; the driver is loaded. */
  void lookAtOwnLane() {
    speed = driver.freeSpeed();
    if (leaderRow >= 0) {
      speed = Bounds.least(speed, driver.followSpeed(pathGap - driver.kind.minGap, leaderRow));
      keepEnvelope(pathGap, leaderRow);
    }
    seen = tables.lengthM[lane] - v.pos[row];
    at = v.routeAt[row];
  }

  /** An ICV whose type says so keeps RSS' safe distance: it brakes as soon as it is below it. */
  private void keepEnvelope(double gap, int leader) {
    if (!driver.kind.keepsEnvelope) {
      return;
    }
    RssEnvelope rss = driver.kind.type.automation().rss();
    double safe =
        Rss.sameDirection(
            driver.speed,
            v.speed[leader],
            rss.responseS(),
            rss.accelMps2(),
            rss.brakeMinMps2(),
            rss.brakeMaxMps2());
    double wanted = (speed - driver.speed) / dt;
    double accel = Rss.properResponse(wanted, gap, safe, rss.brakeMinMps2());
    speed = Bounds.least(speed, Bounds.most(0, driver.speed + accel * dt));
  }

  /** Sets out to look at what is behind the end of the vehicle's lane. */
  void setOut() {
    last = -1;
    leaderFound = leaderRow >= 0;
    nextGap = Double.POSITIVE_INFINITY;
    pathLength = 0;
    laneTop = Bounds.most(driver.desired, driver.speed - driver.kind.losesInTick);
    passFrom = speed;
    passDistance = seen;
    passAtMost = Double.POSITIVE_INFINITY;
    inside = tables.internal[lane] ? seen : 0;
    outside = 0;
    leftJunction = false;
  }

  /** The speed with which the driver can be at the end of {@link #lane}, m/s. */
  double passSpeed() {
    return Bounds.least(driver.speedAfter(passDistance, passFrom, laneTop), passAtMost);
  }

  /**
   * The speed of arrival where a driver must be able to stop until he sees others.
   *
   * @param visibility how far before the link he does, m
   * @param passSpeed of arrival if he saw them, m/s
   */
  static double arrivalInSight(Driver driver, double visibility, double passSpeed, double dt) {
    double visible = Krauss.safeStopSpeed(visibility, driver.kind.decel, 0, dt);
    return driver.speedAfter(visibility, visible, passSpeed);
  }

  /** Whether the next link is too far away to matter to anybody. */
  boolean isNextFar(double reach) {
    return leftJunction
        && outside > clearOfJunctionM(driver.kind, inside)
        && seen > reach
        && seen > TOLD_BEFORE_S * Bounds.most(laneTop, driver.speed);
  }

  /**
   * Whether what is behind a link does not matter to a driver who does not want to go on, or can't.
   */
  boolean endsBehind(int link, boolean stops) {
    leftJunction |= !tables.internal[tables.linkNext[link]];
    return stops && leftJunction && outside > clearOfJunctionM(driver.kind, inside);
  }

  /** How far behind a junction, inside which one drives so far, m, it does not matter any more. */
  static double clearOfJunctionM(DriverKind kind, double inside) {
    return Bounds.most(kind.length * 5, kind.length + inside);
  }

  /** The way to a stop on the lane looked at, m; not a number where the driver minds none. */
  double toStopM() {
    return v.stopPlace[row] != at || tables.internal[lane]
        ? Double.NaN
        : toStopM(region, row, lane, toLaneStart());
  }

  /** The way to a vehicle's next stop, which is on a road, m; NaN where its driver minds it not. */
  static double toStopM(Region region, int row, int lane, double toLaneStart) {
    Departure.Stop stop = region.stopsOf(row).get(region.v.stopAt(row));
    double distance = toLaneStart + stop.endM();
    boolean patient = stop.lane() == lane || region.standsForS(row) < STOP_PATIENCE_S;
    return patient && distance >= 0 ? distance : Double.NaN;
  }

  /** The link at the end of the lane looked at; -1, or {@link RoutePlan#BEYOND}. */
  int link() {
    return pathLength == 0 ? v.link[row] : region.linkFrom(row, lane, at);
  }

  /** Whether the vehicle need not stop at the end of the lane looked at where it has no link. */
  boolean needNotStop(int link) {
    return link == RoutePlan.BEYOND || (at == v.route[row].length - 1 && !tables.internal[lane]);
  }

  /** Goes on to the lane behind a link: its limit, and who is rearmost there. */
  void goOver(int link) {
    path[pathLength] = lane;
    pathLength = Math.min(pathLength + 1, path.length - 1);
    lane = tables.linkNext[link];
    double length = tables.lengthM[lane];
    laneTop = region.topSpeed(row, lane);
    if (laneTop < speed) {
      speed = Bounds.least(speed, driver.slowTo(seen, laneTop));
    }
    if (tables.internal[lane]) {
      inside += length;
    } else {
      at++;
      outside += length;
    }
    seen += length;
    passFrom = speed;
    passDistance = length;
    passAtMost = Double.POSITIVE_INFINITY;
    if (!leaderFound) {
      follow();
    }
  }

  private void follow() {
    int rear = region.order.last(lane);
    double start = toLaneStart();
    double gap = Double.POSITIVE_INFINITY;
    int leader = -1;
    if (rear >= 0 && rear != row) {
      gap = start + v.pos[rear] - region.lengthOf(rear);
      leader = rear;
    }
    int tail = region.order.rearmostTail(lane, row);
    if (tail >= 0 && start + region.order.tailRearOf(tail) < gap) {
      gap = start + region.order.tailRearOf(tail);
      leader = region.order.tailRowOf(tail);
    }
    if (leader < 0 || gap > region.traffic.lookAheadM) { // farther than regions see
      return;
    }
    leaderFound = true;
    leaderRow = leader;
    double safe;
    if (gap >= driver.kind.minGap || cameAlong(leader)) {
      nextGap = gap;
      keepEnvelope(gap, leader);
      safe = driver.followSpeed(gap - driver.kind.minGap, leader);
    } else {
      double before =
          pathLength > 1 && tables.internal[path[pathLength - 1]]
              ? tables.lengthM[path[pathLength - 1]]
              : 0;
      safe = driver.stopSpeed(start - EPS_M - before);
    }
    passNoFasterThan(safe);
  }

  /** Somebody ahead lets the driver go no faster than so, m/s, from the last link on. */
  void passNoFasterThan(double atMost) {
    if (last >= 0) {
      approaches.set(
          last,
          Approaches.LEAVE_SPEED,
          Bounds.least(approaches.get(last, Approaches.LEAVE_SPEED), Bounds.most(0, atMost)));
    }
    speed = Bounds.least(speed, atMost);
    passAtMost = Bounds.least(passAtMost, atMost);
  }

  private boolean cameAlong(int leader) {
    int rearmost = lane;
    double over = region.lengthOf(leader) - v.pos[leader];
    for (int k = 0; k < VehicleTable.BACK && over > 0 && v.back(leader, k) >= 0; k++) {
      rearmost = v.back(leader, k);
      over -= tables.lengthM[rearmost];
    }
    if (rearmost == lane) {
      return true;
    }
    for (int i = 0; i < pathLength; i++) {
      if (path[i] == rearmost) {
        return true;
      }
    }
    return false;
  }

  /** Judges the gap to the leader behind the end of the vehicle's lane, if there is one. */
  void judgeNextGap() {
    if (nextGap < Double.POSITIVE_INFINITY) {
      region.travel.judgeGap(row, nextGap, leaderRow);
    }
  }

  /** Distance from the vehicle's front to the beginning of the lane looked at, m. */
  double toLaneStart() {
    return seen - tables.lengthM[lane];
  }

  /**
   * Where to stop before a link, m from the vehicle's front.
   *
   * @param seen how far away the link is, m
   * @param gap to be left before the line, m, unless the vehicle can't stop so early
   * @param brakeDistance the way to a stand, m
   */
  static double toLineM(double seen, double gap, double brakeDistance) {
    double left = seen >= brakeDistance ? Bounds.least(gap, seen - brakeDistance) : gap;
    return Bounds.most(0, seen - Bounds.most(EPS_M, left));
  }

  /** Leaves an entry at a link at the end of the lane looked at. */
  int enter(int link, double arriveSpeed, boolean passes) {
    return approaches.enter(v.number[row], link, passes, speed, seen, arriveSpeed);
  }
}
