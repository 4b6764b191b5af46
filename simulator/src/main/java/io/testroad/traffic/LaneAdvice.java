package io.testroad.traffic;

/**
 * What drivers have been asked for by those who change lanes, and the speed they make of it.
 *
 * <p>Source: SUMO, MSLCM_LC2013::patchSpeed.
 */
final class LaneAdvice {

  private static final double MERGE_SPACE_M = 1;

  /** So long the head of a queue waits for a lane change rather than drive on, s. */
  private static final double PATIENCE_S = 20;

  /** So much slower is who falls behind one beside him, m/s; assumption. */
  private static final double FALLS_BACK_MPS = 1;

  private final Region region;
  private final RoadTables tables;
  private final VehicleTable v;
  private final Driver driver;

  /** Set by {@link #isBeside}, m. */
  private double aheadM;

  LaneAdvice(Region region) {
    this.region = region;
    this.tables = region.tables;
    this.v = region.v;
    this.driver = region.driver;
  }

  /** Leaves so much road free ahead, m, for others who must change lanes. */
  void keepFree(int who, double length) {
    v.setBlockerLength(who, Bounds.most(length, v.blockerLength(who)));
    v.set(who, VehicleTable.ADVISED, true);
  }

  /** Asks a driver for a speed, m/s; he hears of the lowest that he need not brake hard for. */
  void advise(int who, double speed) {
    if (speed >= v.speed[who] - region.typeOf(who).decelMps2() * region.dt) {
      v.setAdvice(who, Bounds.least(v.advice(who), speed));
      v.set(who, VehicleTable.ADVISED, true);
    }
  }

  /** A driver's speed after what his lane change and others' ask of him. */
  double adjusted(int who, double least, double wanted, double most) {
    if (waitsInVain(who)) {
      return wanted;
    }
    double min = Bounds.most(least, 0);
    double max = most;
    double speed = wanted;
    boolean got = false;
    boolean advised = v.has(who, VehicleTable.ADVISED);
    if (advised && zips(who)) {
      double behind = Bounds.most(min, speedInZip(who));
      got = behind < speed;
      speed = Bounds.least(speed, behind);
      max = Bounds.least(max, Bounds.most(min, behind));
    }
    double blocker = advised ? v.blockerLength(who) : 0;
    if (blocker != 0) {
      double space = v.leftSpace(who) - blocker - MERGE_SPACE_M - region.typeOf(who).minGapM();
      if (space > 0) {
        double hardest = driver.hardestBraked();
        double safe = driver.stopSpeed(space);
        max = Bounds.least(max, Bounds.most(safe, hardest));
        if (safe < wanted) {
          if (safe < min && safe >= hardest) {
            min = Bounds.most(hardest, safe);
          }
          speed = Bounds.most(min, safe);
          got = true;
        }
      }
    }
    if (advised) {
      double advice = v.advice(who);
      if (advice >= min && advice <= max) {
        speed = Bounds.least(speed, advice);
        got = true;
      }
    }
    if (got) {
      return speed;
    }
    int state = v.lcState[who];
    if ((state & (LaneChoice.LEFT | LaneChoice.RIGHT)) != 0 && (state & LaneChoice.BLOCKED) != 0) {
      if ((state & LaneChoice.STRATEGIC) != 0) {
        return (max + wanted) / 2;
      }
      if ((state & LaneChoice.COOPERATIVE) != 0) {
        return (state & LaneChoice.BLOCKED_BY_LEADER) != 0
            ? (min + wanted) / 2
            : (max + wanted) / 2;
      }
    }
    return (state & LaneChoice.BLOCKS_LEADER) != 0 ? (max + wanted) / 2 : wanted;
  }

  /**
   * The number of the one after whom a driver goes who comes from a blocked lane; negative where
   * there is none. One who goes after somebody lets nobody in.
   */
  int goesAfter(int who) {
    return VehicleTable.HAS_LET_IN - 1 - v.letsIn(who);
  }

  /** A driver lets another in ahead of him. */
  void letIn(int who, int number) {
    v.setLetsIn(who, number);
    v.set(who, VehicleTable.ADVISED, true);
  }

  void goAfter(int who, int number) {
    v.setLetsIn(who, VehicleTable.HAS_LET_IN - 1 - number);
    v.set(who, VehicleTable.ADVISED, true);
  }

  /** Whether a driver keeps behind somebody on another lane: lets him in or goes after him. */
  private boolean zips(int who) {
    return v.letsIn(who) >= 0 || goesAfter(who) >= 0;
  }

  /**
   * The speed that keeps a driver behind whom he lets in, or whom he goes after onto another lane;
   * infinite once there is no need.
   */
  private double speedInZip(int who) {
    int goesAfter = goesAfter(who);
    int other = region.rowOf(goesAfter >= 0 ? goesAfter : v.letsIn(who));
    if (other >= 0
        && region.standsForS(who) < PATIENCE_S
        && !v.has(other, LaneChanging.PARKED)
        && isBeside(who, other)) {
      double gap = aheadM - region.lengthOf(other) - region.kindOf(who).minGap;
      if (goesAfter >= 0) {
        double secure = driver.kind.secureGap(v.speed[who], v.speed[other], region.kindOf(other));
        return gap >= secure ? v.speed[other] : Bounds.most(0, v.speed[other] - FALLS_BACK_MPS);
      }
      if (gap >= 0) {
        return driver.followSpeed(gap, other);
      }
    }
    v.setLetsIn(who, goesAfter >= 0 ? VehicleTable.LETS_NOBODY_IN : VehicleTable.HAS_LET_IN);
    return Double.POSITIVE_INFINITY;
  }

  /**
   * Whether another is on a lane beside the driver's, or beside the one that his leads onto; sets
   * how far ahead his front is.
   */
  private boolean isBeside(int who, int other) {
    int lane = v.lane[who];
    int otherLane = v.lane[other];
    double otherM = v.pos[other];
    if (tables.edgeOf[lane] != tables.edgeOf[otherLane]) {
      while (tables.internal[otherLane]) {
        otherM -= tables.lengthM[otherLane];
        otherLane = tables.linkNext[tables.firstLink(otherLane)];
      }
      int link = v.link[who];
      otherM += tables.lengthM[lane];
      lane = link < 0 ? lane : tables.linkNext[link];
      while (tables.internal[lane]) {
        otherM += tables.lengthM[lane];
        lane = tables.linkNext[tables.firstLink(lane)];
      }
    }
    aheadM = otherM - v.pos[who];
    return tables.edgeOf[lane] == tables.edgeOf[otherLane] && Math.abs(lane - otherLane) == 1;
  }

  /**
   * Whether lane changes have held a driver at the head of his lane for long, though it leads on
   * and no signal has kept him there.
   */
  private boolean waitsInVain(int who) {
    return region.standsForS(who) >= PATIENCE_S
        && v.link[who] >= 0
        && tables.linkSignal[v.link[who]] < 0
        && region.order.first(v.lane[who]) == who;
  }

  /**
   * Forgets what was asked before the road is weighed again; a wish that the route demands stays
   * known to others.
   */
  void forget(int who) {
    int state = v.lcState[who];
    if (state == 0 && !v.has(who, VehicleTable.ADVISED)) {
      return;
    }
    v.lcState[who] = (state & LaneChoice.STRATEGIC) != 0 ? state & LaneChoice.WANTS : 0;
    v.setBlockerLength(who, 0);
    v.setLeftSpace(who, 0);
    v.setAdvice(who, Double.POSITIVE_INFINITY);
    v.set(who, VehicleTable.ADVISED, zips(who));
  }
}
