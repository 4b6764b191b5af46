package io.testroad.traffic;

/**
 * The way ahead of a driver for whom it is sure, whatever others mean to do, which links he passes:
 * all within his sight give him right of way, but for one at which he stops because it is red, one
 * at which he has to give way but that is too far off to matter yet, or one at which he must be
 * able to stop until he sees those he has to let pass. His next speed is known at once, and only
 * where others must let him pass does he leave entries.
 *
 * <p>It comes to what {@link Planning}, {@link Outlook} and {@link Motion} come to otherwise, with
 * less work: what they keep of a driver is held in variables here.
 */
final class FreePassage {

  /** Somebody with more links than that in sight is left to the usual way. */
  private static final int MOST_LINKS = 64;

  private static final int NOT_HERE =
      Planning.NOT_COMING | VehicleTable.BLUE_LIGHT | VehicleTable.BESET;

  private final Region region;
  private final RoadTables tables;
  private final VehicleTable v;
  private final LaneOrder order;
  private final Approaches approaches;
  private final RightOfWay rightOfWay;
  private final Driver driver;
  private final KeepClear keepClear;
  private final double[] lengthM;
  private final boolean[] internal;

  private final int[] links = new int[MOST_LINKS];
  private int count;

  // of each link: the way to it, m, the speed with which to stop before it that all else allows,
  // whether the driver has to wait before it, and how many entries there were before his there
  private final double[] toLinkM = new double[MOST_LINKS];
  private final double[] speedAt = new double[MOST_LINKS];
  private final boolean[] waitsBefore = new boolean[MOST_LINKS];
  private final int[] entriesBefore = new int[MOST_LINKS];

  private boolean mustKeepClear;
  private boolean endsAtMinor;
  private boolean endsAtRed;
  private boolean waits;
  private double speed;

  /** The speed, m/s, with which the link before is passed if that is slow; else infinite. */
  private double slow;

  private double toSlowLine;

  /** The way to a link before which the driver must be able to stop, m; negative: there is none. */
  private double toWaitLine;

  // the leader beyond the vehicle's lane, if there is one
  private int leader;
  private double gap;

  FreePassage(Region region, KeepClear keepClear) {
    this.region = region;
    this.tables = region.tables;
    this.v = region.v;
    this.order = region.order;
    this.approaches = region.approaches;
    this.rightOfWay = region.rightOfWay;
    this.driver = region.driver;
    this.keepClear = keepClear;
    lengthM = tables.lengthM;
    internal = tables.internal;
  }

  /**
   * Looks ahead; if all is sure, the driver's speed is known and his entries are made.
   *
   * @param row his vehicle
   * @param onLane the lane it is on
   * @param leads its leader there, or -1
   * @param safe what that lane leaves him, m/s
   * @param reach how far he must look, m
   * @param ahead length of road, m, taken by vehicles before him on his lane
   */
  boolean isSure(int row, int onLane, int leads, double safe, double reach, double ahead) {
    if (v.has(row, NOT_HERE) || rightOfWay.mayBar() || driver.kind.keepsEnvelope) {
      return false;
    }
    int entries = approaches.size();
    count = 0;
    mustKeepClear = false;
    endsAtMinor = false;
    endsAtRed = false;
    waits = false;
    toWaitLine = -1;
    slow = Double.POSITIVE_INFINITY;
    speed = safe;
    leader = leads;
    gap = Double.POSITIVE_INFINITY;
    if (isWaySure(row, onLane, reach) && keepsClear(row, onLane, ahead)) {
      if (gap < Double.POSITIVE_INFINITY) {
        region.travel.judgeGap(row, gap, leader);
      }
      return true;
    }
    approaches.forgetFrom(entries);
    return false;
  }

  /** Whether the driver has to wait, or slows for somebody. */
  boolean waits() {
    return waits;
  }

  /** The next speed, m/s, that all ahead allows. */
  double speed() {
    return speed;
  }

  private boolean isWaySure(int row, int onLane, double reach) {
    DriverKind kind = driver.kind;
    int lane = onLane;
    int at = v.routeAt[row];
    int link = v.link[row];
    double seen = lengthM[lane] - v.pos[row];
    boolean inside = internal[lane];
    boolean leftJunction = false;
    double insideM = inside ? seen : 0;
    double outsideM = 0;
    double top = Bounds.most(driver.desired, driver.speed - kind.losesInTick);
    double passFrom = speed;
    double passWay = seen;
    double passAtMost = Double.POSITIVE_INFINITY;
    boolean isFirst = true;
    while (true) {
      if (toWaitLine >= 0) {
        return waitAtLine();
      }
      waits |= speed >= slow && driver.stopSpeed(toSlowLine) >= slow;
      if (!inside && v.stopPlace[row] == at) {
        double toStop = Outlook.toStopM(region, row, lane, seen - lengthM[lane]);
        if (!Double.isNaN(toStop)) {
          speed = Bounds.least(speed, driver.speedToStopWithin(toStop));
          return end();
        }
      }
      boolean isClear = leftJunction && outsideM > Outlook.clearOfJunctionM(kind, insideM);
      if (isClear
          && seen > reach
          && seen > Outlook.TOLD_BEFORE_S * Bounds.most(top, driver.speed)) {
        return end();
      }
      if (link < 0) {
        if (link != RoutePlan.BEYOND && (inside || at != v.route[row].length - 1)) {
          speed = Bounds.least(speed, driver.stopSpeed(seen));
        }
        return end();
      }
      if (count == MOST_LINKS || (inside && !order.areCrossingsEmpty(lane))) {
        return false;
      }
      char state = region.roads.stateOf(link);
      if (!RightOfWay.isForAll(state)) {
        boolean stops = RightOfWay.isRedOrYellow(state);
        if (inside) {
          if (!rightOfWay.followsMajorGreen(link)) {
            return false;
          }
        } else if (stops) {
          return stopsAtRed(link, seen);
        } else if (isClear && isFarEnough(link, state, seen, reach)) {
          return announce(row, link, seen, sightOf(link, passFrom, passWay, top, passAtMost));
        } else if (mustSee(link, state, seen)) {
          toWaitLine = Outlook.toLineM(seen, 0, driver.brakeGap());
        } else {
          return false;
        }
      }
      if (speed <= Planning.MOVES_MPS && !(inside && isFirst)) {
        return false;
      }
      toLinkM[count] = seen;
      waitsBefore[count] = waits;
      entriesBefore[count] = approaches.size();
      links[count++] = link;
      mustKeepClear |= tables.linkKeepsClear[link];
      int last = Approaches.NO_LINK;
      if (tables.isYieldedTo[link]) {
        double passes = Bounds.least(kind.speedAfter(passWay, passFrom, top), passAtMost);
        last = approaches.enter(v.number[row], link, true, speed, seen, passes);
      }
      noteIfSlow(state, seen);
      lane = tables.linkNext[link];
      leftJunction |= !internal[lane];
      if (isClear && (speed <= 0 || seen > reach)) {
        speedAt[count - 1] = speed;
        if (toWaitLine >= 0) {
          return waitAtLine();
        }
        waits |= slow < Double.POSITIVE_INFINITY && driver.stopSpeed(toSlowLine) >= slow;
        return true;
      }
      top = region.topSpeed(row, lane);
      if (top < speed) {
        speed = Bounds.least(speed, driver.slowTo(seen, top));
      }
      double length = lengthM[lane];
      inside = internal[lane];
      if (inside) {
        insideM += length;
      } else {
        at++;
        outsideM += length;
      }
      seen += length;
      passFrom = speed;
      passWay = length;
      passAtMost = Double.POSITIVE_INFINITY;
      isFirst = false;
      if (leader < 0 && findsLeader(row, lane, seen - length)) {
        if (gap < kind.minGap) {
          return false;
        }
        passAtMost = driver.followSpeed(gap - kind.minGap, leader);
        speed = Bounds.least(speed, passAtMost);
        if (last >= 0) {
          approaches.set(last, Approaches.LEAVE_SPEED, Bounds.most(0, passAtMost));
        }
      }
      speedAt[count - 1] = speed;
      link = region.linkFrom(row, lane, at);
    }
  }

  /** Finds who is rearmost on a lane ahead, unless he is farther off than regions see. */
  private boolean findsLeader(int row, int lane, double toLane) {
    int rear = order.last(lane);
    if (rear >= 0 && rear != row) {
      gap = toLane + v.pos[rear] - region.lengthOf(rear);
      leader = rear;
    }
    if (order.firstTail(lane) >= 0) {
      int tail = order.rearmostTail(lane, row);
      if (tail >= 0 && toLane + order.tailRearOf(tail) < gap) {
        gap = toLane + order.tailRearOf(tail);
        leader = order.tailRowOf(tail);
      }
    }
    if (gap > region.traffic.lookAheadM) {
      leader = -1;
      gap = Double.POSITIVE_INFINITY;
      return false;
    }
    return true;
  }

  /** He waits if he gets slower, or stands. */
  private boolean end() {
    waits |= speed < driver.speed || Travel.stands(speed);
    return true;
  }

  /** Who must be able to stop before a line until he sees others does not go faster than so. */
  private boolean waitAtLine() {
    speed = Bounds.least(speed, driver.stopSpeed(toWaitLine));
    waits = true;
    endsAtMinor = true;
    return true;
  }

  private boolean stopsAtRed(int link, double seen) {
    double brakeDistance = driver.kind.stoppingAtRed.distance(driver.speed);
    if (seen < brakeDistance) {
      return false;
    }
    endsAtRed = true;
    if (count > 0) {
      links[count++] = link;
      mustKeepClear |= tables.linkKeepsClear[link];
    }
    double toLine = Outlook.toLineM(seen, Planning.STOP_LINE_GAP_M, brakeDistance);
    speed = Bounds.least(speed, driver.stopSpeedAtRed(toLine));
    return end();
  }

  private void noteIfSlow(char state, double seen) {
    boolean isSlow = speed < driver.kind.decel && speed < driver.topSpeed;
    slow = isSlow ? speed : Double.POSITIVE_INFINITY;
    if (isSlow) {
      double before = RightOfWay.hasPriority(state) ? Planning.STOP_LINE_GAP_M : 0;
      toSlowLine = Outlook.toLineM(seen, before, driver.brakeGap());
    }
  }

  /** Whether a link where the driver has to give way is too far off to matter for his speed. */
  private boolean isFarEnough(int link, char state, double seen, double reach) {
    return !RightOfWay.hasPriority(state)
        && !rightOfWay.waitsInside(link, state)
        && seen - Planning.STOP_LINE_GAP_M > reach
        && seen > tables.linkVisibilityM[link]
        && seen > driver.brakeGap()
        && speed > Planning.MOVES_MPS;
  }

  /**
   * Whether the driver must be able to stop before a link where he has to give way, whoever comes,
   * since he does not see yet; and nobody has to let him pass.
   */
  private boolean mustSee(int link, char state, double seen) {
    return !tables.isYieldedTo[link]
        && seen > tables.linkVisibilityM[link]
        && !RightOfWay.hasPriority(state)
        && driver.canBrakeWithin(seen)
        && !rightOfWay.waitsInside(link, state)
        && !isExitYieldedTo(link);
  }

  private boolean isExitYieldedTo(int link) {
    int inside = tables.linkNext[link];
    int exit = internal[inside] ? tables.firstLink(inside) : -1;
    return exit >= 0 && tables.isYieldedTo[exit];
  }

  /** The speed at a link where the driver must be able to stop until he sees others. */
  private double sightOf(int link, double from, double way, double top, double atMost) {
    double passes = Bounds.least(driver.speedAfter(way, from, top), atMost);
    return Outlook.arrivalInSight(driver, tables.linkVisibilityM[link], passes, region.dt);
  }

  /** Announces the driver at a link where he has to give way, and beyond which nothing matters. */
  private boolean announce(int row, int link, double seen, double arriveSpeed) {
    links[count++] = link;
    mustKeepClear |= tables.linkKeepsClear[link];
    endsAtMinor = true;
    waits = true;
    if (tables.isYieldedTo[link]) {
      approaches.enter(v.number[row], link, true, speed, seen, arriveSpeed);
    }
    return true;
  }

  /** Stops before the junction behind which there is no room; false if that can't be told here. */
  private boolean keepsClear(int row, int lane, double ahead) {
    if (!mustKeepClear || tables.roundabout[lane] || (count == 1 && toWaitLine >= 0)) {
      return true;
    }
    if (endsAtMinor) {
      return keepClear.hasRoom(row, links, count, ahead);
    }
    int from = keepClear.firstWithoutRoom(row, links, count, ahead);
    if (from < 0 || (endsAtRed && from == count - 1)) {
      return true;
    }
    double brakeGap = driver.brakeGap();
    if (toLinkM[from] < brakeGap + Outlook.EPS_M || internal[tables.linkFrom[links[from]]]) {
      return false;
    }
    double toLine = Outlook.toLineM(toLinkM[from], Planning.STOP_LINE_GAP_M, brakeGap);
    speed = Bounds.least(speedAt[from], driver.stopSpeed(toLine));
    waits = waitsBefore[from] || speed < driver.speed || Travel.stands(speed);
    approaches.forgetFrom(entriesBefore[from]);
    return true;
  }
}
