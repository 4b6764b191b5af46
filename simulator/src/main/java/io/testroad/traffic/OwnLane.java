package io.testroad.traffic;

import io.testroad.engine.RandomStream;

/**
 * What the lanes that vehicles are on, and those ahead of them there, leave their drivers.
 *
 * <p>Lanes are swept one after the other, from front to rear. Drivers of Krauss' model whom nothing
 * else concerns, and those who stand in a queue, are decided about at once; most are of that kind.
 * All others come onto lists, for {@link Planning} to go on with. The sweep reads nothing but
 * columns and calls as good as nothing, so that it is compiled to a short loop.
 *
 * <p>It comes to what {@link Planning} comes to for drivers of any model, with less work.
 */
final class OwnLane {

  /** Who has one of these needs more than is worked out here. */
  private static final int NEEDS_MORE =
      VehicleTable.COLLIDED
          | VehicleTable.AT_STOP
          | VehicleTable.HALTING
          | VehicleTable.ASIDE
          | VehicleTable.PULLS_OVER
          | VehicleTable.IN_CORRIDOR
          | VehicleTable.CAPPED;

  private final Region region;
  private final RoadTables tables;
  private final VehicleTable v;
  private final Planning planning;

  /** Those who must mind what is beyond the ends of their lanes, or a stop there. */
  final Rows near = new Rows();

  /** Those whose speed what lane changes ask has a bearing on, by row. */
  int[] asked = new int[64];

  int askedCount;

  /** Those for whom all is left to be worked out. */
  final Rows others = new Rows();

  // of the lanes that somebody is on
  private final double[] takenM;
  private final double[] roomM;
  private final boolean[] standing;

  /** Some of the vehicles: rows, those ahead of them, and the road taken before them. */
  static final class Rows {
    int count;
    int[] row = new int[64];

    /** The vehicle's leader on its lane, or whose tail is there; -1 if there is none. */
    int[] ahead = new int[64];

    /** Length of road, m, taken by all vehicles before it on its lane. */
    double[] takenM = new double[64];

    /** How far its driver must look, m; of others nothing. */
    double[] reachM = new double[64];

    private void add(int vehicle, int leader, double taken, double reach) {
      row = GrowingList.with(row, count, vehicle);
      ahead = GrowingList.with(ahead, count, leader);
      takenM = GrowingList.with(takenM, count, taken);
      reachM = GrowingList.with(reachM, count++, reach);
    }
  }

  OwnLane(Region region, Planning planning) {
    this.region = region;
    this.tables = region.tables;
    this.v = region.v;
    this.planning = planning;
    takenM = new double[tables.lanes];
    roomM = new double[tables.lanes];
    standing = new boolean[tables.lanes];
  }

  /** Whether somebody stands with his front on a lane that somebody is on. */
  boolean isStoodOn(int lane) {
    return standing[lane];
  }

  /**
   * Length of a lane that somebody is on, m, that is left behind the rearmost vehicle that stands
   * there once those behind it have closed up; meaningless if nobody stands.
   */
  double roomBehindStandingM(int lane) {
    return roomM[lane];
  }

  /** Length of road, m, taken by those whose fronts are on a lane that somebody is on. */
  double takenM(int lane) {
    return takenM[lane];
  }

  /** Sweeps the lanes. What they leave those who are not decided about is in their plans. */
  void sweep() {
    near.count = 0;
    askedCount = 0;
    others.count = 0;
    boolean simple = !region.conflicts.on;
    LaneOrder order = region.order;
    DriverKind[] kinds = region.kinds;
    RandomStream dawdling = region.traffic.dawdling;
    double[] spaces = region.careful.spacesM;
    double[] limits = region.roads.limitMps;
    char[] states = region.roads.states();
    boolean[] isYieldedTo = tables.isYieldedTo;
    boolean mayBar = region.rightOfWay.mayBar();
    double[] lengths = tables.lengthM;
    boolean[] internal = tables.internal;
    double weather = region.roads.speedFactor;
    double dt = region.dt;
    long tick = region.tick;
    int own = v.own;
    int[] flags = v.flags;
    int[] types = v.type;
    int[] wishes = v.lcState;
    int[] numbers = v.number;
    int[] stops = v.stopPlace;
    int[] places = v.routeAt;
    int[] links = v.link;
    double[] positions = v.pos;
    double[] speeds = v.speed;
    float[] factors = v.speedFactor;
    double[] planned = planning.planned;
    double[] wanted = planning.desired;
    int[] entries = planning.entries;
    int[] behind = order.rowsBehind();
    for (int i = 0; i < order.occupied(); i++) {
      int lane = order.occupiedLane(i);
      int tail = order.firstTail(lane) < 0 ? -1 : order.rearmostTail(lane, -1);
      double length = lengths[lane];
      double limit = limits[lane];
      boolean inside = internal[lane];
      double taken = 0;
      double standingRear = Double.NaN;
      double takenThere = 0;
      double rear = Double.POSITIVE_INFINITY;
      int leader = -1;
      for (int row = order.first(lane); row >= 0; row = behind[row]) {
        DriverKind kind = kinds[types[row]];
        double pos = positions[row];
        double before = taken;
        double gap = rear - pos;
        int ahead = leader;
        taken += spaces[types[row]];
        rear = pos - kind.length;
        leader = row;
        if (speeds[row] < Travel.HALTING_MPS) {
          standingRear = rear;
          takenThere = taken;
        }
        if (row >= own) {
          continue;
        }
        if (tail >= 0 && order.tailRearOf(tail) - pos < gap && order.tailRowOf(tail) != row) {
          gap = order.tailRearOf(tail) - pos;
          ahead = order.tailRowOf(tail);
        }
        if ((flags[row] & NEEDS_MORE) != 0
            || gap < -Travel.COLLISION_OVERLAP_M
            || !simple
            || !kind.isPlain) {
          others.add(row, ahead, before, Double.NaN);
          continue;
        }
        double speed = speeds[row];
        double net = gap - kind.minGap;
        if (speed == 0 && !inside) {
          if (ahead >= 0 && net <= Planning.CREEP_M && speeds[ahead] == 0) {
            planning.stand(row, Planning.GOES_ON);
            continue;
          }
          if (ahead < 0 && planning.standsAtRed(row, lane)) {
            continue;
          }
        }
        double top = Bounds.least(speed + kind.gainsInTick, kind.maxSpeed);
        double fastest = Bounds.most(top, speed);
        double reach = kind.stopping.reactingDistance(fastest) + fastest * dt;
        double desired =
            Bounds.most(
                Bounds.least(limit * factors[row] * weather, kind.maxSpeed), Driver.SLOWEST_MPS);
        double braked = speed - kind.losesInTick;
        double safe = Math.min(top, Bounds.most(desired, braked));
        if (net <= reach) {
          DriverKind aheadKind = kinds[types[ahead]];
          double aheadSpeed = speeds[ahead];
          safe = Math.min(safe, kind.safeFollowSpeed(net, speed, aheadSpeed, aheadKind));
        }
        wanted[row] = desired;
        planned[row] = safe;
        double seen = length - pos;
        boolean isAsked =
            ((flags[row] & VehicleTable.ADVISED) | (wishes[row] & ~Motion.OF_NO_BEARING)) != 0;
        boolean waits = false;
        if (inside || seen <= reach || stops[row] == places[row]) {
          double brakeDistance = kind.stoppingAtRed.distance(speed);
          if (inside
              || isAsked
              || mayBar
              || seen < brakeDistance
              || stops[row] == places[row]
              || !mustStop(links[row], states)
              || (flags[row] & VehicleTable.BLUE_LIGHT) != 0) {
            near.add(row, ahead, before, reach);
            continue;
          }
          double toLine = Outlook.toLineM(seen, Planning.STOP_LINE_GAP_M, brakeDistance);
          safe = Bounds.least(safe, kind.stoppingAtRed.safeSpeed(toLine));
          waits = (safe < speed || safe < Travel.HALTING_MPS) && !tables.roundabout[lane];
        }
        if (seen > reach && links[row] >= 0 && isYieldedTo[links[row]]) {
          planning.tellFromAfar(row, safe);
        }
        entries[row] = waits ? Planning.WAITS : Planning.GOES_ON;
        if (isAsked) {
          asked = GrowingList.with(asked, askedCount++, row);
          continue;
        }
        planned[row] = kind.nextSpeed(speed, safe, dawdling.uniform(numbers[row], tick));
        wishes[row] &= LaneChoice.STRATEGIC;
      }
      takenM[lane] = taken;
      standing[lane] = takenThere > 0;
      roomM[lane] = standingRear - (taken - takenThere);
    }
  }

  /** Whether a signal shows red or yellow at a link, if it is one. */
  private static boolean mustStop(int link, char[] states) {
    return link >= 0 && RightOfWay.isRedOrYellow(states[link]);
  }
}
