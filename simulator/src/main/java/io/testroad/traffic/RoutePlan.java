package io.testroad.traffic;

/**
 * The part of a route just ahead, worked out lane by lane for a vehicle: from each lane of each of
 * its edges, which link leads on, how far one can go without a lane change, and how many lanes away
 * the best lane is. All in one array, what is asked for most at its beginning.
 */
final class RoutePlan {

  /** Stands for a link beyond the part of the route that is worked out. */
  static final int BEYOND = -2;

  private static final int[] NO_EDGES = {};
  private static final int[] NOTHING = {};

  // of each lane: link, reach, offset; for the first edge's lanes also what is taken beyond
  private static final int LINK = 0;
  private static final int REACH = 1;
  private static final int OFFSET = 2;
  private static final int TAKEN = 3;
  private static final int STRIDE = 4;

  /** No route at all. */
  static final RoutePlan NONE = new RoutePlan();

  private int[] edges = NO_EDGES;
  private int from;
  private int places;
  private int stop = -1;
  private int version = -1;
  private int takenVersion = -1;

  /** Lanes, edge by edge, then where each edge's lanes begin. */
  private int[] slots = NOTHING;

  /** Where in the array the edges' beginnings stand. */
  private int starts;

  /** Whether it is the plan for a place of a route and a stop, on the roads as they are now. */
  boolean isFor(int[] route, int at, int stopAt, RoadState now) {
    return edges == route && from == at && stop == stopAt && version == now.version;
  }

  void fill(int[] route, int at, int stopAt, int roadsVersion) {
    edges = route;
    from = at;
    stop = stopAt;
    version = roadsVersion;
    takenVersion = -1;
  }

  void store(int count, int[] start, int[] link, double[] reachM, int[] offset) {
    places = count;
    int lanes = start[count];
    starts = lanes * STRIDE;
    int needed = starts + count + 1;
    if (slots.length < needed || slots.length > 2 * needed) {
      slots = new int[needed];
    }
    for (int i = 0; i < lanes; i++) {
      slots[i * STRIDE + LINK] = link[i];
      slots[i * STRIDE + REACH] = Float.floatToRawIntBits((float) reachM[i]);
      slots[i * STRIDE + OFFSET] = offset[i];
    }
    for (int p = 0; p <= count; p++) {
      slots[starts + p] = start[p] * STRIDE;
    }
  }

  private int slot(int at, int laneIndex) {
    return (at == from ? 0 : slots[starts + at - from]) + laneIndex * STRIDE;
  }

  int[] edges() {
    return edges;
  }

  int size() {
    return edges.length;
  }

  /**
   * The link that leads on from a lane of the edge at a place of the route; -1 when none does,
   * {@link #BEYOND} when the place is not worked out.
   */
  int link(int at, int laneIndex) {
    return at >= from + places ? BEYOND : slots[slot(at, laneIndex) + LINK];
  }

  /** How far one can go from the lane's beginning without a lane change, m. */
  double reachM(int at, int laneIndex) {
    return Float.intBitsToFloat(slots[slot(at, laneIndex) + REACH]);
  }

  /** How many lanes to the left (negative: right) the best lane is. */
  int offset(int at, int laneIndex) {
    return slots[slot(at, laneIndex) + OFFSET];
  }

  /**
   * The length of road, m, that vehicles take up on the lanes that follow a lane of the first edge,
   * as all were told last.
   */
  double takenBeyondM(int laneIndex, RoadState now) {
    if (takenVersion != now.takenVersion) {
      takenVersion = now.takenVersion;
      int first = places > 1 ? slots[starts + 1] : starts;
      for (int slot = 0; slot < first; slot += STRIDE) {
        slots[slot + TAKEN] = Float.floatToRawIntBits((float) sumBeyond(slot, now));
      }
    }
    return Float.intBitsToFloat(slots[laneIndex * STRIDE + TAKEN]);
  }

  private double sumBeyond(int slot, RoadState now) {
    double taken = 0;
    int next = slots[slot + LINK];
    for (int p = 1; next >= 0 && p < places; p++) {
      int lane = now.tables.linkTo[next];
      taken += now.takenM[lane];
      next = slots[slots[starts + p] + now.tables.indexOnEdge[lane] * STRIDE + LINK];
    }
    return taken;
  }
}
