package io.testroad.traffic;

import io.testroad.network.Edge;
import io.testroad.network.Junction;
import io.testroad.network.Network;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Which region owns which lane. An edge belongs to the region of the junction it leads to, the
 * inside of a junction to the junction's.
 */
public final class Partition {

  private final int regions;
  private final int[] regionOfLane;

  private Partition(int regions, int[] regionOfLane) {
    this.regions = regions;
    this.regionOfLane = regionOfLane;
  }

  /** A partition into contiguous parts of about equal lane length, by halving along x or y. */
  public static Partition of(Network network, int regions) {
    int[] ofJunction = new int[network.junctions().size()];
    double[] weight = new double[network.junctions().size()];
    for (Edge edge : network.edges()) {
      for (int j = 0; j < edge.laneCount(); j++) {
        weight[edge.to()] += network.lanes().get(edge.firstLane() + j).lengthM();
      }
    }
    halve(new ArrayList<>(network.junctions()), 0, regions, weight, ofJunction);
    return of(network, regions, ofJunction);
  }

  /** A partition by the region of each junction. */
  public static Partition of(Network network, int regions, int[] regionOfJunction) {
    int[] ofLane = new int[network.lanes().size()];
    for (Edge edge : network.edges()) {
      for (int j = 0; j < edge.laneCount(); j++) {
        ofLane[edge.firstLane() + j] = regionOfJunction[edge.to()];
      }
    }
    return new Partition(regions, ofLane);
  }

  private static void halve(
      List<Junction> junctions, int first, int regions, double[] weight, int[] ofJunction) {
    if (regions == 1) {
      junctions.forEach(junction -> ofJunction[junction.index()] = first);
      return;
    }
    double width = spread(junctions, true);
    double height = spread(junctions, false);
    Comparator<Junction> along =
        width >= height
            ? Comparator.comparingDouble(Junction::x)
            : Comparator.comparingDouble(Junction::y);
    junctions.sort(along.thenComparingInt(Junction::index));
    double total = junctions.stream().mapToDouble(junction -> weight[junction.index()]).sum();
    int lower = regions / 2;
    double wanted = total * lower / regions;
    double sum = 0;
    int cut = 0;
    while (cut < junctions.size() && sum < wanted) {
      sum += weight[junctions.get(cut++).index()];
    }
    halve(new ArrayList<>(junctions.subList(0, cut)), first, lower, weight, ofJunction);
    halve(
        new ArrayList<>(junctions.subList(cut, junctions.size())),
        first + lower,
        regions - lower,
        weight,
        ofJunction);
  }

  private static double spread(List<Junction> junctions, boolean alongX) {
    double min = Double.POSITIVE_INFINITY;
    double max = Double.NEGATIVE_INFINITY;
    for (Junction junction : junctions) {
      double at = alongX ? junction.x() : junction.y();
      min = Math.min(min, at);
      max = Math.max(max, at);
    }
    return max - min;
  }

  /** Number of regions; some may own nothing. */
  public int regions() {
    return regions;
  }

  /** The region that owns a lane. */
  public int regionOf(int lane) {
    return regionOfLane[lane];
  }
}
