package io.testroad.network;

import io.testroad.engine.RandomStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Leaves collectors out of a zone: those across the river, and elsewhere the more the thinner it is
 * built, until a length is reached.
 *
 * <p>A street goes only when different blocks lie on its two sides, which then are one; so no
 * street is ever cut off. Source of the idea: in a plane graph an edge is a bridge exactly when
 * both its sides are the same face.
 */
final class ZoneThinning {

  private final ZoneMesh mesh;
  private final ZoneGraph graph;
  private final int[] blockOf;
  private final int[] degrees;
  private final boolean[] gone;

  ZoneThinning(ZoneMesh mesh, ZoneGraph graph) {
    this.mesh = mesh;
    this.graph = graph;
    blockOf = new int[mesh.blockCount()];
    for (int i = 0; i < blockOf.length; i++) {
      blockOf[i] = i;
    }
    degrees = graph.degrees();
    gone = new boolean[mesh.streets.size()];
  }

  /** Whether a street of the mesh was left out. */
  boolean isGone(int street) {
    return gone[street];
  }

  /** Whether two blocks have become one. */
  boolean areOne(int block, int other) {
    return find(block) == find(other);
  }

  private int find(int block) {
    int at = block;
    while (blockOf[at] != at) {
      blockOf[at] = blockOf[blockOf[at]];
      at = blockOf[at];
    }
    return at;
  }

  /** Leaves out collectors across the river; one stays where it alone holds the banks together. */
  void clearRiver() {
    for (int i = 0; i < gone.length; i++) {
      ZoneStreet street = mesh.streets.get(i);
      if (street.bridge() && street.road() == RoadClass.COLLECTOR) {
        remove(i);
      }
    }
  }

  /** Leaves out collectors until the rest is no longer than a length, m; returns its length. */
  double thin(double roadM, ZoneDensity density, RandomStream random) {
    double total = 0;
    List<Integer> order = new ArrayList<>();
    double[] score = new double[gone.length];
    for (int i = 0; i < gone.length; i++) {
      ZoneStreet street = mesh.streets.get(i);
      if (!gone[i]) {
        total += graph.roadM(street);
        score[i] = density.at(graph.middle(street)) * (0.3 + random.uniform(i));
        order.add(i);
      }
    }
    order.sort(Comparator.comparingDouble(i -> score[i]));
    for (int i : order) {
      ZoneStreet street = mesh.streets.get(i);
      double lengthM = graph.roadM(street);
      if (street.road() == RoadClass.COLLECTOR
          && total - lengthM >= roadM
          && degrees[street.from()] > 2
          && degrees[street.to()] > 2
          && remove(i)) {
        total -= lengthM;
      }
    }
    return total;
  }

  private boolean remove(int i) {
    int left = find(mesh.sides.get(i)[0]);
    int right = find(mesh.sides.get(i)[1]);
    if (left == right) {
      return false;
    }
    blockOf[Math.max(left, right)] = Math.min(left, right);
    ZoneStreet street = mesh.streets.get(i);
    degrees[street.from()]--;
    degrees[street.to()]--;
    gone[i] = true;
    graph.streets.remove(street);
    return true;
  }
}
