package io.testroad.traffic;

import io.testroad.engine.RoadDecision;
import java.util.ArrayList;
import java.util.List;

/**
 * The stretches of road on which drivers are careful, and how careful: every region knows all of
 * them. Where they meet the least share of the capacity counts.
 */
final class Cautions {

  /** Nobody is told to leave less of a lane's capacity than this. */
  private static final double LEAST_SHARE = 0.01;

  /**
   * How careful drivers are.
   *
   * @param share of the ordinary capacity that their lane carries
   * @param ordinaryMps the lane's speed limit without orders, m/s
   * @param limitMps its speed limit now, m/s
   */
  record Level(double share, double ordinaryMps, double limitMps) {}

  private record Stretch(String scene, int edge, double fromM, double toM, double share) {}

  private final List<Stretch> stretches = new ArrayList<>();

  /** Takes in what was decided; a share of 1 lifts a scene's caution on a road. */
  void tell(RoadDecision.Caution told, int edge) {
    stretches.removeIf(each -> each.scene.equals(told.scene()) && each.edge == edge);
    if (told.capacityShare() < 1) {
      double share = Bounds.most(LEAST_SHARE, told.capacityShare());
      stretches.add(new Stretch(told.scene(), edge, told.fromM(), told.toM(), share));
    }
  }

  boolean isEmpty() {
    return stretches.isEmpty();
  }

  /** How many stretches there are. */
  int count() {
    return stretches.size();
  }

  /** The road that the i-th stretch is on. */
  int edgeOf(int i) {
    return stretches.get(i).edge;
  }

  /** The share that counts at a place of a road; 1 beside all stretches. */
  double shareAt(int edge, double pos) {
    double least = 1;
    for (int i = 0; i < stretches.size(); i++) {
      Stretch each = stretches.get(i);
      if (each.edge == edge && pos >= each.fromM && pos < each.toM) {
        least = Bounds.least(least, each.share);
      }
    }
    return least;
  }

  /** The shares that are in force on a road. */
  double[] sharesOn(int edge) {
    return stretches.stream()
        .filter(each -> each.edge == edge)
        .mapToDouble(Stretch::share)
        .distinct()
        .toArray();
  }
}
