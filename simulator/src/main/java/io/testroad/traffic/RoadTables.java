package io.testroad.traffic;

import io.testroad.network.Edge;
import io.testroad.network.Junction;
import io.testroad.network.Lane;
import io.testroad.network.Link;
import io.testroad.network.Network;
import io.testroad.network.Shape;
import io.testroad.network.VehicleClass;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * The road network as flat, immutable arrays: what the hot loops read. Indices are those of {@link
 * Network}. Which paths inside junctions cross where is worked out once, from the lanes' shapes.
 */
final class RoadTables {

  /** Half the width kept free around the point where two paths cross, m. */
  static final double CROSSING_MARGIN_M = 1.6;

  private static final double SAME_PLACE_M = 1e-6;

  final Network network;
  final int lanes;
  final double[] lengthM;
  final double[] limitMps;
  final int[] edgeOf;
  final int[] indexOnEdge;
  final boolean[] internal;
  final long[] permissions;

  final int[] firstLane;
  final int[] laneCount;

  /** Links that leave a lane: {@code linkStart[lane]} to {@code linkStart[lane + 1]}. */
  final int[] linkStart;

  final int[] linkFrom;
  final int[] linkNext;
  final int[] linkTo;
  final int[] linkSignal;
  final int[] linkSignalIndex;
  final char[] linkState;
  final boolean[] linkKeepClear;
  final boolean[] linkWaitsInside;
  final double[] linkVisibilityM;

  /** Network link index to table link index. */
  private final int[] tableIndex;

  /** Links whose vehicles a link must let pass. */
  final int[][] yieldTo;

  /** Of each of {@link #yieldTo}: whether both lead onto the same lane. */
  final boolean[][] yieldMerges;

  /** Whether some link must let this one's vehicles pass: only such approaches are registered. */
  final boolean[] isYieldedTo;

  /** Paths inside the junction that cross or meet a lane's: foe lanes, and where. */
  final int[][] crossLane;

  final double[][] crossOwnM;
  final double[][] crossFoeM;
  final boolean[][] crossMerges;

  /** Of each of {@link #crossLane}: whether who comes along the lane must let the other go. */
  final boolean[][] crossYields;

  /** Of each of {@link #crossLane}: whether the other must let who comes along the lane go. */
  final boolean[][] crossYielded;

  /** Whether an internal lane leads to another: vehicles wait at its end inside the junction. */
  final boolean[] leadsInside;

  /** The link from a road by which one came onto an internal lane, or -1. */
  final int[] movementOf;

  /** The junction an internal lane lies in, or that a road's lane leads to. */
  final int[] junctionOf;

  /** Whether other movements cross or meet a link's inside the junction. */
  final boolean[] hasFoes;

  /** Lanes from which one drives onto a lane. */
  final int[][] previous;

  private RoadTables(Network network) {
    this.network = network;
    lanes = network.lanes().size();
    lengthM = new double[lanes];
    limitMps = new double[lanes];
    edgeOf = new int[lanes];
    indexOnEdge = new int[lanes];
    internal = new boolean[lanes];
    permissions = new long[lanes];
    for (Lane lane : network.lanes()) {
      int i = lane.index();
      lengthM[i] = lane.lengthM();
      limitMps[i] = lane.speedLimitMps();
      edgeOf[i] = lane.edge();
      indexOnEdge[i] = lane.indexOnEdge();
      internal[i] = !network.edgeOf(lane).isRoad();
      permissions[i] = lane.permissions().mask();
    }
    firstLane = network.edges().stream().mapToInt(Edge::firstLane).toArray();
    laneCount = network.edges().stream().mapToInt(Edge::laneCount).toArray();

    List<Link> sorted = new ArrayList<>();
    linkStart = new int[lanes + 1];
    tableIndex = new int[network.links().size()];
    for (int lane = 0; lane < lanes; lane++) {
      linkStart[lane] = sorted.size();
      for (Link link : network.linksFrom(lane)) {
        tableIndex[link.index()] = sorted.size();
        sorted.add(link);
      }
    }
    linkStart[lanes] = sorted.size();
    int links = sorted.size();
    linkFrom = new int[links];
    linkNext = new int[links];
    linkTo = new int[links];
    linkSignal = new int[links];
    linkSignalIndex = new int[links];
    linkState = new char[links];
    linkKeepClear = new boolean[links];
    linkWaitsInside = new boolean[links];
    linkVisibilityM = new double[links];
    yieldTo = new int[links][];
    yieldMerges = new boolean[links][];
    isYieldedTo = new boolean[links];
    for (int i = 0; i < links; i++) {
      copy(sorted.get(i), i);
    }
    previous = findPrevious();
    crossLane = new int[lanes][];
    crossOwnM = new double[lanes][];
    crossFoeM = new double[lanes][];
    crossMerges = new boolean[lanes][];
    for (int i = 0; i < links; i++) {
      findYields(sorted.get(i), i);
    }
    findCrossings();
    leadsInside = new boolean[lanes];
    movementOf = new int[lanes];
    junctionOf = new int[lanes];
    hasFoes = new boolean[links];
    crossYields = new boolean[lanes][];
    crossYielded = new boolean[lanes][];
    findMovements();
    findPrecedence();
  }

  private void findMovements() {
    Arrays.fill(movementOf, -1);
    for (int lane = 0; lane < lanes; lane++) {
      junctionOf[lane] = network.edges().get(edgeOf[lane]).to();
      leadsInside[lane] =
          internal[lane]
              && linkStart[lane] < linkStart[lane + 1]
              && internal[linkNext[linkStart[lane]]];
    }
    for (int link = 0; link < links(); link++) {
      hasFoes[link] = internal[linkNext[link]] && crossLane[linkNext[link]].length > 0;
      int lane = internal[linkFrom[link]] ? -1 : linkNext[link];
      for (int depth = 0; lane >= 0 && internal[lane] && depth < 10; depth++) {
        movementOf[lane] = link;
        hasFoes[link] |= crossLane[lane].length > 0;
        lane = linkStart[lane] < linkStart[lane + 1] ? linkNext[linkStart[lane]] : -1;
      }
    }
  }

  private void findPrecedence() {
    for (int lane = 0; lane < lanes; lane++) {
      int count = crossLane[lane].length;
      crossYields[lane] = new boolean[count];
      crossYielded[lane] = new boolean[count];
      for (int k = 0; k < count; k++) {
        int own = movementOf[lane];
        int other = movementOf[crossLane[lane][k]];
        crossYields[lane][k] = own >= 0 && other >= 0 && yields(own, other);
        crossYielded[lane][k] = own >= 0 && other >= 0 && yields(other, own);
      }
    }
  }

  private boolean yields(int link, int to) {
    for (int foe : yieldTo[link]) {
      if (foe == to) {
        return true;
      }
    }
    return false;
  }

  /** Whether two internal lanes are reached from the same road. */
  boolean sameOrigin(int lane, int other) {
    int own = movementOf[lane];
    int foe = movementOf[other];
    return own >= 0 && foe >= 0 && edgeOf[linkFrom[own]] == edgeOf[linkFrom[foe]];
  }

  /** Whether a lane is reached from where another is reached from, or from that one itself. */
  boolean cameFrom(int lane, int other) {
    for (int before : previous[lane]) {
      if (before == other) {
        return true;
      }
      for (int beforeOther : previous[other]) {
        if (before == beforeOther) {
          return true;
        }
      }
    }
    return false;
  }

  static RoadTables of(Network network) {
    return new RoadTables(network);
  }

  int links() {
    return linkFrom.length;
  }

  boolean allows(int lane, VehicleClass vehicleClass) {
    return vehicleClass == VehicleClass.IGNORING || (permissions[lane] & vehicleClass.bit()) != 0;
  }

  private void copy(Link link, int i) {
    linkFrom[i] = link.fromLane();
    linkNext[i] = link.nextLane();
    linkTo[i] = link.toLane();
    linkSignal[i] = link.signal();
    linkSignalIndex[i] = link.signalIndex();
    linkState[i] = link.state();
    linkKeepClear[i] = link.keepClear();
    linkVisibilityM[i] = link.visibilityM();
    Junction.Request request = requestOf(link);
    linkWaitsInside[i] = request != null && request.waitsInside();
  }

  private Junction.@org.jspecify.annotations.Nullable Request requestOf(Link link) {
    if (link.junction() < 0 || link.requestIndex() < 0) {
      return null;
    }
    List<Junction.Request> requests = network.junctions().get(link.junction()).requests();
    return link.requestIndex() < requests.size() ? requests.get(link.requestIndex()) : null;
  }

  private int[][] findPrevious() {
    List<List<Integer>> found = new ArrayList<>();
    for (int lane = 0; lane < lanes; lane++) {
      found.add(new ArrayList<>());
    }
    for (int link = 0; link < linkFrom.length; link++) {
      found.get(linkNext[link]).add(linkFrom[link]);
    }
    return found.stream()
        .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
        .toArray(int[][]::new);
  }

  private void findYields(Link link, int index) {
    List<Integer> yields = new ArrayList<>();
    Junction.Request request = requestOf(link);
    if (request != null) {
      BitSet response = request.response();
      for (Link other : movements(link.junction())) {
        if (other.index() != link.index() && response.get(other.requestIndex())) {
          yields.add(tableIndex[other.index()]);
        }
      }
    } else if (link.junction() >= 0) {
      yields.addAll(internalYields(network.junctions().get(link.junction())));
    }
    yieldTo[index] = yields.stream().mapToInt(Integer::intValue).toArray();
    yieldMerges[index] = new boolean[yields.size()];
    for (int k = 0; k < yields.size(); k++) {
      yieldMerges[index][k] = linkTo[yieldTo[index][k]] == linkTo[index];
      isYieldedTo[yieldTo[index][k]] = true;
    }
  }

  private List<Link> movements(int junction) {
    List<Link> movements = new ArrayList<>();
    for (int lane : network.junctions().get(junction).incomingLanes()) {
      for (Link link : network.linksFrom(lane)) {
        if (link.junction() == junction && link.requestIndex() >= 0) {
          movements.add(link);
        }
      }
    }
    return movements;
  }

  /** SUMO, MSInternalJunction: the movements that pass through the foe lanes. */
  private List<Integer> internalYields(Junction junction) {
    List<Integer> yields = new ArrayList<>();
    for (int k = 1; k < junction.incomingLanes().size(); k++) {
      for (Link foe : network.linksFrom(junction.incomingLanes().get(k))) {
        if (foe.via() >= 0 && junction.internalLanes().contains(foe.via())) {
          yields.add(tableIndex[foe.index()]);
        }
      }
    }
    return yields;
  }

  private void findCrossings() {
    List<List<double[]>> found = new ArrayList<>();
    for (int lane = 0; lane < lanes; lane++) {
      found.add(new ArrayList<>());
    }
    for (Junction junction : network.junctions()) {
      if (junction.kind() == Junction.Kind.INTERNAL) {
        continue;
      }
      List<Integer> inside = insideOf(junction);
      for (int i = 0; i < inside.size(); i++) {
        for (int j = i + 1; j < inside.size(); j++) {
          findCrossing(inside.get(i), inside.get(j), found);
        }
      }
    }
    for (int lane = 0; lane < lanes; lane++) {
      List<double[]> list = found.get(lane);
      crossLane[lane] = new int[list.size()];
      crossOwnM[lane] = new double[list.size()];
      crossFoeM[lane] = new double[list.size()];
      crossMerges[lane] = new boolean[list.size()];
      for (int k = 0; k < list.size(); k++) {
        crossLane[lane][k] = (int) list.get(k)[0];
        crossOwnM[lane][k] = list.get(k)[1];
        crossFoeM[lane][k] = list.get(k)[2];
        crossMerges[lane][k] = list.get(k)[3] != 0;
      }
    }
  }

  private List<Integer> insideOf(Junction junction) {
    List<Integer> inside = new ArrayList<>();
    for (Link link : movements(junction.index())) {
      int lane = link.via();
      while (lane >= 0 && internal[lane] && inside.size() < 10_000) {
        if (!inside.contains(lane)) {
          inside.add(lane);
        }
        lane = linkStart[lane] < linkStart[lane + 1] ? linkNext[linkStart[lane]] : -1;
      }
    }
    return inside;
  }

  private void findCrossing(int a, int b, List<List<double[]>> found) {
    int nextA = linkStart[a] < linkStart[a + 1] ? linkNext[linkStart[a]] : -1;
    int nextB = linkStart[b] < linkStart[b + 1] ? linkNext[linkStart[b]] : -2;
    if (nextA == nextB) {
      found.get(a).add(new double[] {b, lengthM[a], lengthM[b], 1});
      found.get(b).add(new double[] {a, lengthM[b], lengthM[a], 1});
      return;
    }
    if (nextA == b || nextB == a || startTogether(a, b)) {
      return;
    }
    double[] place = crossing(network.lanes().get(a).shape(), network.lanes().get(b).shape());
    if (place.length > 0) {
      double onA = place[0] * lengthM[a];
      double onB = place[1] * lengthM[b];
      found.get(a).add(new double[] {b, onA, onB, 0});
      found.get(b).add(new double[] {a, onB, onA, 0});
    }
  }

  private boolean startTogether(int a, int b) {
    return Arrays.stream(previous[a])
        .anyMatch(p -> Arrays.stream(previous[b]).anyMatch(q -> p == q));
  }

  /** Where two polylines first cross, as shares of their lengths; empty when they don't. */
  private static double[] crossing(Shape a, Shape b) {
    double alongA = 0;
    for (int i = 1; i < a.size(); i++) {
      double ax = a.x()[i] - a.x()[i - 1];
      double ay = a.y()[i] - a.y()[i - 1];
      double alongB = 0;
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
            return new double[] {
              (alongA + s * StrictMath.hypot(ax, ay)) / Math.max(a.lengthM(), SAME_PLACE_M),
              (alongB + t * StrictMath.hypot(bx, by)) / Math.max(b.lengthM(), SAME_PLACE_M)
            };
          }
        }
        alongB += StrictMath.hypot(bx, by);
      }
      alongA += StrictMath.hypot(ax, ay);
    }
    return new double[0];
  }
}
