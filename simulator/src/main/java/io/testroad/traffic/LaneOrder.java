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
  private final int[] count;

  /** The lanes with vehicles on them, in no particular order, and where each stands in the list. */
  private final int[] occupied;

  private final int[] placeOf;
  private int occupiedCount;

  private final int[] tailHead;
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
    count = new int[tables.lanes];
    occupied = new int[tables.lanes];
    placeOf = new int[tables.lanes];
    tailHead = new int[tables.lanes];
    Arrays.fill(tailHead, -1);
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
      for (int k = 0; k < count[lane]; k++) {
        from[next] = list[k];
        list[k] = next++;
      }
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
    return count[lane];
  }

  /** The k-th vehicle from the front. */
  int at(int lane, int k) {
    return rows[lane][k];
  }

  /** The rearmost vehicle, or -1. */
  int last(int lane) {
    return count[lane] == 0 ? -1 : rows[lane][count[lane] - 1];
  }

  /** The foremost vehicle, or -1. */
  int first(int lane) {
    return count[lane] == 0 ? -1 : rows[lane][0];
  }

  /** How many vehicles on a lane are ahead of a position; those level with it count. */
  int aheadOf(int lane, double pos, int number) {
    int low = 0;
    int high = count[lane];
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
    if (rows[lane].length == count[lane]) {
      rows[lane] = Arrays.copyOf(rows[lane], Math.max(4, count[lane] * 2));
    }
    System.arraycopy(rows[lane], k, rows[lane], k + 1, count[lane] - k);
    rows[lane][k] = row;
    if (count[lane]++ == 0) {
      placeOf[lane] = occupiedCount;
      occupied[occupiedCount++] = lane;
    }
  }

  void remove(int lane, int row) {
    int k = indexOf(lane, row);
    System.arraycopy(rows[lane], k + 1, rows[lane], k, count[lane] - k - 1);
    if (--count[lane] == 0) {
      int last = occupied[--occupiedCount];
      occupied[placeOf[lane]] = last;
      placeOf[last] = placeOf[lane];
    }
  }

  /** A vehicle's row has moved. */
  void rename(int lane, int from, int to) {
    rows[lane][indexOf(lane, from)] = to;
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
    for (int k = 0; k < count[lane]; k++) {
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
      int[] list = rows[lane];
      for (int i = 1; i < count[lane]; i++) {
        int row = list[i];
        int k = i - 1;
        while (k >= 0 && isBefore(row, list[k])) {
          list[k + 1] = list[k];
          k--;
        }
        list[k + 1] = row;
      }
    }
  }

  private boolean isBefore(int a, int b) {
    return v.pos[a] > v.pos[b] || (v.pos[a] == v.pos[b] && v.number[a] < v.number[b]);
  }

  /** Works out anew whose tails reach over which lanes. */
  void findTails() {
    for (int i = 0; i < tails; i++) {
      tailHead[tailLanes[i]] = -1;
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
    tailNext[tails] = tailHead[lane];
    tailHead[lane] = tails++;
  }

  /**
   * The vehicle whose tail on a lane is the rearmost, as an entry for {@link #tailRowOf}; -1 when
   * there is none.
   */
  int rearmostTail(int lane, int exceptRow) {
    int best = -1;
    for (int t = tailHead[lane]; t >= 0; t = tailNext[t]) {
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
    return tailHead[lane];
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
