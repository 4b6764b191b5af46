package io.testroad.traffic;

import java.util.Arrays;

/**
 * Which vehicles are on which lane, front first (by position, ties by vehicle number), and whose
 * tails reach over which lanes behind their fronts'.
 */
final class LaneOrder {

  private final VehicleTable v;
  private final RoadTables tables;

  /** Of each vehicle on a lane: the row of the one ahead of it, and of the one behind it; or -1. */
  private int[] ahead = new int[64];

  private int[] behind = new int[64];

  /** Of each lane, side by side: how many vehicles, the foremost, the rearmost, the first tail. */
  private final int[] heads;

  private static final int COUNT = 0;
  private static final int FRONT = 1;
  private static final int REAR = 2;
  private static final int TAIL = 3;
  private static final int STRIDE = 4;

  /** Of each junction: on which lanes inside it there are fronts, and tails, of vehicles. */
  private final long[] frontsInside;

  private final long[] tailsInside;

  /** How many fronts are inside each junction. */
  private final int[] insideCount;

  /** The lanes with vehicles on them, in no particular order, and where each stands in the list. */
  private final int[] occupied;

  private final int[] placeOf;
  private int occupiedCount;

  private int tails;
  private int[] tailNext = new int[64];
  private int[] tailRow = new int[64];
  private double[] tailRear = new double[64];
  private int[] tailLanes = new int[64];

  LaneOrder(VehicleTable columns, RoadTables tables) {
    this.v = columns;
    this.tables = tables;
    heads = new int[tables.lanes * STRIDE];
    for (int lane = 0; lane < tables.lanes; lane++) {
      heads[lane * STRIDE + FRONT] = -1;
      heads[lane * STRIDE + REAR] = -1;
      heads[lane * STRIDE + TAIL] = -1;
    }
    frontsInside = new long[tables.network.junctions().size()];
    tailsInside = new long[frontsInside.length];
    insideCount = new int[frontsInside.length];
    occupied = new int[tables.lanes];
    placeOf = new int[tables.lanes];
  }

  /**
   * Numbers rows anew, lane by lane and front to rear, so that vehicles that look at each other lie
   * side by side.
   *
   * @param from gets the old row of each new one
   * @return how many rows are on lanes
   */
  int renumber(int[] from) {
    Arrays.sort(occupied, 0, occupiedCount);
    int next = 0;
    for (int o = 0; o < occupiedCount; o++) {
      int lane = occupied[o];
      placeOf[lane] = o;
      int start = next;
      for (int row = first(lane); row >= 0; row = behind[row]) {
        from[next++] = row;
      }
      heads[lane * STRIDE + FRONT] = start;
      heads[lane * STRIDE + REAR] = next - 1;
    }
    reserve(next);
    for (int o = 0; o < occupiedCount; o++) {
      int lane = occupied[o];
      int front = first(lane);
      int rear = last(lane);
      for (int row = front; row <= rear; row++) {
        ahead[row] = row == front ? -1 : row - 1;
        behind[row] = row == rear ? -1 : row + 1;
      }
    }
    return next;
  }

  private void reserve(int rowCount) {
    if (rowCount > ahead.length) {
      int capacity = Math.max(rowCount, ahead.length * 3 / 2);
      ahead = Arrays.copyOf(ahead, capacity);
      behind = Arrays.copyOf(behind, capacity);
    }
  }

  /** How many lanes have vehicles on them. */
  int occupied() {
    return occupiedCount;
  }

  /** The i-th of the lanes with vehicles, in no particular order. */
  int occupiedLane(int i) {
    return occupied[i];
  }

  /** Number of vehicles whose fronts are on a lane. */
  int size(int lane) {
    return heads[lane * STRIDE + COUNT];
  }

  /** The vehicle behind one on the same lane, or -1. */
  int behind(int row) {
    return behind[row];
  }

  /** Of each vehicle, the one behind it on the same lane, or -1; while nobody comes or goes. */
  int[] rowsBehind() {
    return behind;
  }

  /** The same of the one ahead. */
  int[] rowsAhead() {
    return ahead;
  }

  /** The vehicle ahead of one on the same lane, or -1. */
  int ahead(int row) {
    return ahead[row];
  }

  /** The rearmost vehicle, or -1. */
  int last(int lane) {
    return heads[lane * STRIDE + REAR];
  }

  /** The foremost vehicle, or -1. */
  int first(int lane) {
    return heads[lane * STRIDE + FRONT];
  }

  /** Whether nobody is, even in part, on a lane. */
  boolean isEmpty(int lane) {
    return size(lane) == 0 && firstTail(lane) < 0;
  }

  /**
   * Whether nobody is, even in part, on the lanes that cross or meet one inside a junction. Where a
   * junction has very many lanes the answer may be no although it is so.
   */
  boolean areCrossingsEmpty(int lane) {
    int junction = tables.junctionOf[lane];
    return ((frontsInside[junction] | tailsInside[junction]) & tables.crossBits[lane]) == 0;
  }

  /** The rearmost vehicle on a lane ahead of a position, those level with it included; or -1. */
  int lastAhead(int lane, double pos, int number) {
    int row = last(lane);
    while (row >= 0 && (v.pos[row] < pos || (v.pos[row] == pos && v.number[row] > number))) {
      row = ahead[row];
    }
    return row;
  }

  /** The foremost vehicle on a lane behind a position, as {@link #lastAhead} has it; or -1. */
  int firstBehind(int lane, double pos, int number) {
    int before = lastAhead(lane, pos, number);
    return before < 0 ? first(lane) : behind[before];
  }

  void insert(int lane, int row) {
    reserve(row + 1);
    link(lane, row, lastAhead(lane, v.pos[row], v.number[row]));
    if (heads[lane * STRIDE + COUNT]++ == 0) {
      placeOf[lane] = occupiedCount;
      occupied[occupiedCount++] = lane;
    }
    if (tables.internal[lane]) {
      frontsInside[tables.junctionOf[lane]] |= tables.insideBit[lane];
      insideCount[tables.junctionOf[lane]]++;
    }
  }

  void remove(int lane, int row) {
    unlink(lane, row);
    if (tables.internal[lane]) {
      leaveInside(lane);
    }
    if (--heads[lane * STRIDE + COUNT] == 0) {
      int last = occupied[--occupiedCount];
      occupied[placeOf[lane]] = last;
      placeOf[last] = placeOf[lane];
    }
  }

  private void leaveInside(int lane) {
    int junction = tables.junctionOf[lane];
    if (--insideCount[junction] == 0) {
      frontsInside[junction] = 0;
    } else if (size(lane) == 1 && tables.insideBit[lane] != RoadTables.SHARED_BIT) {
      frontsInside[junction] &= ~tables.insideBit[lane];
    }
  }

  /** Puts a vehicle behind another on a lane, or at its front where that one is -1. */
  private void link(int lane, int row, int leader) {
    int follower = leader < 0 ? first(lane) : behind[leader];
    ahead[row] = leader;
    behind[row] = follower;
    nameFollower(lane, leader, row);
    nameLeader(lane, follower, row);
  }

  private void unlink(int lane, int row) {
    nameFollower(lane, ahead[row], behind[row]);
    nameLeader(lane, behind[row], ahead[row]);
  }

  /** Says who is behind a vehicle, or foremost on the lane where that is -1. */
  private void nameFollower(int lane, int leader, int row) {
    if (leader < 0) {
      heads[lane * STRIDE + FRONT] = row;
    } else {
      behind[leader] = row;
    }
  }

  /** Says who is ahead of a vehicle, or rearmost on the lane where that is -1. */
  private void nameLeader(int lane, int follower, int row) {
    if (follower < 0) {
      heads[lane * STRIDE + REAR] = row;
    } else {
      ahead[follower] = row;
    }
  }

  /** A vehicle's row has moved. */
  void rename(int lane, int from, int to) {
    reserve(to + 1);
    ahead[to] = ahead[from];
    behind[to] = behind[from];
    nameFollower(lane, ahead[to], to);
    nameLeader(lane, behind[to], to);
  }

  /** A vehicle's row has moved since the tails were found. */
  void renameTails(int from, int to) {
    for (int i = 0; i < tails; i++) {
      if (tailRow[i] == from) {
        tailRow[i] = to;
      }
    }
  }

  /** Sorts every lane's vehicles again, where positions have changed an order. */
  void mend() {
    for (int o = 0; o < occupiedCount; o++) {
      int lane = occupied[o];
      int row = behind[first(lane)];
      while (row >= 0) {
        int next = behind[row];
        if (isBefore(row, ahead[row])) {
          moveUp(lane, row);
        }
        row = next;
      }
    }
  }

  private void moveUp(int lane, int row) {
    unlink(lane, row);
    int leader = ahead[row];
    while (leader >= 0 && isBefore(row, leader)) {
      leader = ahead[leader];
    }
    link(lane, row, leader);
  }

  private boolean isBefore(int a, int b) {
    return v.pos[a] > v.pos[b] || (v.pos[a] == v.pos[b] && v.number[a] < v.number[b]);
  }

  /** Works out anew whose tails reach over which lanes. */
  void findTails(DriverKind[] kinds) {
    for (int i = 0; i < tails; i++) {
      heads[tailLanes[i] * STRIDE + TAIL] = -1;
      tailsInside[tables.junctionOf[tailLanes[i]]] = 0;
    }
    tails = 0;
    int[] flags = v.flags;
    int all = v.all;
    for (int row = 0; row < all; row++) {
      if ((flags[row] & VehicleTable.STRADDLES) == 0) {
        continue;
      }
      double over = kinds[v.type[row]].length - v.pos[row];
      v.set(row, VehicleTable.STRADDLES, over > 0);
      for (int k = 0; over > 0 && k < VehicleTable.BACK && v.back(row, k) >= 0; k++) {
        int lane = v.back(row, k);
        addTail(lane, row, Bounds.most(0, tables.lengthM[lane] - over));
        over -= tables.lengthM[lane];
      }
    }
  }

  private void addTail(int lane, int row, double rear) {
    if (tails == tailRow.length) {
      tailNext = Arrays.copyOf(tailNext, tails * 2);
      tailRow = Arrays.copyOf(tailRow, tails * 2);
      tailRear = Arrays.copyOf(tailRear, tails * 2);
      tailLanes = Arrays.copyOf(tailLanes, tails * 2);
    }
    tailRow[tails] = row;
    tailRear[tails] = rear;
    tailLanes[tails] = lane;
    tailNext[tails] = firstTail(lane);
    heads[lane * STRIDE + TAIL] = tails++;
    if (tables.internal[lane]) {
      tailsInside[tables.junctionOf[lane]] |= tables.insideBit[lane];
    }
  }

  /**
   * The vehicle whose tail on a lane is the rearmost, as an entry for {@link #tailRowOf}; -1 when
   * there is none.
   */
  int rearmostTail(int lane, int exceptRow) {
    int best = -1;
    for (int t = firstTail(lane); t >= 0; t = tailNext[t]) {
      if (tailRow[t] != exceptRow
          && (best < 0
              || tailRear[t] < tailRear[best]
              || (tailRear[t] == tailRear[best]
                  && v.number[tailRow[t]] < v.number[tailRow[best]]))) {
        best = t;
      }
    }
    return best;
  }

  /** The first of the tails that reach over a lane, in no particular order, or -1. */
  int firstTail(int lane) {
    return heads[lane * STRIDE + TAIL];
  }

  /** The tail after one on the same lane, or -1. */
  int nextTail(int entry) {
    return tailNext[entry];
  }

  int tailRowOf(int entry) {
    return tailRow[entry];
  }

  double tailRearOf(int entry) {
    return tailRear[entry];
  }
}
