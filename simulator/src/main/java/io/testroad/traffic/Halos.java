package io.testroad.traffic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Which lanes of its neighbours each region must see: those within the look-ahead distance
 * downstream of its own, with all that is inside the junctions on the way, and those within that
 * distance upstream of any of these.
 */
final class Halos {

  private final List<boolean[]> seen;
  private final int regions;

  private Halos(List<boolean[]> seen, int regions) {
    this.seen = seen;
    this.regions = regions;
  }

  static Halos of(RoadTables tables, Partition partition, double distanceM) {
    int n = partition.regions();
    List<boolean[]> seen = new ArrayList<>();
    for (int to = 0; to < n && n > 1; to++) {
      seen.add(seenBy(tables, partition, to, distanceM));
    }
    return new Halos(seen, n);
  }

  private static boolean[] seenBy(
      RoadTables tables, Partition partition, int region, double distanceM) {
    double[] down = new double[tables.lanes];
    Arrays.fill(down, Double.POSITIVE_INFINITY);
    List<Integer> open = new ArrayList<>();
    for (int lane = 0; lane < tables.lanes; lane++) {
      if (partition.regionOf(lane) == region) {
        for (int l = tables.linkStart[lane]; l < tables.linkStart[lane + 1]; l++) {
          reach(tables, tables.linkNext[l], 0, down, open);
        }
      }
    }
    while (!open.isEmpty()) {
      int lane = open.remove(open.size() - 1);
      double at = down[lane] + tables.lengthM[lane];
      for (int l = tables.linkStart[lane]; at <= distanceM && l < tables.linkStart[lane + 1]; l++) {
        reach(tables, tables.linkNext[l], at, down, open);
      }
    }
    double[] up = new double[tables.lanes];
    Arrays.fill(up, Double.POSITIVE_INFINITY);
    for (int lane = 0; lane < tables.lanes; lane++) {
      if (partition.regionOf(lane) == region || down[lane] <= distanceM) {
        up[lane] = 0;
        open.add(lane);
      }
    }
    while (!open.isEmpty()) {
      int lane = open.remove(open.size() - 1);
      // a lane that is only entered from behind counts from its beginning
      double at = up[lane];
      for (int before : tables.previous[lane]) {
        if (at <= distanceM) {
          reach(tables, before, at + tables.lengthM[before], up, open);
        }
      }
    }
    boolean[] seen = new boolean[tables.lanes];
    for (int lane = 0; lane < tables.lanes; lane++) {
      seen[lane] = up[lane] < Double.POSITIVE_INFINITY;
    }
    return seen;
  }

  /** Marks all lanes of the lane's edge; inside a junction the junction's other paths follow. */
  private static void reach(
      RoadTables tables, int lane, double at, double[] reached, List<Integer> open) {
    int edge = tables.edgeOf[lane];
    for (int j = 0; j < tables.laneCount[edge]; j++) {
      mark(tables.firstLane[edge] + j, at, reached, open);
    }
    for (int foe : tables.crossLane[lane]) {
      mark(foe, at, reached, open);
    }
  }

  private static void mark(int lane, double at, double[] reached, List<Integer> open) {
    if (at < reached[lane]) {
      reached[lane] = at;
      open.add(lane);
    }
  }

  /** Of each lane whether a region must see it. */
  boolean[] seenBy(int region) {
    return seen.get(region);
  }

  /** The regions with which a region exchanges anything, in order: all others. */
  int[] neighbours(int region) {
    return IntStream.range(0, regions).filter(other -> other != region).toArray();
  }
}
