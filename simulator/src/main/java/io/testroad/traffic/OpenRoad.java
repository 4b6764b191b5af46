package io.testroad.traffic;

/**
 * Drivers of Krauss' model whom nothing concerns but the one ahead on the same lane: they are
 * decided about at once, in one sweep of the lane, and so are those who stand in a queue. Most are
 * of that kind.
 *
 * <p>It comes to what {@link Planning} and {@link Motion} come to otherwise, with less work.
 */
final class OpenRoad {

  /** Who has one of these needs more than is worked out here. */
  private static final int NEEDS_MORE =
      VehicleTable.COLLIDED
          | VehicleTable.AT_STOP
          | VehicleTable.HALTING
          | VehicleTable.ASIDE
          | VehicleTable.PULLS_OVER
          | VehicleTable.IN_CORRIDOR
          | VehicleTable.CAPPED
          | VehicleTable.ADVISED;

  /** What a driver may want of lanes without its having a bearing on his speed. */
  private static final int OF_NO_BEARING = LaneChoice.STAY | LaneChoice.STRATEGIC;

  private final Region region;
  private final RoadTables tables;
  private final VehicleTable v;
  private final Planning planning;
  private final double dt;

  // of the lane under consideration
  private double lengthM;
  private double limitMps;
  private double weather;

  OpenRoad(Region region, Planning planning) {
    this.region = region;
    this.tables = region.tables;
    this.v = region.v;
    this.planning = planning;
    this.dt = region.dt;
  }

  /** Turns to a lane; false where drivers are always concerned with more. */
  boolean turnTo(int lane) {
    lengthM = tables.lengthM[lane];
    limitMps = region.roads.limitMps[lane];
    weather = region.roads.speedFactor;
    return !tables.internal[lane] && !region.conflicts.on;
  }

  /**
   * Decides for a vehicle, if that can be done here.
   *
   * @param leader the vehicle ahead of it on the lane, or -1
   * @param tail the rearmost tail there, or -1
   */
  boolean decide(int row, int leader, int tail) {
    int wishes = v.lcState[row];
    DriverKind kind = region.kinds[v.type[row]];
    if ((v.flags[row] & NEEDS_MORE) != 0 || (wishes & ~OF_NO_BEARING) != 0 || !kind.isPlain) {
      return false;
    }
    double pos = v.pos[row];
    double speed = v.speed[row];
    double gap = Double.POSITIVE_INFINITY;
    int ahead = leader;
    DriverKind aheadKind = kind;
    if (leader >= 0) {
      aheadKind = region.kinds[v.type[leader]];
      gap = v.pos[leader] - aheadKind.length - pos;
    }
    if (tail >= 0 && region.order.tailRowOf(tail) != row) {
      double toTail = region.order.tailRearOf(tail) - pos;
      if (toTail < gap) {
        gap = toTail;
        ahead = region.order.tailRowOf(tail);
        aheadKind = region.kinds[v.type[ahead]];
      }
    }
    if (gap < -Travel.COLLISION_OVERLAP_M) {
      return false;
    }
    double net = gap - kind.minGap;
    if (speed == 0 && ahead >= 0 && net <= Planning.CREEP_M && v.speed[ahead] == 0) {
      goOn(row, 0, wishes);
      return true;
    }
    double top = Bounds.least(speed + kind.gainsInTick, kind.maxSpeed);
    double seen = lengthM - pos;
    double fastest = Bounds.most(top, speed);
    double reach = kind.stopping.reactingDistance(fastest) + fastest * dt;
    if (seen <= reach || v.stopPlace[row] == v.routeAt[row]) {
      return false;
    }
    double desired =
        Bounds.most(
            Bounds.least(limitMps * v.speedFactor[row] * weather, kind.maxSpeed), 0.01);
    double braked = Bounds.most(0, speed - kind.losesInTick);
    double safe = Bounds.least(top, Bounds.most(desired, speed - kind.losesInTick));
    if (ahead >= 0 && net <= reach) {
      double aheadSpeed = v.speed[ahead];
      double aheadBrakes = net < 0 ? 0 : kind.leaderBrakes(aheadSpeed, aheadKind);
      if (net + aheadBrakes <= reach) {
        safe =
            Bounds.least(
                safe, kind.safeFollowSpeed(net, aheadBrakes, speed, aheadSpeed, aheadKind));
      }
    }
    if (isAwaited(row, safe, seen)) {
      return false;
    }
    planning.desired[row] = desired;
    double hardest = Bounds.most(0, speed - kind.emergencyDecel * dt);
    double min = Bounds.least(braked, Bounds.most(safe, hardest));
    double max = Bounds.most(min, safe);
    double random = region.traffic.dawdling.uniform(v.number[row], region.tick);
    double next = Bounds.most(min, Krauss.dawdle(max, kind.accel, kind.sigma, random, dt));
    next = Bounds.most(next, hardest);
    goOn(row, next < Travel.CREEPING_MPS ? 0 : next, wishes);
    return true;
  }

  /** Whether others must be told that the vehicle comes, though it need not mind the link. */
  private boolean isAwaited(int row, double speed, double seen) {
    if (speed <= Planning.MOVES_MPS
        || seen > Outlook.TOLD_BEFORE_S * speed
        || seen > region.traffic.lookAheadM) {
      return false;
    }
    int link = v.link[row];
    if (link < 0 || !tables.isYieldedTo[link]) {
      return false;
    }
    char state = region.roads.stateOf(link);
    return !RightOfWay.isRed(state) && !RightOfWay.isYellow(state);
  }

  private void goOn(int row, double speed, int wishes) {
    planning.planned[row] = speed;
    planning.entries[row] = Planning.GOES_ON;
    if (wishes != 0) {
      v.lcState[row] = wishes & LaneChoice.STRATEGIC;
    }
  }
}
