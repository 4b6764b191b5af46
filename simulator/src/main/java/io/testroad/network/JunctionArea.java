package io.testroad.network;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The ground of a junction: how far its roads are cut back, and its outline. */
final class JunctionArea {

  /** Room for the curve of a right turn behind the point where two kerbs meet, m. */
  private static final double CORNER_M = 4;

  private static final double SHORTEST_CUT_M = 2;
  private static final double DEAD_END_CUT_M = 4;
  private static final double LONGEST_CUT_M = 35;

  /** Beyond this angle between neighbours their kerbs form no corner, rad. */
  private static final double FLAT_RAD = 2.8;

  private static final double SHARPEST_RAD = 0.15;

  private JunctionArea() {}

  /** What leaves a node in one direction: a road to it, one from it, or both side by side. */
  private static final class Arm {
    private final double angle;
    private final List<DraftRoad> arriving = new ArrayList<>(1);
    private final List<DraftRoad> leaving = new ArrayList<>(1);
    private double rightM;
    private double leftM;
    private double cutM = SHORTEST_CUT_M;

    private Arm(double angle) {
      this.angle = angle;
    }
  }

  private static List<Arm> arms(DraftNode node) {
    List<Arm> arms = new ArrayList<>();
    for (DraftRoad road : node.outgoing) {
      Arm arm = new Arm(road.startHeading());
      arm.leaving.add(road);
      arm.rightM = road.rightM();
      arm.leftM = road.leftM();
      DraftRoad back = road.partner;
      if (back != null) {
        arm.arriving.add(back);
        arm.leftM = back.rightM();
      }
      arms.add(arm);
    }
    for (DraftRoad road : node.incoming) {
      if (road.partner == null) {
        Arm arm = new Arm(DraftNode.origin(road));
        arm.arriving.add(road);
        arm.rightM = road.leftM();
        arm.leftM = road.rightM();
        arms.add(arm);
      }
    }
    arms.sort(Comparator.comparingDouble(arm -> arm.angle));
    return arms;
  }

  /** Cuts the roads of a node back so that their kerbs do not overlap. */
  static void cutRoads(DraftNode node) {
    List<Arm> arms = arms(node);
    for (int i = 0; i < arms.size() && arms.size() > 1; i++) {
      cutCorner(arms.get(i), arms.get((i + 1) % arms.size()));
    }
    for (Arm arm : arms) {
      double cut = arms.size() == 1 ? DEAD_END_CUT_M : Math.min(LONGEST_CUT_M, arm.cutM);
      arm.arriving.forEach(road -> road.cutEndM = cut);
      arm.leaving.forEach(road -> road.cutStartM = cut);
    }
  }

  /** Cuts an arm and its neighbour on the left behind the point where their kerbs cross. */
  private static void cutCorner(Arm arm, Arm next) {
    double between = next.angle - arm.angle;
    between = between <= 0 ? between + 2 * Math.PI : between;
    if (between > FLAT_RAD) {
      return;
    }
    double angle = Math.max(SHARPEST_RAD, between);
    double sine = StrictMath.sin(angle);
    double cosine = StrictMath.cos(angle);
    double cut = (next.rightM + arm.leftM * cosine) / sine + CORNER_M;
    double nextCut = (arm.leftM + next.rightM * cosine) / sine + CORNER_M;
    arm.cutM = Math.max(arm.cutM, cut);
    next.cutM = Math.max(next.cutM, nextCut);
  }

  /** Draws the outline, once the roads are cut: the corners of the arms, anticlockwise. */
  static void drawOutline(DraftNode node) {
    List<Arm> arms = arms(node);
    int extra = arms.size() < 2 ? 1 : 0;
    double[] x = new double[2 * arms.size() + extra];
    double[] y = new double[2 * arms.size() + extra];
    int size = 0;
    for (Arm arm : arms) {
      for (boolean right : new boolean[] {true, false}) {
        Shape border = border(arm, right);
        int i = isArrivingSide(arm, right) ? border.size() - 1 : 0;
        x[size] = border.x()[i];
        y[size++] = border.y()[i];
      }
    }
    if (extra > 0) {
      x[size] = node.plain.x();
      y[size] = node.plain.y();
    }
    node.outline = Polyline.toCentimetre(new Shape(x, y));
  }

  /** Whether a side of an arm, looking outwards, is that of the road that arrives. */
  private static boolean isArrivingSide(Arm arm, boolean right) {
    return right ? arm.leaving.isEmpty() : !arm.arriving.isEmpty();
  }

  private static Shape border(Arm arm, boolean right) {
    boolean arrives = isArrivingSide(arm, right);
    DraftRoad road = (arrives ? arm.arriving : arm.leaving).get(0);
    return road.border(right == arrives ? -road.leftM() : road.rightM());
  }
}
