package io.testroad.traffic;

/**
 * What a driver who must change lanes asks of those beside him: the follower to slow down or to
 * pass, the leader not to be caught up with; and the room he keeps for one who must come the other
 * way.
 *
 * <p>Source: SUMO, MSLCM_LC2013::informLeader, informFollower and saveBlockerLength.
 */
final class LaneRequests {

  private static final double HELP_MPS = 10 / 3.6;
  private static final double FALL_BEHIND_MPS2 = 7 / 3.6;
  private static final double URGENCY = 2;
  private static final double LONG_RAMP_M = 200;
  private static final double CUT_IN_LEFT_MPS = 27;
  private static final double EPS_M = 0.1;

  /** Nobody farther behind is asked to let one in from a blocked lane, m; assumption. */
  private static final double LETS_IN_WITHIN_M = 300;

  /** Who lets another in brakes for him as hard as he likes to for so long, s; assumption. */
  static final double WITHIN_S = 0.5;

  private final Region region;
  private final RoadTables tables;
  private final VehicleTable v;
  private final Driver driver;
  private final LaneChoice choice;
  private final LaneAdvice advice;
  private final double dt;
  private double leftSpace;

  LaneRequests(Region region, LaneChoice choice, LaneAdvice advice) {
    this.region = region;
    this.tables = region.tables;
    this.v = region.v;
    this.driver = region.driver;
    this.choice = choice;
    this.advice = advice;
    this.dt = region.dt;
  }

  /**
   * Asks, where the change can't be made at once, those beside the driver to let him in or to be
   * let past, and slows or hurries him accordingly.
   *
   * @param space road left for the change, m
   * @param offset how many lanes away the lane is that he must get to
   */
  void ask(double space, int offset) {
    leftSpace = space;
    v.setLeftSpace(choice.row, space);
    boolean right = choice.way < 0;
    if (Math.abs(offset) > 1) {
      advice.keepFree(choice.row, right ? 20 : 40);
    }
    int counter = right ? LaneChoice.LEFT : LaneChoice.RIGHT;
    reserve(choice.neighLead, counter);
    int firstBlocked = choice.sweep.firstBlocked[choice.j];
    if (firstBlocked != choice.neighLead) {
      reserve(firstBlocked, counter);
    }
    int lanes = Math.max(1, Math.abs(offset));
    double remaining =
        Bounds.most(dt, leftSpace / Bounds.most(v.lookSpeed(choice.row), 0.001) / lanes / URGENCY);
    double plannedSpeed = informLeader(remaining);
    if (plannedSpeed >= 0) {
      informFollower(remaining, plannedSpeed);
    }
  }

  /** Keeps room for one ahead who must change onto this lane from the one this vehicle wants. */
  private void reserve(int blocker, int counter) {
    if (blocker < 0 || !isOnThisRoad(blocker) || (v.lcState[blocker] & counter) == 0) {
      return;
    }
    double potential = leftSpace - driver.brakeGap();
    double length = region.spaceOf(blocker);
    if (length <= potential) {
      advice.keepFree(choice.row, length);
    } else if (region.spaceOf(choice.row) <= v.leftSpace(blocker) - brakeGapOf(blocker)
        || v.leftSpace(blocker) > leftSpace) {
      advice.keepFree(blocker, region.spaceOf(choice.row));
    }
  }

  private double brakeGapOf(int other) {
    return region.kindOf(other).stopping.distance(v.speed[other]);
  }

  private boolean isOnThisRoad(int other) {
    int lane = v.lane[other];
    return lane >= choice.firstLane && lane < choice.firstLane + choice.count;
  }

  private double informLeader(double remaining) {
    double plannedSpeed =
        Bounds.least(driver.speed, driver.stopSpeed(leftSpace - v.blockerLength(choice.row)));
    plannedSpeed = Bounds.least(plannedSpeed, v.advice(choice.row));
    if (choice.neighLead < 0) {
      return plannedSpeed;
    }
    int direction = choice.way < 0 ? LaneChoice.TOLD_RIGHT : LaneChoice.TOLD_LEFT;
    double leads = v.speed[choice.neighLead];
    double nextSpeed = leads - Bounds.most(1, -v.accel[choice.neighLead]) * dt;
    double nextGap = choice.neighLeadGap + (nextSpeed - plannedSpeed) * dt;
    DriverKind lead = region.kindOf(choice.neighLead);
    double follow =
        Bounds.most(driver.braked(), driver.followSpeed(nextGap, Bounds.most(0, nextSpeed), lead));
    if ((choice.blocked & LaneChoice.BLOCKED_BY_LEADER) == 0) {
      advice.advise(choice.row, follow);
      return Bounds.least(follow, plannedSpeed);
    }
    double faster = plannedSpeed - leads;
    double past =
        Bounds.most(
            0,
            choice.neighLeadGap
                + region.spaceOf(choice.neighLead)
                + driver.kind.length
                + lead.secureGap(leads, driver.speed, driver.kind));
    double overtakes = faster > 0 ? past / faster : remaining + 1;
    double room = leftSpace - v.blockerLength(choice.row) - driver.brakeGap();
    boolean cannot =
        (faster < 0 || room < past || remaining < overtakes) && !choice.isStopped(choice.neighLead);
    if (cannot) {
      tell(choice.neighLead, Double.MAX_VALUE, direction | LaneChoice.BLOCKS_LEADER);
      if (follow < driver.speed) {
        double braking =
            Bounds.least(
                driver.kind.decel,
                Bounds.most(FALL_BEHIND_MPS2, (driver.speed - follow) / remaining));
        double slower = Bounds.least(plannedSpeed, Bounds.most(0, driver.speed - braking * dt));
        advice.advise(choice.row, slower);
        return slower;
      }
      advice.advise(choice.row, follow);
      return plannedSpeed;
    }
    tell(choice.neighLead, leads, direction | LaneChoice.BLOCKS_LEADER);
    return -1;
  }

  private void informFollower(double remaining, double plannedSpeed) {
    if (choice.neighFollow < 0) {
      return;
    }
    int direction = choice.way < 0 ? LaneChoice.TOLD_RIGHT : LaneChoice.TOLD_LEFT;
    DriverKind kind = region.kindOf(choice.neighFollow);
    double follows = v.speed[choice.neighFollow];
    if ((choice.blocked & LaneChoice.BLOCKED_BY_FOLLOWER) == 0) {
      if ((choice.blocked & LaneChoice.BLOCKED_BY_LEADER) != 0) {
        double once =
            followerSpeed(kind, follows, choice.neighFollowGap + plannedSpeed * dt, plannedSpeed);
        double safe =
            followerSpeed(
                kind, follows, choice.neighFollowGap + (plannedSpeed - once) * dt, plannedSpeed);
        tell(choice.neighFollow, safe, direction);
      }
      return;
    }
    if (choice.passesStopped && isLetIn()) {
      return;
    }
    if (plannedSpeed - follows >= HELP_MPS) {
      double needed = kind.secureGap(follows, plannedSpeed, driver.kind);
      if ((needed - choice.neighFollowGap) / remaining < plannedSpeed - follows) {
        tell(choice.neighFollow, plannedSpeed - HELP_MPS, direction | LaneChoice.BLOCKS_FOLLOWER);
        return;
      }
    }
    double help = kind.decel;
    double slower = Bounds.most(0, follows - help * dt);
    double slower1s = Bounds.most(0, follows - help);
    double opens = plannedSpeed - slower1s;
    double openGap = choice.neighFollowGap + opens;
    double secure = kind.secureGap(slower1s, plannedSpeed, driver.kind);
    if (openGap > 0 && openGap >= secure) {
      double once =
          Bounds.most(
              slower,
              followerSpeed(
                  kind, follows, choice.neighFollowGap + plannedSpeed * dt, plannedSpeed));
      double safe =
          Bounds.most(
              slower,
              followerSpeed(
                  kind, follows, choice.neighFollowGap + (plannedSpeed - once) * dt, plannedSpeed));
      tell(choice.neighFollow, safe, direction | LaneChoice.BLOCKS_FOLLOWER);
    } else if (opens > 0 && opens * remaining > secure - openGap + EPS_M) {
      tell(choice.neighFollow, slower, direction | LaneChoice.BLOCKS_FOLLOWER);
    } else {
      letPass(kind, follows, slower, help, remaining, plannedSpeed, direction);
    }
  }

  /**
   * Where a lane is blocked, drivers go on one by one from it and from the lane beside it: the
   * first who need not brake hard for it lets the foremost of the blocked lane in, who goes after
   * the one before him.
   */
  private boolean isLetIn() {
    double rear = v.pos[choice.row] - driver.kind.length;
    int other = choice.neighFollow;
    while (other >= 0 && other < v.own && rear - v.pos[other] < LETS_IN_WITHIN_M) {
      boolean letsIn = v.letsIn(other) == v.number[choice.row];
      boolean mayLetIn =
          v.letsIn(other) == VehicleTable.LETS_NOBODY_IN
              && canLetIn(region, other, rear - v.pos[other], choice.row);
      if (letsIn || mayLetIn) {
        advice.letIn(other, v.number[choice.row]);
        if (other != choice.neighFollow && !v.has(choice.row, VehicleTable.BLUE_LIGHT)) {
          advice.goAfter(choice.row, v.number[region.order.ahead(other)]);
        }
        return true;
      }
      other = region.order.behind(other);
    }
    return false;
  }

  /**
   * Whether a driver need not brake hard to let one in whose rear is so far ahead of his front, m.
   */
  static boolean canLetIn(Region region, int other, double behind, int row) {
    VehicleTable v = region.v;
    DriverKind kind = region.kindOf(other);
    double gap = behind - kind.minGap;
    return gap >= 0
        && !v.has(other, LaneChanging.PARKED | VehicleTable.BLUE_LIGHT)
        && kind.safeFollowSpeed(gap, v.speed[other], v.speed[row], region.kindOf(row))
            >= v.speed[other] - kind.decel * WITHIN_S;
  }

  /** The follower can't open a gap in time: he goes first, or slows for those behind him. */
  private void letPass(
      DriverKind kind,
      double follows,
      double slower,
      double help,
      double remaining,
      double plannedSpeed,
      int direction) {
    double wanted = Bounds.most(follows, driver.speed + HELP_MPS);
    boolean longLane = tables.lengthM[choice.firstLane + choice.j] > LONG_RAMP_M;
    if (follows > driver.speed && (choice.way < 0 || plannedSpeed > CUT_IN_LEFT_MPS || longLane)) {
      wanted = Bounds.most(slower, driver.speed + HELP_MPS);
      if ((follows - driver.speed) / help < remaining) {
        tell(choice.neighFollow, wanted, direction | LaneChoice.BLOCKS_FOLLOWER);
        return;
      }
    }
    tell(choice.neighFollow, wanted, direction | LaneChoice.BLOCKS_FOLLOWER);
    double past =
        Bounds.most(
            0,
            choice.neighFollowGap
                + region.spaceOf(choice.row)
                + kind.length
                + driver.kind.secureGap(plannedSpeed, wanted, kind));
    advice.advise(
        choice.row, Bounds.most(wanted - past / remaining, driver.speed - driver.kind.losesInTick));
  }

  private double followerSpeed(DriverKind kind, double speed, double gap, double leaderSpeed) {
    double safe = kind.safeFollowSpeed(gap, speed, leaderSpeed, driver.kind);
    return Bounds.least(safe, speed + kind.gainsInTick);
  }

  private void tell(int other, double speed, int about) {
    if (other < v.own && isOnThisRoad(other)) {
      advice.advise(other, speed);
      v.lcState[other] = v.lcState[other] | about;
      if (other == choice.neighFollow) {
        choice.sweep.tellNext(choice.j + choice.way);
      }
    }
  }
}
