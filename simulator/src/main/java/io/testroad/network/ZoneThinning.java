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
  private final List<List<Integer>> incident = new ArrayList<>();
  private final boolean[] gone;

  ZoneThinning(ZoneMesh mesh, ZoneGraph graph) {
    this.mesh = mesh;
    this.graph = graph;
    blockOf = new int[mesh.blockCount()];
    for (int i = 0; i < blockOf.length; i++) {
      blockOf[i] = i;
    }
    degrees = graph.degrees();
    mesh.points.forEach(point -> incident.add(new ArrayList<>(4)));
    for (int i = 0; i < mesh.streets.size(); i++) {
      incident.get(mesh.streets.get(i).from()).add(i);
      incident.get(mesh.streets.get(i).to()).add(i);
    }
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
    for (boolean whole : new boolean[] {false, true}) {
      for (int i : order) {
        total -= gone[i] ? 0 : removeIfAbove(roadM - total, i, whole);
      }
    }
    return total;
  }

  /**
   * Leaves out a collector, if more than that is too much; returns its length, m.
   *
   * @param surplusM the length wanted less that which is there, m
   * @param whole whether it goes with all that leads to no other street
   */
  private double removeIfAbove(double surplusM, int i, boolean whole) {
    List<Integer> chain = new ArrayList<>(List.of(i));
    ZoneStreet street = mesh.streets.get(i);
    boolean free = follow(street.from(), chain, whole);
    free &= follow(street.to(), chain, whole);
    double lengthM = chain.stream().mapToDouble(k -> graph.roadM(mesh.streets.get(k))).sum();
    if (street.road() != RoadClass.COLLECTOR || !free || surplusM + lengthM > 0 || !remove(i)) {
      return 0;
    }
    chain.stream().skip(1).forEach(this::drop);
    return lengthM;
  }

  /** Adds what follows a street up to the next junction; says whether it may go. */
  private boolean follow(int end, List<Integer> chain, boolean whole) {
    int at = end;
    while (degrees[at] <= 2) {
      int point = at;
      int next =
          incident.get(at).stream()
              .filter(k -> !gone[k] && !chain.contains(k))
              .findFirst()
              .orElse(-1);
      if (!whole || next < 0 || mesh.streets.get(next).road() != RoadClass.COLLECTOR) {
        return false;
      }
      chain.add(next);
      at = mesh.streets.get(next).other(point);
    }
    return true;
  }

  private boolean remove(int i) {
    int left = find(mesh.sides.get(i)[0]);
    int right = find(mesh.sides.get(i)[1]);
    if (left == right) {
      return false;
    }
    blockOf[Math.max(left, right)] = Math.min(left, right);
    drop(i);
    return true;
  }

  private void drop(int i) {
    ZoneStreet street = mesh.streets.get(i);
    degrees[street.from()]--;
    degrees[street.to()]--;
    gone[i] = true;
    graph.streets.remove(street);
  }
}
