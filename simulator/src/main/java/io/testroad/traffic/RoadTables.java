package io.testroad.traffic;

import io.testroad.network.Edge;
import io.testroad.network.Junction;
import io.testroad.network.Lane;
import io.testroad.network.Link;
import io.testroad.network.Network;
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

  /** Two paths inside a junction cross. */
  static final byte CROSSES = 0;

  /** They lead onto the same lane; from the place on they run side by side. */
  static final byte MERGES = 1;

  /** They come from the same lane; up to the place they run side by side. */
  static final byte DIVERGES = 2;

  final Network network;
  final int lanes;
  final double[] lengthM;
  final double[] limitMps;
  final int[] edgeOf;
  final int[] indexOnEdge;
  final boolean[] internal;
  final long[] permissions;

  /** Whether a lane belongs to a roundabout's ring. */
  final boolean[] roundabout;

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

  /** Whether one may enter the junction only with room behind it: not where nobody crosses. */
  final boolean[] linkKeepsClear;

  final boolean[] linkWaitsInside;
  final double[] linkVisibilityM;

  /** Network link index to table link index. */
  private final int[] tableIndex;

  /** Links whose vehicles a link must let pass. */
  final int[][] yieldTo;

  /** Of each of {@link #yieldTo}: whether both lead onto the same lane. */
  final boolean[][] yieldMerges;

  /** Whether some link must let this one's vehicles pass. */
  final boolean[] isYieldedTo;

  /** Whether, on a link, nobody has right of way: who comes first goes first. */
  final boolean[] linkAgrees;

  /** Paths inside the junction that cross or meet a lane's: foe lanes, and where. */
  final int[][] crossLane;

  final double[][] crossOwnM;
  final double[][] crossFoeM;

  /** Of each of {@link #crossLane}: {@link #CROSSES}, {@link #MERGES} or {@link #DIVERGES}. */
  final byte[][] crossKind;

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

  /**
   * Of each lane inside a junction: its bit among those of the junction; those after the 63rd share
   * the last. 0 for roads.
   */
  final long[] insideBit;

  /** The bits of each lane's {@link #crossLane}. */
  final long[] crossBits;

  /** Stands for all lanes of a junction that have no bit of their own. */
  static final long SHARED_BIT = Long.MIN_VALUE;

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
    roundabout = new boolean[lanes];
    for (List<Integer> ring : network.roundabouts()) {
      for (int edge : ring) {
        Edge road = network.edges().get(edge);
        Arrays.fill(roundabout, road.firstLane(), road.firstLane() + road.laneCount(), true);
      }
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
    linkKeepsClear = new boolean[links];
    linkAgrees = new boolean[links];
    linkWaitsInside = new boolean[links];
    linkVisibilityM = new double[links];
    yieldTo = new int[links][0];
    yieldMerges = new boolean[links][0];
    isYieldedTo = new boolean[links];
    for (int i = 0; i < links; i++) {
      copy(sorted.get(i), i);
    }
    previous = findPrevious();
    crossLane = new int[lanes][];
    crossOwnM = new double[lanes][];
    crossFoeM = new double[lanes][];
    crossKind = new byte[lanes][];
    findConflicts(sorted);
    leadsInside = new boolean[lanes];
    movementOf = new int[lanes];
    junctionOf = new int[lanes];
    hasFoes = new boolean[links];
    crossYields = new boolean[lanes][];
    crossYielded = new boolean[lanes][];
    findMovements();
    insideBit = findInsideBits();
    crossBits = findCrossBits();
    findUnmarked();
    findPrecedence();
    for (int i = 0; i < links; i++) {
      linkKeepsClear[i] = sorted.get(i).keepClear() && hasFoes[i];
    }
  }

  private void findMovements() {
    Arrays.fill(movementOf, -1);
    for (int lane = 0; lane < lanes; lane++) {
      junctionOf[lane] = network.edges().get(edgeOf[lane]).to();
      int next = following(lane);
      leadsInside[lane] = internal[lane] && next >= 0 && internal[next];
    }
    for (int link = 0; link < links(); link++) {
      hasFoes[link] = internal[linkNext[link]] && meetsOthers(linkNext[link]);
      int lane = internal[linkFrom[link]] ? -1 : linkNext[link];
      for (int depth = 0; lane >= 0 && internal[lane] && depth < 10; depth++) {
        movementOf[lane] = link;
        hasFoes[link] |= meetsOthers(lane);
        lane = following(lane);
      }
    }
  }

  private long[] findInsideBits() {
    long[] bits = new long[lanes];
    int[] count = new int[network.junctions().size()];
    for (int lane = 0; lane < lanes; lane++) {
      if (internal[lane]) {
        bits[lane] = 1L << Math.min(count[junctionOf[lane]]++, Long.SIZE - 1);
      }
    }
    return bits;
  }

  private long[] findCrossBits() {
    long[] bits = new long[lanes];
    for (int lane = 0; lane < lanes; lane++) {
      for (int foe : crossLane[lane]) {
        bits[lane] |= insideBit[foe];
      }
    }
    return bits;
  }

  /** Adds who minds whom where the network does not say. */
  private void findUnmarked() {
    UnmarkedJunctions unmarked = new UnmarkedJunctions(this);
    int[][] added = new int[links()][];
    for (int link = 0; link < links(); link++) {
      added[link] = unmarked.mindedBy(link);
    }
    for (int link = 0; link < links(); link++) {
      if (added[link].length > 0) {
        int[] yields = Arrays.copyOf(yieldTo[link], yieldTo[link].length + added[link].length);
        System.arraycopy(added[link], 0, yields, yieldTo[link].length, added[link].length);
        setYields(link, yields);
        linkState[link] = '=';
        linkAgrees[link] = true;
      }
      for (int other : yieldTo[link]) {
        isYieldedTo[other] = true;
      }
    }
  }

  private boolean meetsOthers(int lane) {
    for (byte kind : crossKind[lane]) {
      if (kind != DIVERGES) {
        return true;
      }
    }
    return false;
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

  /** Whether a link's vehicles must let another's pass. */
  boolean yields(int link, int to) {
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
    int[] counts = new int[lanes];
    for (int next : linkNext) {
      counts[next]++;
    }
    int[][] found = new int[lanes][];
    for (int lane = 0; lane < lanes; lane++) {
      found[lane] = new int[counts[lane]];
    }
    Arrays.fill(counts, 0);
    for (int link = 0; link < linkFrom.length; link++) {
      int next = linkNext[link];
      found[next][counts[next]++] = linkFrom[link];
    }
    return found;
  }

  /** Works out who yields to whom at each junction, and which paths inside it cross. */
  private void findConflicts(List<Link> sorted) {
    InsideCrossings crossings = new InsideCrossings(this);
    int[] seen = new int[lanes];
    for (Junction junction : network.junctions()) {
      if (junction.kind() != Junction.Kind.INTERNAL) {
        List<Link> movements = movements(junction);
        findYields(movements);
        crossings.find(insideOf(movements, seen, junction.index() + 1));
      }
    }
    crossings.fill();
    for (int i = 0; i < sorted.size(); i++) {
      Link link = sorted.get(i);
      if (link.junction() >= 0
          && requestOf(link) == null
          && !UnmarkedJunctions.includes(network.junctions().get(link.junction()))) {
        setYields(i, internalYields(network.junctions().get(link.junction())));
      }
    }
  }

  private void findYields(List<Link> movements) {
    int[] yields = new int[movements.size()];
    for (Link link : movements) {
      Junction.Request request = requestOf(link);
      if (request != null) {
        BitSet response = request.response();
        int count = 0;
        for (Link other : movements) {
          if (other.index() != link.index() && response.get(other.requestIndex())) {
            yields[count++] = tableIndex[other.index()];
          }
        }
        setYields(tableIndex[link.index()], Arrays.copyOf(yields, count));
      }
    }
  }

  private void setYields(int link, int[] yields) {
    yieldTo[link] = yields;
    yieldMerges[link] = new boolean[yields.length];
    for (int k = 0; k < yields.length; k++) {
      yieldMerges[link][k] = linkTo[yields[k]] == linkTo[link];
    }
  }

  private List<Link> movements(Junction junction) {
    List<Link> movements = new ArrayList<>();
    boolean unmarked = UnmarkedJunctions.includes(junction);
    for (int lane : junction.incomingLanes()) {
      for (Link link : network.linksFrom(lane)) {
        boolean listed = link.junction() == junction.index() && link.requestIndex() >= 0;
        if (listed || (unmarked && link.via() >= 0 && !internal[lane])) {
          movements.add(link);
        }
      }
    }
    return movements;
  }

  /** SUMO, MSInternalJunction: the movements that pass through the foe lanes. */
  private int[] internalYields(Junction junction) {
    List<Integer> yields = new ArrayList<>();
    for (int k = 1; k < junction.incomingLanes().size(); k++) {
      for (Link foe : network.linksFrom(junction.incomingLanes().get(k))) {
        if (foe.via() >= 0 && junction.internalLanes().contains(foe.via())) {
          yields.add(tableIndex[foe.index()]);
        }
      }
    }
    return yields.stream().mapToInt(Integer::intValue).toArray();
  }

  /**
   * The lanes inside a junction, in the order of its movements.
   *
   * @param seen for each lane the last mark it was seen with
   * @param mark this junction's
   */
  private int[] insideOf(List<Link> movements, int[] seen, int mark) {
    int[] inside = new int[16];
    int size = 0;
    for (Link link : movements) {
      int lane = link.via();
      while (lane >= 0 && internal[lane] && seen[lane] != mark) {
        seen[lane] = mark;
        inside = size == inside.length ? Arrays.copyOf(inside, 2 * size) : inside;
        inside[size++] = lane;
        lane = following(lane);
      }
    }
    return Arrays.copyOf(inside, size);
  }

  /** The first link that leaves a lane, inside a junction the only one; -1 when there is none. */
  int firstLink(int lane) {
    return linkStart[lane] < linkStart[lane + 1] ? linkStart[lane] : -1;
  }

  /** The lane that a lane's first link leads to; -1 when it has none. */
  int following(int lane) {
    int link = firstLink(lane);
    return link < 0 ? -1 : linkNext[link];
  }
}
