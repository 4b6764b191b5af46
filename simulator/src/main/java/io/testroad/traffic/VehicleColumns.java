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

  /** In the tick before, the vehicle did not mean to pass its next link, or could not move. */
  static final int YIELDING = 1 << 7;

  /** The vehicle has stopped at the line of its next link. */
  static final int HAS_STOPPED = 1 << 9;

  /** A halted vehicle's stand has been told to its agent. */
  static final int HALT_TOLD = 1 << 8;

  /** Stands at the end of a lane that leads nowhere it could go: turns from there all the same. */
  static final int TURNS_FROM_WRONG_LANE = 1 << 10;

  private static final int INTS = 13 + BACK;
  private static final int DOUBLES = 17;

  int own;
  int all;

  int[] number = {};
  int[] type = {};
  int[] lane = {};
  int[] routeAt = {};
  int[] flags = {};
  int[] want = {};
  int[] stopAt = {};
  int[] stopTicks = {};
  int[] waitingCount = {};
  int[] reroutes = {};
  int[] departLane = {};
  int[] stuckTicks = {};
  int[] departTick = {};
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
  RoutePlan[] plan = {};

  /** Makes room for a number of rows. */
  void reserve(int rows) {
    if (rows <= number.length) {
      return;
    }
    int capacity = Math.max(rows, Math.max(64, number.length * 3 / 2));
    int[][] ints = ints();
    for (int i = 0; i < INTS; i++) {
      ints[i] = Arrays.copyOf(ints[i], capacity);
    }
    setInts(ints);
    double[][] doubles = doubles();
    for (int i = 0; i < DOUBLES; i++) {
      doubles[i] = Arrays.copyOf(doubles[i], capacity);
    }
    setDoubles(doubles);
    plan = Arrays.copyOf(plan, capacity);
  }

  /** Sets a row to that of a vehicle just put on the road: nothing known, nothing behind it. */
  void clear(int row) {
    for (int[] column : ints()) {
      column[row] = 0;
    }
    for (double[] column : doubles()) {
      column[row] = 0;
    }
    for (int[] column : back) {
      column[row] = -1;
    }
    stopTicks[row] = -1;
    plan[row] = RoutePlan.NONE;
  }

  /** Copies a row over another. */
  void copy(int from, int to) {
    for (int[] column : ints()) {
      column[to] = column[from];
    }
    for (double[] column : doubles()) {
      column[to] = column[from];
    }
    plan[to] = plan[from];
  }

  /** The given rows, to be sent away. */
  VehicleRows pack(int[] rows, int count) {
    int[] packedInts = new int[INTS * count];
    int at = 0;
    for (int[] column : ints()) {
      for (int i = 0; i < count; i++) {
        packedInts[at++] = column[rows[i]];
      }
    }
    double[] packedDoubles = new double[DOUBLES * count];
    at = 0;
    for (double[] column : doubles()) {
      for (int i = 0; i < count; i++) {
        packedDoubles[at++] = column[rows[i]];
      }
    }
    int[][] routes = new int[count][];
    for (int i = 0; i < count; i++) {
      routes[i] = plan[rows[i]].edges();
    }
    return new VehicleRows(count, packedInts, packedDoubles, routes);
  }

  /** Writes the i-th packed vehicle into a row, all but its plan. */
  void unpack(VehicleRows rows, int i, int row) {
    int at = i;
    for (int[] column : ints()) {
      column[row] = rows.ints()[at];
      at += rows.count();
    }
    at = i;
    for (double[] column : doubles()) {
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

  private int[][] ints() {
    return new int[][] {
      number,
      type,
      lane,
      routeAt,
      flags,
      want,
      stopAt,
      stopTicks,
      waitingCount,
      reroutes,
      departLane,
      stuckTicks,
      departTick,
      back[0],
      back[1],
      back[2],
      back[3]
    };
  }

  private void setInts(int[][] columns) {
    number = columns[0];
    type = columns[1];
    lane = columns[2];
    routeAt = columns[3];
    flags = columns[4];
    want = columns[5];
    stopAt = columns[6];
    stopTicks = columns[7];
    waitingCount = columns[8];
    reroutes = columns[9];
    departLane = columns[10];
    stuckTicks = columns[11];
    departTick = columns[12];
    System.arraycopy(columns, 13, back, 0, BACK);
  }

  private double[][] doubles() {
    return new double[][] {
      pos,
      speed,
      accel,
      speedFactor,
      cap,
      arrivalPos,
      gain,
      keepRight,
      waiting,
      timeLoss,
      driven,
      stopTime,
      haltDecel,
      departPos,
      departSpeed,
      departDelay,
      lookSpeed
    };
  }

  private void setDoubles(double[][] columns) {
    pos = columns[0];
    speed = columns[1];
    accel = columns[2];
    speedFactor = columns[3];
    cap = columns[4];
    arrivalPos = columns[5];
    gain = columns[6];
    keepRight = columns[7];
    waiting = columns[8];
    timeLoss = columns[9];
    driven = columns[10];
    stopTime = columns[11];
    haltDecel = columns[12];
    departPos = columns[13];
    departSpeed = columns[14];
    departDelay = columns[15];
    lookSpeed = columns[16];
  }
}
