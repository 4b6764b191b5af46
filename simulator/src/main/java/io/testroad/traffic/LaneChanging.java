package io.testroad.traffic;

import io.testroad.demand.VehicleType;
import java.util.Arrays;

/**
 * The lane-change phase: to follow the route, to get past an obstacle, to go faster, to keep right.
 *
 * <p>Source of the ideas: SUMO, MSLCM_LC2013 (strategic look-ahead of ten seconds, accumulated
 * speed gain, counter-lane-change vehicles holding back), simplified. Decisions read the state
 * before the phase. A vehicle weighs a change about once a second: in the first half of each second
 * those in the front half of their lanes, in the second half the others, so that two vehicles on
 * following roads never change towards each other in one tick.
 */
final class LaneChanging {

  private static final double LOOK_FORWARD_S = 10;
  private static final double LEFT_FACTOR = 2;
  private static final double NEAR_M = 5;

  /** How far beyond the road's end its traffic matters; within what every region can see, m. */
  private static final double OCCUPATION_M = 150;

  /** How quickly a driver forgets that he was faster (SUMO: LOOK_AHEAD_SPEED_MEMORY), 1/s. */
  private static final double MEMORY = 0.9;

  // thresholds of MSLCM_LC2013
  private static final double LEFT_THRESHOLD = 0.2;
  private static final double RIGHT_THRESHOLD = 2;
  private static final double GAIN_SPEED_MPS = 10;
  private static final double GAIN_LASTS_S = 20;
  private static final double RIGHT_MUCH_SLOWER_MPS = 5 / 3.6;
  private static final double KEEP_RIGHT_S = 5;
  private static final double KEEP_RIGHT_ACCEPTANCE_S = 7;
  private static final double OBSTACLE_M = 60;
  private static final double MAKES_WAY_M = 40;
  private static final double SEE_BACK_M = 80;

  private final Region region;
  private final RoadTables tables;
  private final VehicleColumns v;
  private final int period;
  private final double periodS;
  private final double memory;
  private final double decay;
  private final double[] takenM;
  private final long[] takenTick;
  private int[] target = new int[64];
  private int[] candidates = new int[64];
  private int candidateCount;

  /** Numbers and lanes of those who changed in this tick. */
  int[] changed = new int[64];

  int changedCount;

  LaneChanging(Region region) {
    this.region = region;
    this.tables = region.tables;
    this.v = region.v;
    takenM = new double[tables.lanes];
    takenTick = new long[tables.lanes];
    Arrays.fill(takenTick, -1);
    period = Math.max(2, (int) Math.round(1 / region.dt));
    periodS = period * region.dt;
    memory = StrictMath.pow(MEMORY, region.dt);
    decay = StrictMath.pow(0.5, periodS);
  }

  /** Decides for every own vehicle whose turn it is; reads the old state only. */
  void decide() {
    candidateCount = 0;
    changedCount = 0;
    if (target.length < v.own) {
      target = new int[v.own * 2];
      candidates = new int[v.own * 2];
    }
    for (int row = 0; row < v.own; row++) {
      double speed = v.speed[row];
      v.lookSpeed[row] =
          speed > v.lookSpeed[row] ? speed : memory * v.lookSpeed[row] + (1 - memory) * speed;
      if (isTurnOf(row)) {
        int to = choose(row);
        if (to >= 0) {
          target[row] = to;
          candidates[candidateCount++] = row;
        }
      }
    }
  }

  private boolean isTurnOf(int row) {
    int lane = v.lane[row];
    if (tables.internal[lane]
        || tables.laneCount[tables.edgeOf[lane]] < 2
        || v.stopTicks[row] >= 0
        || (v.flags[row]
                & (VehicleColumns.HALTING | VehicleColumns.ASIDE | VehicleColumns.COLLIDED))
            != 0) {
      v.want[row] = 0;
      return false;
    }
    int half = period / 2;
    long phase = region.tick % period;
    boolean rear = v.pos[row] < tables.lengthM[lane] / 2;
    long slot = rear ? phase - half : phase;
    return slot >= 0 && slot < half && v.number[row] % half == slot;
  }

  private int choose(int row) {
    int lane = v.lane[row];
    int j = tables.indexOnEdge[lane];
    int at = v.routeAt[row];
    RoutePlan plan = v.plan[row];
    VehicleType type = region.traffic.types[v.type[row]];
    v.want[row] = 0;
    int strategic = strategic(row, plan, at, j, type);
    if (strategic == 0) {
      strategic = aroundObstacle(row, plan, at, j);
    }
    if (strategic != 0) {
      v.want[row] = strategic;
      v.gain[row] = 0;
      v.keepRight[row] = 0;
      return mayChange(row, lane + strategic) ? lane + strategic : -1;
    }
    return discretionary(row, plan, at, j, lane, type);
  }

  private int strategic(int row, RoutePlan plan, int at, int j, VehicleType type) {
    int offset = plan.offset(at, j);
    if (offset == 0 || type.laneChange().strategic() <= 0) {
      return 0;
    }
    double usable = plan.reachM(at, j) - v.pos[row] - occupationM(plan, at, j + offset);
    double lookAhead = lookAheadM(row, offset) * type.laneChange().strategic();
    return usable / Math.abs(offset) < lookAhead ? Integer.signum(offset) : 0;
  }

  /** How far ahead a lane's end matters: farther to the left (SUMO: lookaheadLeft 2). */
  private double lookAheadM(int row, int offset) {
    double seconds = offset > 0 ? LOOK_FORWARD_S * LEFT_FACTOR : LOOK_FORWARD_S;
    return v.lookSpeed[row] * seconds + 2 * region.lengthOf(row) + NEAR_M;
  }

  /**
   * The length of road, m, that vehicles take up on a lane of the vehicle's road and on those that
   * follow it soon (SUMO: occupation of the best lane and its continuations).
   */
  private double occupationM(RoutePlan plan, int at, int laneIndex) {
    int place = at;
    int lane = tables.firstLane[plan.edges()[at]] + laneIndex;
    double taken = takenOn(lane);
    double distance = 0;
    int link = plan.link(place, laneIndex);
    while (link >= 0 && distance < OCCUPATION_M) {
      place++;
      lane = tables.linkTo[link];
      taken += takenOn(lane);
      distance += tables.lengthM[lane];
      link = plan.link(place, tables.indexOnEdge[lane]);
    }
    return taken;
  }

  private double takenOn(int lane) {
    if (takenTick[lane] != region.tick) {
      double taken = 0;
      for (int k = 0; k < region.order.size(lane); k++) {
        VehicleType type = region.typeOf(region.order.at(lane, k));
        taken += type.lengthM() + type.minGapM();
      }
      takenM[lane] = taken;
      takenTick[lane] = region.tick;
    }
    return takenM[lane];
  }

  /** A standing vehicle that won't move on its own account is passed like the end of a lane. */
  private int aroundObstacle(int row, RoutePlan plan, int at, int j) {
    int lane = v.lane[row];
    int k = region.order.aheadOf(lane, v.pos[row], v.number[row]);
    if (k == 0) {
      return 0;
    }
    int leader = region.order.at(lane, k - 1);
    double gap = v.pos[leader] - region.lengthOf(leader) - v.pos[row];
    int obstacle = VehicleColumns.HALTING | VehicleColumns.COLLIDED;
    if ((v.flags[leader] & obstacle) == 0 || v.speed[leader] > 0.1 || gap > OBSTACLE_M) {
      return 0;
    }
    double needed = gap + region.lengthOf(leader) + 2 * region.lengthOf(row);
    int count = tables.laneCount[tables.edgeOf[lane]];
    double leftReach = j + 1 < count ? plan.reachM(at, j + 1) - v.pos[row] : 0;
    double rightReach = j > 0 ? plan.reachM(at, j - 1) - v.pos[row] : 0;
    if (Math.max(leftReach, rightReach) < needed) {
      return 0;
    }
    return leftReach >= rightReach ? 1 : -1;
  }

  /**
   * Changes for speed and to keep right. Positive {@code gain} speaks for the left, negative for
   * the right; both sums and their thresholds are SUMO's (MSLCM_LC2013::_wantsChange).
   */
  private int discretionary(int row, RoutePlan plan, int at, int j, int lane, VehicleType type) {
    double here = anticipated(row, lane, type);
    int count = tables.laneCount[tables.edgeOf[lane]];
    if (j > 0 && keepsRoute(row, plan, at, j - 1)) {
      double there = anticipated(row, lane - 1, type);
      if (here - RIGHT_MUCH_SLOWER_MPS > there) {
        v.gain[row] = v.gain[row] < 0 ? v.gain[row] * decay : v.gain[row];
      } else {
        v.gain[row] -= periodS * relativeGain(here, there) * type.laneChange().speedGain();
        v.keepRight[row] += periodS * keepRightShare(row, lane - 1, plan.reachM(at, j - 1), type);
      }
      boolean right = v.keepRight[row] * type.laneChange().keepRight() > RIGHT_THRESHOLD;
      right |= v.gain[row] < -RIGHT_THRESHOLD && lastsLongEnough(row, plan, at, j - 1);
      if (right && mayChange(row, lane - 1)) {
        return lane - 1;
      }
    }
    if (j + 1 < count && keepsRoute(row, plan, at, j + 1)) {
      double there = anticipated(row, lane + 1, type);
      if (here > there) {
        v.gain[row] = v.gain[row] > 0 ? v.gain[row] * decay : v.gain[row];
      } else {
        v.gain[row] += periodS * relativeGain(here, there) * type.laneChange().speedGain();
      }
      if (v.gain[row] > LEFT_THRESHOLD
          && there > here
          && lastsLongEnough(row, plan, at, j + 1)
          && mayChange(row, lane + 1)) {
        return lane + 1;
      }
    }
    return -1;
  }

  private static double relativeGain(double here, double there) {
    return (there - here) / Math.max(there, GAIN_SPEED_MPS);
  }

  private boolean lastsLongEnough(int row, RoutePlan plan, int at, int j) {
    double left = plan.reachM(at, j) - v.pos[row];
    return left / Math.max(0.1, v.speed[row]) > GAIN_LASTS_S;
  }

  /**
   * How much one second beside a free right lane counts towards the threshold for keeping right.
   */
  private double keepRightShare(int row, int right, double reach, VehicleType type) {
    double speed = v.speed[row];
    double top = Math.max(region.topSpeed(row, right), 0.1);
    double acceptance = KEEP_RIGHT_ACCEPTANCE_S * Math.max(1, speed);
    double gap = Math.max(0, reach - v.pos[row]);
    double seconds = Math.min(acceptance, gap / top);
    int k = region.order.aheadOf(right, v.pos[row], v.number[row]);
    if (k > 0) {
      int leader = region.order.at(right, k - 1);
      if (v.speed[leader] < top) {
        double free = v.pos[leader] - region.lengthOf(leader) - v.pos[row] - type.minGapM();
        gap = Math.max(0, Math.min(gap, free - speed * type.tauS()));
        seconds = Math.min(seconds, gap / (top - v.speed[leader]));
      }
    }
    return RIGHT_THRESHOLD * (seconds / acceptance) / KEEP_RIGHT_S;
  }

  /** Whether the route can be kept from a lane without hurry. */
  private boolean keepsRoute(int row, RoutePlan plan, int at, int j) {
    if (plan.reachM(at, j) <= 0) {
      return false;
    }
    if (plan.offset(at, j) == 0) {
      return true;
    }
    int offset = plan.offset(at, j);
    double usable = plan.reachM(at, j) - v.pos[row] - occupationM(plan, at, j + offset);
    return usable / Math.abs(offset) > lookAheadM(row, offset);
  }

  private double anticipated(int row, int lane, VehicleType type) {
    double top = region.topSpeed(row, lane);
    int k = region.order.aheadOf(lane, v.pos[row], v.number[row]);
    if (k == 0) {
      return top;
    }
    int leader = region.order.at(lane, k - 1);
    double gap = v.pos[leader] - region.lengthOf(leader) - v.pos[row] - type.minGapM();
    double safe =
        Krauss.safeStopSpeed(
            Math.max(0, gap) + Krauss.brakeGap(v.speed[leader], type.decelMps2(), 0, region.dt),
            type.decelMps2(),
            type.tauS(),
            region.dt);
    return Math.min(top, safe);
  }

  /** Whether a change onto a lane is safe for the vehicle, its new leader and its new follower. */
  private boolean mayChange(int row, int lane) {
    if (v.pos[row] < 0.1 || region.roads.isClosedFor(lane, region.typeOf(row).vehicleClass())) {
      return false;
    }
    if (!fits(row, lane) || !canStopOrPass(row, lane)) {
      return false;
    }
    int k = region.order.aheadOf(lane, v.pos[row], v.number[row]);
    int tail = region.order.rearmostTail(lane, row);
    if (tail >= 0) {
      int other = region.order.tailRowOf(tail);
      if (!region.followsSafely(
          row, region.order.tailRearOf(tail) - v.pos[row], v.speed[other], other)) {
        return false;
      }
    }
    if (k == 0 && tail < 0 && !isSafeBeyond(row, lane)) {
      return false;
    }
    double rear = v.pos[row] - region.lengthOf(row);
    return k < region.order.size(lane) || region.nobodyBehind(row, lane, rear, SEE_BACK_M);
  }

  /** Whether the vehicle could still stop at the end of a lane, or need not. */
  private boolean canStopOrPass(int row, int lane) {
    double distance = tables.lengthM[lane] - v.pos[row];
    VehicleType type = region.typeOf(row);
    if (Krauss.brakeGap(v.speed[row], type.decelMps2(), type.tauS(), region.dt) < distance) {
      return true;
    }
    int at = v.routeAt[row];
    int link = region.linkFrom(row, lane, at);
    if (link < 0) {
      return at == v.plan[row].size() - 1;
    }
    return region.rightOfWay.mayPass(row, link, distance, at);
  }

  /** Whether the first vehicle beyond the end of a lane is far enough ahead. */
  private boolean isSafeBeyond(int row, int from) {
    VehicleType type = region.typeOf(row);
    double reach = region.traffic.reachM(type, v.speed[row]);
    int lane = from;
    int at = v.routeAt[row];
    double distance = tables.lengthM[lane] - v.pos[row];
    while (distance <= reach) {
      int link = region.linkFrom(row, lane, at);
      if (link < 0) {
        return true;
      }
      lane = tables.linkNext[link];
      at += tables.internal[lane] ? 0 : 1;
      int last = region.order.last(lane);
      if (last >= 0) {
        double gap = distance + v.pos[last] - region.lengthOf(last);
        return region.followsSafely(row, gap, v.speed[last], last);
      }
      int tail = region.order.rearmostTail(lane, row);
      if (tail >= 0) {
        int other = region.order.tailRowOf(tail);
        double gap = distance + region.order.tailRearOf(tail);
        return region.followsSafely(row, gap, v.speed[other], other);
      }
      distance += tables.lengthM[lane];
    }
    return true;
  }

  /** The part of the check that looks at the target lane's own vehicles only. */
  private boolean fits(int row, int lane) {
    int k = region.order.aheadOf(lane, v.pos[row], v.number[row]);
    if (k > 0) {
      int leader = region.order.at(lane, k - 1);
      double gap = v.pos[leader] - region.lengthOf(leader) - v.pos[row];
      if (!region.followsSafely(row, gap, v.speed[leader], leader)) {
        return false;
      }
    }
    if (k < region.order.size(lane)) {
      int follower = region.order.at(lane, k);
      double gap = v.pos[row] - region.lengthOf(row) - v.pos[follower];
      return region.followsSafely(follower, gap, v.speed[row], row);
    }
    return true;
  }

  /** Carries the decisions out, from the front of each road to its rear. */
  void apply() {
    sortCandidates();
    for (int i = 0; i < candidateCount; i++) {
      int row = candidates[i];
      int to = target[row];
      if (fits(row, to)) {
        move(row, to);
      }
    }
  }

  private void move(int row, int to) {
    region.order.remove(v.lane[row], row);
    v.lane[row] = to;
    region.order.insert(to, row);
    v.gain[row] = 0;
    v.keepRight[row] = 0;
    v.want[row] = 0;
    if (changedCount == changed.length) {
      changed = Arrays.copyOf(changed, changedCount * 2);
    }
    changed[changedCount++] = row;
  }

  private void sortCandidates() {
    for (int i = 1; i < candidateCount; i++) {
      int row = candidates[i];
      int k = i - 1;
      while (k >= 0 && before(row, candidates[k])) {
        candidates[k + 1] = candidates[k];
        k--;
      }
      candidates[k + 1] = row;
    }
  }

  private boolean before(int a, int b) {
    if (v.pos[a] != v.pos[b]) {
      return v.pos[a] > v.pos[b];
    }
    return v.number[a] < v.number[b];
  }

  /**
   * How far a vehicle may go when it must change onto a lane from which another, farther ahead,
   * must change onto the vehicle's own: it stays behind, so that the two can pass each other; m.
   */
  double roomToPassM(int row) {
    if (v.want[row] == 0 || tables.internal[v.lane[row]]) {
      return Double.POSITIVE_INFINITY;
    }
    int other = wants(row, v.lane[row] + v.want[row], -v.want[row]);
    if (other < 0) {
      return Double.POSITIVE_INFINITY;
    }
    double room = v.pos[other] - region.lengthOf(other) - v.pos[row];
    room -= region.typeOf(row).minGapM();
    double decel = region.typeOf(row).decelMps2() / 2;
    return room >= 0 ? room : v.speed[row] * v.speed[row] / (2 * decel);
  }

  /** A vehicle just ahead on a lane beside that must change onto this vehicle's lane; or -1. */
  int makesWayFor(int row) {
    int lane = v.lane[row];
    if (tables.internal[lane]) {
      return -1;
    }
    int j = tables.indexOnEdge[lane];
    int left = j + 1 < tables.laneCount[tables.edgeOf[lane]] ? wants(row, lane + 1, -1) : -1;
    int right = j > 0 ? wants(row, lane - 1, 1) : -1;
    if (left >= 0 && right >= 0) {
      return v.pos[left] <= v.pos[right] ? left : right;
    }
    return Math.max(left, right);
  }

  private int wants(int row, int lane, int direction) {
    for (int k = region.order.aheadOf(lane, v.pos[row], v.number[row]) - 1; k >= 0; k--) {
      int other = region.order.at(lane, k);
      if (v.pos[other] - v.pos[row] > MAKES_WAY_M) {
        return -1;
      }
      if (v.want[other] == direction) {
        return other;
      }
    }
    return -1;
  }
}
