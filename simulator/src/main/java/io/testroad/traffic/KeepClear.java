package io.testroad.traffic;

/**
 * Keeps junctions clear: a driver does not mean to enter one while there is no room for him behind
 * it.
 *
 * <p>Source: SUMO, MSVehicle::checkRewindLinkLanes and MSLane::getSpaceTillLastStanding.
 */
final class KeepClear {

  private final Region region;
  private final RoadTables tables;
  private final VehicleTable v;
  private final Approaches approaches;
  private final Planning planning;
  private final OwnLane ownLane;
  private final LaneOrder order;
  private int[] links = new int[64];
  private boolean[] stood = new boolean[64];
  private double[] room = new double[64];
  private boolean foundStanding;

  KeepClear(Region region, Planning planning, OwnLane ownLane) {
    this.region = region;
    this.tables = region.tables;
    this.v = region.v;
    this.approaches = region.approaches;
    this.planning = planning;
    this.ownLane = ownLane;
    this.order = region.order;
  }

  /**
   * Withdraws a vehicle's wish to pass where there is no room.
   *
   * @param row the vehicle
   * @param first its first entry
   * @param count how many entries it has
   * @param ahead length of road, m, taken by vehicles before it on its lane
   */
  void check(int row, int first, int count, double ahead) {
    if (stood.length < count) {
      links = new int[count * 2];
      stood = new boolean[count * 2];
      room = new double[count * 2];
    }
    for (int i = 0; i < count; i++) {
      links[i] = approaches.linkOf(first + i);
    }
    boolean standing = measure(row, links, count, -ahead);
    for (int i = count - 1; i > 0; i--) {
      int entry = first + i - 1;
      int link = approaches.linkOf(entry);
      boolean opened = link >= 0 && canLeave(link, entry + 1) && isOpen(entry, i);
      boolean goesOn =
          (link < 0 || region.rightOfWay.waitsInside(link, region.roads.stateOf(link)) || opened)
              && !stood[i - 1];
      if (!opened && link >= 0) {
        standing = true;
        if (i > 1) {
          int before = approaches.linkOf(entry - 1);
          goesOn |=
              before >= 0 && region.rightOfWay.waitsInside(before, region.roads.stateOf(before));
        }
      }
      if (goesOn) {
        room[i - 1] = room[i];
      }
    }
    if (standing) {
      withdraw(row, first, count);
    }
  }

  private boolean canLeave(int link, int nextEntry) {
    return !tables.internal[tables.linkNext[link]]
        || approaches.linkOf(nextEntry) < 0
        || approaches.willPass(nextEntry);
  }

  /** Links after the first are judged by their standing right of way alone. */
  private boolean isOpen(int entry, int place) {
    int link = approaches.linkOf(entry);
    return place == 1
        || tables.yieldTo[link].length == 0
        || RightOfWay.hasPriority(region.roads.stateOf(link))
        || tables.internal[tables.linkFrom[link]];
  }

  /**
   * Whether there is room behind the links of a vehicle that has to give way at the last.
   *
   * @param row the vehicle
   * @param way the links, in order
   * @param count how many
   * @param ahead length of road, m, taken by vehicles before it on its lane
   */
  boolean hasRoom(int row, int[] way, int count, double ahead) {
    measure(row, way, count, -ahead);
    double needed = region.spaceOf(row);
    return room[count - 1] >= needed && (count == 1 || room[count - 2] >= needed);
  }

  /**
   * The first of the links, all with right of way, that a vehicle must not pass since there is no
   * room behind them; -1 when there is none. Parameters as of {@link #hasRoom}.
   */
  int firstWithoutRoom(int row, int[] way, int count, double ahead) {
    if (isFlowing(row, way, count) || !measure(row, way, count, -ahead)) {
      return -1;
    }
    double needed = region.spaceOf(row);
    double behind = room[count - 1];
    int from = -1;
    for (int i = count - 1; i >= 0; i--) {
      behind = stood[i] ? room[i] : behind;
      from = behind < needed && tables.linkKeepsClear[way[i]] ? i : from;
    }
    return from == 0 && tables.internal[v.lane[row]] ? -1 : from;
  }

  /**
   * Whether nobody stands, or waits, behind any of the links; {@link #measure} finds nobody then.
   */
  private boolean isFlowing(int row, int[] way, int count) {
    for (int i = 0; i < count; i++) {
      int next = tables.linkNext[way[i]];
      boolean inside = tables.internal[next];
      if (inside && tables.linkKeepsClear[way[i]]) {
        continue;
      }
      if (order.firstTail(next) >= 0 || next == v.lane[row]) {
        return false;
      }
      if (order.size(next) > 0
          && (ownLane.isStoodOn(next)
              || (!inside && v.has(order.last(next), VehicleTable.YIELDING)))) {
        return false;
      }
    }
    return true;
  }

  /** Measures the room behind each link up to where somebody stands; whether somebody does. */
  private boolean measure(int row, int[] way, int count, double start) {
    double seen = start;
    boolean found = false;
    for (int i = 0; i < count; i++) {
      stood[i] = false;
      room[i] = seen;
      int link = way[i];
      if (link < 0 || found) {
        continue;
      }
      int next = tables.linkNext[link];
      if (tables.internal[next]) {
        if (tables.linkKeepsClear[link]) {
          seen -= takenOn(next, row);
        } else {
          foundStanding = false;
          seen += spaceTillLastStanding(row, next);
          found = foundStanding;
        }
      } else {
        int rear = order.last(next);
        int tail = order.rearmostTail(next, row);
        if ((rear < 0 || rear == row) && tail < 0) {
          seen += tables.lengthM[next];
        } else {
          foundStanding = false;
          seen += spaceTillLastStanding(row, next);
          boolean waits = rear >= 0 && rear != row && v.has(rear, VehicleTable.YIELDING);
          if (foundStanding || waits) {
            found = true;
            stood[i] = true;
          }
        }
      }
      room[i] = seen;
    }
    return found;
  }

  private void withdraw(int row, int first, int count) {
    double needed = region.spaceOf(row);
    int from = -1;
    for (int i = 0; i < count && from < 0; i++) {
      int link = approaches.linkOf(first + i);
      if (link >= 0 && room[i] < needed && tables.linkKeepsClear[link]) {
        from = i;
      }
    }
    if (from < 0 || (from == 0 && tables.internal[v.lane[row]])) {
      return;
    }
    double brakeGap = region.driver.brakeGap();
    for (int i = from; i < count && approaches.linkOf(first + i) >= 0; i++) {
      int entry = first + i;
      approaches.set(entry, Approaches.PASS_SPEED, planning.waitSpeed(entry));
      boolean exit = tables.internal[tables.linkFrom[approaches.linkOf(entry)]];
      boolean entered = exit && i > 0 && approaches.willPass(entry - 1);
      if (approaches.get(entry, Approaches.DISTANCE) >= brakeGap + Outlook.EPS_M && !entered) {
        approaches.setWillPass(entry, false);
      }
    }
  }

  private double takenOn(int lane, int row) {
    double own = v.lane[row] == lane ? region.spaceOf(row) : 0;
    return order.size(lane) == 0 ? 0 : ownLane.takenM(lane) - own;
  }

  private double spaceTillLastStanding(int row, int lane) {
    if (v.lane[row] == lane) { // a way that comes back to where it began
      return spaceTillLastBut(row, lane);
    }
    boolean occupied = order.size(lane) > 0;
    if (occupied && ownLane.isStoodOn(lane)) {
      foundStanding = true;
      return ownLane.roomBehindStandingM(lane);
    }
    return spaceTillTail(row, lane, occupied ? ownLane.takenM(lane) : 0);
  }

  private double spaceTillLastBut(int row, int lane) {
    double taken = 0;
    for (int other = order.last(lane); other >= 0; other = order.ahead(other)) {
      if (other == row) {
        continue;
      }
      if (Travel.stands(v.speed[other])) {
        foundStanding = true;
        return v.pos[other] - region.lengthOf(other) - taken;
      }
      taken += region.spaceOf(other);
    }
    return spaceTillTail(row, lane, taken);
  }

  private double spaceTillTail(int row, int lane, double taken) {
    int tail = order.rearmostTail(lane, row);
    if (tail >= 0 && Travel.stands(v.speed[order.tailRowOf(tail)])) {
      foundStanding = true;
      return order.tailRearOf(tail) - taken;
    }
    return tables.lengthM[lane] - taken;
  }
}
