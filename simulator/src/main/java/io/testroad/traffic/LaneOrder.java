package io.testroad.traffic;

import java.util.Arrays;

/**
 * Which vehicles are on which lane, front first (by position, ties by vehicle number), and whose
 * tails reach over which lanes behind their fronts'.
 */
final class LaneOrder {

  private static final int[] NOBODY = {};

  private final VehicleColumns v;
  private final double[] lengthOfType;
  private final RoadTables tables;
  private final int[][] rows;

  /** Of each lane, side by side: how many vehicles, the foremost, the rearmost, the first tail. */
  private final int[] heads;

  private static final int COUNT = 0;
  private static final int FRONT = 1;
  private static final int REAR = 2;
  private static final int TAIL = 3;
  private static final int STRIDE = 4;

  /** Of each junction: how many vehicles have their fronts, and how many their tails, inside it. */
  private final int[] frontsInside;

  private final int[] tailsInside;

  /** The lanes with vehicles on them, in no particular order, and where each stands in the list. */
  private final int[] occupied;

  private final int[] placeOf;
  private int occupiedCount;

  private int tails;
  private int[] tailNext = new int[64];
  private int[] tailRow = new int[64];
  private double[] tailRear = new double[64];
  private int[] tailLanes = new int[64];

  LaneOrder(VehicleColumns columns, RoadTables tables, double[] lengthOfType) {
    this.v = columns;
    this.tables = tables;
    this.lengthOfType = lengthOfType;
    rows = new int[tables.lanes][];
    Arrays.fill(rows, NOBODY);
    heads = new int[tables.lanes * STRIDE];
    for (int lane = 0; lane < tables.lanes; lane++) {
      heads[lane * STRIDE + FRONT] = -1;
      heads[lane * STRIDE + REAR] = -1;
      heads[lane * STRIDE + TAIL] = -1;
    }
    frontsInside = new int[tables.network.junctions().size()];
    tailsInside = new int[frontsInside.length];
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
      int[] list = rows[lane];
      int count = size(lane);
      for (int k = 0; k < count; k++) {
        from[next] = list[k];
        list[k] = next++;
      }
      noteEnds(lane, count);
    }
    return next;
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

  /** The k-th vehicle from the front. */
  int at(int lane, int k) {
    return k == 0 ? heads[lane * STRIDE + FRONT] : rows[lane][k];
  }

  /** The rearmost vehicle, or -1. */
  int last(int lane) {
    return heads[lane * STRIDE + REAR];
  }

  /** The foremost vehicle, or -1. */
  int first(int lane) {
    return heads[lane * STRIDE + FRONT];
  }

  private void noteEnds(int lane, int count) {
    int[] list = rows[lane];
    heads[lane * STRIDE + COUNT] = count;
    heads[lane * STRIDE + FRONT] = count == 0 ? -1 : list[0];
    heads[lane * STRIDE + REAR] = count == 0 ? -1 : list[count - 1];
  }

  /** Whether nobody is, even in part, on a lane. */
  boolean isEmpty(int lane) {
    return size(lane) == 0 && firstTail(lane) < 0;
  }

  /** Whether nobody is, even in part, inside the junction that an internal lane belongs to. */
  boolean isJunctionEmpty(int lane) {
    int junction = tables.junctionOf[lane];
    return frontsInside[junction] == 0 && tailsInside[junction] == 0;
  }

  /** How many vehicles on a lane are ahead of a position; those level with it count. */
  int aheadOf(int lane, double pos, int number) {
    int low = 0;
    int high = size(lane);
    while (low < high) {
      int middle = (low + high) >>> 1;
      int row = rows[lane][middle];
      boolean ahead = v.pos[row] > pos || (v.pos[row] == pos && v.number[row] < number);
      if (ahead) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  void insert(int lane, int row) {
    int k = aheadOf(lane, v.pos[row], v.number[row]);
    int count = size(lane);
    if (rows[lane].length == count) {
      rows[lane] = Arrays.copyOf(rows[lane], Math.max(4, count * 2));
    }
    System.arraycopy(rows[lane], k, rows[lane], k + 1, count - k);
    rows[lane][k] = row;
    noteEnds(lane, count + 1);
    if (tables.internal[lane]) {
      frontsInside[tables.junctionOf[lane]]++;
    }
    if (count == 0) {
      placeOf[lane] = occupiedCount;
      occupied[occupiedCount++] = lane;
    }
  }

  void remove(int lane, int row) {
    int k = indexOf(lane, row);
    int count = size(lane) - 1;
    System.arraycopy(rows[lane], k + 1, rows[lane], k, count - k);
    noteEnds(lane, count);
    if (tables.internal[lane]) {
      frontsInside[tables.junctionOf[lane]]--;
    }
    if (count == 0) {
      int last = occupied[--occupiedCount];
      occupied[placeOf[lane]] = last;
      placeOf[last] = placeOf[lane];
    }
  }

  /** A vehicle's row has moved. */
  void rename(int lane, int from, int to) {
    rows[lane][indexOf(lane, from)] = to;
    noteEnds(lane, size(lane));
  }

  /** A vehicle's row has moved since the tails were found. */
  void renameTails(int from, int to) {
    for (int i = 0; i < tails; i++) {
      if (tailRow[i] == from) {
        tailRow[i] = to;
      }
    }
  }

  private int indexOf(int lane, int row) {
    int count = size(lane);
    for (int k = 0; k < count; k++) {
      if (rows[lane][k] == row) {
        return k;
      }
    }
    throw new IllegalStateException("vehicle row " + row + " is not on lane " + lane);
  }

  /** Sorts every lane's list again, where positions have changed an order. */
  void mend() {
    for (int o = 0; o < occupiedCount; o++) {
      int lane = occupied[o];
      int count = size(lane);
      boolean moved = false;
      for (int i = 1; i < count; i++) {
        int[] list = rows[lane];
        int row = list[i];
        int k = i - 1;
        while (k >= 0 && isBefore(row, list[k])) {
          list[k + 1] = list[k];
          k--;
        }
        moved |= k < i - 1;
        list[k + 1] = row;
      }
      if (moved) {
        noteEnds(lane, count);
      }
    }
  }

  private boolean isBefore(int a, int b) {
    return v.pos[a] > v.pos[b] || (v.pos[a] == v.pos[b] && v.number[a] < v.number[b]);
  }

  /** Works out anew whose tails reach over which lanes. */
  void findTails() {
    for (int i = 0; i < tails; i++) {
      heads[tailLanes[i] * STRIDE + TAIL] = -1;
      tailsInside[tables.junctionOf[tailLanes[i]]] = 0;
    }
    tails = 0;
    for (int row = 0; row < v.all; row++) {
      if (v.back[0][row] < 0) {
        continue;
      }
      double over = lengthOfType[v.type[row]] - v.pos[row];
      for (int k = 0; over > 0 && k < VehicleColumns.BACK && v.back[k][row] >= 0; k++) {
        int lane = v.back[k][row];
        addTail(lane, row, Math.max(0, tables.lengthM[lane] - over));
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
      tailsInside[tables.junctionOf[lane]]++;
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
