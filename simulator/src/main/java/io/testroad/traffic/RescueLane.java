package io.testroad.traffic;

import io.testroad.demand.VehicleType;

/**
 * The way that others clear for vehicles with blue light.
 *
 * <p>Whoever is on the lanes ahead of such a vehicle, within 25 m and what it drives in three
 * seconds, at most 100 m, changes to another lane if he can do so safely. Who is alone on the
 * road's only lane, drives slowly, or has it close behind, pulls over: brakes, leaves the lane to
 * the side at walking pace, and comes back when it has passed and there is room. Nobody changes
 * onto the lanes that are kept free. Between columns that stand the vehicle drives at 30 km/h at
 * most, before a red light, where the columns can't move up, at 6 km/h; one that is less than 1.2 m
 * wide twice as fast. Past others at the side it drives at the speed limit. Drivers with right of
 * way on other approaches stop for it, see {@link HeldLinks}.
 *
 * <p>Source of the reaction distance: SUMO's blue-light device, 25 m. Grade of the rest:
 * assumption; a corridor forms within 25 to 100 m. Decided from the state before the tick, so that
 * regions agree.
 */
final class RescueLane {

  private static final double NEAREST_M = 25;
  private static final double FARTHEST_M = 100;
  private static final double REACTION_S = 3;

  /** Farthest that is looked ahead, the insides of junctions included, m. */
  private static final double HORIZON_M = 150;

  /** The same before a red light, where the columns can't move up to make room, m/s. */
  private static final double QUEUE_MPS = 6 / 3.6;

  /** Highest speed between two columns, m/s. */
  private static final double CORRIDOR_MPS = 30 / 3.6;

  /** Vehicles less wide than that have twice the room between columns, m. */
  private static final double NARROW_M = 1.2;

  /** A vehicle on another lane is beside one at the side within this distance, m. */
  private static final double BESIDE_M = 5;

  /** Wanted speed over the limit in free traffic; assumption. */
  private static final double HASTE = 1.5;

  /** Below this speed nobody looks for another lane but pulls over at once, m/s. */
  private static final double DENSE_MPS = 5;

  private static final double PULL_OVER_MPS2 = 3;
  private static final double LEAVES_LANE_MPS = 5;
  private static final double CREEP_MPS = 2;

  /** Nobody makes way any longer for one who has been standing for so long, s. */
  private static final double STUCK_S = 60;

  /** Nearer to the lane's end nobody leaves the lane that his route needs, m. */
  private static final double TURN_LANE_M = 100;

  private static final int NO_PART =
      VehicleTable.BLUE_LIGHT | VehicleTable.HALTING | VehicleTable.COLLIDED;
  private static final int MARKS =
      VehicleTable.MAKES_WAY | VehicleTable.PULLS_OVER | VehicleTable.IN_CORRIDOR;

  private final Region region;
  private final RoadTables tables;
  private final VehicleTable v;
  private final HeldLinks heldLinks;
  private boolean active;

  // vehicles with blue light under way, and those at the side
  private int[] blue = new int[4];
  private int blues;
  private int[] aside = new int[8];
  private int asides;

  // parts of lanes that are kept free
  private int[] keptLane = new int[8];
  private int[] keptFor = new int[8];
  private double[] keptFromM = new double[8];
  private double[] keptToM = new double[8];
  private int kept;

  // by row, for those in a corridor: how far it is to it, and how fast they may be there
  private double[] corridorM = {};
  private double[] corridorMps = {};

  RescueLane(Region region) {
    this.region = region;
    this.tables = region.tables;
    this.v = region.v;
    heldLinks = new HeldLinks(tables, region.roads);
  }

  /**
   * How much faster than the limit a type may be driven with blue light: police, fire engines and
   * ambulances are not bound by it (Road Traffic Safety Law of the PRC, article 53).
   */
  static double speedFactorOf(VehicleType type) {
    return switch (type.vehicleClass()) {
      case EMERGENCY, AUTHORITY -> HASTE;
      default -> 1;
    };
  }

  /** Takes note of a vehicle that has come into the region's sight. */
  void notice(int row) {
    active |= v.has(row, VehicleTable.BLUE_LIGHT | MARKS);
  }

  /** Finds who must make way now; reads the old state only. */
  void decide() {
    kept = 0;
    if (!active) {
      return;
    }
    active = false;
    blues = 0;
    asides = 0;
    for (int row = 0; row < v.all; row++) {
      int flags = v.flags[row];
      if (row < v.own && (flags & MARKS) != 0) {
        v.set(row, MARKS, false);
      }
      if ((flags & VehicleTable.BLUE_LIGHT) != 0) {
        active = true;
        if (isUnderWay(row)) {
          blue = GrowingList.with(blue, blues++, row);
        }
      } else if ((flags & VehicleTable.CLEARED) != 0) {
        active = true;
        aside = GrowingList.with(aside, asides++, row);
      }
    }
    if (corridorM.length < v.all) {
      corridorM = new double[v.capacity()];
      corridorMps = new double[v.capacity()];
    }
    for (int i = 0; i < blues; i++) {
      clearFor(blue[i]);
    }
    heldLinks.hold();
  }

  /** Nobody stops any longer for blue light who was to stop in the tick before. */
  void release() {
    heldLinks.release();
  }

  private boolean isUnderWay(int row) {
    return !v.has(row, VehicleTable.HALTING | VehicleTable.ASIDE | VehicleTable.COLLIDED)
        && v.stopTicks(row) < 0
        && region.standsForS(row) < STUCK_S;
  }

  private void clearFor(int row) {
    corridorM[row] = Double.POSITIVE_INFINITY;
    double left = Math.min(FARTHEST_M, NEAREST_M + REACTION_S * v.speed[row]);
    int lane = v.lane[row];
    int at = v.routeAt[row];
    double start = -v.pos[row];
    while (left > 0 && start < HORIZON_M) {
      double from = Math.max(0, -start);
      int link = region.linkFrom(row, lane, at);
      if (!tables.internal[lane]) {
        keep(row, lane, from, from + left);
        markOnLane(lane, from, from + left, start);
        boolean red = link >= 0 && RightOfWay.isRed(region.roads.stateOf(link));
        markAside(row, lane, from, from + left, start, red ? QUEUE_MPS : CORRIDOR_MPS);
        left -= tables.lengthM[lane] - from;
      } else {
        heldLinks.claim(lane);
      }
      if (link < 0) {
        break;
      }
      start += tables.lengthM[lane];
      lane = tables.linkNext[link];
      at += tables.internal[lane] ? 0 : 1;
    }
    if (row < v.own && corridorM[row] < Double.POSITIVE_INFINITY) {
      v.set(row, VehicleTable.IN_CORRIDOR, true);
    }
  }

  private void keep(int row, int lane, double fromM, double toM) {
    keptFor = GrowingList.with(keptFor, kept, row);
    keptFromM = GrowingList.with(keptFromM, kept, fromM);
    keptToM = GrowingList.with(keptToM, kept, toM);
    keptLane = GrowingList.with(keptLane, kept++, lane);
  }

  private void markOnLane(int lane, double fromM, double toM, double start) {
    for (int other = region.order.last(lane); other >= 0; other = region.order.ahead(other)) {
      double rear = v.pos[other] - region.lengthOf(other);
      if (rear > toM) {
        return;
      }
      boolean ahead = v.pos[other] > fromM;
      if (ahead && other < v.own && !v.has(other, NO_PART) && v.stopTicks(other) < 0) {
        mark(other, lane, start + rear);
      }
    }
  }

  private void mark(int other, int lane, double gapM) {
    boolean pullsOver =
        gapM < NEAREST_M
            || v.speed[other] < DENSE_MPS
            || tables.laneCount[tables.edgeOf[lane]] == 1;
    v.set(other, VehicleTable.MAKES_WAY, true);
    if (pullsOver) {
      v.set(other, VehicleTable.PULLS_OVER, true);
    }
  }

  /** Those at the side ahead stay there; beside and past them the vehicle is careful. */
  private void markAside(
      int row, int lane, double fromM, double toM, double start, double betweenMps) {
    double besideM = lane == v.lane[row] ? fromM - region.lengthOf(row) : fromM;
    for (int i = 0; i < asides; i++) {
      int other = aside[i];
      double rear = v.pos[other] - region.lengthOf(other);
      if (v.lane[other] != lane || v.pos[other] < besideM || rear > toM) {
        continue;
      }
      if (other < v.own && v.pos[other] > fromM) {
        v.set(other, VehicleTable.MAKES_WAY, true);
      }
      double distance = Math.max(0, start + rear);
      double speed = corridorSpeed(row, other, betweenMps);
      boolean nearest = distance < corridorM[row];
      if (nearest || (distance == corridorM[row] && speed < corridorMps[row])) {
        corridorM[row] = distance;
        corridorMps[row] = speed;
      }
    }
  }

  /** How fast a vehicle may drive past one at the side, m/s; so fast between two columns. */
  private double corridorSpeed(int row, int other, double betweenMps) {
    double between = region.typeOf(row).widthM() < NARROW_M ? 2 * betweenMps : betweenMps;
    return isFlanked(other) ? between : Math.max(between, region.roads.limitMps[v.lane[other]]);
  }

  /** Whether another stands, or nearly so, on a lane beside one at the side: there are columns. */
  private boolean isFlanked(int other) {
    int lane = v.lane[other];
    int edge = tables.edgeOf[lane];
    for (int beside = lane - 1; beside <= lane + 1; beside += 2) {
      if (beside >= tables.firstLane[edge]
          && beside < tables.firstLane[edge] + tables.laneCount[edge]) {
        double upTo = v.pos[other] + BESIDE_M;
        int near = region.order.firstBehind(beside, upTo, v.number[other]);
        if (near >= 0 && v.pos[near] > upTo - 3 * BESIDE_M && v.speed[near] < DENSE_MPS) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether a lane is kept free, beside a vehicle, for another with blue light. */
  boolean isKeptFree(int row, int lane) {
    for (int i = 0; i < kept; i++) {
      if (keptLane[i] == lane
          && keptFor[i] != row
          && v.pos[row] > keptFromM[i]
          && v.pos[row] - region.lengthOf(row) < keptToM[i]) {
        return true;
      }
    }
    return false;
  }

  /** Whether a vehicle that makes way may do so by going to another lane of its road. */
  boolean makesWayTo(int row, int laneIndex) {
    return v.has(row, VehicleTable.MAKES_WAY)
        && (v.plan[row].link(0, laneIndex) >= 0
            || tables.lengthM[v.lane[row]] - v.pos[row] > TURN_LANE_M);
  }

  /** The next speed of one who pulls over or drives through a corridor, m/s. */
  double limit(int row, double next) {
    if (v.has(row, VehicleTable.PULLS_OVER)) {
      double slower = Math.max(0, v.speed[row] - PULL_OVER_MPS2 * region.dt);
      return Math.min(next, Math.max(CREEP_MPS, slower));
    }
    if (v.has(row, VehicleTable.IN_CORRIDOR)) {
      double decel = region.typeOf(row).decelMps2();
      double there = corridorMps[row];
      double left = Math.max(0, corridorM[row] - v.speed[row] * region.dt);
      double slowest = Math.max(0, v.speed[row] - decel * region.dt);
      return Math.min(next, Math.max(slowest, Math.sqrt(there * there + 2 * decel * left)));
    }
    return next;
  }

  /** Those who pull over and are slow enough leave their lanes. */
  void leaveLanes() {
    if (!active) {
      return;
    }
    for (int row = 0; row < v.own; row++) {
      if (v.has(row, VehicleTable.PULLS_OVER)
          && !v.has(row, VehicleTable.ASIDE)
          && v.speed[row] < LEAVES_LANE_MPS
          && !tables.internal[v.lane[row]]
          && v.pos[row] >= region.lengthOf(row)) {
        region.travel.leaveLane(row);
        v.set(row, VehicleTable.CLEARED, true);
      }
    }
  }

  /** Moves one at the side: he rolls to a stop. */
  void roll(int row) {
    double old = v.speed[row];
    double next = Math.max(0, old - PULL_OVER_MPS2 * region.dt);
    double distance = (old + next) / 2 * region.dt;
    double pos = Math.min(tables.lengthM[v.lane[row]], v.pos[row] + distance);
    double desired = Math.max(region.topSpeed(row, v.lane[row]), next);
    region.travel.keepAccounts(row, desired, next, pos - v.pos[row]);
    v.pos[row] = pos;
    v.accel[row] = (float) ((next - old) / region.dt);
    v.speed[row] = next;
  }
}
