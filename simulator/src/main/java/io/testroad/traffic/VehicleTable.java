package io.testroad.traffic;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The vehicles of a region, a row each. Own vehicles stand in the first {@link #own} rows, ghosts
 * (copies of a neighbour's) behind them. Rows move when one is taken out; nothing but lane lists
 * may keep a row across that.
 *
 * <p>What is asked for in every tick is kept in columns. All else of a vehicle lies side by side,
 * so that its row is copied at a go; there, as in some columns, real numbers have single precision.
 * A vehicle takes {@value #BYTES} bytes.
 */
final class VehicleTable {

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

  /** The driver would rather drive on the left lane. */
  static final int WISHES_LEFT = 1 << 21;

  /** Is none, but an obstacle that lies on the lane. */
  static final int OBSTACLE = 1 << 22;

  /** Something is amiss with it or its driver: {@link #plight} says what. */
  static final int BESET = 1 << 23;

  /** Where among the flags a driver's calm is, see {@link #calm}. */
  private static final int CALM_AT = 24;

  private static final int CALM_BITS = 7;

  /** Stands for the number of whom a driver lets in who lets nobody in, or who has. */
  static final int LETS_NOBODY_IN = -1;

  static final int HAS_LET_IN = -2;

  /** The tick of entering a junction while the vehicle is in none, or has given its turn up. */
  static final int NEVER = Integer.MAX_VALUE;

  private static final int[] NO_ROUTE = {};
  private static final int MOST_COUNTED = 0xFFFF;

  // whole numbers of a row, and real ones in single precision
  private static final int ENTERED = 0;
  private static final int ENTERED_CONFLICT = 1;
  private static final int BACK_AT = 2;
  private static final int GAIN = 6;
  private static final int LOOK_SPEED = 7;
  private static final int KEEP_RIGHT = 8;
  private static final int LEFT_SPACE = 9;
  private static final int BLOCKER_LENGTH = 10;
  private static final int ARRIVAL_POS = 11;
  private static final int STOP_AT = 12;
  private static final int STOP_TICKS = 13;
  private static final int WAITING_TICKS = 14;
  private static final int STOPPED_TICKS = 15;
  private static final int COUNTS = 16;
  private static final int DEPART_LANE = 17;
  private static final int DEPART_TICK = 18;
  private static final int DEPART_DELAY_MS = 19;
  private static final int DEPART_POS = 20;
  private static final int DEPART_SPEED = 21;
  private static final int WORDS = 22;

  // what few vehicles have at a time
  private static final int CAP = 0;
  private static final int HALT_DECEL = 1;
  private static final int PLIGHT = 2;
  private static final int SEEKS_UNTIL = 3;
  private static final int DISTRACTED_UNTIL = 4;
  private static final int CUT_IN = 5;
  private static final int LETS_IN = 6;
  private static final int RARE_WORDS = 7;

  private static final int INT_COLUMNS = 10;
  private static final int SINGLE_COLUMNS = 3;
  private static final int REAL_COLUMNS = 4;

  private static final int PACKED = INT_COLUMNS + SINGLE_COLUMNS + WORDS;

  /**
   * Memory of a row: its numbers, and whole references to plan, route and what few have, bytes.
   * What few have takes {@value #RARE_WORDS} words of those who have any of it.
   */
  static final int BYTES = 4 * PACKED + 8 * REAL_COLUMNS + 3 * 8;

  int own;
  int all;

  /** The flags that some vehicle has had. */
  private int had;

  /** Its number in the {@link VehicleRegister}. */
  int[] number = {};

  /** The index of its type. */
  int[] type = {};

  /** The lane that its front is on. */
  int[] lane = {};

  int[] flags = {};

  /** The place on its route of the road it is on, or came from. */
  int[] routeAt = {};

  /**
   * The link by which it leaves the lane it is on, -1, or {@link RoutePlan#BEYOND}; its plan's
   * answer, kept here because it is asked for in every tick.
   */
  int[] link = {};

  /** How many lanes to the left (negative: right) of the one it is on its best lane is. */
  int[] offset = {};

  /** What the driver wants of lanes, and what others have told him: bits of {@link LaneChoice}. */
  int[] lcState = {};

  /** For how many ticks it has been standing. */
  int[] stuckTicks = {};

  /** The place on its route of its next stop, or -1. */
  int[] stopPlace = {};

  /** Where on its lane its front is, m. */
  double[] pos = {};

  /** m/s. */
  double[] speed = {};

  /** m/s². */
  float[] accel = {};

  /** How many times the limit its driver drives at. */
  float[] speedFactor = {};

  /** Time lost against the speed the driver wanted, s. */
  double[] timeLoss = {};

  /** Way driven, m. */
  double[] driven = {};

  /** The part of its route just ahead. */
  RoutePlan[] plan = {};

  /** Its route, edges; shared, never changed. */
  int[][] route = {};

  private float[] advice = {};
  private final int[][] ints = new int[INT_COLUMNS][0];
  private final float[][] singles = new float[SINGLE_COLUMNS][0];
  private final double[][] reals = new double[REAL_COLUMNS][0];

  /** What is asked for less often: of each vehicle {@link #WORDS} side by side. */
  private int[] words = {};

  /** What few vehicles have, {@link #RARE_WORDS} numbers; null of those who have none of it. */
  private int[] @Nullable [] rare = {};

  private int[] spareInts = {};
  private float[] spareSingles = {};
  private double[] spareReals = {};
  private RoutePlan[] sparePlans = {};
  private int[][] spareRoutes = {};
  private int[] @Nullable [] spareRare = {};
  private final int[] spareWords = new int[WORDS];

  /** How many rows there is room for. */
  int capacity() {
    return lane.length;
  }

  /** Makes room for a number of rows. */
  void reserve(int rows) {
    if (rows > lane.length) {
      resize(Math.max(rows, Math.max(64, lane.length * 3 / 2)));
    }
  }

  private void resize(int rows) {
    for (int c = 0; c < INT_COLUMNS; c++) {
      ints[c] = Arrays.copyOf(ints[c], rows);
    }
    for (int c = 0; c < SINGLE_COLUMNS; c++) {
      singles[c] = Arrays.copyOf(singles[c], rows);
    }
    for (int c = 0; c < REAL_COLUMNS; c++) {
      reals[c] = Arrays.copyOf(reals[c], rows);
    }
    plan = Arrays.copyOf(plan, rows);
    route = Arrays.copyOf(route, rows);
    rare = Arrays.copyOf(rare, rows);
    words = Arrays.copyOf(words, rows * WORDS);
    nameColumns();
  }

  private void nameColumns() {
    number = ints[0];
    type = ints[1];
    lane = ints[2];
    flags = ints[3];
    routeAt = ints[4];
    link = ints[5];
    offset = ints[6];
    lcState = ints[7];
    stuckTicks = ints[8];
    stopPlace = ints[9];
    pos = reals[0];
    speed = reals[1];
    timeLoss = reals[2];
    driven = reals[3];
    accel = singles[0];
    speedFactor = singles[1];
    advice = singles[2];
  }

  /** Sets a row to that of a vehicle just put on the road: nothing known, nothing behind it. */
  void clear(int row) {
    Arrays.fill(words, row * WORDS, (row + 1) * WORDS, 0);
    for (int[] column : ints) {
      column[row] = 0;
    }
    for (float[] column : singles) {
      column[row] = 0;
    }
    for (double[] column : reals) {
      column[row] = 0;
    }
    for (int k = 0; k < BACK; k++) {
      setBack(row, k, -1);
    }
    setStopTicks(row, -1);
    stopPlace[row] = -1;
    setEntered(row, NEVER);
    setEnteredConflict(row, NEVER);
    setAdvice(row, Double.POSITIVE_INFINITY);
    plan[row] = RoutePlan.NONE;
    route[row] = NO_ROUTE;
    rare[row] = null;
  }

  /** Copies a row over another. */
  void copy(int from, int to) {
    System.arraycopy(words, from * WORDS, words, to * WORDS, WORDS);
    for (int[] column : ints) {
      column[to] = column[from];
    }
    for (float[] column : singles) {
      column[to] = column[from];
    }
    for (double[] column : reals) {
      column[to] = column[from];
    }
    plan[to] = plan[from];
    route[to] = route[from];
    rare[to] = own(rare[from]);
  }

  /** A vehicle's own copy of what few have. */
  private static int @Nullable [] own(int @Nullable [] words) {
    return words == null ? null : words.clone();
  }

  /**
   * Puts the first so many rows into another order: row i becomes what row {@code from[i]} was.
   *
   * @param from overwritten
   */
  void reorder(int[] from, int count) {
    if (spareInts.length < capacity()) {
      spareInts = new int[capacity()];
      spareSingles = new float[capacity()];
      spareReals = new double[capacity()];
      sparePlans = new RoutePlan[capacity()];
      spareRoutes = new int[capacity()][];
      spareRare = new int[capacity()][];
    }
    for (int c = 0; c < INT_COLUMNS; c++) {
      int[] column = ints[c];
      for (int i = 0; i < count; i++) {
        spareInts[i] = column[from[i]];
      }
      ints[c] = spareInts;
      spareInts = column;
    }
    for (int c = 0; c < SINGLE_COLUMNS; c++) {
      float[] column = singles[c];
      for (int i = 0; i < count; i++) {
        spareSingles[i] = column[from[i]];
      }
      singles[c] = spareSingles;
      spareSingles = column;
    }
    for (int c = 0; c < REAL_COLUMNS; c++) {
      double[] column = reals[c];
      for (int i = 0; i < count; i++) {
        spareReals[i] = column[from[i]];
      }
      reals[c] = spareReals;
      spareReals = column;
    }
    for (int i = 0; i < count; i++) {
      sparePlans[i] = plan[from[i]];
      spareRoutes[i] = route[from[i]];
      spareRare[i] = rare[from[i]];
    }
    RoutePlan[] plans = plan;
    plan = sparePlans;
    sparePlans = plans;
    int[][] routes = route;
    route = spareRoutes;
    spareRoutes = routes;
    int[] @Nullable [] rares = rare;
    rare = spareRare;
    spareRare = rares;
    nameColumns();
    reorderWords(from, count);
  }

  /** In place, circle by circle. */
  private void reorderWords(int[] from, int count) {
    for (int first = 0; first < count; first++) {
      if (from[first] == first) {
        continue;
      }
      System.arraycopy(words, first * WORDS, spareWords, 0, WORDS);
      int to = first;
      for (int next = from[to]; next != first; next = from[to]) {
        System.arraycopy(words, next * WORDS, words, to * WORDS, WORDS);
        from[to] = to;
        to = next;
      }
      System.arraycopy(spareWords, 0, words, to * WORDS, WORDS);
      from[to] = to;
    }
  }

  /** The given rows, to be sent away. */
  VehicleRows pack(int[] rows, int count) {
    int[] packed = new int[PACKED * count];
    double[] packedReals = new double[REAL_COLUMNS * count];
    int[][] routes = new int[count][];
    int[] @Nullable [] rares = new int[count][];
    for (int i = 0; i < count; i++) {
      int row = rows[i];
      for (int c = 0; c < INT_COLUMNS; c++) {
        packed[i * PACKED + c] = ints[c][row];
      }
      System.arraycopy(words, row * WORDS, packed, i * PACKED + INT_COLUMNS, WORDS);
      for (int c = 0; c < SINGLE_COLUMNS; c++) {
        packed[i * PACKED + INT_COLUMNS + WORDS + c] = Float.floatToRawIntBits(singles[c][row]);
      }
      for (int c = 0; c < REAL_COLUMNS; c++) {
        packedReals[i * REAL_COLUMNS + c] = reals[c][row];
      }
      routes[i] = route[row];
      rares[i] = own(rare[row]);
    }
    return new VehicleRows(count, packed, packedReals, routes, rares);
  }

  /** Writes the i-th packed vehicle into a row, all but its plan. */
  void unpack(VehicleRows rows, int i, int row) {
    for (int c = 0; c < INT_COLUMNS; c++) {
      ints[c][row] = rows.ints()[i * PACKED + c];
    }
    System.arraycopy(rows.ints(), i * PACKED + INT_COLUMNS, words, row * WORDS, WORDS);
    for (int c = 0; c < SINGLE_COLUMNS; c++) {
      singles[c][row] = Float.intBitsToFloat(rows.ints()[i * PACKED + INT_COLUMNS + WORDS + c]);
    }
    for (int c = 0; c < REAL_COLUMNS; c++) {
      reals[c][row] = rows.doubles()[i * REAL_COLUMNS + c];
    }
    route[row] = rows.routes()[i];
    rare[row] = own(rows.rare()[i]);
    had |= flags[row];
  }

  boolean has(int row, int flag) {
    return (flags[row] & flag) != 0;
  }

  void set(int row, int flag, boolean on) {
    had |= on ? flag : 0;
    flags[row] = on ? flags[row] | flag : flags[row] & ~flag;
  }

  /** Whether some vehicle may have a flag; once one has had it, it stays so. */
  boolean mayHave(int flag) {
    return (had & flag) != 0;
  }

  private int rare(int row, int word) {
    int[] words = rare[row];
    return words == null ? 0 : words[word];
  }

  private void putRare(int row, int word, int value) {
    int[] words = rare[row];
    if (words == null) {
      if (value == 0) {
        return;
      }
      words = new int[RARE_WORDS];
      rare[row] = words;
    }
    words[word] = value;
  }

  /** Whether something of a {@link Plight} is the matter with a vehicle. */
  boolean is(int row, int plight) {
    return (flags[row] & BESET) != 0 && (plight(row) & plight) != 0;
  }

  /** What is amiss with a vehicle: bits of {@link Plight}. */
  int plight(int row) {
    return rare(row, PLIGHT);
  }

  void setPlight(int row, int plight, boolean on) {
    int now = on ? plight(row) | plight : plight(row) & ~plight;
    putRare(row, PLIGHT, now);
    set(row, BESET, now != 0);
  }

  /** The tick up to which it looks for a gap to the edge of the road. */
  int seeksUntil(int row) {
    return rare(row, SEEKS_UNTIL);
  }

  void setSeeksUntil(int row, int value) {
    putRare(row, SEEKS_UNTIL, value);
  }

  /** The tick up to which its driver does not look. */
  int distractedUntil(int row) {
    return rare(row, DISTRACTED_UNTIL);
  }

  void setDistractedUntil(int row, int value) {
    putRare(row, DISTRACTED_UNTIL, value);
  }

  /** The lane of its road that it is about to cut in on, then the tick up to which it swerves. */
  int cutIn(int row) {
    return rare(row, CUT_IN);
  }

  void setCutIn(int row, int value) {
    putRare(row, CUT_IN, value);
  }

  /** How seldom a driver weighs lanes, as a power of 2, 0 to 4; decided when he last did. */
  int calm(int row) {
    return calmIn(flags[row]);
  }

  /** What {@link #calm} is with such flags. */
  static int calmIn(int flags) {
    return (flags >>> CALM_AT) & CALM_BITS;
  }

  /** Notes how seldom a driver weighs lanes from now on, see {@link #calm}. */
  void keepCalm(int row, int calm) {
    flags[row] = (flags[row] & ~(CALM_BITS << CALM_AT)) | (calm << CALM_AT);
  }

  /** The k-th lane behind its front's that the vehicle came along, or -1. */
  int back(int row, int k) {
    return words[row * WORDS + BACK_AT + k];
  }

  void setBack(int row, int k, int value) {
    words[row * WORDS + BACK_AT + k] = value;
  }

  /** How often the vehicle came to a stand, stops left out; at most 65,535. */
  int waitingCount(int row) {
    return words[row * WORDS + COUNTS] & MOST_COUNTED;
  }

  void countWaiting(int row) {
    words[row * WORDS + COUNTS] += waitingCount(row) < MOST_COUNTED ? 1 : 0;
  }

  /** How often its route was changed; at most 65,535. */
  int reroutes(int row) {
    return words[row * WORDS + COUNTS] >>> 16;
  }

  void countReroute(int row) {
    words[row * WORDS + COUNTS] += reroutes(row) < MOST_COUNTED ? 1 << 16 : 0;
  }

  /** The tick in which it entered the junction it is in, or {@link #NEVER}. */
  int entered(int row) {
    return words[row * WORDS + ENTERED];
  }

  void setEntered(int row, int value) {
    words[row * WORDS + ENTERED] = value;
  }

  /** The tick in which it entered the part of the junction that others cross, or {@link #NEVER}. */
  int enteredConflict(int row) {
    return words[row * WORDS + ENTERED_CONFLICT];
  }

  void setEnteredConflict(int row, int value) {
    words[row * WORDS + ENTERED_CONFLICT] = value;
  }

  /** How much the driver has wished to go faster on the left (negative: right) lane, s. */
  double gain(int row) {
    return Float.intBitsToFloat(words[row * WORDS + GAIN]);
  }

  void setGain(int row, double value) {
    words[row * WORDS + GAIN] = Float.floatToRawIntBits((float) value);
  }

  /** The speed by which the driver reckons how far ahead lanes matter, m/s. */
  double lookSpeed(int row) {
    return Float.intBitsToFloat(words[row * WORDS + LOOK_SPEED]);
  }

  void setLookSpeed(int row, double value) {
    words[row * WORDS + LOOK_SPEED] = Float.floatToRawIntBits((float) value);
  }

  /** How much the driver has wished to keep right, negative, s. */
  double keepRight(int row) {
    return Float.intBitsToFloat(words[row * WORDS + KEEP_RIGHT]);
  }

  void setKeepRight(int row, double value) {
    words[row * WORDS + KEEP_RIGHT] = Float.floatToRawIntBits((float) value);
  }

  /** Road left for a lane change that the route demands, m. */
  double leftSpace(int row) {
    return Float.intBitsToFloat(words[row * WORDS + LEFT_SPACE]);
  }

  void setLeftSpace(int row, double value) {
    words[row * WORDS + LEFT_SPACE] = Float.floatToRawIntBits((float) value);
  }

  /** Road to be left free ahead for others who must change lanes, m. */
  double blockerLength(int row) {
    return Float.intBitsToFloat(words[row * WORDS + BLOCKER_LENGTH]);
  }

  void setBlockerLength(int row, double value) {
    words[row * WORDS + BLOCKER_LENGTH] = Float.floatToRawIntBits((float) value);
  }

  /** The speed, m/s, it must not exceed if it is {@link #CAPPED}. */
  double cap(int row) {
    return Float.intBitsToFloat(rare(row, CAP));
  }

  void setCap(int row, double value) {
    float nearest = (float) value;
    float below = nearest > value ? Math.nextDown(nearest) : nearest;
    putRare(row, CAP, Float.floatToRawIntBits(below));
  }

  /** Where on the last road of its route it arrives, m; not a number: at its end. */
  double arrivalPos(int row) {
    return Float.intBitsToFloat(words[row * WORDS + ARRIVAL_POS]);
  }

  void setArrivalPos(int row, double value) {
    words[row * WORDS + ARRIVAL_POS] = Float.floatToRawIntBits((float) value);
  }

  /**
   * The number of the one whom a driver lets in ahead of him from a blocked lane; {@link
   * #LETS_NOBODY_IN} or, once he has on this road, {@link #HAS_LET_IN}; below that he goes after
   * somebody, see {@link LaneAdvice#goesAfter}.
   */
  int letsIn(int row) {
    return rare(row, LETS_IN) - 1;
  }

  /** Notes the number of the one whom a driver lets in ahead of him, or one of the above. */
  void setLetsIn(int row, int number) {
    putRare(row, LETS_IN, number + 1);
  }

  /** How hard it brakes when told to halt or pull over, or when its brakes have failed, m/s². */
  double haltDecel(int row) {
    return Float.intBitsToFloat(rare(row, HALT_DECEL));
  }

  void setHaltDecel(int row, double value) {
    putRare(row, HALT_DECEL, Float.floatToRawIntBits((float) value));
  }

  /** How many stops it has left behind. */
  int stopAt(int row) {
    return words[row * WORDS + STOP_AT];
  }

  void setStopAt(int row, int value) {
    words[row * WORDS + STOP_AT] = value;
  }

  /** For how many more ticks it stands at its stop, or -1. */
  int stopTicks(int row) {
    return words[row * WORDS + STOP_TICKS];
  }

  void setStopTicks(int row, int value) {
    words[row * WORDS + STOP_TICKS] = value;
  }

  /** For how many ticks of its trip it stood before it came to a stand last, stops left out. */
  int waitingTicks(int row) {
    return words[row * WORDS + WAITING_TICKS];
  }

  void setWaitingTicks(int row, int value) {
    words[row * WORDS + WAITING_TICKS] = value;
  }

  /** For how many ticks of its trip it has stood at stops. */
  int stoppedTicks(int row) {
    return words[row * WORDS + STOPPED_TICKS];
  }

  void setStoppedTicks(int row, int value) {
    words[row * WORDS + STOPPED_TICKS] = value;
  }

  /** The lane on which it departed. */
  int departLane(int row) {
    return words[row * WORDS + DEPART_LANE];
  }

  void setDepartLane(int row, int value) {
    words[row * WORDS + DEPART_LANE] = value;
  }

  /** The tick in which it departed. */
  int departTick(int row) {
    return words[row * WORDS + DEPART_TICK];
  }

  void setDepartTick(int row, int value) {
    words[row * WORDS + DEPART_TICK] = value;
  }

  /** How long it waited for room to depart, ms. */
  int departDelayMs(int row) {
    return words[row * WORDS + DEPART_DELAY_MS];
  }

  void setDepartDelayMs(int row, int value) {
    words[row * WORDS + DEPART_DELAY_MS] = value;
  }

  /** Where on its lane it departed, m. */
  double departPos(int row) {
    return Float.intBitsToFloat(words[row * WORDS + DEPART_POS]);
  }

  void setDepartPos(int row, double value) {
    words[row * WORDS + DEPART_POS] = Float.floatToRawIntBits((float) value);
  }

  /** With what speed it departed, m/s. */
  double departSpeed(int row) {
    return Float.intBitsToFloat(words[row * WORDS + DEPART_SPEED]);
  }

  void setDepartSpeed(int row, double value) {
    words[row * WORDS + DEPART_SPEED] = Float.floatToRawIntBits((float) value);
  }

  /**
   * The lowest speed that others have asked of the driver and that he need not brake hard for, m/s;
   * infinite if none.
   */
  double advice(int row) {
    return advice[row];
  }

  void setAdvice(int row, double value) {
    advice[row] = (float) value;
  }
}
