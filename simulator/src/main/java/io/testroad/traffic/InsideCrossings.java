package io.testroad.traffic;

import io.testroad.network.Shape;
import java.util.Arrays;

/**
 * Where paths inside junctions cross or meet, gathered pair by pair and then told by lane.
 *
 * <p>Order: that in which the pairs were found.
 */
final class InsideCrossings {

  private static final double SAME_PLACE_M = 1e-6;

  /** By how much boxes may lie apart and still be looked at, because of rounding, m. */
  private static final double BOX_MARGIN_M = 1e-3;

  private final RoadTables tables;
  private int[] lane = new int[1 << 10];
  private int[] foe = new int[1 << 10];
  private double[] ownM = new double[1 << 10];
  private double[] foeM = new double[1 << 10];
  private byte[] kind = new byte[1 << 10];
  private int size;

  InsideCrossings(RoadTables tables) {
    this.tables = tables;
  }

  /** Finds them among the lanes inside one junction. */
  void find(int[] inside) {
    double[][] boxes = new double[inside.length][];
    for (int i = 0; i < inside.length; i++) {
      boxes[i] = box(shape(inside[i]));
    }
    for (int i = 0; i < inside.length; i++) {
      for (int j = i + 1; j < inside.length; j++) {
        find(inside[i], inside[j], boxes[i], boxes[j]);
      }
    }
  }

  private void find(int a, int b, double[] boxOfA, double[] boxOfB) {
    int afterA = tables.following(a);
    int afterB = tables.following(b);
    if (afterA >= 0 && afterA == afterB) {
      double beside = Divergence.lengthM(shape(a), shape(b), true);
      double onA = Math.max(0, tables.lengthM[a] - beside);
      double onB = Math.max(0, tables.lengthM[b] - beside);
      add(a, b, onA, onB, RoadTables.MERGES);
      return;
    }
    if (afterA == b || afterB == a || !touch(boxOfA, boxOfB)) {
      return;
    }
    if (startTogether(a, b)) {
      double beside = Divergence.lengthM(shape(a), shape(b), false);
      double shorter = Math.min(tables.lengthM[a], tables.lengthM[b]);
      add(a, b, Math.min(beside, shorter), Math.min(beside, shorter), RoadTables.DIVERGES);
      return;
    }
    cross(a, b);
  }

  private boolean startTogether(int a, int b) {
    for (int p : tables.previous[a]) {
      for (int q : tables.previous[b]) {
        if (p == q) {
          return true;
        }
      }
    }
    return false;
  }

  /** The pair's first crossing, if there is one. */
  private void cross(int laneA, int laneB) {
    Shape a = shape(laneA);
    Shape b = shape(laneB);
    for (int i = 1; i < a.size(); i++) {
      double ax = a.x()[i] - a.x()[i - 1];
      double ay = a.y()[i] - a.y()[i - 1];
      for (int j = 1; j < b.size(); j++) {
        double bx = b.x()[j] - b.x()[j - 1];
        double by = b.y()[j] - b.y()[j - 1];
        double cross = ax * by - ay * bx;
        if (Math.abs(cross) > SAME_PLACE_M) {
          double dx = b.x()[j - 1] - a.x()[i - 1];
          double dy = b.y()[j - 1] - a.y()[i - 1];
          double s = (dx * by - dy * bx) / cross;
          double t = (dx * ay - dy * ax) / cross;
          if (s >= 0 && s <= 1 && t >= 0 && t <= 1) {
            double onA = shareAt(a, i, s) * tables.lengthM[laneA];
            double onB = shareAt(b, j, t) * tables.lengthM[laneB];
            add(laneA, laneB, onA, onB, RoadTables.CROSSES);
            return;
          }
        }
      }
    }
  }

  /** A point on a polyline, at a share of its i-th piece, as a share of its length. */
  private static double shareAt(Shape shape, int i, double share) {
    double before = 0;
    for (int k = 1; k < i; k++) {
      before += pieceM(shape, k);
    }
    return (before + share * pieceM(shape, i)) / Math.max(shape.lengthM(), SAME_PLACE_M);
  }

  private static double pieceM(Shape shape, int i) {
    return StrictMath.hypot(shape.x()[i] - shape.x()[i - 1], shape.y()[i] - shape.y()[i - 1]);
  }

  private void add(int a, int b, double onA, double onB, byte how) {
    if (size + 2 > lane.length) {
      int room = 2 * lane.length;
      lane = Arrays.copyOf(lane, room);
      foe = Arrays.copyOf(foe, room);
      ownM = Arrays.copyOf(ownM, room);
      foeM = Arrays.copyOf(foeM, room);
      kind = Arrays.copyOf(kind, room);
    }
    put(a, b, onA, onB, how);
    put(b, a, onB, onA, how);
  }

  private void put(int own, int other, double onOwn, double onOther, byte how) {
    lane[size] = own;
    foe[size] = other;
    ownM[size] = onOwn;
    foeM[size] = onOther;
    kind[size++] = how;
  }

  /** Writes what was found into the tables. */
  void fill() {
    int[] count = new int[tables.lanes];
    for (int k = 0; k < size; k++) {
      count[lane[k]]++;
    }
    for (int i = 0; i < tables.lanes; i++) {
      tables.crossLane[i] = new int[count[i]];
      tables.crossOwnM[i] = new double[count[i]];
      tables.crossFoeM[i] = new double[count[i]];
      tables.crossKind[i] = new byte[count[i]];
    }
    Arrays.fill(count, 0);
    for (int k = 0; k < size; k++) {
      int own = lane[k];
      int at = count[own]++;
      tables.crossLane[own][at] = foe[k];
      tables.crossOwnM[own][at] = ownM[k];
      tables.crossFoeM[own][at] = foeM[k];
      tables.crossKind[own][at] = kind[k];
    }
  }

  private Shape shape(int index) {
    return tables.network.lanes().get(index).shape();
  }

  /** The lowest and the highest x, then y. */
  private static double[] box(Shape shape) {
    double[] box = {shape.x()[0], shape.x()[0], shape.y()[0], shape.y()[0]};
    for (int i = 1; i < shape.size(); i++) {
      box[0] = Math.min(box[0], shape.x()[i]);
      box[1] = Math.max(box[1], shape.x()[i]);
      box[2] = Math.min(box[2], shape.y()[i]);
      box[3] = Math.max(box[3], shape.y()[i]);
    }
    return box;
  }

  private static boolean touch(double[] a, double[] b) {
    return a[0] <= b[1] + BOX_MARGIN_M
        && b[0] <= a[1] + BOX_MARGIN_M
        && a[2] <= b[3] + BOX_MARGIN_M
        && b[2] <= a[3] + BOX_MARGIN_M;
  }
}
