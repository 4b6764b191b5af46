package io.testroad.traffic;

import io.testroad.demand.Departure;
import io.testroad.demand.RssEnvelope;
import java.util.List;

/**
 * The planning phase: what every own driver means to do, from the state after the lane changes. He
 * minds the leader, stops, speed limits and junctions ahead; for each link within reach he leaves
 * an entry in {@link Approaches} with his speed if it turns out open and if it does not.
 *
 * <p>Source of the structure: SUMO, MSVehicle::planMoveInternal.
 */
final class Planning {

  static final double EPS_M = 0.1;

  private static final double MOVES_MPS = 1e-4;

  /** Who stands behind another that stands, or at a line, does not close up for less, m. */
  private static final double CREEP_M = 0.002;

  /** Vehicles with right of way stop so far before a line, m (SUMO). */
  private static final double STOP_LINE_GAP_M = 1;

  /** Others are told of an arrival so long before, s. */
  private static final double TOLD_BEFORE_S = 12;

  /** A vehicle with blue light passes red lights at no more than this, m/s. */
  private static final double RED_SPEED_MPS = 20 / 3.6;

  /** How long a vehicle on a wrong lane waits beside its stop before it leaves it out, s. */
  private static final double STOP_PATIENCE_S = 60;

  private static final int NOT_COMING =
      VehicleTable.HALTING | VehicleTable.ASIDE | VehicleTable.COLLIDED;

  private final Region region;
  private final RoadTables tables;
  private final VehicleTable v;
  private final Approaches approaches;
  private final Driver driver;
  private final JunctionLeaders junctionLeaders;
  private final KeepClear keepClear;
  private final double dt;

  /** Stands for the number of entries of a driver whose next speed no link has a say in. */
  static final int ALONE = -1;

  /** Stands for the number of entries of a driver who stands at a red light. */
  static final int HELD = -2;

  /** Stands for the number of entries of one who stands at a stop, or has collided. */
  static final int PARKED = -3;

  /** What was planned, by row: a speed, m/s; the next one itself of those who are alone. */
  double[] planned = new double[64];

  /** The highest speed that the driver wants where he is, m/s; of those who drive. */
  double[] desired = new double[64];

  int[] firstEntry = new int[64];
  int[] entries = new int[64];

  /** Those who are not alone: what others mean to do decides with what speed they go on. */
  int[] undecidedRows = new int[64];

  int undecided;

  // the vehicle under consideration
  private int row;
  private int lane;
  private int at;
  private double seen;
  private double speed;
  private double passSpeed;
  private int last;
  private boolean slowedForMinor;
  private boolean wantsOn;
  private boolean givesUp;
  private boolean leaderFound;
  private boolean mustKeepClear;
  private final int[] path = new int[64];
  private int pathLength;

  /** Gap to the leader, m; on the path itself, so that a negative one is an overlap. */
  double pathGap;

  int leaderRow;

  Planning(Region region) {
    this.region = region;
    this.tables = region.tables;
    this.v = region.v;
    this.approaches = region.approaches;
    this.driver = region.driver;
    this.dt = region.dt;
    junctionLeaders = new JunctionLeaders(region, this);
    keepClear = new KeepClear(region, this);
  }

  /** Plans for every own vehicle on a lane; nothing moves. */
  void plan() {
    if (planned.length < v.own) {
      int capacity = v.capacity();
      planned = new double[capacity];
      desired = new double[capacity];
      firstEntry = new int[capacity];
      entries = new int[capacity];
    }
    approaches.clear();
    undecided = 0;
    for (int i = 0; i < region.order.occupied(); i++) {
      planLane(region.order.occupiedLane(i));
    }
    approaches.register(0);
  }

  private void planLane(int onLane) {
    int tail = region.order.rearmostTail(onLane, -1);
    double ahead = 0;
    int leader = -1;
    for (int next = region.order.first(onLane); next >= 0; next = region.order.behind(next)) {
      if (next < v.own) {
        plan(next, onLane, leader, tail, ahead);
      }
      ahead += region.spaceOf(next);
      leader = next;
    }
  }

  private void plan(int vehicle, int onLane, int leader, int tail, double ahead) {
    row = vehicle;
    lane = onLane;
    findLeader(leader, tail);
    boolean parked = v.has(row, VehicleTable.COLLIDED | VehicleTable.AT_STOP);
    if (parked || standsBehind()) {
      judgeGap();
      stand(parked ? PARKED : ALONE);
      return;
    }
    if (standsAtRed()) {
      stand(HELD);
      return;
    }
    driver.load(row);
    desired[row] = driver.desired;
    speed = driver.freeSpeed();
    if (leaderRow >= 0) {
      follow(pathGap - driver.kind.minGap);
      keepEnvelope(pathGap);
    }
    judgeGap();
    seen = tables.lengthM[lane] - v.pos[row];
    double reach = driver.lookAheadM();
    at = v.routeAt[row];
    if (seen > reach && v.stopPlace[row] != at && !tables.internal[lane]) {
      tellFromAfar();
      planned[row] = region.motion.nextSpeed(row, speed, 0);
      entries[row] = ALONE;
      return;
    }
    firstEntry[row] = approaches.size();
    mustKeepClear = false;
    lookAhead(reach);
    entries[row] = approaches.size() - firstEntry[row];
    if (mustKeepClear && !v.has(row, NOT_COMING) && !tables.roundabout[v.lane[row]]) {
      keepClear.check(row, firstEntry[row], entries[row], ahead);
    }
    planned[row] = speed;
    undecidedRows = GrowingList.with(undecidedRows, undecided++, row);
  }

  private void stand(int because) {
    planned[row] = 0;
    entries[row] = because;
    region.laneChanging.advice.forget(row);
    if (because != ALONE) {
      undecidedRows = GrowingList.with(undecidedRows, undecided++, row);
    }
  }

  /** Whether the vehicle stands close behind another that stands: it goes on standing. */
  private boolean standsBehind() {
    return leaderRow >= 0
        && v.speed[row] == 0
        && v.speed[leaderRow] == 0
        && pathGap <= region.typeOf(row).minGapM() + CREEP_M
        && !tables.internal[lane]
        && !v.has(row, VehicleTable.PULLS_OVER | VehicleTable.IN_CORRIDOR);
  }

  /** Whether the vehicle stands, at the head of its lane, at the line of a red signal. */
  private boolean standsAtRed() {
    if (leaderRow >= 0
        || v.speed[row] != 0
        || v.link[row] < 0
        || tables.internal[lane]
        || tables.lengthM[lane] - v.pos[row] > STOP_LINE_GAP_M + CREEP_M) {
      return false;
    }
    return RightOfWay.isRed(region.roads.stateOf(v.link[row]))
        && v.stopPlace[row] != v.routeAt[row]
        && !v.has(
            row, VehicleTable.BLUE_LIGHT | VehicleTable.PULLS_OVER | VehicleTable.IN_CORRIDOR);
  }

  private void findLeader(int leader, int tail) {
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

  private void judgeGap() {
    region.travel.judgeGap(row, pathGap, leaderRow);
  }

  private void follow(double gap) {
    speed = Math.min(speed, driver.followSpeed(gap, leaderRow));
  }

  /** An ICV whose type says so keeps RSS' safe distance: it brakes as soon as it is below it. */
  private void keepEnvelope(double gap) {
    if (!driver.kind.keepsEnvelope) {
      return;
    }
    RssEnvelope rss = driver.kind.type.automation().rss();
    double safe =
        Rss.sameDirection(
            driver.speed,
            v.speed[leaderRow],
            rss.responseS(),
            rss.accelMps2(),
            rss.brakeMinMps2(),
            rss.brakeMaxMps2());
    double wanted = (speed - driver.speed) / dt;
    double accel = Rss.properResponse(wanted, gap, safe, rss.brakeMinMps2());
    speed = Math.min(speed, Math.max(0, driver.speed + accel * dt));
  }

  /** Tells those who must let the vehicle pass that it comes, though it need not mind the link. */
  private void tellFromAfar() {
    if (speed <= MOVES_MPS
        || seen > region.traffic.lookAheadM
        || seen > TOLD_BEFORE_S * speed
        || v.has(row, NOT_COMING)) {
      return;
    }
    int link = v.link[row];
    if (link < 0 || !tables.isYieldedTo[link]) {
      return;
    }
    char state = region.roads.stateOf(link);
    if (RightOfWay.isRed(state) || RightOfWay.isYellow(state)) {
      return;
    }
    passSpeed = driver.speedAfter(seen, speed, driver.desired);
    enter(link, speed, passSpeed, true);
  }

  /** The links ahead, one after the other, as far as the driver must see. */
  private void lookAhead(double reach) {
    last = -1;
    slowedForMinor = false;
    leaderFound = leaderRow >= 0;
    pathLength = 0;
    double laneTop = Math.max(driver.desired, driver.speed - driver.kind.decel * dt);
    passSpeed = driver.speedAfter(seen, speed, laneTop);
    double inside = tables.internal[lane] ? seen : 0;
    double outside = 0;
    boolean leftJunction = false;
    while (true) {
      if (last >= 0) {
        approaches.set(
            last,
            Approaches.WAIT_SPEED,
            Math.min(approaches.get(last, Approaches.WAIT_SPEED), speed));
      }
      if (mindStop()) {
        endWith(speed);
        return;
      }
      double farEnough = Math.max(driver.kind.length * 5, driver.kind.length + inside);
      if (leftJunction
          && outside > farEnough
          && seen > reach
          && seen > TOLD_BEFORE_S * Math.max(laneTop, driver.speed)) {
        endWith(speed); // the next link is too far away to matter to anybody
        return;
      }
      int link = pathLength == 0 ? v.link[row] : region.linkFrom(row, lane, at);
      if (link < 0) {
        boolean arrives = at == v.route[row].length - 1 && !tables.internal[lane];
        if (!arrives && link != RoutePlan.BEYOND) {
          speed = Math.min(speed, driver.stopSpeed(seen));
        }
        endWith(speed);
        return;
      }
      if (!mindLink(link)) {
        return;
      }
      boolean intoRoad = !tables.internal[tables.linkNext[link]];
      leftJunction |= intoRoad;
      if ((!wantsOn || speed <= 0 || seen > reach) && leftJunction && outside > farEnough) {
        return;
      }
      path[pathLength] = lane;
      pathLength = Math.min(pathLength + 1, path.length - 1);
      lane = tables.linkNext[link];
      at += intoRoad ? 1 : 0;
      double length = tables.lengthM[lane];
      laneTop = region.topSpeed(row, lane);
      if (laneTop < speed) {
        speed = Math.min(speed, driver.slowTo(seen, laneTop));
      }
      if (intoRoad) {
        outside += length;
      } else {
        inside += length;
      }
      seen += length;
      passSpeed = driver.speedAfter(length, speed, laneTop);
      followOnNextLane();
    }
  }

  private void endWith(double stopSpeed) {
    int entry = approaches.add(v.number[row], Approaches.NO_LINK, false);
    approaches.set(entry, Approaches.PASS_SPEED, stopSpeed);
    approaches.set(entry, Approaches.WAIT_SPEED, stopSpeed);
    approaches.set(entry, Approaches.STOP_DISTANCE, Double.POSITIVE_INFINITY);
    approaches.set(entry, Approaches.DISTANCE, seen);
  }

  private boolean mindStop() {
    if (v.stopPlace[row] != at || tables.internal[lane]) {
      return false;
    }
    List<Departure.Stop> stops = region.stopsOf(row);
    Departure.Stop stop = stops.get(v.stopAt(row));
    boolean patient = stop.lane() == lane || region.standsForS(row) < STOP_PATIENCE_S;
    double distance = seen - tables.lengthM[lane] + stop.endM();
    if (!patient || distance < 0) {
      return false;
    }
    double stopping = Math.max(driver.stopSpeed(distance), driver.speed - driver.kind.decel * dt);
    speed = Math.min(speed, stopping);
    return true;
  }

  /** Looks at a link and leaves an entry; false when the driver looks no farther. */
  private boolean mindLink(int link) {
    char state = region.roads.stateOf(link);
    boolean red = RightOfWay.isRed(state);
    boolean redOrYellow = red || RightOfWay.isYellow(state);
    boolean priority = RightOfWay.hasPriority(state);
    double brakeDistance =
        redOrYellow ? driver.kind.stoppingAtRed.distance(driver.speed) : driver.brakeGap();
    boolean canBrake = seen >= brakeDistance;
    double offset = redOrYellow || priority ? STOP_LINE_GAP_M : 0;
    if (canBrake) {
      offset = Math.min(offset, seen - brakeDistance);
    }
    double stopDistance = Math.max(0, seen - Math.max(EPS_M, offset));
    boolean leaves = last < 0 && tables.internal[lane];
    boolean gaveWay = slowedForMinor && !tables.internal[tables.linkFrom[link]];
    wantsOn = (speed > MOVES_MPS && !gaveWay) || leaves;
    wantsOn &= !v.has(row, NOT_COMING);
    boolean ignoresRed = v.has(row, VehicleTable.BLUE_LIGHT);
    double mostWaiting = speed;
    if (redOrYellow) {
      mostWaiting = Math.min(speed, driver.stopSpeedAtRed(stopDistance));
      stopDistance = Double.POSITIVE_INFINITY;
    }
    if (redOrYellow && canBrake && !ignoresRed) {
      if (tables.internal[lane]) {
        mostWaiting = Math.min(mostWaiting, mindInside());
      }
      int entry = enter(link, speed, passSpeed, false);
      approaches.set(entry, Approaches.WAIT_SPEED, mostWaiting);
      return false;
    }
    if (red && ignoresRed) {
      speed = Math.min(speed, driver.slowTo(seen, RED_SPEED_MPS));
    }
    if (tables.internal[lane]) {
      mostWaiting = Math.min(mostWaiting, mindInside());
    }
    double arriveSpeed = passSpeed;
    boolean minor = !priority && brakeDistance < seen && !region.rightOfWay.followsMajorGreen(link);
    if (minor && seen > tables.linkVisibilityM[link]) {
      double visibility = tables.linkVisibilityM[link];
      double visible = Krauss.safeStopSpeed(visibility, driver.kind.decel, 0, dt);
      arriveSpeed = driver.speedAfter(visibility, visible, passSpeed);
      slowedForMinor = true;
    }
    slowedForMinor |= minor && tables.roundabout[tables.linkTo[link]];
    int entry = enter(link, speed, arriveSpeed, wantsOn);
    approaches.set(entry, Approaches.WAIT_SPEED, mostWaiting);
    approaches.set(entry, Approaches.STOP_DISTANCE, stopDistance);
    last = entry;
    return true;
  }

  /** The speed, m/s, of the driver under consideration if he must stop before an entry's link. */
  double waitSpeed(int entry) {
    double most = approaches.get(entry, Approaches.WAIT_SPEED);
    double distance = approaches.get(entry, Approaches.STOP_DISTANCE);
    return distance < Double.POSITIVE_INFINITY ? Math.min(most, driver.stopSpeed(distance)) : most;
  }

  /** Minds others inside the junction; returns the speed afterwards. */
  private double mindInside() {
    givesUp = false;
    junctionLeaders.mind(row, lane, seen);
    if (givesUp && Travel.stands(speed)) {
      wantsOn = false;
      if (last >= 0) {
        approaches.setWillPass(last, false);
      }
    }
    return speed;
  }

  /** Distance from the vehicle's front to the beginning of the lane under consideration, m. */
  double toLaneStart() {
    return seen - tables.lengthM[lane];
  }

  /** A vehicle inside the junction goes first; this one goes so fast at most. */
  void yieldInside(double atMost, boolean mayBlock) {
    if (last >= 0) {
      approaches.set(
          last,
          Approaches.LEAVE_SPEED,
          Math.min(approaches.get(last, Approaches.LEAVE_SPEED), Math.max(0, atMost)));
    }
    speed = Math.min(speed, atMost);
    passSpeed = Math.min(passSpeed, atMost);
    if (last >= 0) {
      speed = Math.max(speed, waitSpeed(last));
    }
    givesUp |= mayBlock;
  }

  private int enter(int link, double ifOpen, double arriveSpeed, boolean passes) {
    int entry = approaches.add(v.number[row], link, passes);
    mustKeepClear |= tables.linkKeepsClear[link];
    approaches.set(entry, Approaches.PASS_SPEED, ifOpen);
    approaches.set(entry, Approaches.WAIT_SPEED, ifOpen);
    approaches.set(entry, Approaches.STOP_DISTANCE, Double.POSITIVE_INFINITY);
    approaches.set(entry, Approaches.DISTANCE, seen);
    approaches.set(entry, Approaches.SPEED_NOW, ifOpen);
    approaches.set(entry, Approaches.ARRIVE_SPEED, arriveSpeed);
    approaches.set(entry, Approaches.LEAVE_SPEED, Double.POSITIVE_INFINITY);
    approaches.set(entry, Approaches.ARRIVES, Double.NaN);
    return entry;
  }

  private void followOnNextLane() {
    if (leaderFound) {
      return;
    }
    int rear = region.order.last(lane);
    double start = seen - tables.lengthM[lane];
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
    boolean onPath = gap >= driver.kind.minGap || cameAlong(leader);
    double net = gap - driver.kind.minGap;
    if (onPath) {
      keepEnvelope(gap);
    }
    double safe;
    if (onPath) {
      safe = driver.followSpeed(net, leader);
    } else {
      double before =
          pathLength > 1 && tables.internal[path[pathLength - 1]]
              ? tables.lengthM[path[pathLength - 1]]
              : 0;
      safe = driver.stopSpeed(start - EPS_M - before);
    }
    approaches.set(
        last,
        Approaches.LEAVE_SPEED,
        Math.min(approaches.get(last, Approaches.LEAVE_SPEED), Math.max(0, safe)));
    speed = Math.min(speed, safe);
    passSpeed = Math.min(passSpeed, safe);
    if (onPath && gap < pathGap) {
      region.travel.judgeGap(row, gap, leader);
    }
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
}
