package io.testroad.traffic;

/**
 * The planning phase: what every own driver means to do, from the state after the lane changes. He
 * minds the leader, stops, speed limits and junctions ahead; for each link within reach he leaves
 * an entry in {@link Approaches} with his speed if it turns out open and if it does not.
 *
 * <p>Source of the structure: SUMO, MSVehicle::planMoveInternal.
 */
final class Planning {

  /** Slower than this a driver does not mean to pass a link, m/s. */
  static final double MOVES_MPS = 1e-4;

  /** Vehicles with right of way stop so far before a line, m (SUMO). */
  static final double STOP_LINE_GAP_M = 1;

  /** Who stands behind another that stands, or at a line, does not close up for less, m. */
  static final double CREEP_M = 0.002;

  /** It does so from that far before the line on, where its driver sees who crosses, m. */
  private static final double LOOKS_FROM_M = 10;

  /**
   * A vehicle with blue light comes to the line of a red light at walking pace, m/s; assumption.
   */
  private static final double RED_SPEED_MPS = 5 / 3.6;

  private static final int MINDS_NO_RED =
      VehicleTable.BLUE_LIGHT | VehicleTable.PULLS_OVER | VehicleTable.IN_CORRIDOR;

  static final int NOT_COMING = VehicleTable.HALTING | VehicleTable.ASIDE | VehicleTable.COLLIDED;

  private final Region region;
  private final RoadTables tables;
  private final VehicleTable v;
  private final Approaches approaches;
  private final Driver driver;
  private final Outlook outlook;
  private final FreePassage freePassage;
  private final OwnLane ownLane;
  private final JunctionLeaders junctionLeaders;
  private final KeepClear keepClear;
  private final Unheeding unheeding;
  private final double dt;

  /** Stands for the number of entries of a driver who goes on, whatever others mean to do. */
  static final int GOES_ON = -1;

  /** Stands for the number of entries of one who waits, or slows, whatever others mean to do. */
  static final int WAITS = -2;

  /** Stands for the number of entries of one who stands at a stop, or has collided. */
  static final int PARKED = -3;

  /** What was planned, by row: a speed, m/s; the next one itself of those who are decided. */
  double[] planned = new double[64];

  /** The highest speed that the driver wants where he is, m/s; of those who drive. */
  double[] desired = new double[64];

  int[] firstEntry = new int[64];
  int[] entries = new int[64];

  /** Those for whom what others mean to do decides with what speed they go on. */
  int[] undecidedRows = new int[64];

  int undecided;

  /** Whether nobody's way is taken as sure at once; tests ask for it: it must come to the same. */
  boolean takesNothingAsSure;

  // the vehicle under consideration
  private int row;
  private boolean slowedForMinor;
  private boolean wantsOn;
  private boolean givesUp;
  private boolean mustKeepClear;

  Planning(Region region) {
    this.region = region;
    this.tables = region.tables;
    this.v = region.v;
    this.approaches = region.approaches;
    this.driver = region.driver;
    this.dt = region.dt;
    outlook = new Outlook(region);
    ownLane = new OwnLane(region, this);
    keepClear = new KeepClear(region, this, ownLane);
    freePassage = new FreePassage(region, keepClear);
    junctionLeaders = new JunctionLeaders(region, this, outlook);
    unheeding = new Unheeding(region, this);
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
    ownLane.sweep();
    for (int i = 0; i < ownLane.askedCount; i++) {
      int vehicle = ownLane.asked[i];
      driver.load(vehicle);
      decide(vehicle, planned[vehicle], entries[vehicle]);
    }
    for (int i = 0; i < ownLane.near.count; i++) {
      planNear(ownLane.near, i);
    }
    for (int i = 0; i < ownLane.others.count; i++) {
      planOther(ownLane.others.row[i], ownLane.others.takenM[i]);
    }
    approaches.register(0);
  }

  private void planNear(OwnLane.Rows near, int i) {
    int vehicle = near.row[i];
    driver.take(vehicle, desired[vehicle], near.reachM[i]);
    lookBeyond(
        vehicle, v.lane[vehicle], near.ahead[i], planned[vehicle], near.reachM[i], near.takenM[i]);
  }

  private void planOther(int vehicle, double ahead) {
    if (v.has(vehicle, VehicleTable.OBSTACLE)) {
      return;
    }
    int lane = v.lane[vehicle];
    plan(vehicle, lane, region.order.ahead(vehicle), region.order.rearmostTail(lane, -1), ahead);
    if (v.is(vehicle, Plight.MAY_TOUCH)) {
      region.travel.limitReach(vehicle, unheeding.reachM(vehicle));
    }
  }

  private void plan(int vehicle, int lane, int leader, int tail, double ahead) {
    row = vehicle;
    outlook.turnTo(row, lane, leader, tail);
    if (v.is(row, Plight.UNHEEDING)) {
      judgeGap();
      unheeding.plan(row, outlook.leaderRow, outlook.pathGap);
      return;
    }
    boolean parked = v.has(row, VehicleTable.COLLIDED | VehicleTable.AT_STOP);
    if (parked || standsBehind(lane)) {
      judgeGap();
      stand(row, parked ? PARKED : GOES_ON);
      return;
    }
    if (outlook.leaderRow < 0 && v.speed[row] == 0 && standsAtRed(row, lane)) {
      return;
    }
    driver.load(row);
    desired[row] = driver.desired;
    outlook.lookAtOwnLane();
    judgeGap();
    double reach = driver.lookAheadM();
    if (outlook.seen > reach && v.stopPlace[row] != outlook.at && !tables.internal[lane]) {
      tellFromAfar(row, outlook.speed);
      decide(row, outlook.speed, GOES_ON);
      return;
    }
    lookBeyond(row, lane, outlook.leaderRow, outlook.speed, reach, ahead);
  }

  /**
   * Plans for a driver who must mind what is beyond the end of his lane, or a stop; what the lane
   * leaves him is known.
   *
   * @param leader the one ahead of him on his lane, or -1
   * @param safe what his lane leaves him, m/s
   * @param reach how far he must look, m
   * @param ahead length of road, m, taken by vehicles before him on his lane
   */
  private void lookBeyond(
      int vehicle, int lane, int leader, double safe, double reach, double ahead) {
    row = vehicle;
    firstEntry[row] = approaches.size();
    if (!takesNothingAsSure && freePassage.isSure(row, lane, leader, safe, reach, ahead)) {
      boolean waits = freePassage.waits() && !tables.roundabout[lane];
      decide(row, freePassage.speed(), waits ? WAITS : GOES_ON);
      return;
    }
    outlook.take(vehicle, lane, leader, safe);
    lookAhead(reach);
    outlook.judgeNextGap();
    entries[row] = approaches.size() - firstEntry[row];
    if (mustKeepClear && !v.has(row, NOT_COMING) && !tables.roundabout[lane]) {
      keepClear.check(row, firstEntry[row], entries[row], ahead);
    }
    planned[row] = outlook.speed;
    undecidedRows = GrowingList.with(undecidedRows, undecided++, row);
  }

  /** Fixes the next speed of the driver under consideration, whatever others mean to do. */
  void decide(int vehicle, double safe, int because) {
    planned[vehicle] = region.motion.nextSpeed(vehicle, safe, 0);
    entries[vehicle] = because;
  }

  /** Fixes a next speed, m/s, that is nobody's decision. */
  void force(int vehicle, double speed, int because) {
    planned[vehicle] = speed;
    desired[vehicle] = Bounds.most(region.topSpeed(vehicle, v.lane[vehicle]), Driver.SLOWEST_MPS);
    entries[vehicle] = because;
    region.laneChanging.advice.forget(vehicle);
  }

  /** A vehicle stands, and goes on standing. */
  void stand(int vehicle, int because) {
    planned[vehicle] = 0;
    entries[vehicle] = because;
    region.laneChanging.advice.forget(vehicle);
  }

  private void judgeGap() {
    region.travel.judgeGap(row, outlook.pathGap, outlook.leaderRow);
  }

  /** Whether the vehicle stands close behind another that stands: it goes on standing. */
  private boolean standsBehind(int lane) {
    return outlook.leaderRow >= 0
        && v.speed[row] == 0
        && v.speed[outlook.leaderRow] == 0
        && outlook.pathGap <= region.typeOf(row).minGapM() + CREEP_M
        && !tables.internal[lane]
        && !v.has(row, VehicleTable.PULLS_OVER | VehicleTable.IN_CORRIDOR);
  }

  /**
   * Whether a vehicle that stands at the head of its lane is at the line of a red signal: then it
   * goes on standing.
   */
  boolean standsAtRed(int vehicle, int lane) {
    int link = v.link[vehicle];
    if (link < 0
        || tables.internal[lane]
        || tables.lengthM[lane] - v.pos[vehicle] > STOP_LINE_GAP_M + CREEP_M
        || !RightOfWay.isRed(region.roads.stateOf(link))
        || v.stopPlace[vehicle] == v.routeAt[vehicle]
        || v.has(vehicle, MINDS_NO_RED)) {
      return false;
    }
    stand(vehicle, tables.roundabout[lane] ? GOES_ON : WAITS);
    return true;
  }

  /**
   * Tells those who must let a vehicle pass that it comes, though it need not mind the link.
   *
   * @param speed what its lane leaves its driver, m/s
   */
  void tellFromAfar(int vehicle, double speed) {
    int link = v.link[vehicle];
    double seen = tables.lengthM[v.lane[vehicle]] - v.pos[vehicle];
    if (link < 0
        || !tables.isYieldedTo[link]
        || speed <= MOVES_MPS
        || seen > Outlook.TOLD_BEFORE_S * speed
        || seen > region.traffic.lookAheadM
        || RightOfWay.isRedOrYellow(region.roads.stateOf(link))
        || v.has(vehicle, NOT_COMING)) {
      return;
    }
    double arrives = region.kindOf(vehicle).speedAfter(seen, speed, desired[vehicle]);
    approaches.enter(v.number[vehicle], link, true, speed, seen, arrives);
  }

  /** The links ahead, one after the other, as far as the driver must see. */
  private void lookAhead(double reach) {
    mustKeepClear = false;
    slowedForMinor = false;
    outlook.setOut();
    while (true) {
      if (outlook.last >= 0) {
        approaches.set(
            outlook.last,
            Approaches.WAIT_SPEED,
            Bounds.least(approaches.get(outlook.last, Approaches.WAIT_SPEED), outlook.speed));
      }
      if (mindStop() || outlook.isNextFar(reach)) {
        end();
        return;
      }
      int link = outlook.link();
      if (link < 0) {
        if (!outlook.needNotStop(link)) {
          outlook.speed = Bounds.least(outlook.speed, driver.stopSpeed(outlook.seen));
        }
        end();
        return;
      }
      if (!mindLink(link)
          || outlook.endsBehind(link, !wantsOn || outlook.speed <= 0 || outlook.seen > reach)) {
        return;
      }
      outlook.goOver(link);
    }
  }

  private void end() {
    int entry = approaches.add(v.number[row], Approaches.NO_LINK, false);
    approaches.set(entry, Approaches.PASS_SPEED, outlook.speed);
    approaches.set(entry, Approaches.WAIT_SPEED, outlook.speed);
    approaches.set(entry, Approaches.STOP_DISTANCE, Double.POSITIVE_INFINITY);
    approaches.set(entry, Approaches.DISTANCE, outlook.seen);
  }

  private boolean mindStop() {
    double distance = outlook.toStopM();
    if (Double.isNaN(distance)) {
      return false;
    }
    outlook.speed = Bounds.least(outlook.speed, driver.speedToStopWithin(distance));
    return true;
  }

  /** Looks at a link and leaves an entry; false when the driver looks no farther. */
  private boolean mindLink(int link) {
    char state = region.roads.stateOf(link);
    boolean red = RightOfWay.isRed(state);
    boolean redOrYellow = RightOfWay.isRedOrYellow(state);
    boolean priority = RightOfWay.hasPriority(state);
    double brakeDistance =
        redOrYellow ? driver.kind.stoppingAtRed.distance(driver.speed) : driver.brakeGap();
    boolean canBrake = outlook.seen >= brakeDistance;
    double stopDistance =
        Outlook.toLineM(outlook.seen, redOrYellow || priority ? STOP_LINE_GAP_M : 0, brakeDistance);
    boolean leaves = outlook.last < 0 && tables.internal[outlook.lane];
    boolean gaveWay = slowedForMinor && !tables.internal[tables.linkFrom[link]];
    wantsOn = (outlook.speed > MOVES_MPS && !gaveWay) || leaves;
    wantsOn &= !v.has(row, NOT_COMING);
    boolean ignoresRed = v.has(row, VehicleTable.BLUE_LIGHT);
    double mostWaiting = outlook.speed;
    if (redOrYellow) {
      mostWaiting = Bounds.least(outlook.speed, driver.stopSpeedAtRed(stopDistance));
      stopDistance = Double.POSITIVE_INFINITY;
    }
    if (redOrYellow && canBrake && !ignoresRed) {
      if (tables.internal[outlook.lane]) {
        mostWaiting = Bounds.least(mostWaiting, mindInside());
      }
      int entry = enter(link, outlook.passSpeed(), false);
      approaches.set(entry, Approaches.WAIT_SPEED, mostWaiting);
      return false;
    }
    if (red && ignoresRed) {
      double left = Bounds.most(0, outlook.seen - LOOKS_FROM_M);
      outlook.speed = Bounds.least(outlook.speed, driver.slowTo(left, RED_SPEED_MPS));
    }
    if (tables.internal[outlook.lane]) {
      mostWaiting = Bounds.least(mostWaiting, mindInside());
    }
    double arriveSpeed = outlook.passSpeed();
    boolean minor =
        !priority && brakeDistance < outlook.seen && !region.rightOfWay.followsMajorGreen(link);
    if (minor && outlook.seen > tables.linkVisibilityM[link]) {
      arriveSpeed = Outlook.arrivalInSight(driver, tables.linkVisibilityM[link], arriveSpeed, dt);
      slowedForMinor = true;
    }
    slowedForMinor |= minor && tables.roundabout[tables.linkTo[link]];
    int entry = enter(link, arriveSpeed, wantsOn);
    approaches.set(entry, Approaches.WAIT_SPEED, mostWaiting);
    approaches.set(entry, Approaches.STOP_DISTANCE, stopDistance);
    outlook.last = entry;
    return true;
  }

  /** The speed, m/s, of the driver under consideration if he must stop before an entry's link. */
  double waitSpeed(int entry) {
    double most = approaches.get(entry, Approaches.WAIT_SPEED);
    double distance = approaches.get(entry, Approaches.STOP_DISTANCE);
    return distance < Double.POSITIVE_INFINITY
        ? Bounds.least(most, driver.stopSpeed(distance))
        : most;
  }

  /** Minds others inside the junction; returns the speed afterwards. */
  private double mindInside() {
    givesUp = false;
    junctionLeaders.mind(row, outlook.lane, outlook.seen);
    if (givesUp && Travel.stands(outlook.speed)) {
      wantsOn = false;
      if (outlook.last >= 0) {
        approaches.setWillPass(outlook.last, false);
      }
    }
    return outlook.speed;
  }

  /** A vehicle inside the junction goes first; this one goes so fast at most. */
  void yieldInside(double atMost, boolean mayBlock) {
    outlook.passNoFasterThan(atMost);
    if (outlook.last >= 0) {
      outlook.speed = Bounds.most(outlook.speed, waitSpeed(outlook.last));
    }
    givesUp |= mayBlock;
  }

  private int enter(int link, double arriveSpeed, boolean passes) {
    mustKeepClear |= tables.linkKeepsClear[link];
    return outlook.enter(link, arriveSpeed, passes);
  }
}
