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
  private static final double ANTICIPATION_S = 5;
  private static final double GAIN_TO_LEFT = 0.2;
  private static final double GAIN_TO_RIGHT = 0.4;
  private static final double KEEP_RIGHT_S = 6;
  private static final double OBSTACLE_M = 60;
  private static final double MAKES_WAY_M = 40;
  private static final double SEE_BACK_M = 80;

  private final Region region;
  private final RoadTables tables;
  private final VehicleColumns v;
  private final int period;
  private final double periodS;
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
    period = Math.max(2, (int) Math.round(1 / region.dt));
    periodS = period * region.dt;
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
    double left = plan.reachM(at, j) - v.pos[row];
    double lookAhead =
        v.speed[row] * LOOK_FORWARD_S * type.laneChange().strategic() + 2 * type.lengthM();
    return left / Math.abs(offset) < Math.max(lookAhead, 20) ? Integer.signum(offset) : 0;
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

  private int discretionary(int row, RoutePlan plan, int at, int j, int lane, VehicleType type) {
    double here = anticipated(row, lane, type);
    int count = tables.laneCount[tables.edgeOf[lane]];
    if (j + 1 < count && keepsRoute(row, plan, at, j + 1)) {
      double there = anticipated(row, lane + 1, type);
      gain(row, there - here, region.topSpeed(row, lane), type);
      if (v.gain[row] > GAIN_TO_LEFT && mayChange(row, lane + 1)) {
        return lane + 1;
      }
    }
    if (j > 0 && keepsRoute(row, plan, at, j - 1)) {
      double there = anticipated(row, lane - 1, type);
      if (j + 1 >= count || v.gain[row] <= 0) {
        gain(row, there - here, region.topSpeed(row, lane), type);
        if (v.gain[row] > GAIN_TO_RIGHT && mayChange(row, lane - 1)) {
          return lane - 1;
        }
      }
      boolean asGood = there >= here - 0.1 && v.speed[row] > 3;
      v.keepRight[row] = asGood ? v.keepRight[row] + periodS * type.laneChange().keepRight() : 0;
      if (v.keepRight[row] > KEEP_RIGHT_S && mayChange(row, lane - 1)) {
        return lane - 1;
      }
    }
    return -1;
  }

  private void gain(int row, double difference, double top, VehicleType type) {
    v.gain[row] =
        difference > 0.1
            ? v.gain[row] + periodS * type.laneChange().speedGain() * difference / Math.max(top, 1)
            : 0;
  }

  /** Whether the route can be kept from a lane without hurry. */
  private boolean keepsRoute(int row, RoutePlan plan, int at, int j) {
    if (plan.reachM(at, j) <= 0) {
      return false;
    }
    if (plan.offset(at, j) == 0) {
      return true;
    }
    double left = plan.reachM(at, j) - v.pos[row];
    double lookAhead = v.speed[row] * LOOK_FORWARD_S + 2 * region.lengthOf(row);
    return left / Math.abs(plan.offset(at, j)) > 2 * lookAhead + 50;
  }

  private double anticipated(int row, int lane, VehicleType type) {
    double top = region.topSpeed(row, lane);
    int k = region.order.aheadOf(lane, v.pos[row], v.number[row]);
    if (k == 0) {
      return top;
    }
    int leader = region.order.at(lane, k - 1);
    double gap = v.pos[leader] - region.lengthOf(leader) - v.pos[row] - type.minGapM();
    double room = Math.max(0, gap - v.speed[row] * type.tauS());
    return Math.min(top, v.speed[leader] + room / ANTICIPATION_S);
  }

  /** Whether a change onto a lane is safe for the vehicle, its new leader and its new follower. */
  private boolean mayChange(int row, int lane) {
    if (v.pos[row] < 0.1 || region.roads.isClosedFor(lane, region.typeOf(row).vehicleClass())) {
      return false;
    }
    if (!fits(row, lane)) {
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
    double rear = v.pos[row] - region.lengthOf(row);
    return k < region.order.size(lane) || region.nobodyBehind(row, lane, rear, SEE_BACK_M);
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
    }
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
   * How far before its lane's end a vehicle waits, so that another can leave the lane beside it.
   */
  double holdBackM(int row) {
    if (v.want[row] <= 0) {
      return 0;
    }
    int beside = v.lane[row] + 1;
    for (int k = region.order.aheadOf(beside, v.pos[row] - region.lengthOf(row), -1) - 1;
        k >= 0 && k >= region.order.size(beside) - 3;
        k--) {
      int other = region.order.at(beside, k);
      if (v.want[other] < 0) {
        return region.lengthOf(other) + 3;
      }
    }
    return 0;
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
    int k = region.order.aheadOf(lane, v.pos[row], v.number[row]);
    if (k == 0) {
      return -1;
    }
    int other = region.order.at(lane, k - 1);
    boolean near = v.pos[other] - v.pos[row] < MAKES_WAY_M;
    return near && v.want[other] == direction ? other : -1;
  }
}
