package io.testroad.traffic;

/**
 * Whom a driver must let go first inside a junction: vehicles on paths that cross or meet his, who
 * entered before him, have right of way, or are in the way.
 *
 * <p>Source of the rules: SUMO, MSLink::getLeaderInfo, MSVehicle::checkLinkLeader, isLeader and
 * adaptToJunctionLeader.
 */
final class JunctionLeaders {

  /** A leader that has been standing for so long can't be waited for, s. */
  private static final double BLOCKS_AFTER_S = 5;

  private final Region region;
  private final RoadTables tables;
  private final VehicleTable v;
  private final Planning planning;
  private final Outlook outlook;
  private final Driver driver;

  // the crossing under consideration
  private int lane;
  private int cross;
  private int foeLane;
  private boolean merges;
  private boolean diverges;
  private boolean waits;
  private double toCrossing;
  private double foeToCrossing;
  private double width;
  private boolean mustYield;
  private boolean foeMustYield;

  JunctionLeaders(Region region, Planning planning, Outlook outlook) {
    this.region = region;
    this.tables = region.tables;
    this.v = region.v;
    this.planning = planning;
    this.outlook = outlook;
    this.driver = region.driver;
  }

  /** Minds all others inside a junction, for an internal lane of the vehicle's path. */
  void mind(int row, int onLane, double toLaneEnd) {
    lane = onLane;
    if (region.order.areCrossingsEmpty(lane)) {
      return;
    }
    int[] foes = tables.crossLane[lane];
    for (cross = 0; cross < foes.length; cross++) {
      foeLane = foes[cross];
      int first = region.order.first(foeLane);
      int tail = region.order.firstTail(foeLane);
      if (first < 0 && tail < 0) {
        continue;
      }
      if (turnTo(toLaneEnd)) {
        for (int foe = first; foe >= 0; foe = region.order.behind(foe)) {
          consider(row, foe, v.pos[foe] - region.lengthOf(foe), true);
        }
        for (; tail >= 0; tail = region.order.nextTail(tail)) {
          consider(row, region.order.tailRowOf(tail), region.order.tailRearOf(tail), false);
        }
      }
    }
  }

  /** Turns to a crossing; false when the vehicle has passed it. */
  private boolean turnTo(double toLaneEnd) {
    merges = tables.crossKind[lane][cross] == RoadTables.MERGES;
    diverges = tables.crossKind[lane][cross] == RoadTables.DIVERGES;
    double margin = merges || diverges ? 0 : RoadTables.CROSSING_MARGIN_M;
    width = 2 * margin;
    double own = tables.crossOwnM[lane][cross] - margin;
    toCrossing = toLaneEnd - tables.lengthM[lane] + own;
    foeToCrossing = tables.crossFoeM[lane][cross] - margin;
    waits = tables.leadsInside[foeLane] && !tables.leadsInside[lane] && !followsWaiting();
    return merges || toCrossing + width >= 0;
  }

  private boolean followsWaiting() {
    int[] before = tables.previous[lane];
    return before.length > 0 && tables.internal[before[0]];
  }

  private void consider(int row, int foe, double foeRear, boolean frontOnLane) {
    if (foe == row) {
      return;
    }
    double rearToCrossing = foeToCrossing - foeRear;
    double foeLength = region.lengthOf(foe);
    boolean past = rearToCrossing + width < 0;
    boolean entered = rearToCrossing < foeLength;
    boolean ahead = merges && toCrossing > rearToCrossing - foeLength;
    boolean inTheWay =
        ((!past && toCrossing > 0) || ahead) && entered && !tables.leadsInside[foeLane];
    if (diverges && isClearlyAhead(row, foeRear + foeLength)) {
      return;
    }
    boolean cannotIgnore = waits || merges || diverges;
    if (!inTheWay && (toCrossing < 0 || (waits && !diverges && bothGreen()))) {
      return;
    }
    boolean gaveUp = v.has(foe, VehicleTable.GAVE_UP);
    if ((!cannotIgnore || merges) && frontOnLane && !inTheWay && gaveUp) {
      return;
    }
    if (past && !merges) {
      return;
    }
    if (!inTheWay && !isLeader(row, foe)) {
      return;
    }
    double gap =
        waits && !diverges
            ? Double.NEGATIVE_INFINITY
            : toCrossing - driver.kind.minGap - rearToCrossing - width;
    boolean stopAsap = frontOnLane ? cannotIgnore : merges || diverges;
    adapt(row, foe, gap, stopAsap ? -1 : toCrossing);
  }

  /** Whether the vehicle is inside already and well before one that came from the same lane. */
  private boolean isClearlyAhead(int row, double foeFront) {
    return v.lane[row] == lane && foeFront < v.pos[row] - region.lengthOf(row);
  }

  private boolean bothGreen() {
    return isGreen(stateOf(lane)) && isGreen(stateOf(foeLane));
  }

  private static boolean isGreen(char state) {
    return state == 'G' || state == 'g';
  }

  private boolean isLeader(int row, int foe) {
    int ownLane = v.lane[row];
    int junction = tables.junctionOf[lane];
    if (!tables.internal[ownLane] || tables.junctionOf[ownLane] != junction) {
      return true;
    }
    int foeOn = v.lane[foe];
    if (!tables.internal[foeOn]) {
      return true;
    }
    if (tables.junctionOf[foeOn] != junction) {
      return false;
    }
    if (diverges) {
      return v.lane[row] != lane || v.pos[foe] > v.pos[row];
    }
    int entered = v.enteredConflict(row);
    int foeEntered = v.entered(foe);
    if (tables.sameOrigin(lane, foeLane)) {
      entered = foeEntered;
    } else {
      judgeRightOfWay();
      if (!mustYield) {
        entered = v.entered(row);
        foeEntered = v.enteredConflict(foe);
      } else if (foeMustYield) {
        foeEntered = v.enteredConflict(foe);
      }
    }
    if (entered != foeEntered) {
      return entered > foeEntered;
    }
    if (v.speed[row] != v.speed[foe]) {
      return v.speed[row] < v.speed[foe];
    }
    return v.number[foe] < v.number[row];
  }

  private void judgeRightOfWay() {
    char state = stateOf(lane);
    char foeState = stateOf(foeLane);
    boolean red = RightOfWay.isRed(state);
    boolean foeRed = RightOfWay.isRed(foeState);
    boolean prior = RightOfWay.hasPriority(state);
    boolean foePrior = RightOfWay.hasPriority(foeState);
    if (red || foeRed) {
      mustYield = foeRed;
      foeMustYield = red;
    } else if (prior != foePrior) {
      mustYield = !prior;
      foeMustYield = !foePrior;
    } else {
      mustYield = tables.crossYields[lane][cross];
      foeMustYield = tables.crossYielded[lane][cross];
    }
  }

  private char stateOf(int inside) {
    int entry = tables.movementOf[inside];
    return entry < 0 ? 'M' : region.roads.stateOf(entry);
  }

  private void adapt(int row, int foe, double gap, double distance) {
    double foeSpeed = v.speed[foe];
    double speed;
    if (gap >= 0) {
      speed = driver.followSpeed(gap, foe);
    } else {
      speed = driver.stopSpeed(outlook.toLaneStart() - Outlook.EPS_M);
    }
    if (distance >= 0) {
      double stop = driver.stopSpeed(distance - driver.kind.minGap);
      if (gap == Double.NEGATIVE_INFINITY) {
        speed = Bounds.most(speed, stop);
      } else {
        double passed = (distance - gap) / Bounds.most(foeSpeed, Travel.HALTING_MPS);
        double wanted =
            Bounds.most(driver.speed, 2 * (distance - driver.kind.minGap) / passed - driver.speed);
        double gentle = driver.speed + (wanted - driver.speed) / passed * region.dt;
        speed = Bounds.most(speed, Bounds.least(gentle, stop));
      }
    }
    planning.yieldInside(speed, mustGiveUp(row, foe));
  }

  /** Whether the foe may stand in the way for long, so that others need not wait for this one. */
  private boolean mustGiveUp(int row, int foe) {
    return tables.cameFrom(v.lane[foe], v.lane[row])
        || v.has(foe, VehicleTable.AT_STOP)
        || region.standsForS(foe) > BLOCKS_AFTER_S;
  }
}
