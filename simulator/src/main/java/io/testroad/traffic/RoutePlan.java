package io.testroad.traffic;

/**
 * The part of a route just ahead, worked out lane by lane: from each lane of each of its roads,
 * which link leads on; from the lanes of the first, how far one can go without a lane change, and
 * how many lanes away the best lane is. Places count from the road that the vehicle is on. All
 * vehicles of a class with the same roads ahead share one plan.
 */
final class RoutePlan {

  /** Stands for a link beyond the part of the route that is worked out. */
  static final int BEYOND = -2;

  private static final int[] NOTHING = {};

  // of each lane of the first road
  private static final int LINK = 0;
  private static final int REACH = 1;
  private static final int OFFSET = 2;
  private static final int TAKEN = 3;
  private static final int STRIDE = 4;

  /** No route at all. */
  static final RoutePlan NONE = new RoutePlan();

  /** The lanes of the first road, then the links of the others' lanes. */
  private int[] slots = NOTHING;

  /** Where in the array each place's lanes begin; the last stands for the end. */
  private int[] start = {0};

  private int takenVersion = -1;

  /** Takes in what was worked out; lanes are counted from 0 over all places. */
  void store(int places, int[] firstOf, int[] link, double[] reachM, int[] offset) {
    int lanes = firstOf[1];
    slots = new int[lanes * STRIDE + firstOf[places] - lanes];
    start = new int[places + 1];
    for (int i = 0; i < lanes; i++) {
      slots[i * STRIDE + LINK] = link[i];
      slots[i * STRIDE + REACH] = Float.floatToRawIntBits((float) reachM[i]);
      slots[i * STRIDE + OFFSET] = offset[i];
    }
    int shift = lanes * STRIDE - lanes;
    for (int i = lanes; i < firstOf[places]; i++) {
      slots[shift + i] = link[i];
    }
    for (int place = 1; place <= places; place++) {
      start[place] = shift + firstOf[place];
    }
  }

  /**
   * The link that leads on from a lane of the road at a place; -1 when none does, {@link #BEYOND}
   * when the place is not worked out.
   */
  int link(int place, int laneIndex) {
    if (place == 0) {
      return slots[laneIndex * STRIDE + LINK];
    }
    return place >= start.length - 1 ? BEYOND : slots[start[place] + laneIndex];
  }

  /** How far one can go from the beginning of a lane of the first road without a change, m. */
  double reachM(int laneIndex) {
    return Float.intBitsToFloat(slots[laneIndex * STRIDE + REACH]);
  }

  /** How many lanes to the left (negative: right) of one of the first road's the best lane is. */
  int offset(int laneIndex) {
    return slots[laneIndex * STRIDE + OFFSET];
  }

  /**
   * The length of road, m, that vehicles take up on the lanes that follow a lane of the first road,
   * as all were told last.
   */
  double takenBeyondM(int laneIndex, RoadState now) {
    if (takenVersion != now.takenVersion) {
      takenVersion = now.takenVersion;
      for (int slot = 0; slot < start[1]; slot += STRIDE) {
        slots[slot + TAKEN] = Float.floatToRawIntBits((float) sumBeyond(slots[slot + LINK], now));
      }
    }
    return Float.intBitsToFloat(slots[laneIndex * STRIDE + TAKEN]);
  }

  private double sumBeyond(int link, RoadState now) {
    double taken = 0;
    int next = link;
    for (int place = 1; next >= 0 && place < start.length - 1; place++) {
      int lane = now.tables.linkTo[next];
      taken += now.takenM[lane];
      next = slots[start[place] + now.tables.indexOnEdge[lane]];
    }
    return taken;
  }
}
