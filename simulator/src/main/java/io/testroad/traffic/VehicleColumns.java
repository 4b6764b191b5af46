package io.testroad.traffic;

import java.util.Arrays;

/**
 * The vehicles of a region as columns; a row is a vehicle. Own vehicles stand in the first {@link
 * #own} rows, ghosts (copies of a neighbour's) behind them. Rows move when one is taken out;
 * nothing but lane lists may keep a row across that.
 */
final class VehicleColumns {

  /** How many lanes behind its front's a vehicle's tail can reach over. */
  static final int BACK = 4;

  static final int TRACKED = 1;
  static final int HALTING = 1 << 1;
  static final int HALT_ASIDE = 1 << 2;
  static final int BLUE_LIGHT = 1 << 3;
  static final int ASIDE = 1 << 4;
  static final int COLLIDED = 1 << 5;
  static final int NO_WAY_ON = 1 << 6;

  /** In the tick before, the vehicle had to wait at its next link, or meant to stop. */
  static final int YIELDING = 1 << 7;

  /** The vehicle has stopped at the line of its next link. */
  static final int HAS_STOPPED = 1 << 9;

  /** A halted vehicle's stand has been told to its agent. */
  static final int HALT_TOLD = 1 << 8;

  /** Stands at the end of a lane that leads nowhere it could go: turns from there all the same. */
  static final int TURNS_FROM_WRONG_LANE = 1 << 10;

  /** In the tick before, the vehicle inside a junction let all others go first. */
  static final int GAVE_UP = 1 << 11;

  /** Stands at a stop of its route. */
  static final int AT_STOP = 1 << 12;

  /** Is on the last road of its route. */
  static final int ON_LAST_ROAD = 1 << 13;

  /** Is on a lane that is to be free for a vehicle with blue light. */
  static final int MAKES_WAY = 1 << 14;

  /** Makes way by braking and leaving its lane. */
  static final int PULLS_OVER = 1 << 15;

  /** A vehicle with blue light that drives past those who have left their lanes for it. */
  static final int IN_CORRIDOR = 1 << 16;

  /** Stands aside because it made way. */
  static final int CLEARED = 1 << 17;

  /** Must not be faster than its column {@link #cap} says. */
  static final int CAPPED = 1 << 18;

  /** Others have asked something of the driver as to lane changes. */
  static final int ADVISED = 1 << 19;

  /** A part of it may still be on the lanes behind its front's. */
  static final int STRADDLES = 1 << 20;

  /** The tick of entering a junction while the vehicle is in none, or has given its turn up. */
  static final int NEVER = Integer.MAX_VALUE;

  /** How many speeds others can ask of a driver in a tick. */
  static final int ADVICES = 4;

  private static final int[] NO_ROUTE = {};
  private static final int INTS = 19 + BACK;
  private static final int DOUBLES = 19 + ADVICES;

  int own;
  int all;

  int[] number = {};
  int[] type = {};
  int[] lane = {};
  int[] routeAt = {};
  int[] flags = {};

  /** What the driver wants of lanes, and what others have told him: bits of {@link LaneChoice}. */
  int[] lcState = {};

  int[] stopAt = {};
  int[] stopTicks = {};

  /** The place on the route of the next stop, or -1. */
  int[] stopPlace = {};

  int[] waitingCount = {};
  int[] reroutes = {};
  int[] departLane = {};
  int[] stuckTicks = {};
  int[] departTick = {};

  /** The tick in which the vehicle entered the junction it is in. */
  int[] entered = {};

  /** The tick in which it entered the part of the junction that others cross. */
  int[] enteredConflict = {};

  /** How many speeds it was asked for. */
  int[] advices = {};

  /**
   * The link by which the vehicle leaves the lane it is on, -1, or {@link RoutePlan#BEYOND}; its
   * plan's answer, kept here because it is asked for in every tick.
   */
  int[] link = {};

  /** How many lanes to the left (negative: right) of the one it is on its best lane is. */
  int[] offset = {};

  final int[][] back = new int[BACK][0];
  double[] pos = {};
  double[] speed = {};
  double[] accel = {};
  double[] speedFactor = {};
  double[] cap = {};
  double[] arrivalPos = {};
  double[] gain = {};
  double[] keepRight = {};
  double[] waiting = {};
  double[] timeLoss = {};
  double[] driven = {};
  double[] stopTime = {};
  double[] haltDecel = {};
  double[] departPos = {};
  double[] departSpeed = {};
  double[] departDelay = {};
  double[] lookSpeed = {};

  /** Road left for a lane change that the route demands, m. */
  double[] leftSpace = {};

  /** Road to be left free ahead for others who must change lanes, m. */
  double[] blockerLength = {};

  final double[][] advice = new double[ADVICES][0];
  RoutePlan[] plan = {};

  /** Each vehicle's route, edges; shared, never changed. */
  int[][] route = {};

  private int[] spareInts = {};
  private double[] spareDoubles = {};
  private RoutePlan[] sparePlans = {};
  private int[][] spareRoutes = {};
  private final int[][] ints = new int[INTS][0];
  private final double[][] doubles = new double[DOUBLES][0];

  /** Makes room for a number of rows. */
  void reserve(int rows) {
    if (rows <= number.length) {
      return;
    }
    int capacity = Math.max(rows, Math.max(64, number.length * 3 / 2));
    for (int i = 0; i < INTS; i++) {
      ints[i] = Arrays.copyOf(ints[i], capacity);
    }
    for (int i = 0; i < DOUBLES; i++) {
      doubles[i] = Arrays.copyOf(doubles[i], capacity);
    }
    plan = Arrays.copyOf(plan, capacity);
    route = Arrays.copyOf(route, capacity);
    nameInts();
    nameDoubles();
  }

  private void nameInts() {
    number = ints[0];
    type = ints[1];
    lane = ints[2];
    routeAt = ints[3];
    flags = ints[4];
    lcState = ints[5];
    stopAt = ints[6];
    stopTicks = ints[7];
    stopPlace = ints[8];
    waitingCount = ints[9];
    reroutes = ints[10];
    departLane = ints[11];
    stuckTicks = ints[12];
    departTick = ints[13];
    entered = ints[14];
    enteredConflict = ints[15];
    advices = ints[16];
    link = ints[17];
    offset = ints[18];
    System.arraycopy(ints, 19, back, 0, BACK);
  }

  private void nameDoubles() {
    pos = doubles[0];
    speed = doubles[1];
    accel = doubles[2];
    speedFactor = doubles[3];
    cap = doubles[4];
    arrivalPos = doubles[5];
    gain = doubles[6];
    keepRight = doubles[7];
    waiting = doubles[8];
    timeLoss = doubles[9];
    driven = doubles[10];
    stopTime = doubles[11];
    haltDecel = doubles[12];
    departPos = doubles[13];
    departSpeed = doubles[14];
    departDelay = doubles[15];
    lookSpeed = doubles[16];
    leftSpace = doubles[17];
    blockerLength = doubles[18];
    System.arraycopy(doubles, 19, advice, 0, ADVICES);
  }

  /** Sets a row to that of a vehicle just put on the road: nothing known, nothing behind it. */
  void clear(int row) {
    for (int[] column : ints) {
      column[row] = 0;
    }
    for (double[] column : doubles) {
      column[row] = 0;
    }
    for (int[] column : back) {
      column[row] = -1;
    }
    stopTicks[row] = -1;
    stopPlace[row] = -1;
    entered[row] = NEVER;
    enteredConflict[row] = NEVER;
    plan[row] = RoutePlan.NONE;
    route[row] = NO_ROUTE;
  }

  /** Copies a row over another. */
  void copy(int from, int to) {
    for (int[] column : ints) {
      column[to] = column[from];
    }
    for (double[] column : doubles) {
      column[to] = column[from];
    }
    plan[to] = plan[from];
    route[to] = route[from];
  }

  /** Puts the first so many rows into another order: row i becomes what row {@code from[i]} was. */
  void reorder(int[] from, int count) {
    if (spareInts.length < number.length) {
      spareInts = new int[number.length];
      spareDoubles = new double[number.length];
      sparePlans = new RoutePlan[number.length];
      spareRoutes = new int[number.length][];
    }
    for (int c = 0; c < INTS; c++) {
      int[] column = ints[c];
      for (int i = 0; i < count; i++) {
        spareInts[i] = column[from[i]];
      }
      ints[c] = spareInts;
      spareInts = column;
    }
    for (int c = 0; c < DOUBLES; c++) {
      double[] column = doubles[c];
      for (int i = 0; i < count; i++) {
        spareDoubles[i] = column[from[i]];
      }
      doubles[c] = spareDoubles;
      spareDoubles = column;
    }
    for (int i = 0; i < count; i++) {
      sparePlans[i] = plan[from[i]];
      spareRoutes[i] = route[from[i]];
    }
    RoutePlan[] plans = plan;
    plan = sparePlans;
    sparePlans = plans;
    int[][] routes = route;
    route = spareRoutes;
    spareRoutes = routes;
    nameInts();
    nameDoubles();
  }

  /** The given rows, to be sent away. */
  VehicleRows pack(int[] rows, int count) {
    int[] packedInts = new int[INTS * count];
    int at = 0;
    for (int[] column : ints) {
      for (int i = 0; i < count; i++) {
        packedInts[at++] = column[rows[i]];
      }
    }
    double[] packedDoubles = new double[DOUBLES * count];
    at = 0;
    for (double[] column : doubles) {
      for (int i = 0; i < count; i++) {
        packedDoubles[at++] = column[rows[i]];
      }
    }
    int[][] routes = new int[count][];
    for (int i = 0; i < count; i++) {
      routes[i] = route[rows[i]];
    }
    return new VehicleRows(count, packedInts, packedDoubles, routes);
  }

  /** Writes the i-th packed vehicle into a row, all but its plan. */
  void unpack(VehicleRows rows, int i, int row) {
    route[row] = rows.routes()[i];
    int at = i;
    for (int[] column : ints) {
      column[row] = rows.ints()[at];
      at += rows.count();
    }
    at = i;
    for (double[] column : doubles) {
      column[row] = rows.doubles()[at];
      at += rows.count();
    }
  }

  boolean has(int row, int flag) {
    return (flags[row] & flag) != 0;
  }

  void set(int row, int flag, boolean on) {
    flags[row] = on ? flags[row] | flag : flags[row] & ~flag;
  }
}
