package io.testroad.traffic;

import io.testroad.demand.VehicleType;

/**
 * A driver's choice of lane: to follow the route, to help others, to go faster, to keep right.
 *
 * <p>Source: SUMO, MSLCM_LC2013::_wantsChange and slowDownForBlocked, with SUMO's thresholds;
 * without roundabout bonus and overtaking on the opposite side. {@link LaneRequests} asks others,
 * {@link LaneAdvice} keeps what was asked.
 */
final class LaneChoice {

  static final int LEFT = 1;
  static final int RIGHT = 1 << 1;
  static final int STAY = 1 << 2;
  static final int STRATEGIC = 1 << 3;
  static final int COOPERATIVE = 1 << 4;
  static final int URGENT = 1 << 5;
  static final int BLOCKED_BY_LEADER = 1 << 6;
  static final int BLOCKED_BY_FOLLOWER = 1 << 7;
  static final int BLOCKED = BLOCKED_BY_LEADER | BLOCKED_BY_FOLLOWER;
  static final int WANTS = LEFT | RIGHT | STRATEGIC | COOPERATIVE | URGENT;

  // what others have told the driver
  static final int TOLD = 0xFFFF0000;
  static final int BLOCKS_FOLLOWER = 1 << 16;
  static final int BLOCKS_LEADER = 1 << 17;
  static final int TOLD_LEFT = 1 << 18;
  static final int TOLD_RIGHT = 1 << 19;

  private static final double LOOK_FORWARD_S = 10;
  private static final double LOOK_LEFT = 2;

  /** What is left after a second of the speed that a driver remembers. */
  private static final double MEMORY = 0.9;

  /** A wish to go faster that has faded below this is gone. */
  private static final double FORGOTTEN = 0.001;

  private static final double LEFT_THRESHOLD = 0.2;
  private static final double RIGHT_THRESHOLD = 2;
  private static final double GAIN_SPEED_MPS = 10;
  private static final double GAIN_LASTS_S = 20;
  private static final double MUCH_SLOWER_MPS = 5 / 3.6;
  private static final double KEEP_RIGHT_S = 5;
  private static final double KEEP_RIGHT_ACCEPTANCE_S = 7;
  private static final double TURN_LANE_M = 200;
  private static final double FAST_ROAD_MPS = 80 / 3.6;

  private static final double EPS_M = 0.1;

  /** Slow drivers let in those who are nearer than this, m. */
  private static final double SLOW_SIGHT_M = 40;

  private final Region region;
  private final RoadTables tables;
  private final VehicleTable v;
  private final Driver driver;
  final LaneChanging sweep;
  private final LaneAdvice advice;
  private final BlockedLanes blockedLanes;
  private final LaneRequests requests;
  private final double dt;
  private final double shortestS;
  private final double[] halfLives;
  private final double[] slowDecays;
  private final double[] memories;
  private double periodS;
  private double halfLife;
  private double slowDecay;
  private double memory;
  private final MobilGains gains;

  // the vehicle under consideration
  int row;
  int j;
  int count;
  int firstLane;
  private int leader;
  private double leaderGap;
  private double hereFor;
  private double speedHere;

  /** After how long the change that the route demands may become urgent, s. */
  private double urgentAfterS;

  // the direction under consideration
  int way;
  int neighLead;
  double neighLeadGap;
  int neighFollow;
  double neighFollowGap;
  int blocked;

  /** Whether the driver's lane is blocked near ahead, and he must get past. */
  boolean passesStopped;

  private boolean judged;
  private boolean byModel;

  LaneChoice(Region region, LaneChanging sweep, double periodS) {
    this.region = region;
    this.tables = region.tables;
    this.v = region.v;
    this.driver = region.driver;
    this.sweep = sweep;
    this.dt = region.dt;
    shortestS = periodS;
    gains = new MobilGains(region);
    advice = sweep.advice;
    blockedLanes = sweep.blocked;
    requests = new LaneRequests(region, this, advice);
    halfLives = decays(0.5);
    slowDecays = decays(0.8);
    memories = decays(MEMORY);
  }

  private double[] decays(double inSecond) {
    double[] decays = new double[LaneChanging.CALMEST + 1];
    for (int calm = 0; calm < decays.length; calm++) {
      decays[calm] = StrictMath.pow(inSecond, shortestS * (1 << calm));
    }
    return decays;
  }

  /**
   * Tells how many shortest periods, as a power of 2, have gone by since the driver's last turn.
   * What one who wanted nothing finds now has been there for half of that time on average.
   */
  void weighAfter(int calm) {
    double since = shortestS * (1 << calm);
    periodS = calm == LaneChanging.CALMEST ? since / 2 : since;
    halfLife = halfLives[calm];
    slowDecay = slowDecays[calm];
    memory = memories[calm];
  }

  /**
   * How seldom the driver weighs lanes from now on, as a power of 2: often if he wants another one,
   * or soon must have it; half as often while he stands, as little changes around him.
   */
  private int calm(int state) {
    int calm = calmInDrive(state);
    boolean waits = v.speed[row] == 0 && !passesStopped;
    return waits && calm < LaneChanging.CALMEST ? calm + 1 : calm;
  }

  private int calmInDrive(int state) {
    if ((state & URGENT) != 0) {
      return 0;
    }
    if ((state & (LEFT | RIGHT | TOLD)) != 0 || v.has(row, VehicleTable.WISHES_LEFT)) {
      return LaneChanging.WISHFUL;
    }
    if (v.offset[row] == 0) {
      return LaneChanging.CALMEST;
    }
    int calm = 0;
    while (calm < LaneChanging.CALMEST && urgentAfterS >= shortestS * (2 << calm)) {
      calm++;
    }
    return calm;
  }

  /** The lane, counted from the right, that a vehicle on lane j takes. */
  int choose(int vehicle, int onLane, int lanes, int first) {
    row = vehicle;
    j = onLane;
    count = lanes;
    firstLane = first;
    sweep.findLeader(row, j);
    leader = sweep.leader;
    leaderGap = sweep.leaderGap;
    hereFor = Double.NaN;
    urgentAfterS = 2 * shortestS;
    passesStopped = false;
    look();
    int right = 0;
    if (j > 0 && mayUse(first + j - 1)) {
      right = consider(-1);
      if ((right & BLOCKED) == 0 && ((right & RIGHT) != 0 || makesWay(j - 1))) {
        changedTo();
        return j - 1;
      }
      noteBlocked(right, RIGHT, j - 1);
    }
    int left = 0;
    if (j + 1 < count && mayUse(first + j + 1)) {
      left = consider(1);
      if ((left & BLOCKED) == 0 && ((left & LEFT) != 0 || makesWay(j + 1))) {
        changedTo();
        return j + 1;
      }
      noteBlocked(left, LEFT, j + 1);
    }
    if ((right & URGENT) != 0 && (left & URGENT) != 0) {
      left = 0;
    }
    if (!passesStopped && advice.goesAfter(row) >= 0) {
      v.setLetsIn(row, VehicleTable.LETS_NOBODY_IN);
    }
    v.lcState[row] = right | left;
    v.keepCalm(row, calm(right | left));
    return j;
  }

  /**
   * Whether a driver who has nothing to gain elsewhere has no other reason to leave his lane;
   * {@link #choose} would come to the same after more work.
   */
  boolean isContent(int vehicle) {
    boolean askedNothing = (v.lcState[vehicle] & ~(STAY | STRATEGIC)) == 0;
    if (!askedNothing
        || v.stopPlace[vehicle] >= 0
        || v.has(vehicle, VehicleTable.MAKES_WAY | VehicleTable.PULLS_OVER | VehicleTable.BESET)
        || region.typeOf(vehicle).laneChange().model() != VehicleType.LaneChangeModel.SUMO
        || v.offset[vehicle] != 0) {
      return false;
    }
    row = vehicle;
    look();
    v.lcState[row] = 0;
    v.keepCalm(row, LaneChanging.CALMEST);
    double gain = v.gain(row);
    if (gain > 0) {
      setGain(gain < FORGOTTEN ? 0 : gain * slowDecay);
    }
    return true;
  }

  private void look() {
    double speed = v.speed[row];
    v.setLookSpeed(
        row, speed > v.lookSpeed(row) ? speed : memory * v.lookSpeed(row) + (1 - memory) * speed);
  }

  private void setGain(double gain) {
    v.setGain(row, gain);
    v.set(row, VehicleTable.WISHES_LEFT, gain > LEFT_THRESHOLD / 4);
  }

  private boolean mayUse(int lane) {
    VehicleType type = driver.kind.type;
    double room = v.speed[row] < EPS_M ? EPS_M : driver.kind.minGap;
    return tables.allows(lane, type.vehicleClass())
        && !region.roads.isClosedFor(lane, type.vehicleClass())
        && !region.rescueLane.isKeptFree(row, lane)
        && !region.roads.obstacles.cover(lane, v.pos[row] - driver.kind.length, v.pos[row] + room);
  }

  private boolean makesWay(int to) {
    if (!region.rescueLane.makesWayTo(row, to)) {
      return false;
    }
    judge(to);
    return blocked == 0 && sweep.canStopOrPass(row, to);
  }

  private void noteBlocked(int state, int direction, int to) {
    if ((state & direction) != 0 && (state & URGENT) != 0) {
      sweep.someBlocked = true;
      sweep.lastBlocked[to] = row;
      if (sweep.firstBlocked[to] < 0) {
        sweep.firstBlocked[to] = row;
      }
    }
  }

  private void changedTo() {
    v.lcState[row] = 0;
    v.keepCalm(row, LaneChanging.WISHFUL);
    setGain(0);
    v.setKeepRight(row, 0);
    v.setLeftSpace(row, 0);
    v.setBlockerLength(row, 0);
    v.setLookSpeed(row, 0);
    v.setAdvice(row, Double.POSITIVE_INFINITY);
    v.setLetsIn(row, passesStopped ? VehicleTable.HAS_LET_IN : VehicleTable.LETS_NOBODY_IN);
    v.set(row, VehicleTable.ADVISED, false);
  }

  /** A slow driver whose turn it is not lets in those ahead who must get onto his lane. */
  void letIn(int vehicle, int onLane) {
    row = vehicle;
    j = onLane;
    boolean isNear = isNear(sweep.lastBlocked[j]) || isNear(sweep.firstBlocked[j]);
    if (isNear && v.speed[row] < region.kindOf(row).decel && !v.has(row, LaneChanging.PARKED)) {
      driver.load(row);
      slowForBlocked();
    }
  }

  /** Whether a vehicle is so near ahead that it may matter to one that drives slowly. */
  private boolean isNear(int other) {
    return v.pos[other] - region.lengthOf(other) - v.pos[row] < SLOW_SIGHT_M;
  }

  private void slowForBlocked() {
    slowFor(sweep.lastBlocked[j]);
    if (sweep.firstBlocked[j] != sweep.lastBlocked[j]) {
      slowFor(sweep.firstBlocked[j]);
    }
  }

  private int consider(int direction) {
    way = direction;
    int to = j + direction;
    slowForBlocked();
    if (staysBecauseOf(to)) {
      return (v.lcState[row] & TOLD) | STAY | STRATEGIC;
    }
    sweep.findLeader(row, to);
    neighLead = sweep.leader;
    neighLeadGap = sweep.leaderGap;
    neighFollow = sweep.followerOn(to);
    neighFollowGap = neighFollow < 0 ? 0 : sweep.followerGap(row, neighFollow);
    judged = false;
    byModel = false;
    int state = wants(to);
    if ((state & (LEFT | RIGHT)) != 0) {
      judge(to);
      if (byModel) {
        blocked = overlaps(to);
      }
      state |= blocked;
      if (blocked == 0 && !sweep.canStopOrPass(row, to)) {
        state |= BLOCKED_BY_LEADER;
      }
    }
    return state;
  }

  private void judge(int to) {
    if (judged) {
      return;
    }
    judged = true;
    blocked = 0;
    double caution = 1 / driver.kind.type.laneChange().assertive();
    if (v.pos[row] < EPS_M) {
      blocked = BLOCKED_BY_FOLLOWER;
    }
    if (neighFollow >= 0) {
      DriverKind kind = region.kindOf(neighFollow);
      double remainder = Bounds.most(kind.tau - dt, 0);
      double follows = v.speed[neighFollow] + Bounds.most(0, remainder * v.accel[neighFollow]);
      double leads = driver.speed + Bounds.least(0, remainder * v.accel[row]);
      boolean letsIn =
          v.letsIn(neighFollow) == v.number[row]
              && kind.safeFollowSpeed(neighFollowGap, follows, leads, driver.kind)
                  >= follows - kind.decel * LaneRequests.WITHIN_S;
      if (neighFollowGap < 0
          || (!letsIn && neighFollowGap < caution * kind.secureGap(follows, leads, driver.kind))) {
        blocked |= BLOCKED_BY_FOLLOWER;
      }
    } else if (!sweep.nobodyComes(row, to)) {
      blocked |= BLOCKED_BY_FOLLOWER;
    }
    if (neighLead >= 0) {
      double remainder = Bounds.most(driver.kind.tau - dt, 0);
      double follows = driver.speed + Bounds.most(0, remainder * v.accel[row]);
      double leads = v.speed[neighLead] + Bounds.least(0, remainder * v.accel[neighLead]);
      double secure = caution * driver.kind.secureGap(follows, leads, region.kindOf(neighLead));
      boolean near = neighLeadGap < 0 || neighLeadGap < secure;
      if (near && !standsBehind(neighLead)) {
        blocked |= BLOCKED_BY_LEADER;
      }
    }
  }

  /**
   * Whether a driver stands with some room to what is stranded on the lane beside him: he need not
   * keep his usual gap to it.
   */
  private boolean standsBehind(int lead) {
    return v.speed[row] < EPS_M
        && blockedLanes.isStranded(lead)
        && neighLeadGap + driver.kind.minGap > EPS_M;
  }

  /** What stands in the way of a change that the model itself has found safe. */
  private int overlaps(int to) {
    int overlaps =
        neighLead >= 0 && neighLeadGap < 0 && !standsBehind(neighLead) ? BLOCKED_BY_LEADER : 0;
    boolean tooNear = neighFollow >= 0 ? neighFollowGap < 0 : !sweep.nobodyComes(row, to);
    return tooNear || v.pos[row] < EPS_M ? overlaps | BLOCKED_BY_FOLLOWER : overlaps;
  }

  boolean isStopped(int other) {
    return v.has(other, VehicleTable.AT_STOP) || blockedLanes.isStranded(other);
  }

  private double spaceFrom(int laneIndex) {
    return sweep.ahead[laneIndex] + region.occupationBeyond(row, laneIndex);
  }

  /**
   * Whether a driver on his best lane need not look who is on another, since it leads elsewhere or
   * ends soon; {@link #wants} would come to the same.
   */
  private boolean staysBecauseOf(int to) {
    RoutePlan plan = v.plan[row];
    VehicleType.LaneChange eager = driver.kind.type.laneChange();
    if (v.offset[row] != 0
        || plan.offset(to) == 0
        || v.stopPlace[row] == v.routeAt[row]
        || eager.strategic() < 0
        || v.has(row, VehicleTable.MAKES_WAY | VehicleTable.PULLS_OVER | VehicleTable.BESET)
        || (leader >= 0 && isStopped(leader))
        || blockedLanes.isNear(row, j)) {
      return false;
    }
    double there = plan.reachM(to);
    return endsSoon(to, there - v.pos[row], 2, lookM(eager)) || isTurnLane(plan, to, there);
  }

  /** How far ahead the end of a lane on the side under consideration matters, m. */
  private double lookM(VehicleType.LaneChange eager) {
    double far = v.lookSpeed(row) * LOOK_FORWARD_S * eager.strategic() * (way < 0 ? 1 : LOOK_LEFT);
    return far + region.spaceOf(row) * 2;
  }

  /** One who seeks the edge of the road wants to the right, and asks others to let him in. */
  private int wantsToEdge() {
    int state = v.lcState[row] & TOLD;
    if (way > 0) {
      return state;
    }
    urgent(state, region.mishaps.wayToSeekM(row), -j);
    double slowest = region.mishaps.limit(row, Double.POSITIVE_INFINITY);
    if (v.advice(row) < slowest) {
      v.setAdvice(row, slowest);
    }
    return state | RIGHT | STRATEGIC | URGENT;
  }

  private int wants(int to) {
    if (v.is(row, Plight.SEEKS_EDGE)) {
      return wantsToEdge();
    }
    VehicleType.LaneChange eager = driver.kind.type.laneChange();
    RoutePlan plan = v.plan[row];
    int at = v.routeAt[row];
    boolean right = way < 0;
    int direction = right ? RIGHT : LEFT;
    int planned = v.offset[row];
    int offset = planned;
    if (planned == 0 && plan.offset(to) == 0) {
      offset = way;
    }
    double pos = v.pos[row];
    double here = plan.reachM(j);
    double there = plan.reachM(to);
    double toStop = Double.NEGATIVE_INFINITY;
    if (v.stopPlace[row] == at) {
      double stop = region.stopsOf(row).get(v.stopAt(row)).endM();
      if (stop > pos) {
        toStop = stop - pos;
        here = Bounds.most(here, stop);
        there = Bounds.most(there, stop);
      }
    }
    boolean toBest = right ? offset < 0 : offset > 0;
    int state = v.lcState[row] & TOLD;
    double space = region.spaceOf(row);
    double look = lookM(eager);
    if (offset == 0 && leader >= 0 && isStopped(leader) && leaderGap < here - pos) {
      look = 0.5 * (space + region.spaceOf(leader) + leaderGap);
    } else if (offset == way
        && neighLead >= 0
        && isStopped(neighLead)
        && neighLeadGap < here - pos) {
      look = space + region.spaceOf(neighLead) + neighLeadGap;
    }
    if (eager.strategic() < 0) {
      look = -1e3;
    }
    boolean mustChange = toBest && offset == planned;
    if (mustChange) {
      int changes = Math.abs(offset);
      double room = Bounds.most(here - pos - spaceFrom(j + offset), toStop) / changes;
      if (room < look) {
        return urgent(state | direction | STRATEGIC | URGENT, here - pos, offset);
      }
      urgentAfterS = (room - look) * changes / driver.desired;
    }
    boolean isNext = leader >= 0 && isStopped(leader);
    int inWay = isNext ? leader : blockedLanes.ahead(row, j);
    if (inWay >= 0) {
      double gap = isNext ? leaderGap : blockedLanes.gapTo(inWay, driver.kind.minGap);
      double past = gap + driver.kind.length + region.spaceOf(inWay);
      if (gap < BlockedLanes.MATTERS_M
          && Bounds.least(there, here) - pos > past
          && (isPassable(to, past) || opensFarther(to + way, past))) {
        passesStopped = true;
        return urgent(state | direction | STRATEGIC | URGENT, gap, offset);
      }
    }
    if (!toBest && endsSoon(to, there - pos, Math.abs(offset) + 2, look)) {
      return state | STAY | STRATEGIC;
    }
    if (offset == 0
        && (leader < 0 || !isStopped(leader))
        && eager.strategic() >= 0
        && isTurnLane(plan, to, there)) {
      return state | STAY | STRATEGIC;
    }
    return discretionary(state, direction, to, offset, mustChange, here, there, look);
  }

  /** Whether a lane is open as far as one must get, m. */
  private boolean isPassable(int lane, double past) {
    int blocker = blockedLanes.ahead(row, lane);
    if (blocker >= 0 && blockedLanes.gapTo(blocker, driver.kind.minGap) <= past) {
      return false;
    }
    sweep.findLeader(row, lane);
    return sweep.leader < 0 || !isStopped(sweep.leader) || sweep.leaderGap > past;
  }

  /** Whether one gets past, m, on a lane farther to the side under consideration. */
  private boolean opensFarther(int from, double past) {
    for (int lane = from; lane >= 0 && lane < count && mayUse(firstLane + lane); lane += way) {
      if (v.plan[row].reachM(lane) - v.pos[row] <= past) {
        return false;
      }
      if (isPassable(lane, past)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a lane, less what others take up on it and beyond, is too short to be worth it. */
  private boolean endsSoon(int to, double left, int changes, double look) {
    return left / changes < look
        || Bounds.most(0, left - Bounds.most(spaceFrom(to), spaceFrom(j))) / changes < look;
  }

  /** Whether a lane on which one gets so far, m, soon leads elsewhere. */
  private boolean isTurnLane(RoutePlan plan, int to, double there) {
    if (there >= TURN_LANE_M) {
      return false;
    }
    return plan.link(0, to) < 0 ? tables.firstLink(firstLane + to) >= 0 : plan.offset(to) != 0;
  }

  private int discretionary(
      int state,
      int direction,
      int to,
      int offset,
      boolean toBest,
      double here,
      double there,
      double look) {
    if (driver.kind.isCareful) {
      return state;
    }
    VehicleType.LaneChange eager = driver.kind.type.laneChange();
    boolean right = way < 0;
    int lane = firstLane + j;
    double top = region.topSpeed(row, lane);
    double neighTop =
        region.roads.limitMps[firstLane + to] == region.roads.limitMps[lane]
            ? top
            : region.topSpeed(row, firstLane + to);
    boolean speedsUp =
        (neighLead >= 0 && v.accel[neighLead] > 0) || (leader >= 0 && v.accel[leader] > 0);
    double most = speedsUp ? driver.speed + driver.kind.accel : Double.POSITIVE_INFINITY;
    double neighSafe = Bounds.least(anticipated(neighLead, neighLeadGap, there, neighTop), most);
    double ownSafe = Bounds.least(anticipatedHere(here, top), most);
    double gain = v.gain(row);
    double leftThreshold = LEFT_THRESHOLD / Bounds.most(eager.speedGain(), 1e-9);
    double rightThreshold = RIGHT_THRESHOLD / Bounds.most(eager.speedGain(), 1e-9);
    if (right && offset == 0 && tables.limitMps[lane] > FAST_ROAD_MPS && v.lookSpeed(row) > EPS_M) {
      return state | STAY | STRATEGIC;
    }
    boolean helps = (state & BLOCKS_FOLLOWER) != 0;
    boolean sameWay = (state & (right ? TOLD_RIGHT : TOLD_LEFT)) != 0;
    if (helps && sameWay && (toBest || there / (Math.abs(offset) + 1) > look)) {
      double faster = right ? gain / rightThreshold : -gain / leftThreshold;
      double slower = ownSafe / Bounds.most(neighSafe, 1e-3) - 1;
      if (Bounds.least(1, Bounds.most(slower, faster)) <= eager.cooperative()) {
        return state | direction | COOPERATIVE | URGENT;
      }
    }
    if (eager.model() == VehicleType.LaneChangeModel.MOBIL) {
      byModel =
          gains.isWorthwhile(
              row, leader, leaderGap, neighLead, neighLeadGap, follower(), neighFollow, right);
      return byModel ? state | direction : state;
    }
    double relative = (neighSafe - ownSafe) / Bounds.most(neighSafe, GAIN_SPEED_MPS);
    if (right) {
      if (ownSafe - MUCH_SLOWER_MPS > neighSafe) {
        gain = gain < 0 ? gain * halfLife : gain;
      } else {
        gain -= gain < 0 || relative > 0 ? periodS * relative : 0;
        keepRight(lane, top, there, eager);
        if (v.keepRight(row) * eager.keepRight() < -RIGHT_THRESHOLD) {
          setGain(gain);
          return state | direction;
        }
      }
      setGain(gain);
      if (gain < -rightThreshold && lasts(there)) {
        return state | direction;
      }
    } else {
      if (ownSafe > neighSafe) {
        gain = gain > 0 ? gain * halfLife : gain;
      } else if (ownSafe == neighSafe) {
        gain = gain > 0 ? gain * slowDecay : gain;
      } else {
        gain += periodS * relative;
      }
      setGain(gain);
      if (gain > leftThreshold && relative > 0.001 && lasts(there)) {
        return state | direction;
      }
    }
    if (toBest && eager.strategic() >= 0 && relative >= 0 && (right ? gain < 0 : gain > 0)) {
      return state | direction | STRATEGIC;
    }
    return state;
  }

  private int follower() {
    return sweep.followerOn(j);
  }

  private boolean lasts(double there) {
    return there > GAIN_LASTS_S * Bounds.most(0.1, driver.speed);
  }

  private void keepRight(int lane, double top, double there, VehicleType.LaneChange eager) {
    if (eager.keepRight() <= 0) {
      return;
    }
    double factor = top / Bounds.most(region.roads.limitMps[lane], 0.1);
    double acceptance = KEEP_RIGHT_ACCEPTANCE_S * factor * Bounds.most(1, driver.speed);
    double gap = Bounds.most(0, there - driver.kind.stopping.reactingDistance(top));
    double seconds = Bounds.least(acceptance, gap / Bounds.most(top, 0.1));
    if (neighLead >= 0 && v.speed[neighLead] < top) {
      double secure = driver.kind.secureGap(top, v.speed[neighLead], region.kindOf(neighLead));
      gap = Bounds.most(0, Bounds.least(gap, neighLeadGap - secure));
      seconds = Bounds.least(seconds, gap / (top - v.speed[neighLead]));
    }
    v.setKeepRight(
        row, v.keepRight(row) - periodS * RIGHT_THRESHOLD * (seconds / acceptance) / KEEP_RIGHT_S);
  }

  /** The speed, m/s, that a lane allows behind somebody, or nobody before its end. */
  private double anticipated(int who, double gap, double reach, double top) {
    if (top <= driver.desired && (who < 0 ? reach : gap) > driver.gapForDesired()) {
      return top;
    }
    double clear = who < 0 ? reach : gap + driver.brakeGapOf(who);
    return Bounds.least(top, driver.kind.stopping.safeSpeed(clear));
  }

  /** The same on the driver's own lane, of whose two neighbours each asks. */
  private double anticipatedHere(double here, double top) {
    if (hereFor != here) {
      hereFor = here;
      speedHere = anticipated(leader, leaderGap, here, top);
    }
    return speedHere;
  }

  // asking others --------------------------------------------------------------------------------

  private int urgent(int state, double space, int offset) {
    judge(j + way);
    requests.ask(space, offset);
    return state;
  }

  /** A slow driver lets one in who must change onto his lane. */
  private void slowFor(int other) {
    if (other < 0) {
      return;
    }
    double gap = v.pos[other] - region.lengthOf(other) - v.pos[row] - driver.kind.minGap;
    if (gap > EPS_M && driver.speed < driver.kind.decel) {
      double slower = driver.followSpeed(gap - EPS_M, v.speed[other], region.kindOf(other));
      if (slower < driver.topSpeed) {
        advice.advise(row, slower);
      }
    }
  }
}
