package io.testroad.traffic;

import io.testroad.demand.Departure;
import java.util.Arrays;
import java.util.List;

/**
 * The move phase: next speeds, then positions, stops, lane crossings, arrivals and the accounts of
 * each trip.
 */
final class Travel {

  /** Overlap, m, from which two vehicles count as having collided. */
  static final double COLLISION_OVERLAP_M = 0.05;

  private static final double FREE_AGAIN_M = 0.5;
  private static final double AT_THE_LINE_M = 4.5;
  private static final long MINUTE_MS = 60_000;

  /** Slower than this counts as standing, m/s (SUMO). */
  static final double HALTING_MPS = 0.1;

  /** Nobody drives slower than this, m/s: he stands (SUMO: NUMERICAL_EPS_SPEED). */
  static final double CREEPING_MPS = 1e-4;

  /** Of each way to decide, counted from {@link Planning#PARKED}: the flags that it leaves. */
  private static final int[] KEEPS = {
    ~0, ~VehicleTable.GAVE_UP, ~(VehicleTable.YIELDING | VehicleTable.GAVE_UP), ~0
  };

  /** And those that it brings. */
  private static final int[] GETS = {VehicleTable.YIELDING, VehicleTable.YIELDING, 0, 0};

  private final Region region;
  private final RoadTables tables;
  private final VehicleTable v;
  private final double dt;
  private final int ticksInMinute;

  /** How far those get in the tick at most who may touch the one ahead, m; by row. */
  private double[] reachM = new double[64];

  private int[] from = new int[64];
  private int[] crossing = new int[64];
  private int crossings;
  private int[] arriving = new int[64];
  private int arrivals;
  private int[] halting = new int[64];
  private int halts;
  private boolean overtaken;

  Travel(Region region) {
    this.region = region;
    this.tables = region.tables;
    this.v = region.v;
    this.dt = region.dt;
    ticksInMinute = (int) Math.max(1, MINUTE_MS / region.traffic.tickMillis);
  }

  /** Finds the next speed of every own vehicle; nothing moves yet. */
  void decideSpeeds() {
    for (int i = 0; i < region.planning.undecided; i++) {
      region.motion.decide(region.planning.undecidedRows[i]);
    }
  }

  /** Finds a collision with the leader, or that the vehicles have parted again. */
  void judgeGap(int row, double gap, int leader) {
    if (region.conflicts.on && leader >= 0) {
      region.conflicts.follow(row, gap, leader);
    }
    boolean collided = v.has(row, VehicleTable.COLLIDED);
    if (v.is(row, Plight.WRECK)) {
      return;
    }
    if (!collided && gap < -COLLISION_OVERLAP_M) {
      region.report.collided(row, leader);
      v.set(row, VehicleTable.COLLIDED, true);
    } else if (collided && gap > FREE_AGAIN_M) {
      v.set(row, VehicleTable.COLLIDED, false);
    }
  }

  /** Says how far a vehicle gets in the tick at most, m, that may touch the one ahead. */
  void limitReach(int row, double atMostM) {
    if (reachM.length <= row) {
      reachM = Arrays.copyOf(reachM, v.capacity());
    }
    reachM[row] = atMostM;
  }

  /** Whether a speed counts as standing. */
  static boolean stands(double speedMps) {
    return speedMps < HALTING_MPS;
  }

  /** Moves every own vehicle along its path: one short loop over columns for most of them. */
  void moveAll() {
    crossings = 0;
    arrivals = 0;
    halts = 0;
    overtaken = false;
    double[] planned = region.planning.planned;
    double[] desired = region.planning.desired;
    int[] entries = region.planning.entries;
    int[] ahead = region.order.rowsAhead();
    DriverKind[] kinds = region.kinds;
    double[] lengths = tables.lengthM;
    int[] flags = v.flags;
    int[] types = v.type;
    int[] lanes = v.lane;
    int[] stops = v.stopPlace;
    int[] stuck = v.stuckTicks;
    double[] positions = v.pos;
    double[] speeds = v.speed;
    float[] accels = v.accel;
    double[] losses = v.timeLoss;
    double[] driven = v.driven;
    int own = v.own;
    for (int row = 0; row < own; row++) {
      int was = flags[row];
      if ((was & (VehicleTable.HALTING | VehicleTable.ASIDE | VehicleTable.BESET)) != 0
          && !isOnLane(row, was)) {
        continue;
      }
      int because = Math.min(entries[row], 0) - Planning.PARKED;
      int now = (was & KEEPS[because]) | GETS[because];
      flags[row] = now;
      double old = speeds[row];
      double speed = planned[row];
      double distance = (kinds[types[row]].krauss ? speed : (old + speed) / 2) * dt;
      if ((was & VehicleTable.BESET) != 0 && v.is(row, Plight.MAY_TOUCH)) {
        distance = Bounds.least(distance, reachM[row]);
      }
      accels[row] = (float) ((speed - old) / dt);
      speeds[row] = speed;
      if (old - speed > kinds[types[row]].brakesInTick) {
        region.laneChanging.brakes(row);
      }
      if (stands(speed) || (now & VehicleTable.AT_STOP) != 0) {
        keepAccounts(row, speed == 0 ? 0 : desired[row], speed, distance);
      } else {
        driven[row] += distance;
        double wanted = desired[row];
        if (speed < wanted) {
          losses[row] += dt * (wanted - speed) / wanted;
        }
        if (stuck[row] != 0) {
          moveOff(row);
        }
      }
      int lane = lanes[row];
      double pos = positions[row] + distance;
      if (pos > lengths[lane] && !arrivesAt(row, lane, pos)) {
        cross(row, lane, pos);
        continue;
      }
      positions[row] = pos;
      int leader = ahead[row];
      overtaken |= leader >= 0 && pos >= positions[leader] && lanes[leader] == lane;
      if ((now & VehicleTable.ON_LAST_ROAD) != 0 || stops[row] >= 0) {
        mindGoals(row, lane);
      }
      if (stands(speed)) {
        noteStop(row, lane);
      }
    }
  }

  /** Minds a vehicle that halts or is aside; false if it is not on a lane. */
  private boolean isOnLane(int row, int flags) {
    if ((flags & VehicleTable.OBSTACLE) != 0) {
      return false;
    }
    if ((flags & VehicleTable.HALTING) != 0 || v.is(row, Plight.RUNAWAY)) {
      halting = GrowingList.with(halting, halts++, row);
    }
    if ((flags & VehicleTable.CLEARED) != 0) {
      region.rescueLane.roll(row);
    }
    return (flags & VehicleTable.ASIDE) == 0;
  }

  private void cross(int row, int lane, double pos) {
    from = GrowingList.with(from, crossings, lane);
    crossing = GrowingList.with(crossing, crossings++, row);
    v.pos[row] = pos;
    drive(row);
    mindGoals(row, v.lane[row]);
    if (stands(v.speed[row])) {
      noteStop(row, v.lane[row]);
    }
  }

  /** Notes that a vehicle that stands has stopped at the line of its next link, if it is there. */
  private void noteStop(int row, int lane) {
    if (tables.lengthM[lane] - v.pos[row] < AT_THE_LINE_M) {
      v.set(row, VehicleTable.HAS_STOPPED, true);
    }
  }

  /** Sees whether a vehicle has arrived, or is at a stop. */
  private void mindGoals(int row, int lane) {
    if (v.is(row, Plight.WRECK)) {
      v.pos[row] = Bounds.least(v.pos[row], tables.lengthM[lane]);
    } else if (arrivesAt(row, lane, v.pos[row])) {
      arriving = GrowingList.with(arriving, arrivals++, row);
      v.driven[row] -= Bounds.most(0, v.pos[row] - arrivalPosition(row, lane));
    }
    mindStop(row, lane);
  }

  /**
   * Adds a tick's drive to a trip's accounts.
   *
   * @param desired the speed, m/s, that the driver would like; of no account while he stands
   */
  void keepAccounts(int row, double desired, double speed, double distance) {
    v.driven[row] += distance;
    if (v.has(row, VehicleTable.AT_STOP)) {
      v.setStoppedTicks(row, v.stoppedTicks(row) + 1);
      return;
    }
    if (speed == 0) {
      v.timeLoss[row] += dt;
    } else if (speed < desired) {
      v.timeLoss[row] += dt * (desired - speed) / desired;
    }
    if (!stands(speed)) {
      moveOff(row);
      return;
    }
    if (v.stuckTicks[row]++ == 0) {
      v.countWaiting(row);
    }
    region.detours.note(row);
    if (v.has(row, VehicleTable.TRACKED)
        && v.stuckTicks[row] % ticksInMinute == 0
        && !v.has(row, VehicleTable.HALTING)) {
      region.report.standsForMinutes(row);
    }
  }

  private void moveOff(int row) {
    v.setWaitingTicks(row, v.waitingTicks(row) + v.stuckTicks[row]);
    v.stuckTicks[row] = 0;
  }

  /** Follows the path over as many lanes as the position reaches. */
  private void drive(int row) {
    while (v.pos[row] > tables.lengthM[v.lane[row]]) {
      int lane = v.lane[row];
      int link = v.link[row];
      if (link < 0 || arrivesAt(row, lane, v.pos[row])) {
        v.pos[row] = link < 0 ? tables.lengthM[lane] : v.pos[row];
        return;
      }
      for (int k = VehicleTable.BACK - 1; k > 0; k--) {
        v.setBack(row, k, v.back(row, k - 1));
      }
      v.setBack(row, 0, lane);
      v.set(row, VehicleTable.STRADDLES, true);
      v.pos[row] -= tables.lengthM[lane];
      v.lane[row] = tables.linkNext[link];
      v.set(row, VehicleTable.HAS_STOPPED, false);
      noteEntry(row, link);
      if (tables.internal[v.lane[row]]) {
        region.findWayOn(row);
      } else {
        enterRoad(row);
      }
    }
  }

  /** Notes when a vehicle comes into a junction, and into the part of it that others cross. */
  private void noteEntry(int row, int link) {
    boolean fromRoad = !tables.internal[tables.linkFrom[link]];
    if (fromRoad) {
      double since = v.pos[row] / Bounds.most(v.speed[row], HALTING_MPS);
      region.rightOfWay.notePassage(link, region.tick * dt - since);
    }
    boolean inside = tables.internal[tables.linkNext[link]];
    if (!inside) {
      v.setEntered(row, VehicleTable.NEVER);
      v.setEnteredConflict(row, VehicleTable.NEVER);
      return;
    }
    if (fromRoad) {
      v.setEntered(row, (int) region.tick);
    }
    if (!fromRoad || !tables.leadsInside[tables.linkNext[link]]) {
      v.setEnteredConflict(row, (int) region.tick);
      v.setEntered(row, Math.min(v.entered(row), (int) region.tick));
    }
  }

  private void enterRoad(int row) {
    skipMissedStop(row, v.routeAt[row]);
    v.set(row, VehicleTable.TURNS_FROM_WRONG_LANE, false);
    if (!region.laneChanging.blocked.isBlockedSoon(tables.edgeOf[v.lane[row]])) {
      v.setLetsIn(row, VehicleTable.LETS_NOBODY_IN);
    }
    v.routeAt[row]++;
    region.planAnew(row, v.route[row]);
    region.report.enteredRoad(row);
    region.signs.onRoad(row);
    region.stirAhead(row); // by the way it takes in the end: that is all another region would see
  }

  private boolean arrivesAt(int row, int lane, double pos) {
    if (!v.has(row, VehicleTable.ON_LAST_ROAD) || tables.internal[lane]) {
      return false;
    }
    return pos >= arrivalPosition(row, lane) - 0.1;
  }

  private double arrivalPosition(int row, int lane) {
    double length = tables.lengthM[lane];
    double wanted = v.arrivalPos(row);
    return Double.isNaN(wanted) ? length : Bounds.least(wanted, length);
  }

  // stops ---------------------------------------------------------------------------------------

  private void mindStop(int row, int lane) {
    if (v.stopPlace[row] < 0) {
      return;
    }
    List<Departure.Stop> stops = region.stopsOf(row);
    Departure.Stop stop = stops.get(v.stopAt(row));
    if (v.stopTicks(row) > 0) {
      v.setStopTicks(row, v.stopTicks(row) - 1);
    } else if (v.stopTicks(row) == 0) {
      v.setStopTicks(row, -1);
      v.set(row, VehicleTable.AT_STOP, false);
      nextStop(row);
    } else if (stop.lane() == lane && v.pos[row] >= stop.startM() && v.speed[row] < 0.1) {
      v.setStopTicks(row, ticksAt(stop));
      v.set(row, VehicleTable.AT_STOP, true);
    } else if (tables.edgeOf[stop.lane()] == tables.edgeOf[lane]
        && v.pos[row] > stop.endM() + 0.1
        && v.routeAt[row] == v.stopPlace[row]) {
      nextStop(row);
    }
  }

  private int ticksAt(Departure.Stop stop) {
    long ms = region.traffic.tickMillis;
    long now = region.tick * ms;
    long until = Math.max(now + stop.durationMs(), stop.untilMs());
    return (int) Math.min((until - now + ms - 1) / ms, Integer.MAX_VALUE);
  }

  private void skipMissedStop(int row, int place) {
    if (v.stopPlace[row] == place) {
      nextStop(row);
    }
  }

  private void nextStop(int row) {
    v.setStopAt(row, v.stopAt(row) + 1);
    region.replan(row, v.route[row]);
  }

  // after all have moved ------------------------------------------------------------------------

  /** Brings the lanes' lists up to date, and takes those who have arrived off the road. */
  void leaveAndCross() {
    for (int i = 0; i < crossings; i++) {
      region.order.remove(from[i], crossing[i]);
    }
    if (overtaken) {
      region.order.mend();
    }
    for (int i = 0; i < crossings; i++) {
      region.order.insert(v.lane[crossing[i]], crossing[i]);
    }
    for (int i = 0; i < halts; i++) {
      standAside(halting[i]);
    }
    region.impacts.settle();
    region.courtesies.settle();
    region.rescueLane.leaveLanes();
    for (int i = arrivals - 1; i >= 0; i--) {
      region.report.arrived(arriving[i]);
      region.takeOut(arriving[i]);
    }
  }

  /** A vehicle that was told to halt and now stands: it is told, and leaves the lane if it may. */
  private void standAside(int row) {
    if (v.speed[row] >= 0.01 || v.has(row, VehicleTable.HALT_TOLD)) {
      return;
    }
    if (v.is(row, Plight.RUNAWAY)) {
      region.mishaps.comeToStand(row);
    }
    boolean already = v.has(row, VehicleTable.ASIDE);
    boolean aside = already || (v.has(row, VehicleTable.HALT_ASIDE) && isRightmost(row));
    if (aside && !already) {
      leaveLane(row);
    }
    v.set(row, VehicleTable.HALT_TOLD, true);
    region.report.halted(row, aside);
  }

  /** Takes a vehicle off its lane, to the side. */
  void leaveLane(int row) {
    region.order.remove(v.lane[row], row);
    v.set(row, VehicleTable.ASIDE, true);
    for (int k = 0; k < VehicleTable.BACK; k++) {
      v.setBack(row, k, -1);
    }
  }

  /** Whether a vehicle is on a road, with no lane to its right that its class may use. */
  boolean isRightmost(int row) {
    int lane = v.lane[row];
    if (tables.internal[lane]) {
      return false;
    }
    for (int j = tables.indexOnEdge[lane] - 1; j >= 0; j--) {
      if (tables.allows(lane - 1, region.typeOf(row).vehicleClass())) {
        return false;
      }
    }
    return true;
  }
}
