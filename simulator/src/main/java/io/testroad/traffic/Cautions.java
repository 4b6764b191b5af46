package io.testroad.traffic;

import io.testroad.engine.RoadDecision;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The stretches of road on which drivers are careful, and how careful: every region knows all of
 * them. Where they meet the least share of the capacity counts.
 */
final class Cautions {

  /** Nobody is told to leave less of a lane's capacity than this. */
  private static final double LEAST_SHARE = 0.01;

  private record Stretch(String scene, int edge, double fromM, double toM, double share) {}

  private static final int[] NONE = {};

  private final List<Stretch> stretches = new ArrayList<>();

  /** The stretches on each edge, as far as there are any. */
  private int[][] onEdge = {};

  /** Takes in what was decided; a share of 1 lifts a scene's caution on a road. */
  void tell(RoadDecision.Caution told, int edge) {
    stretches.removeIf(each -> each.scene.equals(told.scene()) && each.edge == edge);
    if (told.capacityShare() < 1) {
      double share = Bounds.most(LEAST_SHARE, told.capacityShare());
      stretches.add(new Stretch(told.scene(), edge, told.fromM(), told.toM(), share));
    }
    sortByEdge();
  }

  private void sortByEdge() {
    int edges = stretches.stream().mapToInt(each -> each.edge + 1).max().orElse(0);
    onEdge = new int[edges][];
    Arrays.fill(onEdge, NONE);
    for (int i = 0; i < stretches.size(); i++) {
      int edge = stretches.get(i).edge;
      int[] longer = Arrays.copyOf(onEdge[edge], onEdge[edge].length + 1);
      longer[longer.length - 1] = i;
      onEdge[edge] = longer;
    }
  }

  boolean isEmpty() {
    return stretches.isEmpty();
  }

  /** How many stretches there are. */
  int count() {
    return stretches.size();
  }

  /** The road that a stretch is on. */
  int edgeOf(int stretch) {
    return stretches.get(stretch).edge;
  }

  /** The share of a lane's ordinary capacity that is carried on a stretch. */
  double shareOf(int stretch) {
    return stretches.get(stretch).share;
  }

  /** How much of a lane of a length a stretch takes in, m. */
  double lengthM(int stretch, double laneM) {
    Stretch asked = stretches.get(stretch);
    double from = Bounds.most(0, asked.fromM);
    return Bounds.most(0, Bounds.least(asked.toM, laneM) - from);
  }

  /** The stretch that counts at a place of a road, or -1. */
  int at(int edge, double pos) {
    if (edge >= onEdge.length) {
      return -1;
    }
    int least = -1;
    for (int i : onEdge[edge]) {
      Stretch each = stretches.get(i);
      if (pos >= each.fromM
          && pos < each.toM
          && (least < 0 || each.share < stretches.get(least).share)) {
        least = i;
      }
    }
    return least;
  }
}
