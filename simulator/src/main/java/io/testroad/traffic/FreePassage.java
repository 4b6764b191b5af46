package io.testroad.traffic;

/**
 * The way ahead of a driver for whom it is sure, whatever others mean to do, which links he passes:
 * all within his sight give him right of way, but for one at which he stops because it is red. His
 * next speed is known at once, and only where others must let him pass does he leave entries.
 *
 * <p>It comes to what {@link Planning} and {@link Motion} come to otherwise, with less work.
 */
final class FreePassage {

  /** Somebody with more links than that in sight is left to the usual way. */
  private static final int MOST_LINKS = 64;

  private final Region region;
  private final RoadTables tables;
  private final VehicleTable v;
  private final Approaches approaches;
  private final Driver driver;
  private final Outlook outlook;
  private final KeepClear keepClear;

  private final int[] links = new int[MOST_LINKS];
  private int count;
  private boolean mustKeepClear;

  /** The last of the links gives no right of way. */
  private boolean endsAtMinor;
  private boolean waits;

  /** The speed, m/s, with which the link before is passed if that is slow; else infinite. */
  private double slow;

  private double toSlowLine;

  FreePassage(Region region, Outlook outlook, KeepClear keepClear) {
    this.region = region;
    this.tables = region.tables;
    this.v = region.v;
    this.approaches = region.approaches;
    this.driver = region.driver;
    this.outlook = outlook;
    this.keepClear = keepClear;
  }

  /**
   * Looks ahead; if all is sure, the outlook has the driver's speed and his entries are made, else
   * it is as before.
   *
   * @param reach how far the driver must look, m
   * @param ahead length of road, m, taken by vehicles before him on his lane
   */
  boolean isSure(double reach, double ahead) {
    int row = outlook.row;
    int link = v.link[row];
    if ((link >= 0 && isLeftOpen(link))
        || v.has(row, Planning.NOT_COMING | VehicleTable.BLUE_LIGHT)
        || region.rightOfWay.mayBar()) {
      return false;
    }
    int entries = approaches.size();
    int lane = outlook.lane;
    int at = outlook.at;
    int leader = outlook.leaderRow;
    double seen = outlook.seen;
    double speed = outlook.speed;
    if (isWaySure(reach) && hasRoom(lane, ahead)) {
      return true;
    }
    approaches.forgetFrom(entries);
    outlook.lane = lane;
    outlook.at = at;
    outlook.leaderRow = leader;
    outlook.seen = seen;
    outlook.speed = speed;
    return false;
  }

  /** Whether the driver has to wait, or slows for somebody. */
  boolean waits() {
    return waits;
  }

  /** Whether it depends on others whether a link is open. */
  private boolean isLeftOpen(int link) {
    char state = region.roads.stateOf(link);
    if (RightOfWay.hasPriority(state) && state != 'Y' && state != 'Z') {
      return false;
    }
    return tables.internal[tables.linkFrom[link]]
        ? !region.rightOfWay.followsMajorGreen(link)
        : !RightOfWay.isRed(state) && !RightOfWay.isYellow(state);
  }

  private boolean isWaySure(double reach) {
    outlook.setOut();
    count = 0;
    mustKeepClear = false;
    endsAtMinor = false;
    waits = false;
    slow = Double.POSITIVE_INFINITY;
    while (true) {
      waits |= outlook.speed >= slow && driver.stopSpeed(toSlowLine) >= slow;
      boolean inside = tables.internal[outlook.lane];
      if (!inside && v.stopPlace[outlook.row] == outlook.at) {
        return false;
      }
      if (outlook.isNextFar(reach)) {
        end();
        return true;
      }
      int link = outlook.link();
      if (link < 0) {
        if (!outlook.needNotStop(link)) {
          outlook.speed = Bounds.least(outlook.speed, driver.stopSpeed(outlook.seen));
        }
        end();
        return true;
      }
      if (count == MOST_LINKS || (inside && !region.order.areCrossingsEmpty(outlook.lane))) {
        return false;
      }
      if (isLeftOpen(link)) {
        return !inside && isBeyond(link, reach);
      }
      links[count++] = link;
      mustKeepClear |= tables.linkKeepsClear[link];
      char state = region.roads.stateOf(link);
      if (!inside && (RightOfWay.isRed(state) || RightOfWay.isYellow(state))) {
        return stops();
      }
      boolean leaves = inside && count == 1;
      if (outlook.speed <= Planning.MOVES_MPS && !leaves) {
        return false;
      }
      pass(link, state);
      if (outlook.endsBehind(link, outlook.speed <= 0 || outlook.seen > reach)) {
        waits |= slow < Double.POSITIVE_INFINITY && driver.stopSpeed(toSlowLine) >= slow;
        return true;
      }
      outlook.goOver(link);
    }
  }

  /**
   * Whether a link where the driver has to give way is too far off to matter for his speed, and
   * nothing beyond it matters at all; if so, he is announced there.
   */
  private boolean isBeyond(int link, double reach) {
    char state = region.roads.stateOf(link);
    double visibility = tables.linkVisibilityM[link];
    if (RightOfWay.hasPriority(state)
        || region.rightOfWay.waitsInside(link, state)
        || outlook.seen - Planning.STOP_LINE_GAP_M <= reach
        || outlook.seen <= Bounds.most(visibility, driver.brakeGap())
        || outlook.speed <= Planning.MOVES_MPS
        || !outlook.endsBehind(link, true)) {
      return false;
    }
    links[count++] = link;
    mustKeepClear |= tables.linkKeepsClear[link];
    endsAtMinor = true;
    waits = true;
    if (tables.isYieldedTo[link]) {
      outlook.enter(link, outlook.arrivalInSight(visibility), true);
    }
    return true;
  }

  private void end() {
    waits |= outlook.speed < driver.speed || Travel.stands(outlook.speed);
  }

  private boolean stops() {
    double brakeDistance = driver.kind.stoppingAtRed.distance(driver.speed);
    if (outlook.seen < brakeDistance) {
      return false;
    }
    double toLine = outlook.toLineM(Planning.STOP_LINE_GAP_M, brakeDistance);
    outlook.speed = Bounds.least(outlook.speed, driver.stopSpeedAtRed(toLine));
    end();
    return true;
  }

  private void pass(int link, char state) {
    outlook.last =
        tables.isYieldedTo[link]
            ? outlook.enter(link, outlook.passSpeed(), true)
            : Approaches.NO_LINK;
    boolean isSlow = outlook.speed < driver.kind.decel && outlook.speed < driver.topSpeed;
    slow = isSlow ? outlook.speed : Double.POSITIVE_INFINITY;
    if (isSlow) {
      double gap = RightOfWay.hasPriority(state) ? Planning.STOP_LINE_GAP_M : 0;
      toSlowLine = outlook.toLineM(gap, driver.brakeGap());
    }
  }

  private boolean hasRoom(int lane, double ahead) {
    return !mustKeepClear
        || tables.roundabout[lane]
        || keepClear.hasRoom(outlook.row, links, count, ahead, endsAtMinor);
  }
}
