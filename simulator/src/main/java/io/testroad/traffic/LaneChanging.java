package io.testroad.traffic;

import java.util.Arrays;

/**
 * The lane-change phase: every road is swept from front to rear, and each vehicle on it weighs a
 * change to the right, then to the left, knowing what those ahead of it on the same road have just
 * done. What is beyond the road's ends is read as it was before the phase, so that roads may be
 * swept in any order, and in different regions.
 *
 * <p>Source: SUMO, MSLaneChanger::change and checkChange. A driver weighs lanes once a second, or
 * twice where ticks are shorter, while he must change at once; the more seldom the less he wants
 * it, as {@link VehicleTable#calm} keeps; soon when he brakes before an obstacle; and whenever
 * somebody has told him something. A road is swept when it is somebody's turn.
 */
final class LaneChanging {

  private static final double WEIGHED_EVERY_S = 0.5;
  static final int CALMEST = 4;

  /** How calm one who wishes for another lane is. */
  static final int WISHFUL = 1;

  /** How far before an obstacle drivers merge, m; assumption. */
  private static final double MERGING_M = 50;

  private static final double SEE_BACK_M = 80;

  /** Fronts of two that queue on the same or neighbouring lanes are not farther apart, m. */
  private static final double QUEUE_SPACING_M = 30;

  private static final int CLEARS_THE_WAY = VehicleTable.MAKES_WAY | VehicleTable.PULLS_OVER;

  static final int PARKED =
      VehicleTable.HALTING
          | VehicleTable.ASIDE
          | VehicleTable.COLLIDED
          | VehicleTable.AT_STOP
          | VehicleTable.TURNS_FROM_WRONG_LANE;

  private final Region region;
  private final RoadTables tables;
  private final VehicleTable v;
  private final Driver driver;
  private final LaneChoice choice;
  final LaneAdvice advice;
  final BlockedLanes blocked;
  private final ZipAcross zipAcross;
  private final int period;

  /** Of each road: every how many periods it is weighed, as a power of 2. */
  private final byte[] calm;

  /** Of each lane: the road that is swept, if it has more lanes and is the region's; else -1. */
  private final int[] sweptFrom;

  /** At each tick of a full round: how calm, at most, those are whose turn it is; -1: nobody's. */
  private final byte[] dueAt;

  /** How many ticks ahead of others each road is in its round. */
  private final int[] turnOf;

  private int turn;

  private int[] target = new int[64];

  // the sweep of a road
  private int count;
  private int first;
  private int due;
  private int calmest;

  /** Whether, on the road being swept, somebody can't make the change that he must. */
  boolean someBlocked;

  private final int[] inTurn;
  final int[] next;
  final int[] lead;
  final int[] firstBlocked;

  final int[] lastBlocked;
  final double[] ahead;

  /** Leader found by {@link #findLeader}: its row or -1, and the gap less the minimum gap, m. */
  int leader;

  double leaderGap;

  /** Rows of those who changed in this tick. */
  int[] changed = new int[64];

  int changedCount;

  LaneChanging(Region region) {
    this.region = region;
    this.tables = region.tables;
    this.v = region.v;
    this.driver = region.driver;
    period = Math.max(1, (int) Math.round(WEIGHED_EVERY_S / region.dt));
    int most = Arrays.stream(tables.laneCount).max().orElse(1);
    lead = new int[most];
    blocked = new BlockedLanes(region, most, lead);
    advice = new LaneAdvice(region);
    zipAcross = new ZipAcross(region, blocked, advice);
    choice = new LaneChoice(region, this, period * region.dt);
    calm = new byte[tables.laneCount.length];
    sweptFrom = new int[tables.lanes];
    for (int lane = 0; lane < tables.lanes; lane++) {
      boolean isAlone = tables.internal[lane] || tables.laneCount[tables.edgeOf[lane]] == 1;
      sweptFrom[lane] =
          isAlone || region.ownerOf(lane) != region.index() ? -1 : tables.edgeOf[lane];
    }
    dueAt = new byte[period << CALMEST];
    turnOf = new int[calm.length];
    for (int at = 0; at < dueAt.length; at++) {
      dueAt[at] = (byte) (at % period == 0 ? 0 : -1);
      while (dueAt[at] >= 0 && dueAt[at] < CALMEST && at % (period << (dueAt[at] + 1)) == 0) {
        dueAt[at]++;
      }
    }
    for (int on = 0; on < turnOf.length; on++) {
      turnOf[on] = on % dueAt.length;
    }
    inTurn = new int[most];
    next = new int[most];
    firstBlocked = new int[most];
    lastBlocked = new int[most];
    ahead = new double[most];
  }

  /** Decides for every own vehicle whose road's turn it is. */
  void decide() {
    changedCount = 0;
    turn = (int) (region.tick % dueAt.length);
    if (target.length < v.own) {
      target = new int[v.capacity()];
    }
    blocked.look();
    zipAcross.letIn();
    LaneOrder order = region.order;
    for (int i = 0; i < order.occupied(); i++) {
      int lane = order.occupiedLane(i);
      int on = sweptFrom[lane];
      if (on < 0) {
        continue;
      }
      due = dueOn(on);
      if (due >= calm[on] && isFirstOccupied(lane, on)) {
        sweep(on);
      }
    }
    region.cutIns.record();
  }

  /** How calm, at most, those are whose turn it is on a road; -1 if it is nobody's. */
  private int dueOn(int on) {
    int at = turn + turnOf[on];
    return dueAt[at < dueAt.length ? at : at - dueAt.length];
  }

  /** Somebody has come onto a road who must leave his lane there. */
  void stir(int on) {
    calm[on] = 0;
  }

  /** Who brakes before an obstacle on his lane looks soon whether he gets past it. */
  void brakes(int row) {
    int lane = v.lane[row];
    int on = sweptFrom[lane];
    if (on >= 0
        && v.calm(row) > WISHFUL
        && region.roads.obstacles.cover(lane, v.pos[row], v.pos[row] + MERGING_M)) {
      v.keepCalm(row, WISHFUL);
      calm[on] = (byte) Math.min(calm[on], WISHFUL);
    }
  }

  private boolean isFirstOccupied(int lane, int on) {
    for (int before = tables.firstLane[on]; before < lane; before++) {
      if (region.order.size(before) > 0) {
        return false;
      }
    }
    return true;
  }

  private void sweep(int on) {
    count = tables.laneCount[on];
    first = tables.firstLane[on];
    calmest = CALMEST;
    someBlocked = false;
    blocked.begin(first, count);
    for (int j = 0; j < count; j++) {
      next[j] = region.order.first(first + j);
      inTurn[j] = firstInTurn(next[j]);
      lead[j] = -1;
      firstBlocked[j] = -1;
      lastBlocked[j] = -1;
      ahead[j] = 0;
    }
    for (int j = foremost(); j >= 0; j = foremost()) {
      int row = inTurn[j];
      passAheadOf(v.pos[row], j);
      next[j] = region.order.behind(row);
      boolean isTold = (v.lcState[row] & LaneChoice.TOLD) != 0;
      choice.weighAfter(isTold ? Math.min(v.calm(row), WISHFUL) : v.calm(row));
      int to = weigh(row, j);
      calmest = Math.min(calmest, v.calm(row));
      lead[to] = row;
      blocked.pass(row, to);
      ahead[to] += region.spaceOf(row);
      inTurn[j] = firstInTurn(next[j]);
    }
    if (someBlocked) {
      passAheadOf(Double.NEGATIVE_INFINITY, count);
    }
    calm[on] = (byte) calmest;
  }

  /** The first, from one on towards the rear of a lane, whose turn it is to weigh lanes, or -1. */
  private int firstInTurn(int from) {
    int[] flags = v.flags;
    int[] behind = region.order.rowsBehind();
    int own = v.own;
    int seldom = calmest;
    int row = from;
    while (row >= 0) {
      int calmOfRow = VehicleTable.calmIn(flags[row]);
      if (row < own) {
        if (calmOfRow <= due || (flags[row] & CLEARS_THE_WAY) != 0) {
          break;
        }
        seldom = Math.min(seldom, calmOfRow);
      }
      row = behind[row];
    }
    calmest = seldom;
    return row;
  }

  /** Somebody has told the next driver on a lane something: it is his turn, too. */
  void tellNext(int j) {
    inTurn[j] = next[j];
  }

  /** Passes by those ahead of a place whose turn it is not; slow ones let others in. */
  private void passAheadOf(double pos, int onLane) {
    int[] behind = region.order.rowsBehind();
    int[] types = v.type;
    double[] spaces = region.careful.spacesM;
    double[] positions = v.pos;
    for (int j = 0; j < count; j++) {
      int row = next[j];
      while (row >= 0 && (positions[row] > pos || (positions[row] == pos && j < onLane))) {
        if (lastBlocked[j] >= 0 && row < v.own) {
          choice.letIn(row, j);
        }
        lead[j] = row;
        blocked.pass(row, j);
        ahead[j] += spaces[types[row]];
        row = behind[row];
      }
      next[j] = row;
    }
  }

  /** The lane on which the next one in turn is the farthest ahead, or -1 when there is none. */
  private int foremost() {
    int best = -1;
    double bestPos = Double.NEGATIVE_INFINITY;
    for (int j = 0; j < count; j++) {
      if (inTurn[j] >= 0) {
        double pos = v.pos[inTurn[j]];
        if (pos > bestPos) {
          best = j;
          bestPos = pos;
        }
      }
    }
    return best;
  }

  /** The lane, counted from the right, that a vehicle is on after weighing a change. */
  private int weigh(int row, int j) {
    if (v.has(row, PARKED) || v.is(row, Plight.KEEPS_LANE)) {
      v.lcState[row] = 0;
      v.keepCalm(row, WISHFUL);
      return j;
    }
    boolean open = lastBlocked[j] < 0 && firstBlocked[j] < 0;
    if (open && v.speed[row] == 0 && standsAmongOthers(row, j) && choice.isContent(row)) {
      return j;
    }
    driver.load(row);
    if (open && j == 0 && isFree(row) && choice.isContent(row)) {
      return j;
    }
    int to = choice.choose(row, j, count, first);
    if (to != j) {
      record(row, first + to);
    }
    return to;
  }

  /** Whether nobody ahead on the rightmost lane keeps a driver from the speed he wants. */
  private boolean isFree(int row) {
    int ahead = lead[0];
    double clear =
        ahead < 0
            ? tables.lengthM[first] - v.pos[row]
            : v.pos[ahead] - region.lengthOf(ahead) - v.pos[row];
    return clear - driver.kind.minGap > driver.gapForDesired()
        && region.roads.limitMps[first] >= region.roads.limitMps[first + 1]
        && (ahead < 0 ? region.order.firstTail(first) < 0 : !choice.isStopped(ahead));
  }

  /** Whether a driver stands in a queue beside other queues. */
  private boolean standsAmongOthers(int row, int j) {
    return !blocked.isNear(row, j)
        && isQueue(row, j)
        && (j == 0 || isQueue(row, j - 1))
        && (j + 1 == count || isQueue(row, j + 1));
  }

  private boolean isQueue(int row, int j) {
    int ahead = lead[j];
    return ahead >= 0
        && Travel.stands(v.speed[ahead])
        && v.pos[ahead] - v.pos[row] < QUEUE_SPACING_M
        && !choice.isStopped(ahead);
  }

  /** Notes that a vehicle changes to another lane. */
  void record(int row, int lane) {
    target[row] = lane;
    changed = GrowingList.with(changed, changedCount++, row);
  }

  // who is around --------------------------------------------------------------------------------

  /** Finds the leader that a vehicle has, or would have, on a lane of its road. */
  void findLeader(int row, int j) {
    int lane = first + j;
    leader = lead[j];
    if (leader >= 0) {
      leaderGap = v.pos[leader] - region.lengthOf(leader) - v.pos[row] - driver.kind.minGap;
      return;
    }
    int tail = region.order.rearmostTail(lane, row);
    if (tail >= 0) {
      leader = region.order.tailRowOf(tail);
      leaderGap = region.order.tailRearOf(tail) - v.pos[row] - driver.kind.minGap;
      return;
    }
    findLeaderBeyond(row, lane);
  }

  private void findLeaderBeyond(int row, int from) {
    double seen = tables.lengthM[from] - v.pos[row];
    double farthest = driver.reactingBrakeGap() + driver.kind.minGap;
    int lane = from;
    int at = v.routeAt[row];
    while (seen <= farthest) {
      int link = lane == v.lane[row] ? v.link[row] : region.linkFrom(row, lane, at);
      if (link < 0 || RightOfWay.isRed(region.roads.stateOf(link))) {
        return;
      }
      lane = tables.linkNext[link];
      at += tables.internal[lane] ? 0 : 1;
      int rear = region.order.last(lane);
      int tail = region.order.rearmostTail(lane, row);
      if (rear >= 0 && rear != row) {
        leader = rear;
        leaderGap = seen + v.pos[rear] - region.lengthOf(rear) - driver.kind.minGap;
      }
      if (tail >= 0
          && (leader < 0
              || seen + region.order.tailRearOf(tail) - driver.kind.minGap < leaderGap)) {
        leader = region.order.tailRowOf(tail);
        leaderGap = seen + region.order.tailRearOf(tail) - driver.kind.minGap;
      }
      if (leader >= 0) {
        return;
      }
      seen += tables.lengthM[lane];
    }
  }

  /** The vehicle behind on a lane of the same road, or -1. */
  int followerOn(int j) {
    return next[j];
  }

  /** The gap a follower on the same road would keep, less its minimum gap, m. */
  double followerGap(int row, int follower) {
    return v.pos[row] - region.lengthOf(row) - v.pos[follower] - region.typeOf(follower).minGapM();
  }

  /** Whether nobody who comes from behind the road onto a lane would have to brake hard. */
  boolean nobodyComes(int row, int j) {
    double rear = v.pos[row] - region.lengthOf(row);
    return region.nobodyBehind(row, first + j, rear, SEE_BACK_M);
  }

  /** Whether a vehicle could still stop at a lane's end, or need not. */
  boolean canStopOrPass(int row, int j) {
    int lane = first + j;
    double distance = tables.lengthM[lane] - v.pos[row];
    if (driver.reactingBrakeGap() < distance) {
      return true;
    }
    int at = v.routeAt[row];
    int link = region.linkFrom(row, lane, at);
    if (link < 0) {
      return at == v.route[row].length - 1;
    }
    return !RightOfWay.isRed(region.roads.stateOf(link))
        && region.rightOfWay.isPathFree(tables.linkNext[link]);
  }

  /** Carries the changes out. */
  void apply() {
    for (int i = 0; i < changedCount; i++) {
      int row = changed[i];
      region.order.remove(v.lane[row], row);
      v.lane[row] = target[row];
      region.findWayOn(row);
      region.order.insert(target[row], row);
    }
  }
}
